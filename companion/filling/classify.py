"""From a described field to what it asks for.

Order: traps and what is never filled, the board's own names, autocomplete tokens, names and ids, label
text. The label
of a question is read last, by topic.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from companion.filling import legal, topics
from companion.filling.model import Classification, Field
from companion.filling.names import by_autocomplete, by_board, by_name, row_index
from companion.filling.text import bounded, fold, identifier_words
from companion.filling.vocabulary import BY_PHRASE, reduce_words

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
        "city",
        "region",
        "postal_code",
        "country",
        "location",
        "linkedin",
        "website",
        "current_title",
    }
    | {"current_company", "work_title", "work_company", "birth_date", "years_experience", "start_date"}
)
_OTHERS: Final = re.compile(
    r"\b(referees?|references?|referr(al|ed|er|ing)s?|emergency|next of kin|spouse|partner|guardian|"
    r"parents?|mother|father|maiden|supervisors?|managers?|"
    r"recruiters?|employees? name|employees name|colleague|contact person|kontaktperson|notfall\w*|"
    r"referenz\w*|vorgesetzte\w*|ansprechpartner\w*|urgence|"
    r"personne a contacter|recommand\w*|emergencia|referencias?|recomend\w*|emergenza|referenze|nood\w*|"
    r"referentie\w*|referente|nodsituation|"
    r"narmast anhorig|referens\w*|chef|beneficiary|dependents?|friend|relative|who referred|previous "
    r"manager|agency|account manager)\b"
)
_FIRM: Final = re.compile(
    r"\b(company|companys|employers?|organi[sz]ations?|business|firmen?|unternehmens?|entreprise|empresa|"
    r"azienda|bedrijfs?|foretag\w*|school|university|billing|shipping|card)\b"
)
_WORK_SECTION: Final = re.compile(
    r"\b(work (experience|history)|employment( history)?|professional experience|experience|previous "
    r"(employment|jobs?)|berufserfahrung|werdegang|"
    r"experience professionnelle|experiencia (laboral|profesional|profissional)|esperienz[ae]( "
    r"lavorativ[ae])?|werkervaring|arbetslivserfarenhet|workexperience)\b"
)
_EDUCATION_SECTION: Final = re.compile(
    r"\b(education|ausbildung|studium|bildung|formation|formacion|istruzione|formazione|opleiding|"
    r"educacao|formacao|utbildning|academic)\b"
)
_PASSWORD: Final = re.compile(
    r"\b(password|passwort|kennwort|passwd|pwd|passcode|mot de passe|contrasena|clave|wachtwoord|senha|"
    r"losenord|otp|verification code|security code|one time code|cvv|cvc)\b"
)
_PAYMENT: Final = re.compile(
    r"\b(card (number|holder)|cardholder|credit card|debit card|name on card|cardnumber|iban|kontonummer|"
    r"bank account|account number|cc number|ccnumber|expir\w+ (date|month|year)|kreditkarte\w*|"
    r"kartennummer|karteninhaber|routing number)\b"
)
_TRAP: Final = re.compile(
    r"\b(leave (this )?(field )?(blank|empty)|do not fill|dont fill|if you are (a )?human|are you (a "
    r")?robot|honeypot|nicht ausfullen|ne pas remplir|no rellenar|non compilare|niet invullen|nao "
    r"preencha|lamna tomt|this field is for validation)\b"
)
_PARSER: Final = re.compile(
    r"\b(autofill|auto fill|import|parse|prefill|pre fill|apply with|easy apply|avatar|photo|picture|foto|"
    r"bild|profilbild|headshot|logo)\b"
)
_FROM: Final = re.compile(
    r"^(from|start|start date|started|begin|begin date|beginn|von|debut|de|desde|inizio|da|van|inicio|"
    r"fran|startdatum|date de debut|fecha de inicio|data di inizio|data de inicio|begindatum)$"
)
_TO: Final = re.compile(
    r"^(to|end|end date|ended|until|ende|bis|enddatum|fin|a|au|hasta|fine|tot|einddatum|ate|till|slut|"
    r"slutdatum|date de fin|fecha de fin|data di fine|data de fim)$"
)
_UNDECIDED_NAMES: Final = frozenset({"name", "nom", "nombre", "nome", "naam", "namn"})
_FILE_RESUME: Final = re.compile(
    r"\b(resume|cv|curriculum|lebenslauf|vitae|curriculo|meritforteckning|hoja de vida)\b"
)
_FILE_LETTER: Final = re.compile(
    r"\b(cover ?letter|covering letter|anschreiben|motivation\w*|motivacion|motivacao|lettre de "
    r"motivation|carta de (presentacion|apresentacao)|lettera di presentazione|personligt brev|"
    r"sollicitatiebrief)\b"
)
_LAST_TOKENS: Final = re.compile(
    r"\((optional|required|pflichtfeld|facultatif|opcional|facoltativo|optioneel|valfritt|if (applicable|"
    r"any|different[^)]*)|e\.?g[^)]*|ex[:.][^)]*|select[^)]*|mark[^)]*|city[^)]*)\)",
    re.IGNORECASE,
)
_SALARY: Final = re.compile(
    r"\b(salary|compensation|remuneration|pay|wage|ctc|rate)\b.*\b(expect\w*|desired?|requirements?|"
    r"target|ideal|looking for)\b|\b(expect\w*|desired?|requirements?|target|ideal|"
    r"preferred)\b.*\b(salary|compensation|remuneration|pay|wage|ctc)\b|"
    r"gehalts(vorstellung|wunsch|erwartung)|pretentions? salariale|salaire souhaite|expectativas? salaria|"
    r"pretension(es)? salarial|aspettativ\w salarial|salarisverwachting|gewenst salaris|pretensao "
    r"salarial|loneansprak|jahresgehalt"
)
_SALARY_NOT: Final = re.compile(
    r"\b(current|last|previous|recent|minimum|min|actual|aktuell\w*|ote|commission|bonus(es)?|day rate|"
    r"hourly|total|equity|history|willing|why|how|agree|accept|comfortable|meet|align\w*)\b"
)
_SOURCE: Final = re.compile(
    r"\bhow (did|have) you (first )?(hear|heard|find|learn|learned|come across|discover)\w*\b.*\b(about|"
    r"of|out|job|role|position|posting|opportunity|us|this)\b|"
    r"\bwhere (did|have) you (first )?(hear|heard|see|seen|find|found|learn|discover)\w*\b"
    r"|(wie|wo) (haben sie|hast du|bist du|sind sie|wurden sie)( \w+){0,5} (erfahren|aufmerksam|gefunden)"
    r"|comment (avez vous|nous avez vous|as tu)( \w+){0,4} (entendu|connu|decouvert|trouve)|como (nos|te|"
    r"se|supiste|conocio|ficou|soube|conheceu)( \w+){0,5} (conoc\w*|enter\w*|nosotros|vacante|oferta|"
    r"sabendo|nos|vaga|empresa)"
    r"|come (ci|hai|ha|sei|e)( \w+){0,4} (conosciut\w*|saputo|venut\w*)|hoe (heb|heeft|ken|bent)( "
    r"\w+){0,6} (gehoord|gevonden|terechtgekomen|ons)|hur (horde|hittade|fick)( \w+){0,5} (om|oss|"
    r"tjansten|jobbet)"
)
_RELOCATE: Final = re.compile(
    r"\b(willing|open|able|prepared|ready|happy|consider|interested|willingness)\b.*\brelocat\w*|"
    r"\brelocation\b|\brelocate\b|umzieh|umzug|umzugsbereit|demenag|mudarte|mudarse|reubicar\w*|"
    r"reubicacion|trasferir\w*|trasferimento|verhuizen|mudar se|mudanca|realoca\w*|flytta"
)
_RELOCATE_PLAIN: Final = re.compile(
    r"^(are|would|will) (you )?(be )?(you )?(currently )?(be )?(willing|open|able|prepared|ready|happy|"
    r"willing and able|interested)( to)?( in)?( consider)?( the)?( a)? (relocat(e|ing|ion)|move|moving)( "
    r"(for|if|to) (this|the|a|necessary|required|needed|your|job|role|position|new|work|\w+|\w+ \w+|\w+ "
    r"\w+ \w+))*$|"
    r"^(willing(ness)?|open|able) to (relocat(e|ion)|move)$|^relocation$|^(would|do) you (consider "
    r")?(relocate|relocating)( for this (job|role|position))?$|^can you relocate$|"
    r"^(sind sie|bist du|waren sie|warst du) (bereit|offen)?( \w+){0,4} ?(umzuziehen|umziehen|"
    r"umzugsbereit|umzug)( bereit| offen)?( \w+){0,3}$|^umzugsbereitschaft$|"
    r"^(etes vous|seriez vous|es tu) (pret|prete|disponible|dispose|ouvert)( e)? a (demenager|un "
    r"demenagement|une mobilite)( \w+){0,4}$|^(estas|estaria|estarias|esta) (dispuest\w|disponible) a "
    r"(mudarte|mudarse|reubicarte|reubicarse|trasladarte|trasladarse)( \w+){0,4}$|"
    r"^(sei|sarest\w|e) (dispost\w|disponibile) (a|al) (trasferirti|trasferirsi|trasferimento)( "
    r"\w+){0,4}$|^(ben|bent) (je|u|jij) bereid (om )?(te verhuizen|verhuizen)( \w+){0,4}$|^(esta|estaria|"
    r"voce esta|voce estaria) (dispost\w|disponivel) (a|para) (mudar|se mudar|mudar se|realocar|mudanca)( "
    r"\w+){0,4}$|^(ar|skulle) du (kunna )?(villig|beredd|oppen)( for)? att flytta( \w+){0,4}$"
)
_SHORT_LOCATION: Final = re.compile(
    r"^(where|in which city|which city|in what city) (are|do|is) (you|your) (currently |presently "
    r")?(located|based|live|living|reside|residing|home)( in| at| now| currently)?$"
)


def classify_all(fields: Sequence[Field]) -> list[Classification]:
    """The meaning of each field of a form, in its order. Neighbours count: "Nom" beside "Prénom" is the
    family name."""
    found = [classify(field) for field in fields]
    found = _settle_names(fields, found)
    return _settle_phone(fields, found)


def _settle_names(fields: Sequence[Field], found: list[Classification]) -> list[Classification]:
    meanings = {
        c.meaning for f, c in zip(fields, found, strict=True) if _label_phrase(f) not in _UNDECIDED_NAMES
    }
    settled: list[Classification] = []
    for field, classification in zip(fields, found, strict=True):
        undecided = _label_phrase(field) in _UNDECIDED_NAMES and classification.meaning in {
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
    if re.search(r"\b(phone|telefon|telephone|telefono|telefoon|telefone|mobile)\b", fold(field.section)):
        return True
    # Greenhouse's new pages: `#country` is the select of calling codes in the fieldset of the phone.
    return field.dom_id == "country" and not field.name and any(other.dom_id == "phone" for other in fields)


def classify(field: Field) -> Classification:
    """The meaning of one field by itself."""
    label, section = fold(field.label), fold(field.section)
    names = " ".join(identifier_words(n) for n in (field.name, field.dom_id) if n)
    everything = " ".join((label, fold(field.placeholder), names, fold(field.description)[:200]))
    if len(label.split()) <= MAX_PHRASE_WORDS and _TRAP.search(everything):
        return Classification("honeypot", 0.99, "a trap for programs")
    board = by_board(field)
    if board is not None and board.meaning in {"honeypot", "captcha", "internal"}:
        return board
    if field.kind == "password" or _is_secret(field, label, names):
        return Classification("password", 0.99, "a password or code")
    if field.kind == "file":
        return _classify_file(field, board, label, names)
    if board is not None:
        return board
    if _PAYMENT.search(f"{label} {names}"):
        return Classification("payment", 0.95, "a means of payment")
    return _by_words(field, label, section, names)


def _is_secret(field: Field, label: str, names: str) -> bool:
    """Whether a text control takes a password or a code; a long label only mentions one."""
    if field.kind not in {"text", "number", "tel"}:
        return False
    words = label if len(label.split()) <= 8 else ""
    return _PASSWORD.search(f"{words} {names} {'' if words else fold(field.placeholder)}") is not None


def _by_words(field: Field, label: str, section: str, names: str) -> Classification:
    if (autocomplete := by_autocomplete(field)) is not None and not _speaks_of_others(label, section, ""):
        return _in_section(field, autocomplete, section)
    name_hit, label_hit = by_name(field), _by_label(field)
    if (
        name_hit is not None
        and not label
        and not fold(field.placeholder)
        and name_hit.classification.meaning in {"website", "other_link"}
    ):
        return Classification("honeypot", 0.9, "a nameless field for an address, as traps have")
    if name_hit is not None and _question_label(label) and label_hit is None:
        name_hit = None
    if (
        name_hit is not None
        and label_hit is not None
        and name_hit.classification.meaning != label_hit.meaning
    ):
        chosen = (
            label_hit if name_hit.generic or label_hit.meaning in _MORE_SPECIFIC else name_hit.classification
        )
    elif name_hit is not None and (not name_hit.generic or label_hit is not None or not label):
        chosen = name_hit.classification
    elif label_hit is not None:
        chosen = label_hit
    else:
        return _by_topic(field)
    if chosen.meaning in PERSONAL and _speaks_of_others(label, section, names):
        return Classification("other_person", 0.9, "about another person")
    if (
        chosen.meaning in PERSONAL - {"work_company", "current_company", "work_title", "current_title"}
        and _FIRM.search(f"{label} {section}")
        and chosen.meaning not in _label_meaning(field)
    ):
        return Classification("other_person", 0.9, "about a company, not the applicant")
    return _in_section(field, chosen, section)


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


def _question_label(label: str) -> bool:
    return len(label.split()) > MAX_PHRASE_WORDS // 2


def _speaks_of_others(label: str, section: str, names: str) -> bool:
    return bool(_OTHERS.search(label) or _OTHERS.search(section) or _OTHERS.search(names))


def _in_section(field: Field, found: Classification, section: str) -> Classification:
    """The meaning within a row of work or education, where "Location" and "Start date" are the row's."""
    names = identifier_words(f"{field.name or ''} {field.dom_id or ''}")
    work = bool(_WORK_SECTION.search(section)) or "work experience" in names or "employment" in names.split()
    education = bool(_EDUCATION_SECTION.search(section)) or "education" in names.split()
    index = max(found.index, row_index(field), _section_index(section))
    if education and found.meaning in {
        "start_date",
        "education_end",
        "location",
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
    label = _LAST_TOKENS.sub(" ", bounded(field.label)) if field.label else ""
    return reduce_words(fold(label))


def _by_label(field: Field) -> Classification | None:
    phrase = _label_phrase(field)
    if not phrase and field.placeholder:
        hit = BY_PHRASE.get(reduce_words(fold(field.placeholder)))
        return (
            None
            if hit is None
            else Classification(hit, 0.8, f"placeholder {bounded(field.placeholder)[:60]!r}")
        )
    section = fold(field.section)
    if (_WORK_SECTION.search(section) or _EDUCATION_SECTION.search(section)) and (
        edge := _FROM.match(phrase) or _TO.match(phrase)
    ):
        side = "start" if _FROM.match(edge[0]) else "end"
        row = "education" if _EDUCATION_SECTION.search(section) else "work"
        return Classification(f"{row}_{side}", 0.85, f"label {phrase!r} in {section[:40]!r}")
    if len(phrase.split()) > MAX_PHRASE_WORDS:
        return None
    candidates = [phrase]
    original = bounded(field.label)
    if "?" in original or ":" in original or " - " in original or "/" in original:
        first = re.split(r"\?|:\s|\s[-–—]\s|:$", _LAST_TOKENS.sub(" ", original))[0]
        candidates.append(
            reduce_words(fold(first)) if len(fold(original).split()) <= 8 or "?" not in original else ""
        )
    bare = re.sub(r"\([^)]*\)", " ", original)
    candidates.append(reduce_words(fold(bare)))
    for candidate in candidates:
        if meaning := BY_PHRASE.get(candidate):
            return Classification(
                meaning,
                0.93 if candidate == phrase else 0.88,
                f"label {bounded(field.label)[:60]!r}",
                row_index(field),
            )
    return None


def _by_topic(field: Field) -> Classification:
    text = bounded(field.label) or bounded(field.placeholder)
    described = f"{text} {bounded(field.description)[:600]}"
    folded = fold(re.sub(r"\([^)]*\)", " ", text))
    if field.kind in {"checkbox", "checkbox_group", "yes_no", "select", "radio", "combobox"}:
        consent = topics.consent_kind(
            f"{described} {' '.join(field.options[:4]) if len(field.options) < 4 else ''}"
        )
        if consent == "data_processing":
            return Classification("consent", 0.9, "asks for consent to data processing")
        if consent == "other" and (len(field.options) <= 1 or field.kind == "checkbox"):
            return Classification("other_consent", 0.9, "asks for another consent or declaration")
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
    short = len(folded.split()) <= 24
    if short and _SALARY.search(folded) and not _SALARY_NOT.search(folded):
        return Classification("salary_expectation", 0.85, "asks what salary is expected")
    if _SOURCE.search(folded):
        return Classification("source", 0.85, "asks how the applicant heard of the job")
    if _RELOCATE_PLAIN.match(folded):
        return Classification("relocation", 0.85, "asks about relocation")
    if short and _SHORT_LOCATION.match(folded):
        return Classification("location", 0.85, "asks where the applicant is")
    return Classification("question", 0.5, "a question of the employer")


def _classify_file(field: Field, board: Classification | None, label: str, names: str) -> Classification:
    text = f"{label} {names} {fold(field.section)}"
    if _PARSER.search(f"{label} {names}"):
        return Classification("other_file", 0.9, "reads a document to fill the form, or takes a picture")
    if board is not None and board.meaning in {"resume", "cover_letter"}:
        return board
    own = f"{label} {names}"
    resume, letter = _FILE_RESUME.search(own), _FILE_LETTER.search(own)
    if not resume and not letter:
        resume, letter = _FILE_RESUME.search(text), _FILE_LETTER.search(text)
    if letter and not resume:
        return Classification("cover_letter", 0.93, "a file field for a cover letter")
    if (
        resume
        and not letter
        and len(label.split()) <= 12
        and not re.search(r"\b(if not already|not already in)\b", label)
    ):
        return Classification("resume", 0.93, "a file field for a résumé")
    return Classification("other_file", 0.6, "a file of another kind")
