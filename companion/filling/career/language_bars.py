"""Questions that ask whether the applicant speaks a language, or speaks it well enough.

"Do you speak Spanish?", "Do you have B2 or higher in English?": a level of the profile reaches the bar, stays
clearly below it, or nobody can tell. A language that the profile does not list says nothing.
"""

import re
from typing import Final, NamedTuple

from companion.filling.career import languages
from companion.filling.options import negated
from companion.filling.text import bounded, fold
from companion.profile.json_resume import Profile

_RANGES: Final[dict[str, tuple[int, int]]] = {
    # From the least to the most that somebody may mean who says this of themself: A1 is 10, C2 is 60.
    "a1": (10, 15),
    "a2": (20, 25),
    "b1": (30, 35),
    "b2": (40, 45),
    "c1": (50, 55),
    "c2": (60, 65),
    "native": (70, 70),
    "fluent": (48, 65),
    "full": (48, 65),
    "proficient": (42, 60),
    "professional": (40, 55),
    "limited": (30, 40),
    "conversational": (25, 40),
    "advanced": (42, 55),
    "upper": (40, 45),
    "intermediate": (25, 40),
    "elementary": (10, 25),
    "beginner": (5, 20),
    "basic": (5, 25),
}


class _Bar(NamedTuple):
    """What a question asks for: below `too_low` is surely not enough, from `enough` on it surely is, and so is the
    very word for a level that the profile has."""

    too_low: int
    enough: int
    level: str = ""


_BARS: Final[dict[str, tuple[int, int]]] = {
    "a1": (10, 10),
    "a2": (20, 20),
    "b1": (30, 30),
    "b2": (40, 40),
    "c1": (50, 50),
    "c2": (60, 60),
    "native": (0, 70),
    "fluent": (41, 48),
    "full": (41, 60),
    "proficient": (38, 48),
    "professional": (26, 40),
    "limited": (20, 30),
    "conversational": (20, 30),
    "advanced": (41, 48),
    "upper": (40, 40),
    "intermediate": (25, 40),
    "elementary": (0, 25),
    "beginner": (0, 20),
    "basic": (0, 20),
}
_ANY_SPEAKER: Final = (0, 25)
_WHO_WRITES: Final = (0, 40)
_WELL: Final = (0, 40)
_WITH_EASE: Final = (41, 48)
_AS_THEY_FEEL: Final = (0, 48)

_SPEAKS: Final = """
    speak speaking speaker spoken communicate communicating communication converse conversing understand
    sprechen sprichst verstandigen parlez parles parle communiquer hablas habla hablar comunicarte
    comunicarse parli parla parlare conosci conosce comunicare spreek spreekt spreken communiceren fala
    falas falar comunicar talar tala taler tale snakker snakke puhutko mowisz poslugujesz
"""
_WRITES: Final = """
    write writing written read reading wort schrift schriftlich mundlich ecrit ecrite lu ecrire lire
    escrito escrita escribir leer scritto scritta scrivere leggere schrijven geschrift lezen escrever
    ler skrift skriva lasa skrive
"""
_GOOD: Final = """
    well good solid working gut gute gutes guten bon bonne bien buen buena buona buon bene goed goede
    bom boa bem god goda bra godt gode
"""
_EASE: Final = """
    very strong excellent outstanding sehr verhandlungssicher verhandlungssichere excellente tres muy
    molto muito excelente ottima ottimo uitstekend uitstekende zeer utmarkt utmarkta mycket
"""
_COMMAND: Final = """
    command comfortable comfortably confident confidently aise beherrschen beherrschst maitrisez
    maitrises dominas domina padroneggi beheers beheerst dominio beharskar behersker
"""
_PLAIN: Final = fold(
    """
    do you have can could are is your a an the in of at with to and or both either be able currently
    possess hold got level levels proficiency language languages skills skill knowledge minimum least
    environment context setting verbal verbally oral orally sie du haben hast konnen kannst sich dich
    auf mindestens ist sind ihr ihre ihrer dein deine uber verfugen verfugst kenntnisse sprachkenntnisse
    niveau sprachniveau und oder einem ein eine der die das sprache im beruflichen umfeld vous tu avez
    as pouvez est ce que un une de en le la l au moins votre langue et ou maitrise dans cadre contexte
    etes d professionnelle tienes tiene usted puedes puede con el al menos minimo nivel idioma lengua y
    o su competencia entorno fluidez hai ha puoi puo di il lo della dell almeno livello lingua e
    conoscenza tua sei ambito je jij u heb hebt hebben kun kunt een van het minimaal taal beheersing
    jouw uw kennis voce tem tens possui pode podes um uma em no conhecimento seu da os har ni kan din
    ett den pa minst niva sprak kunskaper i tal och eller ar det svenska jeg mindst og sprog czy pan
    pani na poziomie co najmniej jezyk jezyka po jezykiem lub dobrze suomen kielta vahintaan tasolla ja
    tai i am would say consider yourself describe as possiedi possiede una
    """
).split()
_CLOSED: Final = re.compile(
    r"^(?:do|can|could|are|is|have|sprechen|sprichst|beherrsch\w+|haben|hast|konnen|kannst|verfug\w+|sind|ist|"
    r"parlez|parles|maitris\w+|avez|as|pouvez|etes|est|hablas?|tienes?|dominas?|puedes?|eres|parli|parla|hai|ha|"
    r"conosc\w+|puoi|sei|spreekt?|heb|hebt|heeft|kun|kunt|ben|bent|beheerst?|voce|falas?|tem|tens|possui|pode|e|"
    r"talar|har|kan|ar|beharskar|taler|snakker|puhutko|czy|mowisz)\b"
)
_OR_HIGHER: Final = re.compile(
    r" (?:or|and|oder|und|ou|et|o|y|e|of|en|eller|och)(?: (?:a|an|the|de|mas|piu|meer))? "
    r"(?:higher|above|better|more|up|hoher|besser|plus|superieur|mas|superior|alto|superiore|hoger|beter|acima|"
    r"hogre|battre|hoyere|hojere)\b"
)
_TO_WORK_IN: Final = re.compile(r"\b(can you|(?:are you )?able to) work (?=in )")
_SAID_BEFORE: Final = re.compile(
    r"(?i)^(?P<said>(?:please note:? )?(?:this|the|our) (?:role|position|job|vacancy) [^.?!]{3,80}[.!]) "
    r"(?P<asked>[^.?!]+\?)$"
)
"""What the job wants, and then the question."""
_EITHER: Final = re.compile(r"\b(?:or|oder|ou|eller|lub)\b")
_BUSINESS: Final = re.compile(r"\bbusiness\b")
_FIRST_LANGUAGE: Final = re.compile(r"\bfirst language\b")
_NEARLY: Final = re.compile(r"\b(near|nearly|almost|semi|quasi|fast|presque|casi|quase|bijna|nastan|rusty)\b")
_SPEAKING: Final = frozenset(map(fold, _SPEAKS.split()))
_WRITING: Final = frozenset(_WRITES.split())
_GOODLY: Final = frozenset(_GOOD.split())
_EASILY: Final = frozenset(_EASE.split())
_COMMANDING: Final = frozenset(_COMMAND.split())
_KNOWN: Final = _SPEAKING | _WRITING | _GOODLY | _EASILY | _COMMANDING | frozenset(_PLAIN)


