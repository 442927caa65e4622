"""One field of a form's definition after filling: what should stand there, what does, and the verdict."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal

from tests.benchmarks.fill.applicant import Applicant, Expected, for_system_key
from tests.benchmarks.fill.settled import for_question

if TYPE_CHECKING:
    from tests.benchmarks.fill.corpus import Form

Verdict = Literal[
    "absent",  # not on the captured page
    "right",
    "wrong",
    "left",  # the applicant has a value, and the field is empty
    "empty",  # the applicant has no value, and the field is empty: right too
    "unasked",  # no rule says what should stand there, and the field is empty
    "eye",  # no rule says what should stand there, and something does: a person looks
    "static right",  # a drawn control, dead without the page's scripts: judged by what was planned for it
    "static wrong",
    "static left",
]

_US = re.compile(
    r"united states|\bUSA?\b|\bU\.S\.|new york|san francisco|los angeles|"
    r"\b(CA|NY|TX|WA|MA|IL|GA|CO|FL|PA|VA|OH|MN|AZ|UT|NJ)\b",
)
_PLACES = {
    "DE": r"germany|berlin|munich|hamburg|cologne",
    "CA": r"canada|toronto|vancouver|ontario",
    "GB": r"united kingdom|london|\buk\b",
    "DK": r"denmark|copenhagen",
    "FR": r"france|paris",
}


@dataclass(frozen=True, slots=True)
class Judged:
    """A field and its verdict. `rule` names what settled it; `planned` is what the plan had for it."""

    form: str
    board: str
    name: str
    label: str
    type: str
    key: str | None
    rule: str
    options: list[str]
    expected: str
    value: str
    planned: str
    why: str
    verdict: Verdict

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def job_country(form: Form) -> str:
    """Return the code of the country where the page says the job is; empty where it names none or several."""
    place = form.truth["job"].get("location")
    text = place if isinstance(place, str) else ""
    found = {code for code, words in _PLACES.items() if re.search(words, text, re.IGNORECASE)}
    if _US.search(text):
        found.add("US")
    return found.pop() if len(found) == 1 else ""


def judge(
    form: Form, field: dict[str, Any], seen: dict[str, Any], planned: tuple[str, str], applicant: Applicant
) -> Judged:
    """Judge one field: `seen` is what the page's DOM says, `planned` the plan's value and reason."""
    key = field["system_key"]
    rule, expected = key or "", for_system_key(key, applicant) if key else None
    if expected is None and (found := for_question(field, applicant, job_country(form))) is not None:
        rule, expected = found
    verdict = _verdict(field, seen, planned[0], expected)
    return Judged(
        form=form.name,
        board=form.board,
        name=field["name"],
        label=field["label"] or "",
        type=field["type"],
        key=key,
        rule=rule,
        options=list(field["options"] or []),
        expected=expected.words if expected else "",
        value=seen["value"],
        planned=planned[0],
        why=planned[1],
        verdict=verdict,
    )


def _verdict(field: dict[str, Any], seen: dict[str, Any], planned: str, expected: Expected | None) -> Verdict:
    if not seen["found"] or field["dom_match"] != "exact":
        return "absent"
    value = seen["value"]
    dead = seen["drawn"] and value == ""
    if expected is None:
        return "eye" if value or (dead and planned) else "unasked"
    if expected.empty:
        return "empty" if value == "" and not (dead and planned) else "wrong"
    if dead:
        return (
            "static left" if planned == "" else "static right" if expected.fits(planned) else "static wrong"
        )
    if value == "":
        return "left"
    return "right" if expected.fits(value) else "wrong"
