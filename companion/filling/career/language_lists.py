"""Text fields that ask for all the languages that the applicant speaks: "English (Native), Mandarin (B1)"."""

import re
from typing import Final

from companion.filling.career import languages
from companion.filling.fitting import Result, fit_text, is_choice
from companion.filling.model import Field
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(text).split())


_LANGUAGES: Final = _words("languages sprachen langues idiomas lingue talen linguas sprak sprog jezyki")
_SKILLS: Final = _words("sprachkenntnisse talenkennis sprakkunskaper sprogkundskaber kielitaito")
_SPOKEN: Final = _words(
    """
    speak spoken skills proficiency sprechen sprichst beherrschen parlees parlez parles maitrisees hablas habla
    hablados parlate parli conosciute spreek spreekt fala falados falas talar taler
    """
)
_HOW_WELL: Final = _SKILLS | _words(
    "level levels proficiency well fluency niveau niveaux nivel livello niva skills"
)
_ASKING: Final = _words(
    """
    please list state specify indicate mention name tell us all of the your you which what do that can and at with
    in along including respective each for select how s a is are to
    bitte nennen geben an welche sie du ihre deine auf welchem und mit jeweils
    quelles quels vous tu vos votre les et avec de pour chacune a quel
    que cuales tus su sus los y con en cada uno quali che tuoi le e di per ciascuna
    welke je jouw u uw op welk met quais voce seus os em qual com o para
    vilka dina och pa vilken med hvilke dine og
    """
)
_NOT_SPOKEN: Final = re.compile(r"\b(programming|coding|python|java|javascript|sql|frameworks?)\b")


_HOW_LEVELS_ARE_CALLED: Final = re.compile(r"\([^)]*\)")


def _unless_more(parenthesis: re.Match[str]) -> str:
    """Nothing for levels in parentheses, or what goes without saying; else what stands there."""
    rest = languages.split_levels(fold(parenthesis[0]))[1]
    is_harmless = not _words(rest) - {"bilingual", "and", "or", "level", "optional", "required"}
    return " " if is_harmless or re.match(r"\((?i:e\.?g|for example)\b", parenthesis[0]) else parenthesis[0]


def value_of(field: Field, profile: Profile) -> Result | None:
    """All that the applicant speaks, with the levels where they are known; None where a field asks for something
    else, or for levels that the profile does not have."""
    if field.kind not in {"text", "textarea"} or is_choice(field) or not profile.languages:
        return None
    label = _HOW_LEVELS_ARE_CALLED.sub(_unless_more, bounded(field.label).replace("(s)", "s"))
    said = _words(label)
    is_about = said & _SKILLS or said == {"language", "skills"} or (said & _LANGUAGES and said & _SPOKEN)
    if not is_about or said - _LANGUAGES - _SPOKEN - _HOW_WELL - _ASKING - {"language"}:
        return None
    if _NOT_SPOKEN.search(fold(f"{bounded(field.description)[:300]} {bounded(field.placeholder)}")):
        return None
    spoken = profile.languages
    if any(not one.language or (said & _HOW_WELL and not one.fluency) for one in spoken):
        return None
    return fit_text(
        ", ".join(f"{one.language} ({one.fluency})" if one.fluency else one.language for one in spoken), field
    )
