"""Questions that ask whether the applicant has so many years of experience.

"Do you have at least 5 years of accounting experience?" is answered by the number that the user gave to "How
many years of accounting experience do you have?".
"""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling import answers as bank
from companion.filling.model import JobFacts, StoredAnswer
from companion.filling.rewording import with_digits
from companion.filling.text import bounded, fold

_YEARS: Final = re.compile(
    r"(?i)^(?:do you|have you) (?:currently )?(?:have|possess|got) (?:a )?"
    r"(?P<bound>at least|(?:a )?minimum(?: of)?|more than|over)? ?(?P<least>\d{1,2}) ?(?:\+|plus|or more)? ?"
    r"(?:years?|yrs?)['’]?(?: or more)?(?: of)? (?P<about>[^?.!,;:]{3,120})\W*$"
)
_SEVERAL: Final = re.compile(r"(?i)\d|\b(?:and|or|not|without|if|unless|but)\b|/")
_A_COUNT: Final = re.compile(r"(?i)^(\d{1,2}(?:\.\d)?)(?: years?)?$")


def reaches_years(
    question: str, answers: Sequence[StoredAnswer], job: JobFacts, url: str
) -> tuple[StoredAnswer, bool] | None:
    """The stored number of years that the question's bar is about, and whether it reaches it; None where the
    question sets no such bar, or no number for the same matter is stored."""
    asked = _YEARS.match(with_digits(bounded(question)))
    if asked is None or _SEVERAL.search(asked["about"]):
        return None
    match = bank.find(f"How many years of {asked['about']} do you have?", answers, job, url)
    count = _A_COUNT.match(bounded(match.stored.answer)) if match and not match.inverted else None
    if match is None or count is None:
        return None
    years, least = float(count[1]), float(asked["least"])
    is_strict = fold(asked["bound"]) in {"more than", "over"}
    if is_strict and years == least:
        # Somebody who said "5" may have five years and a half.
        return None
    return match.stored, years >= least
