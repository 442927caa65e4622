"""Which option of a list stands for a group of people, where it names the group by several words.

"Asian or Asian American", "Black, African, African American" and "White / Caucasian" are one group each. A list
that has a group in parts (East, South and Southeast Asian) has no option for who only says the whole.
"""

import re
from collections.abc import Sequence
from typing import Final

from companion.filling import options
from companion.filling.text import bounded, fold


def _names(text: str) -> frozenset[str]:
    return frozenset(fold(name) for name in text.split("|"))


_GROUPS: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    # The names that stand for the whole group, and those of parts of it that may stand beside them.
    (
        _names("asian"),
        _names(
            "asian american | asian british | asian canadian | asian australian | east asian | south "
            "asian | southeast asian | south east asian | central asian | north asian | chinese | indian "
            "| japanese | korean | filipino | vietnamese | pakistani | bangladeshi"
        ),
    ),
    (
        _names("black"),
        _names(
            "african american | african | black british | black american | black african | black "
            "caribbean | caribbean | afro caribbean | african canadian | african caribbean | black "
            "canadian | of african descent | afro latinx | afro latino | afro latina"
        ),
    ),
    (
        _names("white | caucasian"),
        _names(
            "european | european american | white american | white european | white british | white irish "
            "| british | irish"
        ),
    ),
    (
        _names("hispanic | latino | latina | latinx | latine"),
        _names(
            "latin american | spanish origin | hispanic american | hispanic origin | of spanish origin | "
            "chicano | chicana"
        ),
    ),
    (
        _names("american indian | native american | indigenous american"),
        _names("alaska native | alaskan native | indigenous | first nations | native alaskan"),
    ),
    (
        _names("native hawaiian | pacific islander"),
        _names("other pacific islander | hawaiian | native hawaiians | pacific islanders"),
    ),
    (_names("middle eastern"), _names("north african | mena | arab | middle east | north africa")),
    (
        _names("multiracial | multi racial"),
        _names("biracial | bi racial | mixed race | mixed | multiethnic | multi ethnic | multiple races"),
    ),
)
_APART: Final = re.compile(r"\s*(?:[,/&;+]|\b(?:or|and)\b)\s*", re.IGNORECASE)
_SEVERAL: Final = re.compile(r"\b(?:two or more|more than one)(?: races?)?\b", re.IGNORECASE)
_BESIDE: Final = re.compile(r"\([^)]*(?:\)|$)|\b(?:not|non)\b.*", re.IGNORECASE)
_LATIN: Final = re.compile(r"\blatin[oax](?:\s?/\s?[oax])+", re.IGNORECASE)


def match(stored: str, offered: Sequence[str]) -> str | None:
    """The one option for the group that a stored ethnicity names as a whole; None where the list has it in parts,
    joins it with another group, or does not have it."""
    whole, group = _group(stored)
    touching = _touching(group, offered)
    if len(touching) != 1:
        return None
    parts = _parts(touching[0])
    return touching[0] if parts <= group and parts & whole else None


def is_split(stored: str, offered: Sequence[str]) -> bool:
    """Whether several options of a list are of the group that a stored ethnicity names as a whole."""
    return len(_touching(_group(stored)[1], offered)) > 1


def goes_beyond(stored: str, option: str) -> bool:
    """Whether an option names another group beside the one that is stored ("Asian / White")."""
    group = _group(stored)[1]
    return bool(group) and not _parts(option) <= group


def _group(stored: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names for the whole of the stored group, and all names of it; empty where it is not one group's."""
    said = _parts(stored)
    found = ((whole, whole | parts) for whole, parts in _GROUPS if said & whole and said <= whole | parts)
    return next(found, (frozenset(), frozenset()))


def _touching(group: frozenset[str], offered: Sequence[str]) -> list[str]:
    return [option for option in options.real_options(offered) if _parts(option) & group]


def _parts(text: str) -> frozenset[str]:
    plain = _LATIN.sub("latino", _BESIDE.sub(" ", bounded(text)))
    plain = _SEVERAL.sub("multiracial", plain)
    return frozenset(fold(part) for part in _APART.split(plain) if fold(part))
