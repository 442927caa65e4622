"""schema.org `JobPosting` as pages really carry it: JSON-LD in every shape, damaged or hostile included.

Nothing here raises for what a page wrote: what cannot be read is left out. Work and memory are bounded by
the limits below, whatever the input.
"""

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from companion.identity.text import markup_to_text, one_line

MAX_TEXT_CHARS = 1_000_000
"""A script element longer than this is left out (real ones hold a few thousand characters)."""
MAX_TEXTS = 64
MAX_NODES = 20_000
MAX_DEPTH = 24
MAX_POSTINGS = 200
MAX_LOCATIONS = 20

_WRAPPING = re.compile(
    r"^\s*(?://\s*|/\*\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*/)?|(?://\s*|/\*\s*)?(?:\]\]>|-->)(?:\s*\*/)?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")


@dataclass(frozen=True, slots=True)
class Posting:
    """What a page says about one job, as plain text; absent facts are None or empty."""

    title: str | None = None
    company: str | None = None
    locations: tuple[str, ...] = ()
    country: str | None = None
    identifier: str | None = None
    url: str | None = None
    same_as: tuple[str, ...] = ()
    """Further addresses that the page gives for this job."""
    description: str | None = None
    """The beginning of the description, without markup."""

    @property
    def location(self) -> str | None:
        """All locations in one text, or None."""
        return "; ".join(self.locations) or None


def parse_job_postings(texts: Sequence[object]) -> list[Posting]:
    """Return the job postings in the JSON-LD of a page, in the page's order, each once.

    `texts` holds script contents as text, or JSON values already parsed.
    """
    found: dict[Posting, None] = {}
    budget = MAX_NODES
    for item in texts[:MAX_TEXTS]:
        data = _load(item) if isinstance(item, str) else item
        for node in _walk(data, budget):
            budget -= 1
            if _is_posting(node):
                found.setdefault(_posting(node))
            if len(found) >= MAX_POSTINGS:
                return list(found)
    return list(found)


def _load(text: str) -> object:
    """Parse JSON leniently: raw line breaks in strings, CDATA, escaped markup and trailing commas occur."""
    if len(text) > MAX_TEXT_CHARS:
        return None
    text = _WRAPPING.sub("", text.strip().removeprefix("\ufeff")).strip().rstrip(";")
    if not text.startswith(("{", "[", "&")):
        return None
    for candidate in (text, html.unescape(text), _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(candidate, strict=False)
        except (ValueError, RecursionError):  # deep nesting raises RecursionError
            continue
    return None


def _walk(data: object, budget: int) -> Iterator[Mapping[str, object]]:
    """Yield the objects in JSON data, outer before inner, in order, within the limits."""
    waiting: list[tuple[object, int]] = [(data, 0)]
    seen = 0
    while waiting and seen < budget:
        value, depth = waiting.pop()
        seen += 1
        children: list[object] = []
        if isinstance(value, Mapping):
            yield value
            children = list(value.values())
        elif isinstance(value, list | tuple):
            children = list(value)
        if depth < MAX_DEPTH:
            nested = [child for child in children[:budget] if isinstance(child, Mapping | list | tuple)]
            waiting.extend((child, depth + 1) for child in reversed(nested))


def _is_posting(node: Mapping[str, object]) -> bool:
    return any(
        isinstance(kind, str) and re.split(r"[/#:]", kind)[-1] == "JobPosting"
        for kind in _many(node.get("@type"))[:20]
    )


def _posting(node: Mapping[str, object]) -> Posting:
    places = _many(node.get("jobLocation"))[:MAX_LOCATIONS]
    locations = [text for place in places if (text := _place(place))]
    remote = any(
        "TELECOMMUTE" in str(kind).upper()
        for kind in _many(node.get("jobLocationType"))[:5]
        if isinstance(kind, str)
    )
    if remote:
        locations = locations or [
            f"Remote, {where}"
            for area in _many(node.get("applicantLocationRequirements"))[:MAX_LOCATIONS]
            if (where := _name(area))
        ]
        locations = locations or ["Remote"]
    countries = [country for place in places if (country := _country(place))]
    identifier = next(iter(_many(node.get("identifier"))), None)
    if isinstance(identifier, Mapping):
        identifier = identifier.get("value") or identifier.get("@id") or identifier.get("name")
    addresses = [
        _address(value) for key in ("@id", "sameAs", "mainEntityOfPage") for value in _many(node.get(key))[:5]
    ]
    return Posting(
        title=_text(node.get("title") or node.get("name")),
        company=_name(node.get("hiringOrganization")),
        locations=tuple(dict.fromkeys(locations)),
        country=countries[0] if len(set(countries)) == 1 else None,
        identifier=_text(identifier, 200),
        url=next((found for value in _many(node.get("url"))[:5] if (found := _address(value))), None),
        same_as=tuple(address for address in dict.fromkeys(addresses) if address),
        description=_text(node.get("description"), 2_000),
    )


def _many(value: object) -> list[object]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


def _text(value: object, limit: int = 300) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    try:
        return markup_to_text(str(value), limit) or None
    except ValueError:  # an integer of more than 4,300 digits
        return None


def _name(value: object) -> str | None:
    """Return the name of an organisation or place given as text, as an object, or as a list of those."""
    for item in _many(value)[:5]:
        name = _text(item.get("name") if isinstance(item, Mapping) else item)
        if name:
            return name
    return None


def _place(place: object) -> str | None:
    if not isinstance(place, Mapping):
        return _text(place)
    parts = []
    for address in _many(place.get("address"))[:1]:
        if not isinstance(address, Mapping):
            return _text(address)
        for part in ("addressLocality", "addressRegion", "addressCountry"):
            text = _name(address.get(part))
            if text and text not in parts:
                parts.append(text)
    return ", ".join(parts) or _name(place.get("name"))


def _country(place: object) -> str | None:
    if not isinstance(place, Mapping):
        return None
    address = next(iter(_many(place.get("address"))), None)
    return _name(address.get("addressCountry")) if isinstance(address, Mapping) else None


def _address(value: object) -> str | None:
    if isinstance(value, Mapping):
        value = value.get("@id") or value.get("url")
    if not isinstance(value, str) or not re.match(r"\s*https?://", value, re.IGNORECASE):
        return None
    return one_line(html.unescape(value[:4_000]), 2_000) or None
