"""Files that the user names: read and written with errors as sentences."""

from __future__ import annotations

import sys
from pathlib import Path

from companion.cli.failure import CommandFailed
from native_host.files import write_private_file

STDIN = "-"


def read_bytes(name: str, limit: int) -> bytes:
    """Return a file's content, or stdin's for ``-``. Raises CommandFailed over `limit` bytes or unreadable."""
    try:
        if name == STDIN:
            content = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(name).expanduser().open("rb") as file:
                content = file.read(limit + 1)
    except OSError as error:
        raise CommandFailed(f"{name} cannot be read: {error.strerror or error}.") from error
    if len(content) > limit:
        raise CommandFailed(
            f"{name} is larger than {limit:,} bytes, the most that is taken.", code="too_large"
        )
    return content


def write_text(name: str, text: str, *, overwrite: bool) -> Path:
    """Write a file that only the user can read, in one step, and return its path.

    Raises CommandFailed where it cannot be written, or exists and is not to be overwritten.
    """
    path = Path(name).expanduser()
    if not overwrite and path.exists():
        raise CommandFailed(f"{path} exists already.", "Name another file, or add --force to replace it.")
    try:
        write_private_file(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise CommandFailed(f"{path} cannot be written: {error.strerror or error}.") from error
    return path
