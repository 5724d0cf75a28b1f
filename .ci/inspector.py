#!/usr/bin/env python3
"""Have the command line of the MCP inspector use our server, over standard input and output and over HTTP.

    inspector.py --tools DIR --jar icmp-mcp-adapter.jar --capture FILE --summary WORDS

FILE is a capture whose summary has WORDS in it. What the inspector prints is compared, and how it exits. Exit status 1 when
something is not as it should be.
"""
import argparse, json, os, pathlib, subprocess, sys, tempfile
import npm_tools, started

TOOL_ERROR = 5  # how the inspector exits when the tool says that it failed
NO_APP = 2  # how it exits when a tool has no page
PAGE = {"hasApp": True, "toolName": "analyze_icmp_packets", "resourceUri": "ui://icmpscope/report", "prefersBorder": True,
        "resourceMimeType": "text/html;profile=mcp-app"}
SECONDS = 120
TOOLS = ["analyze_icmp_packets", "list_icmp_packets"]
PROMPTS = ["icmp_forensic_investigation", "icmp_network_diagnostics", "icmp_security_analysis"]
RESOURCES = ["findings", "icmp-types", "report-page", "result-schema"]


class Inspector:
    """The inspector, and which server it is to use."""

    def __init__(self, tools, home, server):
        self.command = [npm_tools.node(tools), tools / "node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js",
                        "--cli", *server, "--format", "json"]
        self.environment = {**os.environ, "HOME": home, "PATH": f"{npm_tools.node(tools).parent}{os.pathsep}{os.environ['PATH']}"}

    def run(self, method, *more):
        done = subprocess.run([*self.command, "--method", method, *more], stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=SECONDS, env=self.environment)
        printed = done.stdout.strip() or done.stderr.strip()
        try:
            return done.returncode, json.loads(printed.splitlines()[0])
        except (ValueError, IndexError):
            return done.returncode, {"printed": printed[:1000]}

    def app(self, tool):
        """What the inspector's probe finds about the page of a tool, which it does not call."""
        status, printed = self.run("tools/call", "--tool-name", tool, "--app-info")
        return status, printed.get("appInfo", printed)

    def call(self, capture):
        return self.run("tools/call", "--tool-name", "analyze_icmp_packets", "--tool-arg", f"pcap_file={capture}")


def answer(printed):
    """The JSON in the one text that a tool answers with."""
    contents = printed.get("result", {}).get("content", [])
    return json.loads(contents[0]["text"]) if len(contents) == 1 and contents[0].get("type") == "text" else {}


def faults(inspector, capture, words):
    """What is not as it should be, in words."""
    # --strict: exit status 6 if a schema is one that some model's provider refuses
    for method, names, more in (("tools/list", TOOLS, ["--strict"]), ("prompts/list", PROMPTS, []), ("resources/list", RESOURCES, [])):
        status, printed = inspector.run(method, *more)
        found = sorted(one.get("name") for one in printed.get("result", {}).get(method.split("/")[0], []))
        if (status, found) != (0, names):
            yield f"{method}: exit status {status}, {found} instead of {names}: {str(printed)[:500]}"
    status, printed = inspector.call(capture)
    result = answer(printed)
    if status or result.get("file") != capture or not any(words in sentence for sentence in result.get("summary", [])):
        yield f"call: exit status {status}, {str(printed)[:500]}"
    elif printed["result"].get("structuredContent") != result:
        yield "call: structured content and text are not the same"
    for tool, wanted in (("analyze_icmp_packets", (0, PAGE)), ("list_icmp_packets", (NO_APP, {"hasApp": False, "toolName": "list_icmp_packets"}))):
        found = inspector.app(tool)
        if found != wanted:
            yield f"page of {tool}: {found} instead of {wanted}"
    missing = capture + ".missing"
    status, printed = inspector.call(missing)
    wanted = {"error": f"PCAP file not found: {missing}", "code": "FILE_NOT_FOUND", "file": missing}
    if (status, answer(printed)) != (TOOL_ERROR, wanted) or printed["result"].get("isError") is not True:
        yield f"call with a missing file: exit status {status} instead of {TOOL_ERROR}, {str(printed)[:500]}"


def main():
    parser = argparse.ArgumentParser()
    for name in ("--tools", "--jar", "--capture", "--summary"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    tools, capture, wrong = pathlib.Path(options.tools), os.path.realpath(options.capture), []
    java = ["java", "-jar", options.jar]
    with tempfile.TemporaryDirectory() as home:
        wrong += [f"stdio: {fault}" for fault in faults(Inspector(tools, home, java), capture, options.summary)]
        with started.http_server([*java, "--transport", "http", "--port", "0", "--root", os.path.dirname(capture)]) as url:
            wrong += [f"HTTP: {fault}" for fault in faults(Inspector(tools, home, [url]), capture, options.summary)]
    print("".join(line + "\n" for line in wrong), end="")
    print(f"{'FAIL' if wrong else 'PASS'}: the inspector's command line over standard input and output, and over HTTP")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
