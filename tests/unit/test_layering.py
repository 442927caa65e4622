"""Imports point one way (docs/architecture.md)."""

from __future__ import annotations

import posixpath
import sys
from pathlib import Path

import pytest

from tests.unit.repository import ROOT, javascript_imports, linked_files, python_imports, sources

LAYERS = {
    "cli": 7,
    "service": 7,
    "auto_apply": 6,
    "restore": 6,
    "registry": 5,
    "joining": 4,
    "sweep": 4,
    "arbiter": 3,
    "filling": 3,
    "store": 2,
    "domain": 1,
}
"""cli, service → auto_apply → arbiter, filling → store → domain. What is not listed is shared by all."""

MAY_START = {"cli": {"service", "demo"}, "__main__": {"cli"}}
"""Exceptions: the command line starts the service, `python -m companion` the command line."""

SHARED_BY_EXTENSION_PARTS = {"lib", "boards"}
LOADED_BY_PAGES = {"icons"}


def test_companion_imports_point_one_way() -> None:
    wrong = []
    for path in sources("companion", ".py"):
        own = _part(".".join(path.with_suffix("").parts))
        for name in python_imports(path):
            other = _part(name)
            if other and own and not _may_import(own, other):
                wrong.append(f"{path} imports companion.{other}")
    assert sorted(set(wrong)) == [], "a new part that builds on these belongs into LAYERS"


@pytest.mark.parametrize(
    ("own", "other", "allowed"),
    [
        ("service", "arbiter", True),
        ("arbiter", "service", False),
        ("store", "arbiter", False),
        ("filling", "arbiter", False),
        ("identity", "domain", True),
        ("identity", "store", False),
        ("cli", "service", True),
        ("service", "cli", False),
    ],
)
def test_the_layers_are_as_documented(own: str, other: str, *, allowed: bool) -> None:
    assert _may_import(own, other) == allowed


def test_native_host_imports_the_standard_library_and_itself_alone() -> None:
    known = {*sys.stdlib_module_names, "native_host"}
    wrong = [
        f"{path} imports {name}"
        for path in sources("native_host", ".py")
        for name in sorted(python_imports(path))
        if name.partition(".")[0] not in known
    ]
    assert wrong == []


def test_companion_imports_of_the_native_host_the_shared_modules_alone() -> None:
    relays = {"native_host.relay", "native_host.outbox", "native_host.in_flight", "native_host.caller"}
    wrong = [
        f"{path} imports {name}"
        for path in sources("companion", ".py")
        for name in sorted(python_imports(path) & relays)
    ]
    assert wrong == []


def test_extension_parts_never_import_each_other() -> None:
    scripts = [(path, javascript_imports(path)) for path in sources("extension", ".js")]
    pages = [(path, linked_files(path)) for path in sources("extension", ".html")]
    wrong = []
    for path, imported in scripts + pages:
        allowed = {path.parts[1], "lib"} | (set() if path.parts[1] == "lib" else SHARED_BY_EXTENSION_PARTS)
        if path.suffix == ".html":
            allowed |= LOADED_BY_PAGES
        wrong += [f"{path} imports {name}" for name in imported if _extension_part(path, name) not in allowed]
    assert wrong == []


def test_what_extension_files_import_is_there() -> None:
    missing = [
        f"{path} imports {name}"
        for path in [*sources("extension", ".js"), *sources("extension", ".html")]
        for name in (javascript_imports(path) if path.suffix == ".js" else linked_files(path))
        if not (ROOT / _resolved(path, name)).is_file()
    ]
    assert missing == []


def _part(module: str) -> str:
    """Return "store" for companion.store.writer, "" for what is not the companion's."""
    first, _, rest = module.partition(".")
    return rest.partition(".")[0] if first == "companion" else ""


def _may_import(own: str, other: str) -> bool:
    if own == other or other not in LAYERS or other in MAY_START.get(own, set()):
        return True
    if own == "__init__":
        return False
    # What all share may build on the domain's plain types alone, or it would tie the layers together.
    return LAYERS[other] < LAYERS.get(own, LAYERS["domain"] + 1)


def _extension_part(path: Path, name: str) -> str:
    parts = Path(_resolved(path, name)).parts
    return parts[1] if len(parts) > 2 and parts[0] == "extension" else name


def _resolved(path: Path, name: str) -> str:
    if not name.startswith((".", "/")) and path.suffix == ".js":
        return name  # a package: there are none in a browser
    return posixpath.normpath(name[1:] if name.startswith("/") else path.parent.as_posix() + "/" + name)
