"""Whether the applicant's home lies in, or near, a place that a question names.

A place is a country, a state, a city or a region of the world, or a list of such ("Boston, MA or the Bay Area").
No is said only where it is certain; for "near" and "in the area of" that takes another country at least.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from companion.filling.home import geo, regions
from companion.filling.home import place_names as names
from companion.filling.text import fold
from companion.profile.json_resume import Profile

How = Literal["in", "near", "commute"]
"""How close to the place somebody must live: within it, in its surroundings, or a journey to work away."""

MAX_PARTS: Final = 30
"""How many places a list may have; a longer one is left to the user."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where the applicant lives, as the profile says it; `job_country` tells towns of one name apart."""

    country: str
    region: str = ""
    city: str = ""
    job_country: str = ""

    @property
    def state(self) -> geo.Subdivision | None:
        """The state or province of the home, None where the profile names none that is known."""
        return geo.subdivision(self.region, self.country)


def home_of(profile: Profile, job_country: str = "") -> Home | None:
    """The applicant's home, or None where the profile does not say the country."""
    place = profile.basics.location
    if not place.country_code:
        return None
    city = place.city
    if fold(city) == "washington" and fold(place.region) in {"dc", "d c", "district of columbia"}:
        city = "Washington DC"
    return Home(place.country_code, place.region, city, job_country)


_AREA: Final = re.compile(
    r"^(?:(?:capital|metropolitan|metro|greater) (?:area|region) of|greater|metropolitan|metro) |"
    r" (?:(?:metro|metropolitan|greater|local|city|surrounding) )?"
    r"(?:area|region|metroplex|metro|surroundings?|vicinity|raum|umgebung|office)$"
)
_STATE_WORD: Final = re.compile(r" (?:state|province)$|^(?:state|province) of ")
_NO_LIST: Final = re.compile(
    r"(?i)\b(?:not|but|without|outside|except|excluding|other than|if|nicht|pas|sauf|non|able|can|have|will\w*|"
    r"with|who|work\w*|commut\w*|travel\w*|drive|come|attend|visa|permit|long|since|years?)\b"
)
"""What a list of places has no word of: an exception, or something else that is asked as well."""
_JOINERS: Final = {
    "en": (r"or", r"and"),
    "de": (r"oder", r"und"),
    "fr": (r"ou", r"et"),
    "es": (r"o|u", r"y|e"),
    "it": (r"o|oppure", r"e|ed"),
    "nl": (r"of", r"en"),
    "pt": (r"ou", r"e"),
    "sv": (r"eller", r"och"),
}


_LEAD: Final = re.compile(
    r"(?i)^(?:in )?(?:either(?: of)?|(?:at least )?(?:one|any) of)\b\s*"
    r"(?:(?:the|these|our)\b\s*)?(?:(?:following|listed|approved|eligible)\b\s*)?"
    r"(?:(?:countries|states|cities|locations|places|regions|provinces)\b\s*)?[:\-–]?\s*"
)
"""What leads to a list: "one of the following states: Ohio, Texas"."""


def lives_in(text: str, home: Home, how: How = "in", language: str = "en") -> bool | None:
    """Whether the home is in (or near) the place, or one of those, that a whole text names; None where that is
    not certain, or where something else than places is named as well."""
    text = _LEAD.sub("", _spelt(text))
    if len(text) > 600 or _NO_LIST.search(text):
        return None
    if (whole := _one(text, home, how)) is not None:
        return whole
    either, both = _JOINERS[language]
    upper = text.isupper()
    # ", OR" in capitals is Oregon.
    oregon = "" if upper else r"(?<!, (?=OR\b))"
    split = rf"\s*[;/|]\s*|{oregon}(?:,?\s+|(?<=,))(?:and\s*/\s*or|(?i:{either}|{both}))(?=\s)\s*|\s*&\s*"
    parts = [part for part in re.split(split, text) if part.strip(" ,.")]
    verdicts = [_group(group, home, how) for part in parts for group in _groups(part, home)]
    if not verdicts or len(verdicts) > MAX_PARTS:
        return None
    if True in verdicts:
        joined_by_and = re.search(rf"(?i)(?:^|\s)(?:{both}|&)\s", text) is not None
        return None if joined_by_and and None in verdicts else True
    return None if None in verdicts else False


