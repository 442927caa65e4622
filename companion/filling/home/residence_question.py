"""What a question on where the applicant lives asks: which place, how close to it, with a move or without.

Questions that ask for more than that (a right to work, a plan, the past, somebody else) are none of these.
"""

import re
from dataclasses import dataclass
from typing import Final

from companion.filling.home.places import How
from companion.filling.text import fold


@dataclass(frozen=True, slots=True)
class Asked:
    """A place as the question names it and how close to it somebody must live; `or_moves` where a willingness to
    relocate is a yes as well. `language` is that of the question."""

    place: str
    how: How = "in"
    or_moves: bool = False
    language: str = "en"


LONGEST_QUESTION: Final = 400
"""In characters: what is longer asks for more, and patterns must not be tried on it."""
_NOW: Final = (
    r"(?:(?:currently|presently|now|already|physically|permanently|primarily|at present|either|also) )*"
)
_SUBJECT: Final = (
    r"(?:are you|you are|you[’']re|do you|you|i am|i[’']m|i|is your (?:(?:current|primary|permanent|main|home) )*"
    r"(?:residence|location|home|home address|address|place of residence))"
)
_LIVES: Final = r"(?:reside|residing|live|living|located|based|situated|domiciled|a resident|resident|home)"
_UNIT: Final = r"(?:hours?|hrs?|minutes?|mins?|miles?|mi|km|kilomet(?:er|re)s?)"
_JOURNEY: Final = (
    rf"(?:(?:an?|easy|reasonable) )*(?:(?P<number>\d+(?:\.\d+)?|one|two|an?|half an)[ -]?"
    rf"(?P<unit>{_UNIT})[’']?[ -]?)?"
    r"(?:(?:commut\w+|commutable|driving|travel\w*|daily|reasonable)\b ?)*"
    rf"(?:commute|distance|drive|radius|range|time|{_UNIT})? ?(?:of|from|to)"
)
_HOW: Final = (
    rf"(?P<how>within {_JOURNEY}|in commut\w+ distance (?:of|to|from)|in or (?:near|around|close to)|near or in|"
    r"nearby|near to|near|close to|local to|around|in the vicinity of|within|inside|in|at|out of|of)"
)
_TAIL: Final = (
    r"(?:,? (?:currently|now|at present|presently|at the moment|right now|today|full[- ]time|permanently|"
    r"year[- ]round))?"
)
_ASKING: Final = (
    r"(?:please )?(?:(?:can|could) you )?(?:please )?(?:confirm|indicate|let us know|tell us|state|advise|specify)"
    r"(?: to us)?(?: that| if| whether)?(?: or not)? "
)
_WANTS: Final = r"(?:willing and able|willing|open|able|prepared|happy|ready|interested|looking|keen)"
_MOVES: Final = r"(?:relocat\w+|mov(?:e|ing))"
_OR: Final = r"(?:,? ?and ?/ ?or |,? or |/ ?|, )"
_THERE: Final = (
    r"(?: (?:there|here|to (?:the|this|that) (?:area|city|location|region)|to (?P<there>[\w .’',]+?)|"
    r"for (?:this|the) (?:role|position|job)))?"
)

_LIVES_IN: Final = re.compile(
    rf"(?i)^(?:{_ASKING})?(?:{_SUBJECT} )?{_NOW}(?:(?P<lives>{_LIVES}) )?{_NOW}{_HOW} (?P<place>.+?){_TAIL}$"
)
_LIVES_THERE: Final = re.compile(
    rf"(?i)^(?:{_ASKING})?{_SUBJECT} {_NOW}{_LIVES} {_NOW}(?P<place>there|here|locally|nearby){_TAIL}$"
)
_BASED: Final = re.compile(
    rf"(?i)^{_SUBJECT} {_NOW}(?:(?P<place>[\w .’'/-]+?)[ -]based|an? (?P<home>[\w .’'/-]+?) resident){_TAIL}$"
)
_LIVES_OR_MOVES: Final = re.compile(
    rf"(?i)^(?:{_ASKING})?{_SUBJECT} {_NOW}(?:(?P<lives>{_LIVES}) )?{_NOW}(?:{_HOW} )?(?P<place>.+?){_OR}"
    rf"(?:if not,? )?(?:are you |would you be |would you |you are |are |be )?(?:{_WANTS} )?"
    rf"(?:to |in |for )?(?:consider )?{_MOVES}{_THERE}$"
)
_LOCAL_OR_MOVES: Final = re.compile(
    rf"(?i)^{_SUBJECT} {_NOW}(?:{_LIVES} )?(?:in|near|local to|local|at),?{_OR}(?:{_WANTS} ){{1,2}}?to {_MOVES}"
    r"(?: to| for)?,?(?: (?P<place>.+?))?$"
)
_MOVES_OR_IN: Final = re.compile(
    rf"(?i)^{_SUBJECT} (?:{_WANTS} )to {_MOVES} to,? or {_NOW}(?:{_LIVES} )?in,? (?P<place>.+?)$"
)
_SURROUNDINGS: Final = re.compile(r"(?i)^(?:near|close to|local to|around|in the vicinity of|in or )")
_NEAREST: Final = {"h": 1.0, "m": 30.0, "k": 30.0}
"""By the first letter of a unit (hours; minutes and miles; kilometres): what is nearer is no whole city."""

