"""A real Firefox with the extension installed temporarily, driven over Marionette."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from companion.browsers import find_firefox
from native_host.extension_ids import FIREFOX_ID
from tests.e2e.harness.connect_proxy import connect_proxy
from tests.e2e.harness.marionette import Marionette, MarionetteError
from tests.e2e.harness.processes import Process, start
from tests.e2e.harness.tab import FirefoxTab
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ROOT = Path(__file__).resolve().parents[3]
EXTENSION_UUID = "6f2b1a0e-5c1d-4f3a-9b7e-0a9c1d2e3f40"
"""Fixed by a preference: Firefox would draw it anew for each profile."""
START_SECONDS = 40.0
QUIT_SECONDS = 15.0
PERMIT = """
const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const { extension } = WebExtensionPolicy.getByID(arguments[0]);
const wanted = { permissions: [], origins: [arguments[1]] };
return ExtensionPermissions[arguments[2]](arguments[0], wanted, extension).then(() => true);
"""


@dataclass(frozen=True)
class Firefox:
    """A running Firefox: `marionette` takes whatever has no helper here."""

    marionette: Marionette
    process: Process
    profile: Path

    @property
    def pid(self) -> int:
        """The browser process's id."""
        return self.process.pid

    async def open(self, url: str, *, focus: bool = True) -> FirefoxTab:
        """Open a tab at this address; returns once it has loaded."""
        opened = await self.marionette.send("WebDriver:NewWindow", type="tab", focus=focus)
        tab = FirefoxTab(self.marionette, opened["handle"])
        await tab.go(url)
        return tab

    async def tabs(self) -> list[FirefoxTab]:
        """Return all tabs, those included that the extension opened."""
        handles = await self.marionette.send("WebDriver:GetWindowHandles")
        return [FirefoxTab(self.marionette, handle) for handle in handles]

    async def extension_page(self, path: str) -> FirefoxTab:
        """Open a page of the extension in a tab: `extension/popup/popup.html`, say."""
        return await self.open(f"moz-extension://{EXTENSION_UUID}/{path}")

    async def in_browser(self, script: str, *arguments: object) -> Any:
        """Run a function's body in Firefox itself, with its own rights (`Services`, `gBrowser`)."""
        async with self.marionette.switching:
            await self.marionette.send("Marionette:SetContext", value="chrome")
            try:
                return await self.marionette.send(
                    "WebDriver:ExecuteScript", script=script, args=list(arguments), sandbox="system"
                )
            finally:
                await self.marionette.send("Marionette:SetContext", value="content")

    async def permit(self, origin: str, change: Literal["add", "remove"] = "add") -> None:
        """Give the extension a site, or take one from it, as the user does in the browser's own page."""
        await self.in_browser(PERMIT, FIREFOX_ID, origin, change)

    async def stop_worker(self) -> None:
        """End the background page as Firefox does when it is idle; the next event starts it again."""
        script = "return WebExtensionPolicy.getByID(arguments[0]).extension.terminateBackground()"
        await self.in_browser(script, FIREFOX_ID)

    def kill(self) -> None:
        """Kill the browser as a crash would; its profile stays."""
        self.process.kill()

    async def screenshots(self, folder: Path) -> None:
        """Take a picture of each tab that still answers."""
        for number, tab in enumerate(await self.tabs()):
            try:
                picture = await tab.screenshot()
            except (MarionetteError, TimeoutError) as error:
                (folder / f"firefox-tab-{number}.txt").write_text(str(error), encoding="utf-8")
            else:
                (folder / f"firefox-tab-{number}.png").write_bytes(base64.b64decode(picture))


