"""What the profile says, put the way forms ask for it: name parts, links by network, the current job,
education rows."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from companion.filling.home.geo import country_name
from companion.filling.text import fold
from companion.profile.json_resume import Education, Profile, Work

_TITLES: Final = frozenset(
    {"dr", "prof", "mr", "mrs", "ms", "herr", "frau", "dipl", "ing", "sir", "m", "mme"}
)
_SUFFIXES: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md", "mba", "msc", "bsc", "esq"})
_PARTICLES: Final = frozenset(
    {
        "van",
        "von",
        "der",
        "den",
        "de",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "das",
        "do",
        "la",
        "le",
        "du",
        "ter",
        "ten",
        "zu",
        "zum",
        "bin",
        "al",
        "el",
        "af",
    }
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts; a part is empty where it is not known for certain."""

    full: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    preferred: str = ""


def name_of(profile: Profile) -> Name:
    """The applicant's name. Parts that the profile does not state are split off only where there is no
    doubt."""
    ours, full = profile.applyonce, " ".join(profile.basics.name.split())
    given, family = (ours.given_name or "").strip(), (ours.family_name or "").strip()
    middle = ""
    if full and not (given and family):
        split_given, middle, split_family = _split(full)
        given, family = given or split_given, family or split_family
    elif full:
        middle = _between(full, given, family)
    if not full and given and family:
        full = f"{given} {family}"
    return Name(full, given, middle, family, (ours.preferred_name or "").strip())


def _between(full: str, given: str, family: str) -> str:
    """The middle name, where the full name is the given one, something, and the family name."""
    middle = full.removeprefix(given).removesuffix(family) if full.startswith(f"{given} ") else ""
    if not full.endswith(f" {family}") or len(full) < len(given) + len(family) + 2:
        return ""
    words = middle.split()
    return "" if any(fold(word) in _PARTICLES or "," in word for word in words) else " ".join(words)


def two_surnames(family: str) -> tuple[str, str] | None:
    """The two surnames of a Spanish family name ("García Ibáñez"), or None where it has not just two words."""
    words = family.split()
    if len(words) != 2 or any(fold(word) in _PARTICLES for word in words):
        return None
    return words[0], words[1]


def _split(full: str) -> tuple[str, str, str]:
    """Given, middle and family name, empty where the order or the border is not certain."""
    words = full.replace(",", " , ").split()
    if "," in words:
        return "", "", ""
    while words and fold(words[0]) in _TITLES:
        words = words[1:]
    while words and fold(words[-1]) in _SUFFIXES:
        words = words[:-1]
    if len(words) < 2:
        return "", "", ""
    given, rest = words[0], words[1:]
    initials = []
    while len(rest) > 1 and re.fullmatch(r"[^\W\d_]\.?", rest[0]):
        initials.append(rest[0])
        rest = rest[1:]
    if len(rest) == 1 or all(fold(word) in _PARTICLES for word in rest[:-1]):
        return given, " ".join(initials), " ".join(rest)
    return "", "", ""


def link_of(profile: Profile, network: str) -> str:
    """The address of the applicant's account on a network ("linkedin"), from the named account or by its
    host."""
    for account in profile.basics.profiles:
        if fold(account.network).replace(" ", "") in _NETWORK_NAMES.get(network, {network}) and account.url:
            return account.url
    hosts = _NETWORK_HOSTS.get(network, (f"{network}.com",))
    for url in (*(account.url for account in profile.basics.profiles), profile.basics.url):
        if re.match(rf"(?i)^(https?://)?([a-z]{{2,3}}\.)?({'|'.join(map(re.escape, hosts))})/\S", url):
            return url
    return ""


_NETWORK_NAMES: Final = {
    "twitter": {"twitter", "x", "xtwitter", "twitterx"},
    "linkedin": {"linkedin"},
    "github": {"github"},
    "portfolio": {"portfolio", "website", "dribbble", "behance"},
    "website": {"website", "homepage", "blog"},
}
_NETWORK_HOSTS: Final = {
    "twitter": ("twitter.com", "x.com"),
    "xing": ("xing.com",),
    "linkedin": ("linkedin.com",),
    "portfolio": (),
    "website": (),
}


def site_of(profile: Profile, kind: str) -> str:
    """The applicant's own site; as a portfolio, an account called so goes before it."""
    for account in profile.basics.profiles:
        if fold(account.network) in _NETWORK_NAMES[kind] and account.url:
            return account.url
    return profile.basics.url


def current_work(profile: Profile) -> Work | None:
    """The employment that goes on; of several, the one begun last."""
    running = [work for work in profile.work if not work.end_date and (work.name or work.position)]
    return max(running, key=lambda work: work.start_date, default=None)


def latest_work(profile: Profile) -> Work | None:
    """The current employment, else the one that ended last."""
    return current_work(profile) or next(iter(work_rows(profile)), None)


def work_rows(profile: Profile) -> list[Work]:
    """Employments, the latest first."""
    rows = [work for work in profile.work if work.name or work.position]
    return sorted(
        rows, key=lambda work: (not work.end_date, work.end_date or "", work.start_date), reverse=True
    )


def education_rows(profile: Profile) -> list[Education]:
    """Courses of study, the latest first."""
    rows = [row for row in profile.education if row.institution or row.study_type or row.area]
    return sorted(rows, key=lambda row: (not row.end_date, row.end_date or "", row.start_date), reverse=True)


def is_finished(course: Education, today: date) -> bool:
    """Whether a course of study has ended by that day; an end in the future is when one is expected."""
    return bool(course.end_date) and course.end_date <= today.isoformat()[: len(course.end_date)]


def completed_degrees(profile: Profile, today: date) -> Iterable[str]:
    """The degrees of the courses that have ended by that day."""
    return [row.study_type for row in profile.education if row.study_type and is_finished(row, today)]


def home_country(profile: Profile) -> str:
    """The code of the country the applicant lives in, or empty."""
    return profile.basics.location.country_code


def location_text(profile: Profile) -> str:
    """Where the applicant lives as one line: "Berlin, Germany"; "Austin, Texas, United States" where a
    state belongs."""
    place = profile.basics.location
    country = country_name(place.country_code) if place.country_code else None
    with_region = place.country_code in {"US", "CA", "AU", "BR", "IN", "MX"} and fold(place.region) != fold(
        place.city
    )
    parts = [place.city, place.region if with_region else "", country or ""]
    return ", ".join(part for part in parts if part) if place.city else ""
