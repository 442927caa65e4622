"""Pages at their real addresses, with the extension's recognising scripts, and nothing from outside."""

from __future__ import annotations

import csv
import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import BrowserContext, Page, Route

ROOT = Path(__file__).resolve().parents[3]
RECOGNISING = ("boards/", "content/forms", "content/json_ld", "content/detect", "content/tree")


def recognising_scripts() -> list[Path]:
    """Return the scripts that tell what a page is, in the manifest's order."""
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    files: list[str] = manifest["content_scripts"][0]["js"]
    return [ROOT / name for name in files if name.removeprefix("extension/").startswith(RECOGNISING)]


SCRIPT = "globalThis.applyonce = {};\n" + "\n".join(
    path.read_text(encoding="utf-8") for path in recognising_scripts()
)

LOOK = """(forced) => {
  const address = new URL(location.href);
  const seen = applyonce.detect.look(document, address, forced);
  if (!seen) return null;
  const controls = seen.form ? applyonce.boards.submits(seen.board, seen.form) : [];
  return {
    ...seen, board: seen.board.name,
    form: seen.form?.querySelectorAll('input, select, textarea').length ?? 0,
    submit: controls.length,
    success: seen.board.success(document, address),
    refusal: seen.board.refusal(document, address),
  };
}"""


@dataclass
class Pages:
    """One tab, and what it shows next."""

    tab: Page
    html: str = ""

    @classmethod
    async def open(cls, context: BrowserContext) -> Pages:
        """Open the tab."""
        pages = cls(await context.new_page())
        await context.route("**/*", pages.serve)
        return pages

    async def serve(self, route: Route) -> None:
        """Give the page to the tab itself, and nothing to anything else."""
        request = route.request
        if request.is_navigation_request() and request.frame == self.tab.main_frame:
            await route.fulfill(body=self.html, content_type="text/html; charset=utf-8")
        else:
            await route.abort()

    async def look(self, url: str, html: str, *, forced: bool = False) -> dict[str, Any] | None:
        """Show the page at that address and return what the extension sees in it."""
        self.html = html
        await self.tab.goto(url, wait_until="domcontentloaded")
        await self.tab.evaluate(SCRIPT)
        seen: dict[str, Any] | None = await self.tab.evaluate(LOOK, forced)
        return seen


def index(folder: Path) -> list[dict[str, str]]:
    """Return the rows of a corpus folder's index."""
    with (folder / "INDEX.tsv").open(newline="", encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def captured(path: Path) -> str:
    """Return a captured page's text."""
    return gzip.decompress(path.read_bytes()).decode("utf-8", "replace")


def identity_forms(corpus: Path) -> Iterator[tuple[str, str]]:
    """Yield name and page of forms that are for all sorts of things, but not for applications."""
    for row in index(corpus / "identity_forms"):
        html = captured(corpus / "identity_forms" / f"{row['file']}.gz")
        yield row["file"], html.replace("data-manual-scoring", "data-taken-off")
