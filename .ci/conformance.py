#!/usr/bin/env python3
"""Hold our transports against the MCP conformance suite, every scenario of one revision of the protocol.

    conformance.py --tools DIR --jar icmp-mcp-adapter.jar --fixture CLASSES --root DIR --expected FILE

By the released suite and by the one that comes, which asks for more:

    shipped   the jar over HTTP: passes what a server can pass that has none of the suite's own tools, prompts and resources
    fixture   CLASSES, the test classes: the same transport around all that the suite has names for
    stdio     the same over standard input and output, behind a bridge, by the latter, but for what is about HTTP

FILE is a TSV of the checks that fail: server, suite (* for both), scenario, check, reason. A check fails when it is not met,
or only half (WARNING). Exit status 1 when a check fails that is not listed, or is listed and does not fail, or when a
scenario of the revision did not run.
"""
import argparse, json, os, pathlib, re, subprocess, sys, tempfile
import bridge, npm_tools, started

REVISION = "2025-11-25"
SUITES = ("0.1", "0.2")
NOT_MET = ("FAILURE", "WARNING")
OF_HTTP = ("dns-rebinding-protection", "server-session-lifecycle", "server-sse-")
MINUTES = 10


def servers(options):
    """How to start each, as a context that gives its URL; by which suites it is tried, and by which scenarios."""
    java = ["java", "-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]  # starts fast
    http = [*java, "-jar", options.jar, "--transport", "http", "--port", "0", "--root", options.root]
    fixture = [*java, "-cp", f"{options.fixture}{os.pathsep}{options.jar}", "io.icmpscope.mcp.fixture.FixtureServer"]
    yield "shipped", lambda: started.http_server(http), SUITES, lambda scenario: True
    yield "fixture", lambda: started.http_server([*fixture, "http"]), SUITES, lambda scenario: True
    yield "stdio", lambda: bridge.before([*fixture, "stdio"]), SUITES[-1:], lambda scenario: not scenario.startswith(OF_HTTP)


def run(tools, suite, *arguments):
    program = tools / "node_modules" / f"conformance-{suite}" / "dist" / "index.js"
    return subprocess.run([npm_tools.node(tools), program, *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding="utf-8", timeout=60 * MINUTES, env={**os.environ, "NO_COLOR": "1"})


def scenarios(tools, suite):
    listed = run(tools, suite, "list", "--server", "--spec-version", REVISION).stdout
    return set(re.findall(r"^  - (\S+)", listed, re.MULTILINE))


def checks(tools, suite, url):
    """What came of every check, by scenario."""
    with tempfile.TemporaryDirectory() as directory:
        printed = run(tools, suite, "server", "--url", url, "--suite", "all", "--spec-version", REVISION, "-o", directory)
        results = {}
        for file in pathlib.Path(directory).glob("*/checks.json"):
            name = re.fullmatch(r"server-(.+)-\d{4}-\d\d-\d\dT.*", file.parent.name).group(1)
            results[name] = json.loads(file.read_text())
    if not results:
        sys.exit(f"the suite said nothing but:\n{printed.stdout}")
    return results


def expected_of(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.strip() and not line.startswith("#")]
    if bad := [row for row in rows if len(row) != 5 or not row[4].strip()]:
        sys.exit(f"not a server, a suite, a scenario, a check and a reason: {bad}")
    return {(server, one, scenario, check)
            for server, suite, scenario, check, _ in rows for one in (SUITES if suite == "*" else (suite,))}


def main():
    parser = argparse.ArgumentParser()
    for name in ("--tools", "--jar", "--fixture", "--root", "--expected"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    tools, expected, failed, missing = pathlib.Path(options.tools), expected_of(options.expected), {}, []
    for suite in SUITES:
        wanted = scenarios(tools, suite)
        for server, start, suites, concerns in servers(options):
            if suite not in suites:
                continue
            with start() as url:
                results = checks(tools, suite, url)
            results = {name: found for name, found in results.items() if concerns(name)}
            missing += [f"did not run  {server} {suite} {name}" for name in filter(concerns, wanted - results.keys())]
            bad = {(server, suite, name, check["id"]): check.get("errorMessage") or check["description"]
                   for name, found in results.items() for check in found if check["status"] in NOT_MET}
            good = sum(check["status"] == "SUCCESS" for found in results.values() for check in found)
            print(f"{server} by suite {suite}: {len(results)} scenarios, {len({key[2] for key in bad})} of them with failures; "
                  f"{good} checks passed, {len(bad)} failed", flush=True)
            failed |= bad
    wrong = missing + [f"fails  {' '.join(key)}: {why}" for key, why in failed.items() if key not in expected]
    wrong += [f"listed, but does not fail  {' '.join(key)}" for key in sorted(expected - failed.keys())]
    print("".join(line + "\n" for line in wrong), end="")
    print(f"{'FAIL' if wrong else 'PASS'}: MCP conformance, revision {REVISION}; {len(failed)} failures, {len(expected)} listed")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
