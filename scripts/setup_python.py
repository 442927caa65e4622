"""Make the virtual environment from the lock file, hashes checked; nothing when it is up to date.

Run by the system's Python: `python3 scripts/setup_python.py runtime|dev`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from typing import TYPE_CHECKING

from apt import apt_install
from setup_lock import ROOT, digest, is_done, one_at_a_time

if TYPE_CHECKING:
    from pathlib import Path

VENV = ROOT / ".venv"
LOCKS = {"runtime": "requirements.lock", "dev": "requirements-dev.lock"}
PIP_SECONDS = 1800


def main() -> int:
    """Set up the kind of environment named on the command line; return the exit status."""
    kind = sys.argv[1] if len(sys.argv) == 2 else ""
    if kind not in LOCKS:
        print("usage: setup_python.py runtime|dev", file=sys.stderr)
        return 2
    # Development holds all that running needs.
    kinds = (kind,) if kind == "dev" else ("runtime", "dev")
    if any(is_done(_stamp(each), _expected(each)) for each in kinds):
        return 0
    with one_at_a_time("python"):
        if any(is_done(_stamp(each), _expected(each)) for each in kinds):
            return 0
        return _install(kind)


def _install(kind: str) -> int:
    if not _has_pip() and not _make_venv():
        return 1
    print(f"setup: installing the Python packages of {LOCKS[kind]} into .venv", flush=True)
    done = _pip("install", "--require-hashes", "-r", str(ROOT / LOCKS[kind])) and _pip(
        "install", "--no-deps", "--no-build-isolation", "--editable", str(ROOT)
    )
    if not done:
        print("setup: the Python packages could not be installed, see above", file=sys.stderr)
        return 1
    _stamp(kind).write_text(_expected(kind), encoding="utf-8")
    return 0


def _make_venv() -> bool:
    print(f"setup: making .venv with Python {sys.version.split()[0]}", flush=True)
    try:
        import ensurepip  # noqa: F401  # Debian ships it apart, in python3-venv
    except ImportError:
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install(package):
            print(f"Making .venv needs a package that is missing: apt install {package}", file=sys.stderr)
            return False
    venv.create(VENV, with_pip=True, clear=VENV.exists() and not _has_python())
    return _has_pip()


def _has_python() -> bool:
    return (VENV / "bin" / "python").exists()


def _has_pip() -> bool:
    """Say whether the environment's Python runs: the Python it was made with may have been removed since."""
    if not _has_python():
        return False
    command = [str(VENV / "bin" / "python"), "-m", "pip", "--version"]
    return subprocess.run(command, capture_output=True, timeout=60, check=False).returncode == 0


def _pip(*arguments: str) -> bool:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    done = subprocess.run(
        [str(VENV / "bin" / "python"), "-m", "pip", "--quiet", *arguments],
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PIP_SECONDS,
        check=False,
    )
    if done.returncode != 0:  # its warnings matter only then
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0


def _stamp(kind: str) -> Path:
    return VENV / f"applyonce-{kind}.stamp"


def _expected(kind: str) -> str:
    """Digest what the environment is made of: the lock and the project's description, no tool settings."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("[tool.pytest")[0]
    return digest((ROOT / LOCKS[kind]).read_bytes(), project.encode(), str(ROOT).encode())


if __name__ == "__main__":
    sys.exit(main())
