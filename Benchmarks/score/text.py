#!/usr/bin/env python3
"""Scores how well crossread tells article from debris, line by line.

usage: text.py GOLD BINARY [near|full ...]

GOLD is the gold folder, with score/ beside it; BINARY is the built crossread. Kept lines are those of the blocks that
`analyze --format json` does not list as debris, the title aside. Prints what GOLD/../score/score_text.py prints.
"""
import bisect
import glob
import json
import os
import subprocess
import sys
import tempfile


def kept_lines(document):
    """1-based numbers of the lines that hold a character outside debris and title."""
    text, title = document["text"], document["title"]
    marks = [(d["start"], d["end"]) for d in document["debris"]]
    keep, start = [], 0
    marks.sort()
    starts = [s for s, _ in marks]
    seen_title = False
    for number, line in enumerate(text.split("\n"), 1):
        first = start + len(line) - len(line.lstrip())
        start += len(line) + 1
        if not line.strip():
            continue
        at = bisect.bisect_right(starts, first) - 1
        if at >= 0 and first < marks[at][1]:
            continue
        if title and not seen_title and line.strip() == title.strip():
            seen_title = True
            continue
        keep.append(number)
    return keep


def main():
    gold, binary = sys.argv[1], sys.argv[2]
    dump = os.path.join(gold, "text", "dump")
    for kind in sys.argv[3:] or ["near", "full"]:
        files = sorted(glob.glob(f"{dump}/*.{kind}.txt"))
        output = subprocess.run([binary, "analyze", "--format", "json", *files], stdout=subprocess.PIPE, check=False).stdout
        with tempfile.NamedTemporaryFile("w", suffix=f".{kind}.jsonl") as predictions:
            for document in json.loads(output)["documents"]:
                name = os.path.basename(document["path"])[: -len(".txt")]
                date = (document["published"] or {}).get("date")
                outlet = (document["source"] or {}).get("name")
                line = {"id": name, "keep": kept_lines(document), "title": document["title"], "date": date, "outlet": outlet}
                predictions.write(json.dumps(line) + "\n")
            predictions.flush()
            scorer = os.path.join(gold, "..", "score", "score_text.py")
            subprocess.run([sys.executable, scorer, "--gold", dump, "--kind", kind, predictions.name], check=True)


main()
