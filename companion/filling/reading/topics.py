"""What a longer question is about, where that decides how it may be answered.

Sensitive topics are told first: no value of the profile is ever put into such a field by a guess, only an
answer that
the user gave to that very question.
"""

import re
from functools import lru_cache
from typing import Final

from companion.filling.reading import patterns
from companion.filling.text import bounded, fold

_SENSITIVE: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (topic, re.compile(pattern))
    for topic, pattern in (
        (
            "criminal_record",
            (
                r"criminal|convict|felon|misdemeanou?r|indict|arrest|fugitive|court order|offen[cs]e|"
                r"vorstraf|"
                r"vorbestraft|fuhrungszeugnis|casier judiciaire|"
                r"antecedentes (penales|criminais)|precedenti penali|casellario|strafblad|justitiele|"
                r"brottsregister|belastningsregister|restraining|debarred|"
                r"unlawful user|dishonorable|mental defective|police|polizeilich"
            ),
        ),
        (
            "background_check",
            (
                r"background (check|screen|investigation)|drug (test|screen)|credit check|lie detector|"
                r"hintergrundprufung|polygraph"
            ),
        ),
        (
            "national_id",
            (
                r"social security|\bssn\b|national id\b|passport (number|no)|identity (card|number)|tax (id|"
                r"number)|national insurance|"
                r"sozialversicherungsnummer|steuer id|ausweisnummer|numero de seguridad social|codice "
                r"fiscale|"
                r"burgerservicenummer|personnummer|licen[cs]e number"
            ),
        ),
        (
            "citizenship",
            (
                r"citizen|nationalit|national of|staatsangehorigkeit|staatsburger|nacionalidad|ciudadan|"
                r"cittadinanza|nationaliteit|nacionalidade|medborgar|"
                r"permanent resident|green card|greencard|u s person|us person|refugee|asylee|nonimmigrant|"
                r"\balien\b|export (control|license|administration)|deemed export|"
                r"place of birth|country of birth|geburtsort|geburtsland|born in"
            ),
        ),
        ("clearance", r"security clearance|\bclearance\b|sicherheitsuberprufung"),
        (
            "orientation",
            (
                r"transgender|sexual orientation|sexuelle orientierung|orientation sexuelle|orientacion "
                r"sexual|lgbt|2slgbt|\btrans\b|cisgender|queer"
            ),
        ),
        ("religion", r"religio|\bcreed\b|konfession|faith\b|caste\b"),
        (
            "family",
            (
                r"marital|married|familienstand|pregnan|schwanger|children|situation familiale|estado civil|"
                r"stato civile|burgerlijke staat|civilstand|caregiver"
            ),
        ),
        (
            "communities",
            (
                r"communit(y|ies) do you|communities|underrepresented|minority group|neurodiver|aboriginal|"
                r"indigenous|first nations|torres stra|first generation|socio ?economic"
            ),
        ),
        (
            "birth_date",
            (
                r"date of birth|birth ?date|\bdob\b|geburtsdatum|date de naissance|fecha de nacimiento|data "
                r"di nascita|geboortedatum|data de nascimento|fodelsedatum"
            ),
        ),
        (
            "age",
            (
                r"\b(what is your|current) age\b|\bage (range|group|bracket)\b|how old are you|wie alt|quel "
                r"age|que edad|quanti anni hai|hoe oud|qual (e )?(a )?sua idade|hur gammal"
            ),
        ),
        (
            "disability",
            (
                r"disab|behinder|handicap|discapacidad|disabilita|deficiencia|funktionsneds|arbeidsbeperking|"
                r"\brqth\b|\bpcd\b|\bgdb\b|categorie protette|\b68 99\b|"
                r"accommodation|long term (health|condition)"
            ),
        ),
        ("veteran", r"veteran|armed forces|military|service ?member|\bguard or reserve|wehrdienst"),
        ("hispanic", r"hispanic|latin[oax]\b"),
        (
            "ethnicity",
            (
                r"\brac(e|ial)\b|\b(raca|raza|razza)\b|ethnic|ethnisch|\betnia\b|\betnic|origine ethnique|"
                r"origen etnico"
            ),
        ),
        (
            "gender",
            (
                r"\bgender\b|geschlecht|identite de genre|\bgenero\b|\bgeslacht\b|\bsex(o|e)?\b|\bsesso\b|"
                r"genderidentit"
            ),
        ),
        (
            "health",
            (
                r"\bmedical\b(?! (licen[cs]e|registration|degree|school|device|billing|coding|writing|sales))|"
                r"\bhealth (condition|status)|vaccin|gesundheit|impf|enceinte|embaraz|\bincinta\b|"
                r"zwanger|\bgravid|etat de sante|estado de salud|illness|disease\b|covid"
            ),
        ),
        ("union", r"trade union|gewerkschaft|political (party|affiliation)"),
    )
)
DEMOGRAPHIC: Final = frozenset(
    {
        "gender",
        "ethnicity",
        "hispanic",
        "veteran",
        "disability",
        "orientation",
        "religion",
        "family",
        "communities",
        "age",
        "birth_date",
        "health",
        "union",
    }
)
"""Topics that need the standing consent `consents.demographics`, whatever is stored."""

