"""Questions that the profile or a stored answer settles: found by plain words, judged by plain words.

A table of rules, not of pages: the first rule whose words stand in the question judges it. What no rule knows is
left to a person's eye, and listed. Written from the profile alone; it shares no code with the product.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.benchmarks.fill.applicant import (
    MUST_BE_EMPTY,
    Applicant,
    Expected,
    in_place,
    matching,
    same_link,
    same_phone,
    same_text,
    starts_with,
)

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTRIES = {
    "US": r"\b(united states|u\.s\.a?\.?|usa|us)\b",
    "DE": r"\bgermany\b",
    "CA": r"\bcanada\b",
    "GB": r"\b(united kingdom|uk|britain)\b",
    "FR": r"\bfrance\b",
    "DK": r"\bdenmark\b",
    "ES": r"\bspain\b",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """Questions with these words (and without those) should hold what `expected` says."""

    name: str
    words: str
    expected: Callable[[Applicant, dict[str, Any], str], Expected | None]
    without: str = r"(?!)"


def for_question(
    field: dict[str, Any], applicant: Applicant, job_country: str
) -> tuple[str, Expected] | None:
    """Return the rule's name and what the question should hold; None where no rule settles it.

    `job_country` is the code of the country of the job where the page tells it, else empty.
    """
    label = re.sub(r"\s+", " ", field["label"] or "").casefold()
    if re.match(r"\W*(if|falls|si)\b", label):
        return None
    for rule in RULES:
        if re.search(rule.words, label) and not re.search(rule.without, label):
            expected = rule.expected(applicant, field, job_country)
            return None if expected is None else (rule.name, expected)
    return None


def yes_or_no(answer: bool | None) -> Expected | None:
    """A yes or a no, in the words of any option that begins so."""
    if answer is None:
        return None
    return starts_with("yes") if answer else starts_with("no")


def _country_of(label: str, job_country: str) -> str:
    named = [code for code, words in COUNTRIES.items() if re.search(words, label.casefold())]
    if len(named) == 1:
        return named[0]
    return job_country if not named else ""


def _by_country(key: str) -> Callable[[Applicant, dict[str, Any], str], Expected | None]:
    def expected(applicant: Applicant, field: dict[str, Any], job_country: str) -> Expected | None:
        label = field["label"].casefold()
        if " or " in label and len([c for c, words in COUNTRIES.items() if re.search(words, label)]) > 1:
            return None
        options = field["options"] or []
        if options and not any(re.match(r"(?i)(yes|no)\b", option) for option in options):
            return None
        known = applicant.ours.get(key) or {}
        return yes_or_no(known.get(_country_of(label, job_country)))

    return expected


def _answer(question: str) -> Callable[[Applicant, dict[str, Any], str], Expected | None]:
    """The stored answer to this question of the applicant."""

    def expected(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
        for each in applicant.answers:
            if each["question"] == question:
                options = [option.casefold() for option in field["options"] or []]
                wanted = each["answer"].casefold()
                fits = [option for option in options if option.startswith(wanted)]
                if options and not fits:
                    return None
                return starts_with(each["answer"]) if wanted in {"yes", "no"} else same_text(each["answer"])
        return None

    return expected


def _source(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    source = applicant.ours.get("source") or ""
    if not field["options"]:
        return same_text(source)
    wording = r"(web ?site|career(s)? (page|site|portal)|company site)"
    if source != "Company website" or not any(re.search(wording, o.casefold()) for o in field["options"]):
        return None
    return matching(source, wording)


def _demographic(key: str) -> Callable[[Applicant, dict[str, Any], str], Expected | None]:
    def expected(applicant: Applicant, _field: dict[str, Any], _country: str) -> Expected | None:
        allowed = (applicant.ours.get("consents") or {}).get("demographics")
        value = (applicant.ours.get("demographics") or {}).get(key)
        return MUST_BE_EMPTY if not allowed or value is None else None

    return expected


def _salary(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    wanted = applicant.ours.get("salary_expectation") or {}
    if not (applicant.ours.get("consents") or {}).get("salary") or not wanted:
        return MUST_BE_EMPTY
    if field["options"]:
        return None
    amount = str(wanted["amount"])
    grouped = f"{amount[:-3]}.?,?.?{amount[-3:]}"
    return matching(f"{amount} {wanted['currency']}", grouped)


def _years(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    years = applicant.ours.get("years_experience")
    if years is None or field["options"]:
        return None
    return matching(f"{years} years", rf"^{years}\b")


def _text(read: Callable[[Applicant], str]) -> Callable[[Applicant, dict[str, Any], str], Expected | None]:
    return lambda applicant, field, _: None if field["options"] else same_text(read(applicant))


def _link(read: Callable[[Applicant], str]) -> Callable[[Applicant, dict[str, Any], str], Expected | None]:
    return lambda applicant, field, _: None if field["options"] else same_link(read(applicant))


def _start(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    start = applicant.ours.get("earliest_start") or ""
    notice = applicant.ours.get("notice_period") or ""
    if field["options"] or not start:
        return None
    year, month, day = start.split("-")
    return matching(
        f"{start} or {notice}", rf"{year}|{int(day)}[./]{int(month)}|{re.escape(notice.casefold())}"
    )


def _notice(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    notice = applicant.ours.get("notice_period") or ""
    if field["options"]:
        return None
    if not notice:
        return MUST_BE_EMPTY
    number = re.sub(r"\D", "", notice)
    return matching(notice, rf"\b{number}\b|\b{int(number) * 30}\b|\b{int(number) * 4}\b") if number else None


def _relocate(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    options = field["options"] or []
    if options and {option.casefold() for option in options} != {"yes", "no"}:
        return None
    return yes_or_no(applicant.ours.get("willing_to_relocate"))


def _phone(applicant: Applicant, _field: dict[str, Any], _country: str) -> Expected | None:
    return same_phone(applicant.basics.get("phone", ""))


def _country(applicant: Applicant, _field: dict[str, Any], _job_country: str) -> Expected | None:
    return matching(applicant.country, rf"^{re.escape(applicant.country.casefold())}\b")


def _city(applicant: Applicant, field: dict[str, Any], _country: str) -> Expected | None:
    return None if field["options"] else in_place(applicant)


def _work(key: str) -> Callable[[Applicant], str]:
    return lambda applicant: str((applicant.profile.get("work") or [{}])[0].get(key, ""))


def _school(applicant: Applicant) -> str:
    return str((applicant.profile.get("education") or [{}])[0].get("institution", ""))


def _called(applicant: Applicant) -> str:
    return str(applicant.ours.get("preferred_name") or applicant.ours.get("given_name", ""))


RULES = (
    Rule(
        "of age",
        r"\b(18|eighteen)\b.*\b(years|older|age|over)\b|legal working age",
        _answer("Are you at least 18 years old?"),
    ),
    Rule(
        "worked here",
        r"^(have|has|were|did|are) .*"
        r"(\bworked (for|at|with)|\bemployed (by|at|with)|former(ly)? employee|employee of)",
        _answer("Have you worked for us before?"),
        # Of work for somebody else, or with something, nothing is stored.
        without=r"\b(agency|industry|start-?up|years?|government|competitor|kpmg|deloitte|pwc|auditor|"
        r"family|know|relative|referred|who|role|framework|"
        r"(with|for|at|by) (an?|the|your|any|other|another)|currently)\b",
    ),
    Rule(
        "source",
        r"how did you (first )?(hear|learn|find)|where did you (hear|find|see|learn)",
        _source,
        without=r"\bif other\b",
    ),
    Rule("driving licence", r"driv(er|ing)('|’)?s? licen[cs]e", _answer("Do you hold a driving licence?")),
    Rule(
        "right to work",
        r"(authori[sz]ed|eligible|right|entitled|legally (able|allowed|permitted)) to (legally )?work|"
        r"work authori[sz]ation",
        _by_country("work_authorization"),
        without=r"type|status|explain|describe|confirm|relationship|sponsorship|require|stated above",
    ),
    Rule(
        "sponsorship",
        r"sponsor",
        _by_country("needs_sponsorship"),
        without=r"without|not require|type of|status allows|eligible|can sponsor|authorized to work",
    ),
    Rule(
        "relocation",
        r"(willing|open|able|prepared) to relocat",
        _relocate,
        without=r"\b(based|located|live|local|reside|currently|and\b)",
    ),
    Rule("notice period", r"notice period", _notice),
    Rule(
        "start date",
        r"start date|when (can|could|would) you (be able to )?(start|join)|earliest.*(start|join)|"
        r"available to start",
        _start,
    ),
    Rule(
        "salary",
        r"(salary|compensation|pay|remuneration) (range )?(expectation|requirement)|"
        r"(expected|desired) (base |annual |yearly )?(salary|compensation)",
        _salary,
        without=r"hour|\b(ote|commission|bonus|current)\b",
    ),
    Rule(
        "years of experience",
        r"^(total )?(number of )?years of (professional |work |total )?experience\W*$|"
        r"how many years of (professional |work |total )?experience do you have\W*$",
        _years,
    ),
    Rule("gender", r"\bgender\b|transgender", _demographic("gender"), without=r"pronoun"),
    Rule("ethnicity", r"\b(ethnic|race)\b|ethnicity", _demographic("ethnicity")),
    Rule("hispanic", r"hispanic|latin", _demographic("hispanic")),
    Rule("veteran", r"veteran|military", _demographic("veteran")),
    Rule("disability", r"disabilit", _demographic("disability"), without=r"accommodat"),
    Rule("orientation", r"sexual orientation|lgbt", _demographic("orientation")),
    Rule("LinkedIn", r"linked ?in", _link(lambda a: a.link("LinkedIn")), without=r"\bor\b|,|follow|if you"),
    Rule("GitHub", r"git ?hub", _link(lambda a: a.link("GitHub")), without=r"\bor\b|,|username|/|if you"),
    Rule(
        "website",
        r"^(personal )?(website|portfolio|homepage)( url| link)?\W*$",
        _link(lambda a: a.basics.get("url", "")),
    ),
    Rule("Twitter", r"^(twitter|x)( url| profile| handle)?\W*$", _link(lambda a: a.link("Twitter"))),
    Rule("phone", r"^(mobile |cell )?(phone|telephone|mobile)( number)?\W*$", _phone),
    Rule(
        "first name",
        r"^(legal )?(first|given) name\W*$",
        _text(lambda a: a.ours.get("given_name", "")),
    ),
    Rule(
        "last name",
        r"^(legal )?(last|family) name\W*$|^surname\W*$",
        _text(lambda a: a.ours.get("family_name", "")),
    ),
    Rule("preferred name", r"^preferred (first )?name\W*", _text(_called)),
    Rule(
        "city",
        r"^(current )?(city|location|location \(city\))\W*$|"
        r"^(where|what city) (are you (currently )?(located|based|living)|"
        r"do you (currently )?(live|reside))( in)?\W*$",
        _city,
    ),
    Rule(
        "country",
        r"^country( of residence)?\W*$|"
        r"^(what|which) country (are you|do you) (currently )?(based|located|resid|liv)\w*( in)?\W*$",
        _country,
    ),
    Rule("postal code", r"^(zip|postal|post)[ -]?code\W*$", _text(lambda a: a.place.get("postalCode", ""))),
    Rule(
        "current company",
        r"^(what is your )?(current|most recent|current or most recent) (company|employer)( name)?\W*$",
        _text(_work("name")),
    ),
    Rule(
        "current title",
        r"^(current|most recent)( or most recent)? (job )?(title|position|role)\W*$",
        _text(_work("position")),
    ),
    Rule("school", r"^(school|university|college|institution)\W*$", _text(_school)),
)
