"""Reach into closed shadow roots in Chromium, as a user's mouse does and no page's script can: by CDP."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from playwright.async_api import Error, Page

from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from playwright.async_api import CDPSession, Frame

HOST = "applyonce-button"


class ChromiumButton:
    """The element that the extension injects into a page or frame, seen and clicked from outside."""

    def __init__(self, where: Page | Frame) -> None:
        self._frame = where.main_frame if isinstance(where, Page) else where
        self._page = self._frame.page

    async def status(self) -> str | None:
        """Return what the host element shows to everybody; None where there is no such element."""
        shown: str | None = await self._frame.evaluate(
            f"document.querySelector('{HOST}')?.dataset.applyonceStatus ?? null"
        )
        return shown

    async def wait_for_status(self, status: str) -> None:
        """Wait until it shows this status."""
        await wait_for_status(self.status, status, Error)

    async def text(self, selector: str = "button") -> str:
        """Return the visible text of the first element in the closed root that matches."""
        return str(await self._call(selector, "function () { return this.innerText; }"))

    async def is_disabled(self, selector: str = "button") -> bool:
        """Say whether a control in the closed root is disabled."""
        script = "function () { return this.disabled || this.getAttribute('aria-disabled') === 'true'; }"
        return bool(await self._call(selector, script))

    async def is_hidden(self, selector: str) -> bool:
        """Say whether an element in the closed root takes no room; so is one that is not there."""
        try:
            return not await self._call(selector, "function () { return this.getClientRects().length > 0; }")
        except AssertionError:
            return True

    async def click(self, selector: str = "button") -> None:
        """Click a control in the closed root with the mouse: a trusted click."""
        x, y = await self.centre(selector)
        await self._page.mouse.click(x, y)

    async def centre(self, selector: str = "button") -> tuple[float, float]:
        """Return where in the viewport a control of the closed root is, in CSS pixels."""
        script = """function () {
            this.scrollIntoView({ block: "center" });
            const box = this.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }"""
        point = await self._call(selector, script)
        left, top = 0.0, 0.0
        if self._frame.parent_frame is not None:
            box = await (await self._frame.frame_element()).bounding_box()
            assert box is not None, "the frame is not shown"
            left, top = box["x"], box["y"]
        return left + point["x"], top + point["y"]

    async def _call(self, selector: str, function: str) -> Any:
        """Call a function on the first match; waits for the element to appear."""
        session = await self._session()
        try:
            (value,) = await until(
                lambda: _call_on_match(session, selector, function),
                f"{selector} in {HOST}",
                ignoring=(Error,),
            )
            return value
        finally:
            await session.detach()

    async def _session(self) -> CDPSession:
        try:
            return await self._page.context.new_cdp_session(self._frame)
        except Error:
            # A frame of the page's own process has no session; the page's own reaches into it.
            return await self._page.context.new_cdp_session(self._page)


async def wait_for_status(
    read: Callable[[], Awaitable[str | None]], status: str, not_yet: type[Exception]
) -> None:
    """Wait until `read` gives this status; says what it gave meanwhile when it does not."""
    seen: dict[str | None, None] = {}

    async def shows() -> bool:
        shown = await read()
        seen[shown] = None
        return shown == status

    try:
        await until(shows, f"the button to show {status}", ignoring=(not_yet,))
    except AssertionError as error:
        raise AssertionError(f"{error}; it showed {', '.join(map(str, seen))}") from None


class NoMatch(Error):
    """The element is not there yet."""


async def _call_on_match(session: CDPSession, selector: str, function: str) -> tuple[Any]:
    """Return the value in a tuple, which is true whatever the value is."""
    document = await session.send("DOM.getDocument", {"depth": -1, "pierce": True})
    root = _closed_root(document["root"])
    if root is None:
        raise NoMatch(f"no <{HOST}> with a shadow root")
    found = await session.send("DOM.querySelector", {"nodeId": root["nodeId"], "selector": selector})
    if not found["nodeId"]:
        raise NoMatch(f"no {selector} in <{HOST}>")
    node = await session.send("DOM.resolveNode", {"nodeId": found["nodeId"]})
    called = await session.send(
        "Runtime.callFunctionOn",
        {"objectId": node["object"]["objectId"], "functionDeclaration": function, "returnByValue": True},
    )
    if "exceptionDetails" in called:
        raise NoMatch(str(called["exceptionDetails"]))
    return (called["result"].get("value"),)


def _closed_root(node: dict[str, Any]) -> dict[str, Any] | None:
    if node.get("localName") == HOST:
        roots: list[dict[str, Any]] = node.get("shadowRoots", [])
        return roots[0] if roots else None
    inner = [*node.get("children", []), *node.get("shadowRoots", [])]
    if "contentDocument" in node:
        inner.append(node["contentDocument"])
    for child in inner:
        found = _closed_root(child)
        if found is not None:
            return found
    return None
