"""From a described field to what it asks for.

Order: traps and what is never filled, the board's own names, autocomplete tokens, names and ids, label
text. The label
of a question is read last, by topic.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from companion.filling.bank.answers import COUNTED, is_compound, without_hope
from companion.filling.home import address
from companion.filling.model import Classification, Field
from companion.filling.pay import money
from companion.filling.reading import date_parts, links, patterns, phrasing, topics
from companion.filling.reading.names import NameHit, by_autocomplete, by_board, by_name, row_index
from companion.filling.reading.vocabulary import BY_PHRASE, is_narrowed, reduce_words, says_nothing
from companion.filling.reading.vocabulary_north import AMBIGUOUS, LABELS
from companion.filling.rights import legal
from companion.filling.text import bounded, fold, identifier_words

MAX_PHRASE_WORDS: Final = 16
PERSONAL: Final = frozenset(
    {
        "given_name",
        "family_name",
        "full_name",
        "preferred_name",
        "middle_name",
        "email",
        "phone",
        "phone_country",
        "phone_national",
    }
    | {
        "street",
        "street2",
        "house_number",
        "city",
        "region",
        "postal_code",
        "postal_city",
        "country",
        "location",
        "address",
        "linkedin",
        "website",
        "current_title",
    }
    | {"current_company", "work_title", "work_company", "birth_date", "years_experience", "start_date"}
)


def classify_all(fields: Sequence[Field]) -> list[Classification]:
    """The meaning of each field of a form, in its order. Neighbours count: "Nom" beside "Prénom" is the
    family name."""
    fields = [replace(field, label=COUNTED.sub("", bounded(field.label))) for field in fields]
    found = [classify(field) for field in fields]
    found = _settle_languages(fields, found)
    found = _settle_names(fields, found)
    found = _settle_date_parts(fields, found)
    found = _settle_spans(fields, found)
    return _settle_phone(fields, found)


def _settle_languages(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    """A label that is a word of another language as well is read in a form of that language alone."""
    phrases = [_label_phrase(field) for field in fields]
    if AMBIGUOUS.isdisjoint(phrases) or not LABELS.isdisjoint(set(phrases) - AMBIGUOUS):
        return found
    return [
        replace(each, meaning="question", confidence=0.5) if phrase in AMBIGUOUS else each
        for phrase, each in zip(phrases, found, strict=True)
    ]


def _settle_date_parts(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    """What "Day", "Month" and "Year" ask for stands over the three of them."""
    settled = list(found)
    for places, texts in date_parts.questions(fields):
        asked = (classify(Field("", kind="date", label=text)) for text in texts)
        date = next((each for each in asked if each.meaning in {"start_date", "birth_date"}), None)
        if date is not None:
            for place in places:
                settled[place] = replace(date, reason=f"a part of a date: {date.reason}")
    return settled


_ROW_OF: Final = {
    **dict.fromkeys(("work_company", "current_company", "work_title", "current_title"), "work"),
    **dict.fromkeys(("school", "degree", "field_of_study"), "education"),
}
_SPANS: Final = {f"{row}_{edge}": edge for row in ("work", "education") for edge in ("start", "end")}


def _settle_spans(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    """ "From" and "To" are those of what stands right before them, whatever the section is called."""
    settled = list(found)
    for place, classification in enumerate(found):
        edge = _SPANS.get(classification.meaning)
        before = range(max(place - 3, 0), place)
        mates = [found[i].meaning for i in before if fields[i].section == fields[place].section]
        row = next((_ROW_OF[meaning] for meaning in reversed(mates) if meaning in _ROW_OF), None)
        if edge and row and classification.meaning != f"{row}_{edge}":
            settled[place] = replace(classification, meaning=f"{row}_{edge}")
    return settled


def _settle_names(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    meanings = {
        c.meaning
        for f, c in zip(fields, found, strict=True)
        if _label_phrase(f) not in patterns.UNDECIDED_NAMES
    }
    settled: list[Classification] = []
    for field, classification in zip(fields, found, strict=True):
        undecided = _label_phrase(field) in patterns.UNDECIDED_NAMES and classification.meaning in {
            "full_name",
            "given_name",
        }
        if not undecided or classification.confidence >= 0.97:
            settled.append(classification)
        elif "given_name" in meanings and "family_name" not in meanings:
            settled.append(
                replace(classification, meaning="family_name", reason="a name beside the first name")
            )
        elif "family_name" in meanings and "given_name" not in meanings:
            settled.append(
                replace(classification, meaning="given_name", reason="a name beside the last name")
            )
        else:
            settled.append(replace(classification, meaning="full_name"))
    return settled


def _settle_phone(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    """A country whose options are calling codes, or that stands in a phone's group, is the phone's."""
    has_phone = any(c.meaning in {"phone", "phone_national"} for c in found)
    if not has_phone:
        return found
    return [
        replace(classification, meaning="phone_country", reason="the phone number's country")
        if classification.meaning in {"country", "region"} and _is_phone_country(field, fields)
        else classification
        for field, classification in zip(fields, found, strict=True)
    ]


def _is_phone_country(field: Field, fields: Sequence[Field]) -> bool:
    shown = field.options[:60]
    if shown and sum("+" in option for option in shown) > len(shown) // 2:
        return True
    if patterns.PHONE_SECTION.match(fold(field.section)):
        return True
    # Greenhouse's new pages: `#country` is the list of calling codes in the fieldset of the phone, also where it
    # has not opened. Options that were read and are no codes are countries: other forms too have only ids.
    is_named_so = field.dom_id == "country" and not field.name
    return is_named_so and not shown and any(other.dom_id == "phone" for other in fields)


def classify(field: Field) -> Classification:
    """The meaning of one field by itself."""
    label, section = fold(field.label), fold(field.section)
    names = " ".join(identifier_words(n) for n in (field.name, field.dom_id) if n)
    everything = " ".join((label, fold(field.placeholder), names, fold(field.description)[:200]))
    if len(label.split()) <= MAX_PHRASE_WORDS and patterns.TRAP.search(everything):
        return Classification("honeypot", 0.99, "a trap for programs")
    if patterns.SEARCH.search(f"{fold(field.placeholder)} {names}"):
        return Classification("internal", 0.9, "a search for jobs")
    if patterns.SIGN_UP_SECTION.match(section):
        return Classification("marketing_consent", 0.9, "signs up for news, no part of the application")
    board = by_board(field)
    if board is not None and board.meaning in {"honeypot", "captcha", "internal"}:
        return board
    if field.kind == "password" or _is_secret(field, label, names):
        return Classification("password", 0.99, "a password or code")
    if field.kind == "file":
        return _classify_file(field, board, label, names)
    if patterns.SIGNATURE_NAME.search(names) or (
        len(label.split()) <= 12 and patterns.SIGNATURE.search(label)
    ):
        # A name typed under a declaration signs it, and so does its date: that is the applicant's to do.
        return Classification("other_consent", 0.95, "a signature")
    if board is not None:
        if board.meaning in {"location", "city", "region", "country"} and patterns.PLANS.search(label):
            # The board's field for a home, under a question of the employer's own.
            return Classification("question", 0.5, "asks where the applicant is going to be")
        return board
    if patterns.SALUTATION.search(label) or _offers_salutations(field):
        return Classification("salutation", 0.95, "a form of address")
    if patterns.PAYMENT.search(f"{label} {names}"):
        return Classification("payment", 0.95, "a means of payment")
    return _by_words(field, label, section, names)


def _offers_salutations(field: Field) -> bool:
    """Whether a short list of options has forms of address ("Mr", "Frau")."""
    shown = field.options[:12]
    return len(shown) > 1 and sum(patterns.ADDRESSED.match(fold(o)) is not None for o in shown) >= 2


def _is_secret(field: Field, label: str, names: str) -> bool:
    """Whether a text control takes a password or a code; a long label only mentions one."""
    if field.kind not in {"text", "number", "tel"}:
        return False
    words = label if len(label.split()) <= 8 and not links.takes_password_beside(field.label or "") else ""
    return patterns.PASSWORD.search(f"{words} {names} {'' if words else fold(field.placeholder)}") is not None


def _by_words(field: Field, label: str, section: str, names: str) -> Classification:
    name_hit, label_hit = by_name(field), _by_label(field)
    chosen = by_autocomplete(field)
    if chosen is not None and chosen.meaning == "password" and _agree(name_hit, label_hit):
        # "new-password" on an address is a habit of pages that want no suggestions from the browser.
        chosen = label_hit
    if chosen is None:
        if _is_nameless_link(field, label, name_hit):
            return Classification("honeypot", 0.9, "a nameless field for an address, as traps have")
        chosen = _name_or_label(name_hit, label_hit, label)
    if patterns.USER_NAME.search(names) and (chosen is None or chosen.meaning in {"full_name", "website"}):
        return Classification("username", 0.9, "named as a user name")
    if chosen is None:
        told = (
            _by_number(field, label, section, names)
            or _by_spans_of_years(field, label)
            or _by_example(field, label)
        )
        return told or (_by_kind(field) if says_nothing(label) else _by_topic(field))
    if chosen.meaning in PERSONAL - {"preferred_name"} and patterns.IF_DIFFERENT.search(section):
        return Classification("question", 0.5, "only where it differs from what was said before")
    if chosen.meaning in {"school", "degree", "field_of_study"} and patterns.SCHOOL_OF_A_KIND.match(section):
        return Classification("row_detail", 0.8, "of a school of one kind")
    if chosen.meaning != "preferred_name" and patterns.IF_DIFFERENT.search(label):
        return Classification("question", 0.5, "only where it differs from what was said before")
    if chosen.meaning in PERSONAL and _speaks_of_others(label, section, names):
        return Classification("other_person", 0.9, "about another person")
    if (
        chosen.meaning in PERSONAL - {"work_company", "current_company", "work_title", "current_title"}
        and patterns.FIRM.search(label)
        and chosen.meaning not in _label_meaning(field)
    ):
        return Classification("other_person", 0.9, "about a company, not the applicant")
    return _in_section(field, chosen, section)


def _by_kind(field: Field) -> Classification:
    """A field without a word of its own: an e-mail or telephone field says by its type what it takes."""
    meaning = {"email": "email", "tel": "phone"}.get(field.kind)
    if patterns.OTHERS.search(
        f"{fold(field.placeholder)} {fold(field.section)} {fold(field.description)[:200]}"
    ):
        return _by_topic(field)
    return Classification(meaning, 0.8, f"a field of type {field.kind}") if meaning else _by_topic(field)


def _by_number(field: Field, label: str, section: str, names: str) -> Classification | None:
    """A field that is called "Number" alone: a house's by its name, a telephone's by its type or section."""
    if patterns.NUMBER_ALONE.match(label) is None:
        return None
    if patterns.HOUSE_NUMBER_NAME.search(names):
        return Classification("house_number", 0.9, "named as the number of a house")
    is_typed = field.kind == "tel" or patterns.PHONE_NAME.search(names) is not None
    if (is_typed and not patterns.OTHERS.search(section)) or patterns.PHONE_SECTION.match(section):
        return Classification("phone", 0.85, "the number of a telephone")
    return None


def _by_spans_of_years(field: Field, label: str) -> Classification | None:
    """ "Experience" alone may ask for a story; with "1-3 years" to choose from, it asks for their number."""
    shown = [fold(option) for option in field.options[:30]]
    spans = sum(patterns.SPAN_OF_YEARS.search(option) is not None for option in shown)
    if spans < 2 or spans * 2 < len(shown) or patterns.EXPERIENCE_ALONE.match(label) is None:
        return None
    return Classification("years_experience", 0.85, "experience in spans of years")


def _by_example(field: Field, label: str) -> Classification | None:
    """ "Contact" over "Enter your contact number": the example says which way of contact is meant."""
    meant = BY_PHRASE.get(reduce_words(fold(field.placeholder)))
    if meant not in {"phone", "email"} or patterns.CONTACT_ALONE.match(label) is None:
        return None
    return Classification(meant, 0.85, f"placeholder {bounded(field.placeholder)[:60]!r}")


def _agree(name_hit: NameHit | None, label_hit: Classification | None) -> bool:
    if name_hit is None or label_hit is None:
        return False
    return name_hit.classification.meaning == label_hit.meaning


def _is_nameless_link(field: Field, label: str, name_hit: NameHit | None) -> bool:
    if label or fold(field.placeholder) or name_hit is None:
        return False
    return name_hit.classification.meaning in {"website", "other_link"}


def _name_or_label(
    name_hit: NameHit | None, label_hit: Classification | None, label: str
) -> Classification | None:
    """Which of the two to believe: a generic name gives way to any label, a telling one only to a finer
    label."""
    if name_hit is None:
        return label_hit
    named = name_hit.classification
    if label_hit is None:
        if len(label.split()) > MAX_PHRASE_WORDS // 2:
            return None
        # "Город" beside the name "city": a label in no language known here says nothing against the name.
        speaks = not says_nothing(label) and re.search(r"[a-z]", label) is not None
        return None if name_hit.generic and speaks else named
    if named.meaning == label_hit.meaning:
        return named if not name_hit.generic else label_hit
    finer = label_hit.meaning in _MORE_SPECIFIC or named.meaning == "username"
    # "What country are you based in?" beside the name "currentLocation": the question asks for less than the name.
    finer = finer or (named.meaning == "location" and label_hit.meaning in {"country", "city", "region"})
    return label_hit if name_hit.generic or finer else named


_MORE_SPECIFIC: Final = frozenset(
    {
        "phone_country",
        "phone_extension",
        "street2",
        "preferred_name",
        "current_company",
        "current_title",
        "password",
        "national_id",
        "username",
    }
)


def _label_meaning(field: Field) -> tuple[str, ...]:
    hit = BY_PHRASE.get(_label_phrase(field))
    return () if hit is None else (hit,)


def _speaks_of_others(label: str, section: str, names: str) -> bool:
    return bool(
        patterns.OTHERS.search(label)
        or patterns.OTHERS_SECTION.match(section)
        or patterns.OTHERS.search(names)
    )


def _in_section(field: Field, found: Classification, section: str) -> Classification:
    """The meaning within a row of work or education, where "Location" and "Start date" are the row's."""
    names = identifier_words(f"{field.name or ''} {field.dom_id or ''}")
    if found.meaning == "start_date" and patterns.SPAN_SECTION.search(section):
        return replace(found, meaning="row_detail")
    work = (
        bool(patterns.WORK_SECTION.match(section))
        or "work experience" in names
        or "employment" in names.split()
    )
    education = bool(patterns.EDUCATION_SECTION.match(section)) or "education" in names.split()
    index = max(found.index, row_index(field), _section_index(section))
    if education and found.meaning in {
        "start_date",
        "education_end",
        "location",
        "address",
        "city",
        "country",
        "website",
        "region",
    }:
        return replace(
            found,
            meaning={"start_date": "education_start", "education_end": "education_end"}.get(
                found.meaning, "row_detail"
            ),
            index=index,
        )
    if work and found.meaning in {
        "start_date",
        "location",
        "address",
        "city",
        "country",
        "website",
        "phone",
        "email",
        "region",
        "street",
        "postal_code",
    }:
        return replace(
            found, meaning="work_start" if found.meaning == "start_date" else "row_detail", index=index
        )
    if (
        found.meaning == "work_title"
        and not work
        and found.index == 0
        and _label_phrase(field) in {"title", "position", "role", "cargo", "poste", "puesto"}
    ):
        return Classification("question", 0.5, "a title or position, of what is not said")
    return replace(found, index=index)


