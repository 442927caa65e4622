"""Countries and their parts: in eight languages, in option texts, in questions, in a job's location."""

import gettext
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

import phonenumbers
import pycountry

from companion.filling.text import bounded, fold, lengths_by_first_word

LANGUAGES: Final = ("de", "fr", "es", "it", "nl", "pt", "sv")

_ALIASES: Final[dict[str, str]] = {
    "US": "usa|united states of america|the united states|u s|u s a|us|america|estados unidos de america|"
    "eeuu|ee uu|eua|"
    "united states us|etats unis d amerique|stati uniti d america|vereinigte staaten von amerika|the us|"
    "the usa|the states",
    "GB": "uk|u k|great britain|britain|england|scotland|wales|northern ireland|united kingdom uk|the uk|"
    "the united kingdom|"
    "united kingdom of great britain and northern ireland|grossbritannien|vereinigtes konigreich|royaume "
    "uni|grande bretagne|"
    "reino unido|gran bretana|regno unito|gran bretagna|verenigd koninkrijk|groot brittannie|"
    "storbritannien|gra bretanha",
    "CZ": "czech republic|the czech republic|tschechische republik|republique tcheque|republica checa|"
    "repubblica ceca",
    "KR": "south korea|republic of korea|sudkorea|coree du sud|corea del sur|corea del sud|zuid korea|"
    "coreia do sul|sydkorea",
    "KP": "north korea|nordkorea|coree du nord|corea del norte|corea del nord|noord korea|coreia do norte",
    "NL": "the netherlands|holland|netherlands the|pays bas|paises bajos|paesi bassi|paises baixos|"
    "nederlanderna",
    "AE": "uae|u a e|the uae|the united arab emirates|emirates|vereinigte arabische emirate|emirats "
    "arabes unis",
    "RU": "russia|russland|russie|rusia|rusland|ryssland",
    "VN": "vietnam|viet nam",
    "TW": "taiwan",
    "IR": "iran",
    "SY": "syria",
    "MD": "moldova",
    "BO": "bolivia",
    "VE": "venezuela",
    "TZ": "tanzania",
    "LA": "laos",
    "BN": "brunei",
    "MK": "macedonia|north macedonia",
    "TR": "turkey|turkiye|turkei|turquie|turquia|turchia|turkije|turkiet",
    "CI": "ivory coast|cote divoire|cote d ivoire",
    "CD": "dr congo|democratic republic of the congo|congo drc",
    "CV": "cape verde",
    "SZ": "swaziland",
    "PS": "palestine",
    "VA": "vatican|vatican city",
    "HK": "hong kong sar|hongkong|hong kong sar china",
    "MO": "macau|macao",
    "MM": "burma|myanmar burma",
    "IE": "republic of ireland|eire",
    "CN": "mainland china|peoples republic of china|prc",
    "BA": "bosnia|bosnia herzegovina",
    "TT": "trinidad tobago",
    "CH": "schweiz|suisse|suiza|svizzera|suica",
}

_REGIONS: Final = re.compile(
    r"\b(eu|e u|eea|european union|europe|emea|schengen|apac|latam|north america|south america|latin "
    r"america|asia|africa|"
    r"middle east|europaischen union|union europeenne|union europea|unione europea|europese unie|uniao "
    r"europeia|nordics|dach)\b"
)

