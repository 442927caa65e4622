"""Which option of a select, radio group or list says a given thing. Always one that is there, or none."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Final

from companion.filling.home.geo import (
    calling_code,
    countries_in,
    country_of,
    country_words,
    dial_code_of,
    subdivision_of,
)
from companion.filling.text import bounded, fold

YES: Final = frozenset({"yes", "ja", "oui", "si", "sim", "true", "y", "jawohl", "yep"})
NO: Final = frozenset({"no", "nein", "non", "nee", "nao", "nej", "false", "n", "nope"})
MAX_OPTIONS: Final = 5_000
_PLACEHOLDER: Final = re.compile(
    r"^((please )?(select|choose)\b.*|bitte (aus)?wahlen.*|choisir.*|choisissez.*|selectionne\w*.*|"
    r"seleccion\w*.*|"
    r"elige.*|seleziona.*|scegli.*|selecteer.*|kies.*|selecione.*|escolha.*|valj.*|none selected|"
    r"(option|auswahl|eintrag|antwort) (aus)?wahlen|vyberte\b.*|wybierz\b.*|vaelg\b.*|vælg\b.*|velg\b.*|"
    r"valitse\b.*|"
    r"valassz\w*\b.*|alegeti\b.*|selectati\b.*|odaberite\b.*|izberite\b.*|isaberite\b.*|επιλεξτε.*|επιλογη.*|"
    r"выберите.*|оберіть.*|виберіть.*|изберете.*|(bir )?(secenek|secim) (belirleyin|secin|yapin).*|pilih\b.*|"
    r"ein(e)? (option|auswahl) (aus)?wahlen|chon mot.*|)$"
)
_DRAWN_PLACEHOLDER: Final = re.compile(
    r"^([-–—]+\s*(?:[^\W\d_]| ){1,24}[-–—]+|\((none|keine|aucune?|ninguno|nessuno)\))$", re.IGNORECASE
)
"""Words between dashes, or "none" in parentheses: "-None-", "— Aucun —". "None" alone may be an answer."""
_NEGATION: Final = re.compile(
    r"\b(not|no|never|dont|wont|cannot|cant|isnt|arent|havent|hasnt|didnt|nicht|kein\w*|niet|geen|pas|"
    r"aucun\w*|nao|inte|ej|nunca)\b"
)
_YES_NO_FILLER: Final = frozenset(
    [
        "i",
        "am",
        "do",
        "have",
        "will",
        "we",
        "be",
        "to",
        "the",
        "a",
        "an",
        "in",
        "for",
        "of",
        "and",
        "or",
        "my",
        "this",
        "that",
        "it",
        "is",
        "at",
        "not",
        "does",
        "was",
        "with",
        "any",
        "you",
        "your",
        "are",
        "no",
        "yes",
        "currently",
        "now",
        "future",
        "legally",
        "work",
        "working",
        "so",
        "would",
        "ich",
        "bin",
        "habe",
        "je",
        "suis",
        "yo",
        "soy",
        "sono",
        "ik",
        "ben",
        "sou",
        "jag",
        "ar",
        "don",
        "t",
        "dont",
    ]
)
_A_STATUS: Final = r"\b(?i:citizen\w*|residen\w*|green ?card|gc|h-?1b|opt|cpt|ead)\b"
"""What somebody is in the eyes of the law: an option that adds it, in brackets too, says more than yes or no."""
_DECLINE: Final = re.compile(
    r"\b(prefer not|declines?|rather not|wish not|dont wish|do not wish|not want to (answer|say)|not to say|"
    r"not to (answer|disclose|identify|specify)|choose not|keine angabe|mochte (ich )?nicht|prefiero no|"
    r"prefere? ne pas|ne souhaite pas|prefiro nao|preferisco non|liever niet|vill inte|not declared|"
    r"no (answer|response))\b"
)


def real_options(options: Sequence[str]) -> list[str]:
    """The options without the placeholder ("Select an option"), bounded in number."""
    return [o for o in options[:MAX_OPTIONS] if not (len(o) < 60 and _is_placeholder(o))]


def _is_placeholder(option: str) -> bool:
    return bool(_DRAWN_PLACEHOLDER.match(option.strip()) or _PLACEHOLDER.match(fold(option)))


def _only(found: Sequence[str]) -> str | None:
    distinct = list(dict.fromkeys(found))
    return distinct[0] if len(distinct) == 1 else None


def match_text(value: str, options: Sequence[str]) -> str | None:
    """The option that is the value, up to case, accents and punctuation; else the one that begins with it
    and goes on
    in parentheses or after a dash ("White (not Hispanic)")."""
    wanted = fold(value)
    if not wanted:
        return None
    real = real_options(options)
    exact = [o for o in real if fold(o) == wanted and _open_ended(o) == _open_ended(value)]
    if exact:
        return next((o for o in exact if bounded(o) == bounded(value)), exact[0])
    return _only([o for o in real if fold(re.split(r"\(|\s[-–—:]\s|,|/", bounded(o))[0]) == wanted])


def _open_ended(text: str) -> bool:
    """Whether a text ends in a sign that makes it more ("5+", "B+")."""
    return text.rstrip().endswith("+")


@lru_cache(maxsize=4096)
def yes_or_no(text: str) -> bool | None:
    """True or False where the text begins with a yes or no in a supported language, else None."""
    words = fold(text).split(maxsplit=1)
    if not words:
        return None
    if words[0] in YES:
        return True
    return False if words[0] in NO else None


def plain_yes_or_no(text: str) -> bool | None:
    """True or False where the text is a yes or a no and not a word more, else None."""
    return yes_or_no(text) if len(fold(text).split()) == 1 else None


_PAIRS: Final = {"tak": "nie", "ano": "ne", "kylla": "ei", "da": "nu", "igen": "nem", "evet": "hayir"}
"""Words for yes and no that are other words in other languages ("nie" is never): they count beside each other."""


def _says_yes(option: str, beside: Sequence[str]) -> bool | None:
    """Whether an option begins with a yes or a no, in a language that the options beside it are in."""
    first = fold(option).split(maxsplit=1)[:1]
    others = {word for o in beside[:10] for word in fold(o).split(maxsplit=1)[:1]}
    for yes, no in _PAIRS.items():
        if {yes, no} <= others and first and first[0] in {yes, no}:
            return first[0] == yes
    return yes_or_no(option)


def match_yes_no(
    answer: bool, options: Sequence[str], question: str, *, allowed: frozenset[str] = frozenset()
) -> str | None:
    """The one option that says yes (or no).

    What an option adds to its yes or no ("Yes, and I live in Canada") must be words of the question, else
    it claims
    something that nobody said: then None. `allowed` are further words that may be added.
    """
    real = real_options(options)
    same = [o for o in real if _says_yes(o, real) is answer]
    if len(same) != 1:
        plain = [o for o in same if fold(o) in (YES if answer else NO)]
        # "Yes" beside "Yes, with sponsorship" is no plain yes: the longer one may be what fits.
        return plain[0] if len(plain) == 1 and len(same) == 1 else None
    rest = re.sub(rf"\((?![^)]*{_A_STATUS})[^)]*(\)|$)", " ", bounded(same[0]))
    known = {stem(w) for w in fold(question).split()} | {stem(w) for w in allowed}
    known |= {stem(w) for code in countries_in(question) for w in country_words(code)}
    added = [w for w in fold(rest).split()[1:] if w not in _YES_NO_FILLER and stem(w) not in known]
    return same[0] if not added else None


def match_negation(answer: bool, options: Sequence[str]) -> str | None:
    """Among two statements of which one is negated ("I am a veteran", "I am not a veteran"), the one that
    fits."""
    real = [o for o in real_options(options) if not _DECLINE.search(fold(o))]
    if len(real) != 2:
        return None
    negated = [bool(_NEGATION.search(fold(o))) for o in real]
    if negated[0] == negated[1]:
        return None
    return real[negated.index(not answer)]


def negated(text: str) -> bool:
    """Whether a text has a negation in it, in any supported language."""
    return _NEGATION.search(fold(text)) is not None


def declines(text: str) -> bool:
    """Whether a text says that the applicant would not say."""
    return _DECLINE.search(fold(text)) is not None


def match_country(
    code: str, options: Sequence[str], *, dialling: bool = False, region: str = ""
) -> str | None:
    """The option that names the country, in any supported language; with `dialling`, by calling code
    alone as well.

    Some lists have a country once for each of its states ("United States - Texas"): then `region`
    decides.
    """
    real = [o for o in real_options(options) if len(o) < 120]
    words = country_words(code)
    likely = [o for o in real if not words.isdisjoint(fold(o).split())]
    named = [o for o in likely if country_of(o) == code]
    if named:
        return named[0]
    wanted = subdivision_of(region, code) if region else None
    if wanted is not None and (option := _only([o for o in likely if _is_state_of(o, code, wanted)])):
        return option
    if dialling and (calling := calling_code(code)):
        return _only([o for o in real if dial_code_of(o) == calling and country_of(o) in {None, code}])
    return None


def _is_state_of(option: str, country: str, state: str) -> bool:
    parts = [part for part in re.split(r"\s[-–—:]\s|[(),/]", bounded(option)) if part.strip()]
    return len(parts) == 2 and country_of(parts[0]) == country and subdivision_of(parts[1], country) == state


def match_region(region: str, country: str, options: Sequence[str]) -> str | None:
    """The option that names the state or province, in full or abbreviated."""
    if exact := match_text(region, options):
        return exact
    code = subdivision_of(region, country)
    if code is None:
        return None
    return _only([o for o in real_options(options) if len(o) < 120 and subdivision_of(o, country) == code])


def match_unique(options: Sequence[str], fits: Callable[[str], bool]) -> str | None:
    """The one option that fits, or None where several do or none."""
    return _only([o for o in real_options(options) if fits(o)])


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without English endings, coarse: "authorized", "authorization" and "authorised" become the
    same."""
    word = word.replace("isation", "ization").replace("ised", "ized").replace("ise", "ize")
    word = word.replace("programme", "program").replace("avour", "avor").replace("olour", "olor")
    for ending in (
        "ization",
        "ations",
        "ation",
        "izing",
        "ized",
        "ize",
        "ings",
        "ing",
        "ies",
        "ed",
        "es",
        "s",
        "e",
        "o",
        "a",
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
