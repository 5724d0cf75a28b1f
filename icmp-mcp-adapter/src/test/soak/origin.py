"""A web server on loopback that has the captures of a directory, and does with them what web servers do."""
import contextlib, http.server, os, threading, time

PAUSE = 0.02  # seconds between the bytes of /slow/


class Handler(http.server.BaseHTTPRequestHandler):
    """GET /whole/NAME, /cut/NAME (ends too early), /slow/NAME (a byte at a time), /moved/NAME (redirects); others are 404."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        how, name = self.path.strip("/").split("?")[0].split("/")
        path = os.path.join(self.server.directory, name)
        if how == "moved":
            self.head(302, 0, ("Location", f"/whole/{name}"))
        elif how not in ("whole", "cut", "slow") or not os.path.exists(path):
            self.head(404, 0)
        else:
            with open(path, "rb") as file:
                content = file.read()
            self.head(200, len(content))
            with contextlib.suppress(ConnectionError):
                self.body(how, content)

    def head(self, status, length, *headers):
        self.send_response(status)
        for name, value in (("Content-Length", str(length)), *headers):
            self.send_header(name, value)
        self.end_headers()

    def body(self, how, content):
        if how == "whole":
            self.wfile.write(content)
        elif how == "cut":
            self.wfile.write(content[:len(content) // 2])
            self.close_connection = True
        else:
            for at in range(len(content)):
                self.wfile.write(content[at:at + 1])
                time.sleep(PAUSE)

    def log_message(self, *ignored):
        pass


@contextlib.contextmanager
def serving(directory):
    """Gives the URL of the captures of a directory."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.directory, server.daemon_threads = directory, True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
