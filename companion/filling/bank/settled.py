"""Questions that a stored answer settles though it was given to another one.

Willing to be in the office three days a week is willing for two; no relative or friend at the employer is no
relative. What a stored answer does not entail is left, and so is what two of them entail contrarily.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from companion.filling.bank import bonds, kin, office_days, referral, texting, travelling
from companion.filling.bank.answers import Match, is_conditional, with_us
from companion.filling.bank.scopes import Scope, entails
from companion.filling.career import least_years
from companion.filling.fitting import Context, Left, Result, fit_yes_no
from companion.filling.model import Field, JobFacts, StoredAnswer
from companion.filling.options import plain_yes_or_no
from companion.filling.questions import fit_answer
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

MEANINGS: Final = frozenset({"question", "family", "other_person", "other_consent"})
"""Meanings of fields that a stored answer may settle though it was given to another question."""
_YES_NO: Final = re.compile(
    r"^(?:please (?:confirm|indicate|state) (?:if|whether) )?(?:are|is|do|does|did|have|has|were|was) "
)
_NOT: Final = re.compile(
    r"\b(?:not(?! to compete)|no|never|dont|arent|havent|hasnt|werent|isnt|doesnt|without|except|other than)\b"
)
_WHO_THEN: Final = re.compile(
    r" if (?:so|yes) (?:(?:who|by whom)(?: was it| referred you)?|(?:please |kindly )?(?:provide|list|name|share|"
    r"state|give|tell us|specify|indicate|enter|include)(?: \w+){0,8})$"
)
_READERS: Final = (referral, bonds, kin)


def value_of(
    field: Field, answers: Sequence[StoredAnswer], context: Context, url: str
) -> tuple[StoredAnswer, str] | None:
    """What a stored answer to another question says in this field, and which it is; None where none settles it."""
    label = bounded(field.label)
    if not label or is_conditional(label):
        return None
    if (least := least_years.value_of(field, answers)) is not None:
        return least
    if (share := travelling.of_the_same(label, answers)) is not None:
        found: tuple[StoredAnswer, Result] = (
            share,
            fit_answer(Match(share, 0.9, inverted=False), field, context.job, url),
        )
    else:
        asked = _settle(label, answers, context.job, url, context.profile)
        if asked is None or (asked[1] and _WHO_THEN.search(fold(label))):
            return None
        allowed = texting.ADDED if texting.read(label) else frozenset[str]()
        found = asked[0], fit_yes_no(asked[1], field, allowed=allowed)
    return None if isinstance(found[1], Left) else (found[0], found[1])


def _settle(
    question: str, answers: Sequence[StoredAnswer], job: JobFacts, url: str, profile: Profile
) -> tuple[StoredAnswer, bool] | None:
    """The stored answer that settles a question which takes a yes or no, and which of the two it is."""
    found = list(_entailed(question, answers, job, url, profile))
    return found[0] if len({said for _, said in found}) == 1 else None


def _entailed(
    question: str, answers: Sequence[StoredAnswer], job: JobFacts, url: str, profile: Profile
) -> Iterator[tuple[StoredAnswer, bool]]:
    company = job.company or ""
    scope = scope_of(question, company, url)
    days = office_days.read(question, company, url, office_days.places(job, profile))
    share = travelling.read(question)
    texts = texting.read(question)
    if scope is None and days is None and share is None and texts is None:
        return
    for answer in answers:
        said = plain_yes_or_no(answer.answer)
        settled: bool | None = None
        if scope is not None and said is not None and (known := scope_of(answer.question, company, url)):
            settled = entails(known, said, scope)
        elif days is not None:
            settled = office_days.entails(answer.question, answer.answer, days)
        elif share is not None:
            settled = travelling.entails(answer.question, answer.answer, share)
        elif texts is not None and said is not None:
            settled = texting.entails(answer.question, said, texts)
        if settled is not None:
            yield answer, settled


@lru_cache(maxsize=4096)
def scope_of(question: str, company: str = "", url: str = "") -> Scope | None:
    """What counts for a yes to the question, or None where it is no such question or says a word more."""
    lowered = bounded(question).casefold()
    if not any(reader.MARK.search(lowered) for reader in _READERS):
        return None
    folded = re.sub(
        r"\b(?:the|our|this) (?:company|organi[sz]ation)\b",
        "us",
        fold(with_us(bounded(question), company, url)),
    )
    asked = _WHO_THEN.sub("", folded)
    if _YES_NO.match(asked) is None or _NOT.search(asked):
        return None
    return next(
        (scope for reader in _READERS if reader.MARK.search(asked) and (scope := reader.read(asked))), None
    )
