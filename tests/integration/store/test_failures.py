"""What becomes of the store when the machine fails it: torn files, damage, copies, full disks, kills."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest

from companion.store import sqlite
from companion.store.backup import restore_backup
from companion.store.ballast import BALLAST_BYTES
from companion.store.errors import DamagedDatabaseError, DiskFullError, StoreBusyError
from companion.store.intents import IntentLog
from companion.store.sqlite import open_store
from tests.integration.store.contract import get, put

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from companion.store.interface import Transaction


def intend(tx: Transaction, permit: str) -> str:
    """Write an intent."""
    tx.intend({"permit": permit})
    return put(tx, permit)


def damage(home: Path) -> None:
    """Write over the middle of the database, as after an unclean stop."""
    for name in ("applyonce.db-wal", "applyonce.db-shm"):
        (home / name).unlink(missing_ok=True)
    path = home / "applyonce.db"
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(100)
        file.write(b"\xff" * (size - 100))


def damaged_ones(home: Path) -> list[Path]:
    """Return the databases that were moved aside."""
    return list(home.glob("damaged-*/applyonce.db"))


# --- the log of intents -------------------------------------------------------------------------------------


def test_a_torn_line_is_passed_over_and_the_next_one_does_not_stick_to_it(tmp_path: Path) -> None:
    path = tmp_path / "intents.log"
    log = IntentLog(path)
    log.append([{"permit": "a"}])
    log.close()
    with path.open("ab") as file:
        file.write(b'{"permit": "torn')
    log = IntentLog(path)
    log.append([{"permit": "b"}, {"permit": "c"}])
    assert [intent["permit"] for intent in log] == ["a", "b", "c"]
    log.close()
    log.close()


async def test_an_intent_is_on_disk_when_its_transaction_is_answered(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(intend, permit="a"))
    assert '"permit": "a"' in (tmp_path / "intents.log").read_text()
    assert [intent["epoch"] for intent in store.intents] == [store.epoch]
    with pytest.raises(ZeroDivisionError):
        await store.write(lambda tx: intend(tx, "b") and 1 / 0)
    assert [intent["permit"] for intent in store.intents] == ["a"]
    await store.close()


# --- copies and damage --------------------------------------------------------------------------------------


async def test_a_copied_folder_has_a_new_epoch(tmp_path: Path) -> None:
    store = await open_store(tmp_path / "one")
    epoch = store.epoch
    await store.close()
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    copy = await open_store(tmp_path / "two")
    assert (copy.epoch, copy.new_epoch) == (epoch + 1, True)
    await copy.close()


@pytest.mark.parametrize("way", ["over it", "in its place"])
async def test_each_restoring_of_a_backup_has_an_epoch_of_its_own(tmp_path: Path, way: str) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(put, key="a"))
    backup = await store.backup()
    await store.write(partial(put, key="b"))
    epochs = [store.epoch]
    await store.close()
    for _ in range(3):
        if way == "over it":
            (tmp_path / "applyonce.db").write_bytes(backup.read_bytes())
        else:
            (tmp_path / "applyonce.db").unlink()
            shutil.copyfile(backup, tmp_path / "applyonce.db")
        store = await open_store(tmp_path)
        assert store.new_epoch
        assert await store.read(partial(get, key="b")) is None
        epochs.append(store.epoch)
        await store.close()
    assert epochs == [1, 2, 3, 4]


async def test_a_damaged_database_gives_way_to_the_newest_backup(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(put, key="a"))
    await store.backup()
    await store.write(partial(put, key="b"))
    await store.backup()
    await store.write(partial(put, key="c"))
    await store.close()
    damage(tmp_path)

    store = await open_store(tmp_path)

    assert (store.epoch, store.new_epoch) == (2, True)
    found = [await store.read(partial(get, key=key)) for key in "abc"]
    assert found == ["x", "x", None]
    await store.close()
    assert len(damaged_ones(tmp_path)) == 1


async def test_a_backup_in_the_databases_place_is_on_the_disk_before_it_has_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(put, key="a"))
    backup = await store.backup()
    await store.close()
    damage(tmp_path)
    synced: list[tuple[int, int]] = []
    fsync = os.fsync

    def noted(descriptor: int) -> None:
        info = os.fstat(descriptor)
        synced.append((info.st_ino, info.st_size))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    restore_backup(tmp_path, backup)

    database = (tmp_path / "applyonce.db").stat()
    whole = (database.st_ino, backup.stat().st_size)
    assert whole in synced
    folder = (tmp_path / ".").stat().st_ino
    assert folder in [inode for inode, _ in synced[synced.index(whole) :]]


async def test_damage_without_a_backup_begins_anew_under_a_new_epoch(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(intend, permit="a"))
    await store.close()
    damage(tmp_path)
    store = await open_store(tmp_path)
    assert (store.epoch, store.new_epoch) == (2, True)
    assert [intent["permit"] for intent in store.intents] == ["a"], "the log outlives the database"
    assert (tmp_path / "applyonce.db").stat().st_mode & 0o077 == 0
    await store.close()


async def test_a_lost_database_gives_way_to_the_newest_backup(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    await store.write(partial(put, key="a"))
    await store.backup()
    await store.close()
    (tmp_path / "applyonce.db").unlink()
    store = await open_store(tmp_path)
    assert await store.read(partial(get, key="a")) == "x"
    assert store.epoch == 2
    await store.close()


async def test_where_all_is_damaged_it_does_not_start(tmp_path: Path) -> None:
    store = await open_store(tmp_path)
    backup = await store.backup()
    await store.close()
    damage(tmp_path)
    backup.write_bytes(b"no database at all")
    with pytest.raises(DamagedDatabaseError, match="damaged-"):
        await open_store(tmp_path)


# --- locks and full disks -----------------------------------------------------------------------------------


async def test_a_locked_database_is_busy_after_the_timeout_and_well_after_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    store = await open_store(tmp_path)
    other = sqlite3.connect(tmp_path / "applyonce.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusyError):
        await store.write(partial(put, key="a"))
    other.execute("ROLLBACK")
    other.close()
    assert await store.write(partial(put, key="a")) == "x"
    await store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    size = BALLAST_BYTES + 2 * 1024 * 1024
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)],
            check=False,
            capture_output=True,
        ).returncode
    )
    if not mounted:
        pytest.skip("a disk that can be filled needs the right to mount one")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no room."""
    with (disk / "filler").open("wb", buffering=0) as file:
        block = b"\0" * 4096
        try:
            while True:
                file.write(block)
        except OSError:
            return


