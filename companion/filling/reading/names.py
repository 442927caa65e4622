"""Names and ids of controls that say what a field is: the boards' own, the HTML standard's, and everybody's
habits.

The boards' own names come from their public pages' structure (Greenhouse, Lever, Ashby, Workable,
SmartRecruiters,
Workday, LinkedIn, Indeed). A board's own name beats any label, because employers may reword labels but not
names.
"""

import re
from dataclasses import dataclass

from companion.filling.model import Classification, Field
from companion.filling.reading.vocabulary import BY_PHRASE, reduce_words
from companion.filling.text import bounded, identifier_words

_EXACT: dict[str, str] = {
    # Greenhouse
    "first_name": "given_name",
    "last_name": "family_name",
    "preferred_name": "preferred_name",
    "candidate-location": "location",
    "candidate_location": "location",
    "auto_complete_input": "location",
    "resume_text": "resume_text",
    "cover_letter_text": "cover_letter_text",
    "resume": "resume",
    "resume_fileupload": "resume",
    "cover_letter": "cover_letter",
    "cover_letter_fileupload": "cover_letter",
    "hispanic_ethnicity": "hispanic",
    "race": "ethnicity",
    "veteran_status": "veteran",
    "disability_status": "disability",
    # Lever
    "org": "current_company",
    "comments": "comments",
    "selectedlocation": "internal",
    "location-input": "location",
    "resume-upload-input": "resume",
    "pronouns": "pronouns",
    "eeo[gender]": "gender",
    "eeo[race]": "ethnicity",
    "eeo[veteran]": "veteran",
    "eeo[disability]": "disability",
    "consent[marketing]": "marketing_consent",
    "consent[store]": "talent_pool_consent",
    # Ashby
    "_systemfield_name": "full_name",
    "_systemfield_email": "email",
    "_systemfield_phone": "phone",
    "_systemfield_location": "location",
    "_systemfield_resume": "resume",
    "_systemfield_cover_letter": "cover_letter",
    "_systemfield_eeoc_gender": "gender",
    "_systemfield_eeoc_race": "ethnicity",
    "_systemfield_eeoc_veteran_status": "veteran",
    "_systemfield_eeoc_disability_status": "disability",
    # Workable
    "firstname": "given_name",
    "lastname": "family_name",
    "headline": "current_title",
    "summary": "summary",
    # SmartRecruiters
    "first-name-input": "given_name",
    "last-name-input": "family_name",
    "email-input": "email",
    "confirm-email-input": "email",
    "linkedin-input": "linkedin",
    "facebook-input": "facebook",
    "twitter-input": "twitter",
    "website-input": "website",
    "hiring-manager-message-input": "hiring_message",
    # Workday
    "legalname--firstname": "given_name",
    "legalname--lastname": "family_name",
    "name--legalname--firstname": "given_name",
    "name--legalname--lastname": "family_name",
    "legalnamesection_firstname": "given_name",
    "legalnamesection_lastname": "family_name",
    "addresssection_addressline1": "street",
    "addresssection_addressline2": "street2",
    "addresssection_city": "city",
    "addresssection_postalcode": "postal_code",
    "addresssection_countryregion": "region",
    "address--addressline1": "street",
    "address--addressline2": "street2",
    "address--city": "city",
    "address--postalcode": "postal_code",
    "address--countryregion": "region",
    "country--country": "country",
    "country-phone-code": "phone_country",
    "phonenumber--countryphonecode": "phone_country",
    "phone-number": "phone",
    "phonenumber--phonenumber": "phone",
    "phone-device-type": "phone_type",
    "phonenumber--phonetype": "phone_type",
    "phonenumber--extension": "phone_extension",
    "source--source": "source",
    "sourceprompt": "source",
    "formfield-source": "source",
    "formfield-country": "country",
    "beecatcher": "honeypot",
    # Indeed
    "names-first-name": "given_name",
    "names-last-name": "family_name",
    "location-postal-code": "postal_code",
    "location-locality": "city",
    "location-address": "street",
}

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), meaning)
    for pattern, meaning in (
        # Greenhouse, old pages
        (r"^job_application\[first_name\]$", "given_name"),
        (r"^job_application\[last_name\]$", "family_name"),
        (r"^job_application\[email\]$", "email"),
        (r"^job_application\[phone\]$", "phone"),
        (r"^job_application\[location\]$", "location"),
        (r"^job_application\[resume\]$", "resume"),
        (r"^job_application\[resume_text\]$", "resume_text"),
        (r"^job_application\[cover_letter\]$", "cover_letter"),
        (r"^job_application\[cover_letter_text\]$", "cover_letter_text"),
        (r"^job_application[\[_]gender\]?$", "gender"),
        (r"^job_application[\[_]race\]?$", "ethnicity"),
        (r"^job_application[\[_]veteran_status\]?$", "veteran"),
        (r"^job_application[\[_]disability_status\]?$", "disability"),
        (r"^job_application[\[_]hispanic_ethnicity\]?$", "hispanic"),
        # Greenhouse rows: school--0, start-month--0, company-name-0
        (r"^school-+\d+$", "school"),
        (r"^degree-+\d+$", "degree"),
        (r"^discipline-+\d+$", "field_of_study"),
        (r"^start-month-+\d+$", "education_start_month"),
        (r"^start-year-+\d+$", "education_start_year"),
        (r"^end-month-+\d+$", "education_end_month"),
        (r"^end-year-+\d+$", "education_end_year"),
        (r"^company-name-+\d+$", "work_company"),
        (r"^title-+\d+$", "work_title"),
        (r"^start-date-month-+\d+$", "work_start_month"),
        (r"^start-date-year-+\d+$", "work_start_year"),
        (r"^end-date-month-+\d+$", "work_end_month"),
        (r"^end-date-year-+\d+$", "work_end_year"),
        # Lever
        (r"^urls\[linked ?in.*\]$", "linkedin"),
        (r"^urls\[git ?hub.*\]$", "github"),
        (r"^urls\[(twitter|x).*\]$", "twitter"),
        (r"^urls\[facebook.*\]$", "facebook"),
        (r"^urls\[portfolio.*\]$", "portfolio"),
        (r"^urls\[(personal )?(website|site|blog).*\]$", "website"),
        (r"^urls\[other.*\]$", "other_link"),
        # Workday rows: workExperience-1--jobTitle, education-2--school
        (r"^workexperience-\d+--jobtitle$", "work_title"),
        (r"^workexperience-\d+--companyname$", "work_company"),
        (r"^workexperience-\d+--company$", "work_company"),
        (r"^education-\d+--school(name)?$", "school"),
        (r"^education-\d+--degree$", "degree"),
        (r"^education-\d+--fieldofstudy$", "field_of_study"),
        # LinkedIn: the component and the type stand in the id
        (r"formelement-.*phonenumber-nationalnumber$", "phone"),
        (r"formelement-.*phonenumber-country$", "phone_country"),
        (r"formelement-.*-city-home-city$", "location"),
        (r"^jobs-document-upload-file-input-upload-resume", "resume"),
        (r"^jobs-document-upload-file-input-upload-cover-letter", "cover_letter"),
        # Traps for programs, whatever the board
        (
            r"bee-?catcher|honey-?pot|(^|[-_])hp([-_]|$)|(^|[-_])trap([-_]|$)|bot-?(field|check|trap)|nospam",
            "honeypot",
        ),
        (r"^(g-recaptcha|h-captcha|cf-turnstile)|captcha", "captcha"),
    )
)

