"""How well the applicant speaks a language, as the lists of forms put it: words, CEFR levels, or both."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling.answers import meant
from companion.filling.concepts import conceptualise
from companion.filling.fitting import Context, Left, Result, fit_text, is_choice
from companion.filling.model import Field
from companion.filling.options import negated, real_options
from companion.filling.text import bounded, fold

_WORDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (level, re.compile(rf"\b({words})\b"))
    for level, words in (
        ("a1", "a1"),
        ("a2", "a2"),
        ("b1", "b1"),
        ("b2", "b2"),
        ("c1", "c1"),
        ("c2", "c2"),
        (
            "native",
            r"native|mother tongue|muttersprache|maternelle|natif|nativo|materna|madrelingua|moedertaal|modersmal",
        ),
        ("fluent", r"fluent|fluently|fliessend|courant|couramment|fluid[oa]|fluente|vloeiend|flytande"),
        ("proficient", "proficient|mastery"),
        ("professional", "professional"),
        ("conversational", "conversational|conversationally"),
        ("advanced", r"advanced|fortgeschritten|avancee?|avanzad[oa]|avanzato|gevorderd|avancado|avancerad"),
        ("upper", r"upper intermediate|intermediaire superieur|intermedio alto|intermedio avanzato"),
        (
            "intermediate",
            r"(?<!upper )(?<!lower )(?<!pre )intermediate|intermediaire(?! super)|intermedio(?! a)|intermediario",
        ),
        ("elementary", "elementary|pre intermediate"),
        ("beginner", r"beginner|anfanger|debutante?|principiante|iniciante|nyborjare"),
        ("basic", r"basics?|grundkenntnisse|notions|basico|base|basis|grundlaggande"),
    )
)
_NEXT_BEST: Final[dict[str, str]] = {
    # The words that schools use for the levels; a word stands for several levels, so none is read from it.
    "a1": "beginner",
    "a2": "elementary",
    "b1": "intermediate",
    "b2": "upper",
    "c1": "advanced",
    "c2": "proficient",
    # Who grew up with a language speaks it fluently, where a list has no word for them.
    "native": "fluent",
}
_WANTED: Final = re.compile(
    r"\b(required|target|desired|minimum|needed|necessary|hope|goal|mindest\w*|erforderlich\w*|requis\w*|requerid\w*|"
    r"richiest\w*|vereist\w*|exigid\w*)\b"
)
"""The level that the job wants, not the applicant's."""
_LEVEL_TOKENS: Final = frozenset({"c_howwell", "c_speak"})
_LANGUAGE_WORDS: Final = re.compile(
    r"\b(language|languages|sprache|sprachen|langue|idioma|lingua|della|taal|sprak|kunskaper?|conoscenza|"
    r"conocimientos?|"
    r"conhecimentos?|connaissances?|kennis|proficiency|skill|please|your|ability|abilities|written|and)\b"
)


def asked_about(label: str) -> str | None:
    """The language (as a concept, "l_german") whose level a label asks for and nothing else, or None."""
    if _WANTED.search(fold(re.sub(r"\([^)]*\)", " ", label))):
        return None
    plain = _LANGUAGE_WORDS.sub(" ", fold(label))
    tokens = meant(plain).tokens
    languages = {token for token in tokens if token.startswith("l_")}
    if len(languages) != 1 or tokens - languages - _LEVEL_TOKENS:
        return None
    # "German?" may ask whether, "German skills" and "How good is your German?" ask how well.
    asks_how = tokens & _LEVEL_TOKENS or _LANGUAGE_WORDS.search(fold(label)) or "kenntnisse" in fold(label)
    return languages.pop() if asks_how else None


def is_level(options: Sequence[str]) -> bool:
    """Whether a list has levels of a language: two at least, that differ."""
    found = [levels_in(option) for option in real_options(options)]
    return len({level for levels in found for level in levels}) >= 2


def levels_in(text: str) -> frozenset[str]:
    """The levels that a text names ("Advanced (C1)" has one, "Fluent / native" two)."""
    folded = fold(text)
    return frozenset(level for level, words in _WORDS if words.search(folded))


def match_level(text: str, options: Sequence[str]) -> str | None:
    """The one option of the level that a text says, or None where it says several or several options do."""
    said = levels_in(text)
    if len(said) != 1:
        return None
    level = next(iter(said))
    for wanted in (level, _NEXT_BEST.get(level)):
        named = [o for o in real_options(options) if wanted in levels_in(o) and not negated(o)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def value_of(field: Field, context: Context) -> Result | None:
    """How well the applicant speaks the language that a field asks for, where the profile names it."""
    known = [spoken for spoken in context.profile.languages if spoken.fluency]
    wanted = asked_about(bounded(field.label)) if known else None
    if wanted is None:
        return None
    for spoken in known:
        if wanted not in conceptualise(fold(spoken.language)):
            continue
        if is_choice(field):
            option = match_level(spoken.fluency, field.options) if is_level(field.options) else None
            return option or Left("no option says how well you speak it")
        return fit_text(spoken.fluency, field) if field.kind in {"text", "textarea"} else None
    return None
