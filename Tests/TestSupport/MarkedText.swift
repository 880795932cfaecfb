public import Dossier
