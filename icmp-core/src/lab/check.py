#!/usr/bin/env python3
"""Compares the lab's captures with what ping and traceroute printed.

usage: check.py [SCENE...]      needs tshark; exit status 1 on a difference

ping: as many requests and replies as counted, and every printed time and the
summary within 0.2 ms of the capture (plus half a digit of what is printed).
traceroute: every printed time within 0.2 ms of the probe's answer.
"""
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LAB = pathlib.Path(os.environ.get("LAB_OUT", HERE.parent / "test/resources/lab"))
MARKER, NEAR = 0x4D4B, 0.2
FIELDS = ("frame.time_epoch icmp.type icmp.ident icmp.seq icmpv6.type "
          "icmpv6.echo.identifier icmpv6.echo.sequence_number "
          "udp.srcport udp.dstport tcp.srcport tcp.dstport ip.src ipv6.src").split()


def packets(capture):
    command = ["tshark", "-n", "-r", str(capture), "-T", "fields"]
    for field in FIELDS:
        command += ["-e", field]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in lines.splitlines():
        # Several values: first the packet's own, last the one it quotes.
        yield {f: v.split(",") for f, v in zip(FIELDS, line.split("\t")) if v}


def number(packet, *names, which=0):
    for name in names:
        if name in packet:
            return int(packet[name][which], 0)
    return None


def echoes(capture):
    """{id: ({seq: [request times]}, {seq: [reply times]})}, in milliseconds."""
    found = {}
    for p in packets(capture):
        kind = number(p, "icmp.type", "icmpv6.type")
        if kind in (8, 0, 128, 129):
            ident = number(p, "icmp.ident", "icmpv6.echo.identifier")
            seq = number(p, "icmp.seq", "icmpv6.echo.sequence_number")
            side = found.setdefault(ident, ({}, {}))[0 if kind in (8, 128) else 1]
            side.setdefault(seq, []).append(float(p["frame.time_epoch"][0]) * 1000)
    if MARKER not in found or not found.pop(MARKER)[1]:
        yield "no marker"
    yield found


def digit(text):
    """Half of the last printed digit."""
    return 0.5 / 10 ** len(text.partition(".")[2])


def check_ping(text, requests, replies):
    sent, got = map(int, re.search(r"(\d+) packets transmitted, (\d+) received", text).groups())
    copies = int((re.search(r"\+(\d+) duplicates", text) or [0, 0])[1])
    local = len(re.findall(r"local error", text))     # never left the host
    seen, back = (sum(map(len, x.values())) for x in (requests, replies))
    if (seen, back) != (sent - local, got + copies):
        yield f"ping counted {sent - local}/{got}+{copies}, captured {seen}/{back}"
    times = [t - requests[s][0] for s, all_ in replies.items() for t in all_]
    count, worst = {}, 0
    for seq, printed in re.findall(r"bytes from .*icmp_seq=(\d+).* time=([\d.]+) ms", text):
        n = count[seq] = count.get(seq, 0) + 1
        ours = replies[int(seq)][n - 1] - requests[int(seq)][0]
        off = abs(ours - float(printed))
        worst = max(worst, off - digit(printed))
        if off > NEAR + digit(printed):
            yield f"seq {seq}: ping {printed} ms, capture {ours:.3f} ms"
    summary = re.search(r"rtt .* = ([\d.]+)/([\d.]+)/([\d.]+)/", text)
    if summary:
        ours = min(times), sum(times) / len(times), max(times)
        for name, o, printed in zip(("min", "avg", "max"), ours, summary.groups()):
            worst = max(worst, abs(o - float(printed)))
            if abs(o - float(printed)) > NEAR:
                yield f"{name}: ping {printed} ms, capture {o:.3f} ms"
    print(f"    {seen} requests, {back} replies ({got} + {copies} duplicates), "
          f"{sent - got} without reply, worst difference {worst:.3f} ms")


def check_trace(text, capture):
    """The n-th time printed belongs to the n-th probe sent, counting stars."""
    sent, answered = {}, {}
    keys = ("udp.srcport udp.dstport", "tcp.srcport tcp.dstport",
            "icmp.ident icmp.seq", "icmpv6.echo.identifier icmpv6.echo.sequence_number")
    for p in packets(capture):
        kind = number(p, "icmp.type", "icmpv6.type")
        for pair in map(str.split, keys):
            if pair[0] not in p:
                continue
            key = tuple(number(p, f, which=-1) for f in pair)
            source = p.get("ip.src", p.get("ipv6.src"))[0]
            if "tcp" in pair[0] and kind is None and key[0] == 80:
                key = key[::-1]
            when = float(p["frame.time_epoch"][0]) * 1000
            if key[0] != MARKER:
                is_probe = key not in sent and kind in (None, 8, 128)
                (sent if is_probe else answered).setdefault(key, (when, source))
    probes, worst, n = list(sent), 0, 0
    for line in text.splitlines()[1:]:
        hop = None
        for word in re.findall(r"\*|[\d.]+ ms|[\da-f]+[.:][\da-f.:]+(?= )", line[4:]):
            if word == "*":
                n += 1
            elif not word.endswith(" ms"):
                hop = word
            else:
                when, source = answered[probes[n]]
                ours, printed = when - sent[probes[n]][0], word[:-3]
                worst = max(worst, abs(ours - float(printed)))
                if abs(ours - float(printed)) > NEAR or source != hop:
                    yield f"probe {n + 1}: {hop} {printed} ms, capture {source} {ours:.3f} ms"
                n += 1
    print(f"    {len(sent)} probes sent, {n} printed, {len(answered)} answers, "
          f"worst difference {worst:.3f} ms")


def main():
    bad = 0
    for txt in sorted(LAB.glob("*.txt")):
        if sys.argv[1:] and txt.stem not in sys.argv[1:]:
            continue
        capture = next(LAB.glob(txt.stem + ".pcap*"))
        text = txt.read_text()
        print(f"{txt.stem}: {capture.stat().st_size} bytes")
        *problems, found = echoes(capture)
        if txt.stem.startswith("traceroute"):
            problems += check_trace(text, capture)
        else:
            pings = [p for p in re.split(r"(?m)^(?=PING |\$ )", text) if p.startswith("PING ")]
            if pings and len(found) != len(pings):
                problems.append(f"{len(pings)} pings, captured {len(found)}")
            for ping, (requests, replies) in zip(pings, found.values()):
                problems += check_ping(ping, requests, replies)
        for problem in problems:
            print("    BAD:", problem)
        bad += len(problems)
    sys.exit(1 if bad else 0)


main()
