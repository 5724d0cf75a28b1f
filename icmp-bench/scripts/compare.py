#!/usr/bin/env python3
"""Times whole processes beside each other and prints a table in Markdown.

    python3 icmp-bench/scripts/compare.py [--rounds N] [--captures DIRECTORY] [--smoke] [A] [B] [C] [D]

Run `mvn package` first. Each round runs every program once on a capture, one after the other, so that a noisy machine is
unfair to all alike; the first round fills the page cache and is not counted. What a program prints is checked against
what the generator wrote. Programs that are not installed are left out, and said so. JAVA_OPTS goes to every JVM. `--smoke`
tries everything once on small captures: its figures mean nothing.
"""

import argparse
import pathlib
import sys

from captures import JAR, MODULE, of_the_table
from measure import Times, machine, notice
from programs import Bench

REFERENCE = 'C, mmap, ICMP filter'
OURS = [f'icmpscope, {way}, {threads}' for threads in ('1 thread', '2 threads') for way in ('mapped', 'read')] + [
    'icmpscope, mapped, 1 thread, archive and C1']

# Capture, ours or None for each of them, theirs, target, stretch.
TARGETS = [
    ('A', None, 'C, mmap, ICMP filter', 1.3, 0.9),
    ('A', None, 'tcpdump -w /dev/null icmp', 0.65, 0.45),
    ('B', None, 'tcpdump -w /dev/null icmp', 0.75, 0.5),
    ('C', None, 'C, libpcap loop, ICMP filter', 0.7, 0.5),
    ('D', 'icmpscope analyze --json', 'tshark -z icmp,srt -z icmpv6,srt', 0.6, 0.25),
    ('D', 'icmpscope analyze --json, archive and C1', 'tshark -z icmp,srt -z icmpv6,srt', 0.6, 0.25),
]


def measure(programs, capture, warm_ups, rounds):
    times = {}
    for number in range(warm_ups + rounds):
        for program in programs:
            taken = program.run(capture)
            if number >= warm_ups:
                times.setdefault(program.name, Times()).add(taken)
    return times


def cell(times, reference, milliseconds):
    if times is None:
        return ''
    scale, digits = (1000, 0) if milliseconds else (1, 3)
    least, middle, most = (f'{scale * seconds:.{digits}f}'
                           for seconds in (min(times.walls), times.median(), max(times.walls)))
    ratio = f' ({times.ratio(reference):.2f})' if reference else ''
    return f'{middle}{ratio}, {least} to {most}'


def table(captures, results, names, text):
    heads = [f'{capture.name} ({"ms" if capture.name == "D" else "s"})' for capture in captures]
    lines = ['| | ' + ' | '.join(heads) + ' |', '|---' * (len(heads) + 1) + '|']
    for name in names:
        cells = [text(capture, results[capture.name].get(name)) for capture in captures]
        if any(cells):
            lines.append(f'| {name} | ' + ' | '.join(cells) + ' |')
    return '\n'.join(lines)


def walls(results):
    return lambda capture, times: cell(times, results[capture.name].get(REFERENCE), capture.name == 'D')


def processors(capture, times):
    if times is None:
        return ''
    return f'{1000 * times.processor():.0f}' if capture.name == 'D' else f'{times.processor():.3f}'


def targets(results):
    lines = ['| ratio | target | stretch | measured |', '|---|---|---|---|']
    for capture, ours, theirs, target, stretch in TARGETS:
        times = results.get(capture, {})
        if theirs in times:
            measured = [f'{name} {times[name].ratio(times[theirs]):.2f}'
                        for name in ([ours] if ours else OURS) if name in times]
            lines.append(f'| {capture} over `{theirs}` | ≤ {target} | ≤ {stretch} | ' + '; '.join(measured) + ' |')
    return '\n'.join(lines)


def report(captures, results, names, rounds, missing, smoke):
    print(f'Machine: {machine()}.\n')
    for capture in captures:
        print(f'- {capture.name}: {capture.bytes() / 1e6:,.1f} MB, {capture.title}')
    print(f'\nWall time of whole processes: the median of {rounds} rounds, in brackets the median of the ratios to '
          f'"{REFERENCE}" in the same round (none where there is no C compiler), then the least and the most.\n')
    print(table(captures, results, names, walls(results)))
    print('\nProcessor time, user and system, of all threads: medians.\n')
    print(table(captures, results, names, processors))
    print('\n' + targets(results))
    if missing:
        print('\nLeft out: ' + '; '.join(missing) + '.')
    if smoke:
        print('\nSmall captures and one round: these figures mean nothing.')


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--rounds', type=int, default=7)
    arguments.add_argument('--captures', type=pathlib.Path)
    arguments.add_argument('--smoke', action='store_true')
    arguments.add_argument('names', nargs='*', metavar='A|B|C|D')
    chosen = arguments.parse_args()
    if not JAR.exists():
        sys.exit(f'no {JAR}: run mvn package first')
    rounds = 1 if chosen.smoke else chosen.rounds
    directory = chosen.captures or MODULE / 'target' / ('captures-smoke' if chosen.smoke else 'captures')
    captures = [one.ensure(directory) for one in of_the_table(chosen.smoke)
                if not chosen.names or one.name in chosen.names]
    bench = Bench(MODULE / 'target' / 'c', captures[-1].path)
    bench.leave_out_what_is_refused(captures[-1])
    for reason in bench.missing:
        notice(f'left out: {reason}')
    results = {}
    for capture in captures:
        notice(f'{capture.name}: {capture.title}')
        fitting = [one for one in bench.programs if one.fits(capture)]
        results[capture.name] = measure(fitting, capture, 0 if chosen.smoke else 1, rounds)
    report(captures, results, [one.name for one in bench.programs], rounds, bench.missing, chosen.smoke)


if __name__ == '__main__':
    try:
        main()
    except RuntimeError as failure:
        sys.exit(str(failure))
