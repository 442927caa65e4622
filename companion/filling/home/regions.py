"""The regions of the world that forms ask about, and whether a country lies in one.

The parts of the world are those of the United Nations (M49). What people draw in several ways (whether Turkey is
in Europe, Pakistan in APAC, Mexico in North America alone) is in doubt, and then nothing is said.
"""

import re
from dataclasses import dataclass
from typing import Final

from companion.filling.text import fold


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


_NORTHERN_AFRICA = _codes("DZ EG EH LY MA SD TN")
_BELOW_THE_SAHARA = _codes(
    "AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW "
    "SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW"
)
_NORTH_OF_MEXICO = _codes("BM CA GL PM US")
_CENTRAL_AMERICA = _codes("BZ CR GT HN MX NI PA SV")
_CARIBBEAN = _codes("AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI")
_SOUTH_AMERICA = _codes("AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE")
_CENTRAL_ASIA = _codes("KG KZ TJ TM UZ")
_EAST_ASIA = _codes("CN HK JP KP KR MN MO TW")
_SOUTH_EAST_ASIA = _codes("BN ID KH LA MM MY PH SG TH TL VN")
_SOUTH_ASIA = _codes("AF BD BT IN IR LK MV NP PK")
_WEST_ASIA = _codes("AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE")
_EUROPE = _codes(
    "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK "
    "MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA"
)
_OCEANIA = _codes("AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV UM VU WF WS")
_EU = _codes("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")
_MIDDLE_EAST = _codes("AE BH IL IQ IR JO KW LB OM PS QA SA SY YE")

_AFRICA: Final = _NORTHERN_AFRICA | _BELOW_THE_SAHARA
_AMERICAS: Final = _NORTH_OF_MEXICO | _CENTRAL_AMERICA | _CARIBBEAN | _SOUTH_AMERICA
_ASIA: Final = _CENTRAL_ASIA | _EAST_ASIA | _SOUTH_EAST_ASIA | _SOUTH_ASIA | _WEST_ASIA
PARTS: Final = (_EUROPE, _AFRICA, _AMERICAS, _ASIA, _OCEANIA)
"""The five parts of the world. A country is in one of them, and the two Antarctic territories in one as well."""

_BETWEEN_EUROPE_AND_ASIA: Final = _codes("AM AZ CY GE KZ RU TR")


@dataclass(frozen=True, slots=True)
class Region:
    """The codes of the countries that a region has for certain, and of those that may be in it."""

    inside: frozenset[str]
    doubtful: frozenset[str] = frozenset()

    def holds(self, country: str) -> bool | None:
        """Whether the country lies in the region, None where that is drawn in several ways."""
        if country in self.doubtful or not any(country in part for part in PARTS):
            return None
        return country in self.inside


