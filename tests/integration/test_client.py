"""The Python client against the real companion."""

from __future__ import annotations

import asyncio
import re
import socket
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.client import APIClient, APIError, CompanionUnavailable
from companion.messages.applications import FormField, TypedField
from companion.messages.settings import Settings
from companion.messages.shapes import Evidence, HolderRequest, NotSentProof, Progress, SentField
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.processes import start
from tests.e2e.harness.waiting import until
from tests.integration.cutting_proxy import CuttingProxy, cutting_proxy

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.integration.cutting_proxy import Moment

URL = "https://boards.greenhouse.io/acme/jobs/4012345"
TAB = HolderRequest(kind="tab", session="s", tab_id=12, frame_id=0, document_id="d")


@pytest.fixture
async def companion(tmp_path: Path) -> AsyncIterator[CompanionProcess]:
    """Give a running companion on a data directory of its own."""
    async with data_directory() as home:
        process = CompanionProcess(home, tmp_path / "companion.log", companion_environment(home))
        await process.start()
        try:
            yield process
        finally:
            await process.stop()


@pytest.fixture
async def client(companion: CompanionProcess) -> AsyncIterator[APIClient]:
    async with APIClient(home=companion.home) as client:
        yield client


@pytest.fixture
async def proxy(companion: CompanionProcess) -> AsyncIterator[tuple[CuttingProxy, APIClient]]:
    """Give a proxy that loses connections, and a client that goes through it."""
    with tempfile.TemporaryDirectory(prefix="applyonce-", dir="/tmp") as folder:
        async with (
            cutting_proxy(companion.home / "http.sock", Path(folder) / "http.sock") as proxy,
            APIClient(home=Path(folder)) as client,
        ):
            yield proxy, client


async def test_a_job_is_claimed_completed_and_not_claimed_again(client: APIClient) -> None:
    job = (await client.identify(URL, title="Engineer")).job

    assert await client.update_job_status(job.id, "IN_PROGRESS") is True
    assert await client.update_job_status(job.id, "IN_PROGRESS") is False
    assert await client.update_job_status(job.id, "APPLIED") is True
    assert await client.update_job_status(str(job.id), "PENDING") is False
    assert await client.update_job_status(job.id, "IN_PROGRESS") is False

    found = await client.job(job.id)
    assert found.application is not None
    assert found.application.status_name == "applied"


async def test_a_job_given_back_can_be_claimed_again(client: APIClient) -> None:
    job = (await client.identify(URL)).job

    assert await client.update_job_status(job.id, "IN_PROGRESS")
    assert await client.update_job_status(job.id, "PENDING")
    assert await client.update_job_status(job.id, "IN_PROGRESS")


async def test_of_twenty_at_once_one_gets_the_job(companion: CompanionProcess, client: APIClient) -> None:
    job = (await client.identify(URL)).job

    async def claim() -> bool:
        async with APIClient(home=companion.home) as other:
            return await other.update_job_status(job.id, "IN_PROGRESS")

    assert sum(await asyncio.gather(*(claim() for _ in range(20)))) == 1


@pytest.mark.parametrize("job_id", ["not-an-id", "00000000-0000-4000-8000-000000000000"])
async def test_an_unknown_job_is_an_error_and_no_false(client: APIClient, job_id: str) -> None:
    with pytest.raises(APIError) as refused:
        await client.update_job_status(job_id, "IN_PROGRESS")
    assert (refused.value.status, refused.value.code) == (404, "not_found")


async def test_a_refusal_tells_who_holds_the_job(client: APIClient) -> None:
    job = (await client.identify(URL)).job
    grant = await client.apply(job.id, TAB)

    with pytest.raises(APIError) as refused:
        await client.apply(job.id)

    assert (refused.value.status, refused.value.code) == (409, "in_progress")
    assert refused.value.body["application_id"] == str(grant.application_id)
    assert refused.value.body["holder"]["tab_id"] == 12


