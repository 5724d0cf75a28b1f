"""How long a program took, beside others, and on which machine."""

import os
import pathlib
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time


class Taken:
    """One run: seconds of wall time, seconds of the processors, and what was printed."""

    def __init__(self, wall, processor, output):
        self.wall = wall
        self.processor = processor
        self.output = output


class Refused(RuntimeError):
    """A program did not understand its words, and said why in its first line."""


WRONG_USAGE = 2  # exit status


def run(command, keep_output=True):
    """Runs a program to its end. What it prints goes to a file, or nowhere: no reader shares its processor."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        begin = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=err, close_fds=False,
                                   stdout=out if keep_output else subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - begin
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            err.seek(0)
            said = err.read().decode(errors='replace').strip()
            if process.returncode == WRONG_USAGE:
                raise Refused(said.split('\n')[0])
            raise RuntimeError(f'{" ".join(command)} ended with {process.returncode}: {said}')
        out.seek(0)
        return Taken(wall, usage.ru_utime + usage.ru_stime, out.read().decode(errors='replace'))


class Times:
    """The runs of one program on one capture."""

    def __init__(self):
        self.walls = []
        self.processors = []

    def add(self, taken):
        self.walls.append(taken.wall)
        self.processors.append(taken.processor)

    def median(self):
        return statistics.median(self.walls)

    def processor(self):
        return statistics.median(self.processors)

    def ratio(self, other):
        """The median of the ratios within each round: what slows a round slows both."""
        return statistics.median(mine / its for mine, its in zip(self.walls, other.walls))


def notice(text):
    print(text, file=sys.stderr, flush=True)


def machine():
    """The machine in one line, with how busy it is: figures mean nothing without it."""
    model = 'unknown processor'
    info = pathlib.Path('/proc/cpuinfo')
    if info.exists():
        found = re.search(r'^model name\s*:\s*(.+)$', info.read_text(), re.MULTILINE)
        model = found.group(1) if found else model
    load = ', '.join(f'{number:.1f}' for number in os.getloadavg())
    return (f'{os.cpu_count()} cores of {model}; {platform.system()} {platform.release()}; {java()}; '
            f'load average {load}')


def java():
    if not shutil.which('java'):
        return 'no Java'
    said = subprocess.run(['java', '-version'], stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    return said.stderr.splitlines()[0]