def write_much(tx: Transaction, key: str) -> str:
    """Write more than what the database has in reserve by itself."""
    return put(tx, key, "y" * 300_000)


async def test_on_a_full_disk_what_was_sent_is_still_recorded(small_disk: Path) -> None:
    store = await open_store(small_disk)
    fill(small_disk)
    with pytest.raises(DiskFullError):
        await store.write(partial(write_much, key="claim"))
    assert await store.read(partial(get, key="claim")) is None

    await store.write(partial(write_much, key="confirmed"), essential=True)

    assert await store.read(lambda tx: len(get(tx, "confirmed") or "")) == 300_000
    (small_disk / "filler").unlink()
    assert store.ballast.restore()
    await store.write(partial(write_much, key="claim"))
    await store.close()


def test_a_log_that_takes_nothing_more_keeps_no_half_line(small_disk: Path) -> None:
    log = IntentLog(small_disk / "intents.log")
    log.append([{"permit": "a"}])
    fill(small_disk)
    with pytest.raises(OSError, match="No space"):
        log.append([{"permit": "b" * 20_000}])
    (small_disk / "filler").unlink()
    log.append([{"permit": "c"}])
    assert [intent["permit"] for intent in log] == ["a", "c"]
    log.close()


# --- killed -------------------------------------------------------------------------------------------------

WRITES_UNTIL_KILLED = """
import asyncio, sys
from functools import partial
from pathlib import Path
from companion.store.sqlite import open_store
from tests.integration.store.contract import tell

async def main():
    store = await open_store(Path(sys.argv[1]))
    number = 0
    while True:
        wave = [asyncio.ensure_future(write(store, n)) for n in range(number, number + 20)]
        for answered in asyncio.as_completed(wave):
            print(await answered, flush=True)
        number += 20

async def write(store, number):
    await store.write(partial(tell, number=number))
    return number

asyncio.run(main())
"""


def acknowledged_until_killed(home: Path, after: int) -> list[int]:
    """Let another process write, kill it after so many answers, and return what was answered."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITES_UNTIL_KILLED, str(home)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        acknowledged = [int(process.stdout.readline()) for _ in range(after)]
        process.send_signal(signal.SIGKILL)
        return acknowledged + [int(line) for line in process.stdout.read().splitlines() if line]


@pytest.mark.parametrize("after", [1, 137, 400])
async def test_after_kill_9_the_acknowledged_prefix_stands(tmp_path: Path, after: int) -> None:
    acknowledged = acknowledged_until_killed(tmp_path, after)
    store = await open_store(tmp_path)
    rows = await store.read(lambda tx: tx.all("events_by_seq", first=1, last=2**40, user_id=1, limit=100_000))
    kept = [row["at"] for row in rows]
    await store.close()
    assert kept == list(range(len(kept))), "a prefix, in order"
    assert set(acknowledged) <= set(kept), "what was answered is there"
    assert not store.new_epoch
