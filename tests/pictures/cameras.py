"""What takes the pictures: a camera for each browser, so that the scenes are written once."""

from __future__ import annotations

import asyncio
import base64
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, Protocol

from playwright.async_api import Error, Page

from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import CDPSession

    from tests.e2e.harness.chromium import Chromium
    from tests.e2e.harness.closed_root import ChromiumButton
    from tests.e2e.harness.firefox import Firefox
    from tests.e2e.harness.tab import FirefoxButton, FirefoxTab

Scheme = Literal["light", "dark"]
OURS = ("applyonce-button", "applyonce-marks")
AUDIT = Path(__file__).with_name("audit.js").read_text(encoding="utf-8")
SETTLED_MS = 450
"""Marks, switches and bars have come to rest by then."""
SHEET = """<!doctype html><style>
body {{ margin: 0; padding: 28px; display: flex; gap: 24px; align-items: start; background: #dfe5ea; }}
img {{ border-radius: 12px; box-shadow: 0 0 0 1px rgb(10 25 50 / 12%), 0 12px 36px rgb(10 25 50 / 18%); }}
</style><img src="{page}"><img src="{popup}">"""
STOP = """() => {
    const at = document.activeElement;
    at.setAttribute("data-reached", "");
    const label = at.labels?.[0]?.textContent;
    const name = [at.getAttribute("aria-label"), at.textContent.trim(), label, at.id].find(Boolean);
    // A switch is drawn by what stands beside it; a date's parts have a ring of the browser's own.
    const seen = at.matches(".switch input") ? at.nextElementSibling : at;
    const { outlineStyle, outlineWidth } = getComputedStyle(seen);
    const ringed = at.type === "date" || (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2);
    return [at.tagName, name?.slice(0, 40), ringed];
}"""
"""Where Tab has led to, and whether one sees it."""
STOPS = 200
"""So many presses of Tab at the most, to see what the keyboard reaches."""


@dataclass(frozen=True)
class View:
    """How something is looked at: the window in CSS pixels, and how many of the screen's make one."""

    name: str
    width: int
    height: int
    scheme: Scheme = "light"
    zoom: int = 1
    whole: bool = False
    """With all that lies below the window."""


POPUP = (
    View("light", 400, 600),
    View("dark", 400, 600, "dark"),
    View("narrow", 320, 600),
    View("zoomed", 400, 300, zoom=2),
)
PAGE = (
    View("light", 1280, 800, whole=True),
    View("dark", 1280, 800, "dark", whole=True),
    View("narrow", 340, 640, whole=True),
    View("zoomed", 640, 400, zoom=2),
)
README = View("readme", 860, 900)
TAB = (
    View("light", 1280, 800),
    View("dark", 1280, 800, "dark"),
    View("small", 360, 480),
    View("zoomed", 640, 400, zoom=2),
)


class Tab(Protocol):
    """What a scene does in a tab: Playwright's page and our Firefox's tab both can."""

    async def click(self, selector: str, /) -> None: ...

    async def close(self) -> None: ...


class Camera(Protocol):
    """One browser, and the folder that its pictures go to. `found` is what was found wrong, by picture."""

    found: dict[str, list[str]]

    async def open(self, url: str) -> Tab: ...

    async def ours(self, path: str) -> Tab:
        """Open a page of the extension."""
        ...

    async def opened(self, path: str) -> Tab:
        """Wait for a page of the extension that opens by itself."""
        ...

    def button(self, tab: Any) -> ChromiumButton | FirefoxButton: ...

    async def shows(self, tab: Any, text: str) -> None:
        """Wait until the page itself shows this text."""
        ...

    async def fill(self, tab: Any, selector: str, text: str) -> None: ...

    async def take(self, tab: Any, name: str, views: tuple[View, ...]) -> None:
        """Take a picture in each view, and look it over."""
        ...

    async def by_keyboard(self, tab: Any, name: str) -> None:
        """Go through a page of ours with Tab: what is not reached, and where no ring shows the focus."""
        ...


