#!/usr/bin/env python3
"""all.py GOLD BINARY [--record] [ROW...]

Runs every scorer beside this file and prints one table: each figure, the last recorded one, and what must be reached. A row is
chosen by the name of its scorer (quotes, names, actors, ...). --record keeps the figures in recorded.json.
A figure that does not reach what it must is marked with ! and makes the exit code 1.
Figures are on `dev`; those marked * stand on data that weights were learnt from and are flattered. Standard library only.
"""
import argparse
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = os.path.join(HERE, "recorded.json")
NUMBER = r"(-?\d+(?:\.\d+)?)"

# scorer and arguments; then label, pattern of the figure in what it prints, what must be reached (None: nothing set).
ROWS = [
    (["quotes.py", "--track", "direct"], [
        ("direct speech, span F1 *", rf"iou80 .*?F1 +{NUMBER}", 96),
        ("direct speech, span and speaker F1 *", rf"attributed_iou80 .*?F1 +{NUMBER}", 88),
        ("annotate, M characters/s", rf"{NUMBER} M characters/s", 0.7),
    ]),
    (["quotes.py", "--track", "speech"], [
        ("reported speech, span F1 *", rf"iou80 .*?F1 +{NUMBER}", 62),
        ("reported speech, span and speaker F1 *", rf"attributed_iou80 .*?F1 +{NUMBER}", 56),
    ]),
    (["quotes.py", "--track", "all", "--source", "ggt"], [
        ("resolved speaker, GenderGapTracker *", rf"'resolved': \[\d+, {NUMBER}", 75),
    ]),
    (["names.py", "--dataset", "worldwide"], [("names, worldwide *", rf"exact +ALL .*?F1 +{NUMBER}", 79)]),
    (["names.py", "--dataset", "wikigold"], [("names, wikigold *", rf"exact +ALL .*?F1 +{NUMBER}", 69)]),
    (["names.py", "--dataset", "conllpp"], [("names, CoNLL++ (never learnt from)", rf"exact +ALL .*?F1 +{NUMBER}", 72)]),
    (["match.py"], [("name pairs, name_bench F1 *", rf"nomenklatura_name_bench .*?F1 +{NUMBER}", 80)]),
    (["actors.py", "--dataset", "ecbplus"], [
        ("names across documents, ECB+ CoNLL", rf"CoNLL +{NUMBER}", 80),
        ("the same, pairwise precision", rf"pairs P +{NUMBER}", 97),
    ]),
    (["gap.py"], [("pronouns, GAP F1 *", rf"(?:all|ALL|overall)\b.*?F1 +{NUMBER}", 62)]),
    (["pronouns.py"], [
        ("pronouns in news *", rf"all .*?: {NUMBER}", None), ("pronouns that name speakers *", rf"speakers .*?: {NUMBER}", None),
    ]),
    (["syntax.py"], [
        ("syntax, UPOS (held out)", None, 94), ("syntax, UAS (held out)", None, 84), ("syntax, LAS (held out)", None, 80),
        ("syntax, M tokens/s", rf"{NUMBER} M tokens/s", 0.15),
    ]),
    (["text.py", "near"], [("body lines, near, F1 by characters *", rf"chars .*?F1 +{NUMBER}", 0.940)]),
    (["text.py", "full"], [("body lines, full page, F1 by characters *", rf"chars .*?F1 +{NUMBER}", 0.866)]),
    (["pages.py"], [
        ("web pages, body F1, AEB *", rf"aeb .*?body .*?F1 {NUMBER}", 0.93),
        ("the same, Fundus *", rf"fun .*?body .*?F1 {NUMBER}", 0.92),
        ("web pages, snippets F1, trafilatura *", rf"traf .*?snip .*?F1 {NUMBER}", 0.88),
        ("web pages, title, Fundus", rf"fun .*?title {NUMBER}", 0.75),
        ("web pages, day, Fundus", rf"fun .*?date {NUMBER}", 0.95),
        ("web pages, day, htmldate", rf"hd .*?date {NUMBER}", 0.80),
        ("web pages, author F1, Fundus", rf"fun .*?author F1 {NUMBER}", 0.75),
        ("web pages, outlet, Fundus", rf"outlet {NUMBER} of", 70),
    ]),
    (["disagreements.py", "--bar"], [
        ("disagreements, P1 among the ten first", rf'"at10": \{{\s*"recall_p1": {NUMBER}', 25),
        ("the same, precision", rf'"at10": \{{[^}}]*"precision_lower": {NUMBER}', 35),
        ("decoys marked, at most", rf'"decoys_hit": {NUMBER}', 5),
        ("relation right", rf'"relation_right": {NUMBER}', 70),
        ("agreements found", rf'"agreements_found": {NUMBER}', 50),
        ("agreements above the bar, marked", rf"{NUMBER} in 100 of them marked", None),
        ("omissions found", rf'"omissions_found": {NUMBER}', 35),
    ]),
    (["contrast.py", "rte3_3way"], [("contradiction F1, RTE-3", rf"F1 +{NUMBER}", 0.30)]),
    (["contrast.py", "breaking_nli"], [("contradiction F1, Breaking-NLI *", rf"F1 +{NUMBER}", 0.70)]),
    (["contrast.py", "fever_dev"], [("contradiction F1, FEVER *", rf"F1 +{NUMBER}", 0.60)]),
]


def table_figure(output, label):
    """A column of the last row of a table whose head names the columns."""
    head = next((line.split() for line in output.splitlines() if "UPOS" in line), None)
    last = next((line.split() for line in output.splitlines() if re.match(r"(?i)all\b|total\b", line.strip())), None)
    column = label.split()[1]
    return float(last[head.index(column)]) if head and last and column in head else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("rows", nargs="*")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    recorded = json.load(open(RECORD, encoding="utf-8")) if os.path.exists(RECORD) else {}

    print(f"{'':46}{'now':>9}{'recorded':>10}{'must':>8}")
    failed = False
    for command, figures in ROWS:
        if options.rows and command[0][:-3] not in options.rows:
            continue
        script = os.path.join(HERE, command[0])
        run = subprocess.run(
            [sys.executable, script, options.gold, options.binary, *command[1:]], capture_output=True, encoding="utf-8")
        if run.returncode != 0:
            failed = True
            print(f"{' '.join(command)}: exit {run.returncode}: {run.stderr.strip()[-300:]}")
            continue
        for label, pattern, must in figures:
            match = re.search(pattern, run.stdout) if pattern else None
            figure = float(match.group(1)) if match else (None if pattern else table_figure(run.stdout, label))
            if figure is None:
                failed = True
                print(f"{label:46}{'not found in the output':>27}")
                continue
            before = recorded.get(label)
            shown = "" if before is None else f"{before:g}"
            # What is to be small is called so.
            is_short = must is not None and (figure > must if "at most" in label else figure < must)
            failed = failed or is_short
            print(f"{label:46}{figure:9g}{shown:>10}{must if must is not None else '':>8}{' !' if is_short else ''}", flush=True)
            recorded[label] = figure
    if options.record:
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump(recorded, file, indent=1, sort_keys=True)
            file.write("\n")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
