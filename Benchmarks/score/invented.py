#!/usr/bin/env python3
"""invented.py SCORES BINARY [odd|even] [--bar]

Scores what `BINARY analyze` marks in invented/events.jsonl: thirty-five invented events that three outlets each tell in
their own way, written and marked without knowledge of the program. SCORES is the folder with score_disagreements.py.
Events of odd numbers have been read to find faults; those of even numbers are kept unread, for figures only.
With --bar only what is shown unasked counts.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

from disagreements import prediction

EVENTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "invented", "events.jsonl")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scores")
    parser.add_argument("binary")
    parser.add_argument("half", nargs="?", choices=["odd", "even"])
    parser.add_argument("--bar", action="store_true")
    options = parser.parse_args()
    with open(EVENTS, encoding="utf-8") as file:
        events = [json.loads(line) for line in file]
    if options.half:
        events = [one for one in events if int(one["event"][-1]) % 2 == (options.half == "odd")]
    with tempfile.TemporaryDirectory() as folder:
        gold, texts = os.path.join(folder, "gold"), os.path.join(folder, "texts")
        os.makedirs(gold)
        lines = []
        for one in events:
            os.makedirs(os.path.join(texts, one["event"]))
            for name, text in one["texts"].items():
                with open(os.path.join(texts, one["event"], name), "w", encoding="utf-8", newline="") as file:
                    file.write(text)
            with open(os.path.join(gold, one["event"] + ".json"), "w", encoding="utf-8") as file:
                json.dump(one["marks"], file)
            lines.append(
                prediction(one["event"], os.path.join(texts, one["event"]), os.path.abspath(options.binary), options.bar))
        whole = sum(line["events_found"] == 1 for line in lines)
        print(f"{len(lines)} events, {whole} of them read as one")
        path = os.path.join(folder, "predictions.jsonl")
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        scorer = os.path.join(options.scores, "score_disagreements.py")
        sys.exit(subprocess.run([sys.executable, scorer, "--gold", gold, "--texts", texts, path]).returncode)


if __name__ == "__main__":
    main()
