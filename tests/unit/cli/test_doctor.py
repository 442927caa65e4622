from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from companion.cli.doctor_data import check_database, check_files
from companion.cli.doctor_programs import check_extension_ids, sqlite_finding
from companion.store.migrate import APPLICATION_ID, migrations
from native_host.registration import Finding

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("version", "level"),
    [("3.36.0", "error"), ("3.40.1", "warning"), ("3.51.2", "warning"), ("3.51.3", "ok"), ("3.53.0", "ok")],
)
def test_sqlite_is_judged_by_its_version(version: str, level: str) -> None:
    finding = sqlite_finding(version)

    assert finding.level == level
    assert version in finding.message
    assert bool(finding.fix) == (level != "ok")


def test_our_own_manifest_makes_the_ids_that_the_host_serves() -> None:
    assert [finding.level for finding in check_extension_ids()] == ["ok"]


def test_a_manifest_with_another_id_is_an_error(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(
        json.dumps({"key": "AAAA", "browser_specific_settings": {"gecko": {"id": "other@x"}}})
    )

    (finding,) = check_extension_ids(manifest)

    assert finding.level == "error"
    assert "other@x" in finding.message


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"key": 1}'])
def test_a_manifest_that_cannot_be_read_is_an_error_and_no_crash(tmp_path: Path, content: str) -> None:
    manifest = tmp_path / "manifest.json"
    manifest.write_text(content)

    assert [finding.level for finding in check_extension_ids(manifest)] == ["error"]


def test_files_that_others_may_read_are_named_with_the_remedy(tmp_path: Path) -> None:
    token = tmp_path / "token"
    token.write_text("secret")
    token.chmod(0o644)

    (finding,) = check_files(tmp_path)

    assert finding == Finding(
        "error", "token", f"{token} is open to other users (mode 0644)", f"chmod go-rwx {token}"
    )


def test_a_symlink_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "companion.lock").symlink_to("/etc/hostname")

    (finding,) = check_files(tmp_path)

    assert finding.level == "error"
    assert "symlink" in finding.message


def test_a_file_in_the_place_of_a_socket_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "http.sock").touch(0o600)

    assert [finding.level for finding in check_files(tmp_path)] == ["error"]


def test_private_files_are_well(tmp_path: Path) -> None:
    (tmp_path / "token").touch(0o600)
    (tmp_path / "documents").mkdir(0o700)

    assert [finding.level for finding in check_files(tmp_path)] == ["ok"]


def database(home: Path, *, version: int, application: int = APPLICATION_ID) -> Path:
    path = home / "applyonce.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [(os.urandom(500),) for _ in range(100)])
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute(f"PRAGMA application_id = {application}")
        connection.commit()
    return path


def test_a_whole_database_is_well(tmp_path: Path) -> None:
    database(tmp_path, version=migrations()[-1][0])

    assert [finding.level for finding in check_database(tmp_path)] == ["ok"]


def test_no_database_yet_is_well(tmp_path: Path) -> None:
    assert [finding.level for finding in check_database(tmp_path)] == ["ok"]
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_database_is_an_error(tmp_path: Path) -> None:
    path = database(tmp_path, version=1)
    content = bytearray(path.read_bytes())
    content[4096:8192] = os.urandom(4096)
    path.write_bytes(content)

    (finding,) = check_database(tmp_path)

    assert finding.level == "error"
    assert "backup" in finding.fix


def test_a_newer_database_says_to_update(tmp_path: Path) -> None:
    database(tmp_path, version=migrations()[-1][0] + 1)

    (finding,) = check_database(tmp_path)

    assert (finding.level, finding.fix) == ("error", "update ApplyOnce")


def test_another_program_s_database_is_an_error(tmp_path: Path) -> None:
    database(tmp_path, version=1, application=7)

    assert [finding.level for finding in check_database(tmp_path)] == ["error"]


def test_a_file_that_is_no_database_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "applyonce.db").write_text("not a database, but long enough to be looked at" * 50)

    assert [finding.level for finding in check_database(tmp_path)] == ["error"]
