"""Pictures of the button in each of its states, and of the popup in both colour schemes."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Literal

from companion.demo.button import shows, status_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Page

    from companion.demo.browser import DemoBrowser

POPUP = "extension/popup/popup.html"
POPUP_SIZE = (400, 600)
"""In CSS pixels; browsers show a popup of this extension no larger."""
SHOW_SECONDS = 10.0
NAMES = {
    "pending": "button-apply",
    "in_progress": "button-applying",
    "applied": "button-applied",
    "unconfirmed": "button-did-it-go-through",
    "offline": "button-companion-not-running",
}
Scheme = Literal["light", "dark"]
_SCHEMES: tuple[Scheme, ...] = ("light", "dark")
_COMPOSITE = """<!doctype html><style>
body {{ margin: 0; width: {width}px; height: {height}px; position: relative; overflow: hidden; }}
.page {{ position: absolute; inset: 0; width: 100%; }}
.popup {{ position: absolute; top: 24px; right: 28px; border-radius: 12px;
  box-shadow: 0 0 0 1px rgba(10, 25, 50, .12), 0 16px 48px rgba(10, 25, 50, .32); }}
</style><img class="page" src="{page}"><img class="popup" src="{popup}">"""


class Pictures:
    """A folder of pictures; of each kind the first one is kept."""

    def __init__(self, folder: Path, browser: DemoBrowser) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self._browser = browser
        self.taken: set[str] = set()

    async def look(self, page: Page) -> None:
        """Keep a picture of the page if the state of its button has none yet."""
        status = await status_of(page)
        name = NAMES.get(status or "")
        if name is None or name in self.taken:
            return
        content = await page.screenshot()
        # The state may have changed meanwhile: then it is the picture of nothing in particular.
        if await status_of(page) == status:
            self._keep(name, content)

    def has(self, status: str) -> bool:
        """Say whether there is a picture of this status."""
        return NAMES[status] in self.taken

    async def look_for(self, page: Page, status: str) -> bool:
        """Wait until the button shows this status, keep a picture, and say whether there is one."""
        if not self.has(status) and await shows(page, status, seconds=SHOW_SECONDS):
            await self.look(page)
        return self.has(status)

    async def popup(self) -> None:
        """Open the popup in a tab and keep a picture in each colour scheme."""
        page = await self._browser.extension_page(POPUP)
        try:
            await page.set_viewport_size({"width": POPUP_SIZE[0], "height": POPUP_SIZE[1]})
            await page.locator("#in-progress li, #recent li, #nothing").first.wait_for()
            for scheme in _SCHEMES:
                await page.emulate_media(color_scheme=scheme)
                self._keep(f"popup-{scheme}", await page.locator("body").screenshot())
        finally:
            await page.close()

    async def compose(self) -> None:
        """Lay the popup over the page that shows the button, as a user has them: ``demo.png``."""
        parts = [self.folder / f"{name}.png" for name in ("button-applying", "popup-light")]
        if not all(part.stem in self.taken for part in parts):
            return
        page = await self._browser.context.new_page()
        try:
            width, height = 1280, 800
            under, over = (_data_url(part.read_bytes()) for part in parts)
            await page.set_viewport_size({"width": width, "height": height})
            await page.set_content(_COMPOSITE.format(page=under, popup=over, width=width, height=height))
            self._keep("demo", await page.screenshot())
        finally:
            await page.close()

    def _keep(self, name: str, content: bytes) -> None:
        (self.folder / f"{name}.png").write_bytes(content)
        self.taken.add(name)


def _data_url(content: bytes) -> str:
    return f"data:image/png;base64,{base64.b64encode(content).decode()}"