_CITIES: Final[dict[str, str]] = {
    city: code
    for code, cities in {
        "US": """new york|new york city|nyc|san francisco|sf|san francisco bay area|bay area|los
              angeles|seattle|boston|chicago|
        austin|denver|atlanta|miami|dallas|houston|philadelphia|washington dc|washington d c|san
              diego|portland|costa mesa|
        san jose ca|palo alto|mountain view|menlo park|san mateo|brooklyn|manhattan|silicon
              valley|salt lake city|pittsburgh|
        minneapolis|detroit|phoenix|nashville|raleigh|scottsdale|santa monica|redwood
              city|sunnyvale|oakland|
        las vegas|san antonio|orlando|tampa|charlotte|indianapolis|baltimore|cleveland|cincinnati|milwaukee|
        sacramento|new orleans|kansas city|honolulu""",
        "GB": "london|manchester|edinburgh|leeds|glasgow|belfast|cardiff|liverpool|bristol|sheffield|nottingham",
        "DE": "berlin|munich|munchen|hamburg|cologne|koln|frankfurt|frankfurt am main|stuttgart|"
        "dusseldorf|leipzig|dresden|"
        "hannover|nurnberg|nuremberg|bremen|essen|dortmund|bonn|karlsruhe|mannheim",
        "FR": "paris|lyon|marseille|toulouse|lille|bordeaux|nantes|strasbourg|montpellier|rennes",
        "ES": "madrid|barcelona|malaga|bilbao|sevilla|seville",
        "IT": "milan|milano|rome|roma|turin|torino|bologna|florence|firenze|naples|napoli",
        "NL": "amsterdam|rotterdam|the hague|den haag|utrecht|eindhoven",
        "PT": "lisbon|lisboa|porto|oporto|braga",
        "SE": "stockholm|gothenburg|goteborg|malmo|uppsala",
        "DK": "copenhagen|kobenhavn|aarhus",
        "NO": "oslo|bergen",
        "FI": "helsinki|espoo|tampere",
        "IE": "dublin|galway|cork",
        "AT": "vienna|wien|graz|salzburg|linz",
        "CH": "zurich|geneva|geneve|basel|bern|lausanne",
        "BE": "brussels|bruxelles|brussel|antwerp|antwerpen|ghent",
        "PL": "warsaw|warszawa|krakow|cracow|wroclaw|gdansk|poznan",
        "CZ": "prague|praha|brno",
        "RO": "bucharest|bucuresti|cluj napoca",
        "HU": "budapest",
        "RS": "belgrade",
        "HR": "zagreb",
        "SI": "ljubljana",
        "SK": "bratislava",
        "IS": "reykjavik",
        "GR": "athens",
        "BG": "sofia",
        "UA": "kyiv|kiev|lviv",
        "LT": "vilnius|kaunas",
        "LV": "riga",
        "EE": "tallinn",
        "CA": "toronto|vancouver|montreal|ottawa|calgary|edmonton",
        "AU": "sydney|melbourne|brisbane|perth|adelaide|canberra",
        "NZ": "auckland|wellington|christchurch",
        "IN": "bangalore|bengaluru|mumbai|delhi|new delhi|hyderabad|pune|chennai|gurgaon|gurugram|noida|"
        "kolkata",
        "SG": "singapore",
        "JP": "tokyo|osaka|kyoto",
        "KR": "seoul",
        "CN": "beijing|shanghai|shenzhen|guangzhou",
        "TW": "taipei",
        "IL": "tel aviv|jerusalem|haifa",
        "AE": "dubai|abu dhabi",
        "BR": "sao paulo|rio de janeiro|belo horizonte",
        "AR": "buenos aires",
        "MX": "mexico city|ciudad de mexico|guadalajara|monterrey",
        "CO": "bogota|medellin",
        "PH": "manila|metro manila|makati|cebu",
        "TH": "bangkok",
        "VN": "ho chi minh city|hanoi",
        "ID": "jakarta",
        "MY": "kuala lumpur",
        "ZA": "cape town|johannesburg",
        "NG": "lagos",
        "KE": "nairobi",
        "EG": "cairo",
        "GH": "accra",
        "RW": "kigali",
        "UG": "kampala",
        "ET": "addis ababa",
        "MA": "casablanca",
        "SA": "riyadh|jeddah",
        "QA": "doha",
        "PK": "karachi|lahore|islamabad",
        "BD": "dhaka",
        "LK": "colombo",
        "PE": "lima",
        "UY": "montevideo",
        "EC": "quito",
        "TR": "istanbul|ankara",
    }.items()
    for city in (" ".join(c.split()) for c in cities.split("|"))
}
_CITY_LENGTHS: Final = lengths_by_first_word(_CITIES)

_COUNTRIES: Any = pycountry.countries
_SUBDIVISIONS: Any = pycountry.subdivisions
_DIAL = re.compile(r"\+\s?(\d{1,4})(?:[\s-]\d+)?")
_NOT_COUNTRY_WORDS: Final = frozenset(
    {"georgia", "jordan", "chad", "jersey", "guinea", "niger", "mali", "turkey", "oman", "us"}
)
_MASK: Final = re.compile(r"\b(new jersey|new mexico|new england|papua new guinea|british columbia)\b")


def _names(country: Any) -> set[str]:
    found = {country.name}
    for attribute in ("common_name", "official_name"):
        if name := getattr(country, attribute, None):
            found.add(name)
    return found


