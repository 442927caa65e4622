"""The judge of `make boards` lets no wrong end pass."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import pytest

from companion.demo.catalogue import posting
from companion.demo.faults import FaultName
from tests.e2e.boards.ends import ENDS, NO_FAULT, End, end_of, is_applicable
from tests.e2e.boards.matrix import BY_HAND, PAGES, RESUME, is_end, misread, table
from tests.e2e.boards.received import EXPECTED, RESUME_FIELD

if TYPE_CHECKING:
    from collections.abc import Mapping

LEVER = posting("lever-frontend")
PARKED = {"status": "in_progress", "phase": "filling", "item": "waiting_for_user", "why": "", "parked": None}
GIVEN_BACK = {**PARKED, "status": "pending", "phase": None}
CLOSED = "The job is closed."


def sent(name: str, changed: Mapping[str, str] = MappingProxyType({})) -> dict[str, Any]:
    """Return what the employer gets of a form that was filled right, but for these fields."""
    file = {"field": RESUME_FIELD.get(name, "resume"), "name": RESUME[0], "sha256": RESUME[1]}
    return {"fields": {**EXPECTED[name], **changed}, "files": [file]}


def test_every_fault_of_the_menu_has_its_column() -> None:
    assert {fault for column in ENDS for fault in column.split("+")} == {NO_FAULT, *FaultName}


def test_every_fault_means_something_on_some_page_and_every_page_has_its_faults() -> None:
    pages = [posting(name) for name in PAGES]
    assert all(any(is_applicable(job, column) for job in pages) for column in ENDS)
    assert all(sum(is_applicable(job, column) for column in ENDS) > len(ENDS) / 2 for job in pages)
    assert {"gh-embedded", "careers-kitchen", "careers-planner"} <= set(PAGES)


@pytest.mark.parametrize(
    ("fault", "standing", "is_right"),
    [
        (NO_FAULT, {**PARKED, "status": "applied"}, True),
        (NO_FAULT, {**PARKED, "parked": "review"}, False),
        # Nobody knows: it must be said, and no queue may try it again.
        (FaultName.SUBMIT_HANG_STORED, {**PARKED, "status": "unconfirmed"}, True),
        (FaultName.SUBMIT_HANG_STORED, {**PARKED, "status": "unconfirmed", "item": "queued"}, False),
        (FaultName.SUBMIT_HANG_STORED, {**PARKED, "status": "applied"}, False),
        (FaultName.SUBMIT_HANG_STORED, {**GIVEN_BACK, "item": "queued"}, False),
        # Not taken: parked for what the board said, and for nothing else.
        (FaultName.REFUSE, {**PARKED, "parked": "refused"}, True),
        (FaultName.REFUSE, {**PARKED, "parked": "review"}, False),
        (FaultName.APPLY_LIMIT, {**PARKED, "parked": "refused"}, False),
        (FaultName.APPLY_LIMIT, {**PARKED, "parked": "limit", "phase": "submitting"}, False),
        # The user's part is not the end of it.
        (FaultName.LOGIN_WALL, {**PARKED, "parked": "login"}, False),
        # Nothing to send to: the user is told why.
        (FaultName.CLOSED_404, {**GIVEN_BACK, "why": CLOSED}, True),
        (FaultName.CLOSED_404, {**GIVEN_BACK, "why": "it took too long"}, False),
        (FaultName.CLOSED_404, {**GIVEN_BACK, "why": CLOSED, "item": "queued"}, False),
    ],
)
def test_an_end_is_taken_for_right_only_where_it_is(
    fault: str, standing: dict[str, Any], *, is_right: bool
) -> None:
    assert is_end(LEVER, fault, standing) is is_right


def test_what_can_be_known_differs_by_board() -> None:
    assert end_of(LEVER, FaultName.SERVER_VALIDATION) is End.REFUSED
    assert end_of(posting("workable-designer"), FaultName.SERVER_VALIDATION) is End.OPEN
    assert end_of(posting("careers-planner"), FaultName.REFUSE) is End.OPEN
    assert not is_applicable(LEVER, FaultName.SECURITY_CODE)
    assert is_applicable(posting("gh-embedded"), FaultName.EMBED_TOKEN_EXPIRY)


@pytest.mark.parametrize("name", PAGES)
def test_what_the_employer_got_is_counted_and_compared(name: str) -> None:
    job, right = posting(name), sent(name)
    field = next(iter(EXPECTED[name]))

    assert misread(job, NO_FAULT, [right]) == []
    assert misread(job, NO_FAULT, []) == ["received 0 times instead of 1"]
    assert misread(job, NO_FAULT, [right, right]) == ["received 2 times instead of 1"]
    assert misread(job, NO_FAULT, [sent(name, {field: "PARSED"})]) != []
    assert misread(job, NO_FAULT, [{**right, "files": []}]) == ["files: []"]
    assert misread(job, FaultName.SUBMIT_503_STORED, [right]) == []
    assert misread(job, FaultName.SUBMIT_503_STORED, [right, right]) != []
    assert misread(job, FaultName.SUBMIT_503, [right]) == ["received 1 times instead of 0"]


def test_the_table_tells_right_wrong_and_meaningless_apart() -> None:
    found: dict[str, dict[str, list[str]]] = {
        FaultName.SECURITY_CODE: {"gh-data": [], "gh-backend": ["received 2 times instead of 1"]},
    }
    *_, backend, data, lever = table(found, ["gh-backend", "gh-data", "lever-frontend"]).splitlines()
    assert (backend.split(), data.split(), lever.split()) == (
        ["gh-backend", "✗"],
        ["gh-data", "="],
        ["lever-frontend", "·"],
    )


def test_people_are_few_where_auto_apply_can_go() -> None:
    assert {posting(name).board for name in BY_HAND} == {"workday", "indeed"}