def _spelt(text: str) -> str:
    """The text with the abbreviations spelt so that their dots and commas part nothing."""
    text = re.sub(r"\bU\.\s?S\.\s?A\.?|\bU\.\s?S\.", "US", text)
    text = re.sub(r"\bU\.\s?K\.", "UK", text)
    text = re.sub(r"(?i)\bwashington,?\s+d\.?\s?c\b\.?", "Washington DC", text)
    text = re.sub(r"\bN\.Y\.(?:C\.)?", "NYC", text)
    text = re.sub(r"\bL\.A\.", "LA", text)
    return text.strip(" .,:;?!*\"“”'")


def _groups(part: str, home: Home) -> list[list[str]]:
    """The places of a list between commas, each with what it lies in behind it ("Austin, TX, USA")."""
    groups: list[list[str]] = []
    for name in (piece.strip() for piece in part.split(",")):
        if not name:
            continue
        if groups and _qualifies(name, groups[-1], home):
            groups[-1].append(name)
        else:
            groups.append([name])
    return groups


def _qualifies(name: str, group: list[str], home: Home) -> bool:
    """Whether a name says where the place before it lies, and is no further place of the list."""
    folded, head = fold(name), fold(group[0])
    if folded in names.HOME_NATIONS:
        return head not in names.HOME_NATIONS
    country = _country(name)
    if country is not None:
        if len(group) > 1:
            return True
        # "France, Germany" is a list, "Quebec, Canada" is not.
        return _country(group[0]) is None or geo.subdivision(group[0], country) is not None
    states = {code for code in {*names.STATES_OF[:3], home.country} if _state(name, code)}
    if not states or len(group) > 1:
        return False
    if any(_state(group[0], code) not in {None, _state(name, code)} for code in states):
        return False
    return not (geo.city_country(folded) and geo.city_country(head) and len(folded) > 3)


def _country(name: str) -> str | None:
    folded = fold(name)
    if folded in names.HOME_NATIONS:
        return None
    if folded == "us":
        return "US" if name.strip().isupper() or folded != name.strip() else None
    return geo.country_index().get(folded) or geo.country_index().get(folded.removeprefix("the "))


def _state(name: str, country: str) -> geo.Subdivision | None:
    """The state that a name or an abbreviation in capitals says; of other countries than these only names."""
    folded = fold(name)
    if len(folded) <= 3 and (country not in names.STATES_OF[:3] or not name.strip().isupper()):
        return None
    return geo.subdivision(name, country)


def _group(group: list[str], home: Home, how: How) -> bool | None:
    """One place of a list, with what it lies in behind it."""
    if len(group) == 1:
        return _one(group[0], home, how)
    if (
        fold(group[0]) in {fold(q) for q in group[1:]}
        and len(group) == 2
        and _canonical(group[0]) == _canonical(home.city)
    ):
        return True
    if len({code for name in group[1:] if (code := _country(name)) is not None}) > 1:
        return None  # "Springfield, Lithuania, Latvia": what lies in what, nobody can tell
    around = [_around(name, home) for name in group[1:]]
    if False in around:
        return False if how == "in" or all(_is_far(name, home) for name in group[1:]) else None
    if None in around:
        return None
    head, area = _without_area(fold(group[0]))
    closeness: How = "near" if area and how == "in" else how
    if _canonical(head) == _canonical(home.city):
        by_state = any(_country(name) is None for name in group[1:])
        return True if by_state or geo.city_country(head) == home.country or home.city else None
    state = geo.subdivision(group[0], home.country)
    if state is not None and geo.city_country(head) is None:
        return _in_state(state, home, closeness)
    return _other_city(head, home, closeness) if geo.city_country(head) == home.country else None