@lru_cache(maxsize=1)
def country_index() -> dict[str, str]:
    """Country code by folded name, in English and the other supported languages, with the usual short
    forms."""
    index: dict[str, str] = {}
    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in LANGUAGES
    ]
    for country in _COUNTRIES:
        code = str(country.alpha_2)
        for name in _names(country):
            for text in (name, *(translation.gettext(name) for translation in translations)):
                folded = fold(text)
                index.setdefault(folded, code)
                index.setdefault(fold(text.split(",")[0].split("(")[0]), code)
    index.pop("", None)
    for ambiguous in ("korea", "congo", "virgin islands", "saint martin", "corea", "coree", "coreia"):
        index.pop(ambiguous, None)
    for code, aliases in _ALIASES.items():
        for alias in aliases.split("|"):
            index[fold(alias)] = code
    return index


@lru_cache(maxsize=256)
def country_words(code: str) -> frozenset[str]:
    """The words of which one at least stands in any text that names the country, or its code."""
    country: Any = _COUNTRIES.get(alpha_2=code)
    codes = set[str]() if country is None else {fold(country.alpha_2), fold(country.alpha_3)}
    return frozenset(codes).union(*(name.split() for name, of in country_index().items() if of == code))


@lru_cache(maxsize=2048)
def country_of(text: str) -> str | None:
    """The country that a whole text names ("Germany", "Deutschland", "DE", "DEU", "Germany (+49)"), or
    None."""
    plain = bounded(text)
    bare = _DIAL.sub(" ", plain)
    folded = fold(bare)
    index = country_index()
    if code := index.get(folded):
        return code
    upper = bare.strip(" ()[]-–:,").upper()
    if len(upper) in {2, 3} and upper.isalpha():
        country: Any = _COUNTRIES.get(**{f"alpha_{len(upper)}": upper})
        if country is not None:
            return str(country.alpha_2)
    # Name and code together: "Germany - DE", "DE - Germany"; two names of one country: "Germany
    # (Deutschland)".
    parts = [part for part in (fold(p) for p in re.split(r"[()\[\]/|]|\s[-–]\s", bare)) if part]
    codes = {index[part] for part in parts if part in index}
    if len(codes) == 1 and all(part in index or len(part) <= 3 for part in parts):
        return codes.pop()
    words = folded.split()
    for name, beside in ((words[1:], words[:1]), (words[:-1], words[-1:])):
        short = " ".join(beside)
        is_code = len(short) in {2, 3} or (len(short) == 1 and len(name) > 1)
        if is_code and short not in _NO_CODE and " ".join(name) in index:
            return index[" ".join(name)]
    return None


_NO_CODE: Final = frozenset({"not", "non", "no", "ex", "any", "all", "but", "out", "off", "and", "or"})
"""Short words that beside a country's name make it something else ("Non-US", "Not Germany")."""


def dial_code_of(text: str) -> int | None:
    """The country calling code in an option's text ("Germany (+49)", "+49", "49"), or None."""
    if match := _DIAL.search(text[:200]):
        return int(match[1])
    stripped = text.strip()
    return int(stripped) if stripped.isdigit() and len(stripped) <= 3 else None


def calling_code(country: str) -> int:
    """The calling code of a country, 0 where it has none."""
    return phonenumbers.country_code_for_region(country)


def country_name(code: str) -> str | None:
    """A country's usual English name, as forms write it ("United States", "South Korea")."""
    country: Any = _COUNTRIES.get(alpha_2=code.upper())
    if country is None:
        return None
    return {"TR": "Turkey", "RU": "Russia"}.get(country.alpha_2) or str(
        getattr(country, "common_name", country.name)
    ).split(",")[0]


@lru_cache(maxsize=64)
def _subdivisions(country: str) -> dict[str, str]:
    index: dict[str, str] = {}
    for part in _SUBDIVISIONS.get(country_code=country) or ():
        index[fold(part.code.split("-", 1)[1])] = part.code
        index[fold(part.code)] = part.code
    for part in _SUBDIVISIONS.get(country_code=country) or ():
        for name in re.split(r"[\[\]/]", part.name):
            if folded := fold(name):
                index[folded] = part.code
    return index


@lru_cache(maxsize=4096)
def subdivision_of(text: str, country: str) -> str | None:
    """The state, province or region of the country that the text names or abbreviates ("CA - California"),
    or None."""
    if not country:
        return None
    index = _subdivisions(country)
    if code := index.get(fold(text)):
        return code
    codes = {index[part] for part in map(fold, re.split(r"[(),/|]|\s[-–]\s", bounded(text))) if part in index}
    return codes.pop() if len(codes) == 1 else None


@cache
def _country_lengths() -> dict[str, tuple[int, ...]]:
    return lengths_by_first_word(country_index())


