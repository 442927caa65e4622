"""Questions that are no plain fields: how an answer of the user, or a fact of the profile, fits one."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from companion.filling import options, ranges
from companion.filling.applicant import demographics
from companion.filling.bank import answers as bank
from companion.filling.bank import source_options, travelling
from companion.filling.bank.concepts import FILLER
from companion.filling.career import degree_bars, language_bars, language_lists, languages
from companion.filling.fitting import MISSING, Context, Left, Result, fit_text, fit_yes_no, is_choice
from companion.filling.home import geo, residence
from companion.filling.model import Field, JobFacts, StoredAnswer
from companion.filling.reading import links, topics
from companion.filling.reading.vocabulary import BY_PHRASE, is_narrowed, reduce_words
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

BY_MEANING: Final = frozenset(
    {
        "relocation",
        "notice_period",
        "start_date",
        "criminal_record",
        "citizenship",
        "clearance",
        "background_check",
        "age",
        "veteran",
    }
    | {"disability", "health", "years_experience", "other_link", "family", "communities", "orientation"}
)
"""Meanings whose fields may be answered by the same question in other words."""

SENSITIVE: Final = "about a sensitive matter, and you have stored no answer to this very question"

BY_CATEGORY: Final = frozenset(
    {
        "source",
        "notice_period",
        "start_date",
        "pronouns",
        "gender",
        "ethnicity",
        "hispanic",
        "veteran",
        "disability",
    }
    | {"relocation", "years_experience", "degree", "preferred_name"}
)
"""Meanings for which an answer to any question of the same meaning will do, where the profile says nothing."""

_SITE: Final = re.compile(
    r"\b(site (web|internet)|site|sito( web| internet| aziendale)?|pagina web|pagina|hemsida|webbplats|"
    r"website|web site|site|career(s)?( page| site| website)?|job(s)? page|homepage|webseite|"
    r"karriereseite|unternehmenswebsite|web)\b"
)
_SITE_ANSWER: Final = re.compile(
    r"\b((company|corporate|employer|your|companys|our|the)( \w+)? (website|web site|site|homepage|"
    r"career\w*( page| site| website)?)|careers? (page|site|website)|company website|"
    r"unternehmenswebsite|unternehmenswebseite|firmenwebsite|karriereseite|site de l entreprise|site web "
    r"de l entreprise|sitio web de la empresa|sito aziendale|bedrijfswebsite|site da empresa|foretagets "
    r"webbplats)\b"
)
_OWN_SITE: Final = frozenset(
    [
        "company",
        "corporate",
        "careers",
        "career",
        "s",
        "page",
        "jobs",
        "job",
        "our",
        "l",
        "unternehmens",
        "firmen",
        "unserer",
        "unsere",
        "ihre",
        "entreprise",
        "societe",
        "notre",
        "empresa",
        "nuestra",
        "azienda",
        "aziendale",
        "vostro",
        "bedrijfs",
        "bedrijf",
        "eigen",
        "onze",
        "foretagets",
        "foretag",
        "er",
        "era",
        "vara",
        "nossa",
        "carrieres",
        "carreras",
        "carreiras",
        "karriere",
    ]
)
"""Words that an option for the employer's own website may have beside "website"."""
_REFERRAL: Final = re.compile(
    r"\b(employee )?referral\b|\breferred by\b|\b(mitarbeiter)?empfehlung\b|\bcooptation\b|\brecommandation\b|"
    r"\breferidos?\b|\brecomendacion\b|\bsegnalazione\b|\bvia via\b|\baanbeveling\b|\bindicacao\b|"
    r"\brekommendation\b"
)


def fit_answer(match: bank.Match, field: Field, job: JobFacts, url: str) -> Result:
    """A stored answer as the field takes it."""
    answer = bounded(match.stored.answer) if field.kind != "textarea" else match.stored.answer.strip()
    said = options.plain_yes_or_no(answer)
    if match.inverted:
        if said is None:
            return Left("the stored answer is to the contrary question")
        return fit_yes_no(not said, field)
    if said is not None and (is_choice(field) or field.kind in {"yes_no", "checkbox"}):
        return fit_yes_no(said, field)
    if not answer:
        return Left("the stored answer is empty")
    if field.kind in {"yes_no", "checkbox"} and not is_choice(field):
        return Left("the stored answer is no yes or no")
    if field.kind == "number":
        numbers = ranges.numbers_in(answer)
        return f"{numbers[0]:g}" if len(numbers) == 1 else Left("the field takes a number")
    if not is_choice(field):
        return fit_text(answer, field)
    return _fit_option(answer, field, job, url)


def _fit_option(answer: str, field: Field, job: JobFacts, url: str) -> Result:
    if option := options.match_text(answer, field.options):
        return option
    if _SITE_ANSWER.search(fold(answer)) and (option := _site_option(field, job, url)):
        return option
    if fold(answer) in {"referral", "employee referral"} and (
        referred := options.match_unique(field.options, lambda o: _REFERRAL.search(fold(o)) is not None)
    ):
        return referred
    if country := geo.country_of(answer):
        option = options.match_country(country, field.options)
        return option or Left("no option says the stored answer")
    if behind := options.match_unique(field.options, lambda o: _ends_with(fold(answer), o)):
        return behind
    words = _content(answer)
    same = options.match_unique(field.options, lambda o: bool(words) and _content(o) == words)
    if same:
        return same
    is_source = topics.asks_source(fold(bounded(field.label)))
    further = (
        source_options.option_for(answer, field.options) if is_source else _one_that_goes_on(answer, field)
    )
    if further or is_source:
        return further or Left("no option says the stored answer")
    if languages.is_level(field.options) and (level := languages.match_level(answer, field.options)):
        return level
    if travelling.read(bounded(field.label)) and (share := travelling.option_for(answer, field.options)):
        return share
    numbers = ranges.numbers_in(answer)
    if len(numbers) == 1 and fold(answer).replace(" ", "").isdigit():
        return ranges.match_number(numbers[0], field.options) or Left("no option says the stored answer")
    return Left("no option says the stored answer")


