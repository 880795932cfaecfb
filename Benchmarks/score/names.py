#!/usr/bin/env python3
"""names.py GOLD BINARY [--dataset NAME]... [--keep FILE]

Runs `BINARY annotate` over the documents of GOLD/actors/ner_dev.jsonl and scores its entities, data set by data set, with
GOLD/../score/score_ner.py. The finder that ships has learnt from `worldwide` and `wikigold`: their figures here are flattered;
`crossread-train names --cross-validate` gives honest ones. `conllpp` is never learnt from.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("--dataset", action="append")
    parser.add_argument("--keep", help="keep the predictions in this file")
    options = parser.parse_args()

    gold = os.path.join(options.gold, "actors", "ner_dev.jsonl")
    scorer = os.path.join(options.gold, "..", "score", "score_ner.py")
    with open(gold, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    datasets = options.dataset or sorted({line["dataset"] for line in lines})
    given = "".join(
        json.dumps({"id": line["id"], "text": line["text"]}) + "\n" for line in lines if line["dataset"] in datasets)

    start = time.monotonic()
    run = subprocess.run([options.binary, "annotate"], input=given, capture_output=True, encoding="utf-8")
    seconds = time.monotonic() - start
    if run.returncode != 0:
        sys.exit(f"{options.binary} annotate: exit {run.returncode}: {run.stderr.strip()[:500]}")
    size = sum(len(line["text"]) for line in lines if line["dataset"] in datasets)
    print(f"annotate: {size:,} characters in {seconds:.2f} s, {size / seconds / 1e6:.2f} M characters/s")

    path = options.keep or os.path.join(tempfile.mkdtemp(), "names.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for line in run.stdout.splitlines():
            read = json.loads(line)
            file.write(json.dumps({"id": read["id"], "entities": read.get("entities", [])}) + "\n")
    for dataset in datasets:
        print(dataset, flush=True)
        subprocess.run([sys.executable, scorer, gold, path, "--dataset", dataset], check=True)


if __name__ == "__main__":
    main()
