"""The same label in fewer words: what is asked for, without the way in which it is asked.

"What is your last name?", "Applicant's last name" and "Last name / surname" all ask for the last name.
"""

import re
from typing import Final

from companion.filling import ranges
from companion.filling.reading.vocabulary import BY_PHRASE, reduce_words
from companion.filling.text import bounded, fold

_ASKING: Final = re.compile(
    r"^(?:(?:and|hi|hello) )?(?:please |kindly |bitte |por favor |per favore |merci de )?(?:"
    r"(?:can|could|would) you (?:please )?(?:share|provide|give|tell|list|add|state|confirm)(?: us)?|"
    r"(?:share|provide|give|tell us|let us know|paste|insert|add|write(?: down)?|specify|confirm|mention|"
    r"indicate)|"
    r"what(?: is| are|s)|wie (?:ist|lautet|lauten|heisst)|was (?:ist|sind)|nennen sie(?: uns)?|"
    r"quel(?:le)?s? (?:est|sont)|indiquez|cual(?:es)? (?:es|son)|indica|indique|qual e|quali sono|quais sao|"
    r"wat (?:is|zijn)|geef|vad ar|ange"
    r") (?=\w)"
)
_WHOSE: Final = re.compile(
    r"^(?:the |your )?(?:applicants?|candidates?|bewerbers?|bewerberin) |"
    r" (?:of|des|der|du|del|do|da|van de|van) (?:the )?(?:applicant|candidate|bewerbers|bewerber|candidato|"
    r"candidat|kandidaat)$"
)
_REACHED: Final = re.compile(
    r"^(?:preferred|best|contact|main|primary|personal|private|valid|active|current) "
    r"(?=(?:e ?mail|phone|mobile|telephone|cell|contact number))|"
    r"(?<=\w) (?:to (?:reach|contact)(?: you)?(?: (?:at|on|by|with))?|where we can (?:reach|contact) you|"
    r"we can (?:reach|contact) you (?:at|on))$"
)


_AS_WRITTEN: Final = re.compile(
    r" (?:exactly )?(?:as (?:per|on|in|shown (?:on|in)|stated (?:on|in)|printed (?:on|in)|it appears (?:on|in)|"
    r"appears (?:on|in))|(?:wie|laut) (?:im|in|auf)?|comme sur|como (?:aparece|figura|consta) en|come (?:da|su)|"
    r"zoals (?:in|op)|como consta)\b(?: \w+){1,6}$"
)
"""Where it is written: "Name as per passport", "First name (as shown on your ID)"."""
_IN_UNITS: Final = re.compile(
    r"(?<=\w) (?:in|en|em|i) (?:days?|weeks?|months?|tagen|wochen|monaten|jours|semaines|mois|dias|semanas|meses|"
    r"giorni|settimane|mesi|dagen|weken|maanden|dagar|veckor|manader)$"
)
"""In what a notice is to be told: "Notice period in weeks"."""
_NARROWER: Final = re.compile(
    r"^(?:of|for) (?!residence|the applicant|applicant)|^(?:preferred|desired|wunsch\w*|bevorzugt\w*)$|"
    r"\b(?:birth|born|citizenship|nationality|work|business|office|company|employers?|campus|previous|former|"
    r"abitur|gymnasium|grundschule|high school|primary school|10th|12th|"
    r"secondary|second|alternat\w+|emergency|thesis|in progress|geburt\w*|geschaftlich|dienstlich|buro|naissance|"
    r"bureau|nacimiento|nascita|geboorte|nascimento|fodelse\w*|"
    r"arbejde|arbeid|arbejdsplads\w*|virksomhed\w*|bedrift\w*|fødsel\w*|tyo|tyopaikka|yritys|syntyma\w*|urodzenia|"
    r"praca|pracy|słuzbow[ya]|firmow[ya])\b"
)
_OF_YEARS: Final = re.compile(
    r"^(?:(?:in|number|of|full|total|overall|professional|work|whole|years?|yrs|jahren?|annees|anos|anni|jaren|jaar|ar|"
    r"numbers?|only|approx\w*|optional|required|eg|e|g|\d+|insgesamt|gesamt|please|enter|a) ?)*$"
)


def unit_asked(label: str) -> str | None:
    """The unit of time in which a label wants something told ("Notice period in weeks"), or None."""
    found = _IN_UNITS.search(fold(label))
    return ranges.unit_of(found.group()) if found else None


def narrows(addition: str, meaning: str) -> bool:
    """Whether what stands in parentheses or after a colon makes the label ask for something else.

    "City (of birth)", "E-mail (work)", "Years of experience: Java".
    """
    folded = fold(addition)
    if meaning == "years_experience":
        return _OF_YEARS.match(folded) is None
    return "?" in addition or (len(folded.split()) <= 6 and _NARROWER.search(folded) is not None)


def variants(label: str) -> list[str]:
    """The label's reduced forms beyond its own, the surest first; empty where it has none."""
    folded = fold(re.sub(r"\([^)]*\)", " ", label))
    bare = _ASKING.sub("", folded)
    bare = _WHOSE.sub("", bare)
    bare = _REACHED.sub("", bare).strip()
    bare = _AS_WRITTEN.sub("", bare)
    found = [reduce_words(bare)] if bare and bare != folded else []
    counted = reduce_words(_IN_UNITS.sub("", bare))
    return [*found, counted] if BY_PHRASE.get(counted) == "notice_period" else found


def one_meaning_of(label: str) -> str | None:
    """The meaning of a label that names one thing twice ("Last name / Surname"), or None."""
    parts = [
        fold(part) for part in re.split(r"\s?[/|]\s?|\s(?:or|oder|ou|o|of|eller)\s|[()]", bounded(label))
    ]
    meanings = {BY_PHRASE.get(reduce_words(part)) for part in parts if part and reduce_words(part)}
    return meanings.pop() if len(meanings) == 1 and len(parts) > 1 else None