class ChromiumCamera:
    """Takes pictures in Chromium, and looks over what they show."""

    def __init__(self, chromium: Chromium, folder: Path) -> None:
        self.found: dict[str, list[str]] = {}
        self._chromium = chromium
        self._folder = folder

    async def open(self, url: str) -> Page:
        return await self._chromium.open(url)

    async def ours(self, path: str) -> Page:
        return await self._chromium.extension_page(f"extension/{path}")

    async def opened(self, path: str) -> Page:
        def found() -> Page | None:
            return next((page for page in self._chromium.context.pages if path in page.url), None)

        return await until(found, f"{path} to open")

    def button(self, tab: Page) -> ChromiumButton:
        return self._chromium.button(tab)

    async def shows(self, tab: Page, text: str) -> None:
        await tab.get_by_text(text).first.wait_for()

    async def fill(self, tab: Page, selector: str, text: str) -> None:
        await tab.locator(selector).first.fill(text)

    async def take(self, tab: Page, name: str, views: tuple[View, ...]) -> None:
        await tab.bring_to_front()
        async with self._session(tab) as session:
            for view in views:
                await session.send(
                    "Emulation.setDeviceMetricsOverride",
                    {
                        "width": view.width,
                        "height": view.height,
                        "deviceScaleFactor": view.zoom,
                        "mobile": False,
                    },
                )
                await tab.emulate_media(color_scheme=view.scheme)
                await tab.wait_for_timeout(SETTLED_MS)
                label = f"{name}-{view.name}"
                options = {"format": "png", "captureBeyondViewport": False}
                if view.whole:
                    height = await tab.evaluate(
                        "Math.max(document.documentElement.scrollHeight, innerHeight)"
                    )
                    clip = {"x": 0, "y": 0, "width": view.width, "height": height, "scale": 1}
                    options |= {"captureBeyondViewport": True, "clip": clip}
                taken = await session.send("Page.captureScreenshot", options)
                (self._folder / f"{label}.png").write_bytes(base64.b64decode(taken["data"]))
                self._note(label, await self._look_over(tab, session, view))
            await session.send("Emulation.clearDeviceMetricsOverride")
            await tab.emulate_media(color_scheme="light")

    async def by_keyboard(self, tab: Page, name: str) -> None:
        """Go through a page of ours with Tab: what is not reached, and where no ring shows the focus."""
        bare: list[str] = []
        await tab.bring_to_front()
        # From the very top: past the end of what follows the place that had the focus.
        await tab.evaluate("document.activeElement?.blur()")
        for _ in range(STOPS):
            await tab.keyboard.press("Tab")
            if await tab.evaluate("document.activeElement === document.body"):
                break
        await asyncio.sleep(SETTLED_MS / 1000)  # for what a field shows once it had the focus
        for _ in range(STOPS):
            await tab.keyboard.press("Tab")
            tag, what, ringed = await tab.evaluate(STOP)
            if tag == "BODY":
                break
            if not ringed:
                bare.append(f"no ring: {tag.lower()} {what}")
        missed = await tab.evaluate(
            """() => [...document.querySelectorAll("button, a[href], input, select, textarea, summary")]
                .filter((each) => each.getClientRects().length > 0 && !each.disabled && each.tabIndex >= 0)
                .filter((each) => !each.hasAttribute("data-reached") && each.type !== "radio")
                .map((each) => `not reached: ${each.outerHTML.slice(0, 90)}`)"""
        )
        self._note(f"{name}-keyboard", [*bare, *missed])

    async def compose(self, tab: Page, name: str) -> None:
        """Take a tab, and beside it the popup that a press on the toolbar's icon opens over it."""
        await self.take(tab, name, (README,))
        page = (self._folder / f"{name}-{README.name}.png").read_bytes()
        async with self._chromium.popup(tab) as opened:
            await opened.wait_for_text("In progress")
            await asyncio.sleep(SETTLED_MS / 1000)
            popup = await opened.picture()
        sheet = await self._chromium.context.new_page()
        await sheet.set_viewport_size({"width": README.width + 480, "height": README.height + 56})
        under, over = (f"data:image/png;base64,{base64.b64encode(each).decode()}" for each in (page, popup))
        await sheet.set_content(SHEET.format(page=under, popup=over))
        (self._folder / f"{name}.png").write_bytes(await sheet.screenshot())
        await sheet.close()

    @asynccontextmanager
    async def _session(self, tab: Page) -> AsyncIterator[CDPSession]:
        session = await self._chromium.context.new_cdp_session(tab)
        try:
            yield session
        finally:
            await session.detach()

    async def _look_over(self, tab: Page, session: CDPSession, view: View) -> list[str]:
        """Look over a page of ours whole, and of any other page what we have put into it."""
        opaque = "white" if view.scheme == "light" else "black"
        if tab.url.startswith("chrome-extension:"):
            said: list[str] = await tab.evaluate(f"(opaque) => ({AUDIT.strip()})(document, opaque)", opaque)
            return said
        document = await session.send("DOM.getDocument", {"depth": -1, "pierce": True})
        wrong: list[str] = []
        for root in _closed_roots(document["root"]):
            node = await session.send("DOM.resolveNode", {"nodeId": root["nodeId"]})
            called = await session.send(
                "Runtime.callFunctionOn",
                {
                    "objectId": node["object"]["objectId"],
                    "functionDeclaration": f"function (opaque) {{ return ({AUDIT.strip()})(this, opaque); }}",
                    "arguments": [{"value": opaque}],
                    "returnByValue": True,
                },
            )
            if "exceptionDetails" in called:
                raise Error(str(called["exceptionDetails"]))
            wrong += called["result"]["value"]
        return wrong

    def _note(self, label: str, wrong: list[str]) -> None:
        if wrong:
            self.found[label] = wrong


