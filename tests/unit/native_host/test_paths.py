"""Host and companion agree on where things are, whatever the environment each was started with."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from native_host.paths import (
    MAX_SOCKET_PATH_BYTES,
    UnsafeDirectory,
    UnusableDirectory,
    check_private,
    data_dir,
    ensure_data_dir,
    resolve_sockets,
    write_sockets_json,
)


@pytest.fixture
def long_home(tmp_path: Path) -> Path:
    """A data directory whose sockets' paths are too long."""
    home = tmp_path / ("x" * 120)
    home.mkdir(mode=0o700)
    return home


@pytest.fixture
def runtime() -> Iterator[dict[str, str]]:
    """An environment with a runtime directory of its own, whose path is short as that of a real one."""
    with tempfile.TemporaryDirectory(prefix="ao-", dir="/tmp") as directory:
        yield {"XDG_RUNTIME_DIR": directory}


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({"APPLYONCE_HOME": "/data/a"}, "linux", "/data/a"),
        ({"APPLYONCE_HOME": "", "HOME": "/h"}, "linux", "/h/.local/share/applyonce"),
        ({"HOME": "/h", "XDG_DATA_HOME": "/xdg"}, "linux", "/xdg/applyonce"),
        ({"HOME": "/h", "XDG_DATA_HOME": "relative"}, "linux", "/h/.local/share/applyonce"),
        ({"HOME": "/h"}, "darwin", "/h/Library/Application Support/applyonce"),
        ({"HOME": "/h", "LOCALAPPDATA": "/l"}, "win32", "/l/applyonce"),
        ({"HOME": "/h"}, "win32", "/h/AppData/Local/applyonce"),
    ],
)
def test_the_data_directory(environ: dict[str, str], platform: str, expected: str) -> None:
    assert data_dir(environ, platform) == Path(expected)


def test_a_relative_data_directory_is_made_absolute() -> None:
    assert data_dir({"APPLYONCE_HOME": "here"}) == Path.cwd() / "here"


def test_the_data_directory_is_made_private(tmp_path: Path) -> None:
    home = ensure_data_dir(tmp_path / "a" / "b")
    assert home.stat().st_mode & 0o777 == 0o700
    home.chmod(0o755)
    assert ensure_data_dir(home).stat().st_mode & 0o777 == 0o700


def test_a_shared_directory_is_not_taken_for_ours(tmp_path: Path) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    shared.chmod(0o1777)
    with pytest.raises(UnsafeDirectory, match="shared"):
        ensure_data_dir(shared)
    assert shared.stat().st_mode & 0o1777 == 0o1777


def test_a_directory_that_cannot_be_made_is_told_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UnusableDirectory, match=r"not a directory\); set APPLYONCE_HOME"):
        ensure_data_dir(tmp_path / "file" / "home")
    with pytest.raises(UnusableDirectory, match="file exists"):
        ensure_data_dir(tmp_path / "file")


def test_short_paths_stay_in_the_data_directory(tmp_path: Path) -> None:
    (tmp_path / "sockets.json").write_text('{"http": "/tmp/a/h", "native": "/tmp/a/n"}')
    assert resolve_sockets(tmp_path) == (tmp_path / "http.sock", tmp_path / "native.sock")
    assert write_sockets_json(tmp_path) == resolve_sockets(tmp_path)
    assert not (tmp_path / "sockets.json").exists(), "a stale listing goes"


def test_the_limit_is_in_bytes_and_exact(tmp_path: Path) -> None:
    room = MAX_SOCKET_PATH_BYTES - len(os.fsencode(tmp_path)) - len("//native.sock")
    assert resolve_sockets(tmp_path / ("x" * room)).native.parent.name == "x" * room
    assert resolve_sockets(tmp_path / ("x" * (room + 1))).native.parent.name != "x" * (room + 1)
    assert resolve_sockets(tmp_path / ("é" * room)).native.parent.name != "é" * room


def test_a_host_with_another_environment_finds_the_companions_sockets(
    long_home: Path, runtime: dict[str, str]
) -> None:
    chosen = write_sockets_json(long_home, runtime)
    assert chosen.native.parent.parent == Path(runtime["XDG_RUNTIME_DIR"])
    assert chosen.native.parent.stat().st_mode & 0o777 == 0o700
    assert resolve_sockets(long_home, {}) == chosen


def test_without_a_runtime_directory_it_is_a_private_one_of_the_user(long_home: Path) -> None:
    chosen = write_sockets_json(long_home, {"XDG_RUNTIME_DIR": "/nowhere/at/all"})
    try:
        assert chosen.native.parent.parent == Path("/tmp")
        check_private(chosen.native.parent)
    finally:
        chosen.native.parent.rmdir()


def test_two_data_directories_have_different_sockets(tmp_path: Path, runtime: dict[str, str]) -> None:
    homes = [tmp_path / (letter * 120) for letter in "ab"]
    assert len({resolve_sockets(home, runtime).native for home in homes}) == 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "\xff",
        "[" * 10_000,
        '{"http": 1, "native": 2}',
        '{"http": "a/h", "native": "a/n"}',
        json.dumps({"http": "/" + "y" * 200, "native": "/" + "y" * 200}),
    ],
)
def test_a_broken_listing_counts_as_none(long_home: Path, runtime: dict[str, str], text: str) -> None:
    expected = resolve_sockets(long_home, runtime)
    (long_home / "sockets.json").write_bytes(text.encode("latin-1"))
    assert resolve_sockets(long_home, runtime) == expected
    assert write_sockets_json(long_home, runtime) == expected
    assert resolve_sockets(long_home, {}) == expected


def test_a_short_directory_that_is_open_or_a_symlink_is_refused(
    long_home: Path, runtime: dict[str, str], tmp_path: Path
) -> None:
    directory = write_sockets_json(long_home, runtime).native.parent
    directory.chmod(0o755)
    with pytest.raises(UnsafeDirectory, match="open to other users"):
        resolve_sockets(long_home, {})
    directory.rmdir()
    elsewhere = tmp_path / "e"
    elsewhere.mkdir(mode=0o700)
    directory.symlink_to(elsewhere)
    with pytest.raises(UnsafeDirectory, match="not a directory"):
        resolve_sockets(long_home, {})


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a directory of another user")
def test_a_directory_of_another_user_is_refused(tmp_path: Path) -> None:
    directory = tmp_path / "theirs"
    directory.mkdir(mode=0o700)
    os.chown(directory, 12345, 12345)
    with pytest.raises(UnsafeDirectory, match="uid 12345"):
        check_private(directory)
    with pytest.raises(UnsafeDirectory, match="uid 12345"):
        ensure_data_dir(directory)
