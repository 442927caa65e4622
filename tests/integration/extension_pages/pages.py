"""Open one of the extension's pages in Chromium, as a web page with a stand-in for the background."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from companion.protocol import OPERATIONS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Browser, ConsoleMessage, Page

JsonObject = dict[str, Any]

ROOT = Path(__file__).resolve().parents[3]
FAKE = Path(__file__).with_name("fake_background.js").read_text(encoding="utf-8")
POPUP_SIZE = (400, 600)
OPTIONS_SIZE = (1120, 800)


@asynccontextmanager
async def served_extension() -> AsyncIterator[str]:
    """Serve `extension/` over loopback under the very CSP of the manifest; yields the address."""
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    policy = manifest["content_security_policy"]["extension_pages"]

    async def guard(_request: web.Request, response: web.StreamResponse) -> None:
        response.headers["Content-Security-Policy"] = policy

    application = web.Application()
    application.on_response_prepare.append(guard)
    application.router.add_static("/extension", ROOT / "extension")
    # Browsers ask a web server for it unbidden; of an extension they do not.
    application.router.add_get("/favicon.ico", no_icon)
    runner = web.AppRunner(application)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/extension/"
    finally:
        await runner.cleanup()


async def no_icon(_request: web.Request) -> web.Response:
    return web.Response(status=204)


class Extension:
    """Opens pages, each in a context of its own, and holds what they did against the protocol."""

    def __init__(self, browser: Browser, base: str) -> None:
        self.browser = browser
        self.base = base
        self.complaints: list[str] = []
        self.pages: list[Page] = []

    async def open(
        self, path: str, scene: JsonObject, *, size: tuple[int, int] = POPUP_SIZE, scheme: Any = "light"
    ) -> Page:
        """Open `path` (below `extension/`) over `scene`."""
        width, height = size
        context = await self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="en-GB",
            timezone_id="Europe/Berlin",
            accept_downloads=True,
        )
        page = await context.new_page()
        page.set_default_timeout(8_000)
        page.on("pageerror", lambda error: self.complaints.append(f"{path}: {error}"))
        page.on("console", self._heard)
        await page.add_init_script(f"globalThis.fakeScene = {json.dumps(scene)};\n{FAKE}")
        self.pages.append(page)
        await page.goto(self.base + path)
        return page

    def _heard(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    async def check(self) -> None:
        """Assert that no page complained (CSP included), and that all that was said fits the protocol."""
        assert self.complaints == []
        for page in self.pages:
            for entry in await page.evaluate("fake.log"):
                check_against_protocol(entry)

    async def close(self) -> None:
        """Close all pages, whatever has become of them."""
        for page in self.pages:
            await page.context.close()


def check_against_protocol(entry: JsonObject) -> None:
    """Assert that a call of a page, and the canned reply to it, are such as the companion takes and gives."""
    name: str = entry["op"]
    if name.startswith("ext_"):
        return
    operation = OPERATIONS[name]
    assert operation.native, f"{name} cannot be called from the extension"
    operation.request.model_validate(entry["params"])
    assert operation.changes == (entry["key"] is not None), f"{name}: a key goes with changes only"
    if entry["result"] is not None:
        operation.result.model_validate(entry["result"])


async def calls(page: Page, op: str) -> list[JsonObject]:
    """Return the parameters of all calls of `op` so far."""
    found: list[JsonObject] = await page.evaluate(
        "op => fake.log.filter((entry) => entry.op === op).map(({ params }) => params)", op
    )
    return found


async def called(page: Page, op: str) -> JsonObject:
    """Wait until `op` was called, and return the parameters of its latest call."""
    await page.wait_for_function("op => fake.log.some((entry) => entry.op === op)", arg=op)
    return (await calls(page, op))[-1]
