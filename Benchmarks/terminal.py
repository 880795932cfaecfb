#!/usr/bin/env python3
"""terminal.py [options] -- COMMAND...

Times a full-screen program on a pseudo-terminal, as a person feels it. COMMAND is for example
`.build/release/crossread seeds`, or `less FILE` for comparison.
  first paint   from the start to the first output
  usable        from the start until the screen has shown READY, and nothing has come for QUIET ms since
  key           from a key to the last output before QUIET ms of silence
  burst         200 keys in one write, and the bytes written for them
  idle          bytes written and processor time used in 2 s without a key
  memory        resident size after all that
Figures are milliseconds as minimum / median / 95th percentile. Pure standard library."""
import argparse, fcntl, os, pty, re, select, signal, statistics, struct, sys, termios, time

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

    def begin(self, ready, quiet):
        """Waits for the program; returns milliseconds to first paint and to use."""
        first, output = None, b''
        while ready.encode() not in SEQUENCE.sub(b'', output):
            some = self.read(20)
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

def row(name, values, note=''):
    values = sorted(v for v in values if v is not None)
    if not values: return print(f'{name:12} nothing was drawn')
    high = values[min(len(values) - 1, int(len(values) * 0.95))]
    print(f'{name:12} {values[0]:8.2f} / {statistics.median(values):8.2f} / {high:8.2f} ms{note}')

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('command', nargs='+')
    parser.add_argument('--size', default='100x30')
    parser.add_argument('--runs', type=int, default=11)
    parser.add_argument('--ready', default='actors', help='text that is on the screen when the program is usable')
    parser.add_argument('--before', default='Enter', help='key pressed before the others; empty for none')
    parser.add_argument('--keys', default='Down*40 Up*40 PgDn*5 PgUp*5')
    parser.add_argument('--quiet', type=float, default=30)
    options = parser.parse_args()
    columns, rows = map(int, options.size.split('x'))
    quiet = options.quiet / 1000

    starts = []
    for run in range(options.runs):
        program = Program(options.command, columns, rows)
        starts.append(program.begin(options.ready, quiet))
        if run < options.runs - 1: program.end()
    row('first paint', [first for first, _ in starts])
    row('usable', [usable for _, usable in starts])

    if options.before: program.press(NAMES.get(options.before, options.before.encode()), quiet)
    for item in options.keys.split():
        name, _, count = item.partition('*')
        key = NAMES.get(name, name.encode())
        row(name, [program.press(key, quiet)[0] for _ in range(int(count or 1))])
    time_taken, size = program.press(NAMES['Down'] * 200, quiet)
    row('burst', [time_taken], f'   {size} bytes')

    before = program.processor()
    _, output = program.settle(2, limit=2)
    print(f'idle         {len(output)} bytes, {program.processor() - before:.0f} ms of processor in 2 s')
    print(f'memory       {program.resident():.1f} MB')
    program.end()

main()
