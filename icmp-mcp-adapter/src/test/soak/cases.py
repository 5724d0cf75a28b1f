"""What is called: the captures, the damage done to them, and the answer that each must have."""
import dataclasses, json, os, random, struct, subprocess
from concurrent.futures import ThreadPoolExecutor

GOOD = ("ping4-clean.pcap", "ping4-loss.pcap", "ping6-clean.pcap", "mtr4-loss.pcap", "outage6.pcapng", "pmtu4-forged.pcap",
        "unreachable4-storm.pcap", "headers6-cases.pcap", "fragments4-death.pcap")
PACKED = ("ping4-clean.pcap.zst", "ping4-clean.pcap.lz4", "nd6.pcap.frames.zst")
FRAMES = 150_000  # of the capture whose reading is cancelled: about half a second
SHARES = {"good": 45, "damaged": 15, "missing": 15, "url": 15, "cancelled": 10}  # per cent


@dataclasses.dataclass(frozen=True)
class Case:
    """A call and what must come of it."""

    kind: str
    name: str
    arguments: dict
    expected: dict | None = None  # the result as it must be, but for its time
    code: str | None = None  # of the error that must come instead
    cancel_after: tuple | None = None  # seconds, from and to

    def fault(self, answer):
        """What is wrong with an answer: whether it is an error, and its JSON; or with none."""
        if answer is None:
            return None if self.cancel_after else "no answer"
        is_error, result = answer
        if self.code:
            told = result.get("code") == self.code and result.get("error") and result.get("file") == self.arguments.get("pcap_file")
            return None if is_error and told else f"{result} instead of {self.code}"
        if is_error or without_time(result) != self.expected:
            return f"another answer: {json.dumps(result)[:500]}"
        return None


def without_time(result):
    return {key: value for key, value in result.items() if key != "analysis_timestamp"}


def draw(chosen, known):
    kind, = chosen.choices(list(SHARES), SHARES.values())
    case = chosen.choice(known[kind])
    return dataclasses.replace(case, cancel_after=chosen.uniform(*case.cancel_after)) if case.cancel_after else case


def of(directory, jar, lab, origin):
    """All calls, by their kind. The captures are put into the directory, which the web server at the origin serves."""
    packed = os.path.join(os.path.dirname(__file__), os.pardir, "resources", "packed")
    good = [placed(directory, name, read(os.path.join(where, name)))
            for where, names in ((lab, GOOD), (packed, PACKED)) for name in names]
    chosen = random.Random(0)
    damaged = [placed(directory, f"damaged-{os.path.basename(path)}", damage(read(path), at, chosen))
               for at, path in enumerate(good)]
    large = placed(directory, "large.pcap", repeated(read(good[0]), FRAMES))
    with ThreadPoolExecutor(2) as pool:
        expected = dict(zip(good + damaged + [large], pool.map(lambda path: analyze(jar, path), good + damaged + [large])))
    url = lambda how, path: f"{origin}/{how}/{os.path.basename(path)}"
    known = {kind: [] for kind in SHARES}
    for kind, paths in (("good", good), ("damaged", damaged)):
        for path in paths:
            known[kind].append(Case(kind, path, {"pcap_file": path}, **expected[path]))
            known["url"].append(elsewhere(known[kind][-1], path, url("moved" if kind == "damaged" else "whole", path)))
    known["missing"] = [Case("missing", str(arguments), arguments, code=code)
                        for arguments, code in refused(directory, good[0], url)]
    reading = Case("cancelled", large, {"pcap_file": large}, **expected[large], cancel_after=(0.001, 0.2))
    known["cancelled"] = [reading, elsewhere(reading, large, url("slow", large))]
    return known


def change(case):
    """Makes the answer that a case expects a wrong one: half of its capture is lost."""
    os.truncate(case.name, os.path.getsize(case.name) // 2)


def elsewhere(case, path, url):
    """The same call by another name for the capture."""
    moved = lambda value: json.loads(json.dumps(value).replace(json.dumps(path), json.dumps(url)))
    kind = case.kind if case.cancel_after else "url"
    return dataclasses.replace(case, kind=kind, name=url, arguments=moved(case.arguments), expected=moved(case.expected))


def refused(directory, good, url):
    """Calls that end in an error, and its code as the module's README has it."""
    yield {"pcap_file": os.path.join(directory, "none.pcap")}, "FILE_NOT_FOUND"
    yield {"pcap_file": directory}, "NOT_A_FILE"
    yield {"pcap_file": placed(directory, "empty.pcap", b"")}, "EMPTY_FILE"
    yield {"pcap_file": placed(directory, "text.pcap", b"hello\n" * 100)}, "NOT_A_CAPTURE"
    yield {"pcap_file": placed(directory, "class.pcap", b"\xca\xfe\xba\xbe" + bytes(100))}, "NOT_A_CAPTURE"
    yield {"pcap_file": "relative.pcap"}, "BAD_ARGUMENT"
    yield {"pcap_file": good, "max_packets": -1}, "BAD_ARGUMENT"
    yield {}, "BAD_ARGUMENT"
    yield {"pcap_file": url("whole", "none.pcap")}, "DOWNLOAD_FAILED"
    yield {"pcap_file": url("cut", good)}, "DOWNLOAD_FAILED"
    yield {"pcap_file": url("whole", "text.pcap")}, "NOT_A_CAPTURE"


def read(path):
    with open(path, "rb") as file:
        return file.read()


def placed(directory, name, content):
    path = os.path.join(directory, name)
    with open(path, "wb") as file:
        file.write(content)
    return path


def damage(content, at, chosen):
    """Cuts a capture somewhere, or overwrites some of its bytes; never its first 64, so that it stays a capture."""
    where = chosen.randrange(64, len(content))
    if at % 2:
        return content[:where]
    return content[:where] + bytes(chosen.randrange(256) for _ in range(16)) + content[where + 16:]


def repeated(pcap, frames):
    """The frames of a little-endian pcap file again and again, a second later each time."""
    records, at = [], 24
    while at < len(pcap):
        seconds, micros, captured, wire = struct.unpack_from("<IIII", pcap, at)
        records.append((seconds, micros, captured, wire, pcap[at + 16:at + 16 + captured]))
        at += 16 + captured
    span = records[-1][0] - records[0][0] + 1
    content = bytearray(pcap[:24])
    for frame in range(frames):
        turn, index = divmod(frame, len(records))
        seconds, micros, captured, wire, data = records[index]
        content += struct.pack("<IIII", seconds + turn * span, micros, captured, wire) + data
    return bytes(content)


def analyze(jar, path):
    """What the command says about a capture: the result, or the code of the error."""
    java = ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar]  # starts fastest
    printed = subprocess.run([*java, "analyze", "--json", path], capture_output=True, encoding="utf-8")
    if printed.returncode < 2:
        return {"expected": without_time(json.loads(printed.stdout))}
    said = subprocess.run([*java, "packets", path], capture_output=True, encoding="utf-8").stdout
    return {"code": json.loads(said.splitlines()[-1])["code"]}
