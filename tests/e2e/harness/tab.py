"""One tab of Firefox, and the extension's button in it, over Marionette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from tests.e2e.harness.closed_root import HOST, wait_for_status
from tests.e2e.harness.marionette import ELEMENT_KEY, SHADOW_KEY, Marionette, MarionetteError
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

T = TypeVar("T")


class FirefoxTab:
    """A tab. Every call first switches to it, which does not bring it to the front."""

    def __init__(self, marionette: Marionette, handle: str) -> None:
        self.handle = handle
        self._marionette = marionette
        self._frame: str | None = None

    def frame(self, selector: str) -> FirefoxTab:
        """Return the same tab, seen from inside the frame that this selector finds."""
        inside = FirefoxTab(self._marionette, self.handle)
        inside._frame = selector
        return inside

    async def go(self, url: str) -> None:
        """Navigate; returns once the page has loaded."""
        await self._send("WebDriver:Navigate", url=url)

    async def reload(self) -> None:
        await self._send("WebDriver:Refresh")

    async def back(self) -> None:
        await self._send("WebDriver:Back")

    async def url(self) -> str:
        return str(await self._send("WebDriver:GetCurrentURL"))

    async def close(self) -> None:
        """Close the tab as a user does."""
        left = await self._send("WebDriver:CloseWindow")
        async with self._marionette.switching:  # what is sent next must find a tab
            await self._marionette.send("WebDriver:SwitchToWindow", handle=left[0], focus=False)

    async def evaluate(self, script: str, *arguments: object) -> Any:
        """Run a function's body in the page (`return …`, `arguments[0]`); a promise is waited for."""
        return await self._send("WebDriver:ExecuteScript", script=script, args=list(arguments))

    async def click(self, selector: str) -> None:
        """Click an element with the mouse: a trusted click. Waits for the element to appear."""
        await self.on_element(selector, self._click)

    async def click_found(self, script: str, *arguments: object) -> None:
        """Click with the mouse what a function's body in the page returns: an element in a shadow root, say."""

        async def attempt() -> bool:
            async with self._marionette.switching:
                await self._switch()
                command = "WebDriver:ExecuteScript"
                found = await self._marionette.send(command, script=script, args=list(arguments))
                await self._click(str(found[ELEMENT_KEY]))
                return True

        await until(attempt, "an element to be clicked", ignoring=(MarionetteError,))

    async def hold(self, selector: str, milliseconds: int, *, closed_root_of: str | None = None) -> None:
        """Press an element in view with the mouse, hold it so long, and let go, as a finger does."""

        async def press(element: str) -> None:
            down, up = {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}
            move = {"type": "pointerMove", "origin": {ELEMENT_KEY: element}, "x": 0, "y": 0}
            pause = {"type": "pause", "duration": milliseconds}
            mouse = {"type": "pointer", "id": "mouse", "actions": [move, down, pause, up]}
            await self._marionette.send("WebDriver:PerformActions", actions=[mouse])

        await self.on_element(selector, press, closed_root_of=closed_root_of)

    async def type(self, selector: str, text: str) -> None:
        """Type into an element, key by key. Waits for the element to appear."""

        async def send_keys(element: str) -> None:
            await self._marionette.send("WebDriver:ElementSendKeys", id=element, text=text)

        await self.on_element(selector, send_keys)

    async def text(self, selector: str) -> str:
        """Return an element's visible text. Waits for the element to appear."""

        async def read(element: str) -> str:
            return str(await self._marionette.send("WebDriver:GetElementText", id=element))

        return await self.on_element(selector, read)

    async def show(self) -> None:
        """Bring the tab to the front."""
        async with self._marionette.switching:
            await self._marionette.send("WebDriver:SwitchToWindow", handle=self.handle, focus=True)

    async def screenshot(self) -> str:
        """Return a picture of what the tab shows: PNG, base64."""
        return str(await self._send("WebDriver:TakeScreenshot", full=False))

    @property
    def button(self) -> FirefoxButton:
        """The injected button of this page or frame."""
        return FirefoxButton(self, self._marionette)

    async def _switch(self) -> None:
        await self._marionette.send("WebDriver:SwitchToWindow", handle=self.handle, focus=False)
        await self._marionette.send("WebDriver:SwitchToFrame", id=None)
        if self._frame is not None:
            await self._marionette.send("WebDriver:SwitchToFrame", element=await self._find(self._frame))

    async def _find(self, selector: str) -> str:
        found = await self._marionette.send("WebDriver:FindElement", using="css selector", value=selector)
        return str(found[ELEMENT_KEY])

    async def _click(self, element: str) -> None:
        await self._marionette.send("WebDriver:ElementClick", id=element)

    async def _send(self, command: str, **parameters: Any) -> Any:
        async with self._marionette.switching:
            await self._switch()
            return await self._marionette.send(command, **parameters)

    async def on_element(
        self, selector: str, action: Callable[[str], Awaitable[T]], *, closed_root_of: str | None = None
    ) -> T:
        """Do something with an element's reference, once it is there and it works.

        With `closed_root_of`, the element is looked for in the shadow root of that one.
        """

        async def attempt() -> tuple[T]:
            async with self._marionette.switching:
                await self._switch()
                if closed_root_of is None:
                    return (await action(await self._find(selector)),)
                host = await self._find(closed_root_of)
                root = await self._marionette.send("WebDriver:GetShadowRoot", id=host)
                found = await self._marionette.send(
                    "WebDriver:FindElementFromShadowRoot",
                    shadowRoot=root[SHADOW_KEY],
                    using="css selector",
                    value=selector,
                )
                return (await action(found[ELEMENT_KEY]),)

        (result,) = await until(attempt, f"{selector} to be there", ignoring=(MarionetteError,))
        return result


class FirefoxButton:
    """The element that the extension injects, seen and clicked from outside; as ChromiumButton."""

    def __init__(self, tab: FirefoxTab, marionette: Marionette) -> None:
        self._tab = tab
        self._marionette = marionette

    async def status(self) -> str | None:
        """Return what the host element shows to everybody; None where there is no such element."""
        script = f"return document.querySelector('{HOST}')?.dataset.applyonceStatus ?? null"
        shown: str | None = await self._tab.evaluate(script)
        return shown

    async def wait_for_status(self, status: str) -> None:
        """Wait until it shows this status."""
        await wait_for_status(self.status, status, MarionetteError)

    async def text(self, selector: str = "button") -> str:
        """Return the visible text of the first element in the closed root that matches."""

        async def read(element: str) -> str:
            return str(await self._marionette.send("WebDriver:GetElementText", id=element))

        return await self._tab.on_element(selector, read, closed_root_of=HOST)

    async def is_disabled(self, selector: str = "button") -> bool:
        """Say whether a control in the closed root is disabled."""

        async def read(element: str) -> bool:
            if not await self._marionette.send("WebDriver:IsElementEnabled", id=element):
                return True
            named = {"id": element, "name": "aria-disabled"}
            return bool(await self._marionette.send("WebDriver:GetElementAttribute", **named) == "true")

        return await self._tab.on_element(selector, read, closed_root_of=HOST)

    async def click(self, selector: str = "button") -> None:
        """Click a control in the closed root with the mouse: a trusted click."""

        async def press(element: str) -> None:
            await self._marionette.send("WebDriver:ElementClick", id=element)

        await self._tab.on_element(selector, press, closed_root_of=HOST)

    async def hold(self, selector: str, milliseconds: int) -> None:
        """Press a control in the closed root with the mouse, hold it so long, and let go: trusted events."""
        await self._tab.hold(selector, milliseconds, closed_root_of=HOST)