_E: Final = r"(?:\(e\)|\.e|·e)?"
_OTHERS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (language, re.compile(f"(?i)^{pattern}$"))
    for language, pattern in {
        "de": (
            r"(?:(?:wohnen|leben) sie|(?:wohnst|lebst) du|sind sie|bist du|befinden sie sich|befindest du dich|"
            r"haben sie ihren wohnsitz|hast du deinen wohnsitz|(?:ist|liegt) (?:ihr|dein) wohnsitz)"
            r"(?: (?:derzeit|aktuell|zurzeit|momentan|gegenwärtig|bereits|jetzt|schon))* "
            r"(?P<how>in der nähe von|im raum|nahe|in|im) (?P<place>.+?)"
            r"(?: (?:wohnhaft|ansässig|zuhause|zu hause))?"
        ),
        "fr": (
            r"(?:est-ce que (?:vous |tu ))?(?:(?:habite[zs]|r[ée]side[zs]|vivez|vis)(?:[- ](?:vous|tu))?|"
            rf"(?:[êe]tes[- ]vous|es[- ]tu) (?:bas[ée]+|domicili[ée]+|localis[ée]+|install[ée]+|situ[ée]+){_E})"
            r"(?: (?:actuellement|d[ée]j[àa]|aujourd[’']hui|pr[ée]sentement))* "
            r"(?P<how>près de|à proximité de|en région|à|a|en|au|aux|dans) (?P<place>.+?)"
        ),
        "es": (
            r"(?:usted )?(?:vives|vive|resides|reside|radicas|radica|te encuentras|se encuentra|"
            r"est[áa]s? (?:ubicad[oa]|basad[oa]|radicad[oa]|localizad[oa])(?:/[oa]|\(a\))?|eres residente|"
            r"tu residencia est[áa])(?: usted)?(?: (?:actualmente|ya|hoy|ahora))* (?P<how>cerca de|en) "
            r"(?P<place>.+?)(?: actualmente)?"
        ),
        "it": (
            r"(?:lei )?(?:vivi|vive|abiti|abita|risiedi|risiede|ti trovi|si trova|"
            r"(?:sei|[èe]) (?:residente|domiciliat[oa]|basat[oa])(?:/[oa])?)(?: (?:attualmente|gi[àa]|ora))* "
            r"(?P<how>vicino a|nei pressi di|ad?|in|nel|nella|negli|nei) (?P<place>.+?)(?: attualmente)?"
        ),
        "nl": (
            r"(?:(?:woon|verblijf|ben) (?:je|jij)|(?:woont|verblijft|bent) u)"
            r"(?: (?:momenteel|nu|op dit moment|al|reeds|gevestigd|woonachtig))* "
            r"(?P<how>in de buurt van|in) (?P<place>.+?)(?: (?:woonachtig|gevestigd))?"
        ),
        "pt": (
            r"(?:voc[êe] |tu )?(?:moras?|resides?|vives?|est[áa]s? (?:localizad[oa]|basead[oa]|sediad[oa])"
            r"(?:\(a\)|/a)?)(?: (?:atualmente|j[áa]|hoje))* (?P<how>perto de|próximo a|em|nos?|nas?) "
            r"(?P<place>.+?)(?: atualmente)?"
        ),
        "sv": (
            r"(?:bor du|är du bosatt|är du baserad|befinner du dig|är du)"
            r"(?: (?:för närvarande|just nu|idag|redan|nu))* (?P<how>nära|i närheten av|i|på) (?P<place>.+?)"
            r"(?: (?:just nu|idag|för närvarande))?"
        ),
    }.items()
)
_SURROUNDINGS_ABROAD: Final = re.compile(
    r"(?i)^(?:nahe|in der nähe von|im raum|près de|à proximité de|en région|cerca de|vicino a|nei pressi di|"
    r"in de buurt van|perto de|próximo a|nära|i närheten av)$"
)