def _section_index(section: str) -> int:
    match = re.search(r"\b([2-9])$", section)
    return int(match[1]) - 1 if match else 0


def _label_phrase(field: Field) -> str:
    label = patterns.LAST_TOKENS.sub(" ", bounded(field.label)) if field.label else ""
    return reduce_words(fold(label))


def _by_label(field: Field) -> Classification | None:
    if field.label and address.parts_asked(field.label):
        return Classification("address", 0.9, f"parts of an address: {bounded(field.label)[:60]!r}")
    phrase = _label_phrase(field)
    if not phrase and field.placeholder:
        hit = BY_PHRASE.get(reduce_words(fold(field.placeholder)))
        return (
            None
            if hit is None
            else Classification(hit, 0.8, f"placeholder {bounded(field.placeholder)[:60]!r}")
        )
    section = fold(field.section)
    if phrase in {"first", "middle", "last"} and patterns.NAME_SECTION.match(section):
        return Classification(BY_PHRASE[f"{phrase} name"], 0.9, f"label {phrase!r} in {section[:40]!r}")
    if (patterns.WORK_SECTION.match(section) or patterns.EDUCATION_SECTION.match(section)) and (
        edge := patterns.FROM.match(phrase) or patterns.TO.match(phrase)
    ):
        side = "start" if patterns.FROM.match(edge[0]) else "end"
        row = "education" if patterns.EDUCATION_SECTION.match(section) else "work"
        return Classification(f"{row}_{side}", 0.85, f"label {phrase!r} in {section[:40]!r}")
    original = bounded(field.label)
    bare, added = re.sub(r"\([^)]*(\)|$)", " ", original), " ".join(re.findall(r"\(([^)]*)", original))
    if min(len(phrase.split()), len(fold(bare).split())) > MAX_PHRASE_WORDS:
        return None
    candidates = [(phrase, " ".join(t[0] for t in patterns.LAST_TOKENS.finditer(original)))]
    if "?" in original or ":" in original or " - " in original or "/" in original:
        first, *rest = re.split(r"\?|:\s|\s[-–—]\s|:$", patterns.LAST_TOKENS.sub(" ", original), maxsplit=1)
        if len(fold(original).split()) <= 8 or "?" not in original:
            candidates.append((reduce_words(fold(first)), " ".join(rest)))
    candidates.append((reduce_words(fold(bare)), added))
    candidates.extend((variant, added) for variant in phrasing.variants(original))
    for candidate, addition in candidates:
        meaning = BY_PHRASE.get(candidate)
        if meaning is None or (candidate != phrase and phrasing.narrows(addition, meaning)):
            continue
        if is_narrowed(fold(bare), meaning):
            continue
        confidence = 0.93 if candidate == phrase else 0.88
        return Classification(meaning, confidence, f"label {original[:60]!r}", row_index(field))
    if twice := phrasing.one_meaning_of(original):
        return Classification(twice, 0.88, f"label {original[:60]!r}", row_index(field))
    return None


