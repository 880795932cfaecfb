#!/usr/bin/env python3
"""speed.py BINARY [--runs N] [--copies 100,300,1000]

Times the release binary from outside, as a person meets it: cold processes, wall clock, peak memory.
  seeds     the text report of the five seeds: start, reading and printing
  annotate  characters a second on the seeds repeated to about 10 MB
  compare   laying two articles of 3,000 words side by side: processor time of the screen with them less that without
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

def processor_time(command, runs):
    """The least processor seconds of a command."""
    times = []
    for _ in range(runs):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)

def compare(options, folder, texts):
    """Seconds that the Compare view takes for two articles, which share sentences but not their order."""
    sentences = [part + '.' for text in texts for part in text.replace('\n', ' ').split('.') if len(part.split()) > 4]
    paths = []
    for index in range(2):
        words, article = 0, []
        while words < 3000:
            sentence = sentences[(len(article) * (7 + 4 * index)) % len(sentences)].replace('Putin', f'Putin {len(article)}')
            article.append(sentence)
            words += len(sentence.split())
        paths.append(os.path.join(folder, f'long{index}.txt'))
        with open(paths[-1], 'w') as file: file.write('Long article\n\n' + '\n\n'.join(article) + '\n')
    command = [options.binary, 'read', *paths, '--no-library', '--dump-screen', '--size', '120x36', '--keys']
    # Every step of the bar has the articles laid out anew: twenty steps from 0 to 0.95.
    steps, count = '{' * 20 + '}' * 19, 20
    times = [processor_time(command + [view + steps], options.runs) for view in '23']
    return (times[0] - times[1]) / count

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

        print(f'compare           {compare(options, folder, texts) * 1000:8.1f} ms   3,000 words each')

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
