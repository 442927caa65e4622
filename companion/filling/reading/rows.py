"""Work and education: the rows of repeated sections, and what stands alone of them."""

import re
from datetime import date

from companion.filling.applicant import dates, person
from companion.filling.career import degrees
from companion.filling.fitting import MISSING, Context, Left, Result, fit_text, hint_of, is_choice
from companion.filling.model import Field
from companion.filling.reading import patterns
from companion.filling.text import fold


def degree(context: Context, field: Field, index: int) -> Result:
    """The highest completed degree, or that of a row of the education section."""
    rows = person.education_rows(context.profile)
    wants_highest = (
        re.search(
            r"highe?s[th]|level|niveau|hochst|nivel|livello|hoogst|hogst|grau|plus haut", fold(field.label)
        )
        is not None
    )
    in_row = index > 0 or patterns.EDUCATION_SECTION.match(fold(field.section)) is not None
    if wants_highest or not in_row:
        found = degrees.highest(person.completed_degrees(context.profile, context.today))
        if found is None and not wants_highest and rows:
            found = rows[0].study_type
    else:
        found = rows[index].study_type if index < len(rows) else ""
    if not found:
        return MISSING
    if is_choice(field):
        option = degrees.match_degree(found, field.options)
        return option if option is not None else Left("no option is of the degree's level")
    return fit_text(found, field)


def education(context: Context, field: Field, index: int, part: str) -> Result:
    """A part of a course of study: "school", "field_of_study", "start" or "end"; row 0 is the latest."""
    rows = person.education_rows(context.profile)
    if index >= len(rows):
        return Left("the profile has no further course of study")
    row = rows[index]
    if part in {"start", "end"}:
        return _row_date(row.start_date if part == "start" else row.end_date, field)
    return fit_text(row.institution if part == "school" else row.area, field)


def work(context: Context, field: Field, index: int, part: str) -> Result:
    """A part of an employment: "company", "title", "start" or "end"; row 0 is the latest."""
    rows = person.work_rows(context.profile)
    if index >= len(rows):
        return Left("the profile has no further employment")
    row = rows[index]
    if part in {"start", "end"}:
        return _row_date(row.start_date if part == "start" else row.end_date, field)
    return fit_text(row.name if part == "company" else row.position, field)


def _row_date(iso: str, field: Field) -> Result:
    parts = dates.parts_of(iso)
    if parts is None:
        return MISSING
    year, month, _ = parts
    text = fold(" ".join((field.label or "", field.name or "", field.dom_id or "", field.placeholder or "")))
    asks_month = re.search(r"\b(month|monat|mois|mes|mese|maand|manad|mm)\b", text) is not None
    asks_year = re.search(r"\b(year|jahr|annee|ano|anno|jaar|ar|yyyy|jjjj)\b", text) is not None
    if is_choice(field) or (
        asks_month != asks_year and field.kind in {"text", "number", "select", "combobox"}
    ):
        return _month_or_year(field, year, month, asks_month=asks_month and not asks_year)
    shown = dates.format_date(iso, hint=hint_of(field), native=field.kind == "date")
    return shown if shown is not None else Left("the profile's date is not as exact as the field wants it")


def _month_or_year(field: Field, year: int, month: int | None, *, asks_month: bool) -> Result:
    if not asks_month:
        return fit_text(str(year), field)
    if month is None:
        return MISSING
    if is_choice(field):
        option = dates.match_month(month, field.options)
        return option if option is not None else Left("no option is that month")
    if field.kind in {"select", "combobox"}:
        return date(2000, month, 1).strftime("%B")
    return f"{month:02d}"


def current(context: Context, field: Field, part: str) -> Result:
    """The current employment\'s company or title; the latest one\'s where the label asks for the most recent."""
    label = fold(field.label)
    recent = re.search(r"\b(recent|last|letzte\w*|dernier|ultim\w*|laatste|senaste)\b", label) is not None
    work = person.latest_work(context.profile) if recent else person.current_work(context.profile)
    if work is None:
        return Left("the profile has no current employment")
    return fit_text(work.name if part == "company" else work.position, field)


def work_or_current(context: Context, field: Field, index: int, part: str) -> Result:
    """A "company" or "title" field: of a row where it stands in one, else of the current employment."""
    section = patterns.WORK_SECTION.match(fold(field.section))
    in_row = index or section or re.search(r"\d", f"{field.name} {field.dom_id}")
    return work(context, field, index, part) if in_row else current(context, field, part)