def _ends_with(answer: str, option: str) -> bool:
    """Whether an option is a kind, and the answer as the one of it that is meant ("Job board - Indeed")."""
    parts = [fold(part) for part in re.split(r"\s[-–—:]\s|:\s|\(", bounded(option)) if fold(part)]
    return len(parts) == 2 and parts[1] == answer and len(answer) > 2


def _one_that_goes_on(answer: str, field: Field) -> str | None:
    """The one option that begins with the answer and adds a few words ("Native" and "Native speaker")."""
    wanted = f"{fold(answer)} "
    if len(wanted) < 5 or options.yes_or_no(answer) is not None or any(c.isdigit() for c in wanted):
        return None

    def goes_on(option: str) -> bool:
        folded = fold(option)
        return (
            folded.startswith(wanted)
            and len(folded.removeprefix(wanted).split()) <= 4
            and not options.negated(option)
        )

    return options.match_unique(field.options, goes_on)


def _content(text: str) -> frozenset[str]:
    return frozenset(options.stem(word) for word in fold(text).split() if word not in FILLER)


def _site_option(field: Field, job: JobFacts, url: str) -> str | None:
    """The option that is the employer's own website, by any of the names that such options have."""
    company = bank.company_words(job.company or "", url)

    def own_site(option: str) -> bool:
        folded = fold(re.sub(r"\([^)]*\)", " ", option))
        if not _SITE.search(folded) or re.search(
            r"\b(job board|linkedin|indeed|glassdoor|other|external|social|personal|ad|blog|app)\b", folded
        ):
            return False
        rest = [
            word for word in _SITE.sub(" ", folded).split() if word not in FILLER and word not in _OWN_SITE
        ]
        return all(
            options.stem(word.rstrip("s")) in {options.stem(c) for c in company}
            or any(word.rstrip("s") in c for c in company if len(word) > 3)
            for word in rest
        )

    return options.match_unique(field.options, own_site)


def source(stored: str, field: Field, job: JobFacts, url: str) -> Result:
    """How the applicant heard of the job, as the profile has it."""
    if not stored:
        return MISSING
    if is_choice(field):
        return _fit_option(stored, field, job, url)
    return fit_text(stored, field)


def by_category(meaning: str, stored: Sequence[StoredAnswer]) -> bank.Match | None:
    """The one stored answer whose question has the meaning ("Where did you hear about us?" is a source)."""
    found = [a for a in stored[: bank.MAX_STORED] if _is_about(meaning, fold(a.question))]
    return bank.Match(found[0], 0.9, inverted=False) if len({fold(a.answer) for a in found}) == 1 else None


@lru_cache(maxsize=16384)
def _is_about(meaning: str, question: str) -> bool:
    is_source = meaning == "source" and topics.asks_source(question)
    return is_source or (
        BY_PHRASE.get(reduce_words(question)) == meaning and not is_narrowed(question, meaning)
    )


def consent(field: Field, given: bool) -> Result:
    """Consent to the processing of the application's data, where the profile gives it."""
    if not given:
        return Left("consent to data processing, which the profile does not give (consents.data_processing)")
    if not is_choice(field):
        return "Yes" if field.kind in {"checkbox", "yes_no"} else Left("no box to tick")
    real = options.real_options(field.options)
    if len(real) == 1:
        return real[0]
    agreeing = [
        o
        for o in real
        if options.yes_or_no(o) is True or re.match(r"(i )?(agree|accept|consent|acknowledge)\b", fold(o))
    ]
    refusing = [o for o in real if o not in agreeing]
    return agreeing[0] if len(agreeing) == 1 and len(refusing) == 1 else Left("several ways to consent")


def demographic(meaning: str, field: Field, profile: Profile) -> Result:
    """A demographic question in the employer's own words: answered only where its options are those of the
    matter."""
    if not demographics.asks_plainly(meaning, bounded(field.label)):
        return Left(SENSITIVE)
    return demographics.value_of(meaning, field, profile)


def from_facts(field: Field, context: Context) -> Result:
    """A question that the profile's facts answer, such as whether the applicant lives in a place that it names."""
    label = bounded(field.label)
    if (link := links.value_of(field, context.profile)) is not None:
        return link
    if bank.is_conditional(label):
        return Left("goes with another answer")
    if (level := languages.value_of(field, context)) is not None:
        return level
    if (listing := language_lists.value_of(field, context.profile)) is not None:
        return listing
    said = language_bars.reached(label, context.profile, is_choice=is_choice(field))
    if said is None:
        said = degree_bars.reached(label, context.profile, context.today)
    if said is not None and field.kind != "textarea":
        return fit_yes_no(said, field)
    if (lives := residence.value_of(field, context)) is not None:
        return lives
    return Left("you have stored no answer to this question")
