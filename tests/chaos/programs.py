"""What works on jobs without a browser of its own: auto-apply, by its queue, and a program over HTTP."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import aiohttp

from tests.chaos.scene import id_of, told

if TYPE_CHECKING:
    import random

    from companion.demo.posting import Posting
    from tests.chaos.journal import Journal
    from tests.chaos.scene import Scene
    from tests.e2e.harness.companion_process import Reply

TRIES = 40
RETRY_SECONDS = 0.5
GONE = (aiohttp.ClientError, OSError, TimeoutError)


async def insist(scene: Scene, method: str, path: str, body: object) -> Reply | None:
    """Ask the companion until it has answered, under one key, as a client does that must know.

    None when it has not answered often enough.
    """
    key = str(uuid4())
    for _ in range(TRIES):
        try:
            reply = await scene.companion.request(method, path, body, idempotency_key=key)
        except GONE:
            await asyncio.sleep(RETRY_SECONDS)
            continue
        if reply.status < 500:
            return reply
        await asyncio.sleep(RETRY_SECONDS)
    return None


async def enqueue(scene: Scene, journal: Journal, posting: Posting) -> None:
    """Give a job to auto-apply."""
    reply = await insist(scene, "POST", "/api/v1/auto-apply/queue", {"urls": [posting.url]})
    scene.diary.note("auto-apply", f"{posting.id} queued: {reply.status if reply else 'no answer'}")
    if reply is not None and reply.status == 200:
        journal.known_jobs.add(id_of(posting))


class Program:
    """An outside program that claims jobs, and gives them back or forgets them."""

    def __init__(self, scene: Scene, journal: Journal, random: random.Random) -> None:
        self._scene = scene
        self._journal = journal
        self._random = random

    async def work_on(self, posting: Posting) -> None:
        """Claim a job; if it was granted, mostly give it back."""
        try:
            await self._work_on(posting)
        except GONE as error:
            self._scene.diary.note("program", f"{posting.id} gives up: {told(error)}")

    async def _work_on(self, posting: Posting) -> None:
        job, status = id_of(posting), f"/api/v1/jobs/{id_of(posting)}/status"
        await insist(self._scene, "POST", "/api/v1/jobs", {"url": posting.url})
        reply = await insist(self._scene, "PATCH", status, {"status": 7})
        if reply is None or reply.status != 200:
            self._scene.diary.note("program", f"{posting.id} refused: {reply.body if reply else None}")
            return
        application = _application(reply)
        self._journal.claims.add((str(application["id"]), int(application["fence"])))
        self._scene.diary.note("program", f"{posting.id} claimed at fence {application['fence']}")
        await asyncio.sleep(self._random.uniform(0.2, 3))
        if self._random.random() < 0.3:
            return
        back = await insist(self._scene, "PATCH", status, {"status": 1, "fence": application["fence"]})
        self._scene.diary.note("program", f"{posting.id} given back: {back.status if back else None} {job}")


def _application(reply: Reply) -> dict[str, Any]:
    found = reply.body
    return dict(found.get("application", found))
