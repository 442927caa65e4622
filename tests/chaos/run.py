"""One run: the parts are started, actors and faults let loose, then all comes to rest and is judged."""

from __future__ import annotations

import asyncio
import os
import random
from collections import Counter
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.chaos import findings, processes
from tests.chaos.board import ChaosBoard, serve_chaos_board
from tests.chaos.diary import Diary
from tests.chaos.injector import Injector
from tests.chaos.journal import Journal
from tests.chaos.judge import Facts, judge
from tests.chaos.patience import in_time
from tests.chaos.profiles import Profile
from tests.chaos.programs import GONE, Program, enqueue, insist
from tests.chaos.report import Outcome
from tests.chaos.scene import Jobs, Scene
from tests.chaos.users import BY_HAND, TROUBLE, User
from tests.e2e import world
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.processes import end_all
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from companion.demo.posting import Posting

ROOT = Path(__file__).resolve().parents[2]

TIMES = {
    "HEARTBEAT_SECONDS": 3,
    "LEASE_SECONDS": 12,
    "SWEEP_SECONDS": 0.5,
    "TICK_CAP_SECONDS": 1,
    "SUBMIT_WINDOW_SECONDS": 20,
    "PERMIT_SECONDS": 6,
    "TAB_GRACE_SECONDS": 2,
    "AGENT_ATTEMPT_SECONDS": 60,
    "STALE_AFTER_MINUTES": 0.15,
    "STALE_CHECK_SECONDS": 1,
    "AUTO_RETRY_SECONDS": 1,
}
"""Short, so that a minute sees much; the permit and the submit window are long enough for a browser under load."""
PROFILES = ("one", "two")
USERS_EACH = 2
CONCURRENCY = 2
SHARED = 0.4
"""How likely a user hears of a job that another one has found."""
START_SECONDS = 60.0
SETTLE_SECONDS = 90.0
"""How long it may take until nothing is in progress: several times the sum of the times above."""
FINISH_SECONDS = 90.0
LOOK_SECONDS = 5.0
LAST_TRIES = 3
QUIET = frozenset({"the queue is empty"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What to run. `extension`: a folder with the extension, where it is not this repository's own."""

    seed: int
    seconds: float
    folder: Path
    extension: Path = ROOT
    faults: bool = True
    by_hand: float = BY_HAND
    shared: float = SHARED


async def run(plan: Plan) -> Outcome:
    """Run it and return what it came to; everything that was started has ended then."""
    plan.folder.mkdir(parents=True, exist_ok=True)
    diary = Diary(plan.folder / "actions.log")
    diary.path.unlink(missing_ok=True)
    with _times():
        async with serve_chaos_board() as board, data_directory() as home:
            try:
                return await _run(plan, diary, board, home)
            finally:
                _keep_logs(home, plan.folder)
                diary.bring_into_order()


async def _run(plan: Plan, diary: Diary, board: ChaosBoard, home: Path) -> Outcome:
    seeds = random.Random(plan.seed)
    profiles = [
        Profile(name, plan.folder / f"profile-{name}", board.port, home, plan.extension, diary)
        for name in PROFILES
    ]
    companion = CompanionProcess(home, plan.folder / "unused.log", companion_environment(home))
    scene = Scene(board, profiles, companion, diary, Jobs(random.Random(seeds.random())))
    journal = Journal(home, diary)
    broken: list[str] = []
    async with _running(profiles, journal):
        await _settle_in(scene)
        await _chaos(plan, scene, journal, home, seeds, broken)
        await _come_to_rest(scene)
        broken += await _goes_on(scene)
        await _journal_complete(scene, journal)
    await end_all(processes.companions(home))
    broken += findings.broken_invariants(home, live=False) + journal.contradictions
    return _outcome(plan, scene, journal, home, broken)


async def _chaos(
    plan: Plan, scene: Scene, journal: Journal, home: Path, seeds: random.Random, broken: list[str]
) -> None:
    def fork() -> random.Random:
        return random.Random(seeds.random())

    users = [
        User(f"{profile.name}-{number}", profile, scene, fork(), by_hand=plan.by_hand)
        for profile in scene.profiles
        for number in range(USERS_EACH)
    ]
    program, choice = Program(scene, journal, fork()), fork()
    injector = Injector(scene, home, fork())
    async with asyncio.TaskGroup() as group:

        async def share(posting: Posting) -> None:
            for user in users:
                if choice.random() < plan.shared:
                    user.hear_of(posting)
            if choice.random() < 0.5:
                group.create_task(enqueue(scene, journal, posting))
            if choice.random() < 0.12:
                group.create_task(program.work_on(posting))

        for user in users:
            group.create_task(user.work(share))
        if plan.faults:
            group.create_task(injector.run())
        group.create_task(_look_on(scene, home, broken))
        await asyncio.sleep(plan.seconds)
        scene.closing.set()
        scene.board.faults.clear()
        scene.diary.note("run", "faults end, users finish")


async def _look_on(scene: Scene, home: Path, broken: list[str]) -> None:
    """Check the invariants in the living database again and again; the first that is broken is told."""
    while not scene.closing.is_set() and not broken:
        found = await asyncio.to_thread(findings.broken_invariants, home, live=True)
        for one in found:
            scene.diary.note("INVARIANT", one)
        broken += [f"{one} (seen while it ran)" for one in found]
        with suppress(TimeoutError):
            await asyncio.wait_for(scene.closing.wait(), LOOK_SECONDS)


async def _settle_in(scene: Scene) -> None:
    """Wait for the companion that a native host starts, and give it the applicant."""
    await until(scene.companion.is_up, "a native host to start the companion", seconds=START_SECONDS)
    await world.settle_in(scene.companion, concurrency=CONCURRENCY)
    await scene.companion.post("/api/v1/auto-apply/start", {})
    for profile in scene.profiles:
        await profile.up()
        await until(lambda p=profile: p.instance, f"the extension of {profile.name}", seconds=START_SECONDS)  # type: ignore[misc]


async def _come_to_rest(scene: Scene) -> None:
    """Without faults, without a hand: the queue empties; tabs are closed, and nothing stays in progress."""

    async def queue_is_done() -> bool:
        state = await scene.companion.get("/api/v1/auto-apply")
        return bool(state["waiting_for"] in QUIET)

    async def nothing_in_progress() -> bool:
        return not (await scene.companion.get("/api/v1/jobs?status=in_progress&limit=5"))["items"]

    with suppress(AssertionError):
        await until(queue_is_done, "the queue to be done", seconds=SETTLE_SECONDS, ignoring=GONE)
    state = await insist(scene, "POST", "/api/v1/auto-apply/stop", {})
    scene.diary.note("run", f"auto-apply is stopped: {state.status if state else None}")
    for profile in scene.profiles:
        chromium = await profile.up()
        keep = await in_time(chromium.context.new_page(), START_SECONDS)
        for page in chromium.context.pages:
            if page != keep:
                with suppress(*TROUBLE):
                    await in_time(page.close())
    scene.diary.note("run", "all tabs are closed")
    with suppress(AssertionError):  # what is left is the judge's to name
        await until(nothing_in_progress, "nothing in progress", seconds=SETTLE_SECONDS, ignoring=GONE)


async def _goes_on(scene: Scene) -> list[str]:
    """See that each browser still does its work: one more application each, by a user, undisturbed."""
    return [
        f"stuck: after the chaos, nobody can apply to a job in {profile.name}"
        for profile in scene.profiles
        if not await _can_apply(scene, profile)
    ]


async def _can_apply(scene: Scene, profile: Profile) -> bool:
    """Say whether an application goes through; on a busy machine it may take a second job."""
    user = User(f"{profile.name}-last", profile, scene, random.Random(1))
    for _ in range(LAST_TRIES):
        posting = scene.jobs.fresh()
        await user.visit(posting)

        async def sent(posting: Posting = posting) -> bool:
            return await world.status(scene.companion, posting) == "applied"

        with suppress(AssertionError):
            return await until(sent, f"{posting.id} to be applied to", seconds=10, ignoring=GONE)
    return False


async def _journal_complete(scene: Scene, journal: Journal) -> None:
    """Wait until the listener has heard of the last event."""
    newest = int((await scene.companion.get("/api/v1/events?since=0&limit=1"))["seq"])

    def heard() -> bool:
        return journal.seq >= newest

    with suppress(AssertionError):
        await until(heard, f"the listener to hear of event {newest}")


def _outcome(plan: Plan, scene: Scene, journal: Journal, home: Path, broken: list[str]) -> Outcome:
    board, diary = scene.board, scene.diary
    names = {profile.instance: profile.name for profile in scene.profiles}
    applications = findings.applications(home, scene.jobs.by_job_id, names)
    received: dict[str, list[float]] = {}
    for submission in board.submissions:
        received.setdefault(submission.job, []).append(submission.at)
        diary.note("BOARD", f"{submission.job} received", submission.at)
    for met in board.faults.met:
        diary.note("FAULT", f"board: {met.fault} {met.job} {met.delay:.1f} s", met.at)
    for application in applications:
        for event in application.events:
            text = f"{application.job} {event.kind} fence {event.fence} {_brief(event.data)}"
            diary.note("companion", text, event.at)
    posting_ids = {job_id: posting.id for job_id, posting in scene.jobs.by_job_id.items()}
    if not board.submissions:
        broken.append("void: nothing was submitted at all")
    verdict = judge(
        Facts(
            applications=applications,
            received=received,
            faults=[*diary.faults, *diary.habits],
            met=board.faults.met,
            acknowledged=journal.events,
            claims=journal.claims,
            queued={posting_ids[job] for job in journal.known_jobs},
            promised=scene.promised,
            database=findings.all_events(home),
            broken=broken,
        )
    )
    return Outcome(
        seed=plan.seed,
        seconds=plan.seconds,
        faults=diary.faults,
        met=board.faults.met,
        applications=len(applications),
        by_status=Counter(each.status.word for each in applications),
        submissions=len(board.submissions),
        refused=sum(event.kind == "refused" for each in applications for event in each.events),
        restarts={profile.name: profile.starts for profile in scene.profiles},
        acknowledged=len(journal.events),
        verdict=verdict,
        log=diary.path,
    )


def _brief(data: object) -> str:
    return str(data)[:160]


@asynccontextmanager
async def _running(profiles: list[Profile], journal: Journal) -> AsyncIterator[None]:
    """Keep browsers and the listener running while the context lasts."""
    tasks = [
        asyncio.ensure_future(each) for each in (*(p.keep_running() for p in profiles), journal.listen())
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)


def _times() -> _Environment:
    return _Environment({f"APPLYONCE_{name}": str(value) for name, value in TIMES.items()})


class _Environment:
    """Variables that the browsers, and what they start, inherit while the context lasts."""

    def __init__(self, values: dict[str, str]) -> None:
        self._values = values
        self._before: dict[str, str | None] = {}

    def __enter__(self) -> None:
        self._before = {name: os.environ.get(name) for name in self._values}
        os.environ.update(self._values)

    def __exit__(self, *_: object) -> None:
        for name, value in self._before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


def _keep_logs(home: Path, folder: Path) -> None:
    import shutil

    for name in ("logs", "applyonce.db", "applyonce.db-wal", "intents.log"):
        source = home / name
        if source.is_dir():
            shutil.copytree(source, folder / "companion-logs", dirs_exist_ok=True)
        elif source.exists():
            shutil.copy2(source, folder / name)
    for profile in PROFILES:
        shutil.rmtree(folder / f"profile-{profile}", ignore_errors=True)
