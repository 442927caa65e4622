"""The launcher: the program that host manifests name, as they can hold no arguments and no variables."""

import os
import shlex
import sys
from pathlib import Path

from native_host.files import write_private_file

LAUNCHER_NAME = "applyonce-native-host"


def launcher_path(home: Path) -> Path:
    """Return where the launcher of this data directory is."""
    return home / LAUNCHER_NAME


def launcher_text(home: Path, python: str = sys.executable) -> bytes:
    """Return the launcher's text.

    Browsers start it with an environment and a directory of their own. So it names the data directory and
    the interpreter itself, drops what would make that interpreter load other code (``PYTHONPATH`` of a
    terminal that the browser was started from), and keeps the browser's directory off the search path
    (``-P``).
    """
    return (
        b"#!/bin/sh\n"
        b"# Written by `applyonce install`, which also writes it anew: changes made here are lost.\n"
        b"APPLYONCE_HOME=" + _quoted(str(home)) + b"\n"
        b"export APPLYONCE_HOME\n"
        b"unset PYTHONPATH PYTHONHOME PYTHONSTARTUP\n"
        b"exec " + _quoted(python) + b' -P -m native_host "$@"\n'
    )


def write_launcher(home: Path, python: str = sys.executable) -> bool:
    """Write the launcher (mode 0755, in one step) where it is missing or not as it should be; say whether."""
    path = launcher_path(home)
    text = launcher_text(home, python)
    if path.is_file() and path.read_bytes() == text and path.stat().st_mode & 0o777 == 0o755:
        return False
    write_private_file(path, text, mode=0o755)
    return True


def _quoted(text: str) -> bytes:
    return os.fsencode(shlex.quote(text))
