#!/usr/bin/env python3
"""Measure how fast the server starts, without and with what makes it start faster.

    start.py --jar icmp-mcp-adapter.jar --capture FILE [--java JAVA]... [--rounds 11]

For each Java: as it is, with a class archive that the jar writes first, with flags for short runs, and with both. In each
round every one of them is started once, in an order drawn anew, gets `initialize` and a call about the capture, and ends.
Prints a table: from the start to the answer of `initialize`, to the answer of the call, and the processor time of the whole
run; medians, ranges, and the median of the ratios to the first line in the same round. --jar may be given several times, to
compare jars.

Before that, an archive is used that belongs to another state of the jar, and one that another Java wrote where there are
several: the server must start all the same, and print nothing but its answers. What it says on standard error is printed.
"""
import argparse, dataclasses, json, os, random, re, shutil, statistics, subprocess, sys, tempfile, time

QUIET = ["-Xlog:disable", "-Xlog:all=warning:stderr"]  # as the README has clients start it
SHORT = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
FIGURES = ("initialize, s", "first answer, s", "processor time, s")


@dataclasses.dataclass(frozen=True)
class Variant:
    """A way to start the server."""

    name: str
    java: str
    flags: tuple
    jar: str

    def command(self):
        return [self.java, *QUIET, *self.flags, "-jar", self.jar]


def line(method, params, id=None):
    request = {"jsonrpc": "2.0", **({} if id is None else {"id": id}), "method": method, "params": params}
    return json.dumps(request).encode() + b"\n"


def start(variant, capture, log=subprocess.DEVNULL):
    """Starts the server and returns its figures, in the order of FIGURES."""
    begun = time.perf_counter()
    running = subprocess.Popen(variant.command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log)
    client = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "start", "version": "1"}}
    running.stdin.write(line("initialize", client, 1))
    running.stdin.flush()
    welcome = json.loads(running.stdout.readline())
    initialized = time.perf_counter() - begun
    running.stdin.write(line("notifications/initialized", {}))
    running.stdin.write(line("tools/call", {"name": "analyze_icmp_packets", "arguments": {"pcap_file": capture}}, 2))
    running.stdin.flush()
    answer = json.loads(running.stdout.readline())
    answered = time.perf_counter() - begun
    running.stdin.close()
    rest = running.stdout.read()
    _, status, used = os.wait4(running.pid, 0)
    running.returncode = os.waitstatus_to_exitcode(status)
    if welcome["id"] != 1 or answer["id"] != 2 or answer["result"].get("isError") or rest or running.returncode:
        raise RuntimeError(f"{variant.name}: {welcome} {answer} {rest} {running.returncode}")
    return initialized, answered, used.ru_utime + used.ru_stime


def archive(java, jar, path):
    """Has the jar write an archive, and returns the flag to use it with."""
    told = subprocess.run([java, "-jar", jar, "class-archive", path], capture_output=True, encoding="utf-8", check=True).stdout
    return re.search(rf"-XX:\w+={re.escape(path)}", told).group()


def version(java):
    return re.search(r'"([^"]+)"', subprocess.run([java, "-version"], capture_output=True, encoding="utf-8").stderr).group(1)


def variants(javas, jars, directory):
    found = []
    for java in javas:
        for jar in jars:
            flag = archive(java, jar, os.path.join(directory, f"{len(found)}.archive"))
            name = f"Java {version(java)}" + (f", {jar}" if len(jars) > 1 else "")
            found += [Variant(f"{name}{what}", java, tuple(flags), jar) for what, flags in (
                ("", []), (", archive", [flag]), (f", {' '.join(SHORT)}", SHORT), (", both", [flag, *SHORT]))]
    return found


def stale(javas, jar, capture, directory):
    """Uses archives that do not belong to what is started."""
    copy = shutil.copy(jar, os.path.join(directory, "copy.jar"))
    flags = [(java, archive(java, copy, os.path.join(directory, f"stale{at}"))) for at, java in enumerate(javas)]
    others = [Variant(f"Java {version(java)} with the archive of Java {version(writer)}", java, (flag,), copy)
              for java in javas for writer, flag in flags if java != writer and flag.split("=")[0] == flags[0][1].split("=")[0]]
    for variant in others:
        say(variant, capture)
    os.utime(copy, (0, 0))
    for java, flag in flags:
        say(Variant(f"Java {version(java)} with the archive of a jar that was changed since", java, (flag,), copy), capture)


def say(variant, capture):
    with tempfile.TemporaryFile("w+") as log:
        start(variant, capture, log)
        log.seek(0)
        said = log.read().rstrip() or "(nothing)"
        print(f"{variant.name}: starts; standard output clean; standard error:\n{said}", flush=True)


def cell(values, ratios):
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f}), {statistics.median(ratios):.2f}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--jar", action="append", required=True)
    parser.add_argument("--capture", required=True)
    parser.add_argument("--java", action="append")
    parser.add_argument("--rounds", type=int, default=11)
    options = parser.parse_args()
    javas, capture = options.java or [shutil.which("java")], os.path.realpath(options.capture)
    with tempfile.TemporaryDirectory() as directory:
        stale(javas, options.jar[0], capture, directory)
        tried = variants(javas, options.jar, directory)
        rounds = []
        for _ in range(options.rounds):
            order = random.sample(tried, len(tried))
            rounds.append({variant: start(variant, capture) for variant in order})
        print(f"{options.rounds} rounds, load now {os.getloadavg()[0]:.1f}\n\n|| {' | '.join(FIGURES)} |\n|---|---|---|---|")
        for variant in tried:
            cells = [cell([one[variant][at] for one in rounds], [one[variant][at] / one[tried[0]][at] for one in rounds])
                     for at in range(len(FIGURES))]
            print(f"| {variant.name} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main()
