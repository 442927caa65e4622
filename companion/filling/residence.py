"""Whether the applicant lives where a question asks: from the home in the profile, and the willingness to relocate
where the question takes that as well."""

import re
from typing import Final

from companion.filling import geo, places
from companion.filling.answers import is_compound, is_conditional
from companion.filling.fitting import Context, Result, fit_yes_no, is_choice
from companion.filling.model import Field, JobFacts
from companion.filling.places import Home
from companion.filling.residence_question import JOB_COUNTRY, JOB_PLACE, Asked, read, stated_place
from companion.filling.text import bounded

_KINDS: Final = frozenset({"yes_no", "radio", "select", "combobox", "text", "textarea"})
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