def _is_far(name: str, home: Home) -> bool:
    """Whether a country or a state lies, by each reading of its name, far from the home's country."""
    countries = {_country(name) or "", *(code for code in names.STATES_OF[:3] if _state(name, code))} - {""}
    return bool(countries) and not any(regions.are_near(code, home.country) for code in countries)


def _around(name: str, home: Home) -> bool | None:
    """Whether the home lies in what stands behind a city ("TX", "France"); two letters may say two things."""
    found: set[bool | None] = set()
    folded = fold(name)
    if (code := _country(name)) is not None and not (len(folded) == 2 and folded not in {"us", "uk"}):
        found.add(code == home.country)
    for country in {*names.STATES_OF[:3], home.country}:
        state = _state(name, country)
        if state is None:
            continue
        if country != home.country:
            found.add(False)
        elif home.state is None:
            found.add(None)
        else:
            found.add(state.code == home.state.code or (None if state.level != home.state.level else False))
    if folded in names.HOME_NATIONS:
        found.add(_home_nation(folded, home))
    if len(folded) == 2 and name.strip().isupper() and (code := geo.country_of(name)) is not None:
        found.add(code == home.country and None)
    if True in found:
        return True
    return False if found == {False} else None


def _one(text: str, home: Home, how: How) -> bool | None:
    """A single place without anything behind it."""
    folded = fold(text)
    if not folded or len(folded) > 60:
        return None
    if text.strip() == "LA" and home.state is not None and home.state.code == "US-LA":
        return None
    if (
        len(folded) == 2
        and text.strip().isupper()
        and (verdict := _by_code(text.strip(), home, how)) is not None
    ):
        return verdict
    words = folded.split()
    for start in range(min(4, len(words))):
        if start and words[start - 1] not in names.LEADING:
            break
        raw = text if not start else " ".join(words[start:])
        if (verdict := _named(raw, " ".join(words[start:]), home, how)) is not None:
            return verdict
    return None


def _by_code(code: str, home: Home, how: How) -> bool | None:
    """A state by its two letters, where no country or city is meant by them for somebody who lives there."""
    if code in {"US", "UK", "EU", "LA", "SF"}:
        return None
    states = [state for country in ("US", "CA") if (state := geo.subdivision(code, country)) is not None]
    if not states or (home.country == code != "US"):
        return None
    mine = home.state
    if mine is not None and any(state.code == mine.code for state in states):
        return True
    if mine is None and home.country in {"US", "CA"}:
        return None
    return False if how == "in" else None


def _named(raw: str, folded: str, home: Home, how: How) -> bool | None:
    if folded in names.TWO_PLACES and _canonical(folded) != _canonical(home.city):
        return None
    if (region := regions.region_of(folded)) is not None:
        return region.holds(home.country)
    if folded in names.HOME_NATIONS:
        return _home_nation(folded, home) if how == "in" else None
    if (city := _city(folded, home, how)) is not None:
        return city
    if (country := _country(raw)) is not None and folded not in names.TWO_PLACES:
        return _in_country(country, home, how)
    named, area = _without_area(folded)
    if area and named and named not in names.TWO_PLACES:
        return _named(named, named, home, "near" if how == "in" else how)
    as_state = _STATE_WORD.sub("", folded)
    return _by_state(as_state, home, how, certain=as_state != folded)


def _without_area(folded: str) -> tuple[str, bool]:
    named = _AREA.sub("", folded, count=1)
    return (named, True) if named != folded else (folded, False)


def _in_country(country: str, home: Home, how: How) -> bool | None:
    if country == home.country:
        return True
    if home.country in names.OVERSEAS.get(country, frozenset()):
        return None
    return None if how != "in" and regions.are_near(country, home.country) else False


