#!/usr/bin/env python3
"""Builds what is published a second time, elsewhere, and compares the bytes with the build that is here.

    mvn -B -ntp clean verify && python3 .ci/reproducible.py

The second build is of the same sources in another directory, with another time zone, language and user name, and its files are
newer. Tests are left out of it, as they make nothing that is published. Its JDK, Maven and umask are those of the first: the
jars of Javadoc hold the modes of the files they are packed from, all other jars are the same with any umask.
"""
import argparse
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

TOP = pathlib.Path(__file__).resolve().parent.parent
MODULES = ["icmp-core", "icmp-mcp-adapter"]
ARTIFACTS = ["icmp-core-VERSION.jar", "icmp-core-VERSION-sources.jar", "icmp-core-VERSION-javadoc.jar", "bom.json", "bom.xml"], [
    "icmp-mcp-adapter.jar", "icmp-mcp-adapter-sources.jar", "icmp-mcp-adapter-javadoc.jar", "bom.json", "bom.xml"]


def sources():
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=TOP,
                            capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name and (TOP / name).is_file()]


def copy(into):
    for name in sources():
        target = into / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(TOP / name, target)
        shutil.copymode(TOP / name, target)


def build(directory):
    """Everything around a build that must not matter is another one."""
    environment = dict(os.environ, TZ="Pacific/Auckland", LC_ALL="C", LANG="C", USER="another", LOGNAME="another")
    environment["MAVEN_OPTS"] = environment.get("MAVEN_OPTS", "") + " -Duser.name=another -Duser.language=tr"
    command = ["mvn", "-B", "-ntp", "-q", "-pl", ",".join(MODULES), "-Dmaven.test.skip=true", "-Dspotless.check.skip=true",
               "verify"]
    subprocess.run(command, cwd=directory, env=environment, check=True, stdin=subprocess.DEVNULL)


def artifacts(top):
    version = next(line for line in (top / "pom.xml").read_text().splitlines() if "<version>" in line)
    version = version.split("<version>")[1].split("</version>")[0]
    return {f"{module}/{name}": top / module / "target" / name.replace("VERSION", version)
            for module, names in zip(MODULES, ARTIFACTS) for name in names}


def digest(data):
    return hashlib.sha256(data).hexdigest()


def entries(jar):
    with zipfile.ZipFile(jar) as opened:
        return {entry.filename: (digest(opened.read(entry)), entry.date_time, entry.external_attr, place)
                for place, entry in enumerate(opened.infolist())}


def differences(here, there):
    if here.suffix != ".jar":
        return []
    first, second = entries(here), entries(there)
    return sorted(name for name in first.keys() | second.keys() if first.get(name) != second.get(name))


def compare(here, there):
    status = 0
    for name, first in artifacts(here).items():
        second = artifacts(there)[name]
        missing = [path for path in (first, second) if not path.is_file()]
        if missing:
            print(f"{name}: there is no {', '.join(map(str, missing))}")
            status = 1
        elif digest(first.read_bytes()) == digest(second.read_bytes()):
            print(f"{name}: {digest(first.read_bytes())}")
        else:
            print(f"{name}: NOT the same bytes; {', '.join(differences(first, second)[:10])}")
            status = 1
    return status


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="leave the second build where it is")
    arguments = parser.parse_args()
    directory = pathlib.Path(tempfile.mkdtemp(prefix="icmpscope again ")).resolve()
    try:
        copy(directory)
        build(directory)
        return compare(TOP, directory)
    finally:
        if arguments.keep:
            print(f"the second build is in {directory}")
        else:
            shutil.rmtree(directory)


if __name__ == "__main__":
    sys.exit(main())
