"""Gender, ethnicity, veteran status, disability: only what the applicant stored, and only with their
consent."""

import re
from typing import Final

from companion.filling import options
from companion.filling.applicant import ethnicity
from companion.filling.fitting import MISSING, Left, Result, is_choice
from companion.filling.model import Field
from companion.filling.text import fold
from companion.profile.json_resume import Profile

MEANINGS: Final = frozenset({"gender", "ethnicity", "hispanic", "veteran", "disability"})
_GENDERS: Final = (
    frozenset(
        [
            "male",
            "man",
            "m",
            "mannlich",
            "mann",
            "herr",
            "homme",
            "masculin",
            "hombre",
            "masculino",
            "masculina",
            "maschio",
            "uomo",
            "maschile",
            "man",
            "mannelijk",
            "homem",
            "masculino",
            "manlig",
        ]
    ),
    frozenset(
        [
            "female",
            "woman",
            "f",
            "weiblich",
            "frau",
            "femme",
            "feminin",
            "mujer",
            "femenino",
            "femenina",
            "femmina",
            "donna",
            "femminile",
            "vrouw",
            "vrouwelijk",
            "mulher",
            "feminino",
            "kvinna",
            "kvinnlig",
            "w",
        ]
    ),
    frozenset(
        {
            "non binary",
            "nonbinary",
            "nicht binar",
            "divers",
            "non binaire",
            "no binario",
            "non binario",
            "non binair",
            "nao binario",
            "icke binar",
            "enby",
        }
    ),
)
_CONSENT_MISSING: Final = Left(
    "demographic, and the profile has no consent to fill it (consents.demographics)"
)
_YES_NO_TOPICS: Final = frozenset({"hispanic", "veteran", "disability"})
_LEGAL_STATUS: Final = re.compile(r"schwerbehind|gleichgestellt|\brqth\b|categorie protette|\b68 99\b")
"""Not everybody who has a disability has it certified."""
_PLAIN_WORDS: Final = fold(
    """
    a all an and any apply applies are as be below best box by category choose closely current currently
    describe describes do does enter following for from have i identified identify identifies identity if in
    indicate is it living mark most my of one option options or our please regard s select self status that
    the these to us what which who with would you your yourself voluntary yes no how term terms accurately
    voce e uma um alguma algum tem possui pessoa com pcd qual seu sua o haben sie du hast eine ein ist ihr
    welches welche avez vous une etes en situation de quel quelle est votre tiene tienes alguna cual es tu
    su hai una il tuo heb je een wat jouw har nagon vad din ditt ar
    """
).split()
_TOPIC_WORDS: Final = {
    "gender": "gender sex genero geschlecht genre sexe sesso geslacht kon sexo",
    "ethnicity": "race races racial ethnic ethnicity ethnicities ies background group groups heritage",
    "hispanic": "hispanic latino latina latinx latine origin spanish",
    "veteran": "veteran protected u us united states military",
    "disability": "disability disabilities disabled person individual people including apparent non deficiencia "
    "behinderung handicap discapacidad disabilita beperking arbeidsbeperking funktionsnedsattning",
}
"""Of these words alone a question is made that asks the applicant about themself and nothing besides."""


def asks_plainly(meaning: str, label: str) -> bool:
    """Whether a question in the employer's own words asks for the applicant's own gender (race, …) and no more.

    "Which gender do you prefer to work with?" and "Are you related to a veteran?" do not.
    """
    folded = fold(re.sub(r"\([^)]*(\)|$)", " ", label))
    topic = frozenset(_TOPIC_WORDS[meaning].split())
    words = frozenset(folded.split())
    return bool(words & topic) and words <= topic.union(_PLAIN_WORDS)


def value_of(meaning: str, field: Field, profile: Profile) -> Result:
    """The stored answer for a demographic meaning as the field takes it, or why it is left."""
    ours = profile.applyonce
    stored = getattr(ours.demographics, meaning, None)
    consented = ours.consents.demographics
    if meaning == "ethnicity" and consented and (both := _hispanic_alone(ours.demographics.hispanic, field)):
        return both
    if stored is None or stored == "":
        return Left("demographic, and the profile leaves it to you")
    if not consented:
        return _CONSENT_MISSING
    said = stored if isinstance(stored, bool) else options.yes_or_no(stored)
    if meaning == "disability" and said and _LEGAL_STATUS.search(fold(field.label)):
        return Left("asks for a status in law, and the profile does not say which")
    if isinstance(stored, bool):
        return _yes_no(stored, meaning, field)
    if not is_choice(field):
        return stored if field.kind in {"text", "textarea"} else MISSING
    is_bare = meaning == "ethnicity" and re.search(r"hispanic|latin", fold(stored)) is None
    if is_bare and (both := _with_hispanic(ours.demographics.hispanic, field)) is not None:
        return both
    same = options.match_text(stored, field.options)
    if meaning == "ethnicity" and ethnicity.is_split(stored, field.options) and fold(same) != fold(stored):
        return Left("its options say more than what is stored")  # "East Asian", "South Asian"
    if same and meaning == "ethnicity" and ethnicity.goes_beyond(stored, same):
        return Left("its options say more than what is stored")  # "Asian / White"
    if same and meaning == "ethnicity" and re.search(r"\s[-–—:]\s", same.removeprefix(stored)):
        return Left("its options say more than what is stored")  # "White - British"
    return same or _option(meaning, stored, field)