def _home_nation(folded: str, home: Home) -> bool | None:
    if home.country != "GB":
        return False
    mine = fold(home.region)
    return mine == folded if mine in names.HOME_NATIONS else None


def _canonical(city: str) -> str:
    folded = fold(city)
    return names.CANONICAL.get(folded, folded)


def _known_country(city: str) -> str | None:
    """The country of a well-known city by any of its names."""
    canonical = _canonical(city)
    return geo.city_country(fold(city)) or geo.city_country(canonical)


def _metro(city: str) -> frozenset[str]:
    return next((metro for metro in names.METROS if city in metro), frozenset({city}))


def _city(folded: str, home: Home, how: How) -> bool | None:
    """A city by its name alone, None too where the name is that of no well-known city."""
    named, area = _without_area(folded)
    if folded in names.AREAS:
        named, area = folded, True
    canonical, mine = _canonical(named), _canonical(home.city)
    closeness: How = "near" if area and how == "in" else how
    known = "US" if named in names.AREAS else _known_country(named)
    if canonical == mine and mine:
        return _same_name(named, home, known)
    if known is not None and known == home.country:
        if mine in names.PARTS_OF.get(canonical, frozenset()):
            return True
        if area and mine in _metro(canonical) and home.country in {"US", "PH", "IN"}:
            return True
        if geo.subdivision(named, home.country) is not None and not area:
            return _city_or_state(named, home, closeness)
        return _other_city(named, home, closeness)
    if known is None:
        return None
    if (
        canonical in names.IN_AMERICA_TOO
        and home.country in {"US", "CA"}
        and home.job_country in {"", home.country}
    ):
        return _other_city(named, home, closeness)
    if closeness == "in":
        return False
    near = regions.are_near(known, home.country)
    if closeness == "near":
        return None if near and canonical in names.AT_A_BORDER else False
    return None if near else False


def _same_name(named: str, home: Home, known: str | None) -> bool | None:
    """The home's own city by name: there may be another of that name, or a state."""
    for country in {*names.STATES_OF[:3], home.country}:
        state = geo.subdivision(named, country) if len(named) > 3 else None
        if state is None:
            continue
        mine = home.state if country == home.country else None
        if country != home.country or (mine and mine.level == state.level and mine.code != state.code):
            return None
    return True if (known or home.job_country) == home.country else None


def _city_or_state(named: str, home: Home, how: How) -> bool | None:
    """A name that a city and a state have ("New York", "Berlin"), neither being the home's city."""
    state, mine = geo.subdivision(named, home.country), home.state
    if how != "in" or state is None or (mine is not None and state.code == mine.code):
        return None
    if mine is not None and state.level == mine.level:
        return False
    return _other_city(named, home, how)


def _other_city(named: str, home: Home, how: How) -> bool | None:
    """Another city of the applicant's country: certain only between two well-known ones that do not touch."""
    mine = _canonical(home.city)
    if how != "in" or _known_country(home.city) != home.country:
        return None
    return None if mine in _metro(_canonical(named)) else False


def _by_state(folded: str, home: Home, how: How, *, certain: bool) -> bool | None:
    """A state or province by its name."""
    if len(folded) <= 3 or (folded in names.TWO_PLACES and not certain):
        return None
    own = geo.subdivision(folded, home.country)
    if own is not None:
        return _in_state(own, home, how)
    if _canonical(folded) == _canonical(home.city):
        return None
    holders = [code for code in names.STATES_OF if geo.subdivision(folded, code) is not None]
    if not holders:
        return None
    if how == "in":
        return False
    return None if any(regions.are_near(code, home.country) for code in holders) else False


def _in_state(state: geo.Subdivision, home: Home, how: How) -> bool | None:
    mine = home.state
    if mine is None:
        return None
    if state.code == mine.code:
        return True
    return False if how == "in" and state.level == mine.level else None