_STATES_SPELT: Final = re.compile(
    r"(?i)\bu\.\s?s\.(\s?a\.?)?|\busa\b|\b(?:work|working|live|living|reside|residing|based|located|employment) "
    r"(?:with)?in (?:the )?us\b"
)
"""The United States where that is no "us": nobody works in us."""


@lru_cache(maxsize=2048)
def countries_in(text: str) -> frozenset[str]:
    """The countries named in running text. "US" counts in capitals only, since "us" is a word."""
    original = bounded(text)
    found: set[str] = set()
    if _STATES_SPELT.search(original) or (not original.isupper() and re.search(r"\bUS\b", original)):
        found.add("US")
    if re.search(r"\bU\.K\.|\b(?i:UK)\b", original):
        found.add("GB")
    if re.search(r"\bUAE\b|\bU\.A\.E\.", original):
        found.add("AE")
    words = _MASK.sub(" ", fold(original)).split()
    index, lengths = country_index(), _country_lengths()
    position = 0
    while position < len(words):
        for length in lengths.get(words[position], ()):
            phrase = " ".join(words[position : position + length])
            if len(phrase) > 3 and phrase in index:
                if phrase not in _NOT_COUNTRY_WORDS or re.search(rf"\b{phrase.capitalize()}\b", original):
                    found.add(index[phrase])
                position += length - 1
                break
        position += 1
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class Subdivision:
    """A state, province or region: its ISO 3166-2 code, and of what level it is in its country ("Province")."""

    code: str
    level: str


@lru_cache(maxsize=4096)
def subdivision(text: str, country: str) -> Subdivision | None:
    """The state, province or region of the country that a text names or abbreviates, or None."""
    code = subdivision_of(text, country)
    part: Any = _SUBDIVISIONS.get(code=code) if code else None
    if part is None:
        return None
    return Subdivision(
        part.code, str(part.type if not part.parent_code else f"{part.type} of {part.parent_code}")
    )


def names_region(text: str) -> bool:
    """Whether the text speaks of a group of countries such as the EU."""
    return _REGIONS.search(fold(text)) is not None


def city_country(text: str) -> str | None:
    """The country of a well-known city that is the whole text, or None."""
    return _CITIES.get(fold(text))


def cities_in(text: str) -> frozenset[str]:
    """The well-known cities named in running text, folded."""
    words = fold(text).split()
    phrases = (
        " ".join(words[start : start + length])
        for start, word in enumerate(words)
        for length in _CITY_LENGTHS.get(word, ())
    )
    return frozenset(phrase for phrase in phrases if len(phrase) > 3 and phrase in _CITIES)


@lru_cache(maxsize=1024)
def country_of_location(location: str) -> str | None:
    """The one country that a job's location lies in, or None where it names several, or none for certain.

    "Costa Mesa, California, United States; Seattle, Washington, United States" is in US; "Remote" is nowhere.
    """
    found: set[str] = set()
    for place in re.split(r"[;|]|\bor\b| / ", bounded(location)):
        parts = [p.strip() for p in re.split(r",|\(|\)|\s[-–]\s", place) if p.strip()]
        parts = [
            p
            for p in parts
            if not re.fullmatch(
                r"(?i)(fully |100% )?(remote|hybrid|on-?site|anywhere)( in| within)?( the)?", p
            )
        ]
        parts = [re.sub(r"(?i)^(remote|hybrid)\s+", "", p) for p in parts]
        if not parts:
            continue
        code = _country_of_parts(parts)
        if code is None and len(named := countries_in(place)) == 1 and not cities_in(place):
            code = next(iter(named))
        if code is None:
            return None
        found.add(code)
    return found.pop() if len(found) == 1 else None


def _country_of_parts(parts: list[str]) -> str | None:
    named = {
        code
        for part in parts
        if len(fold(part)) > 2 and (code := country_of(part)) and fold(part) != "georgia"
    }
    named |= {"US" for part in parts if part in {"US", "U.S."}} | {
        "GB" for part in parts if part in {"UK", "U.K."}
    }
    if len(named) == 1:
        return named.pop()
    if named:
        return None
    known = {code for part in parts if (code := city_country(part))}
    last = parts[-1]
    states = {code for code in ("US", "CA", "AU") if subdivision_of(last, code)}
    as_country = country_of(last) if len(last) == 2 and last.isupper() else None
    readings = states | ({as_country} if as_country else set())
    if known:
        if len(known) > 1 or (len(parts) > 1 and readings and not known & readings):
            return None
        return known.pop()
    if fold(last) == "georgia":
        return None
    if states == {"US"} and (as_country is None or last == "CA"):
        return "US"
    return readings.pop() if len(readings) == 1 else None
