#!/usr/bin/env python3
"""contrast.py GOLD BINARY [SET...] [--errors N]

Runs `BINARY contrast` over GOLD/pairs/SET_dev.jsonl (all sets, if none is named) and prints precision, recall and F1 of the
class contradiction, how often a statement is said to contradict itself, and how often a paraphrase of it is: an entailed
pair that shares most of its words.
"""
import argparse
import json
import os
import subprocess
import sys


def run(binary, lines):
    given = "".join(json.dumps(line) + "\n" for line in lines)
    result = subprocess.run([binary, "contrast"], input=given, capture_output=True, encoding="utf-8")
    if result.returncode != 0:
        sys.exit(f"{binary} contrast: exit {result.returncode}: {result.stderr.strip()[:500]}")
    return [json.loads(line) for line in result.stdout.splitlines()]


def is_paraphrase(line):
    left, right = ({word.strip(".,").lower() for word in line[side].split()} for side in ("premise", "hypothesis"))
    return line["label"] == "entailment" and len(left & right) >= 0.6 * len(left | right)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--most", type=int, default=2000, help="pairs a set")
    options = parser.parse_args()
    folder = os.path.join(options.gold, "pairs")
    sets = options.sets or sorted(name[: -len("_dev.jsonl")] for name in os.listdir(folder))
    for name in sets:
        with open(os.path.join(folder, name + "_dev.jsonl"), encoding="utf-8") as file:
            lines = [json.loads(line) for line in file if line.strip()]
        lines = lines[:: max(1, len(lines) // options.most)]
        answers = run(options.binary, [{key: line[key] for key in ("id", "premise", "hypothesis")} for line in lines])
        same = run(options.binary, [{"id": line["id"], "premise": line["hypothesis"], "hypothesis": line["hypothesis"]}
                                    for line in lines[:200]])
        pairs = [(line["label"] == "contradiction", answer["label"] == "contradiction")
                 for line, answer in zip(lines, answers)]
        right = sum(gold and said for gold, said in pairs)
        said = sum(said for _, said in pairs)
        gold = sum(gold for gold, _ in pairs)
        precision, recall = right / max(1, said), right / max(1, gold)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        entailed = [answer["label"] == "contradiction" for line, answer in zip(lines, answers)
                    if line["label"] == "entailment"]
        alike = [answer["label"] == "contradiction" for line, answer in zip(lines, answers) if is_paraphrase(line)]
        print(f"{name}: {len(lines)} pairs, contradiction P {precision:.3f} R {recall:.3f} F1 {f1:.3f}; "
              f"entailed ones marked {sum(entailed) / max(1, len(entailed)):.3f}; "
              f"identical ones marked {sum(answer['label'] == 'contradiction' for answer in same)}/{len(same)}, paraphrases {sum(alike)}/{len(alike)}")
        shown = 0
        for line, answer in zip(lines, answers):
            if shown < options.errors and (line["label"] == "contradiction") != (answer["label"] == "contradiction"):
                shown += 1
                print(f"  {line['label']} / {answer['label']} {answer['because']}\n    {line['premise'][:200]}\n    {line['hypothesis']}")


if __name__ == "__main__":
    main()
