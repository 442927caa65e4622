"""What the tests of auto-apply ask of it, and do as the browser in whose tabs it works."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from tests.integration.service.actors import PATIENCE_SECONDS

if TYPE_CHECKING:
    from tests.integration.service.actors import Client, Extension, Service

JOB = "https://jobs.lever.co/acme/0c7a3b1e-0000-4000-8000-000000000001"


async def state(client: Client) -> Any:
    """Return what auto-apply says of itself."""
    answer = await client.get("/api/v1/auto-apply")
    assert answer.status == 200, answer.raw
    return answer.body


async def begin(client: Client) -> None:
    """Queue one job and start, without a pause between two of one host."""
    rules = {"auto_apply": {"min_interval_seconds": 0}}
    assert (await client.send("PUT", "/api/v1/settings", json=rules)).status == 200
    assert (await client.post("/api/v1/auto-apply/queue", {"urls": [JOB]})).status in (200, 201)
    assert (await client.post("/api/v1/auto-apply/start", {})).status == 200


async def asked_to_open(extension: Extension) -> Any:
    """Return the next command to open a tab."""
    while True:
        frame = await extension.next()
        assert frame is not None, "the stream ended"
        if frame.get("cmd") == "open_tab":
            return frame


async def until_waiting(it: Service, text: str) -> Any:
    """Wait until auto-apply says that it waits for this."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while True:
            found = await state(it.client)
            if text in found["waiting_for"]:
                return found
            await asyncio.sleep(0.02)


async def work_on(extension: Extension, command: Any, tab_id: int) -> dict[str, Any]:
    """Take over in a tab what auto-apply has opened there; returns what names it to the companion."""
    it = {"application_id": command["application_id"], "fence": command["fence"]}
    holder = {"kind": "agent", "session": "s1", "tab_id": tab_id, "frame_id": 0, "document_id": f"d{tab_id}"}
    assert (await extension.call("rebind", {**it, "holder": holder}, key=f"rebind-{tab_id}"))["ok"]
    await extension.send({"cid": command["cid"], "ok": True, "tab_id": tab_id})
    return it
