"""Names of places, enough to see that two boards mean the same one."""

import re
import unicodedata

from companion.identity.text import word_set

MAX_CHARS = 300
REMOTE = frozenset({"remote", "telecommute", "anywhere", "worldwide"})
_NOISE = word_set(
    "area greater metro metropolitan region hybrid onsite on site office based in or and the remote home "
    "flexible city of full time part"
)
_ALIASES = {
    "united kingdom": "uk gb gbr u-k great-britain",
    "united states": "us usa u-s u-s-a united-states-of-america",
    "germany": "deutschland deu",
    "austria": "osterreich",
    "switzerland": "schweiz",
    "spain": "espana",
    "italy": "italia",
    "netherlands": "nl nederland the-netherlands",
    "france": "fr",
    "ireland": "ie",
    "poland": "pl polska",
    "new york": "nyc new-york-city",
    "san francisco": "sf",
    "munich": "munchen muenchen",
    "cologne": "koln koeln",
    "vienna": "wien",
    "zurich": "zuerich",
    "geneva": "geneve genf",
    "milan": "milano",
    "rome": "roma",
    "prague": "praha",
    "warsaw": "warszawa",
    "lisbon": "lisboa",
    "copenhagen": "kobenhavn",
    "brussels": "bruxelles",
    "bengaluru": "bangalore",
}
"""A place's usual name, and its others (a space within a name is written `-`)."""
_USUAL = {other.replace("-", " "): name for name, others in _ALIASES.items() for other in others.split()}
_STATE_PAIRS = word_set(
    "al:alabama ak:alaska az:arizona ar:arkansas ca:california co:colorado ct:connecticut de:delaware "
    "fl:florida ga:georgia hi:hawaii id:idaho il:illinois in:indiana ia:iowa ks:kansas ky:kentucky "
    "la:louisiana ma:massachusetts md:maryland me:maine mi:michigan mn:minnesota mo:missouri "
    "ms:mississippi mt:montana nc:north-carolina nd:north-dakota ne:nebraska nh:new-hampshire nj:new- "
    "jersey nm:new-mexico nv:nevada ny:new-york oh:ohio ok:oklahoma or:oregon pa:pennsylvania ri:rhode- "
    "island sc:south-carolina sd:south-dakota tn:tennessee tx:texas ut:utah va:virginia vt:vermont "
    "wa:washington wi:wisconsin wv:west-virginia wy:wyoming dc:district-columbia on:ontario bc:british- "
    "columbia qc:quebec"
)
_STATES = {pair[:2]: pair[3:].replace("-", " ") for pair in _STATE_PAIRS}
_COUNTRIES = word_set(
    "australia austria belgium brazil canada china denmark finland france germany india ireland israel "
    "italy japan mexico netherlands norway poland portugal singapore spain sweden switzerland"
) | {"united kingdom", "united states"}
_SYMBOLS = (("c++", "cpp"), ("c#", "csharp"), ("f#", "fsharp"), (".net", "dotnet"), ("&", " and "))


def words_of(text: str) -> list[str]:
    """Return the words of a text, without case, accents and punctuation (`C++` and `C#` keep apart)."""
    text = text[:MAX_CHARS].casefold()
    for symbol, word in _SYMBOLS:
        text = text.replace(symbol, word)
    folded = unicodedata.normalize("NFKD", text.replace("ø", "o").replace("ł", "l"))
    folded = "".join(letter for letter in folded if not unicodedata.combining(letter))
    return re.findall(r"[^\W_]+", re.sub(r"['’.](?=\w)", "", folded))


def places_in(location: str | None) -> list[frozenset[str]]:
    """Return the places of a location text, each as the set of its words."""
    if not location:
        return []
    pieces = re.split(r"[;|/•\n]|\s+or\s+|\s+and\s+", location[:MAX_CHARS])
    return [place for piece in pieces if (place := place_words(piece))]


def place_words(text: str) -> frozenset[str]:
    """Return a place's words, abbreviations written out; "remote" only where no place is named."""
    words: list[str] = []
    for number, part in enumerate(re.split(r"[,()\[\]–—]|\s-\s", text)):
        words += _written_out(" ".join(words_of(part)), after_a_city=number > 0).split()
    kept = frozenset(words) - _NOISE
    return kept or (frozenset({"remote"}) if REMOTE & set(words) else frozenset())


def _written_out(part: str, *, after_a_city: bool) -> str:
    if after_a_city and part in _STATES:
        return _STATES[part]
    if part in _USUAL:
        return _USUAL[part]
    return " ".join(_USUAL.get(word, word) for word in part.split())


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two places may be one: each word of the shorter stands in the longer."""
    return one <= other or other <= one


def ends_in_country(text: str) -> bool:
    """Tell `London, UK` from `Backend, Go`: the last part of a place is a country or a state."""
    _, comma, last = text.rpartition(",")
    part = " ".join(words_of(last))
    return bool(comma) and (
        part in _STATES or part in _STATES.values() or _USUAL.get(part, part) in _COUNTRIES
    )
