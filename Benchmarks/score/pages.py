#!/usr/bin/env python3
"""Scores how crossread reads saved web pages: text, title, date, author and outlet.

usage: pages.py GOLD BINARY

GOLD is the gold folder, with score/ beside it; BINARY is the built crossread. The pages of GOLD/pages are unpacked into a folder
that is deleted again. Prints what GOLD/../score/score_ingest.py prints, then the outlets that are named as in the gold, or
one name within the other.
"""
import glob
import json
import os
import subprocess
import sys
import tarfile
import tempfile


def letters(text):
    return "".join(c for c in (text or "").casefold() if c.isalnum())


def main():
    gold, binary = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as folder:
        for archive in glob.glob(f"{gold}/pages/*.tar.xz"):
            with tarfile.open(archive) as file:
                file.extractall(folder, filter="data")
        pages = sorted(glob.glob(f"{folder}/*.html"))
        run = subprocess.run([binary, "extract", *pages], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
        found = {}
        for line in run.stdout.decode("utf-8").splitlines():
            page = json.loads(line)
            found[os.path.basename(page["path"])[: -len(".html")]] = page
        predictions = os.path.join(folder, "crossread.jsonl")
        with open(predictions, "w", encoding="utf-8") as out:
            for name, page in found.items():
                line = {"id": name, "text": page["text"], "title": page["title"], "date": page["published"]}
                out.write(json.dumps({**line, "authors": page["author"], "outlet": page["source"]}) + "\n")
        scorer = os.path.join(gold, "..", "score", "score_ingest.py")
        subprocess.run([sys.executable, scorer, "--pages", folder, predictions], check=True)

        outlets = right = 0
        for path in glob.glob(f"{folder}/*.json"):
            with open(path, encoding="utf-8") as file:
                page = json.load(file)
            want = letters(page.get("outlet"))
            got = letters(found.get(page["id"], {}).get("source"))
            outlets += bool(want)
            right += bool(want and got and (want in got or got in want))
        print(f"outlet {100 * right / max(1, outlets):.1f} of 100")


main()
