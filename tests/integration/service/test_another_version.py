"""What another version of ApplyOnce has stored: the companion shows what it can read, and guesses nothing."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from tests.integration.service.actors import service
from tests.integration.service.auto_apply_actors import begin, state, until_waiting

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.service.actors import Service


async def store(it: Service, name: str, value: object) -> None:
    """Store a value of the user as it is."""
    text = json.dumps(value)
    await it.running.dispatcher.store.write(
        lambda tx: tx.run("set_user_value", user_id=1, name=name, value=text)
    )


OF_ANOTHER_VERSION: dict[str, Any] = {
    "auto_apply": {
        "min_interval_seconds": 5,
        "quiet_hours": {"from": "22:00"},
        "default_board_policy": "by_the_moon",
        "boards": {"lever": "submit", "ashby": "by_the_moon"},
        "concurrency": {"each": 3},
    },
    "preview": "never",
    "theme": "dark",
}


async def test_settings_are_shown_as_far_as_they_can_be_read(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        await store(it, "settings", OF_ANOTHER_VERSION)
        shown = await it.client.get("/api/v1/settings")
        assert shown.status == 200, shown.raw
        settings = shown.body["settings"]
        assert (settings["preview"], settings["auto_apply"]["min_interval_seconds"]) == ("never", 5)
        assert settings["auto_apply"]["boards"] == {"lever": "submit"}
        assert settings["auto_apply"]["default_board_policy"] == "ask_before_submit"
        assert (await it.client.send("PUT", "/api/v1/settings", json=settings)).status == 200


async def test_auto_apply_does_nothing_by_settings_that_it_cannot_read(tmp_path: Path) -> None:
    async with service(tmp_path) as it, it.extension() as extension:
        await extension.hello()
        await store(it, "settings", OF_ANOTHER_VERSION)
        assert (await it.client.post("/api/v1/auto-apply/start", {})).status == 200

        await until_waiting(it, "your settings are from another version")

        await begin(it.client)  # saves them
        await until_waiting(it, "working")


async def test_a_start_that_this_version_does_not_know_keeps_no_companion_from_starting(
    tmp_path: Path,
) -> None:
    async with service(tmp_path) as it:
        asked = {"executor": "somewhere_else", "headless": False}
        await store(it, "auto_apply", {"running": True, "asked": asked})
    async with asyncio.timeout(20), service(tmp_path) as it:
        assert (await state(it.client))["state"] == "stopped"


async def test_a_profile_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        await store(it, "profile", {"basics": {"name": 7}})
        field = {"id": "f1", "label": "Name", "kind": "text"}
        asked = {"url": "https://jobs.lever.co/acme/1/apply", "fields": [field]}
        answer = await it.client.post("/api/v1/plan/preview", asked)
        assert answer.status == 422, answer.raw
        assert "basics.name" in answer.body["message"]
