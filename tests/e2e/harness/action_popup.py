"""The popup as a press on the toolbar's icon opens it: a gesture, which lets the extension into the page.

Playwright does not see this window.
"""

from __future__ import annotations

import asyncio
import base64
import json
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from tests.e2e.harness.cdp_target import CdpTarget, attached
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import BrowserContext, CDPSession, Page

FIND = """(name) => [...document.querySelectorAll('button, a, [role=button], input[type=checkbox]')]
  .filter((each) => each.getClientRects().length > 0)
  .find((each) => (each.getAttribute('aria-label') ?? each.textContent).includes(name))"""
STANDS_STILL_SECONDS = 0.1
"""A list under the pointer moves when what stands above it comes or goes."""


class ActionPopup:
    """The open popup. It closes by itself, as popups do, when it is done or loses the focus."""

    def __init__(self, browser: CDPSession, target: str, inside: CdpTarget) -> None:
        self._browser = browser
        self._target = target
        self._inside = inside

    async def evaluate(self, expression: str) -> Any:
        """Evaluate in the popup's page; a promise's result is waited for. Raises Error."""
        answer = await self._inside.send(
            "Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise Error(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    async def text(self) -> str:
        """Return what it shows."""
        return str(await self.evaluate("document.body.innerText"))

    async def wait_for_text(self, text: str) -> None:
        """Wait until it shows this text."""

        async def shown() -> bool:
            return text in await self.text()

        await until(shown, f"the popup to show {text!r}", ignoring=(Error,))

    async def click(self, name: str) -> None:
        """Press the control whose accessible name holds this, with the mouse, once it is there and still."""
        script = f"""(() => {{
            const control = ({FIND})({json.dumps(name)});
            if (!control || control.disabled) return null;
            control.scrollIntoView({{ block: 'center' }});
            const box = control.getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];
        }})()"""
        seen: list[list[float] | None] = [None]

        async def still() -> list[float] | None:
            seen.append(await self.evaluate(script))
            await asyncio.sleep(STANDS_STILL_SECONDS)
            return seen[-1] if seen[-1] == seen[-2] else None

        x, y = await until(still, f"{name!r} in the popup", ignoring=(Error,))
        for kind in ("mousePressed", "mouseReleased"):
            await self._inside.send(
                "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1
            )

    async def picture(self) -> bytes:
        """Return what it shows as a PNG."""
        answer = await self._inside.send("Page.captureScreenshot", format="png")
        return base64.b64decode(answer["data"])

    async def close(self) -> None:
        """Close it, and wait until it has gone."""
        await self._browser.send("Target.closeTarget", {"targetId": self._target})
        await self.wait_until_closed()

    async def is_open(self) -> bool:
        """Say whether it is still there."""
        targets = (await self._browser.send("Target.getTargets"))["targetInfos"]
        return any(each["targetId"] == self._target for each in targets)

    async def wait_until_closed(self) -> None:
        """Wait until it has closed itself."""

        async def closed() -> bool:
            return not await self.is_open()

        await until(closed, "the popup to close")


@asynccontextmanager
async def action_popup(context: BrowserContext, extension_id: str, over: Page) -> AsyncIterator[ActionPopup]:
    """Press the toolbar's icon over this tab, and give the popup that opens."""
    assert context.browser is not None, "Playwright knows no browser of this context"
    session = await context.browser.new_browser_cdp_session()
    try:
        target = await _press(session, extension_id, over)
        async with attached(session, target) as inside:
            popup = ActionPopup(session, target, inside)
            yield popup
            if await popup.is_open():
                await popup.close()
    finally:
        await session.detach()


async def _press(session: CDPSession, extension_id: str, over: Page) -> str:
    """Press the icon over this tab, and return the id of the popup's target."""
    await over.bring_to_front()
    tabs = await session.send("Target.getTargets", {"filter": [{"type": "tab"}]})
    active = [each for each in tabs["targetInfos"] if each["embedderData"]["tabActive"]]
    # The tab is told by its address: a tab's id is of another kind than its page's.
    (tab,) = [each for each in active if each["url"] == over.url]
    await session.send("Extensions.triggerAction", {"id": extension_id, "targetId": tab["targetId"]})

    async def opened() -> str | None:
        targets = (await session.send("Target.getTargets"))["targetInfos"]
        own = [each for each in targets if each["url"].startswith(f"chrome-extension://{extension_id}/")]
        popups = [each for each in own if each["type"] == "page" and "/popup.html" in each["url"]]
        return str(popups[-1]["targetId"]) if popups else None

    return await until(opened, "the popup")