def _by_topic(field: Field) -> Classification:
    text = without_hope(field.label or "") or bounded(field.placeholder)
    described = f"{text} {bounded(field.description)[:600]}"
    folded = fold(re.sub(r"\([^)]*\)", " ", text))
    if (consent := _consent(field, text, described)) is not None:
        return consent
    if legal.about_right_to_work(text):
        question = legal.read_question(text)
        meaning = (
            "sponsorship"
            if question is not None and question.asked == "needs_sponsorship"
            else "work_authorization"
        )
        return Classification(meaning, 0.9 if question else 0.5, "about the right to work")
    if topic := topics.sensitive_topic(text):
        return Classification(topic, 0.85, f"about {topic.replace('_', ' ')}")
    paid = fold(money.without_breakdown(re.sub(r"\([^)]*\)", " ", text)))
    short = len(folded.split()) <= 24
    one_question = patterns.SECOND_QUESTION.search(folded) is None
    if short and one_question and patterns.SALARY.search(paid) and not patterns.SALARY_NOT.search(paid):
        return Classification("salary_expectation", 0.85, "asks what salary is expected")
    if topics.asks_source(folded):
        return Classification("source", 0.85, "asks how the applicant heard of the job")
    if patterns.RELOCATE_PLAIN.match(folded) or patterns.RELOCATE_PLAIN.match(_asked_at_last(text)):
        return Classification("relocation", 0.85, "asks about relocation")
    plain = short and one_question and not is_compound(text)
    for meaning, words in patterns.PLAIN_TOPICS:
        if meaning == "start_date" and patterns.NO_FIRST_DAY.search(folded):
            continue
        if plain and words.match(folded):
            return Classification(meaning, 0.85, f"asks for the {meaning.replace('_', ' ')}")
    if short and patterns.SHORT_LOCATION.match(folded):
        return Classification("location", 0.85, "asks where the applicant is")
    return Classification("question", 0.5, "a question of the employer")


