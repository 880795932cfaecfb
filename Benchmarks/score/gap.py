#!/usr/bin/env python3
"""gap.py GOLD BINARY [--errors N]

Scores pronouns on GOLD/actors/gap_dev.jsonl through `BINARY annotate`. A pronoun corefers with a candidate name if its actor has
a mention that overlaps the candidate. Precision, recall and F1 over both candidates of every text, as GAP's own scorer does,
and by gender. Standard library only.
"""
import collections, json, os, subprocess, sys


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) < 2:
        sys.exit(__doc__)
    option = lambda k: sys.argv[sys.argv.index(k) + 1] if k in sys.argv else None
    gold, binary = arguments[:2]
    records = [json.loads(line) for line in open(os.path.join(gold, "actors", "gap_dev.jsonl"), encoding="utf-8")]
    feed = "\n".join(json.dumps({"id": r["id"], "text": r["text"]}) for r in records) + "\n"
    out = subprocess.run([binary, "annotate"], input=feed.encode(), capture_output=True, check=False).stdout
    found = {a["id"]: a for a in map(json.loads, out.decode().splitlines())}
    counts = collections.defaultdict(collections.Counter)
    kinds, errors = collections.Counter(), []
    overlaps = lambda m, g: m["start"] < g["end"] and g["start"] < m["end"]
    for r in records:
        actors = found[r["id"]].get("actors", [])
        actor = next((a for a in actors if any(m["kind"] == "pronoun" and overlaps(m, r["pronoun"]) for m in a["mentions"])), None)
        gender = "feminine" if r["pronoun"]["text"].lower() in ("she", "her", "hers", "herself") else "masculine"
        said = []
        for side in ("a", "b"):
            yes = actor is not None and any(m["kind"] != "pronoun" and overlaps(m, r[side]) for m in actor["mentions"])
            said.append(yes)
            for key in ("all", gender):
                counts[key][(yes, r[side]["coref"])] += 1
        if said != [r["a"]["coref"], r["b"]["coref"]]:
            true = r["a"] if r["a"]["coref"] else r["b"] if r["b"]["coref"] else None
            seen = true and any(m["kind"] == "name" and overlaps(m, true) for a in actors for m in a["mentions"])
            kind = "no actor" if actor is None else "both" if all(said) else "neither is right" if true is None else "name not found" if not seen else "wrong candidate" if any(said) else "third party"
            kinds[kind] += 1
            errors.append((kind, r["id"], r["pronoun"]["text"], actor and actor["name"], true and true["text"], r["text"]))
    for key in ("all", "feminine", "masculine"):
        c = counts[key]
        right, said, true = c[(True, True)], c[(True, True)] + c[(True, False)], c[(True, True)] + c[(False, True)]
        p, q = right / max(said, 1), right / max(true, 1)
        print(f"{key:9} P {100 * p:.2f} R {100 * q:.2f} F1 {200 * p * q / max(p + q, 1e-9):.2f}")
    print("errors:", ", ".join(f"{k} {n}" for k, n in kinds.most_common()))
    for error in errors[: int(option("--errors") or 0)]:
        print(*error)


if __name__ == "__main__":
    main()
