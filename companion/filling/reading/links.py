"""Fields that take one of several links: "Website, blog or portfolio", "Please share a link to your portfolio".

The first kind that the field names and the profile has. A link to anything else (a video, a piece of work, a
company's site) is no such field.
"""

import re
from typing import Final

from companion.filling.applicant import person
from companion.filling.fitting import Left, Result, fit_text
from companion.filling.model import Field
from companion.filling.reading.vocabulary import BY_PHRASE, reduce_words
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

_KINDS: Final = frozenset(
    {"linkedin", "github", "gitlab", "stackoverflow", "twitter", "xing", "portfolio", "website"}
)
_OTHER_NAMES: Final = {
    **dict.fromkeys(("blog", "personal blog", "tech blog", "professional blog"), "blog"),
    **dict.fromkeys(("past work", "previous work", "work samples", "samples of work"), "work"),
    **{name: name for name in ("dribbble", "behance", "medium", "kaggle", "codepen", "bitbucket")},
}
"""Beside the fields of their own. What somebody has made is their portfolio only where that is named too."""
_IF_ANY: Final = r"if (?:applicable|available|relevant|any|you have (?:one|any))"
_BESIDE: Final = re.compile(
    rf"(?i)\((?:optional|required|links?|urls?|public|{_IF_ANY}|e\.?g\b[^)]*|"
    r"(?:and|with|incl\w*|please (?:include|add|provide)|include|add) (?:the |a |any )?password\b[^)]*)\)"
)
_ASKING: Final = re.compile(
    r"^(?:(?:please|kindly|bitte) )?(?:(?:can|could|would) you (?:please )?)?(?:what is |whats )?"
    r"(?:(?:share|provide|add|include|insert|paste|drop|give|send|enter|submit|list|leave|supply)(?: us)?"
    r"(?: with)? |link (?:to )?)?(?:(?:an?|the|any|your) )?(?:(?:links?|urls?) (?:to|of|for) )?"
    r"(?:(?:your|an?|the|my|any) )?"
)
_TAIL: Final = re.compile(
    rf" (?:here|below|{_IF_ANY}|if not (?:already )?(?:(?:included|listed|mentioned|stated) )?"
    r"(?:in|on) your (?:cv|resume|application))$"
)
_LEAD: Final = re.compile(rf"^{_IF_ANY},? (?=\w)")
_HAS_ONE: Final = re.compile(
    r"^if you have (?:an? )?(?P<kinds>[\w ,/]+?),? (?:please |kindly )?"
    r"(?:share|provide|add|include|insert|paste|drop|give|send|enter|submit) (?:us )?"
    r"(?:it|(?:the|a|your|its) (?:links?|urls?)(?: to it)?)$"
)
_OR: Final = re.compile(r" ?[,/] ?(?:or )?| (?:and/or|or) ")
_PASSWORD_BESIDE: Final = re.compile(r"(?i)\([^)]*\bpassword\b[^)]*\)")


def kinds_in(label: str) -> tuple[str, ...]:
    """The kinds of links of which a label asks for any, in its order; empty where it asks for anything else."""
    text = _BESIDE.sub(" ", bounded(label))
    sentences = [s for s in re.split(r"(?<=[.!])\s+", text) if s.strip()]
    if not sentences:
        return ()
    plain = re.sub(r"[^\w,/]+", " ", re.sub(r"['’]", "", sentences[-1].casefold())).strip(" ,")
    plain = _LEAD.sub("", _TAIL.sub("", plain))
    has_one = _HAS_ONE.match(plain)
    plain = has_one["kinds"] if has_one else _ASKING.sub("", plain)
    found = [_kind(part) for part in _OR.split(plain)]
    return tuple(kind for kind in found if kind != "work") if all(found) else ()


def _kind(part: str) -> str:
    if re.search(r"\b(?:in|on|us)\b", part):
        return ""
    phrase = reduce_words(fold(part))
    meaning = _OTHER_NAMES.get(phrase) or BY_PHRASE.get(phrase, "")
    return meaning if meaning in _KINDS or phrase in _OTHER_NAMES else ""


def takes_password_beside(label: str) -> bool:
    """Whether a label that mentions a password asks for a link, and for the password only along with it."""
    return _PASSWORD_BESIDE.search(label) is not None and kinds_in(label) != ()


def value_of(field: Field, profile: Profile) -> Result | None:
    """The first of the links that a field asks for; None where it asks for something else."""
    if field.kind not in {"text", "url", "textarea"}:
        return None
    kinds = kinds_in(bounded(field.label))
    if not kinds:
        return None
    links = (
        person.site_of(profile, kind) if kind in {"portfolio", "website"} else person.link_of(profile, kind)
        for kind in kinds
    )
    link = next(filter(None, links), "")
    return fit_text(link, field) if link else Left("the profile has none of these links")
