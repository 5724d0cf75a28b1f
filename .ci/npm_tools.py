#!/usr/bin/env python3
"""Install the programs of others that .ci/npm names, outside the clone, and print where they are.

    npm_tools.py

The versions are fixed by .ci/npm/package-lock.json, whose digest is part of the directory's name: what is there is complete
and stays. Exit status 75 when there is no npm or it reaches no registry, 1 when it does and the installation fails.
"""
import hashlib, os, pathlib, shutil, subprocess, sys, tempfile

WANTED = pathlib.Path(__file__).parent / "npm"
FILES = ("package.json", "package-lock.json")
UNREACHABLE = 75  # EX_TEMPFAIL of sysexits.h
CI = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]


def directory():
    digest = hashlib.sha256(b"".join((WANTED / name).read_bytes() for name in FILES)).hexdigest()[:12]
    return pathlib.Path(tempfile.gettempdir()) / f"icmpscope-npm-{os.getuid()}-{digest}"


def node(tools):
    return tools / "node_modules" / "node" / "bin" / "node"


def install(tools):
    """Elsewhere first, and then in one step into its place: an installation that was cut off is never taken for a whole one."""
    with tempfile.TemporaryDirectory(prefix=tools.name, dir=tools.parent) as unfinished:
        for name in FILES:
            shutil.copy(WANTED / name, unfinished)
        run = subprocess.run(CI, cwd=unfinished, stdout=sys.stderr)
        if run.returncode and subprocess.run(["npm", "ping"], cwd=unfinished, stdout=sys.stderr).returncode:
            sys.exit(UNREACHABLE)
        if run.returncode or not node(pathlib.Path(unfinished)).exists():
            sys.exit("npm reached its registry, but could not install what .ci/npm names")
        os.chmod(unfinished, 0o755)
        try:
            os.rename(unfinished, tools)
        except OSError:
            if not tools.exists():  # else another run was faster
                raise
        else:
            os.mkdir(unfinished)  # for the context manager to delete


def main():
    if not shutil.which("npm"):
        sys.exit(UNREACHABLE)
    tools = directory()
    if not tools.exists():
        install(tools)
    if tools.stat().st_uid != os.getuid():
        sys.exit(f"{tools} belongs to somebody else")
    print(tools)


if __name__ == "__main__":
    main()
