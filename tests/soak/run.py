"""One soak: everything at work for some time, sampled every few seconds, and then let go."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.soak.letting_go import let_go
from tests.soak.series import Samples, look_at_data, sample
from tests.soak.stage import open_stage

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.soak.judge import Verdict

APPLICATIONS_A_DAY = 900
"""A little less than the most that auto-apply's daily cap allows: long soaks go slower."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How long, with how many tabs, and how often what is done. All times in seconds."""

    seconds: float
    tabs: int = 20
    sample_every: float = 5.0
    read_every: float = 4.0
    by_hand_every: float = 30.0
    data_every: float = 30.0

    @property
    def interval_seconds(self) -> int:
        """Auto-apply's pace at the one host of all postings of the series."""
        return int(self.seconds // APPLICATIONS_A_DAY)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was seen: the samples, a verdict of each series, and how everything was let go."""

    samples: Samples
    verdicts: list[Verdict]
    let_go: list[str]
    left: str | None = None
    """What was left behind, or went wrong at the end; None where nothing was."""


async def soak(plan: Plan, folder: Path, say: Callable[[str], None]) -> Outcome:
    """Run it. `folder` takes profiles and logs. Raises BrowserNotFound."""
    async with open_stage(folder, tabs=plan.tabs, interval_seconds=plan.interval_seconds) as stage:
        browser = stage.chromium.context.browser
        assert browser is not None, "Playwright knows no browser of this context"
        session = await browser.new_browser_cdp_session()
        samples, data = Samples(), await look_at_data(stage, session)
        await stage.start_auto_apply()
        began = time.monotonic()
        every = {
            "data": plan.data_every,
            "sample": plan.sample_every,
            "read": plan.read_every,
            "by hand": plan.by_hand_every,
        }
        due = dict.fromkeys(every, 0.0)
        while (now := time.monotonic() - began) < plan.seconds:
            what = min(due, key=lambda name: due[name])
            if due[what] > now:
                await asyncio.sleep(due[what] - now)
                continue
            due[what] = now + every[what]
            if what == "data":
                data = await look_at_data(stage, session)
            elif what == "sample":
                sent, values = await sample(stage, session, data)
                samples.add(now, sent, values)
                if len(samples.seconds) % 12 == 1:
                    say(_progress(now, sent, values))
            elif what == "read":
                await stage.read_on()
                await stage.keep_queue_filled()
            else:
                await stage.fill_by_hand()
        seen: list[str] = []
        try:
            await let_go(stage, session, seen.append)
        except AssertionError as error:  # what was sampled for so long is worth telling in any case
            return Outcome(samples, samples.verdicts(), seen, str(error))
        return Outcome(samples, samples.verdicts(), seen)


def _progress(now: float, sent: int, values: dict[str, float]) -> str:
    shown = ("companion rss", "worker data", "tab data", "pages pss", "browser pss", "database")
    return f"{now:6.0f} s, {sent} sent: " + ", ".join(f"{name} {values[name]:.0f}" for name in shown)
