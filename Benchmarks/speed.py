#!/usr/bin/env python3
"""speed.py BINARY [--runs N] [--copies 100,300,1000]

Times the release binary from outside, as a person meets it: cold processes, wall clock, peak memory.
  seeds     the text report of the five seeds: start, reading and printing
  annotate  characters a second on the seeds repeated to about 10 MB
  copies    `analyze` on N copies of the seeds under different names; the last column is the growth per article
            against the row before (1.0 is linear)
Every figure is the median of the runs. Pure standard library."""
import argparse, json, os, resource, shutil, statistics, subprocess, sys, tempfile, time

def measure(command, stdin=None):
    """Runs a command; returns seconds and peak kilobytes."""
    with open(stdin or os.devnull, 'rb') as source, open(os.devnull, 'wb') as sink:
        start = time.monotonic()
        process = subprocess.Popen(command, stdin=source, stdout=sink)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f'{" ".join(command)}: exit code {process.returncode}')
    return seconds, usage.ru_maxrss

def median(command, runs, stdin=None):
    results = [measure(command, stdin) for _ in range(runs)]
    return statistics.median(r[0] for r in results), max(r[1] for r in results)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('binary')
    parser.add_argument('--runs', type=int, default=11)
    parser.add_argument('--copies', default='100,300,1000')
    options = parser.parse_args()
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    seeds = sorted(os.path.join(root, 'seeds', name) for name in os.listdir(os.path.join(root, 'seeds')))

    seconds, memory = median([options.binary, '--version'], options.runs)
    print(f'start             {seconds * 1000:8.1f} ms   {memory / 1024:7.1f} MB')
    seconds, memory = median([options.binary, 'report', *seeds], options.runs)
    print(f'seeds, complete   {seconds * 1000:8.1f} ms   {memory / 1024:7.1f} MB')

    with tempfile.TemporaryDirectory() as folder:
        lines, characters = [], 0
        texts = [open(path, encoding='utf-8').read() for path in seeds]
        while characters < 10_000_000:
            text = texts[len(lines) % len(texts)]
            lines.append(json.dumps({'id': len(lines), 'text': text}))
            characters += len(text)
        path = os.path.join(folder, 'lines.jsonl')
        with open(path, 'w') as file: file.write('\n'.join(lines) + '\n')
        seconds, memory = median([options.binary, 'annotate'], 3, stdin=path)
        print(f'annotate          {characters / seconds / 1e6:8.2f} M characters/s   {memory / 1024:7.1f} MB')

        previous = None
        for count in map(int, options.copies.split(',')):
            target = os.path.join(folder, f'copies{count}')
            os.mkdir(target)
            for index in range(count):
                shutil.copy(seeds[index % len(seeds)], os.path.join(target, f'{index:05}.txt'))
            seconds, memory = median([options.binary, 'analyze', target], 3)
            growth = '' if previous is None else f'   x{(seconds / count) / previous:.2f} per article'
            print(f'{count:5} articles    {seconds * 1000:8.1f} ms   {memory / 1024:7.1f} MB{growth}')
            previous = seconds / count

if __name__ == '__main__': main()
