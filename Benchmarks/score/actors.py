#!/usr/bin/env python3
"""actors.py GOLD BINARY [--dataset NAME] [--errors N]

Scores actors across documents on GOLD/actors/coref_cross_dev.jsonl. Every topic's documents are written into a folder and read
by `BINARY analyze FOLDER --format json`; each gold mention is taken to belong to the actor whose mention overlaps it most (of
equal overlaps the earliest). Gold names alone count. Figures by GOLD/../score/score_coref.py. Standard library only.
"""
import collections, json, os, subprocess, sys, tempfile


def analyse(binary, docs):
    """The dossier of documents [{id, text}], and the id of each by its path."""
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for number, doc in enumerate(docs):
            name = f"{number:04d}.txt"
            names[name] = doc["id"]
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="") as file:
                file.write(doc["text"])
        out = subprocess.run([binary, "analyze", folder, "--format", "json"], capture_output=True, check=False)
    dossier = json.loads(out.stdout)
    return dossier, {d["id"]: names[os.path.basename(d["path"])] for d in dossier["documents"]}


def align(dossier, ids):
    """Mentions by gold document: (start, end, actor)."""
    mentions = collections.defaultdict(list)
    for actor in dossier["actors"]:
        for m in actor["mentions"]:
            mentions[ids[m["document"]]].append((m["start"], m["end"], actor["id"], m["kind"]))
    return mentions


def belongs(mention, spans):
    best, actor = 0, None
    for start, end, identity, kind in sorted(spans):
        overlap = min(end, mention["end"]) - max(start, mention["start"])
        if kind != "pronoun" and overlap > best:
            best, actor = overlap, identity
    return actor


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) < 2:
        sys.exit(__doc__)
    option = lambda k: sys.argv[sys.argv.index(k) + 1] if k in sys.argv else None
    gold, binary = arguments[:2]
    sys.path.insert(0, os.path.join(gold, "..", "score"))
    import score_coref

    records = score_coref.load(os.path.join(gold, "actors", "coref_cross_dev.jsonl"), option("--dataset"))
    predicted, wrong = {}, []
    for key, record in records.items():
        dossier, ids = analyse(binary, record["docs"])
        mentions = align(dossier, ids)
        names = {a["id"]: a["name"] for a in dossier["actors"]}
        clusters, owner = collections.defaultdict(list), {}
        for chain, cluster in enumerate(record["clusters"]):
            for m in cluster["mentions"]:
                if m["kind"] != "name":
                    continue
                actor = belongs(m, mentions[m["doc"]])
                if actor is not None:
                    clusters[actor].append({k: m[k] for k in ("doc", "start", "end", "kind")})
                owner[(m["doc"], m["start"], m["end"])] = (chain, m.get("text", ""), actor)
        predicted[key] = {"id": key, "clusters": [{"mentions": c} for c in clusters.values()]}
        by_actor, by_chain = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
        for chain, text, actor in owner.values():
            by_chain[chain][(names.get(actor), actor)] += 1
            if actor is not None:
                by_actor[actor][chain] += 1
        text_of = collections.defaultdict(collections.Counter)
        for chain, text, actor in owner.values():
            text_of[chain][(text, names.get(actor))] += 1
        for actor, chains in by_actor.items():
            if len(chains) > 1:
                wrong.append((sum(chains.values()) - max(chains.values()), "joined", key, names[actor], [dict(text_of[c]) for c in chains]))
        for chain, actors in by_chain.items():
            if sum(actors.values()) > 1 and len(actors) > 1:
                wrong.append((sum(actors.values()) - max(actors.values()), "parted", key, "", dict(text_of[chain])))
    for name in sorted({r.get("dataset") for r in records.values()}) + [None]:
        chosen = {k: r for k, r in records.items() if name is None or r.get("dataset") == name}
        result = score_coref.run(chosen, predicted, names=True, cross=True)
        print(
            f"{name or 'all':9} CoNLL {100 * result['CoNLL']['F']:.2f}  MUC {100 * result['MUC']['F']:.2f}  "
            f"B3 {100 * result['B3']['F']:.2f}  CEAFe {100 * result['CEAFe']['F']:.2f}  "
            f"pairs P {100 * result['pairwise']['P']:.2f} R {100 * result['pairwise']['R']:.2f}")
    for entry in sorted(wrong, key=lambda e: -e[0])[: int(option("--errors") or 0)]:
        print(*entry)


if __name__ == "__main__":
    main()
