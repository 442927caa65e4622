"""The applicant's time zone: from their own answer, in whatever words a form has for it, else from a country that
has one zone only; and whether it is one of those that a question names."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling import options
from companion.filling.bank.answers import MAX_STORED
from companion.filling.fitting import Context, Result, fit_text, fit_yes_no, is_choice
from companion.filling.home import places, regions
from companion.filling.home.places import Home
from companion.filling.model import Field, StoredAnswer
from companion.filling.text import bounded, fold

_NAMES: Final[dict[str, str]] = {
    "pacific": "pacific standard|pacific daylight|pacific|pst|pdt|pt",
    "mountain": "mountain standard|mountain daylight|mountain|mst|mdt|mt",
    "central": "central standard|central daylight|central|cst|cdt|ct",
    "eastern": "eastern standard|eastern daylight|eastern|est|edt|et",
    "atlantic": "atlantic standard|atlantic daylight|atlantic",
    "newfoundland": "newfoundland standard|newfoundland daylight|newfoundland",
    "alaska": "alaska standard|alaska daylight|alaska|akst|akdt",
    "hawaii": "hawaii aleutian|hawaii standard|hawaii|hst",
    "western european": """western european standard|western european summer|western european|greenwich mean|
        british summer|gmt|wet|bst|utc|uk|british|london""",
    "central european": """central european standard|central european summer|central european|cet|cest|mez|mesz|
        mitteleuropaische zeit""",
    "eastern european": "eastern european standard|eastern european summer|eastern european|eet|eest",
    "india": "india standard|indian standard|india|indian",
    "singapore": "singapore standard|singapore|sgt",
    "japan": "japan standard|japan|jst",
    "korea": "korea standard|korea|kst",
    "australian eastern": "australian eastern standard|australian eastern daylight|australian eastern|aest|aedt",
    "australian central": "australian central standard|australian central|acst|acdt",
    "australian western": "australian western standard|australian western|awst",
    "new zealand": "new zealand standard|new zealand daylight|new zealand|nzst|nzdt",
    "south africa": "south africa standard|south african standard|south africa|sast",
    "east africa": "east africa|east african|eat",
    "west africa": "west africa standard|west africa|west african|wat",
    "gulf": "gulf standard|gulf",
    "hong kong": "hong kong|hkt",
    "philippine": "philippine standard|philippine|philippines",
    "central africa": "central africa|central african|cat",
    "brasilia": "brasilia standard|brasilia|brt",
    "argentina": "argentina",
}
_ZONES: Final = {" ".join(name.split()): zone for zone, names in _NAMES.items() for name in names.split("|")}
_IN_THE_US: Final = frozenset({"pacific", "mountain", "central", "eastern", "alaska", "hawaii"})
_IN_EUROPE: Final = frozenset({"western european", "central european", "eastern european"})
_HOURS: Final = {"western european": 0, "central european": 1, "eastern european": 2} | {
    "pacific": -8, "mountain": -7, "central": -6, "eastern": -5, "india": 5.5, "singapore": 8, "japan": 9,
}  # fmt: skip
"""The zones' hours before or behind Greenwich in winter, where a form may write them so."""
_SHOWN: Final = {
    "western european": "Greenwich Mean Time (GMT)",
    "central european": "Central European Time (CET)",
    "eastern european": "Eastern European Time (EET)",
    "india": "India Standard Time (IST)",
    "singapore": "Singapore Standard Time (SGT)",
    "japan": "Japan Standard Time (JST)",
    "korea": "Korea Standard Time (KST)",
    "south africa": "South Africa Standard Time (SAST)",
    "east africa": "East Africa Time (EAT)",
    "west africa": "West Africa Time (WAT)",
    "gulf": "Gulf Standard Time (GST)",
    "hong kong": "Hong Kong Time (HKT)",
    "philippine": "Philippine Standard Time",
}
_ONE_ZONE: Final = {
    country: zone
    for zone, countries in {
        "western european": "GB IE",
        "central european": "AD AL AT BA BE CH CZ DE FR HR HU IT LI LU MC ME MK MT NL PL RS SE SI SK SM",
        "eastern european": "BG CY EE FI GR LT LV MD RO",
        "india": "IN",
        "singapore": "SG",
        "japan": "JP",
        "korea": "KR",
        "south africa": "ZA",
        "east africa": "ET KE TZ UG",
        "west africa": "AO BJ CM NG",
        "gulf": "AE OM",
        "hong kong": "HK",
        "philippine": "PH",
    }.items()
    for country in countries.split()
}
"""Countries that have one time zone only, overseas territories apart (they have country codes of their own)."""

_OWN: Final = re.compile(
    r"^(?:please )?(?:(?:specify|select|indicate|confirm|state|tell us|share|choose|provide|enter|list|"
    r"let us know) )?(?:in )?(?:what|which|your)?(?: ?(?:is|s))?(?: ?your)?"
    r"(?: ?(?:current|home|local|primary))* ?time ?zone"
    r"(?: ?(?:(?:are|do) you|you ?(?:a)?re|you))?(?: (?:currently|presently|mainly|primarily))?"
    r"(?: (?:located|based|live|living|reside|residing))?(?: in| at)?(?: currently| now)?$"
)
_IN_ONE_OF: Final = re.compile(
    r"(?i)^are you (?:currently |already )?(?:located |based |living |situated )?(?:in|within) "
    r"(?:an? |the |one of the )?(?P<zones>.+?)[ -]time ?[ -]?zones?$"
)
_NAMED_BEHIND: Final = re.compile(
    r"(?i)^are you (?:currently |already )?(?:located |based |living |situated )?(?:in|within) "
    r"(?:the )?time ?zones? (?P<zones>.+)$"
)
_EQUIVALENT: Final = re.compile(
    r"(?i)[ ,/]+(?:or|and) (?:an? )?(?:equivalent|similar|comparable|compatible|adjacent)$"
)
_OFFSET: Final = re.compile(r"(?i)\b(?:gmt|utc)\s?([+\-−–])\s?(\d{1,2})(?::?(\d\d))?")


