"""A companion that cannot write goes on, and has a backup although it rarely runs for a whole day."""

from __future__ import annotations

import os
import resource
import signal
import sys
from typing import TYPE_CHECKING

import pytest

from companion.client import APIClient, APIError
from companion.service import dispatch
from companion.store.backup import backups, is_backup_due
from tests.integration.service.actors import service
from tests.integration.service.test_process import companion, ended, ready, until

if TYPE_CHECKING:
    from pathlib import Path

JOB = "https://boards.greenhouse.io/acme/jobs/4012345"
OTHER_JOB = "https://boards.greenhouse.io/acme/jobs/4012346"
DAY_SECONDS = 86_400


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
async def test_a_full_disk_ends_neither_the_companion_nor_what_it_holds(tmp_path: Path) -> None:
    with companion(tmp_path, APPLYONCE_SWEEP_SECONDS="0.1") as process:
        ready(process, tmp_path)
        async with APIClient(home=tmp_path) as client:
            held = (await client.identify(JOB)).job
            wanted = (await client.identify(OTHER_JOB)).job
            grant = await client.apply(held.id)

            # No file may grow beyond what the database has: each write fails, as on a full disk.
            size = (tmp_path / "applyonce.db-wal").stat().st_size
            before = resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
            until(lambda: "put off" in _log(tmp_path), "the sweep meets the full disk")
            with pytest.raises(APIError) as refused:
                await client.apply(wanted.id)
            assert refused.value.code == "disk_full"
            assert (await client.health()).pid == process.pid

            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, before)
            assert (await client.release(grant.application_id, grant.fence)).status_name == "pending"
            await client.apply(wanted.id)
        process.send_signal(signal.SIGTERM)
        code, said = ended(process)
    assert code == 0, said


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits another process")
async def test_it_ends_on_a_full_disk_too(tmp_path: Path) -> None:
    with companion(tmp_path) as process:
        ready(process, tmp_path)
        size = (tmp_path / "applyonce.db-wal").stat().st_size
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        process.send_signal(signal.SIGTERM)
        code, said = ended(process)
    assert code == 0, said


async def test_a_backup_is_made_while_it_runs_and_not_again_the_same_day(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "BACKUP_LOOK_SECONDS", 0.02)
    async with service(tmp_path) as running:
        await running.client.identify(JOB)
        while not backups(tmp_path):
            await running.client.get("/api/v1/health")
        [first] = backups(tmp_path)
        assert not is_backup_due(tmp_path, DAY_SECONDS)

        yesterday = first.stat().st_mtime - DAY_SECONDS
        os.utime(first, (yesterday, yesterday))
        while len(backups(tmp_path)) < 2:
            await running.client.get("/api/v1/health")
        assert not is_backup_due(tmp_path, DAY_SECONDS)
    assert len(backups(tmp_path)) == 2


async def test_a_backup_that_cannot_be_made_ends_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatch, "BACKUP_LOOK_SECONDS", 0.02)
    (tmp_path / "backups").write_text("in the way", encoding="utf-8")
    async with service(tmp_path) as running:
        caught: list[str] = []
        monkeypatch.setattr(dispatch._logger, "warning", lambda *words: caught.append(str(words)))
        while len(caught) < 2:
            assert (await running.client.get("/api/v1/health")).status == 200


def _log(home: Path) -> str:
    return (home / "logs" / "companion.log").read_text(encoding="utf-8")
