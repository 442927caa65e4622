"""Jobs, applications and what else our pages are shown with."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

JsonObject = dict[str, Any]

SESSION = "session-1"
NUMBERS = {
    "pending": 1,
    "applied": 2,
    "interview": 3,
    "offer": 4,
    "rejected": 5,
    "withdrawn": 6,
    "in_progress": 7,
    "unconfirmed": 8,
}


def at(**ago: float) -> str:
    """Return the time so long before now, as the companion writes it."""
    return (datetime.now(UTC) - timedelta(**ago)).isoformat().replace("+00:00", "Z")


def job(title: str, company: str, location: str = "Berlin", board: str = "greenhouse") -> JsonObject:
    hosts = {"greenhouse": "job-boards.greenhouse.io", "lever": "jobs.lever.co", "ashby": "jobs.ashbyhq.com"}
    slug = f"{company}-{title}".lower().replace(" ", "-")
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, slug)),
        "key": f"{board}:{slug}",
        "url": f"https://{hosts.get(board, 'jobs.example.com')}/{slug}",
        "title": title,
        "company": company,
        "location": location,
        "board": board,
        "first_seen": at(days=4),
    }


def holder(tab_id: int | None = 12, *, kind: str = "tab", session: str = SESSION, **ago: float) -> JsonObject:
    return {
        "kind": kind,
        "session": session,
        "tab_id": tab_id,
        "frame_id": 0,
        "document_id": "d",
        "since": at(**ago),
        "label": "Auto-apply" if kind == "agent" else f"Chromium, tab {tab_id}",
    }


def application(of: JsonObject, status: str, **changes: Any) -> JsonObject:
    return {
        "id": str(uuid.uuid5(uuid.NAMESPACE_URL, f"application {of['id']}")),
        "job_id": of["id"],
        "cycle": 1,
        "status": NUMBERS[status],
        "status_name": status,
        "phase": "filling" if status == "in_progress" else None,
        "parked": None,
        "fence": 3,
        "holder": None,
        "progress": None,
        "attempts": 1,
        "disputed": False,
        "applied_at": None,
        "updated_at": at(minutes=2),
        **changes,
    }


def row(of: JsonObject, status: str | None = None, **changes: Any) -> JsonObject:
    return {"job": of, "application": None if status is None else application(of, status, **changes)}


def filling(
    of: JsonObject, who: JsonObject, step: str, filled: int, total: int, **changes: Any
) -> JsonObject:
    progress = {"step": step, "filled": filled, "total": total}
    return row(of, "in_progress", holder=who, progress=progress, **changes)


def settled() -> list[JsonObject]:
    """Return jobs that nobody works on."""
    return [
        row(
            job("Platform Engineer", "Fabrikam", "Munich"),
            "applied",
            applied_at=at(hours=3),
            updated_at=at(hours=3),
        ),
        row(
            job("Go Developer, Payments", "Northwind", "Remote, EU", "lever"),
            "interview",
            applied_at=at(days=6),
            updated_at=at(days=1),
        ),
        row(job("Site Reliability Engineer", "Tailspin", "Hamburg", "ashby"), updated_at=at(days=1)),
        row(
            job("Data Engineer (m/f/d)", "Adventure Works", "Berlin"),
            "rejected",
            applied_at=at(days=20),
            updated_at=at(days=3),
        ),
        row(
            job("Backend Engineer II", "Wingtip Toys", "Vienna", "lever"),
            "applied",
            applied_at=at(days=8),
            updated_at=at(days=8),
        ),
    ]


def busy() -> list[JsonObject]:
    """Return two jobs in progress, one parked, one whose outcome is open, and others."""
    return [
        filling(
            job("Senior Backend Developer", "Contoso Mobility"),
            holder(12, minutes=1, seconds=24),
            "Experience",
            7,
            12,
        ),
        filling(
            job(
                "Staff Engineer, Developer Platform and Internal Tooling",
                "Proseware International",
                "Amsterdam",
                "ashby",
            ),
            holder(31, kind="agent", seconds=41),
            "Your details",
            3,
            18,
        ),
        filling(
            job("Python Developer", "Litware", "Leipzig", "lever"),
            holder(18, minutes=14),
            "Questions",
            9,
            11,
            parked="captcha",
        ),
        row(
            job("Infrastructure Engineer", "Woodgrove Bank", "Frankfurt"),
            "unconfirmed",
            updated_at=at(minutes=26),
        ),
        *settled(),
    ]
