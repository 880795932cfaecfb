#!/usr/bin/env python3
"""quotes.py GOLD BINARY [--track all|speech|direct] [--source PREFIX] [--errors N] [--keep FILE]

Runs `BINARY annotate` over the articles of GOLD/quotes/dev.jsonl and scores its statements with GOLD/../score/score_quotes.py.
Spans held at a distance (scare quotes) are not statements to the scorer and are left out.
"""
import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("binary")
    parser.add_argument("--track", action="append", choices=["all", "speech", "direct"])
    parser.add_argument("--source", default="")
    parser.add_argument("--errors", default="0")
    parser.add_argument("--keep", help="keep the predictions in this file")
    options = parser.parse_args()

    articles = os.path.join(options.gold, "quotes", "dev.jsonl")
    scorer = os.path.join(options.gold, "..", "score", "score_quotes.py")
    with open(articles, encoding="utf-8") as file:
        lines = [json.loads(line) for line in file if line.strip()]
    lines = [line for line in lines if line["id"].startswith(options.source)]
    texts = {line["id"]: line["text"] for line in lines}
    given = "".join(json.dumps({"id": line["id"], "text": line["text"]}) + "\n" for line in lines)

    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([options.binary, "annotate"], input=given, capture_output=True, encoding="utf-8")
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    if run.returncode != 0:
        sys.exit(f"{options.binary} annotate: exit {run.returncode}: {run.stderr.strip()[:500]}")
    size = sum(len(text) for text in texts.values())
    print(f"annotate: {size:,} characters in {seconds:.2f} s of one core, {size / seconds / 1e6:.2f} M characters/s")

    predictions = []
    for line in run.stdout.splitlines():
        read = json.loads(line)
        names = {actor["id"]: actor["name"] for actor in read.get("actors", [])}
        quotes = []
        for statement in read.get("statements", []):
            if statement["kind"] == "scare":
                continue
            quotes.append({
                "start": statement["start"], "end": statement["end"], "kind": statement["kind"],
                "speaker_text": statement.get("speakerText"),
                "speaker_start": statement.get("speakerStart"), "speaker_end": statement.get("speakerEnd"),
                "speaker_ref": names.get(statement.get("speaker")), "cue": statement.get("cue"),
                "confidence": statement.get("confidence"),
            })
        predictions.append({"id": read["id"], "quotes": quotes})

    path = options.keep or os.path.join(tempfile.mkdtemp(), "quotes.jsonl")
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(prediction) + "\n" for prediction in predictions)
    for track in options.track or ["direct", "speech"]:
        sys.stdout.flush()
        subprocess.run(
            [sys.executable, scorer, articles, path, "--track", track, "--source", options.source,
             "--errors", options.errors, "--only-predicted-docs"], check=True)


if __name__ == "__main__":
    main()
