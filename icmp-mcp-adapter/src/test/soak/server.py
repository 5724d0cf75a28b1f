"""The started server: a session with it over either transport, and what it takes from its machine."""
import collections, contextlib, dataclasses, http.client, itertools, json, os, queue, re, shutil, subprocess, tempfile, threading
import time

JCMD = os.path.join(os.path.dirname(os.path.realpath(shutil.which("java"))), "jcmd")
SECONDS = 120  # for whatever has to happen, ten times what a busy machine needs
INITIALIZE = {"protocolVersion": "2025-11-25", "capabilities": {}, "clientInfo": {"name": "soak", "version": "1"}}


@dataclasses.dataclass(frozen=True)
class Measured:
    """What a server takes while nobody asks it anything."""

    heap: int  # live bytes, after a full collection
    resident: int  # bytes of the process
    descriptors: collections.Counter  # what is open, by what it is
    files: collections.Counter  # in its directory for temporary files

    def __str__(self):
        return (f"{self.heap / (1 << 20):.2f} MiB live on the heap, {self.resident >> 20} MiB resident, "
                f"{self.descriptors.total()} descriptors, {self.files.total()} temporary files")


def message(method, params, id=None):
    return {"jsonrpc": "2.0", **({} if id is None else {"id": id}), "method": method, "params": params}


def answer(response):
    """Whether a call failed, and the JSON of its one text."""
    result = response["result"]
    text, = (one["text"] for one in result["content"] if one["type"] == "text")
    parsed = json.loads(text)
    if "structuredContent" in result and result["structuredContent"] != parsed:
        raise ValueError("structured content and text are not the same")
    return result.get("isError", False), parsed