async def test_what_does_not_fit_names_the_field(client: APIClient) -> None:
    with pytest.raises(APIError, match="limit") as refused:
        await client.jobs(limit=10_000)
    assert (refused.value.status, refused.value.code) == (422, "invalid")


async def test_all_jobs_are_gone_through_page_by_page(client: APIClient) -> None:
    for number in range(7):
        await client.identify(f"https://jobs.example.com/{number}", title=f"Job {number}")

    first = await client.jobs(limit=3)
    assert (len(first.items), first.next is None) == (3, False)
    assert len((await client.jobs(limit=3, cursor=first.next)).items) == 3
    assert {item.job.title async for item in client.all_jobs()} == {f"Job {number}" for number in range(7)}
    assert [item.job.title async for item in client.all_jobs(q="job 3")] == ["Job 3"]


async def test_a_holder_s_whole_way(client: APIClient) -> None:
    await client.save_profile({"basics": {"name": "Ada Lovelace", "email": "ada@example.com"}})
    document = await client.add_document(b"%PDF-1.4\n" + b"%" * 600_000, "resume.pdf")
    job = (await client.identify(URL, title="Engineer", company="Acme")).job
    grant = await client.apply(job.id, TAB)
    held = (grant.application_id, grant.fence)

    assert (await client.heartbeat(*held, Progress(step="filling", filled=1, total=2))).lease_seconds > 0
    fields = [
        FormField(id="f1", kind="text", label="First name", required=True),
        FormField(id="f2", kind="file", label="Resume"),
    ]
    plan = await client.plan(*held, URL, fields)
    assert {value.id: value.value for value in plan.values}["f1"] == "Ada"
    file = await client.document(grant.application_id, document.id, grant.fence)
    assert (file.name, file.mime, len(file.content)) == ("resume.pdf", "application/pdf", document.size)
    await client.save_draft(*held, [SentField(label="First name", value="Ada")])
    assert (await client.draft(*held)).fields[0].value == "Ada"
    assert (await client.park(*held, "captcha")).parked == "captcha"
    assert (await client.resume(*held)).parked is None
    rebound = HolderRequest(kind="tab", session="s", tab_id=12, frame_id=0, document_id="e")
    moved = await client.rebind(*held, rebound)
    assert moved.holder is not None
    assert moved.holder.document_id == "e"

    typed = TypedField(id="f1", kind="text", label="Why us?", typed=True)
    await client.note_answers(*held, [typed])
    permit = await client.begin_submit(*held)
    proof = NotSentProof(kind="client_validation", detail="a field was red")
    kept = await client.fail(grant.application_id, permit.fence, "red", not_sent_proof=proof, keep=True)
    assert kept.fence == grant.fence + 1
    await client.begin_submit(kept.id, kept.fence)
    evidence = Evidence(
        kind="address",
        url="https://x/thanks",
        fields=[SentField(label="First name", value="Ada"), SentField(label="Why us?", value="Because")],
    )
    assert (await client.confirm(kept.id, kept.fence, evidence)).status_name == "applied"
    (offer,) = await client.offered_answers()
    assert offer.application_id == kept.id
    assert (await client.keep_answers(kept.id, ["Why us?"]))[0].answer == "Because"
    (stored,) = await client.evidence(kept.id)
    assert (stored.url, stored.fields[0].value) == ("https://x/thanks", "Ada")
    assert (await client.new_cycle(job.id, note="again")).cycle == 2


