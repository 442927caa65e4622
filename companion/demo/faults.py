"""The fault menu: what the sample board can be told to do wrong, for one posting or all, once or always.

Each is a thing that real boards were seen to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FaultName(StrEnum):
    """Every fault, by the name that `POST /__board/faults` takes."""

    SLOW_PAGE = "slow_page"
    PAGE_503 = "page_503"
    CLOSED_404 = "closed_404"
    CLOSED_302 = "closed_302"
    ALREADY_APPLIED = "already_applied"
    THANKS_IN_POSTING = "thanks_in_posting"
    EMBED_TOKEN_EXPIRY = "embed_token_expiry"  # noqa: S105 - the name of a fault

    HYDRATION_WIPE = "hydration_wipe"
    RERENDER = "rerender"
    RESUME_PARSE = "resume_parse"
    CAPTCHA = "captcha"
    CONFIRMATION_IN_NEW_TAB = "confirmation_in_new_tab"

    SUBMIT_503 = "submit_503"
    SUBMIT_HANG = "submit_hang"
    RESET_BEFORE_STORE = "reset_before_store"
    REFUSE = "refuse"
    SPAM = "spam"
    APPLY_LIMIT = "apply_limit"
    SECURITY_CODE = "security_code"
    LOGIN_WALL = "login_wall"
    SERVER_VALIDATION = "server_validation"

    SLOW_SUBMIT = "slow_submit"
    SUBMIT_503_STORED = "submit_503_stored"
    SUBMIT_HANG_STORED = "submit_hang_stored"
    RESET_AFTER_STORE = "reset_after_store"


IN_PAGE = (
    FaultName.HYDRATION_WIPE,
    FaultName.RERENDER,
    FaultName.RESUME_PARSE,
    FaultName.CAPTCHA,
    FaultName.CONFIRMATION_IN_NEW_TAB,
)
"""Faults that the page's own script carries out; they are handed to it when the form is rendered.

`confirmation_in_new_tab` is known to the pages whose form the browser sends itself."""

DEFAULT_DELAY_MS = {
    FaultName.SLOW_PAGE: 2_000,
    FaultName.SLOW_SUBMIT: 2_000,
    FaultName.HYDRATION_WIPE: 90,
    FaultName.RESUME_PARSE: 1_500,
    FaultName.EMBED_TOKEN_EXPIRY: 0,
    FaultName.SUBMIT_HANG: 600_000,
    FaultName.SUBMIT_HANG_STORED: 600_000,
}


@dataclass(slots=True)
class Fault:
    """An armed fault: `job` is a posting's id or "*"; `times` None means until the next reset."""

    name: FaultName
    job: str
    times: int | None
    delay_ms: int


class FaultMenu:
    """The faults that are armed now, in the order in which they were."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []

    def arm(
        self, name: FaultName, *, job: str = "*", times: int | None = None, delay_ms: int | None = None
    ) -> None:
        """Arm one fault; `delay_ms` in milliseconds, where the fault has one."""
        delay = DEFAULT_DELAY_MS.get(name, 0) if delay_ms is None else delay_ms
        self._armed.append(Fault(name, job, times, delay))

    def take(self, job: str, *names: FaultName) -> Fault | None:
        """Return the first armed fault of these names for the posting, and use up one of its times."""
        for fault in self._armed:
            if fault.name in names and fault.job in ("*", job):
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self._armed.remove(fault)
                return fault
        return None

    def clear(self) -> None:
        """Disarm all."""
        self._armed.clear()

    def as_json(self) -> list[dict[str, object]]:
        """Return what is armed, as the state shows it."""
        return [
            {"fault": str(fault.name), "job": fault.job, "times": fault.times, "delay_ms": fault.delay_ms}
            for fault in self._armed
        ]
