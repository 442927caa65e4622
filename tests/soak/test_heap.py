"""That a tab which is filled and given back again and again keeps nothing of it, and that what is kept is seen."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.soak.heap import weigh
from tests.soak.series import Data, look_at_data
from tests.soak.stage import Stage, open_stage

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import CDPSession

FIRST_ROUNDS = 8
ROUNDS = 8
LEAST_SEEN_KIB = 0.5
"""For each round: an object of a few properties, kept, is a tenth of it; a form's description is more."""
LEAK = "globalThis.leaked = [...(globalThis.leaked ?? []), Array.from({ length: 250 }, () => ({}))]; 0"


def test_all_is_weighed_but_what_is_the_engines_own() -> None:
    kinds = ["hidden", "array", "string", "object", "code", "closure", "native", "synthetic"]
    nodes = [[at, 0, at, 1024 * 2**at, 0] for at in range(len(kinds))]
    fields = ["type", "name", "id", "self_size", "edge_count"]
    meta = {"node_fields": fields, "node_types": [kinds, "string", "number", "number", "number"]}
    flat = [value for node in nodes for value in node]

    assert weigh(json.dumps({"snapshot": {"meta": meta}, "nodes": flat})) == 2 + 4 + 8 + 32


async def grown(stage: Stage, session: CDPSession, rounds: int, *, leak: bool = False) -> Data:
    """Fill and give back so many times; returns by how many KiB a round the data grew."""
    before = await look_at_data(stage, session)
    for _ in range(rounds):
        await stage.fill_by_hand()
        if leak:
            await stage.chromium.in_content_script(stage.witness, LEAK)
            await stage.chromium.in_worker(LEAK)
    after = await look_at_data(stage, session)
    return Data((after.tab - before.tab) / rounds, (after.worker - before.worker) / rounds)


@pytest.mark.browser
@pytest.mark.timeout(300)
async def test_a_tab_that_is_filled_and_given_back_again_and_again_keeps_nothing_of_it(
    tmp_path: Path,
) -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    async with open_stage(tmp_path, tabs=1, interval_seconds=0) as stage:
        browser = stage.chromium.context.browser
        assert browser is not None, "Playwright knows no browser of this context"
        session = await browser.new_browser_cdp_session()
        await grown(stage, session, FIRST_ROUNDS)

        kept = await grown(stage, session, ROUNDS)
        seen = await grown(stage, session, 4, leak=True)

    assert not stage.given_up, stage.given_up
    assert kept.tab < LEAST_SEEN_KIB, kept
    assert kept.worker < LEAST_SEEN_KIB, kept
    assert seen.tab > LEAST_SEEN_KIB, f"what the content script keeps is not seen: {seen}"
    assert seen.worker > LEAST_SEEN_KIB, f"what the worker keeps is not seen: {seen}"