def reached(question: str, profile: Profile, *, is_choice: bool) -> bool | None:
    """Whether the applicant's level reaches what a question asks for; None where it asks for something else, the
    profile does not list the language, or its level is neither surely enough nor surely too low.

    A label that is no question ("Fluent English") counts where it is a choice (of yes and no).
    """
    text = bounded(question)
    if before := _SAID_BEFORE.match(text):
        # "This role requires C1. Do you speak English?" asks for C1.
        wanted = languages.split_levels(fold(before["said"]))[0]
        text = " ".join((before["asked"], *wanted))
    folded = _TO_WORK_IN.sub(r"\1 speak ", _OR_HIGHER.sub(" ", fold(text)))
    if not is_choice and _CLOSED.match(folded) is None:
        return None
    asked = languages.named_in(folded)
    bars = _bars_in(folded) if asked else None
    if not bars:
        return None
    verdicts = {_verdict(language, bars, folded, profile) for language in asked}
    # "Fluent English and Spanish", "English or Spanish": where they differ, of which of them is it meant?
    return verdicts.pop() if len(verdicts) == 1 else None


def _bars_in(folded: str) -> list[_Bar] | None:
    """The bars that a folded question sets, all of which are to be reached; None where it has a word besides."""
    levels, rest = languages.split_levels(_FIRST_LANGUAGE.sub("native", folded))
    rest = _BUSINESS.sub(" ", rest)
    words = frozenset(rest.split()) - languages.NAMES
    if words - _KNOWN:
        return None
    bars = [_Bar(*_BARS[level], level) for level in levels]
    if len(bars) > 1 and _EITHER.search(folded):
        bars = [min(bars, key=lambda bar: bar.enough)]
    if _BUSINESS.search(folded):
        bars.append(_Bar(*_BARS["professional"], "professional"))
    for said, bar in (
        (_SPEAKING, _ANY_SPEAKER),
        (_WRITING, _WHO_WRITES),
        (_GOODLY, _WELL),
        (_EASILY, _WITH_EASE),
        (_COMMANDING, _AS_THEY_FEEL),
    ):
        if words & said:
            bars.append(_Bar(*bar))
    return bars


def _verdict(language: str, bars: list[_Bar], folded: str, profile: Profile) -> bool | None:
    spoken = languages.spoken(profile, language, folded)
    level = _range_of(spoken.fluency) if spoken is not None else None
    if spoken is None or level is None:
        return None
    least, most = level
    stated = languages.levels_in(spoken.fluency)
    if all(least >= bar.enough or bar.level in stated for bar in bars):
        return True
    return False if any(most < bar.too_low for bar in bars) else None


def _range_of(fluency: str) -> tuple[int, int] | None:
    """What somebody may mean by the level that they state: between "A1" at 10 and a native speaker at 70."""
    if negated(fluency) or _NEARLY.search(fold(fluency)):
        return None
    exact = [_RANGES[level] for level in languages.levels_in(fluency) if level in languages.CEFR]
    if len(exact) > 1:
        return min(exact)[0], max(exact)[1]
    ranges = [_RANGES[level] for level in languages.levels_in(fluency)]
    if not ranges:
        return None
    least, most = max(low for low, _ in ranges), min(high for _, high in ranges)
    return (least, most) if least <= most else None
