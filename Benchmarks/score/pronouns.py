#!/usr/bin/env python3
"""pronouns.py GOLD BINARY [--errors N]

Scores `he` and `she` in news through `BINARY annotate`: Benchmarks/labels/pronouns.jsonl tells by offsets who is meant in articles of
GOLD/quotes/dev.jsonl. Apart: those that name a speaker. The model has learnt from these labels. Standard library only.
"""
import collections, json, os, subprocess, sys


def main():
    arguments = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(arguments) < 2:
        sys.exit(__doc__)
    gold, binary = arguments[:2]
    errors = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    here = os.path.dirname(os.path.abspath(__file__))
    with open(os.path.join(here, "..", "labels", "pronouns.jsonl"), encoding="utf-8") as file:
        labels = {record["id"]: record for record in map(json.loads, file)}
    with open(os.path.join(gold, "quotes", "dev.jsonl"), encoding="utf-8") as file:
        articles = {record["id"]: record for record in map(json.loads, file) if record["id"] in labels}
    feed = "".join(json.dumps({"id": i, "text": articles[i]["text"]}) + "\n" for i in articles)
    out = subprocess.run([binary, "annotate"], input=feed, capture_output=True, encoding="utf-8", check=True).stdout
    counts = collections.Counter()
    for found in map(json.loads, out.splitlines()):
        text = articles[found["id"]]["text"]
        speakers = {quote.get("speaker_start") for quote in articles[found["id"]]["quotes"]}
        tied = {m["start"]: a for a in found["actors"] for m in a["mentions"] if m["kind"] == "pronoun"}
        for start, end, number in labels[found["id"]]["pronouns"]:
            actor = tied.get(start)
            if number < 0:
                counts["nobody named", actor is None] += 1
                continue
            names = labels[found["id"]]["names"][number]
            right = actor is not None and any(
                m["kind"] == "name" and m["start"] < e and s < m["end"] for m in actor["mentions"] for s, e in names)
            for key in ["all"] + (["speakers"] if start in speakers else []):
                counts[key, right] += 1
            if not right and errors > 0:
                errors -= 1
                print(found["id"], text[max(0, start - 200):start], f"<<{text[start:end]}>>", text[end:end + 60], "|",
                      actor and actor["name"], "|", text[names[0][0]:names[0][1]])
    for key in ("all", "speakers", "nobody named"):
        right, wrong = counts[key, True], counts[key, False]
        print(f"{key:12} right {right} of {right + wrong}: {100 * right / max(right + wrong, 1):.2f}")


if __name__ == "__main__":
    main()
