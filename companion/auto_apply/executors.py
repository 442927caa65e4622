"""Where auto-apply works: in the user's own connected browser, or in a Chromium of its own with this extension."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from companion.auto_apply.ports import BrowserError, BrowserGone
from companion.browsers import BrowserNotFound, find_chromium
from native_host.registration import install

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import BrowserContext, Playwright

CONNECT_SECONDS = 30.0
STOP_SECONDS = 10.0
"""How long the own browser may take to close; with the driver that started it, it ends anyhow."""
EXTENSION_ROOT = Path(__file__).resolve().parents[2]
EXTRA_ARGUMENTS = "APPLYONCE_CHROMIUM_ARGUMENTS"
"""Further command-line arguments for the own browser, for example a host-resolver rule in a test."""


class Connected(Protocol):
    """A browser that is connected over native messaging."""

    @property
    def instance(self) -> str:
        """The extension's installation."""
        ...


class Connections(Protocol):
    """The browsers that are connected, and how to ask them for something. Errors are exceptions with a text."""

    def connected(self) -> Any:
        """Return who is connected."""
        ...

    async def wait_for(self, fits: Callable[[Any], bool], timeout_seconds: float) -> Any:
        """Return a connected browser that fits, once there is one."""
        ...

    async def command(
        self,
        cmd: Any,
        *,
        application_id: str,
        url: str | None = None,
        fence: int | None = None,
        tab_id: int | None = None,
        policy: str | None = None,
        instance: str | None = None,
    ) -> dict[str, Any]:
        """Ask a browser for something and return its answer."""
        ...


class ConnectedBrowser:
    """A browser with the extension, reached over native messaging. `instance` None: the newest connection."""

    def __init__(
        self, connections: Connections, failures: tuple[type[Exception], ...], instance: str | None = None
    ) -> None:
        self._connections = connections
        self._failures = failures
        self._instance = instance

    async def open_tab(self, *, application_id: str, url: str, fence: int, policy: str) -> int:
        """Open a tab that holds the application."""
        try:
            answer = await self._connections.command(
                "open_tab",
                application_id=application_id,
                url=url,
                fence=fence,
                policy=policy,
                instance=self._instance,
            )
        except self._failures as error:
            raise _told(error) from error
        return int(answer["tab_id"])

    async def close_tab(self, *, application_id: str, tab_id: int, instance: str | None) -> None:
        """Close a tab of that installation; None asks as `open_tab` does."""
        try:
            await self._connections.command(
                "close_tab",
                application_id=application_id,
                tab_id=tab_id,
                instance=instance or self._instance,
            )
        except self._failures as error:
            raise _told(error) from error


def _told(error: Exception) -> BrowserError:
    gone = getattr(error, "code", "") == "companion_unavailable"
    return BrowserGone(str(error)) if gone else BrowserError(str(error))


class ConnectedExecutor:
    """The user's own browser: it is there or it is not."""

    def __init__(self, connections: Connections, failures: tuple[type[Exception], ...]) -> None:
        self._connections = connections
        self._failures = failures

    async def start(self) -> ConnectedBrowser:
        """Return the connected browser. Raises BrowserError where there is none."""
        if not self._connections.connected():
            raise BrowserError("waiting for a browser with the extension to connect")
        return ConnectedBrowser(self._connections, self._failures)

    async def stop(self) -> None:
        """Leave the user's browser as it is."""


class OwnBrowserExecutor:
    """A Chromium that Playwright starts, with a profile in the data directory and this extension loaded."""

    def __init__(
        self, connections: Connections, failures: tuple[type[Exception], ...], home: Path, *, headless: bool
    ) -> None:
        self._connections = connections
        self._failures = failures
        self._home = home
        self._profile = home / "browser-profile"
        self._headless = headless
        self._driver: asyncio.Future[Playwright] | None = None
        self._context: BrowserContext | None = None

    async def start(self) -> ConnectedBrowser:
        """Start the browser and wait until its extension has connected. Raises BrowserError."""
        from playwright.async_api import Error, async_playwright

        try:
            found = await asyncio.to_thread(find_chromium)
        except BrowserNotFound as error:
            raise BrowserError(str(error)) from error
        before = {browser.instance for browser in self._connections.connected()}
        try:
            await asyncio.to_thread(install, [], [self._profile], self._home)
            self._driver = asyncio.ensure_future(async_playwright().start())
            # Shielded: a driver that is begun must come up to be ended, or its process would stay.
            playwright = await asyncio.shield(self._driver)
            self._context = await playwright.chromium.launch_persistent_context(
                str(self._profile),
                executable_path=str(found.path),
                headless=self._headless,
                no_viewport=True,
                args=self._arguments(),
                ignore_default_args=["--disable-extensions"],
            )
            connected = await self._connections.wait_for(
                lambda browser: browser.instance not in before, CONNECT_SECONDS
            )
        except self._failures as error:
            await self.stop()
            raise BrowserError(str(error)) from error
        except (Error, OSError) as error:
            await self.stop()
            raise BrowserError(f"The own browser did not start: {str(error).splitlines()[0]}") from error
        return ConnectedBrowser(self._connections, self._failures, connected.instance)

    async def stop(self) -> None:
        """Close the browser."""
        from playwright.async_api import Error

        context, self._context = self._context, None
        driver, self._driver = self._driver, None
        if context is not None:
            with contextlib.suppress(Error, TimeoutError):  # it has gone by itself, or hangs
                async with asyncio.timeout(STOP_SECONDS):
                    await context.close()
        if driver is not None:
            with contextlib.suppress(Error, OSError, TimeoutError):
                async with asyncio.timeout(STOP_SECONDS):
                    await (await asyncio.shield(driver)).stop()

    def _arguments(self) -> list[str]:
        sandbox = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        return [
            *sandbox,
            f"--load-extension={EXTENSION_ROOT}",
            f"--disable-extensions-except={EXTENSION_ROOT}",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            *shlex.split(os.environ.get(EXTRA_ARGUMENTS, "")),
        ]
