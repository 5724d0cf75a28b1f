"""Streamable HTTP before a server that speaks over standard input and output: the conformance suite knows URLs only.

Each session is a process of its own. Messages go through as they are; an answer to its request, and what the server says
unasked to the request that came last.
"""
import contextlib, http.server, json, queue, subprocess, threading, uuid

SECONDS = 60  # for an answer


class Session:
    """A server process and the requests that wait for it, by their ids."""

    def __init__(self, command):
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.waiting, self.lock = {}, threading.Lock()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.server.stdout:
            message = json.loads(line)
            with self.lock:
                unasked = "method" in message
                to = list(self.waiting.values())[-1:] if unasked else [self.waiting.pop(message["id"])]
            for one in to:
                one.put((line, unasked))

    def send(self, body, message):
        """Hands on a message. What the server says to a request comes with whether more follows."""
        came = queue.SimpleQueue()
        with self.lock:
            if "method" in message and "id" in message:
                self.waiting[message["id"]] = came
            self.server.stdin.write(body.replace(b"\n", b" ") + b"\n")
            self.server.stdin.flush()
        return came

    def end(self):
        if not self.server.stdin.closed:
            self.server.stdin.close()
        if self.server.wait(SECONDS):
            raise RuntimeError(f"the server ended with {self.server.returncode}")


class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        message = json.loads(body)
        if message.get("method") == "initialize":
            id = uuid.uuid4().hex
            self.server.sessions[id] = Session(self.server.command)
        elif (id := self.headers["Mcp-Session-Id"]) not in self.server.sessions:
            return self.head(404, {})
        came = self.server.sessions[id].send(body, message)
        if "method" not in message or "id" not in message:
            return self.head(202, {})
        self.head(200, {"Mcp-Session-Id": id, "Content-Type": "text/event-stream"})
        more = True
        while more:
            line, more = came.get(timeout=SECONDS)
            self.wfile.write(b"data: " + line.rstrip(b"\n") + b"\n\n")
            self.wfile.flush()

    def do_GET(self):
        self.head(405, {})

    def do_DELETE(self):
        session = self.server.sessions.pop(self.headers["Mcp-Session-Id"], None)
        self.head(200 if session else 404, {})
        if session:
            session.server.stdin.close()
            self.server.ended.append(session)

    def head(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, *ignored):
        pass


@contextlib.contextmanager
def before(command):
    """Gives the URL at which a command is reached that serves over standard input and output."""
    bridge = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    bridge.command, bridge.sessions, bridge.ended, bridge.daemon_threads = command, {}, [], True
    threading.Thread(target=bridge.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{bridge.server_port}/mcp"
    finally:
        bridge.shutdown()
        bridge.server_close()
        for session in [*bridge.ended, *bridge.sessions.values()]:
            session.end()