@asynccontextmanager
async def start_firefox(
    profile: Path,
    *,
    board_port: int,
    log: Path,
    home: Path | None = None,
    extension: Path = ROOT,
    preferences: dict[str, object] | None = None,
) -> AsyncIterator[Firefox]:
    """Run Firefox with the extension; all host names lead to the board on this port.

    With `home`, the native host is registered for that data directory. `profile` holds the profile and a
    HOME of its own for Firefox; the same one again is the same user's browser started again (a temporary
    extension has to be installed anew, which this does). Raises BrowserNotFound.
    """
    browser = find_firefox()
    async with connect_proxy(board_port) as proxy_port:
        environment = _prepare(profile, home, {**_preferences(proxy_port), **(preferences or {})})
        command = [str(browser.path), "--no-remote", "--marionette", "--headless"]
        # Without system access no page of an extension can be opened.
        command += ["-remote-allow-system-access", "--profile", str(profile / "profile")]
        process = start(command, log=log, environment=environment)
        try:
            marionette = await Marionette.connect(await _port(process, profile))
            try:
                await marionette.send("Addon:Install", path=str(extension), temporary=True)
                yield Firefox(marionette, process, profile)
                if process.is_running():
                    await _quit(marionette, process)
            finally:
                await marionette.close()
        finally:
            process.kill()


def _prepare(profile: Path, home: Path | None, preferences: dict[str, object]) -> dict[str, str]:
    """Lay out the profile and Firefox's HOME; return its environment."""
    folder, own_home = profile / "profile", profile / "home"
    folder.mkdir(parents=True, exist_ok=True)
    own_home.mkdir(exist_ok=True)
    (folder / "MarionetteActivePort").unlink(missing_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
    (folder / "user.js").write_text("\n".join(lines) + "\n", encoding="utf-8")
    environment = {**os.environ, "HOME": str(own_home), "MOZ_CRASHREPORTER_DISABLE": "1"}
    # The host must have its data directory from its launcher alone, as on a user's desktop.
    environment.pop("APPLYONCE_HOME", None)
    for name in [name for name in environment if name.startswith(("XDG_", "DBUS_"))]:
        del environment[name]
    if home is not None:
        _register(home, environment)
    return environment


def _register(home: Path, environment: dict[str, str]) -> None:
    """Register the native host in Firefox's own HOME: it reads one directory per user."""
    script = (
        "import sys, pathlib; from native_host.registration import install;"
        " print(install(['firefox'], [], pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", script, str(home)]
    subprocess.run(command, env=environment, check=True, capture_output=True, timeout=START_SECONDS)


def _preferences(proxy_port: int) -> dict[str, object]:
    return {
        "marionette.port": 0,
        "extensions.webextensions.uuids": json.dumps({FIREFOX_ID: EXTENSION_UUID}),
        "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": proxy_port,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": proxy_port,
        "network.http.http3.enable": False,
        "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False,
        "network.prefetch-next": False,
        "network.dns.disablePrefetch": True,
        "services.settings.server": "https://settings.invalid/v1",
        "browser.safebrowsing.downloads.enabled": False,
        "browser.safebrowsing.malware.enabled": False,
        "browser.safebrowsing.phishing.enabled": False,
        "app.update.disabledForTesting": True,
        "extensions.update.enabled": False,
        "extensions.getAddons.cache.enabled": False,
        "datareporting.policy.dataSubmissionEnabled": False,
        "datareporting.healthreport.uploadEnabled": False,
        "toolkit.telemetry.server": "",
        "browser.aboutwelcome.enabled": False,
        "browser.startup.homepage_override.mstone": "ignore",
        "browser.startup.page": 0,
        "browser.newtabpage.enabled": False,
        "browser.shell.checkDefaultBrowser": False,
        "browser.tabs.warnOnClose": False,
        "browser.warnOnQuit": False,
        "dom.disable_beforeunload": True,
        "devtools.console.stdout.content": True,
    }


async def _port(process: Process, profile: Path) -> int:
    file = profile / "profile" / "MarionetteActivePort"

    def written() -> int:
        assert process.is_running(), f"Firefox ended: {process.output()[-4000:]}"
        text = file.read_text(encoding="utf-8").strip() if file.exists() else ""
        return int(text) if text else 0

    return await until(written, "Firefox to open its Marionette port", seconds=START_SECONDS)


async def _quit(marionette: Marionette, process: Process) -> None:
    with suppress(ConnectionError):  # it may be gone before it has answered
        await marionette.send("Marionette:Quit", flags=["eForceQuit"])
    await until(lambda: not process.is_running(), "Firefox to quit", seconds=QUIT_SECONDS)
