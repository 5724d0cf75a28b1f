"""The programs that are compared, each with a check that it did its work; and why some are left out."""

import json
import os
import re
import shutil
import subprocess

from captures import JAR, MODULE
from measure import Refused, run

ADAPTER = MODULE.parent / 'icmp-mcp-adapter' / 'target' / 'icmp-mcp-adapter.jar'
C_SOURCES = MODULE / 'src' / 'main' / 'c'
JAVA = ['java', *os.environ.get('JAVA_OPTS', '').split()]
SMALL = 20_000_000  # bytes that tshark reads in a bearable time


class Program:
    """A program: how it is called, on which captures, and how its output is checked against the truth."""

    def __init__(self, name, command, check=None, fits=lambda capture: True):
        self.name = name
        self.command = command  # from a capture's path to a list of words
        self.check = check  # from output and truth to the words that are wrong, or nothing
        self.fits = fits

    def run(self, capture):
        taken = run(self.command(str(capture.path)), keep_output=self.check is not None)
        wrong = self.check(taken.output, capture.truth) if self.check else None
        if wrong:
            raise RuntimeError(f'{self.name} on {capture.name}: {wrong}')
        return taken


def differing(found, truth):
    """Which of the counts that were found are not those of the generator."""
    return ', '.join(f'{what} {number} instead of {truth[what]}'
                     for what, number in found.items() if number != truth[what])


def printed_totals(output, truth):
    found = {what: int(number) for what, number in re.findall(r'(\w+) (\d+)', output.splitlines()[0])}
    return differing(found, truth) if 'icmp' in found else 'no totals'


def json_totals(output, truth):
    result = json.loads(output)
    echo = result['echo']
    return differing({'packets': result['total_packets'], 'icmp': result['icmp_packets_found'],
                      'sent': echo['requests'], 'received': echo['replies'], 'lost': echo['lost']}, truth)


def capinfos_totals(output, truth):
    found = re.search(r'^Number of packets:\s+(\d+)', output, re.MULTILINE)
    return differing({'packets': int(found.group(1))}, truth) if found else 'no number of packets'


def tshark_totals(output, truth):
    rows = re.findall(r'^(\d+)\s+(\d+)\s+\d+\s+[\d.]+%', output, re.MULTILINE)
    return differing({'sent': sum(int(row[0]) for row in rows),
                      'received': sum(int(row[1]) for row in rows)}, truth)


MAIN = ['-cp', str(JAR), 'io.icmpscope.bench.AnalyzeCapture']
COMMAND = ['-jar', str(ADAPTER), 'analyze', '--json']


def analysis(way, *options):
    return lambda path: [*JAVA, *MAIN, way, *options, path]


def archived(archive, *words):
    """Java with what makes it start faster: the classes that a run on a small capture loaded, and the quick compiler alone."""
    return lambda path: [*JAVA, f'-XX:SharedArchiveFile={archive}', '-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', *words,
                         path]


def is_small(capture):
    return capture.bytes() <= SMALL


def is_large(capture):
    return not is_small(capture) or capture.name != 'D'


class Bench:
    """What can be compared on this machine, in the order of the table; `missing` tells what cannot, and why."""

    def __init__(self, build_directory, small):
        self.missing = []
        self.programs = [Program('cat > /dev/null', lambda path: ['cat', path], fits=is_large)]
        self._add_c(build_directory)
        self._add_ours()
        self._add_archived(build_directory, small)
        self._add_tools()

    def _add_c(self, directory):
        compiler = shutil.which('cc') or shutil.which('gcc')
        if not compiler:
            self.missing.append('the C programs: no C compiler')
            return
        directory.mkdir(parents=True, exist_ok=True)
        for source, name, libraries in (('read_filter', 'C, read 256 KiB, ICMP filter', []),
                                        ('mmap_filter', 'C, mmap, ICMP filter', []),
                                        ('libpcap_loop', 'C, libpcap loop, ICMP filter', ['-lpcap'])):
            program = directory / source
            made = subprocess.run([compiler, '-O2', '-o', str(program), str(C_SOURCES / (source + '.c')), *libraries],
                                  stderr=subprocess.PIPE, text=True)
            if made.returncode == 0:
                self.programs.append(Program(name, lambda path, program=program: [str(program), path], printed_totals))
            else:
                self.missing.append(f'{name}: not compiled ({made.stderr.splitlines()[0]})')

    def _add_ours(self):
        for way in 'mapped', 'read':
            for threads in '1 thread', '2 threads':
                self.programs.append(Program(f'icmpscope, {way}, {threads}', analysis(way, '--threads', threads[0]),
                                             printed_totals))
        if ADAPTER.exists():
            self.programs.append(Program('icmpscope analyze --json', lambda path: [*JAVA, *COMMAND, path], json_totals,
                                         is_small))
        else:
            self.missing.append(f'icmpscope analyze --json: no {ADAPTER.name}, which mvn package makes')

    def _add_archived(self, directory, small):
        directory.mkdir(parents=True, exist_ok=True)
        for name, file, words, check, fits in (
                ('icmpscope, mapped, 1 thread, archive and C1', 'analysis.jsa', [*MAIN, 'mapped', '--threads', '1'], printed_totals,
                 lambda capture: True),
                ('icmpscope analyze --json, archive and C1', 'command.jsa', COMMAND, json_totals, is_small)):
            if words is COMMAND and not ADAPTER.exists():
                continue
            archive = directory / file
            archive.unlink(missing_ok=True)
            made = subprocess.run([*JAVA, f'-XX:ArchiveClassesAtExit={archive}', *words, str(small)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            if made.returncode == 0 and archive.exists():
                self.programs.append(Program(name, archived(archive, *words), check, fits))
            else:
                self.missing.append(f'{name}: no archive ({made.stderr.strip()})')

    def _add_tools(self):
        for program in (
                Program('tcpdump -w /dev/null icmp', lambda path: ['tcpdump', '-r', path, '-w', '/dev/null', 'icmp']),
                Program('capinfos -c', lambda path: ['capinfos', '-cM', path], capinfos_totals),
                Program('tshark -z icmp,srt -z icmpv6,srt', lambda path: ['tshark', '-q', '-r', path, '-z', 'icmp,srt', '-z',
                                                            'icmpv6,srt'], tshark_totals, is_small)):
            if shutil.which(program.name.split()[0]):
                self.programs.append(program)
            else:
                self.missing.append(f'{program.name}: not installed')

    def leave_out_what_is_refused(self, capture):
        """Tries each program of ours that may not know an option, once, on a capture."""
        for program in [one for one in self.programs if '2 threads' in one.name]:
            try:
                program.run(capture)
            except Refused as refusal:
                self.programs.remove(program)
                self.missing.append(f'{program.name}: {refusal}')
