"""JSON Resume 1.0.0 (https://jsonresume.org/schema) with ApplyOnce's own part under `meta.applyonce`.

Unknown fields are kept and ignored, since résumés come from many tools. Types are strict: a number where
the schema
wants text is a mistake that would otherwise be typed into somebody's form.
"""

import re
from typing import Annotated, ClassVar, Literal, Self

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StrictFloat,
    StrictInt,
    StrictStr,
    ValidationError,
)

_ISO_DATE = re.compile(r"^[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$")
SECTIONS = frozenset(
    [
        "basics",
        "work",
        "volunteer",
        "education",
        "awards",
        "certificates",
        "publications",
        "skills",
        "languages",
        "interests",
        "references",
        "projects",
        "meta",
    ]
)
"""JSON Resume's own. A file with none of them would fit, every field being optional, and empty the profile."""
MAX_TEXT_CHARACTERS = 20_000
MAX_ENTRIES = 500


class InvalidProfile(ValueError):
    """A résumé that does not fit JSON Resume; `path` names the field, `message` says what is expected
    there."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path
        self.message = message


def _iso_date(text: str) -> str:
    if text and not _ISO_DATE.match(text):
        raise ValueError("expected a date such as 2024, 2024-05 or 2024-05-31")
    return text


def _country_code(text: str) -> str:
    if text and not re.fullmatch(r"[A-Za-z]{2}", text):
        raise ValueError("expected a two-letter country code such as DE")
    return text.upper()


def _currency_code(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise ValueError("expected a three-letter currency code such as EUR")
    return text.upper()


Text = Annotated[StrictStr, Field(max_length=MAX_TEXT_CHARACTERS)]
IsoDate = Annotated[StrictStr, AfterValidator(_iso_date)]
CountryCode = Annotated[StrictStr, AfterValidator(_country_code)]
CurrencyCode = Annotated[StrictStr, AfterValidator(_currency_code)]
CountryAnswers = dict[Annotated[StrictStr, AfterValidator(_country_code)], StrictBool]


class _Part(BaseModel):
    """A part of the résumé: unknown fields stay, values do not change after parsing."""

    model_config = ConfigDict(extra="allow", frozen=True, populate_by_name=True, hide_input_in_errors=True)


class Location(_Part):
    """Where the applicant lives."""

    address: Text = ""
    postal_code: Text = Field("", alias="postalCode")
    city: Text = ""
    country_code: CountryCode = Field("", alias="countryCode")
    region: Text = ""


class NetworkProfile(_Part):
    """An account on a network such as LinkedIn."""

    network: Text = ""
    username: Text = ""
    url: Text = ""


class Basics(_Part):
    """Name and ways to reach the applicant."""

    name: Text = ""
    label: Text = ""
    image: Text = ""
    email: Text = ""
    phone: Text = ""
    url: Text = Field("", validation_alias=AliasChoices("url", "website"))
    summary: Text = ""
    location: Location = Location()
    profiles: Annotated[tuple[NetworkProfile, ...], Field(max_length=MAX_ENTRIES)] = ()


class Work(_Part):
    """One employment; without `endDate` it goes on."""

    name: Text = Field("", validation_alias=AliasChoices("name", "company"))
    position: Text = ""
    location: Text = ""
    url: Text = Field("", validation_alias=AliasChoices("url", "website"))
    start_date: IsoDate = Field("", alias="startDate")
    end_date: IsoDate = Field("", alias="endDate")
    summary: Text = ""


class Education(_Part):
    """One course of study; without `endDate` it goes on."""

    institution: Text = ""
    area: Text = ""
    study_type: Text = Field("", alias="studyType")
    start_date: IsoDate = Field("", alias="startDate")
    end_date: IsoDate = Field("", alias="endDate")
    score: Text = Field("", validation_alias=AliasChoices("score", "gpa"))


class Skill(_Part):
    """A skill."""

    name: Text = ""
    level: Text = ""


class Language(_Part):
    """A language and how well it is spoken."""

    language: Text = ""
    fluency: Text = Field("", validation_alias=AliasChoices("fluency", "level"))


class SalaryExpectation(_Part):
    """An amount in whole units of the currency, for one period."""

    amount: StrictInt | StrictFloat = Field(gt=0, lt=1e12)
    currency: CurrencyCode
    period: Literal["hour", "day", "month", "year"] = "year"


class Demographics(_Part):
    """Only what the applicant chose to say; null leaves the question to them."""

    gender: Text | StrictBool | None = None
    ethnicity: Text | StrictBool | None = None
    hispanic: Text | StrictBool | None = None
    veteran: Text | StrictBool | None = None
    disability: Text | StrictBool | None = None


class Consents(_Part):
    """The standing consents without which sensitive values are never filled. Nothing is consented by
    default."""

    demographics: StrictBool = False
    salary: StrictBool = False
    data_processing: StrictBool = False


class ApplyOnce(_Part):
    """What applications ask and JSON Resume has no place for (`meta.applyonce`)."""

    given_name: Text | None = None
    family_name: Text | None = None
    preferred_name: Text | None = None
    pronouns: Text | None = None
    work_authorization: CountryAnswers = Field(default_factory=dict)
    needs_sponsorship: CountryAnswers = Field(default_factory=dict)
    willing_to_relocate: StrictBool | None = None
    notice_period: Text | None = None
    earliest_start: IsoDate | None = None
    salary_expectation: SalaryExpectation | None = None
    source: Text | None = None
    years_experience: StrictInt | StrictFloat | None = Field(None, ge=0, le=80)
    cover_letter: Text | None = None
    demographics: Demographics = Demographics()
    consents: Consents = Consents()


class Meta(_Part):
    """Tool configuration; ours stands under `applyonce`."""

    applyonce: ApplyOnce = ApplyOnce()


class Profile(_Part):
    """A whole résumé. An empty one is a valid one: it fills nothing."""

    basics: Basics = Basics()
    work: Annotated[tuple[Work, ...], Field(max_length=MAX_ENTRIES)] = ()
    education: Annotated[tuple[Education, ...], Field(max_length=MAX_ENTRIES)] = ()
    skills: Annotated[tuple[Skill, ...], Field(max_length=MAX_ENTRIES)] = ()
    languages: Annotated[tuple[Language, ...], Field(max_length=MAX_ENTRIES)] = ()
    meta: Meta = Meta()

    _EXPECTED: ClassVar[dict[str, str]] = {
        "string_type": "expected text",
        "tuple_type": "expected a list",
        "model_type": "expected an object",
        "model_attributes_type": "expected an object",
        "dict_type": "expected an object",
        "bool_type": "expected true or false",
        "int_type": "expected a number",
        "float_type": "expected a number",
        "missing": "expected a value here",
    }

    @property
    def applyonce(self) -> ApplyOnce:
        """The part of the profile that is ApplyOnce's own."""
        return self.meta.applyonce

    @classmethod
    def parse(cls, data: object) -> Self:
        """Read a résumé as decoded from JSON.

        Raises InvalidProfile with the path of the first field that does not fit and what is expected there;
        values
        are never part of the message, since it may be logged.
        """
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            first = error.errors(include_url=False, include_context=False, include_input=False)[0]
            path = ".".join(str(part) for part in first["loc"] if not _is_branch(part))
            message = cls._EXPECTED.get(first["type"], first["msg"].removeprefix("Value error, "))
            raise InvalidProfile(path, message) from None
        except RecursionError:
            raise InvalidProfile("", "expected a résumé that is not nested this deep") from None

    @classmethod
    def parse_new(cls, data: object) -> Self:
        """Read a résumé that is to replace the profile: `parse`, and it must have a section of JSON Resume.

        To empty a profile takes an empty section: `{"basics": {}}`. Raises InvalidProfile.
        """
        if isinstance(data, dict) and not SECTIONS & data.keys():
            raise InvalidProfile("", "expected one of its sections, such as “basics” or “work”")
        return cls.parse(data)


def _is_branch(part: int | str) -> bool:
    """Whether a part of an error's location is pydantic's name for a branch of a union and no field of
    ours."""
    return isinstance(part, str) and (
        "[" in part or part in {"str", "bool", "int", "float", "constrained-str"}
    )
