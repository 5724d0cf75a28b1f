"""Servers that are started for a while, for the scripts beside this one."""
import contextlib, re, subprocess, tempfile, time

URL = re.compile(r"http://\S+/mcp\b")
START, STOP = 60, 20  # seconds, ten times what a busy machine needs


@contextlib.contextmanager
def http_server(command):
    """Starts a server that says on standard error where it listens; gives that URL. It must stop when it is told to."""
    with tempfile.TemporaryFile("w+") as log:
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=log)
        try:
            yield url_of(server, log)
            if server.poll() is not None:
                raise RuntimeError(f"the server ended by itself with {server.returncode}:\n{text(log)}")
        finally:
            server.terminate()
            try:
                said = server.communicate(timeout=STOP)[0]
            except subprocess.TimeoutExpired:
                server.kill()
                raise RuntimeError(f"the server did not stop within {STOP} s:\n{text(log)}") from None
    if said:
        raise RuntimeError(f"the server wrote to standard output: {said[:200]}")


def url_of(server, log):
    until = time.monotonic() + START
    while time.monotonic() < until and server.poll() is None:
        if found := URL.search(text(log)):
            return found.group()
        time.sleep(0.1)
    raise RuntimeError(f"no server came up:\n{text(log)}")


def text(log):
    log.seek(0)
    return log.read()
