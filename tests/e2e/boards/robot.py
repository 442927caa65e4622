"""Auto-apply, set on one job, and its tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e import world
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from playwright.async_api import Page

    from companion.demo.catalogue import Posting
    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.companion_process import CompanionProcess


async def set_on(companion: CompanionProcess, job: Posting) -> None:
    """Queue the job and start auto-apply."""
    await companion.post("/api/v1/auto-apply/queue", {"urls": [job.url]})
    await companion.post("/api/v1/auto-apply/start", {})


async def until_parked(companion: CompanionProcess, job: Posting, reason: str) -> None:
    """Wait until the application waits for the user, for this reason."""
    seen: object = None

    async def parked() -> bool:
        nonlocal seen
        found = await world.application(companion, job) or {}
        seen = (found.get("status_name"), found.get("parked"))
        return seen == ("in_progress", reason)

    try:
        await until(parked, f"{job.id} to be parked for {reason}", seconds=40)
    except AssertionError as error:
        raise AssertionError(f"{error}; it was {seen}, after {await world.events(companion, job)}") from None


async def until_given_up(companion: CompanionProcess, job: Posting) -> str:
    """Wait until the job waits in the queue for good, and return why."""

    async def why() -> str | None:
        items = (await companion.get("/api/v1/auto-apply"))["queue"]
        mine = [item for item in items if item["job"]["id"] == world.id_of(job)]
        return str(mine[0]["why"]) if mine and mine[0]["state"] == "waiting_for_user" else None

    return await until(why, f"auto-apply to give {job.id} up", seconds=40)


async def tab(chromium: Chromium, job: Posting) -> Page:
    """Return the tab that shows this job's host."""
    domain = ".".join(job.host.split(".")[-2:])

    def found() -> Page | None:
        pages = [page for page in chromium.context.pages if domain in page.url]
        return pages[-1] if pages else None

    return await until(found, f"a tab at {domain}")
