"""Whether the applicant can start at once: by the notice that they must give, and the day from which they can."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling import answers as bank
from companion.filling import dates, options, questions, ranges
from companion.filling.concepts import FILLER
from companion.filling.fitting import Context, Result, fit_yes_no
from companion.filling.model import Field, StoredAnswer
from companion.filling.skills import plain
from companion.filling.stance import ASKING
from companion.filling.text import fold

_AT_ONCE: Final = re.compile(
    r"\b(?:start|begin|join)(?: work(?:ing)?| the job| us)? (?:immediately|right away|straight away|at once)\b|"
    r"\bimmediate (?:start|joiner)\b|\bimmediately available\b|\bavailable (?:immediately|"
    r"for an immediate start)\b|"
    r"\b(?:ab )?sofort (?:anfangen|beginnen|starten|verfugbar|eintreten)\b|"
    r"\b(?:commencer|debuter)(?: a travailler)? (?:immediatement|tout de suite|de suite)\b|"
    r"\bimmediatement disponible\b|"
    r"\bdisponible immediatement\b|\b(?:empezar|comenzar|incorporar(?:te|se))(?: a trabajar)? (?:inmediatamente|"
    r"de inmediato|de forma inmediata|ya)\b|\b(?:incorporacion|disponibilidad) inmediata\b|"
    r"\b(?:iniziare|cominciare)(?: a lavorare)? (?:subito|immediatamente|da subito)\b|\bdisponibil(?:e|"
    r"ita) (?:da subito|"
    r"immediata)\b|\b(?:per direct|direct|meteen|onmiddellijk) (?:beginnen|starten|aan de slag|beschikbaar)\b|"
    r"\b(?:comecar|iniciar)(?: a trabalhar)? (?:imediatamente|de imediato|ja)\b|\b(?:inicio|disponibilidade) "
    r"imediat[oa]\b|\b(?:borja|starta)(?: arbeta| jobba)? (?:omgaende|omedelbart|genast|direkt)\b|"
    r"\b(?:natychmiast|od zaraz|od razu) (?:zaczac|rozpoczac)(?: prace)?\b|"
    r"\b(?:zaczac|rozpoczac)(?: prace)? (?:natychmiast|od zaraz|od razu)\b"
)
_URGENT: Final = re.compile(
    r"^[^?]{5,120}\b(?:urgent\w*|dringend|urgence|urgenc?i\w+|con urgenza|urgenza|spoed|snel|omgaende|"
    r"skyndsamt|pilnie|"
    r"urgencia|asap|as soon as possible)\b[^?]{0,60}[.!] (?=\S)"
)
"""A sentence before the question that says why it is asked."""
_NEUTRAL: Final = (FILLER - {"no", "not"}) | frozenset(
    fold(
        "bereit konnten pouvez pourriez vous puedes podrias disponibilidad tienes tendrias puoi potresti kunt "
        "kun "
        "consegue czy mozesz pani pan kan kunna willing able now role job position new"
    ).split()
)
_DAYS_OF_NOTICE: Final = 7
"""From how many days of notice on somebody cannot start at once."""


def is_asked(question: str) -> bool:
    """Whether a question asks just this."""
    text = _URGENT.sub("", plain(question[:300]))
    if bank.NEGATION.search(fold(text)) or not _AT_ONCE.search(text):
        return False
    words = fold(_AT_ONCE.sub(" ", text)).split()
    return all(word in _NEUTRAL or options.stem(word) in ASKING for word in words)


def value_of(
    field: Field, context: Context, answers: Sequence[StoredAnswer]
) -> tuple[Result, StoredAnswer | None] | None:
    """Yes or no, where the profile or a stored answer (which comes with it) tells the notice or the first day;
    None where neither does, or both differ, or where something else is asked."""
    if field.kind in {"textarea", "date"} or not is_asked(field.label or ""):
        return None
    ours = context.profile.applyonce
    stored = None if ours.notice_period else questions.by_category("notice_period", answers)
    notice = stored.stored.answer if stored else ours.notice_period
    by_notice = _verdict(ranges.days_of(notice)) if notice else None
    said = {verdict for verdict in (by_notice, _by_date(context)) if verdict is not None}
    if len(said) != 1:
        return None
    return fit_yes_no(said.pop(), field), stored.stored if stored and by_notice is not None else None


def _verdict(days: float | None) -> bool | None:
    if days is None or 0 < days < _DAYS_OF_NOTICE:
        return None
    return days <= 0


def _by_date(context: Context) -> bool | None:
    earliest = dates.day_of(context.profile.applyonce.earliest_start or "")
    if earliest is None or earliest < context.today:
        return None
    return _verdict((earliest - context.today).days)
