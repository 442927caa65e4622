"""The filling scripts in a real page: described, filled and read back as the extension does it."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.async_api import Frame, Page

ROOT = Path(__file__).parents[3]
CONTENT = ROOT / "extension" / "content"
SCRIPTS = [
    "tree.js",
    "typed.js",
    "visible.js",
    "events.js",
    "settle.js",
    "options.js",
    "meaning.js",
    "hints.js",
    "nearby.js",
    "labels.js",
    "controls.js",
    "widgets/text.js",
    "widgets/select.js",
    "widgets/choice.js",
    "file_hash.js",
    "widgets/file.js",
    "widgets/listbox.js",
    "widgets/combobox.js",
    "widgets/prompt.js",
    "widgets/typeahead.js",
    "widgets/select2.js",
    "widgets/date.js",
    "describe.js",
    "handles.js",
    "verify.js",
    "fill.js",
]
"""In the order in which the manifest lists them."""

RESUME = b"%PDF-1.4\n% a short resume\n%%EOF\n"

DESCRIBE = """async ({selector, openOptions}) => {
  const container = selector ? document.querySelector(selector) : document;
  const how = openOptions ? {openOptions: true} : undefined;
  window.description = await applyonce.describe.form(container, how);
  return window.description.fields;
}"""

FILL = """async ({values, file, abortAfter}) => {
  const bytes = Uint8Array.from(atob(file.content), (character) => character.charCodeAt(0));
  const asked = [];
  const steps = [];
  const controller = new AbortController();
  const outcomes = await applyonce.fill.form(window.description, values, {
    getDocument: async (id) => {
      asked.push(id);
      return new File([bytes], file.name, {type: file.mime});
    },
    onProgress: (progress) => {
      steps.push(progress);
      if (abortAfter !== null && progress.filled >= abortAfter) controller.abort();
    },
    signal: controller.signal,
  });
  return {outcomes, asked, steps};
}"""


def scripts() -> str:
    """Return all filling scripts as one text, to be evaluated in a page (past any policy of the page)."""
    return "\n".join((CONTENT / name).read_text(encoding="utf-8") for name in SCRIPTS)


@dataclass
class Filled:
    """What a fill answered: outcomes by field id, documents asked for, progress as told."""

    outcomes: dict[str, dict[str, Any]]
    asked: list[str]
    steps: list[dict[str, Any]]

    def of(self, field_id: str) -> str:
        return str(self.outcomes[field_id]["outcome"])

    @property
    def not_filled(self) -> dict[str, dict[str, Any]]:
        return {key: value for key, value in self.outcomes.items() if value["outcome"] != "filled"}


@dataclass
class Filler:
    """Describes and fills the form of one page or frame; fields are named by their name, id or label."""

    page: Page | Frame
    fields: list[dict[str, Any]] = field(default_factory=list)

    async def inject(self) -> None:
        await self.page.evaluate(scripts())

    async def describe(
        self, selector: str | None = None, *, open_options: bool = False
    ) -> list[dict[str, Any]]:
        self.fields = cast(
            "list[dict[str, Any]]",
            await self.page.evaluate(DESCRIBE, {"selector": selector, "openOptions": open_options}),
        )
        return self.fields

    def field(self, key: str) -> dict[str, Any]:
        """Return the one described field of this name, DOM id or label."""
        found = [one for one in self.fields if key in (one["name"], one["dom_id"], one["label"])]
        assert len(found) == 1, (
            f"{len(found)} fields are {key!r} among {[self._words(f) for f in self.fields]}"
        )
        return found[0]

    def has(self, key: str) -> bool:
        return any(key in (one["name"], one["dom_id"], one["label"]) for one in self.fields)

    @staticmethod
    def _words(one: dict[str, Any]) -> str:
        return f"{one['kind']}:{one['name'] or one['dom_id']}:{one['label']}"

    async def fill(
        self,
        values: Mapping[str, object],
        *,
        file_name: str = "resume.pdf",
        abort_after: int | None = None,
    ) -> Filled:
        """Fill the fields named by key; the outcomes come back under the same keys."""
        ids = {self.field(key)["id"]: key for key in values}
        planned = [{"id": field_id, "value": values[key]} for field_id, key in ids.items()]
        file = {
            "name": file_name,
            "mime": "application/pdf",
            "content": base64.b64encode(RESUME).decode(),
        }
        answer = await self.page.evaluate(FILL, {"values": planned, "file": file, "abortAfter": abort_after})
        outcomes = {ids[one["id"]]: one for one in answer["outcomes"]}
        return Filled(outcomes, answer["asked"], answer["steps"])

    async def read_back(self, values: Mapping[str, object]) -> dict[str, dict[str, Any]]:
        ids = {self.field(key)["id"]: key for key in values}
        planned = [{"id": field_id, "value": values[key]} for field_id, key in ids.items()]
        answer = await self.page.evaluate(
            "(values) => applyonce.fill.readBack(window.description, values)", planned
        )
        return {ids[one["id"]]: one for one in answer}

    async def settled(self) -> None:
        await self.page.evaluate("() => applyonce.fill.settled(window.description)")
