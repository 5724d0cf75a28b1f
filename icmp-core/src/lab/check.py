#!/usr/bin/env python3
"""Compares the lab's captures with what the programs printed.

usage: check.py [SCENE...]      needs tshark; exit status 1 on a difference

ping: as many requests and replies as counted, and every printed time and the
summary within 0.2 ms of the capture (plus half a digit of what is printed).
traceroute: every printed time within 0.2 ms of the probe's answer.
mtr: probes, answers and responders of every hop; times up to 3 ms greater.
nft counters: as many messages lost as the router dropped. Rotated files: the
same messages as in the one capture. fping, nping, hping3, forge.py: the counts.
Attacks: tshark's counts once more, and the file that left in them.
"""
import collections
import hashlib
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
LAB = pathlib.Path(os.environ.get("LAB_OUT", HERE.parent / "test/resources/lab"))
MARKER, NEAR, LATE = 0x4D4B, 0.2, 3
SENDER = "10.0.1.1", "2001:db8:1::1"
OTHERWISE = "flood4-sources", "loop4-inside", "tunnel4-hans-ping"   # not as many as sent
FIELDS = ("frame.time_epoch icmp.type icmp.ident icmp.seq icmpv6.type "
          "icmpv6.echo.identifier icmpv6.echo.sequence_number "
          "udp.srcport udp.dstport tcp.srcport tcp.dstport ip.src ipv6.src "
          "ip.ttl ipv6.hlim icmp.code ip.dst ipv6.dst data.data").split()


def packets(capture, wanted=""):
    command = ["tshark", "-n", "-r", str(capture), "-Y", wanted or "frame", "-T", "fields"]
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


def at(packet):
    return float(packet["frame.time_epoch"][0]) * 1000


def source(packet):
    return packet.get("ip.src", packet.get("ipv6.src"))[0]


def echoes(*captures):
    """{id: ({seq: [request times]}, {seq: [reply times]})}, in milliseconds."""
    found = {}
    for p in (p for capture in captures for p in packets(capture)):
        kind = number(p, "icmp.type", "icmpv6.type")
        if kind in (8, 0, 128, 129):
            ident = number(p, "icmp.ident", "icmpv6.echo.identifier")
            seq = number(p, "icmp.seq", "icmpv6.echo.sequence_number")
            side = found.setdefault(ident, ({}, {}))[0 if kind in (8, 128) else 1]
            side.setdefault(seq, []).append(at(p))
    if MARKER not in found or not found.pop(MARKER)[1]:
        yield "no marker"
    yield found


def total(side):
    return sum(map(len, side.values()))


def digit(text):
    """Half of the last printed digit."""
    return 0.5 / 10 ** len(text.partition(".")[2])


def counters(text):
    """What nft printed: {name: packets}."""
    return {n: int(c) for n, c in re.findall(r"counter (\w+) \{\s+packets (\d+)", text)}


def once(scene, requests, replies, dropped):
    """A router sees what it forwards twice: first of a request, last of a reply."""
    wrong = [s for side in (requests, replies) for s, all_ in side.items() if len(all_) != 2]
    if len(wrong) != (sum(dropped.values()) if scene.endswith("drops") else 0):
        yield f"not seen twice: {wrong}"
    back = {s: all_ for s, all_ in replies.items() if len(all_) == 2}
    yield {s: all_[:1] for s, all_ in requests.items()}, {s: all_[1:] for s, all_ in back.items()}


