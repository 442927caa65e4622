"""How an application must end under each fault of the menu, and on which pages a fault means nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from companion.demo.faults import FaultName

if TYPE_CHECKING:
    from companion.demo.catalogue import Posting

NO_FAULT = "none"
THANKS_AND_503 = f"{FaultName.THANKS_IN_POSTING}+{FaultName.SUBMIT_503}"
"""Two faults at once: the posting's own words of thanks must not pass for an answer that never came."""


class End(Enum):
    """How an application to a faulty page must end."""

    TAKEN = "the employer has it, and the user is told so"
    OPEN = "nobody knows: never sent again, never called applied"
    REFUSED = "not taken, and the user is told why"
    ASKED = "not taken yet: the user is asked, and it goes on when they have done their part"
    GIVEN_UP = "nothing to send to, and the user is told why"


ENDS = {
    NO_FAULT: End.TAKEN,
    FaultName.SLOW_PAGE: End.TAKEN,
    FaultName.THANKS_IN_POSTING: End.TAKEN,
    FaultName.EMBED_TOKEN_EXPIRY: End.TAKEN,
    FaultName.HYDRATION_WIPE: End.TAKEN,
    FaultName.RERENDER: End.TAKEN,
    FaultName.RESUME_PARSE: End.TAKEN,
    FaultName.CAPTCHA: End.TAKEN,
    FaultName.CONFIRMATION_IN_NEW_TAB: End.TAKEN,
    FaultName.SLOW_SUBMIT: End.TAKEN,
    FaultName.SUBMIT_503: End.OPEN,
    THANKS_AND_503: End.OPEN,
    FaultName.SUBMIT_HANG: End.OPEN,
    FaultName.RESET_BEFORE_STORE: End.OPEN,
    FaultName.SUBMIT_503_STORED: End.OPEN,
    FaultName.SUBMIT_HANG_STORED: End.OPEN,
    FaultName.RESET_AFTER_STORE: End.OPEN,
    FaultName.REFUSE: End.REFUSED,
    FaultName.SPAM: End.REFUSED,
    FaultName.APPLY_LIMIT: End.REFUSED,
    FaultName.SERVER_VALIDATION: End.REFUSED,
    FaultName.LOGIN_WALL: End.ASKED,
    FaultName.SECURITY_CODE: End.ASKED,
    FaultName.PAGE_503: End.GIVEN_UP,
    FaultName.CLOSED_404: End.GIVEN_UP,
    FaultName.CLOSED_302: End.GIVEN_UP,
    FaultName.ALREADY_APPLIED: End.GIVEN_UP,
}
"""The whole menu, by column."""

PARKED_FOR = {
    FaultName.REFUSE: "refused",
    FaultName.SPAM: "refused",
    FaultName.APPLY_LIMIT: "limit",
    FaultName.SERVER_VALIDATION: "review",
    FaultName.LOGIN_WALL: "login",
    FaultName.SECURITY_CODE: "security_code",
}
"""What auto-apply must say that it waits for."""

PARKS_A_PERSON = frozenset({FaultName.APPLY_LIMIT})
"""For these a person's application waits too: auto-apply's other jobs at that board wait with it."""

CLOSED = "The job is closed."
NO_JOB = "The page shows no open job."
TOLD = {
    FaultName.PAGE_503: {"The board answers 503 for this page."},
    FaultName.CLOSED_404: {CLOSED},
    FaultName.CLOSED_302: {CLOSED, NO_JOB},
    FaultName.ALREADY_APPLIED: {"The board says that you have applied to this job already."},
}
"""What the user must be told where there is nothing to send to: one of these."""

ONCE = frozenset({FaultName.SLOW_PAGE, FaultName.SLOW_SUBMIT, FaultName.EMBED_TOKEN_EXPIRY})
"""What passes by itself: the next try finds all well."""

STORED = frozenset({FaultName.SUBMIT_503_STORED, FaultName.SUBMIT_HANG_STORED, FaultName.RESET_AFTER_STORE})
"""After these the employer has it, whatever the answer."""

BLIND = frozenset({"workable", "smartrecruiters", "workday", "linkedin", "indeed"})
"""Boards of whose request nobody knows the address: only what the page says is seen of the answer."""

UNKNOWN = frozenset({"careers"})
"""Pages of no known board: what they say of a refusal is no proof of one, and their requests are anybody's."""

_SENT_BY_SCRIPT = frozenset({"ashby", "workable", "smartrecruiters", "workday", "linkedin", "indeed"})
_STEPWISE = frozenset({"smartrecruiters", "workday", "linkedin", "indeed"})


def end_of(job: Posting, column: str) -> End:
    """Return how an application must end under this column's faults, by what can be known on this board."""
    if column == FaultName.SERVER_VALIDATION and job.board in BLIND:
        return End.OPEN
    if job.board in UNKNOWN and ENDS[column] is End.REFUSED:
        return End.OPEN
    return ENDS[column]


def is_applicable(job: Posting, column: str) -> bool:
    """Tell whether this page can do what the column's fault is."""
    match column:
        case FaultName.EMBED_TOKEN_EXPIRY:
            return "embedded" in job.traits
        case FaultName.SECURITY_CODE:  # Greenhouse mails one
            return job.board == "greenhouse" and job.variant == "new"
        case FaultName.CONFIRMATION_IN_NEW_TAB:  # a form that the browser sends
            by_script = job.board in _SENT_BY_SCRIPT or job.variant in ("new", "vue", "angular")
            return not by_script
        case FaultName.RERENDER:  # steps are drawn once each
            return job.board not in _STEPWISE
    return True