async def test_outcomes_and_joins(client: APIClient) -> None:
    one = (await client.identify(URL, title="Engineer")).job
    two = (await client.identify("https://jobs.example.com/engineer", title="Engineer")).job
    grant = await client.begin_submit_job(one.id, TAB)
    assert (await client.fail(grant.application_id, grant.fence, "crash")).status_name == "unconfirmed"
    assert (await client.resolve(grant.application_id, "applied", note="mail")).status_name == "applied"
    joined = await client.same_job(two.id, one.id)
    assert (await client.job(two.id)).job.id == joined.id
    three = (await client.identify("https://jobs.example.com/3")).job
    assert (await client.report_submission(three.id, datetime.now(UTC))).status_name == "unconfirmed"
    four = (await client.identify("https://jobs.example.com/4")).job
    held = await client.apply(four.id, TAB)
    taken = await client.take_over(held.application_id, HolderRequest(kind="tab", session="s", tab_id=13))
    assert taken.fence == held.fence + 1
    assert (await client.release(taken.application_id, taken.fence)).status_name == "pending"


async def test_the_user_s_own_things(client: APIClient) -> None:
    answer = await client.add_answer("Why?", "Because.")
    assert (await client.change_answer(answer.id, "Why?", "So.")).answer == "So."
    await client.delete_answer(answer.id)
    assert await client.answers() == []
    document = await client.add_document(b"%PDF-1.4\n", "a.pdf", "cover_letter")
    assert (await client.change_document(document.id, name="b.pdf", rule="rust")).rule == "rust"
    await client.delete_document(document.id)
    assert await client.documents() == []
    saved = await client.save_settings(Settings(preview="always"))
    assert (await client.settings()).preview == saved.preview == "always"
    preview = await client.preview_plan(URL, [FormField(id="f1", kind="text", label="Favourite colour")])
    assert [left.id for left in preview.unanswered] == ["f1"]
    assert (await client.auto_apply_queue([URL])).queue
    job = (await client.identify(URL)).job
    assert (await client.auto_apply_dequeue(job.id)).queue == []
    assert (await client.auto_apply_start()).state == "running"
    assert (await client.auto_apply_stop()).state == "stopped"
    assert (await client.auto_apply()).state == "stopped"
    assert "applyonce_claims_total" in await client.metrics()
    assert await client.profile() is not None


async def test_events_are_told_from_the_beginning_and_as_they_happen(client: APIClient) -> None:
    job = (await client.identify(URL)).job
    await client.apply(job.id, TAB)
    history = await client.events(since=0)
    assert history.events

    told = []
    async with asyncio.timeout(15):
        async for event in client.stream_events(since=0):
            told.append(event)
            if len(told) == len(history.events):
                await client.update_job_status(
                    (await client.identify("https://jobs.example.com/2")).job.id, "IN_PROGRESS"
                )
            if len(told) > len(history.events):
                break
    assert [event.seq for event in told[:-1]] == [event.seq for event in history.events]
    assert told[-1].seq > history.seq


async def test_a_stream_outlasts_the_time_that_one_answer_may_take(companion: CompanionProcess) -> None:
    async with APIClient(home=companion.home, request_seconds=1) as client, asyncio.timeout(15):
        events = client.stream_events()
        first = asyncio.ensure_future(anext(events))
        began = time.monotonic()
        await until(lambda: time.monotonic() - began > 1.5, "the time for one answer to be over")

        await client.update_job_status((await client.identify(URL)).job.id, "IN_PROGRESS")

        assert (await first).seq > 0
        await events.aclose()


async def test_a_stream_without_a_companion_is_an_error_of_the_client(tmp_path: Path) -> None:
    async with APIClient(home=tmp_path) as client:
        with pytest.raises(CompanionUnavailable, match="not running"):
            await anext(client.stream_events())


@pytest.mark.parametrize("moment", ["before_request", "before_reply", "within_reply"])
async def test_a_lost_connection_claims_once_and_answers_once(
    proxy: tuple[CuttingProxy, APIClient], client: APIClient, moment: Moment
) -> None:
    cutting, through_it = proxy
    job = (await client.identify(URL)).job
    cutting.cuts = [moment, moment]

    grant = await through_it.apply(job.id, TAB)

    assert grant.fence == 1
    found = await client.job(job.id)
    assert [event.kind for event in found.events].count("claimed") == 1
    assert [event.kind for event in found.events].count("refused") == 0
    keys = {re.search(rb"Idempotency-Key: (\w+)", request)[1] for request in cutting.requests}  # type: ignore[index]
    assert len(keys) == 1