def check_ping(text, requests, replies):
    sent, got = map(int, re.search(r"(\d+) packets transmitted, (\d+) received", text).groups())
    copies = int((re.search(r"\+(\d+) duplicates", text) or [0, 0])[1])
    local = len(re.findall(r"local error", text))     # never left the host
    # Ping ends with the first reply to the last request, others may follow.
    last, after = max(requests), 0
    if got == sent and len(replies[last]) > 1:
        after = len(replies[last]) - len(re.findall(rf"bytes from .*icmp_seq={last} ", text))
        replies = {**replies, last: replies[last][:len(replies[last]) - after]}
    seen, back = total(requests), total(replies)
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
    noted = {int(s) for s in re.findall(r"no answer yet for icmp_seq=(\d+)", text)}
    if noted and noted != set(requests) - set(replies):
        yield f"ping had no answer for {sorted(noted ^ (set(requests) - set(replies)))}"
    print(f"    {seen} requests, {back} replies ({got} + {copies} duplicates, {after} later), "
          f"{sent - got} without reply, worst difference {worst:.3f} ms")


def check_group(text, requests, replies):
    """Several answer; what a itself answers does not pass the link."""
    for seq, side in requests.items():
        printed = re.findall(rf"from (?!10\.0\.1\.1:|fe80::ff:fe00:101%)\S+: icmp_seq={seq} .*time=([\d.]+) ms", text)
        times = [t - side[0] for t in replies.get(seq, [])]
        # After the first reply to the last request ping does not look any more.
        if len(times) != len(printed) and seq != max(requests):
            yield f"seq {seq}: ping had {len(printed)} from others, capture {len(times)}"
        for p, ours in zip(printed, times):
            if not -0.05 <= float(p) - ours <= LATE:
                yield f"seq {seq}: ping {p} ms, capture {ours:.3f} ms"
    print(f"    {total(requests)} requests to a group, {total(replies)} replies")


def probes(capture):
    """{key: (time, hop limit, target)} as they were sent, {key: (time, source)}.

    Left out: probes that were too long, which traceroute sends again.
    """
    sent, answered, too_long = {}, {}, set()
    keys = ("udp.srcport udp.dstport", "tcp.srcport tcp.dstport",
            "icmp.ident icmp.seq", "icmpv6.echo.identifier icmpv6.echo.sequence_number")
    for p in packets(capture):
        kind = number(p, "icmp.type", "icmpv6.type")
        for pair in map(str.split, keys):
            if pair[0] not in p:
                continue
            key = tuple(number(p, f, which=-1) for f in pair)
            if "tcp" in pair[0] and kind is None and key[0] in (22, 80):
                key = key[::-1]
            if key[0] == MARKER:
                continue
            if (kind, number(p, "icmp.code")) == (3, 4) or kind == 2:
                too_long.add(key)
            if source(p) in SENDER and kind in (None, 8, 128):
                sent.setdefault(key, (at(p), number(p, "ip.ttl", "ipv6.hlim"), p.get("ip.dst", p.get("ipv6.dst"))[0]))
            else:
                answered.setdefault(key, (at(p), source(p)))
    return {k: v for k, v in sent.items() if k not in too_long}, answered


def check_trace(text, capture):
    """The n-th time printed belongs to the n-th probe sent, counting stars."""
    sent, answered = probes(capture)
    target = re.search(r"traceroute to (\S+) ", text)[1]
    # Not the pings (64 hops) of the same scene.
    order = [k for k, v in sent.items() if v[2] == target and v[1] < 60]
    near, worst, n = NEAR, 0, 0
    if "router-any" in capture.stem:
        # At r1 the times are without link 1, in which probes overtook each other.
        near = 9
        order.sort(key=lambda key: key[1])
    for line in text.splitlines()[1:]:
        hop = None
        for word in re.findall(r"\*|[\d.]+ ms|[\da-f]+[.:][\da-f.:]+(?= )", line[4:]):
            if word == "*":
                if order[n] in answered:
                    yield f"probe {n + 1}: a star, but answered"
                n += 1
            elif not word.endswith(" ms"):
                hop = word
            else:
                when, responder = answered[order[n]]
                ours, printed = when - sent[order[n]][0], word[:-3]
                worst = max(worst, abs(ours - float(printed)))
                if abs(ours - float(printed)) > near or responder != hop:
                    yield f"probe {n + 1}: {hop} {printed} ms, capture {responder} {ours:.3f} ms"
                n += 1
    print(f"    {len(order)} probes sent, {n} printed, {len(answered.keys() & set(order))} answers, "
          f"worst difference {worst:.3f} ms")


