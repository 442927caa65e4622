"""When the applicant can start, as a field takes it: from the date in the profile, else from the notice period."""

import re
from typing import Final

from companion.filling import ranges
from companion.filling.applicant import dates
from companion.filling.bank.answers import without_hope
from companion.filling.fitting import MISSING, Context, Left, Result, fit_text, hint_of, is_choice
from companion.filling.model import Field
from companion.filling.reading import date_parts
from companion.filling.text import fold

_PASSED: Final = Left("the earliest start in the profile has passed")
_COUNTED_START: Final = re.compile(r"^in how many (?P<unit>day|week)s\b")


def value_of(context: Context, field: Field) -> Result:
    """The first day in the form that the field takes: a date, a part of one, an option, or in how many days."""
    ours = context.profile.applyonce
    passed = ours.earliest_start is not None and (
        ours.earliest_start < context.today.isoformat()[: len(ours.earliest_start)]
    )
    if (part := date_parts.part_of(field)) is not None and ours.earliest_start:
        return _PASSED if passed else date_parts.value_of(part, ours.earliest_start, field)
    if is_choice(field):
        option = (
            ranges.match_days(days, field.options) if (days := _days_to_start(context)) is not None else None
        )
        return option if option is not None else Left("no option says when the applicant can start")
    if counted := _COUNTED_START.match(fold(without_hope(field.label or ""))):
        return _in_units(_days_to_start(context), counted["unit"], field)
    if not ours.earliest_start:
        fits = field.kind in {"text", "textarea"} and not re.search(r"\bdate\b|datum", fold(field.label))
        return fit_text(ours.notice_period or "", field) if fits and ours.notice_period else MISSING
    if passed:
        return _PASSED
    shown = dates.format_date(ours.earliest_start, hint=hint_of(field), native=field.kind == "date")
    if shown is None or field.kind not in {"text", "textarea", "date"}:
        return Left("the profile's date is not as exact as the field wants it")
    return fit_text(shown, field)


def _in_units(days: float | None, unit: str, field: Field) -> Result:
    """A number of days, or of whole weeks, where the question asks in how many."""
    count = (days or 0.0) / ranges.DAYS[unit]
    if days is None or not count.is_integer():
        return Left("the profile does not say it in that unit")
    return fit_text(f"{count:g}" if field.kind == "number" else f"{count:g} {unit}s", field)


def _days_to_start(context: Context) -> float | None:
    """In how many days the applicant can start: by the date in the profile, where it has not passed, else by the
    notice that they must give."""
    ours = context.profile.applyonce
    earliest = dates.day_of(ours.earliest_start or "")
    if earliest is not None and earliest >= context.today:
        return float((earliest - context.today).days)
    return ranges.days_of(ours.notice_period) if ours.notice_period else None