_DATA_CONSENT: Final = re.compile(
    r"privacy|(my|your) (\w+ )?data\b|(application|applicant|candidate) data\b|data protection|"
    r"data processing|datenschutz|datenverarbeitung|gdpr|dsgvo|rgpd|lgpd|personal "
    r"(data|information)|personenbezogen|"
    r"donnees personnelles|confidentialite|vie privee|datos personales|privacidad|proteccion de datos|"
    r"dati personali|trattamento dei dati|"
    r"informativa|persoonsgegevens|dados pessoais|privacidade|protecao de dados|personuppgifter|"
    r"integritetspolicy|notice at collection"
)
_OTHER_CONSENT: Final = re.compile(
    r"marketing|newsletter|talent (pool|community|network)|future (opportunit|position|job|role|opening|"
    r"vacanc)|future (\w+ ){0,2}(recruit\w*|hiring|selection|process\w*|application\w*|consideration)|"
    r"futurs? recrutement|recrutements? futurs?|other (position|role|job|vacanc|opportunit)|"
    r"text message|\bsms\b|whatsapp|promotion|updates|job alerts?|third part|share (your|my|our)|related "
    r"groups|similar organi|video|audio|record|transcri|"
    r"background|certify|true and (complete|accurate|correct)|accura|misrepresent|arbitrat|terms|"
    r"\boffers from\b|\bpartners?\b|\breceive (\w+ ){0,3}(offers|news|emails?|texts?|communications?)\b|"
    r"conditions of|bound by|\bobligat(ed|ions?)\b|payroll|personal id\b|retain|up to \d+ (year|month)|"
    r"photo|biometric|(?<!be)werbung|talentpool|bewerberpool|kunftige|weitere stellen|offres futures|"
    r"vivier|futuras|proceso futuros|future selezioni|"
    r"toekomstige|talentpoule|futuros|framtida|fluency|california resident|notice at collection"
)
_REFUSES: Final = re.compile(
    r"\b(not|dont|never|nicht|inte|niet|nao|non|no) (\w+ ){0,2}(agree|accept|consent|acknowledge|read|understand|"
    r"einverstanden|akzeptiere|"
    r"accepte\w*|samtycker|godkanner|akkoord|aceito|concordo|autorizo|acconsento|accetto|acepto|consiento|"
    r"autorizo)\b|\b(opt out|opting out|object to|refuse|withdraw|revoke|decline|widersprech\w*|widerspruch|"
    r"widerrufe|lehne|refuse|moppose|opposition|rechazo|rifiuto|recuso|weiger)\b|\b(stimme|willige)( \w+){0,8} "
    r"nicht\b|\bga niet akkoord\b|\b(consens|accepte|autorise)( \w+)? pas\b"
)
_ARTIFICIAL: Final = re.compile(r"\bA\.?I\b")
_AGREE: Final = re.compile(
    r"\b(agree|accept|consent|acknowledge(d|ment)?|acknowledgment|read|understand|confirm|einverstanden|"
    r"akzeptier\w*|stimme|"
    r"zustimm\w*|gelesen|einwillig\w*|willige|autorizz\w*|accepte\w*|consens\w*|"
    r"consentement|lu|acepto|aceptar|consiento|consentimiento|leido|accetto|acconsent\w*|presa visione|"
    r"consenso|letto|akkoord|toestemming|ga akkoord|gelezen|"
    r"aceito|concordo|consentimento|autorizo|godkanner|samtycke\w*|accepterar|last|"
    r"leid[oa]s?|lett[aei]|lue?s?|kenntnisnahme|kenntnis genommen|pris connaissance|preso visione|"
    r"kennis genomen|tagit del)\b"
)
_MARKETING: Final = re.compile(
    r"marketing|newsletter|talent (pool|community|network)|job alerts?|text messages|promotional|(?<!be)werbung|"
    r"bewerberpool|talentpool"
)


@lru_cache(maxsize=4096)
def sensitive_topic(text: str) -> str | None:
    """The sensitive topic that a text touches, or None."""
    folded = fold(text)
    return next((topic for topic, pattern in _SENSITIVE if pattern.search(folded)), None)


def asks_source(folded: str) -> bool:
    """Whether a folded question asks how the applicant heard of this job, not of another or of the trade."""
    return patterns.SOURCE.search(folded) is not None and patterns.SOURCE_NOT.search(folded) is None


def refuses(text: str) -> bool:
    """Whether a text says the contrary of a consent ("I do not agree", "opt out")."""
    return _REFUSES.search(fold(text)) is not None


def consent_kind(text: str) -> str | None:
    """ "data_processing" where the text asks for consent to what an application's handling itself needs and
    to nothing
    else, "other" where it asks for another consent or declaration, None where it asks for none."""
    folded = fold(text)
    agrees, data = _AGREE.search(folded) is not None, _DATA_CONSENT.search(folded) is not None
    if _MARKETING.search(folded):
        return "other"
    if not agrees:
        return None
    ours = _OTHER_CONSENT.search(folded) is None and _ARTIFICIAL.search(bounded(text)) is None
    if data and ours:
        return "data_processing"
    return "other"
