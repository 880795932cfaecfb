#!/usr/bin/env python3
"""plain.py BINARY [--misses]

How many plain clashes `BINARY analyze --all` finds, one at a time in two short articles of one event, and how many pairs
that are none it marks. The pairs stand in plain.tsv; they are invented.
"""
import argparse
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


def marked(binary, sentences):
    with tempfile.TemporaryDirectory() as folder:
        for name, frame, sentence in zip("ab", FRAMES, sentences):
            with open(os.path.join(folder, f"{name}.txt"), "w", encoding="utf-8") as file:
                file.write(frame.format(sentence))
        run = subprocess.run([binary, "analyze", "--all", "--format", "json", folder], capture_output=True, check=True)
        return bool(json.loads(run.stdout)["disagreements"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary")
    parser.add_argument("--misses", action="store_true", help="print the pairs that are told wrong")
    options = parser.parse_args()
    table = os.path.join(os.path.dirname(os.path.abspath(__file__)), "plain.tsv")
    with open(table, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    found = {"clash": 0, "none": 0}
    for kind, *sentences in rows:
        is_marked = marked(options.binary, sentences)
        found[kind] += is_marked
        if options.misses and is_marked != (kind == "clash"):
            print(kind, *sentences, sep="\t")
    for kind in found:
        print(f"{kind}: {found[kind]} of {sum(row[0] == kind for row in rows)} marked")


if __name__ == "__main__":
    main()
