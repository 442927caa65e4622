"""Run one of the JavaScript tools, installing them first when the lock file has changed.

`python scripts/node_tool.py eslint extension`. Node comes from the system where it is new enough,
else from its hash-locked package for pip in .node (Debian 12's own is too old for the tools).
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import venv

from setup_lock import ROOT, digest, is_done, one_at_a_time

MINIMUM_NODE = (20, 19)
INSTALL_SECONDS = 1200


class SetupFailed(RuntimeError):
    """A tool could not be set up; the text says what to do."""


def main() -> int:
    """Set up Node and the tools, then run the one named; return its exit status."""
    if len(sys.argv) < 2:
        print("usage: node_tool.py TOOL [ARGUMENT…]", file=sys.stderr)
        return 2
    try:
        with one_at_a_time("node"):
            environment = _environment()
            _install_tools(environment)
    except SetupFailed as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    tool = ROOT / "node_modules" / ".bin" / sys.argv[1]
    return subprocess.run([tool, *sys.argv[2:]], cwd=ROOT, env=environment, check=False).returncode


def _environment() -> dict[str, str]:
    """Return the environment in which `node` and `npm` are new enough, installing them where they are not."""
    own = ROOT / ".node" / "bin"
    system = os.environ.get("PATH", os.defpath)
    for path in (system, f"{own}{os.pathsep}{system}"):
        if _is_new_enough(path):
            return {**os.environ, "PATH": path}
    print("setup: installing Node into .node", flush=True)
    venv.create(own.parent, with_pip=True, clear=True)
    lock = ROOT / "requirements-node.lock"
    command = [str(own / "python"), "-m", "pip", "--quiet", "install", "--require-hashes", "-r", str(lock)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=INSTALL_SECONDS, check=False)
    if done.returncode != 0 or not _is_new_enough(path):
        raise SetupFailed("Node could not be installed; install Node 20.19 or newer, with npm, yourself.")
    return {**os.environ, "PATH": path}


def _is_new_enough(path: str) -> bool:
    node = shutil.which("node", path=path)
    if node is None or shutil.which("npm", path=path) is None:
        return False
    done = subprocess.run([node, "--version"], capture_output=True, text=True, timeout=60, check=False)
    match = re.match(r"v(\d+)\.(\d+)\.", done.stdout)
    return match is not None and (int(match[1]), int(match[2])) >= MINIMUM_NODE


def _install_tools(environment: dict[str, str]) -> None:
    stamp = ROOT / "node_modules" / "applyonce.stamp"
    expected = digest(*((ROOT / name).read_bytes() for name in ("package.json", "package-lock.json")))
    if is_done(stamp, expected):
        return
    print("setup: installing the JavaScript tools into node_modules", flush=True)
    npm = shutil.which("npm", path=environment["PATH"])
    if npm is None:
        raise SetupFailed("npm is not there: install Node with npm.")
    # No tool needs its install scripts, and none fetches a browser.
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, timeout=INSTALL_SECONDS, check=False
    )
    if done.returncode != 0:
        raise SetupFailed("npm ci did not succeed, see above.")
    stamp.write_text(expected, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
