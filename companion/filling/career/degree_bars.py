"""Questions that ask whether the applicant has a degree: of a level, in one of some fields, or on the way to it.

A finished degree of the level reaches it, and so does a higher one. Of fields only those that the question names
count: what is related to them is a matter of judgement.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from companion.filling.applicant import person
from companion.filling.career.degrees import is_partial, level_of
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Education, Profile

_CHAIN: Final = {"secondary": 1.0, "bachelor": 2.0, "master": 3.0, "mba": 3.0, "doctorate": 4.0}
"""Levels of which each comes before the next: who has a master's degree has reached a bachelor's."""
_RANKS: Final = _CHAIN | {"vocational": 1.2, "associate": 1.5, "doctor_law": 3.5, "doctor_medicine": 3.5}
"""Where the other levels stand, for "… or higher"."""
_ACADEMIC: Final = r"(?:associates?|bachelors?|masters?|doctorate|doctoral|mba|phd)(?: degree)?"
_LEVELS: Final = (
    r"(?:the following )?level of education (?P<named>[a-z /,]+?)|"
    r"high school diploma(?: or (?:ged|equivalent))?|high school degree|ged|"
    rf"{_ACADEMIC}(?:(?:,? or (?:an? )?| ?/ ?|, ){_ACADEMIC})*|(?:ba|bs) (?:or )?(?:ba|bs) degree|"
    r"(?:undergraduate|postgraduate|university|college|four year|4 year) degree"
)
_HOLDING: Final = (
    r"(?:do you (?:currently |already )?(?:have|hold|possess)|have you got|"
    r"have you (?:already )?(?P<completed>completed|obtained|earned|attained|received|finished))"
)
_ON_TRACK: Final = (
    r"(?:currently |presently |actively )?(?:on track to (?:receive|complete|obtain|earn|finish)|pursuing|"
    r"completing|working (?:towards?|on)|studying (?:for|towards?)|enrolled in)"
)
_QUESTION: Final = re.compile(
    rf"^(?:{_HOLDING}(?P<or_track>,? or (?:are you )?{_ON_TRACK},?)?|(?P<track>are you {_ON_TRACK})) "
    r"(?P<least>at least |a minimum of )?(?:an? |(?P<yours>your ))?"
    rf"(?:(?P<level>{_LEVELS})|(?P<field>(?!level )[a-z ]+? )?degree)"
    r"(?P<above>,? (?:degree )?(?:or|and) (?:higher|above))?(?: or equivalent)?(?: (?:in|within) (?P<fields>.+))?$"
)
_LISTED: Final = re.compile(
    r"^(?:haben sie|hast du|avez vous|as tu|hai|has|heb je|heeft u|voce|har du)\b.*\b(?:abgeschlossen|termine|"
    r"obtenu|atteint|completato|conseguito|completado|obtenido|voltooid|afgerond|behaald|concluiu|completou|avslutat)\b.*"
    r"\b(?:\w*bildung\w*|niveau|livello|nivel|opleiding\w*)\b|"
    r"^(?:haben sie|hast du)\b.*\b\w*(?:bildung|ausbildung)s\w*\b.*\babgeschlossen$"
)
"""The same of a level that stands behind a colon, in other languages."""
_IN_PARENTHESES: Final = re.compile(rf"\((or (?:are you )?{_ON_TRACK})\)")
_ADDED: Final = re.compile(r"\((?:or|e\.?g|i\.?e|for example|optional|required|yes)\b[^)]*\)")
_OR_EXPERIENCE: Final = re.compile(
    r",? or (?:an? )?(?:(?:equivalent|relevant|related|similar|comparable) )*"
    r"(?:(?:work|practical|professional|industry) )*experience$"
)
_NARROWER: Final = re.compile(
    r"\b(?:and|with|from|plus|at|who|where|if|not|minimum|least|years?|gpa|grade|experience)\b|\d"
)
_NO_DEGREE: Final = re.compile(
    r"\b(?:minor|certif\w*|scrum|course|boot ?camp|exchange|summer|erasmus|short)\b"
)
_SAME_FIELD: Final = {
    **dict.fromkeys(
        ("computer sciences", "computing science", "informatik", "informatique"), "computer science"
    ),
    **dict.fromkeys(("math", "maths", "mathematik", "mathematiques"), "mathematics"),
}
_ANY_DEGREE: Final = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A level ("" for any degree of a university) with what goes with it. `fields` is empty where any will do."""

    level: str
    fields: tuple[str, ...]
    or_higher: bool
    completed: bool
    held: bool = True
    on_track: bool = False


