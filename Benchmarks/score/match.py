#!/usr/bin/env python3
"""match.py GOLD BINARY [--errors N]

Runs `BINARY match` over the pairs of GOLD/actors/names_dev.jsonl: precision, recall and F1 of "same", source by source. The weights that
ship were fitted to nomenklatura_name_bench, hand_seed and wikidata_name_tokens: `crossread-train name-match` gives honest figures for those.
"""
import argparse
import json
import os
import subprocess
import sys
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("--errors", type=int, default=0, help="print so many wrong pairs of every source")
    options = parser.parse_args()

    with open(os.path.join(options.gold, "actors", "names_dev.jsonl"), encoding="utf-8") as file:
        pairs = [json.loads(line) for line in file if line.strip()]
    given = "".join(json.dumps({"id": str(n), "a": pair["a"], "b": pair["b"]}) + "\n" for n, pair in enumerate(pairs))
    start = time.monotonic()
    run = subprocess.run([options.binary, "match"], input=given, capture_output=True, encoding="utf-8")
    seconds = time.monotonic() - start
    if run.returncode != 0:
        sys.exit(f"{options.binary} match: exit {run.returncode}: {run.stderr.strip()[:500]}")
    print(f"match: {len(pairs) / seconds:,.0f} pairs/s")

    counts = {}
    for line in run.stdout.splitlines():
        answer = json.loads(line)
        pair = pairs[int(answer["id"])]
        right, found, gold, total, shown = counts.get(pair["source"], (0, 0, 0, 0, 0))
        if answer["same"] != pair["same"] and shown < options.errors:
            print("wrong:", pair["a"], "|", pair["b"], "|", answer["rule"], round(answer["score"], 2))
            shown += 1
        counts[pair["source"]] = (
            right + (answer["same"] and pair["same"]), found + answer["same"], gold + pair["same"], total + 1, shown)
    for source, (right, found, gold, total, _) in sorted(counts.items()):
        precision, recall = right / max(found, 1), right / max(gold, 1)
        f1 = 2 * right / max(found + gold, 1)
        print(f"{source:26} P {100 * precision:6.2f} R {100 * recall:6.2f} F1 {100 * f1:6.2f}  pairs {total}")


if __name__ == "__main__":
    main()
