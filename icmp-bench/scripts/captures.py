"""The generated captures that programs are timed on, and what is in them."""

import pathlib
import re
import subprocess

MODULE = pathlib.Path(__file__).resolve().parent.parent
JAR = MODULE / 'target' / 'icmp-bench.jar'
GENERATOR = ['java', '-cp', str(JAR), 'io.icmpscope.bench.GenerateCapture']


class Capture:
    """A capture that is generated when it is missing. Equal words give equal bytes."""

    def __init__(self, name, words, title, suffix='pcap'):
        self.name = name
        self.words = words
        self.title = title
        self.file_name = f'{name}.{suffix}'
        self.path = None
        self.truth = {}

    def ensure(self, directory):
        """Generates the capture into a directory unless it is there with the generator's own words about it."""
        directory.mkdir(parents=True, exist_ok=True)
        self.path = directory / self.file_name
        told = directory / (self.file_name + '.truth')
        made_by = ' '.join(self.words)
        known = told.read_text().splitlines() if told.exists() else []
        if not self.path.exists() or known[:1] != [made_by]:
            said = subprocess.run(
                GENERATOR + self.words + [str(self.path)], check=True, stdout=subprocess.PIPE, text=True).stdout
            known = [made_by, said.strip()]
            told.write_text('\n'.join(known) + '\n')
        self.truth = {what: int(number) for what, number in re.findall(r'(\w+) (\d+)', known[1])}
        return self

    def delete(self):
        self.path.unlink()
        (self.path.parent / (self.file_name + '.truth')).unlink()

    def bytes(self):
        return self.path.stat().st_size


def mixed(name, packets, *more, suffix='pcap'):
    return Capture(name, ['mixed', '--packets', str(packets), *more], f'{packets:,} mixed packets', suffix)


def pings(name, packets, sessions):
    return Capture(name, ['pings', '--packets', str(packets), '--sessions', str(sessions)],
                   f'{packets:,} pings of {sessions:,} session' + ('s' if sessions > 1 else ''))


def of_the_table(smoke):
    """The captures of the table: A, B, C and D; small ones with the same names to try the script."""
    many, most, few = (20_000, 20_000, 2_000) if smoke else (2_880_000, 5_000_000, 10_000)
    return [
        mixed('A', many),
        pings('B', most, 1_000),
        mixed('C', many, '--format', 'pcapng', suffix='pcapng'),
        pings('D', few, 10),
    ]