def reached(question: str, profile: Profile, today: date) -> bool | None:
    """Whether the applicant's education reaches what a question asks for.

    None where it asks for something else, or the profile does not settle it; False only where the completion of a
    level is asked for, and all education that the profile lists is complete and lower.
    """
    asked = _read(question)
    if asked is None:
        return None
    rows = [row for row in profile.education if row.study_type]
    finished = [row for row in rows if person.is_finished(row, today)]
    if asked.held and any(_reaches(row, asked) for row in finished):
        return True
    if asked.on_track and any(_is_of(row, asked) for row in rows if row not in finished):
        return True
    levels = [_level(row) for row in profile.education]
    is_lower = bool(levels) and all(_is_below(level, asked.level) for level in levels)
    settled = asked.completed and not asked.fields and not asked.on_track and len(finished) == len(levels)
    return False if settled and is_lower else None


def _read(question: str) -> _Asked | None:
    plain = _IN_PARENTHESES.sub(r"\1", re.sub(r"[.'’]", "", bounded(question).casefold()))
    plain = _ADDED.sub(" ", plain)
    if "(" in plain:
        return None
    before, colon, behind = plain.partition(":")
    if colon and _LISTED.search(fold(before)):
        return _of_level(behind)
    plain = re.sub(r"[^\w,/;&]+", " ", plain).strip(" ,")
    asked = _QUESTION.match(plain)
    if asked is None or (asked["yours"] and asked["level"] is None):
        return None  # "Your degree" may be the one that goes on.
    fields = _fields(asked["fields"] or asked["field"] or "")
    level = _ANY_DEGREE if asked["level"] is None else _level_named(asked["named"] or asked["level"])
    if fields is None or level is None or (asked["named"] and is_partial(asked["named"])):
        return None
    return _Asked(
        "bachelor"
        if asked["level"] and re.match(r"(?:university|college|four|4)\b", asked["level"])
        else level,
        fields,
        or_higher=asked["above"] is not None or asked["least"] is not None,
        completed=asked["completed"] is not None,
        held=asked["track"] is None,
        on_track=asked["track"] is not None or asked["or_track"] is not None,
    )


def _level_named(text: str) -> str | None:
    """The level that a text names, the lowest of several ("bachelor's or master's degree"), or None."""
    parts = [part for part in re.split(r",? or (?:an? )?| ?/ ?|, ", text.strip()) if part != "equivalent"]
    if any(re.match(r"(?:university|college|four|4)\b", part) for part in parts):
        return "bachelor"
    levels = [level_of(f"{part} degree") for part in parts]
    known = [level for level in levels if level in _RANKS]
    return min(known, key=_RANKS.__getitem__) if known and len(known) == len(levels) else None


def _of_level(text: str) -> _Asked | None:
    level = _level_named(fold(text))
    if level is None or is_partial(text) or len(fold(text).split()) > 3:
        return None
    return _Asked(level, (), or_higher=False, completed=True)


def _fields(text: str) -> tuple[str, ...] | None:
    """The fields of study that a question names, or None where it asks for more than one of them."""
    text = _OR_EXPERIENCE.sub("", text.strip())
    if not text:
        return ()
    parts = [fold(part) for part in re.split(r"[,/;]| or ", text)]
    if _NARROWER.search(text) and (len(parts) > 1 or _NARROWER.search(text.replace(" and ", " "))):
        return None
    return tuple(_SAME_FIELD.get(part, part) for part in parts if part)


def _level(row: Education) -> str:
    text = row.study_type
    return "" if is_partial(text) or _NO_DEGREE.search(fold(text)) else level_of(text) or ""


def _reaches(row: Education, asked: _Asked) -> bool:
    level = _level(row)
    if level not in _RANKS or not _in_fields(row, asked.fields):
        return False
    if asked.level == _ANY_DEGREE:
        return _RANKS[level] >= _RANKS["bachelor"]
    if level == asked.level or (asked.or_higher and _RANKS[level] >= _RANKS[asked.level]):
        return True
    is_above = _CHAIN.get(level, 0.0) >= _CHAIN.get(asked.level, 9.0) and asked.level != "mba"
    return is_above or (asked.level == "secondary" and level == "associate")


def _is_below(level: str, wanted: str) -> bool:
    ranked = _CHAIN | {"vocational": _RANKS["vocational"], "associate": _RANKS["associate"]}
    return level in ranked and wanted in _CHAIN and ranked[level] < _CHAIN[wanted]


def _is_of(row: Education, asked: _Asked) -> bool:
    level = _level(row)
    is_same = _RANKS.get(level, 0.0) >= 2.0 if asked.level == _ANY_DEGREE else level == asked.level
    return is_same and _in_fields(row, asked.fields)


def _in_fields(row: Education, fields: tuple[str, ...]) -> bool:
    if not fields:
        return True
    area = row.area or (row.study_type.partition(" in ")[2])
    if _NO_DEGREE.search(fold(area)):
        return False
    studied = {fold(part) for part in (area, *re.split(r"[,/;&]", area))}
    return any(_SAME_FIELD.get(part, part) in fields for part in studied if part)
