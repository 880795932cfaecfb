#!/usr/bin/env python3
"""Lists labelled pages for `crossread-train debris`.

usage: debris_pages.py GOLD FOLDER > PAGES.tsv

GOLD is the folder that holds gold/. Clean articles of GOLD/gold/quotes/dev.jsonl, all of whose lines are article, are
written into FOLDER as text files, so that the classifier also learns what a page without debris looks like.
"""
import glob
import json
import os
import re
import sys
from urllib.parse import urlparse


def letters(text):
    return "".join(c for c in text.casefold() if c.isalnum())


def main():
    gold, folder = sys.argv[1], sys.argv[2]
    for path in sorted(glob.glob(f"{gold}/gold/text/dump/*.json")):
        with open(path, encoding="utf-8") as file:
            page = json.load(file)
        site = urlparse(page.get("url") or "").netloc or re.sub(r"_.*|\.\w+$", "", page["id"])
        parts = site.split(".")
        site = ".".join(parts[-3:] if len(parts) > 2 and len(parts[-2]) <= 3 else parts[-2:])
        path = path[: -len(".json")] + ".txt"
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        # The title is found later, whatever the classifier says of it.
        title = letters(page.get("title") or "")
        marks = "".join(
            "-" if title and letters(line) == title else {"body": "b", "dup": "-"}.get(label, "d")
            for line, label in zip(lines, page["labels"])
        )
        print(site, marks, path, sep="\t")
    os.makedirs(folder, exist_ok=True)
    with open(f"{gold}/gold/quotes/dev.jsonl", encoding="utf-8") as file:
        for number, line in enumerate(file):
            text = "\n".join(part for part in json.loads(line)["text"].split("\n") if part.strip())
            path = os.path.join(folder, f"{number:04}.clean.txt")
            with open(path, "w", encoding="utf-8") as out:
                out.write(text)
            # The title may be either; the rest is article.
            print(f"clean{number}", "-" + "b" * text.count("\n"), path, sep="\t")


main()