_THE_JOB: Final = r"(?:role|job|position|posting|vacancy|opening|opportunity|job posting|job opening)"
JOB_COUNTRY: Final = re.compile(
    rf"(?i)^(?:(?:the|this|that) )?(?:same )?country"
    rf"(?: (?:where|in which|that|as|of|for|which|this|the|our) .*\b{_THE_JOB}\b.*|"
    r" (?:where |that |in which |for which )?you are applying.*)?$|"
    rf"^(?:the |this )?{_THE_JOB}[’']?s? country$"
)
"""A country that is named as that of the job."""
JOB_PLACE: Final = re.compile(
    rf"(?i)^(?:there|here|(?:(?:the|this|that) )?(?:same |listed |posted |advertised |stated )?"
    rf"(?:area|location|city|place|metro area)"
    rf"(?: (?:as|of|for|where|in which|listed|that|which|this|the)\b.*\b{_THE_JOB}\b.*)?|"
    rf"(?:the |this )?{_THE_JOB}[’']?s?(?: listed)? (?:location|area|city)|"
    rf"where (?:this|the) {_THE_JOB} is (?:located|based))$"
)
"""A place that is named as that of the job, or as the one spoken of before."""
_STATED_PLACE: Final = re.compile(
    r"(?i)\b(?:based|located|situated|on-?site|hybrid)(?: \w+){0,2}? (?:in|at|out of|from)(?: our| the)? "
    r"(?P<place>[^.;:(]+?)(?: offices?| hq| headquarters| hub| studio| office locations?)?"
    r"(?:,? (?:and|with|on|where|which|requir)\b.*)?[.;:]?$"
)
_STATEMENT: Final = re.compile(
    r"(?i)^(?:this|the|our|we|please note|note|it|all|candidates?|applicants?|location|for this)\b"
)
_ON_ANSWERING: Final = re.compile(r"(?i)\b(?:answer|select|choose|yes|no|if|only)\b")
_MORE: Final = re.compile(
    r"(?i)\b(?:plan\w*|intend\w*|citizen\w*|national(?:ity|s)?|licen[cs]\w*|clients?|customers?|ever|previously|"
    r"used to|permanent|lawful|legal|authori[sz]\w*|eligible|work\w*|born|prefer\w*|would like|family|parents|"
    r"spouse|tax|time ?zones?)\b"
)
"""What a question speaks of that asks for more than where somebody lives."""
_ASIDE: Final = re.compile(
    r"\((?![^)]*\b(?i:or|if|unless|reloc\w*|mov(?:e|ing)|citizen\w*|not (?:in|near)|exclu\w*|"
    r"except|outside|other than|without|only|but)\b)[^)]*\)"
)
"""Parentheses that add nothing to the question."""


def read(label: str, *, is_choice: bool) -> Asked | None:
    """What a label asks about where the applicant lives, or None. Only above a choice may it be a statement."""
    sentences = _sentences(label)
    asking = [s for s in sentences if "?" in s] or sentences[-1:]
    if len(asking) != 1:
        return None
    place = sentences.index(asking[0])
    before, behind = sentences[:place], sentences[place + 1 :]
    if not all(_STATEMENT.match(s) for s in (*before, *behind)):
        return None
    if behind and (not is_choice or _ON_ANSWERING.search(" ".join(behind))):
        return None
    sentence = " ".join(asking[0].strip(" ?!.:*¿¡").split())
    if len(sentence) > LONGEST_QUESTION:
        return None
    is_question = is_choice or "?" in asking[0]
    found = (
        _read_moving(sentence) or (_read_living(sentence) if is_question else None) or _read_other(sentence)
    )
    if found is None or is_the_jobs(found.place):
        return found
    return None if _MORE.search(found.place) else found


