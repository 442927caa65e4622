"""Days in the office: who is willing for three of them a week is willing for two, and for hybrid work."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling.bank import stance
from companion.filling.bank.answers import with_us
from companion.filling.bank.concepts import FILLER
from companion.filling.bank.rewording import with_digits
from companion.filling.model import JobFacts
from companion.filling.options import plain_yes_or_no, stem
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile


@dataclass(frozen=True, slots=True)
class OfficeDays:
    """Days a week in the office, from `least` to `most`; both None where a question says no more than hybrid."""

    least: int | None
    most: int | None


_MARK: Final = re.compile(
    r"office|on-? ?site|in-? ?person|hybrid|b[üu]ro|vor ort|bureau|sur site|presencial|oficina|ufficio|in sede|"
    r"kantoor|"
    r"op locatie|escrit[óo]rio|kontoret|p[åa] plats|h[íi]brid|ibrid",
    re.IGNORECASE,
)
_ALL_WEEK: Final = re.compile(
    r"(?i)\b(?:mon(?:day)?s?\s?(?:-|–|—|to|through|thru|until)\s?fri(?:day)?s?|montags? bis freitags?|"
    r"(?:du )?lundi au vendredi|(?:de )?lunes a viernes|(?:dal )?luned[iì] al venerd[iì]|maandag (?:tot en met|"
    r"t/m) vrijdag|"
    r"(?:de )?segunda a sexta|m[åa]ndag till fredag)\b"
)
_WEEK: Final = r"(?:weeks?|wk|woche|semaine|semana|settimana|vecka(?:n)?)"
_PER: Final = (
    r"(?:(?:out )?of the|of each|in a|in the|during the|per|a|each|every|pro|die|in der|par|por|a la|"
    r"na|alla|i|om) "
)
_DAYS: Final = (
    r"(?:(?:full |working |office |whole )?(?:days?|x|times|tage?|jours?|dias?|giorn[oi]|dagen|dag|dagar))"
)
_UP_TO: Final = r"(?:up to|maximum(?: of)?|max|bis zu|jusqu a|hasta|fino a|tot|ate|upp till)"
_AT_LEAST: Final = (
    r"(?:at least|(?:a )?minimum(?: of)?|min|no less than|mindestens|au moins|al menos|almeno|"
    r"minstens|pelo menos|minst)"
)
_COUNT: Final = re.compile(
    rf"\b(?:(?P<up>{_UP_TO}) |{_AT_LEAST} )?(?P<least>[1-5])(?: ?(?:to|or|bis|oder|a|ou|o|of|eller)? "
    rf"(?P<most>[1-5]))? ?"
    rf"{_DAYS} (?:{_PER})?{_WEEK}\b|"
    rf"\b(?:during the |per |each |every |a )?{_WEEK} (?:for )?(?P<n>[1-5]) {_DAYS}\b"
)
_HYBRID_COUNT: Final = re.compile(rf"\b(?P<least>[1-5]) {_DAYS}(?= (?:in|at|from|on|per)?\b)")
_WHOLE: Final = re.compile(
    r"\b(?:fully|100|full time|fulltime|entirely|exclusively|every day|daily|all week)\b"
)
_NEUTRAL: Final = (
    FILLER
    | stance.stems(
        "position role model policy policies according accordance requires require requiring "
        "arrangement arrangements presence mandatory workplace location locations reporting "
        "report commit committing attend attending basis weekly schedule setting environment "
        "mode mandated one our offices office into during part team per each minimum agree "
        "confirm go going spend spending physically come coming expected expect bureau buro "
        "oficina ufficio kantoor escritorio kontoret it way something meet "
        "requirement requirements acceptable company"
    )
    | stance.ASKING
    | {"c_onsite", "c_hybrid", "c_willing", "c_thisjob", "c_ourcompany", "c_weeklyhours", "c_under"}
)
_WORKS_FOR_YOU: Final = re.compile(r"\b(?:does|would|will) (?:this|that|it) (?:work|suit|fit)(?: for)? you\b")
_REST_AT_HOME: Final = re.compile(
    r"(?<=office)(?: and)? (?:[1-4] (?:days? )?|the rest )(?:remote(?:ly)?|(?:working )?from home|at home)\b"
)
"""What is left of the week says nothing more ("3 days in the office and 2 days remote")."""
_ASKS_WHICH: Final = re.compile(
    r"^(?:which|what|how|when|where|why|who|do you (?:work|go|come)|did|have|has|had|were|was)\b"
)
_NOT: Final = re.compile(
    r"\b(?:not|no|never|dont|cant|cannot|wont|arent|isnt|unable|unwilling|nicht|kein\w*|niet|geen|pas|nao|inte|"
    r"non|"
    r"month|monthly|monat|mois|mes|mese|maand|manad|quarter|year|fortnight|hours?)\b"
)


@lru_cache(maxsize=4096)
def read(
    question: str, company: str = "", url: str = "", near: frozenset[str] = frozenset()
) -> OfficeDays | None:
    """The days a week in the office that a question asks one to be willing for; None where it asks for
    something else or says a word more. `near` are the words of places that need no telling."""
    text = bounded(question)
    if not _MARK.search(text):
        return None
    text = with_us(_ALL_WEEK.sub(" 5 days a week ", with_digits(text)), company, url)
    folded = fold(re.sub(r"(?i)\b([1-5])x\b", r"\1 x", text))
    folded = _WORKS_FOR_YOU.sub(" willing ", _REST_AT_HOME.sub(" ", folded))
    if _ASKS_WHICH.match(folded) or _NOT.search(folded):
        return None
    hybrid = "hybrid" in folded or re.search(r"\b(?:hibrid\w*|ibrid\w*)\b", folded) is not None
    count = _HYBRID_COUNT if hybrid and not _COUNT.search(folded) else _COUNT
    found = {_span(match) for match in count.finditer(folded)}
    rest = count.sub(" ", folded)
    if not hybrid and _WHOLE.search(rest):
        rest = _WHOLE.sub(" ", rest)
        found.add((5, 5))
    tokens = stance.tokens(rest)
    if not _says_willing(rest, tokens) or tokens - _NEUTRAL - {stem(word) for word in near}:
        return None
    if len(found) > 1 or (not found and not hybrid):
        return None
    least, most = found.pop() if found else (None, None)
    return OfficeDays(least, most)


def _span(match: re.Match[str]) -> tuple[int, int]:
    """The fewest and the most days that a willing person would come."""
    named = match.groupdict()
    least = int(named.get("n") or match["least"])
    most = int(named.get("most") or least)
    return (1 if named.get("up") else least), most


def _says_willing(rest: str, tokens: set[str]) -> bool:
    return "c_willing" in tokens or any(
        stem(word) in stance.ASKS_FOR or word in {"agree", "commit", "confirm", "meet", "acceptable"}
        for word in rest.split()
    )


def places(job: JobFacts, profile: Profile) -> frozenset[str]:
    """The words of where the job is and where the applicant lives: an office there is no other than the job's."""
    home = profile.basics.location
    return frozenset(fold(f"{job.location or ''} {home.city} {home.region}").split())


def entails(question: str, answer: str, asked: OfficeDays) -> bool | None:
    """Whether the applicant is willing for the days asked, where the stored answer says so."""
    said = plain_yes_or_no(answer)
    known = read(question) if said is not None else None
    if known is None or said is None:
        return None
    if said:
        return True if asked.most is None or (known.most is not None and known.most >= asked.most) else None
    refused = known.most is not None and asked.least is not None and asked.least >= known.most
    return False if refused else None
