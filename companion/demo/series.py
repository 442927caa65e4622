"""A long series of plain postings, for races and soaks that need more jobs than the catalogue has."""

from __future__ import annotations

from uuid import NAMESPACE_URL, uuid5

from companion.demo.posting import Posting

SERIES_LENGTH = 300


def _posting(number: int) -> Posting:
    return Posting(
        id=f"series-{number:03}",
        board="lever",
        company="northpier",
        company_name="North Pier",
        board_job_id=str(uuid5(NAMESPACE_URL, f"northpier/{number}")),
        title=f"Harbour Engineer {number}",
        location="Rotterdam, Netherlands",
        department="Operations",
        intro="Cranes, tides and timetables.",
        tasks=("Keep berth and crane in step",),
        profile=("Calm when the wind rises",),
    )


SERIES: tuple[Posting, ...] = tuple(_posting(number) for number in range(1, SERIES_LENGTH + 1))