def _closed_roots(node: dict[str, Any]) -> list[dict[str, Any]]:
    own: list[dict[str, Any]] = node.get("shadowRoots", []) if node.get("localName") in OURS else []
    inner = [*node.get("children", []), *([node["contentDocument"]] if "contentDocument" in node else [])]
    return [*own, *(root for child in inner for root in _closed_roots(child))]


class FirefoxCamera:
    """Takes pictures in Firefox; it looks over the extension's own pages only."""

    def __init__(self, firefox: Firefox, folder: Path) -> None:
        self.found: dict[str, list[str]] = {}
        self._firefox = firefox
        self._folder = folder

    async def open(self, url: str) -> FirefoxTab:
        return await self._firefox.open(url)

    async def ours(self, path: str) -> FirefoxTab:
        return await self._firefox.extension_page(f"extension/{path}")

    async def opened(self, path: str) -> FirefoxTab:
        async def found() -> FirefoxTab | None:
            for tab in await self._firefox.tabs():
                if path in await tab.url():
                    return tab
            return None

        return await until(found, f"{path} to open")

    def button(self, tab: FirefoxTab) -> FirefoxButton:
        return tab.button

    async def shows(self, tab: FirefoxTab, text: str) -> None:
        async def shown() -> bool:
            return text in str(await tab.evaluate("return document.body.innerText"))

        await until(shown, f"the page to show {text!r}")

    async def fill(self, tab: FirefoxTab, selector: str, text: str) -> None:
        await tab.type(selector, text)

    async def take(self, tab: FirefoxTab, name: str, views: tuple[View, ...]) -> None:
        for view in views:
            await self._look_as(tab, view)
            label = f"{name}-{view.name}"
            taken = await tab.screenshot()
            (self._folder / f"{label}.png").write_bytes(base64.b64decode(taken))
            if (await tab.url()).startswith("moz-extension:"):
                opaque = "white" if view.scheme == "light" else "black"
                wrong = await tab.evaluate(f"return ({AUDIT.strip()})(document, arguments[0])", opaque)
                if wrong:
                    self.found[label] = wrong

    async def by_keyboard(self, tab: FirefoxTab, name: str) -> None:
        """Chromium's camera does that."""

    async def _look_as(self, tab: FirefoxTab, view: View) -> None:
        script = """
            const [width, height, zoom, dark] = arguments;
            Services.prefs.setIntPref("layout.css.prefers-color-scheme.content-override", dark ? 0 : 1);
            const window = Services.wm.getMostRecentWindow("navigator:browser");
            const browser = window.gBrowser.selectedBrowser;
            window.gBrowser.selectedBrowser.fullZoom = zoom;
            window.resizeBy(width * zoom - browser.clientWidth, height * zoom - browser.clientHeight);
            return true;
        """
        await tab.show()
        await self._firefox.in_browser(script, view.width, view.height, view.zoom, view.scheme == "dark")
        await asyncio.sleep(SETTLED_MS / 1000)
