#!/usr/bin/env python3
"""Measures how time and heap grow with the size of a capture, with the pings in it and with the threads, and plots it.

    python3 icmp-bench/scripts/growth.py [--rounds N] [--only size|sessions|threads] [--draw] [--smoke] [--out DIRECTORY]

Run `mvn package` first. It writes growth.json, with the machine, and size.svg, sessions.svg and threads.svg into
icmp-bench/plots, and prints the figures as Markdown; `--draw` only draws and prints again what growth.json says. Time is
that of whole processes, JVM start included, the points of a plot in turn in each round. Heap is what is in use after a
collection, at most, in a run of its own with -Xmx256m, in which garbage is collected again and again. Captures are
generated into icmp-bench/target, and need about 3 GB there; with `--smoke` they are small, and the figures mean nothing.
"""

import argparse
import json
import os
import pathlib
import re
import sys
from xml.etree import ElementTree

from captures import JAR, MODULE, mixed, pings
from chart import Panel, Series, draw
from measure import Refused, machine, notice, run
from programs import JAVA, analysis, printed_totals

MIXED_RECORD = 374  # bytes a packet, about
HEAP_OPTIONS = ['-Xmx256m']


def of_size(smoke):
    """Captures of 16 MB to 1 GB, of each kind of traffic."""
    sizes = [1, 2] if smoke else [16, 64, 256, 1024]
    return [('mixed', megabytes, mixed(f'mixed-{megabytes}', megabytes * 1_000_000 // MIXED_RECORD))
            for megabytes in sizes] + \
           [('pings', megabytes, pings(f'pings-{megabytes}', megabytes * 1_000_000 // 117, 1_000))
            for megabytes in sizes]


def of_sessions(smoke):
    """As many packets each time, of one session to a million."""
    packets, counts = (20_000, [10, 1_000]) if smoke else (3_000_000, [10 ** power for power in range(7)])
    return [('pings', count, pings(f'sessions-{count}', packets, count)) for count in counts]


def of_threads(smoke):
    """The captures A and B for 1, 2, 4 and more threads, up to twice the processors."""
    counts = [1]
    while counts[-1] < 2 * os.cpu_count():
        counts.append(2 * counts[-1])
    packets, more = (20_000, 20_000) if smoke else (2_880_000, 5_000_000)
    return [(kind, count, capture)
            for kind, capture in (('mixed', mixed('threads-mixed', packets)),
                                  ('pings', pings('threads-pings', more, 1_000)))
            for count in counts]


GROWTHS = {'size': of_size, 'sessions': of_sessions, 'threads': of_threads}


class Point:
    """One capture read by so many threads."""

    def __init__(self, growth, kind, x, capture):
        self.kind = kind
        self.x = x
        self.capture = capture
        self.options = ['--threads', str(x) if growth == 'threads' else '1']
        self.walls = []
        self.processors = []

    def time(self):
        taken = run(analysis('mapped', *self.options)(str(self.capture.path)))
        self.check(taken.output)
        return taken

    def check(self, output):
        some = re.search(r'^limit of \d+ echo sessions', output, re.MULTILINE)  # are kept, and what was sent is theirs
        wrong = printed_totals(output.split(', sessions')[0] if some else output, self.capture.truth)
        if wrong:
            raise RuntimeError(f'{self.capture.name}: {wrong}')

    def heap(self):
        words = analysis('mapped', *self.options, '--heap')(str(self.capture.path))
        output = run(JAVA + HEAP_OPTIONS + words[len(JAVA):]).output
        self.check(output)
        return int(re.search(r'^heap (\d+)$', output, re.MULTILINE).group(1))

    def facts(self):
        return {'kind': self.kind, 'x': self.x, 'packets': self.capture.truth['packets'],
                'bytes': self.capture.bytes(), 'seconds': self.walls, 'processor': self.processors,
                'heap': self.heap()}


def measured(points, warm_ups, rounds):
    for number in range(warm_ups + rounds):
        for point in points:
            taken = point.time()
            if number >= warm_ups:
                point.walls.append(taken.wall)
                point.processors.append(taken.processor)
    facts = [point.facts() for point in points]
    for capture in {point.capture.name: point.capture for point in points}.values():
        capture.delete()
    return facts


def supported(points):
    """Without those that the library refuses."""
    kept = []
    for point in points:
        try:
            point.time()
            kept.append(point)
        except Refused as refusal:
            notice(f'{point.kind}, {point.x} threads: left out: {refusal}')
    return kept


def measure(growth, chosen, directory):
    points = [Point(growth, *one) for one in GROWTHS[growth](chosen.smoke)]
    for point in points:
        point.capture.ensure(directory)
    if growth == 'threads':
        points = supported(points)
    return measured(points, *((0, 1) if chosen.smoke else (1, chosen.rounds)))  # the first round fills the page cache


X_LABELS = {'size': 'size of the capture, MB', 'sessions': 'pings in the capture', 'threads': 'threads'}


def median(values):
    return sorted(values)[len(values) // 2]


def lines(facts, value):
    kinds = list(dict.fromkeys(point['kind'] for point in facts))
    return [Series(kind, [(point['x'], *value(point)) for point in facts if point['kind'] == kind]) for kind in kinds]


def seconds(point):
    return median(point['seconds']), min(point['seconds']), max(point['seconds'])


def nanos_a_packet(point):
    return tuple(1e9 * wall / point['packets'] for wall in seconds(point))


def heap_megabytes(point):
    return (point['heap'] / 1e6,)


def plot(growth, facts, where):
    label = X_LABELS[growth]
    panels = [Panel('Time', label, 'seconds, whole process', lines(facts, seconds)),
              Panel('Time a packet', label, 'ns, whole process', lines(facts, nanos_a_packet)),
              Panel('Heap in use, at most', label, 'MB', lines(facts, heap_megabytes))]
    description = f'Time, time a packet, and heap over {label}'
    drawn = draw(panels, description)
    ElementTree.fromstring(drawn)  # a browser draws nothing that is not well-formed
    (where / f'{growth}.svg').write_text(drawn)


def table(growth, facts):
    print(f'\n| {X_LABELS[growth]} | traffic | packets | seconds, median (least to most) | ns a packet '
          '| processor seconds | heap, MB |\n|---|---|---|---|---|---|---|')
    for point in facts:
        middle, least, most = seconds(point)
        print(f'| {point["x"]:,} | {point["kind"]} | {point["packets"]:,} | {middle:.2f} ({least:.2f} to {most:.2f}) '
              f'| {nanos_a_packet(point)[0]:,.0f} | {median(point["processor"]):.2f} | {heap_megabytes(point)[0]:.1f} |')


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--rounds', type=int, default=5)
    arguments.add_argument('--only', choices=list(GROWTHS))
    arguments.add_argument('--draw', action='store_true')
    arguments.add_argument('--smoke', action='store_true')
    arguments.add_argument('--out', type=pathlib.Path)
    chosen = arguments.parse_args()
    where = chosen.out or (MODULE / 'target' / 'plots-smoke' if chosen.smoke else MODULE / 'plots')
    where.mkdir(parents=True, exist_ok=True)
    known = where / 'growth.json'
    growths = json.loads(known.read_text()) if known.exists() else {}
    if not chosen.draw and not JAR.exists():
        sys.exit(f'no {JAR}: run mvn package first')
    for growth in [chosen.only] if chosen.only else GROWTHS:
        if not chosen.draw:
            notice(f'measuring over {X_LABELS[growth]}')
            before = machine()
            growths[growth] = {'machine': before,
                               'points': measure(growth, chosen, MODULE / 'target' / 'captures-growth')}
            known.write_text(json.dumps(growths, indent=1) + '\n')
        if growth in growths:
            plot(growth, growths[growth]['points'], where)
            print(f'\nMachine: {growths[growth]["machine"]}.')
            table(growth, growths[growth]['points'])


if __name__ == '__main__':
    try:
        main()
    except RuntimeError as failure:
        sys.exit(str(failure))
