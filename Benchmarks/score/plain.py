#!/usr/bin/env python3
"""plain.py BINARY [built|read|unread ...] [--misses]

How many plain clashes `BINARY analyze --all` finds, one at a time in two short articles of one event, by kind, and how many
pairs that are none it marks. The pairs stand in the tables under plain/ and are invented: `built` grew with the judges; `read`
and `unread` were written by others, and nobody who works on the judges reads the latter.
"""
import argparse
import collections
import concurrent.futures
import json
import os
import subprocess
import tempfile

FRAMES = [
    "The council of Norburg gathered after a long week in the harbour town.\n\nMayor Anna Orlov opened the evening and greeted the "
    "guests from the villages along the coast. Some had come by ferry in the rain.\n\n{}\n\nA choir sang before the break, and "
    "coffee was served in the old customs house. Students handed out leaflets about the library.\n\nThe treasurer, Jan Dorn, "
    "read out a list of repairs to roofs and bridges. \"Patience will be needed,\" he told the listeners.\n\nResidents of Lindau "
    "followed the evening on the radio. The council of Norburg will gather again in the spring, when the budget is due.\n",
    "NORBURG - Guests filled the customs house when the council of Norburg gathered this spring.\n\nAnna Orlov, the mayor since "
    "2019, spoke briefly of the winter storms and of the ferry that had been out of order for a month.\n\n{}\n\nJan Dorn, the "
    "treasurer, listed what must be mended first. Bridges come before roofs, in his view.\n\nTwo schools from Lindau sent pupils "
    "who recited poems about the sea. The library hopes to lend more books this year.\n\nThe evening ended with songs. In spring "
    "the council turns to the budget.\n",
]
TABLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plain")


def is_marked(binary, sentences):
    """Whether some mark lies in the two sentences themselves."""
    with tempfile.TemporaryDirectory() as folder:
        spans = {}
        for name, frame, sentence in zip("ab", FRAMES, sentences):
            text = frame.format(sentence)
            start = text.index(sentence)
            spans[f"{name}.txt"] = (start, start + len(sentence))
            with open(os.path.join(folder, f"{name}.txt"), "w", encoding="utf-8") as file:
                file.write(text)
        run = subprocess.run([binary, "analyze", "--all", "--format", "json", folder], capture_output=True, check=True)
        report = json.loads(run.stdout)
        place = {document["id"]: spans[os.path.basename(document["path"])] for document in report["documents"]}

        def lies_there(side):
            start, end = place[side["document"]]
            return side["start"] < end and start < side["end"]

        return any(lies_there(mark["left"]) and lies_there(mark["right"]) for mark in report["disagreements"])


def measure(binary, table, shows_misses):
    with open(os.path.join(TABLES, f"{table}.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        marked = list(pool.map(lambda row: is_marked(binary, row[1:]), rows))
    found, all_of = collections.Counter(), collections.Counter()
    for row, hit in zip(rows, marked):
        all_of[row[0]] += 1
        found[row[0]] += hit
        if shows_misses and hit != (row[0] != "none"):
            print(*row, sep="\t")
    clashes = [kind for kind in all_of if kind != "none"]
    print(
        f"{table}: {sum(found[kind] for kind in clashes)} of {sum(all_of[kind] for kind in clashes)} clashes marked, "
        f"{found['none']} of {all_of['none']} harmless pairs;",
        ", ".join(f"{kind} {found[kind]}/{all_of[kind]}" for kind in sorted(clashes)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("tables", nargs="*", choices=["built", "read", "unread", []], help="default: all three")
    parser.add_argument("--misses", action="store_true", help="print the pairs that are told wrong, those of unread excepted")
    options = parser.parse_args()
    for table in options.tables or ["built", "read", "unread"]:
        measure(options.binary, table, options.misses and table != "unread")


if __name__ == "__main__":
    main()
