"""What mutmut left behind: each mutant with its change and its outcome, and the list of equivalent ones."""

from __future__ import annotations

import fnmatch
import json
import subprocess
import sys
import tomllib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LIST = Path(__file__).with_name("equivalent.toml")
_KILLED_BY_TIME = frozenset({-24, 24, 36, 152, 255})
_SURVIVED = frozenset({0, 5, 33})
"""Of pytest and of mutmut: all tests passed, and no test reaches it."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a mutant changes, without the numbers that mutmut gives to mutants anew after each edit."""

    function: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one place."""

    name: str
    change: Change
    killed: bool

    def __str__(self) -> str:
        return f"survives: {self.name}\n- {self.change.old}\n+ {self.change.new}"


def mutants_of(tree: Path, files: Sequence[str], pattern: str) -> list[Mutant]:
    """Return all mutants of `files` that were tried. Raises ValueError for an outcome that means nothing known."""
    found = []
    for file in files:
        meta = json.loads((tree / "mutants" / f"{file}.meta").read_text(encoding="utf-8"))
        for name, code in meta["exit_code_by_key"].items():
            if code is None or (pattern and not fnmatch.fnmatch(name, pattern)):
                continue
            killed = code not in _SURVIVED
            if killed and code not in (1, 3) and code not in _KILLED_BY_TIME:
                raise ValueError(f"{name} ended in {code}")
            found.append(Mutant(name, Change("", "", "") if killed else _change(tree, name), killed))
    return found


def equivalents() -> Counter[Change]:
    """Return the changes that nobody could see."""
    listed = tomllib.loads(LIST.read_text(encoding="utf-8"))["equivalent"]
    return Counter(Change(entry["function"], entry["old"], new) for entry in listed for new in entry["new"])


def unmatched(known: Iterable[Change], met: Iterable[Change]) -> list[Change]:
    """Return what is listed and does not survive, or does not exist, any more."""
    seen = set(met)
    return [change for change in known if change not in seen]


def _change(tree: Path, name: str) -> Change:
    shown = subprocess.run(
        [sys.executable, "-m", "mutmut", "show", name], cwd=tree, capture_output=True, text=True, check=True
    ).stdout
    body = shown.split("@@", 2)[-1]
    old, new = (
        " ".join(line[1:].strip() for line in body.splitlines() if line.startswith(sign)) for sign in "-+"
    )
    function = name.rpartition(".")[2].partition("__mutmut_")[0].replace("x_", "", 1)
    return Change(function.replace("xǁ", "").replace("ǁ", "."), old, new)
