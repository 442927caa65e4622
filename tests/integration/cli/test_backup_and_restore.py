"""Backups at the command line: made, listed, put back with the companion stopped, and undone again."""

from __future__ import annotations

import asyncio
import json
import os
import pty
import signal
import stat
import sys
from typing import TYPE_CHECKING, Any

import pytest

from companion.client import APIClient, APIError
from companion.messages.shapes import Evidence, HolderRequest
from companion.service.lock import AlreadyRunningError, hold_lock
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.cli.person import Person, Said

BEFORE = "https://boards.greenhouse.io/acme/jobs/4012345"
SINCE = "https://boards.greenhouse.io/acme/jobs/4012346"
TAB = HolderRequest(kind="tab", session="s", tab_id=12, frame_id=0, document_id="d")


async def send(client: APIClient, url: str) -> str:
    """Apply to a job through the gate and return its id."""
    job = (await client.identify(url, title="Engineer")).job
    permit = await client.begin_submit_job(job.id, TAB)
    await client.confirm(permit.application_id, permit.fence, Evidence(kind="address", url=f"{url}/thanks"))
    return str(job.id)


async def end_companion(person: Person, client: APIClient) -> None:
    pid = (await client.health()).pid
    os.kill(pid, signal.SIGTERM)
    await until(lambda: is_free(person.data), "the companion to end")


def is_free(home: Path) -> bool:
    try:
        with hold_lock(home):
            return True
    except AlreadyRunningError:
        return False


def folders_aside(person: Person) -> list[Path]:
    return sorted(person.data.glob("replaced-*"))


def refusal(said: Said) -> Any:
    assert said.code == 1, said
    assert said.out == ""
    return json.loads(said.err)


async def test_a_backup_is_made_while_the_companion_runs_and_listed(person: Person) -> None:
    assert "no database" in (await person.runs("backup")).err
    assert "no backup" in (await person.runs("backup", "--list")).err
    async with APIClient(home=person.data, start=True) as client:
        await send(client, BEFORE)

        first = (await person.runs("backup", "--json")).data
        second = await person.runs("backup")

    assert (first["jobs"], first["sent"], first["problem"]) == (1, 1, None)
    assert "1 job, 1 sent" in second.out
    listed = (await person.runs("backup", "--list", "--json")).data["backups"]
    assert [one["name"] for one in listed][-1] == first["name"]
    assert len(listed) == 2
    assert stat.S_IMODE((person.data / "backups" / first["name"]).stat().st_mode) == 0o600
    assert first["name"] in (await person.runs("backup", "--list")).out


async def test_what_was_sent_since_the_backup_is_asked_about_and_never_sent_again(person: Person) -> None:
    async with APIClient(home=person.data, start=True) as client:
        before = await send(client, BEFORE)
        epoch = (await client.health()).epoch
        await person.runs("backup")
        since = await send(client, SINCE)

        refused = refusal(await person.runs("restore", "--yes", "--json"))
        pid = (await client.health()).pid
        assert (refused["code"], refused["pid"]) == ("companion_running", pid)
        assert f"kill {pid}" in refused["advice"]
        assert f"(pid {pid})" in (await person.runs("restore", "--yes")).err
        assert folders_aside(person) == []
        await end_companion(person, client)

    restored = (await person.runs("restore", "--yes", "--json")).data
    assert restored["restored"]["jobs"] == 1
    [aside] = folders_aside(person)
    assert restored["aside"] == str(aside)
    assert stat.S_IMODE(aside.stat().st_mode) == 0o700
    assert list(person.data.glob("*.part")) == []

    async with APIClient(home=person.data, start=True) as client:
        assert (await client.health()).epoch == epoch + 1
        application = (await client.job(before)).application
        assert application is not None
        assert application.status_name == "applied"
        application = (await client.job(since)).application
        assert application is not None
        assert application.status_name == "unconfirmed"
        with pytest.raises(APIError) as error:
            await client.apply(since)
        assert error.value.code == "unconfirmed"
        await end_companion(person, client)

    # And back again: what was moved aside is a database like any other.
    undone = await person.runs("restore", str(aside / "applyonce.db"), "--yes")
    assert undone.code == 0, undone
    assert len(folders_aside(person)) == 2
    async with APIClient(home=person.data, start=True) as client:
        application = (await client.job(since)).application
        assert application is not None
        assert application.status_name == "applied"
        assert (await client.health()).epoch == epoch + 2


async def test_what_a_killed_companion_left_in_its_log_is_moved_aside_and_can_be_put_back(
    person: Person,
) -> None:
    async with APIClient(home=person.data, start=True) as client:
        await client.identify(BEFORE)
        await person.runs("backup")
        since = str((await client.identify(SINCE)).job.id)
        os.kill((await client.health()).pid, signal.SIGKILL)
        await until(lambda: is_free(person.data), "the companion to be gone")
    assert (person.data / "applyonce.db-wal").stat().st_size > 0

    assert (await person.runs("restore", "--yes")).code == 0

    [aside] = folders_aside(person)
    assert (aside / "applyonce.db-wal").exists()
    assert (await person.runs("restore", str(aside / "applyonce.db"), "--yes")).code == 0
    assert (await person.runs("job", since, "--json")).code == 0


async def test_one_is_named_and_a_bad_one_is_refused_with_everything_left_in_place(person: Person) -> None:
    async with APIClient(home=person.data, start=True) as client:
        await client.identify(BEFORE)
        oldest = (await person.runs("backup", "--json")).data
        await client.identify(SINCE)
        newest = (await person.runs("backup", "--json")).data
        await end_companion(person, client)
    damaged = person.data / "backups" / newest["name"]
    damaged.write_bytes(damaged.read_bytes()[:8192] + b"\xff" * 4096)
    other = person.home / "other.db"
    other.write_bytes(b"")
    standing = (person.data / "applyonce.db").read_bytes()

    for named in ([], [newest["name"]], [str(other)], [str(person.home / "none.db")], ["applyonce-1999"]):
        assert refusal(await person.runs("restore", *named, "--yes", "--json"))["message"], named
    states = [one["problem"] for one in (await person.runs("backup", "--list", "--json")).data["backups"]]
    assert [problem is None for problem in states] == [False, True]
    assert (person.data / "applyonce.db").read_bytes() == standing
    assert folders_aside(person) == []

    restored = await person.runs("restore", oldest["name"].removesuffix(".db"), "--yes", "--json")
    assert restored.data["restored"]["name"] == oldest["name"]
    assert len((await person.runs("jobs", "--json")).data["items"]) == 1


async def test_nobody_s_database_is_replaced_without_a_yes(person: Person) -> None:
    async with APIClient(home=person.data, start=True) as client:
        await client.identify(BEFORE)
        await person.runs("backup")
        await end_companion(person, client)

    unasked = await person.runs("restore")
    assert unasked.code == 1
    assert "--yes" in unasked.err
    for answer, code in (("n", 1), ("", 1), ("yes", 0)):
        assert await answers(person, answer) == code, answer
    assert len(folders_aside(person)) == 1


async def answers(person: Person, answer: str) -> int:
    """Run `restore` on a terminal, answer its question, and return its exit code."""
    ours, theirs = pty.openpty()
    try:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "companion.cli", "restore",
            stdin=theirs, stdout=theirs, stderr=theirs, env=person.environment,
        )  # fmt: skip
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        async with asyncio.timeout(40):
            return await process.wait()
    finally:
        os.close(ours)
