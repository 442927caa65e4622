"""Several parts of an address in one field: "Current address (city, state, ZIP)", "Your city and country".

Only a label that has no other words than those of addresses and of asking for one is read so.
"""

import re
from typing import Final, Literal

from companion.filling.home import geo
from companion.filling.reading.vocabulary import BY_PHRASE, reduce_words
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Location

Part = Literal["street", "city", "region", "us_state", "postal_code", "country"]

_PHRASES: Final[dict[Part | Literal["address", ""], str]] = {
    "street": """street address|street name and number|street and house number|street and number|street name|
        street|house number|strasse und hausnummer|strasse|hausnummer|hausnr|huisnummer|rue|
        calle|via|straat|rua|gata""",
    "address": "address|adresse|anschrift|direccion|indirizzo|adres|endereco|adress",
    "city": "city town|town city|city|town|stadt|wohnort|ort|ville|ciudad|citta|woonplaats|stad|cidade|bostadsort",
    "us_state": "us state|u s state",
    "region": """state or province|state and province|state province|province state|state region|
        province or state|state|province|bundesland|provincia|provincie|estado""",
    "postal_code": """zip or postal code|zip postal code|postal zip code|zip code|zipcode|postal code|post code|
        postcode|zip|postal|plz|postleitzahl|code postal|codigo postal|cap|cep|postnummer""",
    "country": "country of residence|country|land|pays|pais|paese",
    "": """please|provide|enter|list|specify|indicate|tell us|share|confirm|give|write|what is|what are|
        what|which|in|is|are|your|you|the|current|currently|present|presently|home|full|complete|
        residential|physical|permanent|mailing|place of residence|of residence|location|located|based|
        live|living|reside|residing|do|and or|and|or|where|with|including|include|includes|incl|at|of|
        both|as well as|city e g|etc|a|an|bitte|geben sie|ihre|ihr|ihren|deine|dein|deinen|aktuelle|
        aktueller|aktuellen|an|und|in welcher|in welchem|welcher|welchem|wohnen sie|wohnst du|leben sie|
        votre|vos|actuelle|actuel|complete|et|dans quelle|dans quel|quelle|quel|habitez vous|
        residez vous|vivez vous|tu|su|actual|y|en que|que|vives|resides|vive|reside|tuo|tua|suo|attuale|
        e|in quale|quale|vivi|risiedi|abiti|je|jouw|uw|huidige|en|in welke|welk|welke|woon|woont u|seu|
        sua|atual|em que|qual|mora|voce|din|nuvarande|och|i vilken|vilket|bor du|give us|share with us|
        let us know|provide us with""",
}
_PART_OF: Final = {
    " ".join(phrase.split()): part for part, phrases in _PHRASES.items() for phrase in phrases.split("|")
}
_LONGEST: Final = max(len(phrase.split()) for phrase in _PART_OF)
_IN_THE_US: Final = re.compile(
    r"(?i)\bstate ?(?:or province ?)?\((?:if|for)? ?(?:you are |you live |located |residing |living |applicable )*"
    r"(?:in )?(?:the )?(?:united states|u\.?s\.?a?\.?)(?: only| residents| applicants)?\)"
)
_STATE_AS_A_VERB: Final = re.compile(r"(?i)^(please )state (?=your|the|which|in)|^()state (?=your|the)")
_CLOSED: Final = re.compile(r"(?i)(?:do|are|is|does) ")
"""How a question begins that takes a yes or no: "Do you live in the city or the country?"."""
_A_LIST: Final = re.compile(r"[(:–—]| - ")
_WITH: Final = re.compile(r"(?i)\b(?:including|includes?|incl|with)\b")
_ONE_THING: Final = frozenset({"country", "region", "city", "street", "postal_code", "street2"})
MAX_WORDS: Final = 30


def parts_asked(label: str) -> tuple[Part, ...]:
    """The parts of an address that a label asks for in one field, in its order; empty where it asks for one thing,
    or for something else."""
    sentences = re.split(r"(?<=[.!?])\s+", bounded(label))
    asking = sentences[-1]
    if any("?" in said or re.match(r"(?i)if\b", said) for said in sentences[:-1]) or _CLOSED.match(asking):
        return ()
    asking = _STATE_AS_A_VERB.sub(r"\1", _IN_THE_US.sub("US state", asking))
    words = fold(asking).split()
    if not 2 <= len(words) <= MAX_WORDS or BY_PHRASE.get(reduce_words(" ".join(words))) in _ONE_THING:
        return ()
    found = _read(words)
    if found is None:
        return ()
    parts = tuple(dict.fromkeys(part for part in found if part != "address"))
    if "address" in found and parts and "street" not in parts:
        parts = _with_street(asking, parts)
    return parts if len(parts) > 1 else ()


def _read(words: list[str]) -> list[Part | Literal["address"]] | None:
    """The parts that the words name, None where a word is none of an address."""
    found: list[Part | Literal["address"]] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            part = _PART_OF.get(" ".join(words[place : place + length]))
            if part is not None:
                if part:
                    found.append(part)
                place += length
                break
        else:
            return None
    return found


def _with_street(asking: str, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of an address of which the label names some: all, or those of a list behind it."""
    behind = re.split(
        r"(?i)\b(?:address|adresse|anschrift|direcci[oó]n|indirizzo|adres|endere[cç]o|adress)\b", asking
    )[-1]
    if _A_LIST.search(behind) and not _WITH.search(behind):
        return parts
    missing: tuple[Part, ...] = ("street", *(("city",) if "city" not in parts else ()))
    return (*missing, *parts)


def compose(parts: tuple[Part, ...], place: Location) -> str:
    """The parts in one line, empty where the profile lacks one of them (a region may be missing)."""
    values: dict[Part, str] = {
        "street": ", ".join(place.address.splitlines()),
        "city": place.city,
        "region": "" if fold(place.region) == fold(place.city) and "city" in parts else place.region,
        "us_state": place.region if place.country_code == "US" else "",
        "postal_code": place.postal_code,
        "country": (geo.country_name(place.country_code) or "") if place.country_code else "",
    }
    text = ""
    for before, part in zip((None, *parts), parts, strict=False):
        if not values[part]:
            if part in {"region", "us_state"}:
                continue
            return ""
        # "80331 München", "Texas 78751".
        close = (before, part) in {("postal_code", "city"), ("region", "postal_code")}
        text += (" " if close else ", ") + values[part] if text else values[part]
    return text
