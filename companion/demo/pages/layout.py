"""HTML that all boards share: the frame of a page, a posting's text, the configuration of a page's script."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.demo.catalogue import Posting

STATIC = "/__board/static"
STATIC_ROOT = Path(__file__).parents[1] / "static"

escape = html.escape


def page(
    title: str,
    body: str,
    *,
    style: str,
    head: str = "",
    scripts: Sequence[str] = (),
    body_class: str = "",
    status: int = 200,
) -> web.Response:
    """Answer with a whole page; `style` and `scripts` name files in the static folder."""
    script_tags = "".join(f'<script src="{STATIC}/{name}" defer></script>' for name in scripts)
    text = (
        "<!DOCTYPE html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="{STATIC}/base.css">'
        f'<link rel="stylesheet" href="{STATIC}/{style}">{head}</head>'
        f'<body class="{escape(body_class)}">{body}{script_tags}</body></html>'
    )
    return web.Response(text=text, content_type="text/html", status=status)


def config(data: Mapping[str, object]) -> str:
    """Embed data for the page's own script; `<` is escaped so that no text can end the element."""
    return (
        '<script type="application/json" id="page-config">'
        + json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
        + "</script>"
    )


def prose(posting: Posting, *, thanks: bool = False) -> str:
    """Render a posting's text. `thanks` adds a confirmation's words, which prove nothing here."""
    parts = [f"<p>{escape(posting.intro)}</p>"]
    if posting.tasks:
        parts.append(f"<h3>What you will do</h3>{_bullets(posting.tasks)}")
    if posting.profile:
        parts.append(f"<h3>What you bring</h3>{_bullets(posting.profile)}")
    if posting.outro:
        parts.append(f"<p>{escape(posting.outro)}</p>")
    if thanks:
        parts.append(
            "<p>Thank you for applying! Your application has been submitted to our team only once you press "
            "the button below.</p>"
        )
    return "".join(parts)


def _bullets(items: Sequence[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(item)}</li>" for item in items) + "</ul>"


def job_posting_json_ld(posting: Posting) -> str:
    """Render schema.org JobPosting as JSON-LD."""
    city, _, country = posting.location.partition(", ")
    data = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": posting.title,
        "description": prose(posting),
        "identifier": {"@type": "PropertyValue", "name": posting.company_name, "value": posting.board_job_id},
        "datePosted": "2026-09-01",
        "employmentType": "FULL_TIME",
        "hiringOrganization": {"@type": "Organization", "name": posting.company_name},
        "jobLocation": {
            "@type": "Place",
            "address": {"@type": "PostalAddress", "addressLocality": city, **_area(country)},
        },
        "url": posting.url,
        "directApply": True,
    }
    text = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'


def _area(name: str) -> dict[str, str]:
    """What follows the town: "MA" is a state, and as the code of a country it would be Morocco."""
    if len(name) == 2:
        return {"addressRegion": name, "addressCountry": "US"}
    return {"addressCountry": name}


def options(choices: Sequence[str], *, first: str = "Select...") -> str:
    """Render the options of a native select, with an empty one before them."""
    rows = "".join(f'<option value="{escape(choice)}">{escape(choice)}</option>' for choice in choices)
    return f'<option value="">{escape(first)}</option>{rows}'


def required_mark(*, required: bool) -> str:
    """Return the star behind a required field's label, hidden from assistive technology."""
    return '<span class="required" aria-hidden="true">*</span>' if required else ""
