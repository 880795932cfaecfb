import Dossier
import Reading
import Terminal
