"""What is sampled during a soak, and what each series may do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.e2e.harness.cdp_target import attached
from tests.e2e.harness.chromium import EXTENSION_ID
from tests.e2e.harness.waiting import until
from tests.soak.heap import data_of
from tests.soak.judge import Limit, Verdict, judge
from tests.soak.stage import PATIENCE_SECONDS
from tests.soak.use import browser_tree, processes_of, size_of, use_of

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

    from tests.soak.stage import Stage

KIB = "KiB"
LEFT_PAGES_SECONDS = 600.0
"""For so long Chromium keeps pages that were left, to come back to: reading adds renderers until then."""
FIRST_SECONDS = 120.0
"""The first fills compile what fills; the rows of all queued jobs come to the file with the first checkpoint."""
REMEMBERED_SECONDS = 300.0
"""The worker keeps what was seen of a sending, and the permits of closed tabs, for two minutes and a half."""
SERIES: dict[str, tuple[str, Limit]] = {
    "companion rss": (KIB, Limit(slack=6_000)),
    "companion pss": (KIB, Limit(slack=6_000)),
    "companion descriptors": ("", Limit(slack=3, ceiling=100)),
    "companion threads": ("", Limit(slack=2, ceiling=24)),
    "hosts": ("", Limit(ceiling=2)),
    "hosts rss": (KIB, Limit(slack=1_000)),
    "hosts descriptors": ("", Limit(slack=1, ceiling=40)),
    "worker heap": (KIB, Limit(slack=300)),
    "worker data": (KIB, Limit(slack=24, settles=REMEMBERED_SECONDS)),
    "worker starts": ("", Limit(ceiling=1)),
    "extension rss": (KIB, Limit(slack=8_000)),
    "tab heap": (KIB, Limit(slack=700, settles=FIRST_SECONDS)),
    "tab data": (KIB, Limit(slack=24, settles=FIRST_SECONDS)),
    "tab nodes": ("", Limit(slack=60)),
    "tab listeners": ("", Limit(slack=10)),
    "fill seconds": ("s", Limit(slack=10)),
    "fills given up": ("", Limit(ceiling=0)),
    "tabs": ("", Limit(slack=1)),
    "pages": ("", Limit(slack=3, settles=LEFT_PAGES_SECONDS)),
    "pages pss": (KIB, Limit(slack=60_000, settles=LEFT_PAGES_SECONDS)),
    "browser pss": (KIB, Limit(per_application=100, slack=30_000, settles=LEFT_PAGES_SECONDS)),
    "browser processes": ("", Limit(slack=4)),
    "browser descriptors": ("", Limit(slack=60, settles=LEFT_PAGES_SECONDS)),
    "database": (KIB, Limit(per_application=18, per_hour=2_000, slack=256, settles=FIRST_SECONDS)),
    "write-ahead log": (KIB, Limit(slack=4_200, ceiling=8_400)),
    "intents.log": (KIB, Limit(per_application=1, slack=4)),
    "logs": (KIB, Limit(per_application=8, per_hour=500, slack=64, ceiling=6_000)),
    "events": ("", Limit(per_application=7, per_hour=300, slack=50)),
}
"""A sent application costs rows in the database, a line in intents.log and lines in a log that is rotated.
Nothing else may remember it. Chromium itself keeps a history of visits, and some caches.

Of the database's growth some 5 KiB an application stay: six events, the evidence, the draft, the attempt. The
rest are the answers kept under idempotency keys, which go after a day: some ten for each application, one for each
page that a person reads.

