"""Jobs at the command line: found, listed, shown, decided."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import os
import signal
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from companion.client import APIClient
from companion.messages.shapes import Evidence, HolderRequest, SentField

if TYPE_CHECKING:
    from tests.integration.cli.person import Person

GREENHOUSE = "https://boards.greenhouse.io/acme/jobs/4012345"
LEVER = "https://jobs.lever.co/acme/0f6a1a4c-3b2c-4c1e-9d5c-0f6a1a4c2b11"
HOSTILE = "Engineer\x1b]0;owned\x07\x1b[2J\u202e"
TAB = HolderRequest(kind="tab", session="s", tab_id=12, frame_id=0, document_id="d")


async def started(person: Person) -> APIClient:
    client = APIClient(home=person.data, start=True)
    await client.ensure_running()
    return client


async def test_a_command_starts_the_companion_and_status_does_not(person: Person) -> None:
    before = await person.runs("status", "--json")
    assert before.data == {"running": False, "home": str(person.data)}
    assert "not running" in (await person.runs("status")).out
    assert not (person.data / "http.sock").exists()

    assert (await person.runs("jobs", "--json")).data == {"items": [], "next": None}

    after = await person.runs("status", "--json")
    assert after.data["running"] is True
    assert after.data["health"]["status"] == "ok"


async def test_status_is_watched_as_it_changes_until_the_companion_ends(person: Person) -> None:
    async with await started(person) as client:
        job = (await client.identify(GREENHOUSE, title="Engineer")).job
        pid = (await client.health()).pid
        watching = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "companion.cli", "status", "--watch", "--json",
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE, env=person.environment,
            limit=1_000_000,
        )  # fmt: skip
        assert watching.stdout is not None
        async with asyncio.timeout(30):
            first = json.loads(await watching.stdout.readline())
            await client.apply(job.id, TAB)
            while not (now := json.loads(await watching.stdout.readline()))["in_progress"]:
                assert now["running"]
    os.kill(pid, signal.SIGTERM)
    _, err = await watching.communicate()

    assert first["in_progress"] == []
    assert now["in_progress"][0]["job"]["title"] == "Engineer"
    assert (watching.returncode, err) == (1, b"The companion has ended.\n")


async def test_many_commands_at_once_share_one_companion(person: Person) -> None:
    said = await asyncio.gather(*(person.runs("queue", "add", f"{GREENHOUSE}{n}") for n in range(6)))

    assert [one.code for one in said] == [0] * 6, said
    assert len((await person.runs("queue", "list", "--json")).data["queue"]) == 6


async def test_a_job_is_found_by_id_key_address_and_words(person: Person) -> None:
    async with await started(person) as client:
        rust = (
            await client.identify(GREENHOUSE, title="Rust Engineer", company="Acme", location="Berlin")
        ).job
        await client.identify(LEVER, title="Senior Rust Engineer", company="Other", location="Paris")

    for named in (
        str(rust.id),
        str(rust.id)[:8],
        rust.key,
        f"{GREENHOUSE}?utm_source=x",
        "rust berlin",
        "Rust Engineer",
    ):
        found = await person.runs("job", named, "--json")
        assert found.data["job"]["id"] == str(rust.id), named

    ambiguous = await person.runs("job", "rust")
    assert ambiguous.code == 1
    assert "“rust” means 2 jobs" in ambiguous.err
    assert str(rust.id)[:8] in ambiguous.err

    unknown = await person.runs("job", "haskell")
    assert (unknown.code, unknown.out) == (1, "")
    assert "No job is known as “haskell”" in unknown.err
    assert "applyonce jobs" in unknown.err


async def test_a_hostile_title_cannot_steer_the_terminal(person: Person) -> None:
    async with await started(person) as client:
        job = (
            await client.identify(GREENHOUSE, title=HOSTILE, company="[bold]Acme", location="x\x9b31m")
        ).job
        await client.auto_apply_queue([GREENHOUSE])
        await client.add_answer(HOSTILE, "Yes\x1b[2J")
        sent = SentField(label=HOSTILE, value=HOSTILE)
        await client.report_submission(
            job.id,
            datetime.now(UTC),
            evidence=Evidence(kind="text", url=f"https://x/{HOSTILE}", text=HOSTILE, fields=[sent]),
        )

    for command in (["jobs"], ["job", str(job.id)], ["queue", "list"], ["answers", "list"]):
        piped = await person.runs(*command)
        on_terminal = await person.sees(*command)
        for shown in (piped.out + piped.err, on_terminal):
            assert [c for c in ("\x1b]", "\x1b[2J", "\x07", "\u202e", "\x9b") if c in shown] == [], command
    assert "[bold]Acme" in await person.sees("jobs")


async def test_what_a_tab_holds_is_refused_with_who_holds_it(person: Person) -> None:
    async with await started(person) as client:
        job = (await client.identify(GREENHOUSE, title="Engineer")).job
        await client.apply(job.id, TAB)

        refused = await person.runs("set-status", job.key, "in_progress")
        assert refused.code == 1
        assert "Application already in progress" in refused.err
        assert "Held by" in refused.err
        assert (await client.job(job.id)).attempts[0].ended_at is None

    as_json = await person.runs("set-status", job.key, "applied", "--json")
    assert (as_json.code, as_json.out) == (1, "")
    assert json.loads(as_json.err)["message"]


async def test_an_address_never_seen_can_be_set_to_applied(person: Person) -> None:
    done = await person.runs("set-status", GREENHOUSE, "applied", "--json")

    assert done.data["status"] == "applied"
    assert (await person.runs("jobs", "--status", "2", "--json")).data["items"][0]["job"]["url"] == GREENHOUSE
    assert (await person.runs("set-status", "greenhouse:4012345", "in_progress")).code == 1


async def test_an_open_outcome_is_resolved_by_the_user(person: Person) -> None:
    async with await started(person) as client:
        job = (await client.identify(GREENHOUSE, title="Engineer")).job
        await client.report_submission(job.id, datetime.now(UTC))
    status = await person.runs("status")
    assert "applyonce resolve" in status.out

    done = await person.runs("resolve", "engineer", "applied", "--note", "mail came", "--json")

    assert done.data["application"]["status_name"] == "applied"


async def test_what_was_never_begun_cannot_be_resolved(person: Person) -> None:
    async with await started(person) as client:
        await client.identify(GREENHOUSE, title="Engineer")

    refused = await person.runs("resolve", GREENHOUSE, "applied")

    assert refused.code == 1
    assert "nothing to resolve" in refused.err
    assert "set-status" in refused.err


async def test_the_queue_takes_addresses_from_a_pipe_and_gives_jobs_back(person: Person) -> None:
    added = await person.runs("queue", "add", "-", "--json", stdin=f"{GREENHOUSE}\n{LEVER}\n".encode())
    assert len(added.data["queue"]) == 2

    assert (await person.runs("queue", "remove", GREENHOUSE)).code == 0
    left = (await person.runs("queue", "list", "--json")).data["queue"]
    assert [item["job"]["url"] for item in left] == [LEVER]

    again = await person.runs("queue", "remove", GREENHOUSE)
    assert (again.code, "is not in the queue" in again.err) == (1, True)
    assert (await person.runs("queue", "add", "not an address")).code == 1
    assert (await person.runs("queue", "add", "-")).code == 1


async def test_auto_apply_is_started_and_stopped(person: Person) -> None:
    assert (await person.runs("auto", "start", "--json")).data["state"] == "running"
    assert "running" in (await person.runs("auto", "status")).out
    assert (await person.runs("auto", "stop", "--json")).data["state"] == "stopped"

    misused = await person.runs("auto", "start", "--headless")
    assert (misused.code, "--own-browser" in misused.err) == (2, True)


async def test_an_export_has_everything_and_opens_safely(person: Person) -> None:
    async with await started(person) as client:
        await client.identify(GREENHOUSE, title='=cmd|"/c calc"!A1', company="@Acme")
        await person.runs("set-status", GREENHOUSE, "applied")
        await client.add_answer("Why?", "Because.")

    exported = (await person.runs("export")).data
    (record,) = exported["jobs"]
    assert record["application"]["status_name"] == "applied"
    assert record["evidence"][0]["kind"] == "user"
    assert exported["answers"][0]["answer"] == "Because."
    assert {"profile", "documents", "settings", "version"} <= set(exported)

    (row,) = csv.DictReader(io.StringIO((await person.runs("export", "--format", "csv")).out))
    assert row["title"].startswith("'=cmd")
    assert row["company"] == "'@Acme"
    assert row["evidence_kind"] == "user"

    out = str(person.home / "all.json")
    assert (await person.runs("export", "--out", out)).code == 0
    again = await person.runs("export", "--out", out)
    assert (again.code, "exists already" in again.err) == (1, True)


async def test_a_reader_that_has_seen_enough_is_no_error(person: Person) -> None:
    async with await started(person) as client:
        for number in range(30):
            await client.identify(f"https://jobs.example.com/{number}", title="x" * 5_000)
    command = f"set -o pipefail; '{sys.executable}' -m companion.cli jobs | head -n 1 >/dev/null"

    process = await asyncio.create_subprocess_exec(
        "bash", "-c", command, stderr=asyncio.subprocess.PIPE, env=person.environment
    )
    _, err = await process.communicate()

    assert (process.returncode, err) == (0, b"")
