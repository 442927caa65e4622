"""What processes and files take up, read from /proc and the file system."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.e2e.harness.processes import pids_with_environment

if TYPE_CHECKING:
    from collections.abc import Iterable

PROC = Path("/proc")
_GONE = (FileNotFoundError, ProcessLookupError, PermissionError)


@dataclass(frozen=True, slots=True)
class Use:
    """What some processes take up together, in KiB. `pss` counts shared pages once for all who share them."""

    processes: int
    rss: int
    pss: int
    descriptors: int
    threads: int


def use_of(pids: Iterable[int]) -> Use:
    """Add up what these processes take up; those that end meanwhile count as nothing."""
    each = [one for one in map(_of_one, pids) if one is not None]
    return Use(
        processes=len(each),
        rss=sum(one.rss for one in each),
        pss=sum(one.pss for one in each),
        descriptors=sum(one.descriptors for one in each),
        threads=sum(one.threads for one in each),
    )


def _of_one(pid: int) -> Use | None:
    folder = PROC / str(pid)
    try:
        # The first line of smaps_rollup tells its address range; a process that has ended has none.
        lines = (folder / "smaps_rollup").read_text(encoding="utf-8").splitlines()[1:]
        descriptors = sum(1 for _ in (folder / "fd").iterdir())
        threads = sum(1 for _ in (folder / "task").iterdir())
    except _GONE:
        return None
    sizes = {name: int(rest.split()[0]) for name, _, rest in (line.partition(":") for line in lines)}
    return Use(1, sizes.get("Rss", 0), sizes.get("Pss", 0), descriptors, threads)


@dataclass(frozen=True, slots=True)
class Ours:
    """The processes of one data directory."""

    hosts: list[int]
    companions: list[int]


def processes_of(home: Path) -> Ours:
    """Return the native hosts and companions that run with this data directory."""
    found = Ours([], [])
    for pid in pids_with_environment("APPLYONCE_HOME", str(home)):
        command = _command(pid)
        if b"native_host" in command:
            found.hosts.append(pid)
        elif b"companion" in command or b"serve" in command:
            found.companions.append(pid)
    return found


@dataclass(frozen=True, slots=True)
class BrowserTree:
    """A Chromium's processes by what they do: the extension's own renderers, those of pages, and the rest."""

    extension: list[int]
    pages: list[int]
    rest: list[int]


def browser_tree(root: int, *, without: Iterable[int]) -> BrowserTree:
    """Sort what a browser's process has started, but for `without`: it starts native hosts, too."""
    tree, passed_over = BrowserTree([], [], [root]), set(without)
    for pid in _descendants(root):
        command = _command(pid)
        if pid in passed_over:
            continue
        if b"--type=renderer" not in command:
            tree.rest.append(pid)
        elif b"--extension-process" in command:
            tree.extension.append(pid)
        else:
            tree.pages.append(pid)
    return tree


def _descendants(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit() and (parent := _parent(entry)) is not None:
            children.setdefault(parent, []).append(int(entry.name))
    found, ahead = [], [root]
    while ahead:
        below = children.get(ahead.pop(), [])
        found += below
        ahead += below
    return found


def _parent(process: Path) -> int | None:
    try:
        return int((process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
    except _GONE:
        return None


def _command(pid: int) -> bytes:
    try:
        return (PROC / str(pid) / "cmdline").read_bytes()
    except _GONE:
        return b""


def size_of(*paths: Path) -> float:
    """Return how many KiB these files, or all files in these folders, hold; what is not there holds none."""
    files = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])]
    return sum(_size(file) for file in files) / 1024


def _size(file: Path) -> int:
    try:
        return file.stat().st_size if file.is_file() else 0
    except FileNotFoundError:
        return 0