async def test_two_calls_have_two_keys(proxy: tuple[CuttingProxy, APIClient]) -> None:
    cutting, through_it = proxy

    await through_it.add_answer("Why?", "Because.")
    await through_it.add_answer("Why?", "Because.")

    keys = {re.search(rb"Idempotency-Key: (\w+)", request)[1] for request in cutting.requests}  # type: ignore[index]
    assert len(keys) == 2


async def test_a_connection_that_is_always_lost_ends_in_an_error_that_admits_it(
    proxy: tuple[CuttingProxy, APIClient], client: APIClient
) -> None:
    cutting, through_it = proxy
    job = (await client.identify(URL)).job
    cutting.cuts = ["before_reply"] * 20

    with pytest.raises(CompanionUnavailable, match="not known") as failed:
        await through_it.apply(job.id, TAB)

    assert failed.value.sent
    assert [event.kind for event in (await client.job(job.id)).events].count("claimed") == 1


async def test_a_caller_s_own_key_is_replayed_in_a_later_call(client: APIClient) -> None:
    params = {"question": "Why?", "answer": "Because."}

    first = await client.call("add_answer", params, key="mine-1")

    assert await client.call("add_answer", params, key="mine-1") == first
    assert len(await client.answers()) == 1


async def test_a_companion_that_ended_is_started_again_within_a_call(companion: CompanionProcess) -> None:
    async with APIClient(home=companion.home, start=True) as client:
        job = (await client.identify(URL)).job
        companion.kill()

        assert await client.update_job_status(job.id, "IN_PROGRESS")
        assert (await client.health()).pid != companion.pid


STARTS_ONE = """
import asyncio, pathlib, sys
from companion.client import APIClient

async def main():
    async with APIClient(home=pathlib.Path(sys.argv[1]), start=True) as client:
        await client.identify("https://boards.greenhouse.io/acme/jobs/1")

asyncio.run(main())
"""


async def test_a_program_leaves_the_companion_that_it_started_without_a_word() -> None:
    async with data_directory() as home:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-W", "default::ResourceWarning", "-c", STARTS_ONE, str(home)),
            stderr=asyncio.subprocess.PIPE,
        )
        _, said = await asyncio.wait_for(process.communicate(), 40)

        assert (process.returncode, said.decode()) == (0, "")
        async with APIClient(home=home) as client:
            assert await client.is_running(), "it outlives who started it"


async def test_none_running_is_said_at_once(tmp_path: Path) -> None:
    async with APIClient(home=tmp_path) as client:
        assert await client.is_running() is False
        with pytest.raises(CompanionUnavailable, match="applyonce serve") as failed:
            await client.update_job_status("00000000-0000-4000-8000-000000000000", "APPLIED")
    assert not failed.value.sent
    assert failed.value.code == "companion_unavailable"


async def test_over_tcp_the_token_decides(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    async with data_directory() as home:
        command = [sys.executable, "-m", "companion.cli", "serve", "--port", str(port)]
        server = start(command, log=tmp_path / "companion.log", environment=companion_environment(home))
        try:
            async with APIClient(home=home) as local:
                await until(local.is_running, "the companion to serve")
            token = (home / "token").read_text().strip()
            async with APIClient(base_url=f"http://127.0.0.1:{port}", token=token) as client:
                assert (await client.health()).status == "ok"
            async with APIClient(base_url=f"http://127.0.0.1:{port}", token="wrong") as stranger:
                with pytest.raises(APIError) as refused:
                    await stranger.jobs()
            assert (refused.value.status, refused.value.code) == (401, "unauthorized")
        finally:
            await server.stop()
