#!/usr/bin/env python3
"""disagreements.py GOLD BINARY [--errors N] [--bar] [--keep FILE]

Runs `BINARY analyze` over every event's folder of GOLD/disagreements/texts and scores what it marks with
GOLD/../score/score_disagreements.py. With --bar only what is shown unasked counts.
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time


def prediction(event, folder, binary, only_shown):
    everything = [] if only_shown else ["--all"]
    run = subprocess.run(
        [binary, "analyze", *everything, "--format", "json", folder], capture_output=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"{binary} analyze {folder}: exit {run.returncode}: {run.stderr.strip()[:500]}")
    dossier = json.loads(run.stdout)
    files = {document["id"]: os.path.basename(document["path"]) for document in dossier["documents"]}

    def place(side):
        return {"file": files[side["document"]], "start": side["start"], "end": side["end"]}

    return {
        "event": event,
        "events_found": len(dossier["events"]),
        "disagreements": [
            {key: one[key] for key in ("relation", "kind", "time", "confidence", "because")}
            | {"left": place(one["left"]), "right": place(one["right"])}
            for one in dossier["disagreements"]
        ],
        "agreements": [
            {"passages": [place(p) for p in one["passages"]], "confidence": one["confidence"]}
            for one in dossier["agreements"]
        ],
        "omissions": [
            {"present": place(one["present"]), "missing_from": files[one["missingFrom"]]}
            for one in dossier["omissions"]
        ],
    }


# What the reader shows of agreements without being asked.
BAR = 0.46


def shown_agreements(lines, gold, texts, scorer):
    """How many agreements above the bar are marked in the gold, and how many of the marked ones they find."""
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    shown = right = found = marked = 0
    for line in lines:
        with open(os.path.join(gold, f"{line['event']}.json"), encoding="utf-8") as file:
            wanted = [one["passages"] for one in json.load(file)["agreements"]]

        def text(name):
            return module.load(texts, line["event"], name)

        def is_one(one, other):
            return sum(any(module.side(text, passage, side) for side in other) for passage in one) > 1

        given = [one["passages"] for one in line["agreements"] if one["confidence"] >= BAR]
        shown, marked = shown + len(given), marked + len(wanted)
        right += sum(any(is_one(one, other) for one in wanted) for other in given)
        found += sum(any(is_one(one, other) for other in given) for one in wanted)
    return shown, 100 * right / max(1, shown), 100 * found / max(1, marked)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("--errors", default="0")
    parser.add_argument("--bar", action="store_true")
    parser.add_argument("--keep", help="keep the predictions in this file")
    options = parser.parse_args()
    gold = os.path.join(options.gold, "disagreements", "dev")
    texts = os.path.join(options.gold, "disagreements", "texts")
    scorer = os.path.join(options.gold, "..", "score", "score_disagreements.py")
    start = time.monotonic()
    lines = [
        prediction(event, os.path.join(texts, event), options.binary, options.bar) for event in sorted(os.listdir(texts))
    ]
    print(f"{len(lines)} events in {time.monotonic() - start:.2f} s; "
          f"read as one event: {sum(line['events_found'] == 1 for line in lines)}")
    count, right, found = shown_agreements(lines, gold, texts, scorer)
    print(f"agreements above the bar: {count}, {right:.1f} in 100 of them marked; of all marked {found:.1f} in 100")
    path = options.keep or os.path.join(tempfile.mkdtemp(), "predictions.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        for line in lines:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")
    sys.exit(subprocess.run(
        [sys.executable, scorer, "--gold", gold, "--texts", texts, "--errors", options.errors, path]).returncode)


if __name__ == "__main__":
    main()
