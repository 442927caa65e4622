"""A cover letter made from the user's own template and the facts of the job. Without a template there is
none."""

import re
from typing import Final

from companion.filling.applicant.person import current_work, name_of
from companion.filling.model import JobFacts
from companion.filling.text import bounded
from companion.profile.json_resume import Profile

MAX_TEMPLATE_CHARACTERS: Final = 20_000
_PLACE: Final = re.compile(r"\{\{\s*([a-z_]+)\s*\}\}", re.IGNORECASE)


class UnknownPlaceholder(ValueError):
    """A template has a placeholder that stands for nothing."""


class MissingFact(ValueError):
    """A template needs a fact that is not known about this job."""


def render(template: str, job: JobFacts, profile: Profile) -> str:
    """The letter for a job.

    Placeholders: title, company, location, url of the job; name, given_name, family_name, email, phone,
    current_title,
    current_company of the applicant. Raises UnknownPlaceholder and MissingFact rather than sending a letter
    with a gap.
    """
    work, name = current_work(profile), name_of(profile)
    facts = {
        "title": bounded(job.title),
        "company": bounded(job.company),
        "location": bounded(job.location),
        "url": bounded(job.url),
        "name": name.full,
        "given_name": name.given,
        "family_name": name.family,
        "email": profile.basics.email,
        "phone": profile.basics.phone,
        "current_title": work.position if work else "",
        "current_company": work.name if work else "",
    }

    def fill(match: re.Match[str]) -> str:
        key = match[1].lower()
        if key not in facts:
            raise UnknownPlaceholder(
                f"the cover letter's template has {{{{{key}}}}}, which stands for nothing"
            )
        if not facts[key]:
            raise MissingFact(
                f"the cover letter's template needs {{{{{key}}}}}, which is not known for this job"
            )
        return facts[key]

    return _PLACE.sub(fill, template[:MAX_TEMPLATE_CHARACTERS]).strip()