def check_mtr(text, capture):
    sent, answered = probes(capture)
    if target := re.match(r"\$ mtr .* (\S+)\n", text):      # one of several
        sent = {k: v for k, v in sent.items() if v[2] == target[1]}
    hops, worst = {}, 0
    for key, (when, ttl, _) in sent.items():
        times, who = hops.setdefault(ttl, ([], []))
        when, responder = (answered[key][0] - when, answered[key][1]) if key in answered else (None, None)
        times.append(when)
        if responder and responder not in who:
            who.append(responder)
    # A line without a number is one more responder of the hop before it.
    lines = re.findall(r"(?m)^ +(\d+)\.\|-- (\S+) +([\d.]+)%? +(\d+) +\S+ +([\d.]+) +([\d.]+) +([\d.]+) .*((?:\n +[\da-f.:]+ *$)*)", text)
    for ttl, first, loss, count, *printed, more in lines:
        times, who = hops[int(ttl)]
        names = [first, *more.split()]
        if names != (who or ["???"]):
            yield f"hop {ttl}: mtr {names}, capture {who}"
        back = [t for t in times if t is not None]
        if len(times) != int(count) or abs(100 - 100 * len(back) / len(times) - float(loss)) > 0.05:
            yield f"hop {ttl}: mtr {count} probes, {loss} % lost, capture {len(back)} of {len(times)}"
        if back:
            # mtr reads its clock when it gets to run, so it prints more; how much
            # more depends on what else runs. "1047." has lost its last digit.
            for o, p in zip((sum(back) / len(back), min(back), max(back)), printed):
                off = float(p) - o
                worst = max(worst, abs(off) - digit(p))
                cut = 1 if p.endswith(".") else digit(p)
                if not -NEAR - cut <= off <= LATE + digit(p):
                    yield f"hop {ttl}: mtr {p} ms, capture {o:.3f} ms"
    print(f"    {len(sent)} probes, {len(answered)} answers, {len(lines)} hops, "
          f"worst difference {worst:.3f} ms")


def check_places(text, near, far):
    """Between the two captures lies what the router dropped."""
    dropped = counters(text)
    (*bad1, a), (*bad2, b) = echoes(near), echoes(far)
    yield from bad1 + bad2
    if a.keys() != b.keys():
        yield f"ids: near {list(a)}, far {list(b)}"
    if "fragments" in near.name:
        for name, host, sign in ("requests", SENDER, 1), ("replies", SENDER, -1):
            some = "(ip.flags.mf == 1 || ip.frag_offset > 0 || ipv6.fraghdr)"
            who = f"(ip.{'src' if sign > 0 else 'dst'} == {host[0]} || ipv6.{'src' if sign > 0 else 'dst'} == {host[1]})"
            lost = sign * (len(list(packets(near, f"{some} && {who}"))) - len(list(packets(far, f"{some} && {who}"))))
            if lost != dropped[name]:
                yield f"fragments of {name}: router dropped {dropped[name]}, captured {lost} fewer"
        return
    for ident in a:
        lost = total(a[ident][0]) - total(b[ident][0]), total(b[ident][1]) - total(a[ident][1])
        if lost != (dropped["requests"], dropped["replies"]):
            yield f"router dropped {dropped}, lost between the captures {lost}"
        print(f"    far: {total(b[ident][0])} requests, {total(b[ident][1])} replies")


def check_rotated(whole, parts):
    """The same messages, and their times, in one capture and in several."""
    one, many = ([(p["frame.time_epoch"][0], source(p), p.get("icmp.seq", p.get("icmpv6.echo.sequence_number")))
                  for c in captures for p in packets(c, "ip || icmpv6.type >= 128 && icmpv6.type < 130 || ipv6.fraghdr")]
                 for captures in ([whole], parts))
    off = max((abs(float(o[0]) - float(m[0])) * 1000 for o, m in zip(one, many)), default=0)
    print(f"    {len(parts)} files of {len(many)} packets, times {off:.3f} ms apart")
    # Fragments of one message can lie in two files: tshark sees no seq there.
    if [o[1] for o in one] != [m[1] for m in many] or off > NEAR:
        yield f"one capture has {len(one)} packets, the files {len(many)}"


