"""Levels of education: the same level in other words and languages."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from companion.filling.options import match_text, real_options
from companion.filling.text import fold

# From the highest down: the first that fits counts. "bachelor"-like words are asked before "licence"-like
# ones.
_LEVELS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (level, re.compile(rf"\b(?:{words})\b"))
    for level, words in (
        ("doctor_law", r"juris doctor|j d|jd"),
        ("doctor_medicine", r"doctor of medicine|m d"),
        (
            "doctorate",
            (
                r"ph ?d|p h d|doctor\w*|doktor\w*|dr|promotion|doctorat|doctorado|dottorato|doutorado|"
                r"doutoramento|promovier\w*|"
                r"d phil|dphil|gepromoveerd|docteur"
            ),
        ),
        ("mba", r"mba|m b a|master of business administration"),
        (
            "master",
            (
                r"masters?|master s|m ?sc|m ?a|m ?eng|m ?tech|m e|m ?com|mca|msn|bac 5|mphil|m ?ed|magister|"
                r"magistrale|maestria|mestrado|"
                r"mestre|masterstudium|"
                r"masterexamen|masterabschluss|laurea magistrale|laurea specialistica|diplom|diplomingenieur|"
                r"dipl ing|"
                r"maitrise|masterutbildning|s m|masterado|postgraduate degree"
            ),
        ),
        (
            "bachelor",
            (
                r"bachelors?|bachelor s|b ?sc|b ?a|b ?s|b ?eng|b ?tech|b e|b ?com|bca|bba|bsn|b ?arch|"
                r"bac 3|hbo|ensino superior|superior completo|(?<!pos )graduacao|"
                r"bacharelado|licenciatura|grado|"
                r"licence|"
                r"laurea triennale|laurea|"
                r"kandidatexamen|kandidat\w*|bachelorabschluss|bachelorstudium|undergraduate degree|"
                r"licenciado|licenciada"
            ),
        ),
        (
            "associate",
            r"associates?|associate s|bac 2|a ?a|a ?s|foundation degree|bts|dut|tecnologo|hnd|vordiplom|adn?",
        ),
        (
            "vocational",
            (
                r"vocational|apprenticeship|ausbildung|berufsausbildung|formacion profesional|fp|mbo|"
                r"yrkesutbildning|"
                r"curso tecnico|ensino tecnico|cap bep|trade school"
            ),
        ),
        (
            "secondary",
            (
                r"high school|secondary|ged|hs diploma|h s diploma|"
                r"abitur|gymnasi\w*|baccalaureat|bachillerato|maturita|diploma "
                r"superiore|"
                r"diploma di maturita|vwo|havo|ensino medio|ensino secundario|a levels?|hochschulreife|"
                r"matura|"
                r"diploma di scuola superiore|gymnasieutbildning|middelbare school"
            ),
        ),
    )
)
_RANK: Final = {level: rank for rank, (level, _) in enumerate(reversed(_LEVELS))}
_PARTIAL: Final = re.compile(
    r"\b(some|incomplet[eoa]?|in progress|ongoing|en cours|em andamento|en curso|in corso|cursando|"
    r"not completed|"
    r"without|less than|below|laufend|abgebrochen|pagaende|lopend)\b"
)
"""Levels that were begun, or not reached."""
_SEVERAL: Final = re.compile(
    r"\b(or|oder|ou|o|of|eller|and|und|en cours|in progress|some|incomplete|equivalent)\b|/"
)


def level_of(text: str) -> str | None:
    """The level that a degree's name stands for ("M.Sc. Informatik" is "master"), or None."""
    folded = fold(text)
    return next((level for level, pattern in _LEVELS if pattern.search(folded)), None)


def is_partial(text: str) -> bool:
    """Whether a text says that a level was begun, or not reached ("Some college", "Bachelor in progress")."""
    return _PARTIAL.search(fold(text)) is not None


def rank_of(text: str) -> int:
    """How high a degree is; -1 where its level is not known."""
    level = level_of(text)
    return -1 if level is None else _RANK[level]


def highest(degrees: Iterable[str]) -> str | None:
    """The highest of the degrees; None where there is none or one is of unknown level among several."""
    known = [degree for degree in degrees if degree]
    if len(known) == 1:
        return known[0]
    if not known or any(rank_of(degree) < 0 for degree in known):
        return None
    return max(known, key=rank_of)


def match_degree(degree: str, options: Sequence[str]) -> str | None:
    """The option of the degree's level. An MBA is a master's degree where no option names it."""
    if exact := match_text(degree, options):
        return exact
    level = level_of(degree)
    if level is None:
        return None
    real = [o for o in real_options(options) if not is_partial(o)]
    for wanted in (level, {"mba": "master", "doctor_medicine": "doctorate"}.get(level)):
        found = [o for o in real if wanted is not None and level_of(o) == wanted]
        plain = [o for o in found if not _SEVERAL.search(o.casefold())] or found
        if len(plain) == 1:
            return plain[0]
    return None
