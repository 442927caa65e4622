"""The companion that hostile pages would like to reach, and what is asked of it afterwards."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import aiohttp

from companion.identity import identify, job_id
from tests.e2e import world
from tests.e2e.harness.companion_process import (
    APPLYONCE,
    CompanionProcess,
    companion_environment,
    data_directory,
)
from tests.e2e.hostile.site import BOARD

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from playwright.async_api import Page

    from tests.e2e.harness.chromium import Chromium


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@asynccontextmanager
async def companion_on_tcp(port: int, log: Path) -> AsyncIterator[CompanionProcess]:
    """Run a companion with an applicant in it, which listens on TCP too."""
    async with data_directory() as home:
        command = (str(APPLYONCE), "serve", "--port", str(port))
        companion = CompanionProcess(home, log, companion_environment(home), command)
        async with world.running(companion):
            yield companion


async def listens_on(companion: CompanionProcess, port: int) -> bool:
    """Say whether the companion's API is on this port, for whoever has its token."""
    token = (companion.home / "token").read_text(encoding="utf-8").strip()
    async with aiohttp.ClientSession(headers={"Authorization": f"Bearer {token}"}) as client:
        answer = await client.get(f"http://127.0.0.1:{port}/api/v1/health")
        return answer.status == 200


def job(number: int) -> Any:
    """Return what `world` asks of a posting: its address and its name."""
    url = f"{BOARD}/acme/jobs/{number}"
    return SimpleNamespace(id=str(number), url=url, apply_url=url, board="greenhouse")


def id_of(number: int) -> str:
    """Return a job's id."""
    return str(job_id(identify(job(number).url).key))


async def claims(companion: CompanionProcess, number: int) -> int:
    """Return how often a job was claimed."""
    reply = await companion.request("GET", f"/api/v1/jobs/{id_of(number)}")
    if reply.status == 404:
        return 0
    return [event["kind"] for event in reply.body["events"]].count("claimed")


async def known_jobs(companion: CompanionProcess) -> set[str]:
    """Return the keys of all jobs that the companion knows."""
    return {item["job"]["key"] for item in (await companion.get("/api/v1/jobs?limit=200"))["items"]}


async def until_filled(companion: CompanionProcess, number: int) -> None:
    """Wait until a job's form is filled."""
    await world.until_filled(companion, job(number))


async def shown(chromium: Chromium, url: str) -> Page:
    """Open a job's page in Chromium and wait for the button."""
    page = await chromium.open(url)
    await chromium.button(page).wait_for_status("pending")
    return page
