#!/usr/bin/env python3
"""terminal.py beside CROSSREAD       crossread on seeds/ beside less, tig and newsboat, in one run
terminal.py set CROSSREAD FOLDER    crossread on a large set: keys in every pane, search by the letter
terminal.py one [options] -- COMMAND...   any full-screen program

Times full-screen programs on a pseudo-terminal, as a person feels it.
  first paint   from the start to the first output
  usable        from the start until the screen has shown what says so, and nothing has come for QUIET ms since
  key           from a key to the last output before QUIET ms of silence
  burst         200 keys in one write, and the bytes written for them
  idle          bytes written and processor time used in 2 s without a key
  memory        resident size after all that
Figures are milliseconds, least / median / 95th percentile. Pure standard library; a program that is missing is named."""
import argparse, fcntl, os, pathlib, pty, re, select, shutil, signal, statistics, struct, subprocess, sys, tempfile, termios, time

NAMES = {'Down': b'\x1b[B', 'Up': b'\x1b[A', 'PgDn': b'\x1b[6~', 'PgUp': b'\x1b[5~', 'Tab': b'\t', 'Enter': b'\r'}
SEQUENCE = re.compile(rb'\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[()].|[=>\\])')

class Program:
    def __init__(self, command, columns, rows):
        self.start = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ['TERM'] = 'xterm-256color'
            time.sleep(0.05)  # until the size is set
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', rows, columns, 0, 0))
        self.start += 0.05

    def read(self, seconds):
        """Bytes that come within a time, or none."""
        if not select.select([self.fd], [], [], seconds)[0]: return b''
        try: return os.read(self.fd, 1 << 16)
        except OSError: return b''

    def settle(self, quiet, limit=10):
        """Reads until it is quiet; returns when the last byte came, and the bytes."""
        begin, last, output = time.monotonic(), None, b''
        while time.monotonic() - begin < limit:
            some = self.read(quiet)
            if not some: break
            last, output = time.monotonic(), output + some
        return last, output

    def press(self, keys, quiet):
        begin = time.monotonic()
        os.write(self.fd, keys)
        last, output = self.settle(quiet)
        return (last - begin) * 1000 if last else None, len(output)

    def begin(self, ready, quiet, limit=20):
        """Waits for the program; returns milliseconds to first paint and to use."""
        first, output = None, b''
        while ready.encode() not in SEQUENCE.sub(b'', output):
            some = self.read(limit)
            if not some: sys.exit(f'never saw “{ready}”')
            first = first or time.monotonic()
            output += some
            usable = time.monotonic()
        last, _ = self.settle(quiet)
        return (first - self.start) * 1000, ((last or usable) - self.start) * 1000

    def processor(self):
        fields = open(f'/proc/{self.pid}/stat').read().rsplit(')', 1)[1].split()
        return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf('SC_CLK_TCK')

    def resident(self):
        return int(re.search(r'VmRSS:\s+(\d+)', open(f'/proc/{self.pid}/status').read()).group(1)) / 1024

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

def figures(values):
    values = sorted(v for v in values if v is not None)
    if not values: return 'nothing drawn'
    high = values[min(len(values) - 1, int(len(values) * 0.95))]
    return f'{values[0]:.2f} / {statistics.median(values):.2f} / {high:.2f}'

def measure(command, ready, before=(), keys=('Down*40', 'Up*40', 'PgDn*5', 'PgUp*5'), size='100x30', runs=11, quiet=30):
    """Rows of what was measured: name and figures."""
    columns, rows = map(int, size.split('x'))
    quiet = quiet / 1000
    starts = []
    for run in range(runs):
        program = Program(command, columns, rows)
        starts.append(program.begin(ready, quiet))
        if run < runs - 1: program.end()
    table = {'first paint': figures([first for first, _ in starts]), 'usable': figures([usable for _, usable in starts])}
    for key in before: program.press(NAMES.get(key, key.encode()), quiet)
    for item in keys:
        name, _, count = item.partition('*')
        key = NAMES.get(name, name.encode())
        table[name] = figures([program.press(key, quiet)[0] for _ in range(int(count or 1))])
    time_taken, size = program.press(NAMES['Down'] * 200, quiet)
    table['burst'] = f'{time_taken:.1f} ms, {size} bytes' if time_taken else 'nothing drawn'
    used = program.processor()
    _, output = program.settle(2, limit=2)
    table['idle'] = f'{len(output)} bytes, {program.processor() - used:.0f} ms in 2 s'
    table['memory'] = f'{program.resident():.1f} MB'
    program.end()
    return table

