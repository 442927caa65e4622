"""Answers to questions about the right to work: from the profile by country, else from the user's own answers."""

from collections.abc import Sequence

from companion.filling.applicant.person import home_country
from companion.filling.bank import answers as bank
from companion.filling.fitting import Context, Left, Result, fit_yes_no
from companion.filling.home import residence
from companion.filling.home.geo import countries_in, names_region
from companion.filling.model import Field, StoredAnswer
from companion.filling.rights import legal
from companion.filling.text import bounded


def value_of(field: Field, context: Context) -> Result:
    """Whether the applicant may work, or needs sponsorship, as the question asks it and the profile says it."""
    if (lives := residence.lives_by_options(field, context)) is not None:
        return lives
    asked = _read_legal(field, context)
    if asked is None:
        certain = legal.read_question(_asking_text(field)) is not None
        missing = "in which country is not said" if certain else "what exactly is asked is not certain"
        return Left(f"about the right to work, and {missing}")
    question, countries = asked
    ours = context.profile.applyonce
    how = legal.joined(question.text)
    said = legal.answer(question.asked, countries, ours.work_authorization, ours.needs_sponsorship, how)
    if names_region(question.text) and not (how == "or" and said is True):
        return Left("about the right to work, and the profile does not say it for the whole region")
    if said is None:
        return Left(f"the profile does not say this for {', '.join(sorted(countries))}")
    return fit_yes_no(said is not question.inverted, field, allowed=_sayable(question, countries, context))


def _sayable(question: legal.LegalQuestion, countries: frozenset[str], context: Context) -> frozenset[str]:
    """The words that an option may add to its yes or no, since they say what the profile says as well."""
    ours = context.profile.applyonce
    words = ""
    if _may_work(countries, context):
        words += "authorize authorization legally work employer "
    if question.asked == "needs_sponsorship":
        words += "need require sponsor sponsorship visa employment "
    if legal.answer(
        "authorized_without_sponsorship", countries, ours.work_authorization, ours.needs_sponsorship
    ):
        words += "without sponsor sponsorship require need "
    return frozenset(words.split())


def _read_legal(field: Field, context: Context) -> tuple[legal.LegalQuestion, frozenset[str]] | None:
    """What a field asks about the right to work and for which countries, or None where either is not certain."""
    whole = _asking_text(field)
    question = legal.read_question(whole)
    if question is None or (field.kind in {"text", "textarea"} and bank.is_compound(whole)):
        return None
    countries = legal.country_asked(question, whole, context.job, home_country(context.profile))
    return (question, countries) if countries else None


def _asking_text(field: Field) -> str:
    """The label, with the description behind it where only that asks."""
    whole, described = bank.without_hope(field.label or ""), bounded(field.description)
    return f"{whole}. {described}" if "?" not in whole and "?" in described else whole


def _may_work(countries: frozenset[str], context: Context) -> bool:
    ours = context.profile.applyonce
    return legal.answer("authorized", countries, ours.work_authorization, ours.needs_sponsorship) is True


def stored_answer(field: Field, context: Context, answers: Sequence[StoredAnswer]) -> bank.Match | None:
    """The user's answer to the same question about the right to work, where it names the same country."""
    asked = _read_legal(field, context)
    if asked is None:
        return None
    question, countries = asked
    found: list[bank.Match] = []
    for stored in answers[: bank.MAX_STORED]:
        known = legal.read_question(stored.question)
        if known is None or known.asked != question.asked:
            continue
        joined_so = len(countries) == 1 or legal.joined(known.text) == legal.joined(question.text)
        if countries_in(known.text) == countries and joined_so and not names_region(known.text):
            found.append(bank.Match(stored, 0.95, inverted=known.inverted != question.inverted))
    return found[0] if len(found) == 1 else None
