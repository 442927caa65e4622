"""A Chromium with the extension, a profile of its own and the sample board behind every host name."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.async_api import Error, async_playwright

from companion.browsers import BrowserNotFound, find_chromium
from companion.demo.waiting import DemoError, comes_true
from native_host.extension_ids import CHROMIUM_IDS
from native_host.registration import install

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from playwright.async_api import BrowserContext, CDPSession, Page, Worker

    from companion.demo.server import BoardServer

EXTENSION_ROOT = Path(__file__).resolve().parents[2]
EXTENSION_ID = CHROMIUM_IDS[0]
PLAIN_SITE = "https://careers.example.com/*"
"""An employer's own site: no board that the manifest names, so a user must have added it."""
WINDOW = (1280, 800)
START_SECONDS = 30.0
ACTION_SECONDS = 15.0
CLOSE_SECONDS = 10.0


class DemoBrowser:
    """A running Chromium: `context` is Playwright's."""

    def __init__(self, context: BrowserContext, cdp: CDPSession, pid: int) -> None:
        self.context = context
        self.pid = pid
        self._cdp = cdp

    async def open(self, url: str) -> Page:
        """Open a tab at this address; returns once the document is there (not all of its parts)."""
        page = await self.context.new_page()
        await page.goto(url, wait_until="domcontentloaded")
        return page

    async def extension_page(self, path: str) -> Page:
        """Open a page of the extension in a tab."""
        return await self.open(f"chrome-extension://{EXTENSION_ID}/{path}")

    async def may_work_on_plain_site(self) -> bool:
        """Say whether the extension has the permission for the employer's own site."""
        worker = await self._worker()
        granted: bool = await worker.evaluate(
            "(site) => chrome.permissions.contains({ origins: [site] })", PLAIN_SITE
        )
        return granted

    async def _worker(self) -> Worker:
        async def live() -> bool:
            return bool(self._workers())

        if not await comes_true(live, seconds=START_SECONDS):
            raise DemoError(
                "Chromium started without the extension.",
                "A policy of this machine may forbid extensions: see chrome://policy, or name another"
                " Chromium in APPLYONCE_CHROMIUM.",
            )
        return self._workers()[-1]

    def _workers(self) -> list[Worker]:
        return [worker for worker in self.context.service_workers if EXTENSION_ID in worker.url]


@asynccontextmanager
async def demo_browser(
    profile: Path, home: Path, board: BoardServer, *, headless: bool
) -> AsyncIterator[DemoBrowser]:
    """Run Chromium while the context lasts; its native host uses the data directory `home`.

    Raises DemoError where there is no Chromium, no extension, or it does not start.
    """
    if not (EXTENSION_ROOT / "manifest.json").is_file():
        raise DemoError(
            f"The extension is not in {EXTENSION_ROOT}.",
            "The demo runs from a checkout of the repository: make demo",
        )
    try:
        found = await asyncio.to_thread(find_chromium)
    except BrowserNotFound as error:
        raise DemoError(str(error)) from error
    install([], [profile], home)
    add_sites(profile, (PLAIN_SITE,))
    async with async_playwright() as playwright:
        try:
            context = await playwright.chromium.launch_persistent_context(
                profile,
                executable_path=found.path,
                headless=headless,
                args=[*_arguments(), *board.chromium_arguments],
                ignore_default_args=["--disable-extensions"],
                ignore_https_errors=True,
                viewport={"width": WINDOW[0], "height": WINDOW[1]} if headless else None,
                no_viewport=not headless,
                # Ctrl-C is ours: it ends the demo in order, the browser included.
                handle_sigint=False,
                handle_sigterm=False,
                handle_sighup=False,
                timeout=START_SECONDS * 1000,
            )
        except Error as error:
            said = str(error).strip().splitlines()[0]
            raise DemoError(
                f"{found.path} did not start: {said}", "Without a display, use --headless."
            ) from error
        context.set_default_timeout(ACTION_SECONDS * 1000)
        cdp, pid = await _process_of(context)
        try:
            yield DemoBrowser(context, cdp, pid)
        finally:
            await _close(context, pid)


def has_display() -> bool:
    """Say whether windows can be opened here."""
    return sys.platform == "darwin" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _arguments() -> list[str]:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [
        *(["--no-sandbox"] if root else []),  # as root Chromium does not start with it
        f"--load-extension={EXTENSION_ROOT}",
        f"--disable-extensions-except={EXTENSION_ROOT}",
        f"--window-size={WINDOW[0]},{WINDOW[1]}",
        "--no-first-run",
        "--test-type",  # else a bar warns of the flags above
    ]


def add_sites(profile: Path, sites: Sequence[str]) -> None:
    """Write a new profile as if the user had once given the extension these sites.

    The browser asks its user in a window that no program can answer. What the user allowed it keeps in these
    preferences, and at its start it lets an extension have of them what its manifest declares optional.
    """
    allowed = {"api": [], "explicit_host": list(sites), "manifest_permissions": [], "scriptable_host": []}
    extension = {"active_permissions": allowed, "granted_permissions": allowed}
    folder = profile / "Default"
    folder.mkdir(parents=True, exist_ok=True)
    preferences = {"extensions": {"settings": {EXTENSION_ID: extension}}}
    (folder / "Preferences").write_text(json.dumps(preferences), encoding="utf-8")


async def _process_of(context: BrowserContext) -> tuple[CDPSession, int]:
    browser = context.browser
    if browser is None:
        raise DemoError("Playwright tells nothing of the browser.", "Set up the packages anew: make setup")
    cdp = await browser.new_browser_cdp_session()
    processes = (await cdp.send("SystemInfo.getProcessInfo"))["processInfo"]
    return cdp, next(int(each["id"]) for each in processes if each["type"] == "browser")


async def _close(context: BrowserContext, pid: int) -> None:
    """Close the browser; one that does not go is killed."""
    try:
        async with asyncio.timeout(CLOSE_SECONDS):
            await context.close()
    except (Error, TimeoutError):
        pass  # Ctrl-C reaches Playwright's own process too, which then cannot close it

    async def gone() -> bool:
        return not is_alive(pid)

    if not await comes_true(gone, seconds=CLOSE_SECONDS):
        os.kill(pid, signal.SIGKILL)


def is_alive(pid: int) -> bool:
    """Say whether there is such a process."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
