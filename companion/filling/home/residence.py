"""Whether the applicant lives where a question asks: from the home in the profile, and the willingness to relocate
where the question takes that as well."""

import re
from typing import Final

from companion.filling import options
from companion.filling.applicant import person
from companion.filling.bank.answers import is_compound, is_conditional
from companion.filling.fitting import Context, Left, Result, fit_yes_no, is_choice
from companion.filling.home import geo, places, residence_options
from companion.filling.home.places import Home
from companion.filling.home.residence_question import JOB_COUNTRY, JOB_PLACE, Asked, read, stated_place
from companion.filling.model import Field, JobFacts
from companion.filling.text import bounded, fold

_KINDS: Final = frozenset({"yes_no", "radio", "select", "combobox", "text", "textarea"})
_ON_LIVING: Final = re.compile(
    r"(?i)\b(?:relocat\w*|mov(?:e|ing)|live|living|based|located|reside|residing)\b"
)
"""What a label speaks of where a plain yes or no stands beside options that say where somebody lives."""
_WORDS: Final = {
    "de": ("Ja", "Nein"),
    "fr": ("Oui", "Non"),
    "es": ("Sí", "No"),
    "it": ("Sì", "No"),
    "nl": ("Ja", "Nee"),
    "pt": ("Sim", "Não"),
    "sv": ("Ja", "Nej"),
}


def value_of(field: Field, context: Context) -> Result | None:
    """The answer to a question on where the applicant lives, or None where the field asks nothing of the kind or
    the answer is not certain."""
    label = bounded(field.label)
    if is_choice(field) and (option := _option_of(field, label, context)) is not None:
        return option
    if field.kind not in _KINDS or is_conditional(label) or (not is_choice(field) and is_compound(label)):
        return None
    asked = read(label, is_choice=is_choice(field) or field.kind == "yes_no")
    home = places.home_of(context.profile, job_country(context.job))
    if asked is None or home is None:
        return None
    said = is_there(asked, label, home, context.job)
    if asked.or_moves:
        willing = context.profile.applyonce.willing_to_relocate
        # To say no, both must be a no.
        said = True if said or willing else (False if said is False and willing is False else None)
    if said is None:
        return None
    if is_choice(field) or field.kind == "yes_no" or asked.language == "en":
        return fit_yes_no(said, field)
    return _WORDS[asked.language][0 if said else 1]


def _option_of(field: Field, label: str, context: Context) -> str | None:
    """The option that says where the applicant lives, of a list of places or of statements."""
    home = places.home_of(context.profile, job_country(context.job))
    if home is None or is_conditional(label):
        return None
    if residence_options.asks_where(label):
        return residence_options.by_place(field.options, home)
    asked = read(label, is_choice=True)
    if asked is None and not (_ON_LIVING.search(label) or not _has_plain_answers(field)):
        return None

    def lives(place: Asked | None) -> bool | None:
        if place is not None:
            return is_there(place, label, home, context.job)
        stated = stated_place(label)
        if asked is not None:
            return is_there(asked, label, home, context.job)
        return places.lives_in(stated, home, "near") if stated else None

    return residence_options.by_statements(
        field.options,
        lives,
        willing=context.profile.applyonce.willing_to_relocate,
        works=person.current_work(context.profile) is not None,
        or_moves=asked is not None and asked.or_moves,
        takes_yes=asked is not None,
    )


def _has_plain_answers(field: Field) -> bool:
    return any(fold(option) in options.YES | options.NO for option in field.options)


def lives_by_options(field: Field, context: Context) -> str | None:
    """The option that fits where each says only that somebody lives in a place or does not, whatever the label."""
    home = places.home_of(context.profile, job_country(context.job))
    if home is None or not is_choice(field) or not residence_options.speak_of_living_alone(field.options):
        return None
    return _option_of(field, "", context)


def is_there(asked: Asked, label: str, home: Home, job: JobFacts) -> bool | None:
    """Whether the home is in (or near) the place that was asked about, the job's own where none is named."""
    place = asked.place
    if JOB_COUNTRY.match(place):
        country = job_country(job)
        return home.country == country if country else None
    if JOB_PLACE.match(place):
        how = "near" if asked.how == "in" and re.search(r"(?i)\barea\b", place) else asked.how
        job_is_at = re.sub(r"(?i)\b(?:remote|hybrid|on-?site)\b\W*", "", job.location or "").strip(" ,-–()")
        there = stated_place(label) or job_is_at
        return places.lives_in(there, home, how) if there else None
    return places.lives_in(place, home, asked.how, asked.language)


def job_country(job: JobFacts) -> str:
    """The code of the country that the job is in, or empty."""
    return (job.country or geo.country_of_location(job.location or "") or "").upper()


_LIVES_THERE: Final = re.compile(
    r"(?i)\balready\b.*\b(?:live|local|reside|based|located|living|residing|here|there|in)\b|"
    r"^(?:n/?a\W+)?(?:i (?:am|live)|i[’']m) (?:here|there|local|nearby|in the area)\W*$"
)


def willing_to_move(context: Context, field: Field) -> Result:
    """A yes or no, and for who lives there the option that says so."""
    there = [option for option in options.real_options(field.options) if _LIVES_THERE.search(option)]
    if there:
        home = places.home_of(context.profile, job_country(context.job))
        lives = places.lives_in(context.job.location or "", home) if home and context.job.location else None
        if lives or lives is None:
            return there[0] if lives and len(there) == 1 else Left("whether you live there is not certain")
    return fit_yes_no(context.profile.applyonce.willing_to_relocate, field)
