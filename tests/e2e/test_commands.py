"""What the companion asks of a browser: it opens and closes auto-apply's own tabs, and never one of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from companion.service.native_connections import CommandRefused
from tests.e2e import world
from tests.e2e.harness.waiting import until
from tests.integration.service.actors import Service, service

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from tests.e2e.conftest import StartChromium

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
JOB = world.posting("lever-devops")


@pytest.fixture
async def it(home: Path) -> AsyncIterator[Service]:
    """Give a companion in this process, so that it can be made to ask."""
    async with service(home) as it:
        yield it


async def _open_tab(it: Service) -> tuple[Any, int]:
    grant = await it.client.apply(await it.client.identify(JOB.url))
    answer = await it.running.native.command(
        "open_tab", application_id=grant["application_id"], url=JOB.apply_url, fence=grant["fence"]
    )
    return grant, answer["tab_id"]


async def test_only_a_tab_that_was_opened_for_the_application_is_closed(
    it: Service, launch_chromium: StartChromium
) -> None:
    chromium = await launch_chromium()
    await chromium.open("about:blank")
    await until(it.running.native.connected, "the browser to connect")
    tabs = "chrome.tabs.query({}).then((all) => all.map((tab) => tab.id))"
    users = await chromium.in_worker(tabs)
    grant, opened = await _open_tab(it)
    assert opened not in users

    for tab_id, application_id in ((users[-1], grant["application_id"]), (opened, "another")):
        with pytest.raises(CommandRefused):
            await it.running.native.command("close_tab", application_id=application_id, tab_id=tab_id)
    assert sorted(await chromium.in_worker(tabs)) == sorted([*users, opened])

    await it.running.native.command("close_tab", application_id=grant["application_id"], tab_id=opened)
    assert sorted(await chromium.in_worker(tabs)) == sorted(users)
