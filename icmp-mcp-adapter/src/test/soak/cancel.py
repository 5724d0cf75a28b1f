#!/usr/bin/env python3
"""Measure how long the started server goes on with a call after it was cancelled.

    cancel.py --jar icmp-mcp-adapter.jar --lab DIR [--times 25] [--megabytes 300] [--limit-ms 200] [--packers gzip zstd lz4]

Over each transport, and with a capture of so many megabytes as it is and packed by the packers that are installed: as many
calls as the server has workplaces read that capture, and one more, about an empty capture, waits for a place. Then one of
those that read is cancelled. The time from there to the answer of the one that waited is printed: the reading may have
stopped sooner, but not later. Tries in which nobody waited, or another place became free, do not count. Beside it stands
what others do to the machine: how long a `ping` takes in each try, just before the cancellation, which waits for nothing.
Exit status 1 when the longest time is over the limit.
"""
import argparse, os, queue, random, shutil, statistics, subprocess, sys, tempfile, threading, time
import cases, server

PLACES = max(2, min(4, len(os.sched_getaffinity(0))))  # at which the server reads, as it counts them
READS, WAITS = (0.2, 0.6), 0.3  # seconds until one more call comes, and until it has shown that it must wait
PACKERS = ("gzip", "zstd", "lz4")
WARMING = 100  # calls, before anything is measured
MOST_TRIES = 4  # for each that counts


def begin(session, path):
    """Calls, and returns the request's id and where its response will be put."""
    params = {"name": "analyze_icmp_packets", "arguments": {"pcap_file": path}}
    if isinstance(session, server.Stdio):
        return session.begin("tools/call", params)
    id, came = next(session.ids), queue.SimpleQueue()

    def post():
        with session.caller() as caller:
            came.put(caller.post(server.message("tools/call", params, id))[1])

    threading.Thread(target=post, daemon=True).start()
    return id, came


def cancel(session, id):
    what = server.message("notifications/cancelled", {"requestId": id, "reason": "measuring"})
    with session.caller() as caller:
        (caller.send if isinstance(session, server.Stdio) else caller.post)(what)


def attempt(session, large, small, chosen):
    """Seconds of a ping, and from a cancellation to the answer of the call that waited; None when it did not wait for that."""
    readers = [begin(session, large) for _ in range(PLACES)]
    time.sleep(chosen.uniform(*READS))
    _, waiting = begin(session, small)
    try:
        time.sleep(WAITS)
        if not waiting.empty() or any(not came.empty() for _, came in readers):
            return None
        cancelled, *others = readers
        pinged = ping(session)
        begun = time.perf_counter()
        cancel(session, cancelled[0])
        waiting.get(timeout=server.SECONDS)
        taken = time.perf_counter() - begun
        return (pinged, taken) if all(came.empty() for _, came in others) else None
    finally:
        for id, _ in readers:
            cancel(session, id)
        begin(session, small)[1].get(timeout=server.SECONDS)
        time.sleep(WAITS)


def ping(session):
    begun = time.perf_counter()
    if isinstance(session, server.Stdio):
        session.request("ping", {})
    else:
        with session.caller() as caller:
            caller.post(server.message("ping", {}, next(session.ids)))
    return time.perf_counter() - begun


def measure(session, large, small, times):
    """The tries that count."""
    chosen, counted = random.Random(1), []
    for _ in range(WARMING):
        begin(session, small)[1].get(timeout=server.SECONDS)
    for _ in range(MOST_TRIES * times):
        if (taken := attempt(session, large, small, chosen)) is not None:
            counted.append(taken)
        if len(counted) == times:
            return counted
    raise RuntimeError(f"only {len(counted)} of {times} tries count: the capture is read too fast, take a larger one")


def captures(directory, lab, megabytes, packers):
    """A capture without packets, and by their form the large ones."""
    content, frames, at = cases.read(os.path.join(lab, cases.GOOD[0])), 0, 24
    small = cases.placed(directory, "small.pcap", content[:at])
    while at < len(content):
        at += 16 + int.from_bytes(content[at + 8:at + 12], "little")
        frames += 1
    frames = round(frames * megabytes * 1e6 / (len(content) - 24))
    large = cases.placed(directory, "large.pcap", cases.repeated(content, frames))
    forms = {"plain": large}
    for packer in filter(shutil.which, packers):
        forms[packer] = f"{large}.{packer}"
        with open(large, "rb") as plain, open(forms[packer], "wb") as packed:
            subprocess.run([packer, "-1", "-c"], stdin=plain, stdout=packed, check=True)
    return small, forms


def told(seconds):
    return f"median {1e3 * statistics.median(seconds):.0f} ms, longest {1e3 * max(seconds):.0f} ms"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--lab", required=True)
    parser.add_argument("--times", type=int, default=25)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--limit-ms", type=float, default=200)
    parser.add_argument("--packers", nargs="*", default=PACKERS)
    options = parser.parse_args()
    longest = 0.0
    with tempfile.TemporaryDirectory() as directory:
        directory = os.path.realpath(directory)
        small, forms = captures(directory, options.lab, options.megabytes, options.packers)
        for transport, opened in server.SESSIONS.items():
            with opened(server.SHIPPED(options.jar), directory) as session:
                for form, large in forms.items():
                    pings, taken = zip(*measure(session, large, small, options.times))
                    longest, over = max(longest, *taken), sum(one > options.limit_ms / 1e3 for one in taken)
                    print(f"{transport:5} {form:5} {os.path.getsize(large) / 1e6:3.0f} MB: {told(taken)}, "
                          f"{over} of {len(taken)} over {options.limit_ms:.0f} ms; ping {told(pings)}; "
                          f"load {os.getloadavg()[0]:.1f}", flush=True)
    print("FAIL" if longest > options.limit_ms / 1e3 else "PASS")
    sys.exit(longest > options.limit_ms / 1e3)


if __name__ == "__main__":
    main()