def _asked_at_last(text: str) -> str:
    """The question behind one sentence that says where the job is ("It is in Austin. Are you …?"), or empty."""
    said = re.match(
        r"(?i)^(?:this|the|our) [^.?!]*\b(?:based|located|on[- ]?site) (?:in|at) [^.?!]{2,60}\. ([^.?!]+\?)$",
        text,
    )
    return fold(said[1]) if said else ""


def _consent(field: Field, text: str, described: str) -> Classification | None:
    """The consent or declaration that a box or choice asks for, or None."""
    if field.kind not in {"checkbox", "checkbox_group", "yes_no", "select", "radio", "combobox"}:
        return None
    kind = topics.consent_kind(f"{described} {' '.join(field.options) if len(field.options) < 4 else ''}")
    if kind is not None and topics.refuses(text):
        return Classification("other_consent", 0.9, "refuses or takes back a consent")
    if kind == "data_processing":
        return Classification("consent", 0.9, "asks for consent to data processing")
    if kind == "other" and (len(field.options) <= 1 or field.kind == "checkbox"):
        return Classification("other_consent", 0.9, "asks for another consent or declaration")
    return None


def _classify_file(field: Field, board: Classification | None, label: str, names: str) -> Classification:
    section = fold(field.section)
    own_name = board is not None and board.meaning in {"resume", "cover_letter"}
    if patterns.PARSER.search(label if own_name else f"{label} {names}") or (
        not own_name and patterns.PARSER_SECTION.search(section)
    ):
        return Classification("other_file", 0.9, "reads a document to fill the form, or takes a picture")
    if board is not None and own_name:
        return board
    own = f"{label} {names}"
    resume, letter = patterns.FILE_RESUME.search(own), patterns.FILE_LETTER.search(own)
    if not resume and not letter and len(section.split()) <= 3:
        resume, letter = patterns.FILE_RESUME.search(section), patterns.FILE_LETTER.search(section)
    meant = BY_PHRASE.get(_label_phrase(field))
    if meant == "cover_letter" or (letter and not resume):
        return Classification("cover_letter", 0.93, "a file field for a cover letter")
    elsewhere = re.search(r"\b(if not already|not already in)\b", label)
    elsewhere = elsewhere or patterns.FILE_OF_ANOTHER_KIND.search(label)
    if meant == "resume" or (resume and not letter and not elsewhere and len(label.split()) <= 12):
        return Classification("resume", 0.93, "a file field for a résumé")
    return Classification("other_file", 0.6, "a file of another kind")
