"""Fields in the style of real forms, with what an honest applicant would put there, or nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from companion.filling import DocumentReference, Field, FillPlan, JobFacts, build_plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tests.unit.filling.unseen.applicants import Applicant

TODAY = date(2030, 6, 1)
YES_NO = ("Yes", "No")
DECLINE = "I don't wish to answer"


@dataclass(frozen=True)
class Ask:
    """A field and the values that are right for it. `left` is right as well where `may_leave`; no value at all
    means that anything but leaving it is wrong."""

    field: Field
    right: tuple[object, ...]
    may_leave: bool = False


@dataclass
class Verdicts:
    """What became of the fields of a table."""

    right: int = 0
    left: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """How many of the fields that have a value got it, from 0 to 1."""
        total = self.right + len(self.left)
        return self.right / total if total else 1.0


def ask(label: str, *right: object, options: Sequence[str] = (), kind: str = "", **more: Any) -> Ask:
    """A field that should hold one of the values in `right`, or be left where there are none."""
    may_leave = bool(more.pop("may_leave", False))
    kind = kind or ("select" if options else "text")
    return Ask(Field("f", kind=kind, label=label, options=tuple(options), **more), right, may_leave)


def leave(label: str, *, options: Sequence[str] = (), kind: str = "", **more: Any) -> Ask:
    """A field that only the applicant can answer."""
    return ask(label, options=options, kind=kind, **more)


def plan(fields: Iterable[Field], applicant: Applicant, job: JobFacts | None = None) -> FillPlan:
    """The plan of a form for the applicant, on the tests' day."""
    return build_plan(
        list(fields),
        profile=applicant.profile,
        answers=applicant.answers,
        documents=applicant.documents,
        job=job,
        today=TODAY,
    )


def judge(
    asked: Iterable[Ask],
    applicant: Applicant,
    job: JobFacts | None = None,
    beside: Sequence[Field] = (),
) -> Verdicts:
    """Plan each field by itself (beside others, where given) and compare."""
    verdicts = Verdicts()
    for one in asked:
        made = plan([one.field, *beside], applicant, job)
        value = next((v.value for v in made.values if v.id == "f"), None)
        if isinstance(value, DocumentReference):
            value = value.document_id
        what = f"{one.field.kind} {one.field.label!r} {one.field.name or ''} {one.field.options[:8]}"
        if value is None:
            why = next(u.why for u in made.unanswered if u.id == "f")
            if one.right and not one.may_leave:
                verdicts.left.append(f"{what}: left ({why}), should be {one.right[0]!r}")
            else:
                verdicts.right += not one.may_leave
        elif value in one.right:
            verdicts.right += 1
        else:
            why = next(v.why for v in made.values if v.id == "f")
            verdicts.wrong.append(f"{what}: {value!r} ({why}), should be {one.right or 'left'}")
    return verdicts


def assert_right(verdicts: Verdicts, bar: float) -> None:
    """No field is wrong, and at least `bar` (0 to 1) of those that have a value got it."""
    shown = "\n".join(("WRONG", *verdicts.wrong, "LEFT", *verdicts.left))
    assert not verdicts.wrong, shown
    assert verdicts.share >= bar, f"{verdicts.share:.3f}\n{shown}"