def check_counts(text, capture):
    """Programs that print what they sent and received, not when."""
    p4 = list(packets(capture, "icmp"))
    kinds = [number(p, "icmp.type") for p in p4]
    sent = got = 0
    for s, g in re.findall(r"Raw packets sent: (\d+) .*Rcvd: (\d+)", text) + \
            re.findall(r"(\d+) packets transmitted, (\d+) packets received", text):
        sent, got = sent + int(s), got + int(g)
    ours = sum(k in (13, 15, 17) for k in kinds), sum(k in (14, 16, 18) for k in kinds)
    print(f"    {ours[0]} queries, {ours[1]} answers")
    errors = sum(k in (3, 11) for k in kinds)
    if sent != ours[0] or not ours[1] <= got <= ours[1] + errors:
        yield f"programs sent {sent} and received {got}, capture {ours}, {errors} errors"


def check_fping(text, capture):
    """Per target; nmap's own echoes have no data."""
    seen = [(number(p, "icmp.type", "icmpv6.type"), p.get("ip.dst", p.get("ipv6.dst"))[0], source(p))
            for p in packets(capture, "data.len == 56")
            if number(p, "icmp.ident", "icmpv6.echo.identifier") != MARKER]
    for target, *printed in re.findall(r"(?m)^(\S+) +: xmt/rcv/%loss = (\d+)/(\d+)", text):
        ours = (sum(k in (8, 128) and d == target for k, d, _ in seen),
                sum(k in (0, 129) and s == target for k, _, s in seen))
        print(f"    {target}: {ours[0]} requests, {ours[1]} replies")
        if ours != tuple(map(int, printed)):
            yield f"{target}: fping {printed}, capture {ours}"


def check_attack(scene, text, capture):
    """What tshark counted is there; programs counted as many."""
    ours, kinds, data = collections.Counter(), collections.Counter(), {True: b"", False: b""}
    for p in packets(capture, f"icmp && !(icmp.ident == {MARKER})"):
        kind = number(p, "icmp.type")
        who = [] if "-e ip.src" not in text else [source(p), p["ip.dst"][0]]
        ours["\t".join([*who, str(kind), p["icmp.code"][0]])] += 1
        kinds[kind] += 1
        if kind == 8 and "data.data" in p:
            data[False] += bytes.fromhex(p["data.data"][0])
            data[True] += bytes.fromhex(p["data.data"][0])[8:24]      # ping -p: 16 bytes, after the time
    counted = re.findall(r"(?m)^ +(\d+) (\S.*\d)$", text.rpartition("$ tshark ")[2])
    if {key: int(n) for n, key in counted} != dict(ours):
        yield f"tshark counted {counted}, now {dict(ours)}"
    sent = [int(n) for pair in re.findall(r"(?m)^(\d+) (?:sent$|packets transmitted)|Raw packets sent: (\d+)", text)
            for n in pair if n]
    # Not where some are lost on the way, each is seen often, or in the data of others.
    if not {*sent} <= {*kinds.values()} and sum(sent) != kinds[8] and scene not in OTHERWISE:
        yield f"programs sent {sent}, captured {dict(kinds)}"
    sums = re.findall(r"(?m)^(\w{64})  (cargo|arrived)", text)
    if len({digest for digest, _ in sums}) > 1:
        yield f"not the file that was sent: {sums}"
    if scene.startswith("exfil") and hashlib.sha256(data["pattern" in scene]).hexdigest() != sums[0][0]:
        yield "not the file in the requests"
    print(f"    {sum(ours.values())} messages, {len(sums)} sums of a file")