_AUTOCOMPLETE: dict[str, str] = {
    "name": "full_name",
    "given-name": "given_name",
    "additional-name": "middle_name",
    "family-name": "family_name",
    "nickname": "preferred_name",
    "username": "username",
    "new-password": "password",
    "current-password": "password",
    "one-time-code": "password",
    "organization": "current_company",
    "organization-title": "current_title",
    "street-address": "street",
    "address-line1": "street",
    "address-line2": "street2",
    "address-line3": "street2",
    "address-level1": "region",
    "address-level2": "city",
    "country": "country",
    "country-name": "country",
    "postal-code": "postal_code",
    "email": "email",
    "tel": "phone",
    "tel-national": "phone_national",
    "tel-country-code": "phone_country",
    "tel-area-code": "phone_part",
    "tel-local": "phone_part",
    "tel-local-prefix": "phone_part",
    "tel-local-suffix": "phone_part",
    "tel-extension": "phone_extension",
    "url": "website",
    "bday": "birth_date",
    "bday-day": "birth_date",
    "bday-month": "birth_date",
    "bday-year": "birth_date",
    "sex": "gender",
}

_NAME_NOISE = frozenset(
    [
        "traits",
        "social",
        "socials",
        "resumator",
        "input",
        "field",
        "form",
        "txt",
        "text",
        "tb",
        "candidate",
        "applicant",
        "user",
        "contact",
        "person",
        "personal",
        "info",
        "information",
        "data",
        "id",
        "control",
        "section",
        "value",
        "job",
        "application",
        "apply",
        "profile",
        "customer",
        "client",
        "frm",
        "ctl",
        "ctl00",
        "legal",
        "main",
        "home",
        "primary",
        "register",
        "registration",
        "signup",
        "billing",
        "shipping",
        "delivery",
        "account",
        "member",
        "js",
        "new",
        "select",
        "dropdown",
        "box",
        "textbox",
        "ctrl",
        "element",
        "basic",
        "details",
        "detail",
        "req",
        "required",
        "question",
        "my",
        "your",
        "the",
    ]
)
_GENERIC = frozenset(
    {
        "name",
        "title",
        "location",
        "address",
        "state",
        "country",
        "company",
        "city",
        "website",
        "url",
        "email",
        "phone",
    }
    | {
        "position",
        "role",
        "source",
        "degree",
        "school",
        "other",
        "region",
        "mi",
        "pan",
        "rg",
        "uf",
        "cp",
        "salary",
        "org",
    }
    | {
        "country code",
        "nombre",
        "nom",
        "nome",
        "naam",
        "namn",
        "kon",
        "by",
        "navn",
        "nimi",
        "maa",
        "cap",
        "lan",
        "plats",
        "ort",
        "land",
        "via",
        "rut",
        "handle",
        "subject",
        "curso",
        "major",
        "notice",
        "building",
    }
)
_LONG_FORMS = {
    "addr": "address",
    "addr1": "address",
    "tel": "phone",
    "ctry": "country",
    "lname": "last name",
    "fname": "first name",
}
_ROW = re.compile(
    r"(?:school|degree|discipline|(?:start|end)-(?:month|year|date-month|date-year)|company-name|"
    r"title)-+(\d+)$"
)
_WORKDAY_ROW = re.compile(r"(?:workexperience|education)-(\d+)", re.IGNORECASE)
_HASHED = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-|[0-9a-f]{24,}|^question_|^cards\[|^q_|^(qa|ca)_\d|^\d+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class NameHit:
    """What a name says. A generic one ("name", "title") gives way to a label that says something else."""

    classification: Classification
    generic: bool


def row_index(field: Field) -> int:
    """Which row of a repeated section (work, education) the field stands in, from 0; 0 where it cannot be
    told."""
    for identifier in (field.dom_id or "", field.name or ""):
        if match := _ROW.search(identifier):
            return int(match[1][:3])
        if match := _WORKDAY_ROW.search(identifier):
            return max(int(match[1][:3]) - 1, 0)
    return 0


def by_board(field: Field) -> Classification | None:
    """The meaning by a board's own name or id, or a trap's."""
    for identifier in (field.name, field.dom_id):
        if not identifier:
            continue
        name = identifier[:300]
        meaning = _EXACT.get(name.casefold())
        if meaning is None:
            meaning = next((m for pattern, m in _PATTERNS if pattern.search(name)), None)
        if meaning is not None:
            return Classification(meaning, 0.99, f"named {name[:60]!r} by the board", row_index(field))
    return None


def by_autocomplete(field: Field) -> Classification | None:
    """The meaning by the HTML standard's autocomplete tokens (https://html.spec.whatwg.org/#autofill)."""
    tokens = bounded(field.autocomplete).casefold().split()
    for token in reversed(tokens):
        if token.startswith("cc-"):
            return Classification("payment", 0.99, f"autocomplete is {token!r}")
        if token in _AUTOCOMPLETE:
            return Classification(_AUTOCOMPLETE[token], 0.97, f"autocomplete is {token!r}")
    return None


def by_name(field: Field) -> NameHit | None:
    """The meaning by a name or id in words, such as "firstName" or "applicant_email"."""
    for identifier in (field.name, field.dom_id):
        if not identifier or _HASHED.search(identifier[:300]):
            continue
        # ASP.NET puts the names of the containers before: "ctl00$Main$txtFirstName".
        own = identifier.rsplit("$", 1)[-1]
        words = [_LONG_FORMS.get(w, w) for w in identifier_words(own).split() if not w.isdigit()]
        bare = [w for w in words if w not in _NAME_NOISE]
        for candidate in (words, bare, [w for w in bare if w != "address"]):
            phrase = reduce_words(" ".join(candidate))
            meaning = BY_PHRASE.get(phrase) or BY_PHRASE.get(phrase.replace(" ", ""))
            if meaning is not None and identifier.rstrip("])").endswith("2"):
                # The second of a kind is another value, but for the second line of an address.
                meaning = {"street": "street2", "street2": "street2"}.get(meaning)
            if meaning is not None:
                confidence = 0.8 if phrase in _GENERIC else 0.92
                reason = f"named {identifier[:60]!r}"
                return NameHit(
                    Classification(meaning, confidence, reason, row_index(field)), phrase in _GENERIC
                )
    return None
