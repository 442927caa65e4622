"""What the applicant's profile and stored answers say should stand in a field.

The judge is written from the board's definitions and the profile alone; it shares no code with the product. A
judgement is a function from what stands in the field to True (right) or False (wrong); where nothing may stand
there, only the empty text is right; where the judge cannot know, there is no judgement and a person looks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pycountry

if TYPE_CHECKING:
    from collections.abc import Callable

Judge = "Callable[[str], bool]"


@dataclass(frozen=True, slots=True)
class Expected:
    """What should stand in a field: `words` for people, `fits` to judge, `empty` where it must stay empty."""

    words: str
    fits: Callable[[str], bool]
    empty: bool = False


MUST_BE_EMPTY = Expected("(empty)", lambda value: value == "", empty=True)


@dataclass(frozen=True, slots=True)
class Applicant:
    """The profile as the judge reads it."""

    profile: dict[str, Any]
    answers: list[dict[str, str]]
    resume_name: str

    @property
    def basics(self) -> dict[str, Any]:
        return dict(self.profile.get("basics") or {})

    @property
    def ours(self) -> dict[str, Any]:
        return dict((self.profile.get("meta") or {}).get("applyonce") or {})

    @property
    def country(self) -> str:
        """The country's name in English."""
        code = self.place.get("countryCode", "")
        found = pycountry.countries.get(alpha_2=code) if code else None
        return found.name if found else ""

    @property
    def place(self) -> dict[str, str]:
        return dict(self.basics.get("location") or {})

    def link(self, network: str) -> str:
        """Return the address of the profile in this network, or an empty text."""
        for account in self.basics.get("profiles") or []:
            if account["network"].casefold() == network.casefold():
                return str(account["url"])
        return ""


def for_system_key(key: str, applicant: Applicant) -> Expected | None:
    """Return what a board's own standard field should hold, or None for a key that is not known."""
    basics, ours = applicant.basics, applicant.ours
    work = applicant.profile.get("work") or [{}]
    table: dict[str, Callable[[], Expected]] = {
        "name.full": lambda: same_text(basics.get("name", "")),
        "name.first": lambda: same_text(ours.get("given_name", "")),
        "name.last": lambda: same_text(ours.get("family_name", "")),
        "name.preferred": lambda: same_text(ours.get("preferred_name", "")),
        "email": lambda: same_text(basics.get("email", "")),
        "phone": lambda: same_phone(basics.get("phone", "")),
        "location": lambda: in_place(applicant),
        "work.current": lambda: same_text(work[0].get("name", "")),
        "links.linkedin": lambda: same_link(applicant.link("LinkedIn")),
        "links.github": lambda: same_link(applicant.link("GitHub")),
        "links.twitter": lambda: same_link(applicant.link("Twitter") or applicant.link("X")),
        "links.portfolio": lambda: same_link(basics.get("url", "")),
        "resume.file": lambda: same_text(applicant.resume_name),
        # A link "other" says not which; a text or a letter that nobody wrote must not appear.
        "links.other": lambda: MUST_BE_EMPTY,
        "resume.text": lambda: MUST_BE_EMPTY,
        "coverLetter.file": lambda: MUST_BE_EMPTY,
        "coverLetter.text": lambda: MUST_BE_EMPTY,
    }
    return table[key]() if key in table else None


def for_identity_kind(kind: str, applicant: Applicant) -> Expected | None:
    """Return what a control that people scored as this kind should hold; None where the score says nothing."""
    basics, ours, place = applicant.basics, applicant.ours, applicant.place
    table: dict[str, Callable[[], Expected]] = {
        "firstName": lambda: same_text(ours.get("given_name", "")),
        "lastName": lambda: same_text(ours.get("family_name", "")),
        "fullName": lambda: same_text(basics.get("name", "")),
        "emailAddress": lambda: same_text(basics.get("email", "")),
        "phone": lambda: same_phone(basics.get("phone", "")),
        "addressStreet": lambda: same_text(place.get("address", "")),
        "addressCity": lambda: same_text(place.get("city", "")),
        "addressProvince": lambda: same_text(place.get("region", "")),
        "addressPostalCode": lambda: same_text(place.get("postalCode", "")),
        "addressCountryCode": lambda: one_of({applicant.country, place.get("countryCode", "")}),
        "unknown": lambda: None,  # type: ignore[dict-item, return-value]
        "username OR emailAddress": lambda: one_of({"", basics.get("email", "")}),
    }
    return table[kind]() if kind in table else MUST_BE_EMPTY


def same_text(text: str) -> Expected:
    """Exactly this text; nothing where the profile lacks it."""
    return Expected(text, lambda value: _plain(value) == _plain(text)) if text else MUST_BE_EMPTY


def one_of(texts: set[str]) -> Expected:
    """One of these texts."""
    plain = {_plain(text) for text in texts}
    return Expected(" or ".join(sorted(texts)), lambda value: _plain(value) in plain)


def starts_with(*texts: str) -> Expected:
    """A text that begins with one of these, as whole words."""
    pattern = "|".join(re.escape(_plain(text)) for text in texts)
    return Expected(
        f"{' or '.join(texts)} …", lambda value: re.match(rf"(?:{pattern})(?!\w)", _plain(value)) is not None
    )


def matching(words: str, pattern: str) -> Expected:
    """A text in which this pattern is found."""
    return Expected(words, lambda value: re.search(pattern, _plain(value)) is not None)


def same_link(url: str) -> Expected:
    """The same address, with or without the scheme and a last slash."""

    def bare(text: str) -> str:
        return re.sub(r"^https?://(www\.)?", "", text.strip().casefold()).rstrip("/")

    return Expected(url, lambda value: bare(value) == bare(url)) if url else MUST_BE_EMPTY


def same_phone(number: str) -> Expected:
    """The same number: international, national with its zero, or bare beside a country code."""
    digits = re.sub(r"\D", "", number)
    country = next((code for code in ("49", "44", "33", "1") if digits.startswith(code)), "")
    national = digits.removeprefix(country)
    forms = {digits, national, f"0{national}", f"00{digits}"}
    return (
        Expected(number, lambda value: re.sub(r"\D", "", value) in forms and "+0" not in value)
        if number
        else MUST_BE_EMPTY
    )


def in_place(applicant: Applicant) -> Expected:
    """The applicant's city, with or without region and country, or the country where only that is asked."""
    city, country = _plain(applicant.place.get("city", "")), _plain(applicant.country)

    def fits(value: str) -> bool:
        said = _plain(value)
        return said == country or re.match(rf"{re.escape(city)}(,|$| \()", said) is not None

    return Expected(f"{applicant.place.get('city')}, {applicant.country}", fits) if city else MUST_BE_EMPTY


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
