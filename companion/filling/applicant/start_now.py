"""Whether the applicant can start at once, or within so many days: by their notice, and by their first day."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling import options, questions, ranges
from companion.filling.applicant import dates
from companion.filling.bank import answers as bank
from companion.filling.bank.concepts import FILLER
from companion.filling.bank.rewording import with_digits
from companion.filling.bank.stance import ASKING
from companion.filling.career.skills import plain
from companion.filling.fitting import Context, Result, fit_yes_no
from companion.filling.model import Field, StoredAnswer
from companion.filling.text import fold

_AT_ONCE: Final = re.compile(
    r"\b(?:start|begin|join)(?: work(?:ing)?| the job| us)? (?:immediately|right away|straight away|at once)\b|"
    r"\bimmediate (?:start|joiner)\b|\bimmediately available\b|\bavailable (?:immediately|"
    r"for an immediate start)\b|"
    r"\b(?:ab )?sofort (?:bei uns )?(?:anfangen|beginnen|starten|verfugbar|eintreten)\b|"
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
_WITHIN: Final = re.compile(
    r"\b(?:start|begin|join|be available)(?: work(?:ing)?| the job| us)? (?:with)?in (?:the next )?"
    r"(?P<span>(?:\d{1,3}|an?|one) (?:days?|weeks?|months?))\b"
)
_URGENT: Final = re.compile(
    r"^[^?]{5,120}\b(?:urgent\w*|dringend|urgence|urgenc?i\w+|con urgenza|urgenza|spoed|snel|snabbt|schnell\w*|"
    r"rapidement|rapidamente|quickly|omgaende|"
    r"skyndsamt|pilnie|"
    r"urgencia|asap|as soon as possible)\b[^?]{0,60}[.!] (?=\S)"
)
"""A sentence before the question that says why it is asked."""
_NEUTRAL: Final = (FILLER - {"no", "not"}) | frozenset(
    fold(
        "bereit konnten pouvez pourriez vous puedes podrias disponibilidad tienes tendrias puoi potresti kunt "
        "kun "
        "consegue czy mozesz pani pan kan kunna willing able now role job position new uns bei chez nous konnen "
        "receiving accepting getting offer"
    ).split()
)
_DAYS_OF_NOTICE: Final = 7
"""From how many days of notice on somebody cannot start at once."""


def asked_days(question: str) -> float | None:
    """Within how many days a start is asked for, 0 for at once; None where another thing is asked, or more."""
    text = _URGENT.sub("", plain(with_digits(question[:300])))
    within = _WITHIN.search(text)
    core = _AT_ONCE if within is None else _WITHIN
    if bank.NEGATION.search(fold(text)) or not core.search(text):
        return None
    words = fold(core.sub(" ", text)).split()
    if not all(word in _NEUTRAL or options.stem(word) in ASKING for word in words):
        return None
    return ranges.days_of(re.sub(r"^an? ", "1 ", within["span"])) if within else 0.0


def value_of(
    field: Field, context: Context, answers: Sequence[StoredAnswer]
) -> tuple[Result, StoredAnswer | None] | None:
    """Yes or no, where the profile or a stored answer (which comes with it) tells the notice or the first day;
    None where neither does, or both differ, or where something else is asked."""
    label = field.label or ""
    if field.kind in {"textarea", "date"} or bank.takes_yes(fold(label)) is False:
        return None
    if (within := asked_days(label)) is None:
        return None
    ours = context.profile.applyonce
    stored = None if ours.notice_period else questions.by_category("notice_period", answers)
    notice = stored.stored.answer if stored else ours.notice_period
    by_notice = _verdict(ranges.days_of(notice), within) if notice else None
    said = {verdict for verdict in (by_notice, _by_date(context, within)) if verdict is not None}
    if len(said) != 1:
        return None
    return fit_yes_no(said.pop(), field), stored.stored if stored and by_notice is not None else None


def _verdict(days: float | None, within: float) -> bool | None:
    """Whether somebody who needs so many days can start within those asked for; None where that is not certain."""
    if days is None:
        return None
    if days <= within:
        return True
    # A notice may be shortened, but not to nothing; who needs three days may start at once or not.
    return None if within or days < _DAYS_OF_NOTICE else False


def _by_date(context: Context, within: float) -> bool | None:
    earliest = dates.day_of(context.profile.applyonce.earliest_start or "")
    if earliest is None or earliest < context.today:
        return None
    return _verdict((earliest - context.today).days, within)
