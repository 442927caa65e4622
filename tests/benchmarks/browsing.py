"""What the user waits for in the browser: the native round trip of a claim, and Apply until all tabs show it."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.benchmarks.figures import Figure, Spread

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.benchmarks.stage import Stage
    from tests.e2e.harness.chromium import Chromium

NATIVE_TARGET = 1.5
CLICK_TARGET = 2.5
OTHER_TABS_TARGET_MS = 150.0

_WATCH = """() => {
  const bench = { clicked: null, shown: [], wanted: null };
  window.bench = bench;
  addEventListener("click", (event) => {
    if (event.isTrusted) bench.clicked = event.timeStamp;
  }, true);
  const look = () => {
    const status = document.querySelector("applyonce-button")?.dataset.applyonceStatus ?? null;
    if (status === (bench.shown.at(-1)?.status ?? null)) return;
    bench.shown.push({ status, at: performance.now(), wall: Date.now() });
    bench.wanted?.();
  };
  const what = { subtree: true, childList: true, attributeFilter: ["data-applyonce-status"] };
  new MutationObserver(look).observe(document, what);
}"""
"""In the page itself: when was the trusted click, and when did the button's element show which status?"""

_SHOWS = """(status) => new Promise((resolve) => {
  const { bench } = window;
  const look = () => {
    const last = bench.shown.at(-1);
    if (last?.status === status) resolve({ ...last, clicked: bench.clicked });
  };
  bench.wanted = look;
  look();
})"""


_PAINTED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


async def measure_native(stage: Stage, *, rounds: int) -> Figure:
    """Measure the native round trip of a durable claim in so many rounds."""
    bare: list[float] = []
    floor: list[float] = []
    ours: list[float] = []
    for number in range(1, rounds + 1):
        ways = ("bare", "floor", "ours")
        for way in ways if number % 2 else reversed(ways):
            if way == "bare":
                bare.append(await stage.baseline())
            elif way == "floor":
                floor.append(await stage.bare_apply())
            else:
                ours.append(await stage.native_apply(number))
    more = {"the same statements behind the same relay, with nothing that decides": Spread.of(floor)}
    return _to_baseline("native round trip of a durable apply", NATIVE_TARGET, "apply", ours, bare, more)


async def measure_click(stage: Stage, *, rounds: int) -> Figure:
    """Measure the time from a trusted click on Apply to "Applying…", on a fresh job each round."""
    page, floor_page = await _watched_page(stage.chromium), await _watched_page(stage.bare)
    bare: list[float] = []
    ours: list[float] = []
    floor: list[float] = []
    for number in range(rounds):
        address, job = stage.next_posting()
        for each in (page, floor_page):
            await each.goto(address, wait_until="load")
            await _shows(each, "pending")
        if number % 2:
            bare.append(await stage.baseline())
            floor.append(await _click(stage.bare, floor_page))
        ours.append(await _click(stage.chromium, page))
        if not number % 2:
            floor.append(await _click(stage.bare, floor_page))
            bare.append(await stage.baseline())
        await stage.release(job)
    await page.close()
    await floor_page.close()
    more = {"click that is only echoed, by a bare extension": Spread.of(floor)}
    return _to_baseline("trusted click to “Applying…”", CLICK_TARGET, "click", ours, bare, more)


async def measure_other_tabs(stage: Stage, *, rounds: int, tabs: int) -> Figure:
    """Measure how long after the grant other tabs with the same job show it, by the clock that all share."""
    address, job = stage.next_posting()
    clicking = await _watched_page(stage.chromium)
    others = [await _watched_page(stage.chromium) for _ in range(tabs)]
    for page in others:
        await page.goto(address, wait_until="load")
    delays: list[float] = []
    for _ in range(rounds):
        await clicking.goto(address, wait_until="load")
        await asyncio.gather(*(_shows(page, "pending") for page in (clicking, *others)))
        await clicking.bring_to_front()
        await _click(stage.chromium, clicking)
        shown = await asyncio.gather(*(_shows(page, "in_progress") for page in others))
        granted = await _granted_at(stage, job)
        delays += [each["wall"] - granted for each in shown]
        await stage.release(job)
    for page in (clicking, *others):
        await page.close()
    spread = Spread.of(delays)
    name = f"“Applying…” in {tabs} other tabs after the grant, p99"
    return Figure(name, spread.p99, "ms", "at most", OTHER_TABS_TARGET_MS, {"delay": spread}, "ms")


async def _watched_page(chromium: Chromium) -> Page:
    page = await chromium.context.new_page()
    await page.add_init_script(f"({_WATCH})()")
    return page


async def _shows(page: Page, status: str) -> dict[str, Any]:
    async with asyncio.timeout(30):
        shown: dict[str, Any] = await page.evaluate(_SHOWS, status)
    return shown


async def _click(chromium: Chromium, page: Page) -> float:
    """Return the ms from a trusted click until the button shows it; the pointer rests on it before, as a hand."""
    x, y = await chromium.button(page).centre()
    await page.mouse.move(x, y)
    await page.evaluate(_PAINTED)
    await page.mouse.down()
    await page.mouse.up()
    shown = await _shows(page, "in_progress")
    return float(shown["at"] - shown["clicked"])


async def _granted_at(stage: Stage, job: str) -> float:
    """Return the time of the last claim in Unix ms: taken just before it was committed."""
    events = (await stage.companion.get(f"/api/v1/jobs/{job}"))["events"]
    at = [event["at"] for event in events if event["kind"] == "claimed"][-1]
    return datetime.fromisoformat(at).timestamp() * 1000


def _to_baseline(
    name: str,
    target: float,
    way: str,
    ours: list[float],
    bare: list[float],
    more: dict[str, Spread] | None = None,
) -> Figure:
    parts = {way: Spread.of(ours), "bare echo and bare commit": Spread.of(bare), **(more or {})}
    ratio = parts[way].p50 / parts["bare echo and bare commit"].p50
    return Figure(
        f"{name}, to a bare echo and a bare commit, p50", ratio, "x", "at most", target, parts, "ms"
    )
