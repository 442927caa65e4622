"""How everything ends: a browser that is killed, one that is closed, and nothing of ours left behind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from companion.settings import times_from_environment
from tests.e2e.harness.processes import is_alive
from tests.e2e.harness.waiting import until
from tests.soak.series import look_at_worker
from tests.soak.use import processes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import CDPSession

    from tests.soak.stage import Stage

WORKER_STOPS = 3
LET_GO_SECONDS = 60.0
FINISH_SECONDS = 180.0


async def let_go(stage: Stage, session: CDPSession, say: Callable[[str], None]) -> None:
    """End it all, and say what was seen, a line each. Raises AssertionError for what was left behind."""
    assert stage.filled_by_hand, f"the person never got a form filled, in {len(stage.given_up)} tries"
    say(f"by hand {stage.filled_by_hand} times filled and given back, {len(stage.given_up)} times given up")
    for each in stage.given_up:
        say(f"given up: {each}")
    say(await _finish(stage))
    for _ in range(WORKER_STOPS):
        await _stop_worker(stage, session)
    say(f"{WORKER_STOPS} worker stops later each browser has one native host")

    await stage.second.kill()
    await until(lambda: _hosts(stage) == 1, "the killed browser's native host to end", seconds=LET_GO_SECONDS)
    assert await stage.companion.is_up(), "the other browser is still served"
    say("a browser killed by SIGKILL leaves no native host")

    companions = processes_of(stage.home).companions
    await stage.chromium.context.close()
    await until(lambda: _hosts(stage) == 0, "the closed browser's native host to end", seconds=LET_GO_SECONDS)
    say("a closed browser leaves no native host")

    idle = times_from_environment().idle_exit_seconds
    await until(
        lambda: not any(map(is_alive, companions)),
        "the companion to have ended, since nobody is connected",
        seconds=idle + LET_GO_SECONDS,
    )
    left = processes_of(stage.home)
    assert not left.hosts, f"native hosts {left.hosts} are left"
    assert not left.companions, f"companions {left.companions} are left"
    say(f"the companion ended by itself, {idle:g} s after the last browser")
    say(_look_at_the_database(stage))


async def _finish(stage: Stage) -> str:
    """Stop auto-apply, let what is being sent come to its end, and compare with what employers got."""
    await stage.companion.post("/api/v1/auto-apply/stop", {})

    async def at_rest() -> bool:
        working = await stage.companion.get("/api/v1/jobs?status=in_progress&limit=1")
        return not working["items"]

    await until(at_rest, "the last applications to end", seconds=FINISH_SECONDS)
    sent, _ = stage.counts()
    accepted = await stage.accepted()
    assert accepted == sent, f"employers got {accepted} applications, the companion knows of {sent}"
    return f"employers got {accepted} applications, one for each that the companion knows of"


async def _stop_worker(stage: Stage, session: CDPSession) -> None:
    before = len(stage.worker_births)
    await stage.chromium.stop_worker()
    await stage.read_on()
    while len(stage.worker_births) == before:  # it ends in its own time; each look waits for a live one
        await look_at_worker(stage, session)
    await until(lambda: _hosts(stage) == 2, "one native host for each browser", seconds=LET_GO_SECONDS)


def _hosts(stage: Stage) -> int:
    return len(processes_of(stage.home).hosts)


def _look_at_the_database(stage: Stage) -> str:
    with closing(sqlite3.connect(stage.home / "applyonce.db")) as database:
        (found,) = database.execute("PRAGMA quick_check").fetchone()
        (open_attempts,) = database.execute("SELECT count(*) FROM attempts WHERE ended_at IS NULL").fetchone()
    assert found == "ok", f"the database is damaged: {found}"
    return f"the database is whole; {open_attempts} attempts are open"