class Process:
    """A server process with a directory for temporary files of its own."""

    def __init__(self, program, *arguments):
        self.temporary = tempfile.mkdtemp()
        self.log = tempfile.TemporaryFile("w+")
        self.running = subprocess.Popen(["java", f"-Djava.io.tmpdir={self.temporary}", "-Xlog:disable", "-Xlog:all=warning:stderr",
                                         *program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log)

    def measure(self):
        pid = str(self.running.pid)
        histogram = subprocess.run([JCMD, pid, "GC.class_histogram"], capture_output=True, encoding="utf-8", check=True).stdout
        with open(f"/proc/{pid}/statm", encoding="ascii") as file:
            resident = int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        return Measured(int(re.search(r"^Total +\d+ +(\d+)", histogram, re.MULTILINE).group(1)), resident,
                        collections.Counter(descriptors(pid)), collections.Counter(self.files()))

    def files(self):
        return [os.path.join(where, name) for where, _, names in os.walk(self.temporary) for name in names]

    def said(self):
        self.log.seek(0)
        return self.log.read()

    def close(self, statuses):
        """Waits for the end, and returns what is left in the directory."""
        status = self.running.wait(SECONDS)
        left = self.files()
        shutil.rmtree(self.temporary)
        if status not in statuses:
            raise RuntimeError(f"the server ended with {status}:\n{self.said()}")
        return left


def descriptors(pid):
    """What a process has open: files by name, sockets and pipes by kind."""
    for number in os.listdir(f"/proc/{pid}/fd"):
        with contextlib.suppress(FileNotFoundError):
            yield re.sub(r":\[\d+\]$", "", os.readlink(f"/proc/{pid}/fd/{number}"))


class Stdio:
    """A session over standard input and output."""

    def __init__(self, program, directory):
        self.process = Process(program, "--allow-private-urls")
        self.ids, self.writing = itertools.count(1), threading.Lock()
        self.waiting = {}  # by the id of the request
        self.faults, self.given_up = [], []
        self.cancelled = self.again = 0
        self.reader = threading.Thread(target=self.read)

    def __enter__(self):
        self.reader.start()
        if "result" not in self.request("initialize", INITIALIZE):
            raise RuntimeError("no handshake")
        self.send(message("notifications/initialized", {}))
        return self

    def __exit__(self, *failure):
        self.process.running.stdin.close()
        self.leftover = self.process.close({0})
        self.reader.join()
        if self.faults and not failure[0]:
            raise RuntimeError(f"what nobody waited for: {self.faults[:3]}")

    @contextlib.contextmanager
    def caller(self):
        yield self

    def read(self):
        for line in self.process.running.stdout:
            try:
                response = json.loads(line)
                self.waiting.pop(response["id"]).put(response)
            except (ValueError, KeyError):
                self.faults.append(line[:500])

    def send(self, what):
        with self.writing:
            self.process.running.stdin.write(json.dumps(what).encode() + b"\n")
            self.process.running.stdin.flush()

    def begin(self, method, params):
        id, came = next(self.ids), queue.SimpleQueue()
        self.waiting[id] = came
        self.send(message(method, params, id))
        return id, came

    def request(self, method, params):
        return self.begin(method, params)[1].get(timeout=SECONDS)

    def call(self, case):
        id, came = self.begin("tools/call", {"name": "analyze_icmp_packets", "arguments": case.arguments})
        try:
            return answer(came.get(timeout=case.cancel_after or SECONDS))
        except queue.Empty:
            if not case.cancel_after:
                raise
        self.send(message("notifications/cancelled", {"requestId": id, "reason": "soak"}))
        self.request("ping", {})
        with self.writing:
            self.cancelled += 1
            self.given_up.append((case, came))
        return None

    def late(self):
        """Answers that were on their way when their call was cancelled, each with its case."""
        given_up, self.given_up = self.given_up, []
        for case, came in given_up:
            if not came.empty():
                yield case, answer(came.get())

    def measure(self):
        return self.process.measure()


class Http:
    """A session over Streamable HTTP, with as many connections as there are callers."""

    def __init__(self, program, directory):
        self.process = Process(program, "--allow-private-urls", "--transport", "http", "--port", "0", "--root", directory)
        self.ids, self.id = itertools.count(1), None
        self.cancelled = self.again = 0  # calls that were cancelled, and those for which it took more than one cancellation
        self.counting = threading.Lock()

    def __enter__(self):
        until = time.monotonic() + SECONDS
        while not (found := re.search(r"http://(\S+:\d+)(/\S*)", self.process.said())):
            if time.monotonic() > until or self.process.running.poll() is not None:
                raise RuntimeError(f"no server came up:\n{self.process.said()}")
            time.sleep(0.1)
        self.place, self.path = found.groups()
        with self.caller() as caller:
            response, body = caller.post(message("initialize", INITIALIZE, 0))
            self.id = response.headers["Mcp-Session-Id"]
            if "result" not in body[0] or caller.post(message("notifications/initialized", {}))[0].status != 202:
                raise RuntimeError("no handshake")
        return self

    def __exit__(self, *failure):
        self.process.running.terminate()
        self.leftover = self.process.close({143})  # what a process has that is told to end by SIGTERM

    @contextlib.contextmanager
    def caller(self):
        connection = http.client.HTTPConnection(self.place, timeout=SECONDS)
        try:
            yield HttpCaller(self, connection)
        finally:
            connection.close()

    def late(self):
        return ()  # an answer comes on the connection that its call has, and nowhere else

    def measure(self):
        time.sleep(1)  # until it has noticed that the connections are closed
        return self.process.measure()


class HttpCaller:
    """One connection of a session."""

    def __init__(self, session, connection):
        self.session, self.connection = session, connection

    def post(self, what):
        headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream",
                   "MCP-Protocol-Version": INITIALIZE["protocolVersion"]}
        if self.session.id:
            headers["Mcp-Session-Id"] = self.session.id
        self.connection.request("POST", self.session.path, json.dumps(what), headers)
        response = self.connection.getresponse()
        body = response.read().decode()
        if response.headers.get("Content-Type", "").startswith("text/event-stream"):
            return response, [json.loads(line[len("data:"):]) for line in body.splitlines() if line.startswith("data:")]
        return response, [json.loads(body)] if body else []

    def call(self, case):
        id, over = next(self.session.ids), threading.Event()
        canceller = threading.Thread(target=self.cancel, args=(id, case.cancel_after, over))
        if case.cancel_after:
            canceller.start()
        try:
            response, body = self.post(message("tools/call", {"name": "analyze_icmp_packets", "arguments": case.arguments}, id))
        finally:
            over.set()
            if case.cancel_after:
                canceller.join()
        if response.status != 200 or len(body) > 1 or any(one["id"] != id for one in body):
            raise ValueError(f"{response.status}: {body}")
        return answer(body[0]) if body else None

    def cancel(self, id, after, over):
        """Cancels a call, and again each second: on a connection of its own a cancellation may come before its call."""
        sent = 0
        with self.session.caller() as caller:
            while not over.wait(1 if sent else after):
                caller.post(message("notifications/cancelled", {"requestId": id, "reason": "soak"}))
                sent += 1
        with self.session.counting:
            self.session.cancelled += sent > 0
            self.session.again += sent > 1


SESSIONS = {"stdio": Stdio, "http": Http}

# What is started: the jar as it is shipped; the same within a program that leaks, which Java compiles as it starts.
SHIPPED = lambda jar: ["-jar", jar]
LEAKING = lambda jar: ["-cp", jar, os.path.join(os.path.dirname(os.path.realpath(__file__)), "Leak.java")]
