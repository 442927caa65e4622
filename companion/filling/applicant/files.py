"""Which document goes into a file field.

A résumé goes only into a résumé's field, a cover letter only into a cover letter's. Of several, the one
whose tags fit
the job (a word of its title, its company, its country, the form's language) is taken; else the one tagged
"default";
else, where only one has no tags at all, that one. Where this decides nothing, the user does.
"""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling.home.geo import country_of_location
from companion.filling.model import DocumentInfo, Field, JobFacts
from companion.filling.text import fold

DEFAULT_TAG: Final = "default"
_LANGUAGE_WORDS: Final = {
    "de": r"\b(lebenslauf|anschreiben|vorname|nachname|bewerbung|hochladen|telefonnummer)\b",
    "fr": r"\b(prenom|nom de famille|lettre de motivation|telecharger|candidature|telephone)\b",
    "es": r"\b(nombre|apellidos?|carta de presentacion|correo electronico|telefono)\b",
    "it": r"\b(cognome|lettera di presentazione|candidatura|numero di telefono)\b",
    "nl": r"\b(voornaam|achternaam|motivatiebrief|sollicit\w+|telefoonnummer)\b",
    "pt": r"\b(sobrenome|apelido|carta de apresentacao|curriculo|telemovel|celular)\b",
    "sv": r"\b(fornamn|efternamn|personligt brev|ansokan|telefonnummer)\b",
    "en": r"\b(first name|last name|resume|cover letter|phone|upload)\b",
}
LANGUAGE_NAMES: Final = {
    name: code
    for code, names in {
        "de": "german deutsch",
        "en": "english",
        "es": "spanish espanol",
        "fr": "french francais",
        "it": "italian italiano",
        "nl": "dutch nederlands",
        "pt": "portuguese portugues",
        "sv": "swedish svenska",
    }.items()
    for name in names.split()
}


def language_of(fields: Sequence[Field]) -> str:
    """The language of a form's labels, "en" where nothing tells."""
    text = " ".join(fold(field.label)[:120] for field in fields[:80])
    counts = {language: len(re.findall(pattern, text)) for language, pattern in _LANGUAGE_WORDS.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    return best if counts[best] else "en"


def choose(
    kind: str, documents: Sequence[DocumentInfo], job: JobFacts, language: str
) -> tuple[DocumentInfo | None, str]:
    """The document for a field of the kind ("resume", "cover_letter") and why that one, or None and why
    none."""
    candidates = [document for document in documents if document.kind == kind]
    spoken = {"resume": "résumé", "cover_letter": "cover letter"}.get(kind, "document")
    if not candidates:
        return None, f"no {spoken} is stored"
    if len(candidates) == 1:
        return candidates[0], f"the {spoken}"
    scored = [(_fit(document, job, language), document) for document in candidates]
    best = max(score for score, _ in scored)
    leading = [document for score, document in scored if score == best]
    if best > 0 and len(leading) == 1:
        return leading[0], f"the {spoken} whose tags fit this job"
    pool = leading if best > 0 else candidates
    defaults = [document for document in pool if DEFAULT_TAG in map(fold, document.tags)]
    if len(defaults) == 1:
        return defaults[0], f"the {spoken} tagged {DEFAULT_TAG!r}"
    untagged = [document for document in pool if not document.tags]
    if len(untagged) == 1:
        return untagged[0], f"the {spoken} without tags"
    return None, f"several {spoken}s are stored and no tag says which goes here: tag one {DEFAULT_TAG!r}"


def _fit(document: DocumentInfo, job: JobFacts, language: str) -> int:
    title, company = f" {fold(job.title)} ", f" {fold(job.company)} "
    country = job.country or country_of_location(job.location or "") or ""
    score = 0
    for tag in map(fold, document.tags):
        if not tag or tag == DEFAULT_TAG:
            continue
        score += 4 * (f" {tag} " in company) + 3 * (f" {tag} " in title)
        is_language = LANGUAGE_NAMES.get(tag, tag) == language
        score += 2 if is_language else (1 if tag == country.casefold() else 0)
    return score