def read_statement(text: str) -> Asked | None:
    """What a statement ("I currently live in Oslo") says about where somebody lives, or None."""
    sentence = " ".join(_ASIDE.sub(" ", text).split())
    if len(sentence) > LONGEST_QUESTION:
        return None
    found = _read_living(sentence)
    return None if found is None or _MORE.search(found.place) else found


def is_the_jobs(place: str) -> bool:
    """Whether a place is named as the job's, and not by its own name."""
    return bool(JOB_COUNTRY.match(place) or JOB_PLACE.match(place))


def stated_place(label: str) -> str:
    """The place that a sentence before the question says the job is at ("It is based in Graz."), or empty."""
    for sentence in _sentences(label):
        if "?" not in sentence and (found := _STATED_PLACE.search(sentence)):
            return found["place"]
    return ""


def _sentences(label: str) -> list[str]:
    text = re.sub(r"\bU\.\s?S\.\s?A\.?|\bU\.\s?S\.", "US", label)
    text = re.sub(r"\bU\.\s?K\.", "UK", text)
    text = re.sub(r"(?i)\bD\.C\.", "DC", text)
    text = re.sub(r"\bSt\. ", "St ", text)
    text = _ASIDE.sub(" ", text)
    return [s.strip() for s in re.split(r"(?<=[.?!])\s+|\n+", text) if s.strip(" .?!")]


def _read_moving(sentence: str) -> Asked | None:
    """A question that a willingness to relocate answers as well."""
    if re.search(rf"(?i)\b{_MOVES}\b", sentence) is None:
        return None
    if found := _MOVES_OR_IN.match(sentence):
        return Asked(found["place"], or_moves=True)
    if found := _LOCAL_OR_MOVES.match(sentence):
        return Asked(found["place"] or "the area", "near", or_moves=True)
    found = _LIVES_OR_MOVES.match(sentence)
    if found is None or not (found["lives"] or found["how"] or fold(found["place"]) == "local"):
        return None
    there, place = fold(found["there"] or ""), found["place"]
    if there and there not in fold(place) and not is_the_jobs(found["there"]):
        return None
    how = "in" if fold(place) in {"there", "here"} else _how(found)
    return None if how is None else Asked("the area" if fold(place) == "local" else place, how, or_moves=True)


def _read_living(sentence: str) -> Asked | None:
    if found := _BASED.match(sentence):
        return Asked(found["place"] or found["home"])
    if there := _LIVES_THERE.match(sentence):
        return Asked("there") if fold(there["place"]) in {"there", "here"} else Asked("the area", "near")
    found = _LIVES_IN.match(sentence)
    if found is None or re.search(rf"(?i)\b{_MOVES}\b", sentence):
        return None
    lives, word, how = fold(found["lives"] or ""), found["how"].casefold(), _how(found)
    is_resident = lives in {"resident", "a resident"}
    if how is None or (is_resident != (word == "of") and word not in {"in", "within", "out of"}):
        return None
    subject = fold(re.match(rf"(?i)^(?:(?:{_ASKING})?(?:{_SUBJECT} )?)?", sentence)[0])  # type: ignore[index]
    # "Are you in sales?" has no verb either: the place must then be one.
    says_where = (
        lives
        or how != "in"
        or subject.endswith(("are you", "you are", "i am", "im"))
        or " your " in f" {subject} "
    )
    return Asked(found["place"], how) if says_where else None


def _how(found: re.Match[str]) -> How | None:
    """How close the question wants somebody to live; None where so close that the city's name will not do."""
    word = (found["how"] or "near").casefold()
    if word in {"in", "within", "inside", "at", "of", "out of"}:
        return "in"
    if _SURROUNDINGS.match(word):
        return "near"
    number, unit = found["number"] or "", (found["unit"] or "h").casefold()
    count = float(number) if number[:1].isdigit() else (0.5 if number.startswith("half") else 1.0)
    return "commute" if count >= _NEAREST.get(unit[0], 1.0) else None


def _read_other(sentence: str) -> Asked | None:
    for language, pattern in _OTHERS:
        if found := pattern.match(sentence):
            how: How = "near" if _SURROUNDINGS_ABROAD.match(found["how"]) else "in"
            return Asked(found["place"], how, language=language)
    return None
