"""A real Chromium with the unpacked extension, driven by Playwright."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error, async_playwright

from companion.browsers import find_chromium
from companion.demo.browser import add_sites
from native_host.extension_ids import CHROMIUM_IDS
from native_host.registration import install
from tests.e2e.harness.action_popup import ActionPopup, action_popup
from tests.e2e.harness.closed_root import ChromiumButton
from tests.e2e.harness.processes import is_alive, pids_with_argument
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from playwright.async_api import BrowserContext, Frame, Page, Worker

ROOT = Path(__file__).resolve().parents[3]
EXTENSION_ID = CHROMIUM_IDS[0]
START_SECONDS = 30.0
ACTION_SECONDS = 10.0
CLOSE_SECONDS = 15.0
REGISTERED = "chrome.scripting.getRegisteredContentScripts().then((scripts) => scripts.length > 0)"


@dataclass(frozen=True)
class Chromium:
    """A running Chromium: `context` is Playwright's, for whatever has no helper here."""

    context: BrowserContext
    profile: Path

    @property
    def pid(self) -> int:
        """The browser process's id."""
        return pids_with_argument(f"--user-data-dir={self.profile}")[0]

    async def open(self, url: str) -> Page:
        """Open a tab at this address; returns once the document is there (not all of its parts)."""
        page = await self.context.new_page()
        await page.goto(url, wait_until="domcontentloaded")
        return page

    def button(self, where: Page | Frame) -> ChromiumButton:
        """Return the injected button of a page or frame."""
        return ChromiumButton(where)

    async def extension_page(self, path: str) -> Page:
        """Open a page of the extension in a tab: `extension/popup/popup.html`, say."""
        return await self.open(f"chrome-extension://{EXTENSION_ID}/{path}")

    def popup(self, over: Page) -> AbstractAsyncContextManager[ActionPopup]:
        """Press the toolbar's icon over a tab, which is a gesture, and give the popup that opens."""
        return action_popup(self.context, EXTENSION_ID, over)

    async def worker(self) -> Worker:
        """Return the live service worker; waits for it where it is just starting."""

        def live() -> Worker | None:
            workers = [each for each in self.context.service_workers if EXTENSION_ID in each.url]
            return workers[-1] if workers else None

        return await until(live, "the extension's service worker")

    async def in_worker(self, expression: str, argument: object = None) -> Any:
        """Evaluate in the service worker, with `chrome.*` at hand; a promise's result is waited for."""
        return await asyncio.wait_for((await self.worker()).evaluate(expression, argument), ACTION_SECONDS)

    async def stop_worker(self) -> None:
        """End the service worker as Chromium does when it is idle; the next event starts it again."""
        browser = self.context.browser
        assert browser is not None, "Playwright knows no browser of this context"
        session = await browser.new_browser_cdp_session()
        targets = (await session.send("Target.getTargets"))["targetInfos"]
        for target in targets:
            if target["type"] == "service_worker" and EXTENSION_ID in target["url"]:
                await session.send("Target.closeTarget", {"targetId": target["targetId"]})
        await session.detach()

    async def in_content_script(self, where: Page | Frame, expression: str) -> Any:
        """Evaluate in the world of the extension's content scripts, in a page's main frame or a frame."""
        session = await self.context.new_cdp_session(where)
        worlds: list[int] = []

        def note(event: dict[str, Any]) -> None:
            context = event["context"]
            frame = context.get("auxData", {})
            if context["origin"].startswith(f"chrome-extension://{EXTENSION_ID}") and frame.get("frameId"):
                worlds.append(context["id"])

        session.on("Runtime.executionContextCreated", note)
        try:
            await session.send("Runtime.enable")
            await until(lambda: worlds, "the content script's world")
            script = {"expression": expression, "contextId": worlds[0], "awaitPromise": True}
            answer = await session.send("Runtime.evaluate", {**script, "returnByValue": True})
            assert "exceptionDetails" not in answer, answer["exceptionDetails"]
            return answer["result"].get("value")
        finally:
            await session.detach()

    async def kill(self) -> None:
        """Kill the browser as a crash would; its profile stays."""
        pid = self.pid
        os.kill(pid, signal.SIGKILL)
        await until(lambda: not is_alive(pid), "Chromium to be gone")

    async def screenshots(self, folder: Path) -> None:
        """Take a picture of each tab that still answers."""
        for number, page in enumerate(self.context.pages):
            try:
                await page.screenshot(path=folder / f"chromium-tab-{number}.png", timeout=5000)
            except Error as error:
                (folder / f"chromium-tab-{number}.txt").write_text(f"{page.url}: {error}", encoding="utf-8")


@asynccontextmanager
async def start_chromium(
    profile: Path,
    *,
    board_port: int,
    home: Path | None = None,
    extension: Path = ROOT,
    log: Path | None = None,
    arguments: tuple[str, ...] = (),
    sites: tuple[str, ...] = (),
) -> AsyncIterator[Chromium]:
    """Run Chromium with the extension; all host names lead to the board on this port.

    With `home`, the native host is registered for this profile and that data directory. The same `profile`
    again is the same user's browser started again; of a new one, the user has added the `sites`. Raises
    BrowserNotFound.
    """
    browser = find_chromium()
    _prepare(profile, home, sites)
    options = [
        "--no-sandbox",
        f"--load-extension={extension}",
        f"--disable-extensions-except={extension}",
        f"--host-resolver-rules=MAP * 127.0.0.1:{board_port}",
        "--ignore-certificate-errors",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        *arguments,
    ]
    async with async_playwright() as playwright:
        context = await playwright.chromium.launch_persistent_context(
            profile,
            executable_path=browser.path,
            headless=True,
            args=options,
            ignore_default_args=["--disable-extensions", "--disable-back-forward-cache"],
            ignore_https_errors=True,
            timeout=START_SECONDS * 1000,
        )
        pids = pids_with_argument(f"--user-data-dir={profile}")
        context.set_default_timeout(ACTION_SECONDS * 1000)
        if log is not None:
            _write_console(context, log)
        try:
            chromium = Chromium(context, profile)
            if sites:
                await until(
                    lambda: chromium.in_worker(REGISTERED), "the added sites to be known", ignoring=(Error,)
                )
            yield chromium
        finally:
            try:
                if any(is_alive(pid) for pid in pids):
                    await asyncio.wait_for(context.close(), CLOSE_SECONDS)
            finally:
                for pid in pids:
                    if is_alive(pid):
                        os.kill(pid, signal.SIGKILL)


def _prepare(profile: Path, home: Path | None, sites: tuple[str, ...]) -> None:
    profile.mkdir(parents=True, exist_ok=True)
    if sites:
        add_sites(profile, sites)
    if home is not None:
        install([], [profile], home)


def _write_console(context: BrowserContext, log: Path) -> None:
    """Keep what pages and content scripts say on their consoles, and errors that nobody caught."""

    def write(line: str) -> None:
        with log.open("a", encoding="utf-8") as file:
            file.write(line + "\n")

    context.on("console", lambda message: write(f"{message.type}: {message.text} ({message.location})"))
    context.on("weberror", lambda error: write(f"uncaught: {error.error}"))
