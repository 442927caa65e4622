"""Rules of the repository as a whole: what its root holds, what its text may say, what its locks promise."""

from __future__ import annotations

import json
import os
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.unit.repository import ROOT, tracked_files

# Written in two parts, as this file is searched too.
REGISTRY_HOSTS = tuple(
    first + second
    for first, second in [
        ("registry.np", "mjs.org"),
        ("npm", "js.com"),
        ("registry.yarn", "pkg.com"),
        ("py", "pi.org"),
        ("files.python", "hosted.org"),
        ("proxy.go", "lang.org"),
        ("crates", ".io"),
        ("deb.deb", "ian.org"),
    ]
)
MACHINE_PATH = re.compile(r"(?<![\w.$}~-])/(?:work|root|Users)/\w|/home/(?!a/|user/)\w+/")
"""Places on the machine of whoever wrote a file. /home/user/ and /home/a/ are examples."""
LOCKS = tuple(f"requirements{kind}.lock" for kind in ("", "-dev", "-fuzz", "-mutation", "-node", "-soak"))


def test_root_holds_no_name_that_chromium_refuses() -> None:
    # Chromium does not load an unpacked extension whose root holds such a name; --load-extension, which the
    # other tests use, does not check that.
    assert [path.name for path in ROOT.iterdir() if path.name.startswith("_")] == []


def test_no_file_names_a_registry_or_a_path_of_one_machine() -> None:
    found = []
    for path in tracked_files():
        for number, line in enumerate(_text(path).splitlines(), 1):
            if MACHINE_PATH.search(line) or any(host in line for host in REGISTRY_HOSTS):
                found.append(f"{path}:{number}: {line.strip()[:120]}")
    assert found == []


def test_the_search_for_machine_paths_finds_them() -> None:
    assert MACHINE_PATH.search("see /ro" + "ot/notes")
    assert MACHINE_PATH.search("(/wo" + "rk/main")
    assert MACHINE_PATH.search("cp /ho" + "me/jane/x")
    assert not MACHINE_PATH.search("https://jobs.example.com/wo" + "rk/42")


@pytest.mark.parametrize("lock", LOCKS)
def test_python_locks_hold_hashes_and_no_addresses(lock: str) -> None:
    text = _text(Path(lock))
    assert "://" not in text
    pinned = re.findall(r"^[\w.-]+==\S+", text, re.MULTILINE)
    hashed = re.findall(r"^[\w.-]+==\S+ \\\n    --hash=sha256:", text, re.MULTILINE)
    assert pinned
    assert len(pinned) == len(hashed)


@pytest.mark.parametrize(("lock", "extras"), [("requirements.lock", []), ("requirements-dev.lock", ["dev"])])
def test_python_locks_satisfy_the_project(lock: str, extras: list[str]) -> None:
    project = tomllib.loads(_text(Path("pyproject.toml")))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    for extra in extras:
        wanted += project["project"]["optional-dependencies"][extra]
    pinned = _pins(lock)

    unmet = [
        requirement
        for requirement in map(Requirement, wanted)
        if not requirement.specifier.contains(pinned.get(canonicalize_name(requirement.name), "0.dev0"))
    ]

    assert unmet == [], "run `make lock`"


def test_both_python_locks_pin_the_same_versions() -> None:
    # `make demo` and `make test` share one environment.
    development = _pins("requirements-dev.lock")
    assert {name: development.get(name) for name in _pins("requirements.lock")} == _pins("requirements.lock")


def test_javascript_lock_belongs_to_package_json_and_holds_no_download_addresses() -> None:
    package, lock = json.loads(_text(Path("package.json"))), json.loads(_text(Path("package-lock.json")))
    assert lock["packages"][""]["devDependencies"] == package["devDependencies"], "run `make lock`"
    assert "dependencies" not in package, "the extension itself uses no package"
    installed = {name: entry for name, entry in lock["packages"].items() if name}
    assert [name for name, entry in installed.items() if "resolved" in entry] == []
    assert [
        name for name, entry in installed.items() if "integrity" not in entry and "link" not in entry
    ] == []
    assert "://" not in _text(Path("package-lock.json")), "run `make lock`"


def test_versions_agree() -> None:
    project = tomllib.loads(_text(Path("pyproject.toml")))["project"]["version"]
    assert json.loads(_text(Path("manifest.json")))["version"] == project


def test_ci_can_be_run() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "bash .ci/run" in _text(Path(".github/workflows/ci.yml"))


def _pins(lock: str) -> dict[str, str]:
    pairs = re.findall(r"^([\w.-]+)==(\S+)", _text(Path(lock)), re.MULTILINE)
    return {str(canonicalize_name(name)): version for name, version in pairs}


def _text(path: Path) -> str:
    """Return a tracked file's text; of pictures and the like what can be read of it."""
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")