def _option(meaning: str, stored: str, field: Field) -> Result:
    """The option that says the same as what is stored, in other words."""
    if options.declines(stored):
        return options.match_unique(field.options, options.declines) or Left("no option declines to answer")
    if meaning == "gender":
        return _gender(stored, field)
    wanted = fold(stored)
    option = options.match_unique(field.options, lambda o: fold(re.sub(r"\([^)]*\)", " ", o)) == wanted)
    option = option or options.match_unique(field.options, lambda o: _goes_on(fold(o), wanted))
    if meaning == "ethnicity":
        # "Black or African American" is "Black" where the list has the one word alone.
        names = {*wanted.split(" or "), wanted.replace(" or ", " ")}
        option = option or options.match_unique(field.options, lambda o: fold(o) in names)
        option = option or ethnicity.match(stored, field.options)
    if option is None and meaning in _YES_NO_TOPICS and (said := _said(stored, field)) is not None:
        return _yes_no(said, meaning, field)
    return option or Left("no option says what is stored")


def _goes_on(option: str, statement: str) -> bool:
    """Whether an option is a stored statement and a word or two ("… a protected veteran listed above")."""
    added = option.removeprefix(f"{statement} ")
    return len(statement.split()) >= 4 and added != option and len(added.split()) <= 2


def _said(stored: str, field: Field) -> bool | None:
    """The yes or no that a stored statement comes to for this question, or None.

    Who is no *protected* veteran may be a veteran all the same.
    """
    folded = fold(stored)
    if (said := options.yes_or_no(stored)) is not None:
        return said if len(folded.split()) == 1 or options.negated(stored) is not said else None
    if re.match(r"i (identify as|am) (one or more|a (protected )?veteran)\b", folded):
        return True
    if re.match(r"i am not a protected veteran\b", folded):
        return False if "protected" in fold(field.label) else None
    return False if re.match(r"i am not a veteran\b", folded) else None


def _hispanic_alone(hispanic: bool | str | None, field: Field) -> Result | None:
    """The option where a list called ethnicity asks for the Hispanic origin alone; None where it asks for more."""
    real = [o for o in options.real_options(field.options) if not options.declines(o)]
    if len(real) != 2 or not all(re.match(r"((not|non) )?(of )?(hispanic|latin)", fold(o)) for o in real):
        return None
    said = options.yes_or_no(hispanic) if isinstance(hispanic, str) else hispanic
    option = options.match_negation(said, field.options) if said is not None else None
    return option or Left("its options say whether you are Hispanic or Latino, and the profile does not")


def _with_hispanic(hispanic: bool | str | None, field: Field) -> Result | None:
    """What one list for race and Hispanic origin takes ("White (Not Hispanic or Latino)": the EEO-1 form).

    Each of its options says something of the origin too: for a Hispanic applicant only the one that says so
    is true, and without the applicant's word none is. None where the list does not join the two, or the
    applicant is not Hispanic.
    """
    said = options.yes_or_no(hispanic) if isinstance(hispanic, str) else hispanic
    folded = {option: fold(option) for option in field.options}
    denying = [
        option for option, text in folded.items() if re.search(r"\b(not|non)( of)? (hispanic|latin)", text)
    ]
    if not denying or said is False:
        return None
    if said is None:
        return Left("its options say whether you are Hispanic or Latino, and the profile does not")
    option = options.match_unique(
        field.options, lambda o: o not in denying and re.match(r"hispanic|latin", folded[o]) is not None
    )
    return option or Left("no option says that you are Hispanic or Latino")


def _gender(stored: str, field: Field) -> Result:
    group = next((group for group in _GENDERS if fold(stored) in group), frozenset[str]())

    def same(option: str) -> bool:
        return fold(re.sub(r"\([^)]*\)|/.*", " ", option)) in group

    option = options.match_unique(field.options, same)
    return option or Left("no option says the stored gender")


def _yes_no(said: bool, meaning: str, field: Field) -> Result:
    if meaning not in _YES_NO_TOPICS:
        return MISSING
    if not is_choice(field):
        return "Yes" if said else "No"
    starting = [o for o in options.real_options(field.options) if options.yes_or_no(o) is said]
    if len(starting) == 1:
        return starting[0]
    negated = options.match_negation(said, field.options)
    return negated or Left("no option says what is stored")
