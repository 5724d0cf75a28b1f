#!/usr/bin/env python3
"""Hold our HTTP transport against the MCP conformance suite, every scenario of one revision of the protocol.

    conformance.py --tools DIR --jar icmp-mcp-adapter.jar --fixture CLASSES --root DIR --expected FILE

Twice each, by the released suite and by the one that comes: the server as it is shipped, which passes what a real server
can pass; and CLASSES, the test classes with the same transport around everything that the suite has names for.

FILE is a TSV of the checks that fail: server, suite (* for both), scenario, check, reason. A check fails when it is not met
or only half (WARNING). Exit status 1 when a check fails that is not listed, or is listed and does not fail, or when a
scenario of the revision did not run.
"""
import argparse, collections, json, os, pathlib, re, subprocess, sys, tempfile
import npm_tools, started

REVISION = "2025-11-25"
SUITES = ("0.1", "0.2")
NOT_MET = ("FAILURE", "WARNING")
MINUTES = 5


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
    tools = pathlib.Path(options.tools)
    servers = {
        "shipped": ["java", "-jar", options.jar, "--transport", "http", "--port", "0", "--root", options.root],
        "fixture": ["java", "-cp", f"{options.fixture}{os.pathsep}{options.jar}", "io.icmpscope.mcp.fixture.FixtureServer", "http"],
    }
    expected, failed, missing = expected_of(options.expected), {}, []
    for server, command in servers.items():
        for suite in SUITES:
            with started.http_server(command) as url:
                results = checks(tools, suite, url)
            wanted, counts = scenarios(tools, suite), collections.Counter()
            missing += [f"did not run  {server} {suite} {scenario}" for scenario in wanted - results.keys()]
            for scenario, found in results.items():
                for check in found:
                    counts[check["status"]] += 1
                    if check["status"] in NOT_MET:
                        failed[server, suite, scenario, check["id"]] = check.get("errorMessage") or check["description"]
            print(f"{server} by suite {suite}: {len(results)} scenarios, {counts['SUCCESS']} checks passed, "
                  f"{counts['FAILURE'] + counts['WARNING']} not")
    wrong = missing + [f"fails  {' '.join(key)}: {why}" for key, why in failed.items() if key not in expected]
    wrong += [f"listed, but does not fail  {' '.join(key)}" for key in sorted(expected - failed.keys())]
    print("".join(line + "\n" for line in wrong), end="")
    print(f"{'FAIL' if wrong else 'PASS'}: MCP conformance, revision {REVISION}; {len(expected)} failures expected")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
