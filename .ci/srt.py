#!/usr/bin/env python3
"""Hold our round trips against tshark's tables of them, capture by capture.

    srt.py --jar icmp-mcp-adapter.jar --corpus DIR --exceptions FILE

DIR holds captures/, and oracle/, which tells by another decoder than ours which of them have echoes. Compared are:

    packet.*   every reply's rtt_ms of `packets` with `tshark -z icmp,srt` and `-z icmpv6,srt`. The table has every captured
               request, sent again or captured again, and the first reply to each; so that is what is taken.
    session.*  the echo sessions of `analyze` with the same table. Not if one has captured copies, which it leaves out, or if
               there are too many to be listed. No times if one has duplicates, which it counts.
    sum.*      the rtt_ms of each session with the same numbers worked out anew from `packets`.

FILE is a TSV: capture, what differs (as above, packet.* for all of them), and why tshark is wrong there or means something
else, with the frames that show it. Exit status 1 when something differs that is not listed, or is listed and does not differ.
"""
import argparse, collections, fnmatch, glob, gzip, json, os, statistics, subprocess, sys
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

ECHO = {4: (8, 0), 6: (128, 129)}  # types of requests and replies, by IP version
TITLES = {4: "ICMP Service", 6: "ICMPv6 Service"}
COLUMNS = ("min", "max", "avg", "median", "stddev", "min_frame", "max_frame")  # as tshark prints them
TABLE_DIGITS, OUR_DIGITS = 0.00051, 0.0000015  # it prints three decimals of a millisecond, we print six
MOST_EXACT, STEP = 128, 0.004  # with more round trips in a session its median and percentiles are within 0.4 %
QUIET = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "encoding": "utf-8"}


def with_echoes(corpus):
    """The captures in which the oracle has an echo, even one that an error quotes."""
    for path in glob.glob(os.path.join(corpus, "oracle", "*.json*")):
        with (gzip.open if path.endswith(".gz") else open)(path, "rt") as file:
            oracle = json.load(file)
        types = [f.get("icmp.type", []) + f.get("icmpv6.type", []) for f in (oracle.get("tshark") or {}).get("packets", [])]
        if any({"0", "8", "128", "129"} & set(some) for some in types):
            yield oracle["file"]


def tables_of_tshark(path):
    printed = subprocess.run(["tshark", "-q", "-r", path, "-z", "icmp,srt", "-z", "icmpv6,srt"], **QUIET).stdout.splitlines()
    tables = {}
    for version, title in TITLES.items():
        at = next(i for i, line in enumerate(printed) if line.startswith(title))
        requests, replies = int(printed[at + 4][:10]), int(printed[at + 4][10:20])  # columns behind them may run together
        tables[version] = {"requests": requests, "replies": replies, "lost": requests - replies}
        if replies:
            tables[version] |= zip(COLUMNS, map(float, printed[at + 7].split()))
        if replies == 1:
            tables[version]["stddev"] = None  # it prints 0 for what does not exist
    return tables


def packets_of(jar, paths):
    """Our echoes of all captures, by file name."""
    found = collections.defaultdict(list)
    with subprocess.Popen(["java", "-jar", jar, "packets", *paths], **QUIET) as run:
        for packet in map(json.loads, run.stdout):
            if packet.get("icmp_type") in ECHO.get(packet.get("ip_version"), ()):
                found[os.path.basename(packet["file"])].append(packet)
    return found


def echo_of(jar, path):
    command = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar, "analyze", path, "--json"]
    return json.loads(subprocess.run(command, **QUIET).stdout).get("echo", {})


def columns(times):
    return {"min": min(times), "max": max(times), "avg": statistics.fmean(times), "median": statistics.median(times),
            "stddev": statistics.stdev(times) if len(times) > 1 else None}


def request_key(packet, frame):
    return frame, packet["icmp_id"], packet["icmp_seq"]  # a frame may carry several requests


def of_packets(packets):
    """Tshark's table, from what we say of each packet."""
    requests, first = sum(p["icmp_type"] in (8, 128) for p in packets), {}
    for p in packets:
        if p.get("rtt_ms") is not None:
            first.setdefault(request_key(p, p["request_frame"]), p)
    table = {"requests": requests, "replies": len(first), "lost": requests - len(first)}
    if first:
        frames = {p["frame_number"]: p["rtt_ms"] for p in first.values()}
        table |= columns([p["rtt_ms"] for p in first.values()])
        table |= {"min_frame": min(frames, key=frames.get), "max_frame": max(frames, key=frames.get) if table["max"] else 0}
    return table


def of_sessions(sessions):
    """Tshark's table, as far as our sessions tell it."""
    if any(s["capture_copies"] for s in sessions):
        return {}
    requests, replies = sum(s["sent"] + s["retransmissions"] for s in sessions), sum(s["received"] for s in sessions)
    table = {"requests": requests, "replies": replies, "lost": requests - replies}
    timed = [s for s in sessions if s["rtt_ms"]]
    if timed and not any(s["duplicates"] for s in sessions):
        table |= {"min": min(s["rtt_ms"]["min"] for s in timed), "max": max(s["rtt_ms"]["max"] for s in timed),
                  "avg": sum(s["received"] * s["rtt_ms"]["avg"] for s in timed) / replies}
        if len(timed) == 1:
            table |= {name: timed[0]["rtt_ms"][name] for name in ("median", "stddev")}
    return table


