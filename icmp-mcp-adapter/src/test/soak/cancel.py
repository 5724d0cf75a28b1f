#!/usr/bin/env python3
"""Measure how long the started server goes on with a call after it was cancelled.

    cancel.py --jar icmp-mcp-adapter.jar --lab DIR [--times 25] [--megabytes 300] [--limit-ms 200]

Over each transport, and with a capture of so many megabytes as it is and packed by the packers that are installed: as many
calls as the server has workplaces read that capture, and one more, about a small capture, waits for a place. Then one of
those that read is cancelled. The time from there to the answer of the one that waited is printed: the reading may have
stopped sooner, but not later. Tries in which nobody waited, or another place became free, do not count. Beside it stands
what the small capture takes when it need not wait. Exit status 1 when the longest time is over the limit.
"""
import argparse, os, queue, random, shutil, statistics, subprocess, sys, tempfile, threading, time
import cases, server

PLACES = max(2, min(4, len(os.sched_getaffinity(0))))  # at which the server reads, as it counts them
READS, WAITS = (0.2, 0.6), 0.3  # seconds until one more call comes, and until it has shown that it must wait
PACKERS = {"gzip": ("gz", "-k"), "zstd": ("zst", "-k"), "lz4": ("lz4", "-k")}
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
    """Seconds from a cancellation to the answer of the call that waited; None when it did not wait for that."""
    readers = [begin(session, large) for _ in range(PLACES)]
    time.sleep(chosen.uniform(*READS))
    _, waiting = begin(session, small)
    try:
        time.sleep(WAITS)
        if not waiting.empty() or any(not came.empty() for _, came in readers):
            return None
        cancelled, *others = readers
        begun = time.perf_counter()
        cancel(session, cancelled[0])
        waiting.get(timeout=server.SECONDS)
        taken = time.perf_counter() - begun
        return taken if all(came.empty() for _, came in others) else None
    finally:
        for id, _ in readers:
            cancel(session, id)
        time.sleep(WAITS)


def unhindered(session, small, times):
    """Seconds that the small capture takes, the median."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        begin(session, small)[1].get(timeout=server.SECONDS)
        taken.append(time.perf_counter() - begun)
    return statistics.median(taken)


def measure(session, large, small, times):
    """Counted tries, in seconds."""
    chosen, counted = random.Random(1), []
    for _ in range(MOST_TRIES * times):
        if (taken := attempt(session, large, small, chosen)) is not None:
            counted.append(taken)
        if len(counted) == times:
            return counted
    raise RuntimeError(f"only {len(counted)} of {times} tries count: the capture is read too fast, take a larger one")


def captures(directory, lab, megabytes):
    """A small capture, and by their form the large ones."""
    small = os.path.join(directory, "small.pcap")
    shutil.copyfile(os.path.join(lab, cases.GOOD[0]), small)
    content, frames = cases.read(small), 0
    at = 24
    while at < len(content):
        at += 16 + int.from_bytes(content[at + 8:at + 12], "little")
        frames += 1
    large = cases.placed(directory, "large.pcap", cases.repeated(content, round(megabytes * 1e6 / (len(content) - 24) * frames)))
    forms = {"plain": large}
    for packer, (suffix, keep) in PACKERS.items():
        if shutil.which(packer):
            forms[packer] = f"{large}.{suffix}"
            subprocess.run([packer, "-1", "-q", keep, large], check=True)
    return small, forms


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--lab", required=True)
    parser.add_argument("--times", type=int, default=25)
    parser.add_argument("--megabytes", type=int, default=300)
    parser.add_argument("--limit-ms", type=float, default=200)
    options = parser.parse_args()
    longest = 0.0
    with tempfile.TemporaryDirectory() as directory:
        directory = os.path.realpath(directory)
        small, forms = captures(directory, options.lab, options.megabytes)
        for transport, opened in server.SESSIONS.items():
            with opened(server.SHIPPED(options.jar), directory) as session:
                usual = unhindered(session, small, options.times)
                for form, large in forms.items():
                    taken = [1e3 * one for one in measure(session, large, small, options.times)]
                    longest = max(longest, *taken)
                    print(f"{transport:5} {form:5} {os.path.getsize(large) / 1e6:4.0f} MB: median {statistics.median(taken):.0f} ms, "
                          f"longest {max(taken):.0f} ms of {len(taken)}; not waiting {1e3 * usual:.0f} ms; "
                          f"load {os.getloadavg()[0]:.1f}", flush=True)
    print("FAIL" if longest > options.limit_ms else "PASS")
    sys.exit(longest > options.limit_ms)


if __name__ == "__main__":
    main()
