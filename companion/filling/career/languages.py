"""How well the applicant speaks a language, as the lists of forms put it: words, CEFR levels, or both."""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling.bank.answers import meant
from companion.filling.bank.concepts import LANGUAGES, conceptualise, may_name_language
from companion.filling.fitting import Context, Left, Result, fit_text, is_choice
from companion.filling.model import Field
from companion.filling.options import negated, real_options
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Language, Profile

CEFR: Final = frozenset({"a1", "a2", "b1", "b2", "c1", "c2"})
"""The levels of the Common European Framework, which mean the same to everybody."""
_WORDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (level, re.compile(rf"\b(?:{words})\b"))
    for level, words in (
        *((level, level) for level in sorted(CEFR)),
        (
            "native",
            (
                r"native|mother tongue|muttersprach\w*|langue maternelle|maternelle|natif|nativ[oa]|"
                r"(?:lengua |lingua )?materna|madrelingua|moedertaal|modersmal|morsmal|aidinkieli|ojczysty"
            ),
        ),
        (
            "fluent",
            (
                r"fluent|fluently|fluency|fliessend\w*|courant|couramment|fluid[oa]|fluidez|fluente|fluentemente|"
                r"correntemente|fluencia|vloeiend|flytande|flydende|sujuva|sujuvasti|biegle|plynnie"
            ),
        ),
        ("proficient", "proficient|mastery"),
        ("full", "full professional"),
        ("limited", "limited (?:working|professional)"),
        (
            "professional",
            (
                r"(?<!full )(?<!limited )(?:profess?ional|professionale|professionnel(?:le)?|profissional|"
                r"professioneel|professionele?|professionell[at]?|professionel|beruflich)(?: working)?"
            ),
        ),
        (
            "conversational",
            (
                r"conversational|conversationally|conversation|conversacional|conversacion|conversazion\w*|parlato|"
                r"colloquiale|conversacao|conversationnel|conversatie|konversation\w*|samtale"
            ),
        ),
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
_STEPS: Final = (frozenset({"conversational"}), frozenset({"professional"}), frozenset({"native"}))
"""The whole of some lists: none, conversational, professional, native or bilingual."""
_STEP_OF: Final = {
    **dict.fromkeys(("b1", "conversational"), "conversational"),
    **dict.fromkeys(("b2", "c1", "c2", "advanced", "fluent", "full", "professional"), "professional"),
    "native": "native",
}
"""The step of such a list that a level comes to; A2 is none of them for certain."""
_WANTED: Final = re.compile(
    r"\b(required|target|desired|minimum|needed|necessary|hope|goal|mindest\w*|erforderlich\w*|requis\w*|requerid\w*|"
    r"richiest\w*|vereist\w*|exigid\w*)\b"
)
"""The level that the job wants, not the applicant's."""
_LEVEL_TOKENS: Final = frozenset({"c_howwell", "c_speak"})
_LANGUAGE_WORDS: Final = re.compile(
    r"\b(language|languages|sprache|sprachen|langue|idioma|lingua|della|taal|sprak|kunskaper?|conoscenza|"
    r"conocimientos?|"
    r"conhecimentos?|connaissances?|kennis|proficiency|skill|please|your|ability|abilities|written|and|"
    r"maitrise|dominio|grado|kenntnisstand|sprachbeherrschung|proficiencia|competencia|competence|nivan?|sprog|"
    r"kielen|taito|jaki jest twoj|poziom|znajomosci|jezyka|hvor godt|cefr|taal)\b"
)


def asked_about(label: str, *, is_plain: bool = False) -> str | None:
    """The language (as a concept, "l_german") whose level a label asks for and nothing else, or None.

    With `is_plain`, its name alone will do ("English", over a list of levels).
    """
    if not may_name_language(fold(label)) or _WANTED.search(fold(re.sub(r"\([^)]*\)", " ", label))):
        return None
    plain = re.sub(r"\bl\b", " ", _LANGUAGE_WORDS.sub(" ", fold(label)))
    tokens = meant(plain).tokens
    languages = {token for token in tokens if token.startswith("l_")}
    if len(languages) != 1 or tokens - languages - _LEVEL_TOKENS:
        return None
    # "German?" may ask whether, "German skills" and "How good is your German?" ask how well.
    asks_how = tokens & _LEVEL_TOKENS or _LANGUAGE_WORDS.search(fold(label)) or "kenntnisse" in fold(label)
    return languages.pop() if asks_how or is_plain else None


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
    real = [option for option in real_options(options) if not negated(option)]
    if tuple(filter(None, map(levels_in, real))) == _STEPS:
        step = _STEP_OF.get(level)
        return next((o for o in real if step in levels_in(o)), None)
    for wanted in (level, _NEXT_BEST.get(level)):
        named = [o for o in real if wanted in levels_in(o)]
        if named:
            return named[0] if len(named) == 1 else None
    return None


def named_in(folded: str) -> list[str]:
    """The languages that a folded text names, as concepts ("l_german")."""
    return [_NAMES[word] for word in folded.split() if word in _NAMES]


def split_levels(folded: str) -> tuple[list[str], str]:
    """The levels that a folded text names, and the text without the words for them."""
    levels: list[str] = []
    for level, words in _WORDS:
        without = words.sub(" ", folded)
        if without != folded:
            levels.append(level)
            folded = without
    return levels, folded


def spoken(profile: Profile, language: str, question: str) -> Language | None:
    """What the profile says of a language (a concept), where it lists just that one, once, and with a level."""
    listed = [one for one in profile.languages if _is_only(language, one.language)]
    if len(listed) != 1 or not listed[0].fluency:
        return None
    # Chinese may be another one than Mandarin.
    is_finer = "mandarin" in fold(question).split() and "mandarin" not in fold(listed[0].language).split()
    return None if is_finer else listed[0]


def _is_only(language: str, name: str) -> bool:
    return {token for token in conceptualise(fold(name)) if token.startswith("l_")} == {language}


def value_of(field: Field, context: Context) -> Result | None:
    """How well the applicant speaks the language that a field asks for, where the profile names it."""
    label = bounded(field.label)
    of_levels = is_choice(field) and is_level(field.options)
    wanted = asked_about(label, is_plain=of_levels) if context.profile.languages else None
    known = spoken(context.profile, wanted, label) if wanted is not None else None
    if known is None:
        return None
    if not is_choice(field):
        return fit_text(known.fluency, field) if field.kind in {"text", "textarea"} else None
    if not of_levels:
        return None
    return match_level(known.fluency, field.options) or Left("no option says how well you speak it")


_NAMES: Final = {
    word: f"l_{name}" for name, words in LANGUAGES.items() for word in map(fold, words.split("|"))
}
NAMES: Final = frozenset(_NAMES)
"""Words that name a language."""
