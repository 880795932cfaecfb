#!/usr/bin/env python3
"""syntax.py GOLD BINARY [--all] [--keep FILE]

Runs `BINARY syntax` over the documents of GOLD/treebank/*.conllu.xz that training leaves out (those whose identifier's
FNV-1a-64 hash is divisible by ten) and prints tags, features, lemmas and dependencies by genre, and speed. Tokens are
gold. UAS and LAS count every word, punctuation included; LAS compares relations with their subtypes, LAS* without.
"""
import argparse
import collections
import glob
import lzma
import os
import resource
import subprocess
import sys
import time


def is_held_out(document):
    value = 0xCBF29CE484222325
    for byte in document.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value % 10 == 0


def genre(document):
    return document.split("_")[1] if document.startswith("GUM_") else document.split("-")[0]


def sentences(path):
    """Pairs of a document's identifier and the word lines of one of its sentences, as lists of columns."""
    document, words = "", []
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# newdoc id = "):
                document = line.removeprefix("# newdoc id = ")
            elif not line:
                if words:
                    yield document, words
                words = []
            elif not line.startswith("#"):
                columns = line.split("\t")
                if columns[0].isdigit():
                    words.append(columns)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("--all", action="store_true", help="score the training documents too")
    parser.add_argument("--keep", help="keep the output in this file")
    options = parser.parse_args()

    gold = []
    for path in sorted(glob.glob(os.path.join(options.gold, "treebank", "*.conllu.xz"))):
        gold += [pair for pair in sentences(path) if options.all or is_held_out(pair[0])]
    if not gold:
        sys.exit(f"no treebanks in {options.gold}")
    given = "".join(
        "".join("\t".join(word[:2] + ["_"] * 8) + "\n" for word in words) + "\n" for _, words in gold
    )
    start, used = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    run = subprocess.run([options.binary, "syntax"], input=given, capture_output=True, encoding="utf-8")
    seconds = time.monotonic() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - used
    if run.returncode != 0:
        sys.exit(f"{options.binary} syntax: exit {run.returncode}: {run.stderr.strip()[:500]}")
    if options.keep:
        with open(options.keep, "w", encoding="utf-8") as file:
            file.write(run.stdout)

    found = [line.split("\t") for line in run.stdout.split("\n") if line]
    counts = collections.defaultdict(collections.Counter)
    at = 0
    for document, words in gold:
        for word in words:
            answer = found[at]
            at += 1
            if answer[:2] != word[:2]:
                sys.exit(f"{document}: {word[1]!r} came back as {answer[1]!r}")
            hit = {
                "UPOS": answer[3] == word[3],
                "FEATS": answer[5] == word[5],
                "LEMMA": answer[2] == word[2],
                "UAS": answer[6] == word[6],
                "LAS": answer[6:8] == word[6:8],
                "LAS*": answer[6] == word[6] and answer[7].split(":")[0] == word[7].split(":")[0],
            }
            for row in (genre(document), "all"):
                counts[row]["words"] += 1
                for name, right in hit.items():
                    counts[row][name] += right
    names = ["UPOS", "FEATS", "LEMMA", "UAS", "LAS", "LAS*"]
    print(f"{'genre':<12}{'words':>8}" + "".join(f"{name:>8}" for name in names))
    for row in sorted(counts, key=lambda row: (row == "all", row)):
        count = counts[row]
        print(f"{row:<12}{count['words']:>8}" + "".join(f"{100 * count[name] / count['words']:8.2f}" for name in names))
    print(f"syntax: {at:,} tokens in {seconds:.2f} s ({used:.2f} s of one core), {at / used / 1e6:.3f} M tokens/s")


if __name__ == "__main__":
    main()