def check_tally(scene, text):
    """Scenes of attacks end with what tshark counted when they were recorded."""
    command, printed = re.search(r"(?ms)^\$ (tshark [^|]*)[^\n]*\n(.*)", text).groups()
    lines = subprocess.run(command.split(), cwd=LAB, capture_output=True, text=True, check=True).stdout.splitlines()
    counts = [f"{n:7} {line}" for line, n in sorted(collections.Counter(lines).items())]
    print(f"{scene}: {len(lines)} messages")
    if counts != printed.splitlines():
        yield f"tshark counts {counts}"


def check(scene, text):
    if "$ tshark " in text and "-Y icmpv6 " in text:
        yield from check_tally(scene, text)
        return
    captures = sorted(LAB.glob(scene + ".pcap*")) + sorted(LAB.glob(scene + "-*.pcap*"))
    captures = [c for c in captures if re.fullmatch(re.escape(scene) + r"(-near|-far|-\d\d)?", c.stem)]
    print(f"{scene}: {', '.join(str(c.stat().st_size) for c in captures)} bytes")
    first, *others = captures
    if first.stem.endswith("-far"):
        others, first = [first], others[0]
        yield from check_places(text, first, *others)
    elif others:
        yield from check_rotated(first, others)
    *problems, found = echoes(first)
    if scene.endswith("-cut"):
        requests, replies = next(iter(found.values()))
        n = [len(set(requests) - set(replies)), len(set(replies) - set(requests))]
        print(f"    {total(requests)} requests ({n[0]} whose reply is not in it), {total(replies)} replies ({n[1]})")
        if not all(n) or ", 0% packet loss" not in text:
            yield "not cut off, or not all answered"
        return
    yield from problems
    for trace in re.split(r"(?m)^(?=traceroute to)", text)[1:]:
        if "unreachable" not in scene:        # see README.md
            yield from check_trace(trace.partition("\n$ ")[0], first)
    for path in re.split(r"(?m)^(?=\$ mtr )", text):
        if "HOST: " in path:
            yield from check_mtr(path, first)
    if "$ tshark " in text:
        yield from check_attack(scene, text, first)
    elif "nping" in text:
        yield from check_counts(text, first)
    if "fping" in text:
        yield from check_fping(text, first)
    # Not what came of "ping -N", whose queries are no echoes.
    text = re.sub(r"(?m)^\$ ping .*-N .*\nPING ", "", text)
    if scene in OTHERWISE:
        return
    pings = [p for p in re.split(r"(?m)^(?=PING |\$ )", text) if p.startswith("PING ")]
    traced = "traceroute" in text or "HOST: " in text
    ours = list(found.items())
    if "$ nping" in text and "$ tshark" in text:
        ours = ours[:len(pings)]
    elif traced or "fping" in text:
        ours = ours[len(ours) - len(pings):] if pings else []
    if pings and len(ours) != len(pings):
        yield f"{len(pings)} pings, captured {len(ours)}"
    dropped = counters(text)
    for ping, (_, (requests, replies)) in zip(pings, ours):
        if "-router-any" in scene:
            *problems, (requests, replies) = once(scene, requests, replies, dropped)
            yield from problems
        if re.search("broadcast|multicast", scene):
            yield from check_group(ping, requests, replies)
            continue
        yield from check_ping(ping, requests, replies)
        lost = len(requests) - len(set(replies) & set(requests))
        # Not where copies may be dropped, or fragments, or one of several pings.
        if dropped and len(pings) == 1 and not re.search("mixture|fragments", scene):
            if lost != sum(dropped.values()):
                yield f"router dropped {dropped}, {lost} without reply"


def main():
    bad = 0
    for txt in sorted(LAB.glob("*.txt")):
        if sys.argv[1:] and txt.stem not in sys.argv[1:]:
            continue
        for problem in check(txt.stem, txt.read_text()):
            print("    BAD:", problem)
            bad += 1
    sys.exit(1 if bad else 0)


main()