def beside(crossread, runs):
    """The same keys in several programs, a column each."""
    seeds = pathlib.Path(__file__).parent.parent / 'seeds'
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        # Nothing of the person's own, and nothing kept from the run before.
        os.environ.update(HOME=str(folder), XDG_DATA_HOME=str(folder), XDG_CACHE_HOME=str(folder), XDG_CONFIG_HOME=str(folder))
        subjects = [('crossread', [crossread, str(seeds)], '≠', ['Enter'])]
        lines = folder / 'lines.txt'
        lines.write_text(''.join(f'{number} {"words " * 12}\n' for number in range(2000)))
        subjects.append(('less', ['less', str(lines)], '20 words', []))
        subjects.append(('tig', ['tig', '-C', str(repository(folder))], 'change 1990', []))
        subjects.append(('newsboat', newsboat(folder), 'Feed of 200', ['Enter']))
        tables = {}
        for name, command, ready, before in subjects:
            if shutil.which(command[0]) is None: print(f'{name} is not installed: apt-get install {name}')
            else: tables[name] = measure(command, ready, before, runs=runs)
    print(f'{"":12}' + ''.join(f'{name:>28}' for name in tables))
    for key in next(iter(tables.values())): print(f'{key:12}' + ''.join(f'{table[key]:>28}' for table in tables.values()))

def repository(folder):
    """A repository of 2000 commits; its path, also where git is missing."""
    path = folder / 'repository'
    if shutil.which('git') is None: return path
    subprocess.run(['git', 'init', '-q', '-b', 'main', str(path)], check=True)
    commits = ''.join(
        f'commit refs/heads/main\ncommitter A <a@example.org> {1700000000 + number} +0000\n'
        f'data <<END\nchange {number}\nEND\nM 644 inline file\ndata <<END\n{number}\nEND\n' for number in range(2000))
    subprocess.run(['git', 'fast-import', '--quiet'], cwd=path, input=commits.encode(), check=True)
    return path

def newsboat(folder):
    """Its command for a feed of 200 items, which it has read already."""
    items = ''.join(f'<item><title>Item {n}</title><link>http://example.org/{n}</link><description>Words {n}</description>'
                    f'<guid>{n}</guid></item>' for n in range(200))
    (folder / 'feed.xml').write_text(f'<rss version="2.0"><channel><title>Feed of 200</title><link>http://example.org</link>'
                                     f'<description>x</description>{items}</channel></rss>')
    (folder / 'urls').write_text(f'file://{folder}/feed.xml\n')
    (folder / 'config').write_text('')
    command = ['newsboat', '-u', str(folder / 'urls'), '-c', str(folder / 'cache.db'), '-C', str(folder / 'config')]
    if shutil.which('newsboat'): subprocess.run(command + ['-x', 'reload'], check=True, stdout=subprocess.DEVNULL)
    return command

def large(crossread, folder, runs):
    """Every pane of a large set, and letters of a search."""
    home = tempfile.TemporaryDirectory()
    os.environ.update(XDG_DATA_HOME=home.name, XDG_CACHE_HOME=home.name)
    started = time.monotonic()
    program = Program([crossread, folder], 100, 30)
    program.begin('≠', 0.2, limit=900)
    # Differences come while it reads; what is read is kept at the end.
    while not list(pathlib.Path(home.name).rglob('*.set')): program.settle(0.5, limit=1)
    print(f'read for the first time in {time.monotonic() - started:.1f} s')
    program.end()
    table = measure([crossread, folder], '≠', runs=runs)
    for name, value in table.items(): print(f'{"Sources " + name:24}{value:>24}')
    program = Program([crossread, folder], 100, 30)
    program.begin('≠', 0.05, limit=900)
    panes = {'Actors': b'\t', 'Quotes': b'A\t', 'Article': b'\t', 'Matrix': b'3', 'Timeline': b'4', 'Differences': b'5'}
    for pane, keys in panes.items():
        opened, _ = program.press(keys, 0.05)
        steps = [program.press(NAMES['Down'], 0.03)[0] for _ in range(40)]
        print(f'{pane + " opened":24}{opened or 0:>21.2f} ms')
        print(f'{pane + " Down":24}{figures(steps):>24}')
    program.press(b'1', 0.05)
    for words in ['negotiations', 'by:morales talks', 'зоричь'[:5]]:
        program.press(b'/', 0.05)
        print(f'/{words:23}{figures([program.press(letter.encode(), 0.03)[0] for letter in words]):>24}')
        program.press(b'\x1b', 0.1)
    print(f'{"memory":24}{program.resident():>21.1f} MB')
    program.end()

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    modes = parser.add_subparsers(dest='mode', required=True)
    for name in ['beside', 'set', 'one']: modes.add_parser(name).add_argument('--runs', type=int, default=11)
    modes.choices['beside'].add_argument('crossread')
    modes.choices['set'].add_argument('crossread')
    modes.choices['set'].add_argument('folder')
    one = modes.choices['one']
    one.add_argument('command', nargs='+')
    one.add_argument('--size', default='100x30')
    one.add_argument('--ready', default='≠', help='text that is on the screen when the program is usable')
    one.add_argument('--before', default='Enter', help='key pressed before the others; empty for none')
    one.add_argument('--keys', default='Down*40 Up*40 PgDn*5 PgUp*5')
    one.add_argument('--quiet', type=float, default=30)
    options = parser.parse_args()
    if options.mode == 'beside': beside(os.path.abspath(options.crossread), options.runs)
    elif options.mode == 'set': large(os.path.abspath(options.crossread), options.folder, options.runs)
    else:
        table = measure(options.command, options.ready, options.before.split(), options.keys.split(), options.size,
                        options.runs, options.quiet)
        for name, value in table.items(): print(f'{name:12}{value:>24}')

main()