def zone_of(text: str) -> str | None:
    """The one time zone that a text names ("PST", "Pacific Time (US & Canada)"), or None."""
    found = _zones_in(text)
    return found.pop() if len(found) == 1 else None


def _zones_in(text: str) -> set[str]:
    words = f" {fold(_OFFSET.sub(' ', bounded(text)))} "
    words = re.sub(r" (?:time|zone|timezone|us|usa|canada|and|the)(?= )", "", words)
    found = set()
    for name in sorted(_ZONES, key=len, reverse=True):
        if f" {name} " in words:
            found.add(_ZONES[name])
            words = words.replace(f" {name} ", "  ")
    return found


def is_own(question: str) -> bool:
    """Whether a question asks in which time zone the applicant is."""
    return _OWN.match(fold(question)) is not None


def value_of(
    field: Field, context: Context, answers: Sequence[StoredAnswer]
) -> tuple[Result, StoredAnswer | None] | None:
    """What a field on time zones takes, with the stored answer that says it (None: by the home's country); None
    where the field asks nothing of the kind, or the answer is not certain."""
    label = bounded(field.label).strip(" ?.:*")
    if re.search(r"(?i)\btime ?-?zones?\b", label) is None:
        return None
    stored = _stored(answers)
    home = places.home_of(context.profile)
    zone = zone_of(stored.answer) if stored else (_ONE_ZONE.get(home.country) if home else None)
    if is_own(label):
        result = _own(field, zone, stored)
    else:
        named = _IN_ONE_OF.match(label) or _NAMED_BEHIND.match(label)
        said = _is_in(named["zones"], zone, home) if named else None
        result = None if said is None else fit_yes_no(said, field)
    return None if result is None else (result, stored)


def _stored(answers: Sequence[StoredAnswer]) -> StoredAnswer | None:
    found = [answer for answer in answers[:MAX_STORED] if is_own(answer.question) and answer.answer.strip()]
    return found[0] if len({fold(answer.answer) for answer in found}) == 1 else None


def _own(field: Field, zone: str | None, stored: StoredAnswer | None) -> Result | None:
    if not is_choice(field):
        text = bounded(stored.answer) if stored else _SHOWN.get(zone or "", "")
        return fit_text(text, field) if text and field.kind in {"text", "textarea", "combobox"} else None
    if stored and (same := options.match_text(stored.answer, field.options)):
        return same
    if zone is None:
        return None
    named = options.match_unique(field.options, lambda option: _zones_in(option) == {zone})
    return named or options.match_unique(field.options, lambda option: _is_offset(option, zone))


def _is_offset(option: str, zone: str) -> bool:
    """Whether an option is a difference to Greenwich and nothing else ("UTC+01:00"), that of the zone."""
    found = _OFFSET.fullmatch(option.strip())
    if found is None or zone not in _HOURS:
        return False
    hours = int(found[2]) + int(found[3] or 0) / 60
    return (hours if found[1] == "+" else -hours) == _HOURS[zone]


def _is_in(named: str, zone: str | None, home: Home | None) -> bool | None:
    """Whether the applicant is in one of the zones that a question names, by name or by a country or region."""
    bare = _EQUIVALENT.sub("", named)
    parts = [part for part in re.split(r"\s*[/,]\s*|\s+(?:or|and)\s+", bare) if part]
    verdicts = [_is_in_one(part, zone, home, loosely=bare != named) for part in parts]
    if True in verdicts:
        return True
    return False if verdicts and None not in verdicts else None


def _is_in_one(named: str, zone: str | None, home: Home | None, *, loosely: bool) -> bool | None:
    if (of_name := zone_of(named)) is not None and fold(named) not in {"uk", "london"}:
        if zone is not None:
            return zone == of_name
        return False if home is not None and _is_far(of_name, home) else None
    region = fold(re.sub(r"(?i)^(?:an?|the) ", "", named))
    if region in {"us", "usa", "united states", "american"}:
        return _is_american(zone, home)
    if region in {"eu", "europe", "european"}:
        return _is_european(region, zone, home, loosely=loosely)
    return None


def _is_american(zone: str | None, home: Home | None) -> bool | None:
    if home is None:
        return zone in _IN_THE_US or None
    if home.country == "US":
        return True
    if zone in _IN_THE_US:
        return None
    near = regions.region_of("americas")
    return (
        False
        if near is not None and near.holds(home.country) is False and home.country not in _PACIFIC
        else None
    )


_PACIFIC: Final = frozenset({"GU", "MP", "AS", "UM", "WS", "TO", "FJ", "PF", "CK", "NU", "KI"})


def _is_european(region: str, zone: str | None, home: Home | None, *, loosely: bool) -> bool | None:
    if home is None:
        return None
    named = regions.region_of("eu" if region == "eu" else "europe")
    if named is not None and named.holds(home.country):
        return True
    if zone in _IN_EUROPE:
        # British time is that of Ireland and Portugal.
        return True if loosely or _ONE_ZONE.get(home.country) in _IN_EUROPE else None
    far = regions.region_of("americas"), regions.region_of("apac")
    return False if any(part is not None and part.holds(home.country) for part in far) else None


def _is_far(zone: str, home: Home) -> bool:
    """Whether a zone of North America or of Europe is certainly not that of somebody who lives elsewhere."""
    if zone in _IN_THE_US:
        return _is_american(None, home) is False
    return zone in _IN_EUROPE and _is_european("europe", None, home, loosely=False) is False