_REGIONS: Final[tuple[tuple[str, Region], ...]] = (
    (
        "europe | europa | european continent | continental europe",
        Region(_EUROPE, _BETWEEN_EUROPE_AND_ASIA | _codes("GL")),
    ),
    (
        """eu | e u | european union | europaische union | europaischen union | union europeenne | union europea |
        unione europea | europese unie | uniao europeia | europeiska unionen | ue | eu country | eu countries""",
        Region(_EU, _codes("AX GF GP MF MQ RE YT")),
    ),
    (
        "eea | e e a | european economic area | ewr | eee | eu eea | eea eu | ees",
        Region(_EU | _codes("IS LI NO"), _codes("AX GF GP MF MQ RE YT SJ")),
    ),
    (
        "schengen | schengen zone",
        Region(_EU - _codes("CY IE") | _codes("CH IS LI NO"), _codes("CY AX MC SM VA")),
    ),
    ("africa | afrika | afrique", Region(_AFRICA)),
    ("sub saharan africa | ssa", Region(_BELOW_THE_SAHARA, _codes("SD MR DJ"))),
    ("north africa | northern africa", Region(_NORTHERN_AFRICA - _codes("SD"), _codes("SD MR"))),
    (
        "asia | asien | asie | azie",
        Region(_ASIA - _BETWEEN_EUROPE_AND_ASIA, _BETWEEN_EUROPE_AND_ASIA | _codes("EG")),
    ),
    (
        "middle east | naher osten | moyen orient | oriente medio | medio oriente | midden oosten | oriente medio",
        Region(_MIDDLE_EAST, _codes("EG TR CY SD LY AF AM AZ GE DJ SO")),
    ),
    ("gulf | gcc | gcc country | gcc countries", Region(_codes("AE BH KW OM QA SA"), _codes("IQ IR YE"))),
    (
        "mena | middle east and north africa | middle east north africa",
        Region(
            _MIDDLE_EAST | _NORTHERN_AFRICA - _codes("SD EH"), _codes("SD EH MR TR CY AF DJ SO AM AZ GE PK")
        ),
    ),
    (
        "emea | europe middle east and africa | europe middle east africa | europe the middle east and africa",
        Region(
            _EUROPE - _codes("RU") | _AFRICA | _MIDDLE_EAST | _codes("CY TR"),
            _codes("RU AM AZ GE KZ KG TJ TM UZ AF PK GL"),
        ),
    ),
    (
        """north america | northern america | nordamerika | amerique du nord | america del norte | norteamerica |
        nord america | noord amerika | america do norte | na region | namer | noram""",
        Region(_codes("CA US MX"), _AMERICAS - _codes("CA US MX") - _SOUTH_AMERICA),
    ),
    (
        """south america | sudamerika | amerique du sud | america del sur | sudamerica | sud america |
        zuid amerika | america do sul | sydamerika""",
        Region(_SOUTH_AMERICA, _CARIBBEAN | _codes("PA")),
    ),
    ("central america | centroamerica", Region(_CENTRAL_AMERICA - _codes("MX"), _CARIBBEAN | _codes("MX"))),
    (
        """latam | latin america | lateinamerika | amerique latine | america latina | latinoamerica |
        latijns amerika | latinamerika""",
        Region(
            _SOUTH_AMERICA - _codes("FK GF GS GY SR BV") | _CENTRAL_AMERICA - _codes("BZ") | _codes("CU DO"),
            _CARIBBEAN | _codes("FK GF GS GY SR BV BZ"),
        ),
    ),
    (
        "latin america and the caribbean | latin america and caribbean | latin america caribbean | lac",
        Region(_AMERICAS - _NORTH_OF_MEXICO, _codes("PR VI FK GS BV")),
    ),
    ("amer | americas | amers", Region(_AMERICAS)),
    (
        "apac | asia pacific | asia pac | apj | japac | asia pacific and japan",
        Region(
            _EAST_ASIA | _SOUTH_EAST_ASIA | _SOUTH_ASIA - _codes("AF IR PK") | _OCEANIA,
            _codes("AF IR PK RU AM AZ GE CY TR") | _CENTRAL_ASIA,
        ),
    ),
    ("anz | australia and new zealand | australia new zealand", Region(_codes("AU NZ"), _codes("CC CX NF"))),
    ("oceania | ozeanien | oceanie", Region(_OCEANIA, _codes("ID TL UM"))),
    (
        "south east asia | southeast asia | sea region | asean",
        Region(_SOUTH_EAST_ASIA, _codes("TL IN BD HK TW CN")),
    ),
    ("dach", Region(_codes("AT CH DE"), _codes("LI"))),
    (
        "nordics | nordic country | nordic countries | the nordics | norden | nordic region",
        Region(_codes("DK FI IS NO SE"), _codes("AX FO GL SJ EE")),
    ),
    ("scandinavia | skandinavien | scandinavie", Region(_codes("DK NO SE"), _codes("FI IS FO AX SJ GL"))),
    ("benelux | beneluxunie", Region(_codes("BE LU NL"))),
    ("baltics | baltic states | the baltics", Region(_codes("EE LT LV"))),
    ("uki | uk i | ukandi | british isles", Region(_codes("GB IE"), _codes("GG IM JE"))),
)
_BY_NAME: Final[dict[str, Region]] = {
    fold(name): region for names, region in _REGIONS for name in names.split("|")
}
_AROUND: Final = re.compile(
    r"^the | (?:region|market|territory|theatre|area|continent|member state|zone|geo)s?$"
)


def region_of(text: str) -> Region | None:
    """The region that a whole text names ("EMEA", "the EMEA region", "Nordamerika"), or None."""
    folded = fold(text)
    while folded:
        if (region := _BY_NAME.get(folded)) is not None:
            return region
        shorter = _AROUND.sub("", folded, count=1)
        if shorter == folded:
            return None
        folded = shorter
    return None


def are_near(one: str, other: str) -> bool:
    """Whether two countries may be a short journey apart: in one part of the world, or where two of them meet."""
    meeting = _BETWEEN_EUROPE_AND_ASIA | _MIDDLE_EAST | _codes("EG")
    return any({one, other} <= part for part in PARTS) or {one, other} <= meeting | _codes("BG GR UA")
