"""Four processes ask for the same fifty jobs at once: each job is granted once."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.timeout(120)
JOBS, PROCESSES, CALLS_EACH = 50, 4, 50

CLIENT = """
import asyncio, json, sys
import aiohttp

async def main(socket, ids):
    connector = aiohttp.UnixConnector(socket, limit=0)
    async with aiohttp.ClientSession("http://localhost", connector=connector) as client:
        async def ask(number, job_id):
            holder = {"kind": "tab", "session": sys.argv[2], "tab_id": number}
            async with client.post(f"/api/v1/jobs/{job_id}/apply", json={"holder": holder}) as reply:
                return job_id, reply.status, await reply.json()
        print("ready", flush=True)
        sys.stdin.readline()
        print(json.dumps(await asyncio.gather(*(ask(n, job_id) for n, job_id in enumerate(ids)))))

asyncio.run(main(sys.argv[1], json.loads(sys.argv[3])))
"""


async def test_200_concurrent_calls_from_4_processes_for_50_jobs(tmp_path: Path) -> None:
    async with data_directory() as home:
        companion = CompanionProcess(home, tmp_path / "companion.log", companion_environment(home))
        try:
            await companion.start()
            addresses = [
                f"https://jobs.lever.co/acme/{number:08}-0000-4000-8000-000000000000"
                for number in range(JOBS)
            ]
            ids = [(await companion.post("/api/v1/jobs", {"url": url}))["job"]["id"] for url in addresses]

            replies = await _ask_at_once(str(home / "http.sock"), ids)

            assert len(replies) == PROCESSES * CALLS_EACH
            granted = Counter(job_id for job_id, status, _ in replies if status == 200)
            assert granted == Counter(ids), "each job exactly once"
            refused = [body for _, status, body in replies if status != 200]
            assert len(refused) == PROCESSES * CALLS_EACH - JOBS
            for body in refused:
                assert body["message"] == "Application already in progress"
                assert body["status"] == "in_progress"
                assert body["code"] == "in_progress"
                assert {"application_id", "holder"} <= body.keys()
                assert "since" in body["holder"]
            assert {status for _, status, _ in replies} == {200, 409}
        finally:
            companion.end()


async def _ask_at_once(socket: str, ids: list[str]) -> list[tuple[str, int, dict[str, Any]]]:
    clients = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            CLIENT,
            socket,
            f"session-{number}",
            json.dumps(ids),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=16 * 1024 * 1024,
        )
        for number in range(PROCESSES)
    ]
    for client in clients:
        assert client.stdout is not None
        assert (await client.stdout.readline()).strip() == b"ready"
    outputs = await asyncio.gather(*(client.communicate(b"go\n") for client in clients))
    return [tuple(reply) for output, _ in outputs for reply in json.loads(output)]
