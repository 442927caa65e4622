"""A made-up page with what is right for it: `data-want` on each control, or on the element around a question.

A file holds one document, or several, each headed by a line `<!-- at ADDRESS -->`; the first is the one that is
opened, and its head may say `button=asked` (only the user can tell that it is a job) or `button=none`.

`data-want` is `KIND | LABEL* | [OPTION; OPTION] | =VALUE`: the star means required, `a/b` either kind. VALUE is
what stands there after the filling: nothing after `=` for a control that must stay empty, `~` before a pattern, no
such part where it does not matter. `none` alone is a control that is not the applicant's: it is not
described, and stays as it was.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
_HEAD = re.compile(r"<!-- at (\S+?)(?: button=(\w+))? -->\n")
_WANT = re.compile(r'data-want="([^"]*)"')
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is right for one control. `value` is None where any is, `options` where they are not judged."""

    kinds: frozenset[str]
    label: str
    required: bool
    options: tuple[str, ...] | None
    value: str | None

    @property
    def is_ours(self) -> bool:
        """Whether it is the applicant's at all."""
        return bool(self.kinds)

    def fits(self, value: str) -> bool:
        """Tell whether this may stand there after the filling."""
        if self.value is None:
            return True
        seen = _SPACE.sub(" ", value).strip()
        if self.value.startswith("~"):
            return re.search(self.value[1:], seen, re.IGNORECASE) is not None
        return seen == self.value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as it is served (`documents` by address, the first is opened), and what is right, by number."""

    name: str
    url: str
    button: str
    documents: dict[str, str]
    wanted: tuple[Wanted, ...]


def sheets(folder: str) -> list[Sheet]:
    """Return the pages of one folder."""
    return [read(path) for path in sorted((PAGES / folder).glob("*.html"))]


def read(path: Path) -> Sheet:
    """Read one file. Raises ValueError for one without a head."""
    _, *parts = _HEAD.split(path.read_text(encoding="utf-8"))
    if not parts:
        raise ValueError(f"{path} names no address")
    wanted: list[Wanted] = []

    def number(match: re.Match[str]) -> str:
        wanted.append(_parse(html.unescape(match[1])))
        return f'data-n="{len(wanted) - 1}"'

    documents = {
        address: _WANT.sub(number, text) for address, text in zip(parts[::3], parts[2::3], strict=True)
    }
    return Sheet(path.stem, parts[0], parts[1] or "shown", documents, tuple(wanted))


def _parse(text: str) -> Wanted:
    if text == "none":
        return Wanted(frozenset(), "", required=False, options=None, value="")
    kinds, label, *rest = (part.strip() for part in text.split(" | "))
    options, value = None, None
    for part in rest:
        if part.startswith("["):
            options = tuple(each.strip() for each in part[1:-1].split(";") if each.strip())
        elif part.startswith("="):
            value = part[1:]
    return Wanted(frozenset(kinds.split("/")), label.rstrip("*").strip(), label.endswith("*"), options, value)
