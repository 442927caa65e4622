"""Where the data directory and the sockets are: the one source of truth for the host and the companion.

The data directory is ``$APPLYONCE_HOME``, else the platform's user data directory; it is private (mode
0700). ``http.sock`` and ``native.sock`` lie in it, unless their paths would be longer than the system
takes: then they lie in a short private directory, which ``sockets.json`` in the data directory names. It
has to be named there, since a host that a browser started may not have the ``$XDG_RUNTIME_DIR`` that the
companion had.
"""

import json
import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

HTTP_SOCKET = "http.sock"
NATIVE_SOCKET = "native.sock"
SOCKETS_FILE = "sockets.json"

MAX_SOCKET_PATH_BYTES = 107 if sys.platform == "linux" else 103
"""The longest path of a Unix socket: ``sun_path`` less its NUL (108 on Linux, 104 on macOS and the BSDs)."""

_PRIVATE = 0o700
_SHORT_ROOT = Path("/tmp")  # noqa: S108 -- made with mkdir, and used only when ours and private


class UnsafeDirectory(PermissionError):
    """A directory that must be ours alone is a symlink, belongs to another user, or is open to others."""


class UnusableDirectory(OSError):
    """The data directory cannot be made. The text says why, and what to do."""


class Sockets(NamedTuple):
    """The paths of the companion's two sockets."""

    http: Path
    native: Path


def data_dir(environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Path:
    """Return the absolute path of the data directory; it need not exist.

    ``$XDG_DATA_HOME`` counts only when absolute, as the XDG Base Directory Specification has it.
    """
    env = os.environ if environ is None else environ
    if chosen := env.get("APPLYONCE_HOME"):
        return Path(chosen).expanduser().absolute()
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    if platform == "darwin":
        return home / "Library" / "Application Support" / "applyonce"
    if platform == "win32":
        local = env.get("LOCALAPPDATA")
        return (Path(local) if local else home / "AppData" / "Local") / "applyonce"
    xdg = env.get("XDG_DATA_HOME", "")
    base = Path(xdg) if xdg.startswith("/") else home / ".local" / "share"
    return base / "applyonce"


def ensure_data_dir(home: Path) -> Path:
    """Create the data directory with mode 0700, or tighten it to that, and return it.

    It may be a symlink to a directory of ours (people move their data). Raises UnsafeDirectory when it
    belongs to another user or is one that users share, UnusableDirectory when it cannot be made.
    """
    try:
        home.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnusableDirectory(
            f"{home} cannot be made ({why}); set APPLYONCE_HOME to a directory that is yours"
        ) from error
    info = home.stat()
    if info.st_uid != os.getuid():
        raise UnsafeDirectory(f"{home} belongs to another user (uid {info.st_uid})")
    if (
        info.st_mode & stat.S_ISVTX
    ):  # /tmp and the like, named by mistake: closing it would hurt everybody else
        raise UnsafeDirectory(f"{home} is a shared directory")
    if info.st_mode & 0o077:
        home.chmod(_PRIVATE)
    return home


def check_private(directory: Path) -> None:
    """Raise UnsafeDirectory unless it is a directory of ours alone (no symlink); OSError if not there."""
    info = directory.lstat()
    if not stat.S_ISDIR(info.st_mode):
        raise UnsafeDirectory(f"{directory} is not a directory")
    if info.st_uid != os.getuid():
        raise UnsafeDirectory(f"{directory} belongs to another user (uid {info.st_uid})")
    if info.st_mode & 0o077:
        raise UnsafeDirectory(f"{directory} is open to other users (mode {stat.S_IMODE(info.st_mode):04o})")


def resolve_sockets(home: Path, environ: Mapping[str, str] | None = None) -> Sockets:
    """Return where the companion of this data directory has, or would have, its sockets. Creates nothing.

    Where the paths in the data directory are too long, ``sockets.json`` decides; without a readable one the
    answer is what write_sockets_json would choose. Raises UnsafeDirectory when the short directory is not
    ours.
    """
    direct = _sockets_in(home)
    if _fits(direct):
        return direct
    named = _read_sockets_json(home / SOCKETS_FILE)
    if named is not None:
        if named.native.parent.exists():
            check_private(named.native.parent)
        return named
    short = _short_directories(home, os.environ if environ is None else environ)[0]
    return _sockets_in(short)


def write_sockets_json(home: Path, environ: Mapping[str, str] | None = None) -> Sockets:
    """Choose the sockets' places, make their directory, and name it in ``sockets.json`` if need be.

    For the companion, which calls it with its lock held and before it binds. ``home`` must exist. Raises
    UnsafeDirectory when no private directory is to be had, OSError when it cannot be written.
    """
    direct = _sockets_in(home)
    listing = home / SOCKETS_FILE
    if _fits(direct):
        listing.unlink(missing_ok=True)
        return direct
    directory = _make_short_directory(_short_directories(home, os.environ if environ is None else environ))
    from native_host.files import write_private_file  # not needed by the host, which only reads

    chosen = _sockets_in(directory)
    write_private_file(listing, json.dumps({"http": str(chosen.http), "native": str(chosen.native)}).encode())
    return chosen


def _sockets_in(directory: Path) -> Sockets:
    return Sockets(directory / HTTP_SOCKET, directory / NATIVE_SOCKET)


def _fits(sockets: Sockets) -> bool:
    return all(len(os.fsencode(path)) <= MAX_SOCKET_PATH_BYTES for path in sockets)


def _short_directories(home: Path, env: Mapping[str, str]) -> list[Path]:
    """The candidates, best first. The hash keeps two data directories of one user apart."""
    import hashlib  # costs the host milliseconds at its start, and few paths are that long

    key = hashlib.sha256(os.fsencode(home)).hexdigest()[:16]
    candidates = [_SHORT_ROOT / f"applyonce-{os.getuid()}-{key}"]
    runtime = env.get("XDG_RUNTIME_DIR", "")
    preferred = Path(runtime) / f"applyonce-{key}"
    if runtime.startswith("/") and _fits(_sockets_in(preferred)):
        candidates.insert(0, preferred)
    return candidates


def _make_short_directory(candidates: list[Path]) -> Path:
    *better, last = candidates
    for directory in better:
        try:
            return _make_private(directory)
        except OSError:
            continue  # a runtime directory that is named but gone or not ours is common under sudo and cron
    return _make_private(last)


def _make_private(directory: Path) -> Path:
    directory.mkdir(mode=_PRIVATE, exist_ok=True)
    check_private(directory)
    return directory


def _read_sockets_json(listing: Path) -> Sockets | None:
    try:
        named = json.loads(listing.read_bytes())
        sockets = Sockets(Path(named["http"]), Path(named["native"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None  # not written yet, or no longer readable: the companion writes it anew at its next start
    if not _fits(sockets) or not all(path.is_absolute() for path in sockets):
        return None
    return sockets
