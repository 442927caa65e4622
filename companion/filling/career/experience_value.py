"""The value of a field that asks about experience: by the user's answers on a skill, else by the profile."""

from collections.abc import Sequence
from dataclasses import replace

from companion.filling.career import experience, occupation, years
from companion.filling.fitting import Context, Left, Result, fit_number, fit_yes_no, is_choice
from companion.filling.model import Field, StoredAnswer
from companion.filling.text import bounded


def value_of(
    field: Field, context: Context, answers: Sequence[StoredAnswer]
) -> tuple[Result, StoredAnswer | None] | None:
    """The years, or the yes or no, with the stored answer that says it (None: the profile does); None where the
    field asks something else, or nothing says it."""
    label = bounded(field.label)
    asked = experience.read(label, takes_yes=True)
    if asked is None or field.kind == "textarea":
        return None
    if experience.read(label) is None and not _takes_yes(field):
        # "Experience with Go" may ask for years, or for a story.
        return None
    title = context.job.title or ""
    if occupation.asks_for_such(asked):
        known = years.answer(replace(asked, ways=((occupation.role_of(title),),)), answers)
        # Another role may be as good, or the years too few: of that the applicant is the judge.
        known = known if known and known[0] is True else None
    else:
        known = years.answer(asked, answers)
    value, stored = known or (occupation.value_of(asked, label, context.profile, title), None)
    if value is None:
        return None
    return (fit_yes_no(value, field) if isinstance(value, bool) else fit_number(value, field)), stored


def _takes_yes(field: Field) -> bool:
    """Whether a field takes a yes or a no and nothing else."""
    if not is_choice(field):
        return field.kind == "yes_no"
    return not any(isinstance(fit_yes_no(said, field), Left) for said in (True, False))