def nanoseconds(packet):
    second, fraction = packet["timestamp"].rstrip("Z").split(".")
    return int(datetime.fromisoformat(second + "+00:00").timestamp()) * 10**9 + int(fraction)


def times_anew(session, packets):
    """The round trips that a session should have, from its packets; None where one would have to know what is a copy."""
    asked = (session["requester"], session["responder"], session["icmp_id"])
    requests = {request_key(p, p["frame_number"]): p for p in packets
                if p["icmp_type"] in (8, 128) and (p["src_ip"], p["dst_ip"], p["icmp_id"]) == asked}
    replies = [p for p in packets if p.get("rtt_ms") is not None and request_key(p, p["request_frame"]) in requests]
    if not session["capture_copies"]:
        return [p["rtt_ms"] for p in replies]
    sent = {p["icmp_seq"]: nanoseconds(p) for p in reversed(requests.values())}  # the first of each number
    replied = {p["icmp_seq"]: nanoseconds(p) for p in reversed(replies)}
    if session["duplicates"] or session["retransmissions"] or session["sent"] != len(sent):
        return None
    return [(replied[number] - sent[number]) / 1e6 for number in replied]


def rtt_anew(times):
    ranked = sorted(times)
    rank = {f"p{percent}": ranked[(len(ranked) * percent + 99) // 100 - 1] for percent in (90, 95, 99)}
    return columns(times) | {"mdev": statistics.pstdev(times)} | rank


def differences(what, ours, theirs, names, digits, inexact=False):
    for name in names:
        have, want = ours.get(name), theirs.get(name)
        off = STEP * (want or 0) if inexact and name in ("median", "p90", "p95", "p99") else 0
        if (have is not want) if None in (have, want) else abs(have - want) > digits + off:
            yield f"{what}.{name}", f"{have}, not {want}"


def compare(packets, echo, tables, counts):
    """What differs in one capture."""
    for version, table in tables.items():
        ours = [p for p in packets if p["ip_version"] == version]
        sessions = [s for s in echo.get("sessions", []) if s["ip_version"] == version]
        if not ours and not table["requests"]:
            continue
        counts["pairs"] += table["replies"]
        mine = of_packets(ours)
        yield from differences("packet", mine, table, mine | table, TABLE_DIGITS)
        mine = {} if echo.get("sessions_omitted") else of_sessions(sessions)
        yield from differences("session", mine, table, mine, TABLE_DIGITS, table["replies"] > MOST_EXACT)
        for session in sessions:
            times = times_anew(session, ours)
            counts["anew" if times is not None else "not anew"] += 1
            if times is not None:
                want = rtt_anew(times) if times else {}
                have = session["rtt_ms"] or {}
                yield from differences("sum", have, want, want or have, OUR_DIGITS, len(times) > MOST_EXACT)


def exceptions_of(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    if bad := [row for row in rows if len(row) != 3 or not row[2].strip()]:
        sys.exit(f"not a capture, what differs and a reason: {bad}")
    return {(capture, what) for capture, what, _ in rows}


def main():
    parser = argparse.ArgumentParser()
    for name in ("--jar", "--corpus", "--exceptions"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    listed, met, wrong, counts = exceptions_of(options.exceptions), set(), [], collections.Counter()
    captures = os.path.join(options.corpus, "captures")
    path = {name: os.path.join(captures, name) for name in sorted(os.listdir(captures))}
    packets = packets_of(options.jar, list(path.values()))
    names = sorted((packets.keys() | set(with_echoes(options.corpus))) & path.keys())
    with ThreadPoolExecutor(2) as pool:
        tables = pool.map(lambda name: tables_of_tshark(path[name]), names)
        echoes = pool.map(lambda name: echo_of(options.jar, path[name]), names)
        for name, table, echo in zip(names, tables, echoes):
            found = list(compare(packets[name], echo, table, counts))
            excuses = {what: {one for one in listed if one[0] == name and fnmatch.fnmatch(what, one[1])} for what, _ in found}
            met.update(*excuses.values())
            rest = [f"differs  {name}  {what}: {text}" for what, text in found if not excuses[what]]
            counts["wrong" if rest else "explained" if found else "equal"] += 1
            wrong += rest
    wrong += [f"listed, but equal  {name}  {what}" for name, what in sorted(listed - met)]
    print("".join(line + "\n" for line in wrong), end="")
    print("{}: echoes of {} captures, {pairs} pairs of tshark's: {equal} equal, {explained} explained, {wrong} differing; {anew} "
          "sessions worked out anew, {} with copies not".format(
              "FAIL" if wrong else "PASS", len(names), counts["not anew"],
              **{key: counts[key] for key in ("pairs", "equal", "explained", "wrong", "anew")}))
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
