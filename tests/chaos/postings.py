"""As many postings as a long run needs, of four kinds of form: the sample board's own, under further ids."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from companion.demo import catalogue

if TYPE_CHECKING:
    from companion.demo.posting import Posting

MODELS = ("series-001", "gh-old-mechanical", "lever-devops", "ashby-founding", "series-001", "gh-data")
"""A form that the browser sends, two sent by a page's script, and the plain one twice: it is the quickest."""
POSTINGS = 3_000


def chaos_postings() -> tuple[Posting, ...]:
    """Return the postings, the same ones in every process."""
    return tuple(_posting(number) for number in range(POSTINGS))


def _posting(number: int) -> Posting:
    model = catalogue.posting(MODELS[number % len(MODELS)])
    plain = model.board == "greenhouse"
    board_job_id = f"71{number:08}" if plain else str(uuid5(NAMESPACE_URL, f"chaos/{number}"))
    return replace(
        model, id=f"chaos-{number:04}", board_job_id=board_job_id, title=f"{model.title} {number:04}"
    )
