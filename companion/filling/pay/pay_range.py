"""Whether the pay that a question names meets the applicant's expectation: a yes at most, never a no.

Who expects more than what is offered may still take it; that is theirs to say.
"""

import re
from functools import lru_cache
from typing import Final

from companion.filling.bank.scopes import words
from companion.filling.fitting import Context
from companion.filling.pay import money
from companion.filling.text import bounded, fold

_AMOUNT: Final = re.compile(
    r"(?i)(?:(?<=[\s(–—-])|^|(?<=[$£€₹]))(?:[$£€₹] ?)?(\d{1,3}(?:[,.]\d{3})+|\d{4,7}|\d{2,3}(?= ?k\b)|\d{2,3}(?= "
    r"?k? ?[-–—] ?[$£€]? ?"
    r"\d{2,3} ?k\b))(?:\.00)?( ?k\b)?"
)
_ASKED: Final = re.compile(
    r"\b(?:does (?:this|that|it)|is (?:this|that|it)|does (?:the|our|this)|is (?:the|our|this)|are you (?:ok|okay|"
    r"comfortable|happy)|would (?:this|that|it))\b"
)
_MEETS: Final = re.compile(
    r"\b(?:meet|match|fit|suit|within|align(?:s|ed)?|in line|in range|acceptable|comfortable|ok|okay|happy|work)\b"
)
_WIDEST: Final = 3
"""How many times its bottom the top of a range of pay may be: beyond, the two are of different things."""
_NOT: Final = re.compile(r"\b(?:not|no|dont|doesnt|isnt|below|without)\b")
_NEUTRAL: Final = words(
    "pay salary compensation wage range band budget base rate per year yearly annum annually annual p a month "
    "monthly hour "
    "hourly day role position job posting up between from gross offered offer offering amount usd us eur euro "
    "euros gbp "
    "pounds cad aud chf sek dollars k meet meets match matches fit fits suit suits within align aligns aligned "
    "line range "
    "acceptable comfortable ok okay happy work works does expectation expectations expected requirement "
    "requirements "
    "salary your desired yr hr pa"
)


@lru_cache(maxsize=2048)
def top_of(question: str) -> float | None:
    """The most that the question offers, in the currency's units, where it asks whether that meets the
    expectation and says not a word more; else None."""
    text = bounded(question)
    if not any(sign in text for sign in "0123456789"):
        return None
    text = re.sub(r"\b401 ?\(?k\b\)?", " pension ", text)
    amounts = [_value(match) for match in _AMOUNT.finditer(text)]
    folded = fold(_AMOUNT.sub(" ", text))
    if (
        not 1 <= len(amounts) <= 2
        or not amounts[0] <= amounts[-1] <= _WIDEST * amounts[0]
        or re.search(r"\d", folded)
    ):
        return None
    if (
        _NOT.search(folded)
        or not _ASKED.search(folded)
        or not _MEETS.search(folded)
        or set(folded.split()) - _NEUTRAL
    ):
        return None
    return amounts[-1]


def _value(match: re.Match[str]) -> float:
    number = float(re.sub(r"\D", "", match[1]))
    return number * 1000 if number < 1000 else number


def meets(question: str, context: Context) -> bool:
    """Whether the pay that a question names reaches the stored expectation, which may be told, in the same
    currency and for the same period."""
    ours = context.profile.applyonce
    expected = ours.salary_expectation
    if expected is None or not ours.consents.salary or (top := top_of(question)) is None:
        return False
    currencies = money.currencies_in(question)
    if (
        not currencies
        or expected.currency not in currencies
        or not money.is_same_currency(expected, currencies, context.job)
    ):
        return False
    period = money.period_in(question.replace("/yr", " per year").replace("/hr", " per hour")) or "year"
    return period == expected.period and expected.amount <= top
