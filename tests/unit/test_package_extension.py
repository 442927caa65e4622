"""The packages hold what the browsers need, and nothing else."""

from __future__ import annotations

import importlib.util
import json
import shutil
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from tests.unit.repository import ROOT

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


@pytest.fixture(scope="module")
def packaging() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "package_extension", ROOT / "scripts" / "package_extension.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of what is packaged, to spoil."""
    root = tmp_path / "copy"
    shutil.copytree(ROOT / "extension", root / "extension")
    for name in ("manifest.json", "LICENSE"):
        shutil.copy(ROOT / name, root / name)
    return root


def manifest() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    return loaded


def names_in(value: object) -> set[str]:
    """Return every string of a manifest that is a path into extension/."""
    if isinstance(value, dict):
        return set().union(*(names_in(each) for each in value.values()))
    if isinstance(value, list):
        return set().union(*(names_in(each) for each in value))
    return {value} if isinstance(value, str) and value.startswith("extension/") else set()


def test_a_package_holds_all_that_the_manifest_names_and_no_stray_file(
    packaging: ModuleType, copy: Path, tmp_path: Path
) -> None:
    (copy / "extension" / "popup" / "notes.txt").write_text("stray", encoding="utf-8")
    (copy / "extension" / "popup" / "popup.js.orig").write_text("stray", encoding="utf-8")
    (copy / "secret.key").write_text("stray", encoding="utf-8")
    packaging.write_package(copy, tmp_path / "x.zip", manifest())

    names = set(zipfile.ZipFile(tmp_path / "x.zip").namelist())

    assert names_in(manifest()) <= names
    assert {"manifest.json", "LICENSE"} <= names
    assert [
        name for name in names if "stray" in name or name.endswith((".txt", ".orig", ".key", ".d.ts"))
    ] == []
    assert {name.partition("/")[0] for name in names} == {"manifest.json", "LICENSE", "extension"}


def test_the_same_sources_make_the_same_bytes(packaging: ModuleType, copy: Path, tmp_path: Path) -> None:
    packaging.write_package(ROOT, tmp_path / "1.zip", manifest())
    packaging.write_package(copy, tmp_path / "2.zip", manifest())  # other times of change
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_a_name_that_chromium_refuses_is_an_error(packaging: ModuleType, copy: Path) -> None:
    (copy / "extension" / "lib" / "_private.js").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"_private\.js"):
        packaging.packaged_files(copy)
