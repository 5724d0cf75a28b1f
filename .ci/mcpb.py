#!/usr/bin/env python3
"""Pack the built jar as an .mcpb bundle, and use the bundle as a client does.

    mcpb.py

The bundle is validated, packed and unpacked by the program that defines the format. Its server is started from where it
was unpacked, by the command that this program makes of the manifest for a user who allows two directories; it must offer the
tools and prompts that the manifest names, and open captures in these directories alone. Exit status 1 when something is not
as it should be, 75 when there is no npm or it reaches no registry.
"""
import json, os, pathlib, re, shutil, subprocess, sys, tempfile

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent
MODULE = REPOSITORY / "icmp-mcp-adapter"
PACK = MODULE / "src/main/mcpb/pack.sh"
BUNDLE = MODULE / "target/icmpscope.mcpb"
CAPTURE = REPOSITORY / "icmp-core/src/test/resources/lab/ping4-clean.pcap"
UNREACHABLE = 75  # EX_TEMPFAIL of sysexits.h
SECONDS = 120
# As Claude Desktop does it, whose makers wrote this function.
EXPAND = """
import { readFileSync } from 'fs';
const { getMcpConfigForManifest } = await import(process.argv[1]);
const [directory, ...directories] = process.argv.slice(2);
const manifest = JSON.parse(readFileSync(directory + '/manifest.json', 'utf8'));
console.log(JSON.stringify(await getMcpConfigForManifest({
    manifest, extensionPath: directory, systemDirs: {}, userConfig: { directories }, pathSeparator: '/' })));
"""


def install(tools):
    """The program, at the version that pack.sh names."""
    package = re.search(r"@anthropic-ai/mcpb@[0-9.]+", PACK.read_text()).group()
    npm = ["npm", "install", "--prefix", tools, "--no-audit", "--no-fund", "--loglevel=error", package]
    if not shutil.which("npm"):
        sys.exit(UNREACHABLE)
    if subprocess.run(npm, stdout=sys.stderr).returncode:
        sys.exit(UNREACHABLE if subprocess.run(["npm", "ping"], stdout=sys.stderr).returncode else 1)
    return tools / "node_modules/.bin/mcpb", tools / "node_modules/@anthropic-ai/mcpb/dist/node.js"


def request(number, method, **params):
    return {"jsonrpc": "2.0", "id": number, "method": method, "params": params}


def answers(server):
    """What the server answers: what it offers, and two calls, inside and outside of the directories."""
    hello = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    call = lambda number, file: request(number, "tools/call", name="analyze_icmp_packets", arguments={"pcap_file": str(file)})
    outside = MODULE / "pom.xml"
    lines = [request(0, "initialize", **hello), {"jsonrpc": "2.0", "method": "notifications/initialized"},
             request(1, "tools/list"), request(2, "prompts/list"), call(3, CAPTURE), call(4, outside)]
    done = subprocess.run([server["command"], *server["args"]], input="".join(json.dumps(line) + "\n" for line in lines),
                          stdout=subprocess.PIPE, encoding="utf-8", timeout=SECONDS, check=True)
    found = {line.get("id"): line.get("result", line) for line in map(json.loads, done.stdout.splitlines())}
    return [found.get(number, {}) for number in range(5)]


def faults(manifest, server):
    """What is not as it should be, in words."""
    hello, tools, prompts, inside, outside = answers(server)
    if hello.get("serverInfo", {}).get("version") != manifest["version"]:
        yield f"the manifest says version {manifest['version']}, the server {hello}"
    for kind, offered in (("tools", tools), ("prompts", prompts)):
        names = [sorted(one["name"] for one in listed) for listed in (manifest[kind], offered.get(kind, []))]
        if names[0] != names[1]:
            yield f"the manifest names the {kind} {names[0]}, the server offers {names[1]}"
    if inside.get("isError", True):
        yield f"a capture in an allowed directory is not read: {str(inside)[:300]}"
    if not outside.get("isError") or "NOT_A_CAPTURE" in str(outside):
        yield f"a file outside of the allowed directories is opened: {str(outside)[:300]}"


def main():
    with tempfile.TemporaryDirectory() as temporary:
        tools, unpacked, other = (pathlib.Path(temporary) / name for name in ("tools", "unpacked", "other"))
        other.mkdir()
        mcpb, library = install(tools)
        environment = {**os.environ, "MCPB": str(mcpb)}
        subprocess.run(["sh", PACK], env=environment, stdout=sys.stderr, check=True)
        subprocess.run([mcpb, "unpack", BUNDLE, unpacked], stdout=sys.stderr, check=True)
        expanded = subprocess.run(["node", "--input-type=module", "-e", EXPAND, library, unpacked, CAPTURE.parent, other],
                                  stdout=subprocess.PIPE, encoding="utf-8", check=True)
        wrong = list(faults(json.loads((unpacked / "manifest.json").read_text()), json.loads(expanded.stdout)))
    print("".join(line + "\n" for line in wrong), end="")
    print(f"{'FAIL' if wrong else 'PASS'}: the .mcpb bundle, used as a client does")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
