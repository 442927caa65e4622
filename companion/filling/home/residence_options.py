"""Options that say where somebody lives, or would move: the one that fits what the profile says.

"Currently living in Oslo", "No, but I am willing to relocate", "I do not live in Canada"; or a list of regions,
countries or cities under the question where the applicant is.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from companion.filling import options
from companion.filling.home import places, regions
from companion.filling.home.places import Home
from companion.filling.home.residence_question import Asked, is_the_jobs, read_statement
from companion.filling.text import bounded, fold

Stance = Literal["here", "away", "moves", "stays", "yes", "no"]


@dataclass(frozen=True, slots=True)
class Statement:
    """What an option says: lives there or not, would move or not, a plain yes or no. `asked` is the place of the
    first two; `works` where it says that somebody works there too, `more` where it goes on to something else."""

    option: str
    stance: Stance
    asked: Asked | None = None
    works: bool = False
    more: bool = False


_LEAD: Final = re.compile(r"(?i)^(?:yes|no|n/?a)\b[\s,.:;–-]*")
_NO_MATTER: Final = re.compile(
    r"(?i)[\s,–-]+(?:(?:so )?(?:this is |it is |that[’']?s )?(?:not a \w+|no problem|no issues?))[\s.!]*$"
)
_WORKS: Final = re.compile(r"(?i)\b(live|living|reside|residing|based|located) and work(?:ing)?\b")
_NOT: Final = re.compile(r"(?i)^(?P<before>(?:i |i am |i[’']m |currently )*)(?:do not|don[’']?t|not) (?=\w)")
_OUTSIDE: Final = re.compile(r"(?i)\boutside(?: of)?\b")
_MOVES: Final = re.compile(r"(?i)\b(?:relocat\w*|mov(?:e|ing))\b")
_WOULD: Final = re.compile(
    r"(?i)\b(?:willing|open|happy|ready|prepared|looking|would|will|need|require|able|plan\w*)\b"
)
_REFUSES: Final = re.compile(
    r"(?i)\b(?:not|don[’']?t|won[’']?t|wouldn[’']?t|cannot|can[’']?t|unable|unwilling|no)\b"
)
_CLAIMS: Final = re.compile(
    r"(?i)\b(?:i|am|do|does|not|have|can|will|would|able|own|require|need|willing|work)\b"
)
_CONDITION: Final = re.compile(
    r"(?i)\b(?:if|only|within|months?|weeks?|years?|assistance|support|package|expenses?|costs?|before|after|later|"
    r"but|not sure|maybe|possibly|unsure|future|remote(?:ly)?)\b"
)
_ONE_OF_THEM: Final = re.compile(
    r"(?i)^(?:one|any|either|both) of (?:these|those|the|our|your)(?: above| listed)?"
    r"(?: offices?| locations?| cities| areas?)*$|"
    r"^(?:these|those|the|this)(?: listed)? (?:offices?|locations?|cities|city)$"
)
_EXCEPT: Final = re.compile(r"(?i)\b(?:excl\w*\.?|except|without|not|outside)(?: of| the)* ([^)]+)")
_ELSEWHERE: Final = re.compile(
    r"^(?:other|others|elsewhere|another (?:country|location|region|city|state)|none of (?:the above|these|those)|"
    r"somewhere else|other (?:country|location|region|city)|not listed|rest of (?:the )?world|row|"
    r"andere\w*|autre|otro|altro|annat|outro)(?: please specify)?$"
)
_WHERE_THEY_ARE: Final = re.compile(
    r"(?i)\b(?:which|what|where|select|choose)\b.*\b(?:are you|you are|you[’']re|do you|you)(?: \w+)? "
    r"(?:located|based|live|living|reside|residing|situated)\b|"
    r"\b(?:your|the) (?:current |home )?(?:region|continent|location|country)\b|"
    r"\b(?:closest|nearest)(?: \w+)? city\b|\bcity closest to you\b|"
    r"^(?:current |home )?(?:region|continent|country|place|location) of residence\b|"
    r"^current (?:location|country|region)\b"
)
_SOMETHING_ELSE: Final = re.compile(
    r"(?i)\b(?:prefer\w*|interest\w*|want\w*|would|like|willing|open|apply\w*|plan\w*|intend\w*|relocat\w*|"
    r"mov(?:e|ing)|work\w*|offices?|roles?|jobs?|positions?|teams?|clients?|company|employer|born|citizen\w*|"
    r"experience|legal\w*|authori\w*|salary|hir(?:e|ing)|if|previous\w*|not|time ?zones?|last|ever|sell|sales|"
    r"market|territory|will|were|was|did|had|been|past|years?|months?|ago|next|future|since|grew|during)\b"
)


def statement_of(option: str) -> Statement | None:
    """What an option says about living in a place or moving there, None where it says something else or more."""
    text = _NO_MATTER.sub("", bounded(option)).strip(" .!")
    lead = _LEAD.match(text)
    body = (text[lead.end() :] if lead else text).strip(" ().,")
    said = options.yes_or_no(lead[0]) if lead and "a" not in lead[0].casefold() else None
    if not body:
        return Statement(option, "yes" if said else "no") if said is not None else None
    if _MOVES.search(body):
        return _moving(option, body)
    denied = _NOT.match(body) or _OUTSIDE.search(body)
    plain = _OUTSIDE.sub("in", _NOT.sub(r"\g<before>", body, count=1)) if denied else body
    works = _WORKS.search(plain) is not None
    plain = _WORKS.sub(r"\1", plain)
    said_here, goes_on = read_statement(plain), re.search(r"(?i),? (?:and|&) ", plain)
    more = said_here is None or (goes_on is not None and _CLAIMS.search(plain[goes_on.start() :]) is not None)
    asked = read_statement(plain[: goes_on.start()]) if more and goes_on else said_here
    if asked is None or (said is not None and said is (denied is not None)):
        # "Yes, I do not live there" answers a question that was asked the wrong way round.
        return None
    return Statement(option, "away" if denied else "here", asked, works, more)


def _moving(option: str, body: str) -> Statement | None:
    body = re.sub(r"(?i)^(?:(?:i am|i[’']m) not [\w ,’']{2,60}?,? )?but ", "", body)
    if _CONDITION.search(body) or len(body.split()) > 12:
        return None
    if _REFUSES.search(body):
        return Statement(option, "stays")
    return Statement(option, "moves") if _WOULD.search(body) else None


def by_statements(
    shown: Sequence[str],
    is_there: Callable[[Asked | None], bool | None],
    *,
    willing: bool | None,
    works: bool,
    or_moves: bool,
    takes_yes: bool,
) -> str | None:
    """The one option that says what is known, None where none does, or more than one, or that is not certain.

    `is_there` tells whether the applicant lives at a place, or (None) at the one that is asked about; `willing`
    and `works` whether they would relocate, and are employed. With `takes_yes` the question is whether they live
    there, and with `or_moves` whether they would move as well.
    """
    said = [found for option in options.real_options(shown) if (found := statement_of(option)) is not None]
    if not any(found.stance in {"here", "away", "moves"} for found in said):
        return None
    fitting: list[Statement] = []
    for found in said:
        fits = _fits(found, is_there, willing=willing, works=works, or_moves=or_moves, takes_yes=takes_yes)
        if fits is None:
            return None
        if fits:
            fitting.append(found)
    if len(fitting) > 1:
        # "No" and "No, but I would move" are both true: the second says more.
        fitting = [found for found in fitting if found.stance not in {"yes", "no"}]
    return fitting[0].option if len(fitting) == 1 else None


def _fits(
    found: Statement,
    is_there: Callable[[Asked | None], bool | None],
    *,
    willing: bool | None,
    works: bool,
    or_moves: bool,
    takes_yes: bool,
) -> bool | None:
    if found.asked is not None:
        own = not (_ONE_OF_THEM.match(found.asked.place) or is_the_jobs(found.asked.place))
        lives = is_there(found.asked if own else None)
        if lives is None:
            return None
        if found.more:
            # Where the first half is false, so is the whole.
            return None if lives is (found.stance == "here") else False
        if found.stance == "away":
            return not lives
        return None if lives and found.works and not works else lives
    lives = is_there(None)
    if found.stance in {"yes", "no"}:
        if not takes_yes:
            return False
        said = True if or_moves and (lives or willing) else lives
        return None if said is None else said is (found.stance == "yes")
    if lives is not False:
        return None if lives is None else False
    return willing is (found.stance == "moves")


def speak_of_living_alone(shown: Sequence[str]) -> bool:
    """Whether each option says that somebody lives in a place which it names, or does not."""
    said = [statement_of(option) for option in options.real_options(shown)]
    return len(said) > 1 and all(
        found is not None and found.asked is not None and not is_the_jobs(found.asked.place) for found in said
    )


def asks_where(label: str) -> bool:
    """Whether a label asks in which of several places the applicant is."""
    return _WHERE_THEY_ARE.search(label) is not None and _SOMETHING_ELSE.search(label) is None


def by_place(shown: Sequence[str], home: Home) -> str | None:
    """The one option of a list of places in which the home lies, or the one for all others where it is in none."""
    inside: list[str] = []
    other: list[str] = []
    certain = True
    for option in options.real_options(shown):
        if _ELSEWHERE.match(fold(option)):
            other.append(option)
            continue
        name = re.sub(r"\([^)]*\)", " ", bounded(option)).strip()
        statement = statement_of(re.sub(r"(?i)^outside\b", "I live outside", option))
        if statement is not None and statement.asked is not None:
            lives = places.lives_in(statement.asked.place, home, statement.asked.how)
            lives = (not lives) if lives is not None and statement.stance == "away" else lives
        else:
            lives = places.lives_in(name, home)
            if lives and (without := _EXCEPT.search(bounded(option))):
                # As in "Europe, without the UK": the home must not lie in what is taken out.
                away = places.lives_in(without[1], home)
                lives = None if away is None else not away
        if lives:
            inside.append(option)
        elif lives is None:
            certain = False
            if regions.region_of(name) is not None:
                return None
    if inside:
        return inside[0] if len(inside) == 1 else None
    return other[0] if certain and len(other) == 1 and len(shown) > 1 else None