The heap of the tab that is filled again and again rises by 17 KiB a fill at first and by 5 after fifty, all of it
code: V8 compiles each function anew once it is hot, and keeps that as long as the function. Of what scripts keep
there (`data`, see heap.py), 50 fills add half a KiB, and none to the worker's. So the heaps may rise; the data may
not. Reading a page's state from outside, as the soak does, adds nothing to either.
"""


@dataclass
class Samples:
    """All samples so far: columns of equal length, of every series or of those that an earlier soak had."""

    seconds: list[float] = field(default_factory=list)
    applications: list[float] = field(default_factory=list)
    columns: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in SERIES})

    def add(self, seconds: float, applications: float, values: dict[str, float]) -> None:
        """Take a sample of every series."""
        assert values.keys() == self.columns.keys(), values.keys() ^ self.columns.keys()
        self.seconds.append(seconds)
        self.applications.append(applications)
        for name, value in values.items():
            self.columns[name].append(value)

    def verdicts(self) -> list[Verdict]:
        """Judge every series."""
        return [
            judge(name, *SERIES[name], seconds=self.seconds, applications=self.applications, values=values)
            for name, values in self.columns.items()
        ]


@dataclass(frozen=True, slots=True)
class Data:
    """What scripts keep, in KiB, in the tab that is never left and in the worker."""

    tab: float
    worker: float


async def look_at_data(stage: Stage, browser: CDPSession) -> Data:
    """Take a snapshot of both heaps, which stops both for some tenths of a second."""
    session = await stage.chromium.context.new_cdp_session(stage.witness)
    tab = (await session.send("Target.getTargetInfo"))["targetInfo"]["targetId"]
    await session.detach()
    async with attached(browser, tab) as inside:
        in_tab = await data_of(inside)
    async with attached(browser, await _worker(browser)) as inside:
        return Data(tab=in_tab, worker=await data_of(inside))


async def sample(stage: Stage, session: CDPSession, data: Data) -> tuple[int, dict[str, float]]:
    """Return how many applications were sent, and what everything takes up now; `data` is the newest."""
    sent, events = stage.counts()
    ours = processes_of(stage.home)
    tree = browser_tree(stage.chromium.pid, without=[*ours.hosts, *ours.companions])
    companion, hosts = use_of(ours.companions), use_of(ours.hosts)
    extension, pages = use_of(tree.extension), use_of(tree.pages)
    rest = use_of(tree.rest)
    tab = await _tab(stage)
    home = stage.home
    return sent, {
        "companion rss": companion.rss,
        "companion pss": companion.pss,
        "companion descriptors": companion.descriptors,
        "companion threads": companion.threads,
        "hosts": hosts.processes,
        "hosts rss": hosts.rss,
        "hosts descriptors": hosts.descriptors,
        "worker heap": await look_at_worker(stage, session),
        "worker data": data.worker,
        "worker starts": len(stage.worker_births),
        "extension rss": extension.rss,
        "tab heap": tab["heap"],
        "tab data": data.tab,
        "tab nodes": tab["nodes"],
        "tab listeners": tab["listeners"],
        "fill seconds": stage.fill_seconds,
        "fills given up": len(stage.given_up),
        "tabs": await _tabs(session),
        "pages": pages.processes,
        "pages pss": pages.pss,
        "browser pss": rest.pss,
        "browser processes": rest.processes,
        "browser descriptors": rest.descriptors,
        "database": size_of(home / "applyonce.db"),
        "write-ahead log": size_of(home / "applyonce.db-wal"),
        "intents.log": size_of(home / "intents.log"),
        "logs": size_of(home / "logs"),
        "events": events,
    }


async def look_at_worker(stage: Stage, browser: CDPSession) -> float:
    """Return the worker's JavaScript heap in KiB, after its garbage was collected, and note its birth."""
    async with attached(browser, await _worker(browser)) as inside:
        born = await inside.send("Runtime.evaluate", expression="performance.timeOrigin", returnByValue=True)
        stage.worker_births.add(float(born["result"]["value"]))
        await inside.send("HeapProfiler.collectGarbage")
        return float((await inside.send("Runtime.getHeapUsage"))["usedSize"]) / 1024


async def _worker(browser: CDPSession) -> str:
    """Return the live worker's target."""

    async def live() -> str | None:
        targets = (await browser.send("Target.getTargets"))["targetInfos"]
        ours = [each for each in targets if each["type"] == "service_worker" and EXTENSION_ID in each["url"]]
        return str(ours[0]["targetId"]) if len(ours) == 1 else None

    return await until(live, "the extension's worker", seconds=PATIENCE_SECONDS)


async def _tabs(browser: CDPSession) -> int:
    targets = (await browser.send("Target.getTargets"))["targetInfos"]
    return sum(each["type"] == "page" for each in targets)


async def _tab(stage: Stage) -> dict[str, float]:
    """Return what the tab that is never left holds, after its garbage was collected."""
    session = await stage.chromium.context.new_cdp_session(stage.witness)
    try:
        await session.send("HeapProfiler.collectGarbage")
        heap = await session.send("Runtime.getHeapUsage")
        dom = await session.send("Memory.getDOMCounters")
    finally:
        await session.detach()
    return {"heap": heap["usedSize"] / 1024, "nodes": dom["nodes"], "listeners": dom["jsEventListeners"]}
