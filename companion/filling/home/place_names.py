"""Names of cities and states that forms use beside the plain ones, and those that are the names of two places.

All are folded (see text.py).
"""

from typing import Final


def _names(text: str) -> tuple[str, ...]:
    return tuple(" ".join(name.split()) for name in text.split("|"))


def _lines(text: str) -> list[tuple[str, ...]]:
    return [_names(line) for line in text.strip().splitlines()]


CANONICAL: Final[dict[str, str]] = {
    name: line[0]
    for line in _lines("""
        new york|new york city|nyc
        san francisco|sf|san fran
        los angeles|la|l a
        washington dc|washington d c|dc
        munich|munchen|muenchen|monaco di baviera|monaco de baviera
        cologne|koln|koeln|colonia|keulen
        vienna|wien|vienne|viena|wenen
        zurich|zuerich|zurigo
        geneva|geneve|genf|ginebra|ginevra
        brussels|bruxelles|brussel|bruselas
        antwerp|antwerpen|anvers|amberes
        prague|praha|prag|praga|praag
        warsaw|warszawa|warschau|varsovie|varsovia
        krakow|cracow|krakau|cracovie|cracovia
        lisbon|lisboa|lissabon|lisbonne|lisbona
        copenhagen|kobenhavn|kopenhagen|copenhague|copenaghen
        gothenburg|goteborg
        milan|milano|mailand|milaan|milao
        rome|roma|rom
        turin|torino
        florence|firenze|florenz|florencia
        naples|napoli|neapel|napoles
        london|londres|londra|londen|greater london
        paris|parigi|parijs
        berlin|berlino|berlijn|berlim
        hamburg|hambourg|hamburgo|amburgo
        seville|sevilla
        the hague|den haag|hague
        bucharest|bucuresti|bukarest
        kyiv|kiev
        athens|athen|athenes|atenas
        bengaluru|bangalore
        gurugram|gurgaon
        mumbai|bombay
        mexico city|ciudad de mexico|cdmx
        nuremberg|nurnberg|nuernberg
        hanover|hannover
        frankfurt|frankfurt am main
        dusseldorf|duesseldorf
        porto|oporto
        manila|metro manila
        washington dc|washington district of columbia
    """)
    for name in line
}
"""A city's other names, and its name in other languages, to one that stands for all of them."""
METROS: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(line)
    for line in _lines("""
        san francisco|oakland|berkeley|san jose|palo alto|mountain view|menlo park|san mateo|redwood city|sunnyvale|santa clara|cupertino|fremont|daly city|south san francisco|emeryville|alameda|hayward|walnut creek|burlingame|san francisco bay area|sf bay area|bay area|silicon valley
        new york|brooklyn|manhattan|queens|bronx|the bronx|staten island|jersey city|hoboken|newark
        los angeles|santa monica|west hollywood|hollywood|culver city|pasadena|burbank|glendale|beverly hills|venice|el segundo|long beach
        washington dc|arlington|alexandria|bethesda|silver spring
        manila|makati|taguig|quezon city|pasig|mandaluyong
        mumbai|navi mumbai|thane
        delhi|new delhi|gurugram|noida|ghaziabad|faridabad
        hong kong|kowloon
    """)  # noqa: E501
)
"""Cities that have grown together: who lives in one may say of each that they live there, or in its area."""
AREAS: Final = frozenset({"san francisco bay area", "sf bay area", "bay area", "silicon valley"})
"""Names that stand for a whole metropolis, which has no one city of that name."""
PARTS_OF: Final[dict[str, frozenset[str]]] = {
    "new york": frozenset({"brooklyn", "manhattan", "queens", "bronx", "the bronx", "staten island"}),
    "manila": frozenset({"makati", "taguig", "quezon city", "pasig", "mandaluyong"}),
}
"""Boroughs, and cities that lie within the one which is named."""
AT_A_BORDER: Final = frozenset(
    _names(
        """geneva|basel|copenhagen|malmo|luxembourg|detroit|windsor|san diego|tijuana|strasbourg|lille|singapore|
        hong kong|shenzhen|vienna|bratislava|salzburg|aachen|maastricht|trieste|buffalo|el paso|monaco|nice|
        antwerp|eindhoven|saarbrucken|freiburg|seattle|vancouver|macau|kehl|konstanz"""
    )
)
"""Cities whose surroundings reach into another country."""
IN_AMERICA_TOO: Final = frozenset(
    _names(
        """london|paris|manchester|dublin|athens|berlin|rome|naples|florence|geneva|bristol|lima|melbourne|hamburg|
        dresden|hanover|lisbon|madrid|cairo|delhi|vienna|glasgow"""
    )
)
"""Cities of other countries after which towns in the United States or Canada are called."""
TWO_PLACES: Final = frozenset(
    _names(
        """georgia|jersey|america|victoria|cordoba|santiago|birmingham|cambridge|guadalajara|granada|valencia|
        hyderabad|tripoli|san jose|kingston|hamilton|newcastle|perth|portland|washington|richmond|springfield"""
    )
)
"""Names of two well-known places: alone they say nothing to somebody who does not live in a city of that name."""
HOME_NATIONS: Final = frozenset({"england", "scotland", "wales", "northern ireland"})
"""The nations of the United Kingdom, which forms use like countries and like states."""
STATES_OF: Final = ("US", "CA", "AU", "IN", "BR", "MX", "DE", "AT", "CH")
"""Countries whose states are named without the country; those of the first three by their abbreviations too."""
OVERSEAS: Final[dict[str, frozenset[str]]] = {
    country: frozenset(territories.split())
    for country, territories in {
        "US": "PR GU VI AS MP UM",
        "FR": "GP MQ GF RE YT NC PF PM BL MF WF",
        "GB": "JE GG IM GI BM KY",
        "NL": "AW CW SX BQ",
        "CN": "HK MO TW",
        "DK": "GL FO",
        "FI": "AX",
        "NO": "SJ",
    }.items()
}
"""By country, territories of which somebody there may say that they live in that country, or not."""
LEADING: Final = frozenset(
    _names(
        """the|either|in|within|near|of|a|au|aux|en|dans|la|le|les|l|im|der|den|die|dem|das|el|los|las|il|lo|gli|i|na|
        no|nas|nos|em|o|os|as|de|het|nel|nella|negli|nei|nello|both|any|one|city|state|province"""
    )
)
"""Words that may stand before a place in a list."""
