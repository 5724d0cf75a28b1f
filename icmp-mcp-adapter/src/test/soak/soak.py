#!/usr/bin/env python3
"""Call the started server many times over one session, and see that it answers right, leaks nothing and does not grow.

    soak.py --jar icmp-mcp-adapter.jar --lab DIR --transport stdio|http [--calls 10000] [--at-once 8] [--seed N] [--spoil]

Calls are drawn from captures of DIR, plain and packed; damaged ones; files that are no captures or not there; the same by
URL, from a web server on loopback; and calls that are cancelled while they read or download. Every answer is compared with
the expected one for its file, which for captures is what the command `analyze --json` prints in a process of its own. A
cancelled call gets no answer, or the right one if it was faster. Over HTTP a cancellation has a connection of its own and may
come before its call; it is then sent again after a second, and so it is when a call is not over by then. Three cancelled
calls and one in a hundred may need that.

After a tenth, a half and all of the calls the server is left alone and measured: live bytes on its heap after a full
collection, its open descriptors, and what is in its directory for temporary files. From the first to the last measurement
the heap may grow by --growth bytes, and descriptors and files by none. Exit status 1 when anything is not as it should be.

With --spoil it is the soak that is tried: the server loses heap, descriptors and files on purpose (Leak.java), and a capture
is changed once its answer is known. Exit status 0 when all of that was noticed, and 1 otherwise.
"""
import argparse, collections, os, queue, random, sys, tempfile, threading, time
import cases, origin, server

MEASURED = (0.1, 0.5, 1)  # after which part of the calls
AGAIN = (3, 0.01)  # so many cancelled calls, and such a part of them, may need a second cancellation
SPOILT = ("another answer", "the heap grew", "descriptors more", "files more")  # what must be said with --spoil


class Tally:
    """What came of the calls. Thread-safe."""

    def __init__(self):
        self.lock = threading.Lock()
        self.counts, self.wrong = collections.Counter(), []

    def add(self, case, outcome, fault):
        with self.lock:
            self.counts[case.kind, outcome] += 1
            if fault:
                self.wrong.append(f"{case.name}: {fault}")


def run(session, todo, at_once, tally):
    """Makes the calls, so many at once, and returns when all are over."""
    waiting = queue.SimpleQueue()
    for case in todo:
        waiting.put(case)

    def work():
        with session.caller() as caller:
            while True:
                try:
                    case = waiting.get_nowait()
                except queue.Empty:
                    return
                try:
                    answer = caller.call(case)
                    tally.add(case, "answered" if answer else "not answered", case.fault(answer))
                except Exception as failure:
                    tally.add(case, "failed", repr(failure))

    workers = [threading.Thread(target=work) for _ in range(at_once)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    for case, answer in session.late():
        tally.add(case, "answered though cancelled", case.fault(answer))


def judge(tally, session, measured, growth):
    """What is not as it should be, in words."""
    first, last = measured[0], measured[-1]
    yield from tally.wrong
    if last.heap > first.heap + growth:
        yield f"the heap grew from {first.heap} to {last.heap} live bytes"
    for kind in ("descriptors", "files"):
        if more := getattr(last, kind) - getattr(first, kind):
            yield f"{kind} more than after the first {MEASURED[0]:.0%} of the calls: {dict(more)}"
    if session.leftover:
        yield f"left in the directory for temporary files: {session.leftover}"
    answered, cancelled = tally.counts["cancelled", "answered"], tally.counts["cancelled", "not answered"]
    if answered > cancelled:
        yield f"{answered} of {answered + cancelled} calls were answered before they could be cancelled: nothing was tried"
    if session.again > AGAIN[0] + AGAIN[1] * session.cancelled:
        yield f"{session.again} of {session.cancelled} cancelled calls were not over a second later and were cancelled again"


def verdict(wrong, spoilt):
    """The exit status and what it means, given what was wrong."""
    if not spoilt:
        return (1, "FAIL") if wrong else (0, "PASS")
    unseen = [what for what in SPOILT if not any(what in one for one in wrong)]
    return (1, f"FAIL: nobody noticed: {', '.join(unseen)}") if unseen else (0, "PASS: all that was spoilt was noticed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", required=True)
    parser.add_argument("--lab", required=True)
    parser.add_argument("--transport", choices=server.SESSIONS, required=True)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--at-once", type=int, default=8)
    parser.add_argument("--growth", type=int, default=512 << 10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--spoil", action="store_true")
    options = parser.parse_args()
    chosen, tally, measured, begun = random.Random(options.seed), Tally(), [], time.monotonic()
    with tempfile.TemporaryDirectory() as directory, origin.serving(directory) as web:
        known = cases.of(os.path.realpath(directory), options.jar, options.lab, web)
        program = (server.LEAKING if options.spoil else server.SHIPPED)(options.jar)
        if options.spoil:
            cases.change(known["good"][0])
        with server.SESSIONS[options.transport](program, os.path.realpath(directory)) as session:
            done = 0
            for part in MEASURED:
                count = round(options.calls * part) - done
                run(session, [cases.draw(chosen, known) for _ in range(count)], options.at_once, tally)
                done += count
                measured.append(session.measure())
                print(f"after {done} calls: {measured[-1]}", flush=True)
        wrong = list(judge(tally, session, measured, options.growth))
    for (kind, outcome), count in sorted(tally.counts.items()):
        print(f"{count:6} {kind} {outcome}")
    print(f"{session.cancelled:6} cancellations, {session.again} of them more than once")
    print("".join(f"{line[:300]}\n" for line in wrong[:10] + wrong[10:][-10:]), end="")
    status, meaning = verdict(wrong, options.spoil)
    print(f"{meaning}: {options.calls} calls over {options.transport}, {options.at_once} at once, "
          f"{len(wrong)} faults, {time.monotonic() - begun:.0f} s")
    sys.exit(status)


if __name__ == "__main__":
    main()
