"""Questions about experience with something: for how many years, whether so many, whether any.

"How many years of work experience do you have with Python?" and "Da quanti anni programmi in Python?" ask one
number. What stands around the skill only says how it is asked, in nine languages; any other word belongs to what
is asked about, and makes it something else.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import inf
from typing import Final, Literal

from companion.filling.bank.rewording import with_digits
from companion.filling.career.skills import Skill, plain, skill_of
from companion.filling.text import word_set

Kind = Literal["years", "bar", "some", "made", "known", "mastered"]
"""How many years; whether so many; whether any experience; whether one has made such; whether one knows it, or is
good at it."""


_FRAME: Final = word_set(
    """
    how many much years year yrs yr of long work working worked professional professionally practical
    hands on hands-on experience experiences do you have did has had been using used use with in as a an
    the your any some prior previous previously ever already currently current now total overall number
    please indicate state enter specify what is are
    proven solid relevant background and/or know knowledge good strong proficient
    experienced skilled familiar versed well expert possess got so far career
    utilisation utilizacion utilizzo verwendung nutzung anvandning
    seit wie vielen viele jahre jahren jahr lange schon bereits insgesamt berufserfahrung
    arbeitserfahrung berufspraxis praxiserfahrung erfahrung erfahrungen haben hast sie du mit im als
    arbeiten arbeitest gearbeitet nutzen nutzt genutzt verwenden verwendest verwendet benutzen benutzt
    programmieren programmierst entwickeln entwickelst eingesetzt umgang anzahl der die das dem den ein
    eine einen einem verfugen verfugst uber besitzen bringen bringst ihre deine praktische berufliche
    erste gute kenntnisse kennen kennst beherrschen beherrschst
    depuis combien d annees annee ans utilisez utilises vous tu travaillez travailles travaille sur avec
    en dans professionnelle avez as possedez justifiez disposez comme tant que nombre l le la les un une
    votre au total de des du programmez programmes developpez codez deja utilise connaissez maitrisez
    cuantos cuanto anos experiencia laboral profesional tienes tiene cuentas posees dispones con como el
    los las una llevas trabajando usando utilizando programas usas utilizas has
    trabajado usado utilizado tiempo hace previa alguna conoces numero posee
    quanti anni esperienza esperienze di lavoro lavorativa professionale hai da quanto usi utilizzi
    lavori programmi sviluppi scrivi progetti uno il lo i gli nel nella del della dello numero maturato
    maturata possiedi uso sei mai gia lavorato usato utilizzato conosci conoscenza pregressa tempo
    hoeveel jaar jaren werkervaring ervaring heb hebt heeft je u jij met een het al gebruik gebruikt werk
    werkt gewerkt programmeer programmeert hoelang lang sinds professionele aantal van ooit kennis
    ha quantos quantas voce usa utiliza trabalha ja experiencias tem possui profissional com em os um uma
    o programa desenvolve trabalhou usou utilizou conhece
    hur manga ars ar arbetslivserfarenhet arbetserfarenhet yrkeserfarenhet erfarenhet har av med inom som
    jobbat jobbar arbetat arbetar anvant anvander lange ett nagon tidigare programmerat
    ile lat poslugujesz sie zawodowo narzedziem doswiadczenia doswiadczenie masz w z ze od pracujesz jako
    pracy posiadasz uzywasz programujesz czy pracowales pracowalas znasz
    """
)
"""Words that only say how experience is asked for: English, German, French, Spanish, Italian, Dutch, Portuguese,
Swedish, Polish."""
_DOING: Final = word_set(
    "writing written programming programmed coding coded developing developed programando desarrollando"
)
"""Words that do so before a skill; behind one they make another of it ("network programming")."""
_BEFORE: Final = _FRAME | _DOING | word_set("built designed implemented deployed")
_OF_A_KIND: Final = _DOING | word_set(
    "relevant similar knowledge background good strong solid proven practical hands hands-on praktische "
    "praxiserfahrung "
    "kenntnisse conocimientos conoscenza kennis previous prior previa pregressa tidigare ever"
)
"""Words that say nothing beside a skill; without one, they ask for another thing than all years of work."""
_LOOSE_BRACKET: Final = re.compile(
    r"[(\[](?:(?P<years>(?:(?:in|en|em|i) )?(?:full |whole )?(?:years|yrs|jahren?|annees|ans|anos|anni|jaar|"
    r"jaren|ar|"
    r"lat)(?: of experience)?)|(?:numbers?(?: only)?|optional|required|enter a (?:whole )?number|y/n|"
    r"yes/no))[)\]]"
)
_TAIL: Final = re.compile(
    r" (?:no trabalho|at work|in your work|im beruf|au travail|en el trabajo|al lavoro|in je werk)$"
)
_MAKING: Final = re.compile(
    r"^(?:(?:building|creating|developing|writing) )?(?:(?:web|mobile|software) )?(?:solutions|applications|"
    r"apps|software|web ?sites|"
    r"services|systems) "
    r"(?:in|with|using) (?=\S)"
)
"""Things that are made with a skill, and say no more of it."""
_COUNT_ASKED: Final = re.compile(
    r"^(?:for |since )?how many (?:\w+ ){0,2}(?:years|yrs)\b|^how long have you\b.*\b(?:years|yrs)\b|"
    r"^(?:(?:total |overall )?number of )?(?:years|yrs)(?: of\b| with\b| in\b| using\b|.*\bexperience$)|"
    r"^experience (?:with|in) .* in years$|\bexperience \(?(?:in )?years\)?$|"
    r"^(?:seit )?wie viele[n]? jahren?\b|^seit wann .*jahr|^(?:anzahl )?(?:der )?jahre (?:berufs)?(?:erfahrung|"
    r"praxis)\b|"
    r"^wie lange .*\b(?:in jahren|jahre)\b|^(?:berufs)?erfahrung .*\bin jahren$|"
    r"^(?:depuis )?combien d ?(?:annees|ans)\b|^(?:nombre d )?annees d experience\b|"
    r"^(?:(?:hace|desde hace) )?cuantos anos\b|^(?:numero de )?anos de experiencia\b|"
    r"^(?:da )?quanti anni\b|^(?:numero di )?anni di esperienza\b|^da quanto tempo\b.* (?:in )?anni$|"
    r"^esperienza .*\b(?:in )?anni$|^(?:sinds )?hoeveel ja(?:ar|ren)\b|^(?:aantal )?ja(?:ar|"
    r"ren) (?:werk)?ervaring\b|"
    r"^(?:ha )?quantos anos\b|^(?:i )?hur manga ars?\b|^(?:antal )?ars (?:arbetslivs|yrkes|arbets)?erfarenhet\b|"
    r"^(?:od )?ile lat\b|^lat[a]? doswiadczenia\b"
)
_HAVE: Final = (
    r"do you (?:currently |already )?(?:have|possess)|have you got|haben sie|hast du|verfugen sie|verfugst du|"
    r"besitzen sie|bringen sie|bringst du|avez vous|as tu|disposez vous|possedez vous|justifiez vous|tienes|"
    r"tiene|"
    r"cuentas|posees|dispones|hai|possiedi|heb je|hebt u|heeft u|heb jij|beschik je|beschikt u|"
    r"(?:voce )?(?:tem|possui)|"
    r"har du|czy (?:masz|posiadasz)"
)
_EXPERIENCE: Final = (
    r"\b(?:\w*erfahrung(?:en)?|experiences?|background|experiencias?|esperienz[ae]|\w*ervaring|\w*erfarenhet|"
    r"doswiadczeni[ea])\b"
)
_SOME: Final = re.compile(
    rf"^(?:{_HAVE})\b.*{_EXPERIENCE}|"
    r"^have you (?:(?:ever|already|previously|been) )*(?:worked (?:with|in)|used|using|working (?:with|in)|"
    r"programmed in|"
    r"coded in|had experience|gained experience)\b|^are you experienced (?:with|in)\b|"
    r"^(?:haben sie|hast du) .*\b(?:mit .* gearbeitet|genutzt|verwendet|benutzt|eingesetzt)$|"
    r"^(?:avez vous|as tu) (?:deja )?(?:travaille (?:avec|sur)|utilise)\b|"
    r"^has (?:trabajado con|usado|utilizado)\b|^hai (?:mai |gia )?(?:lavorato con|usato|utilizzato)\b|"
    r"^(?:heb je|hebt u|heeft u) .*\b(?:met .* gewerkt|gebruikt)$|"
    r"^(?:voce )?(?:ja )?(?:trabalhou com|usou|utilizou)\b|^har du .*\b(?:jobbat|arbetat) med\b|"
    r"^har du .*\banvant\b|"
    r"^czy (?:pracowales|pracowalas) z\b"
)
_MADE: Final = re.compile(
    r"^have you (?:(?:ever|already|previously) )*(?:built|designed|implemented|developed|deployed)\b"
)
_KNOWN: Final = re.compile(
    r"^do you (?:know|have (?:(?:good|some|any) )?knowledge (?:of|in))\b|^are you familiar with\b|"
    r"^(?:kennen sie|kennst du)\b|^(?:haben sie|hast du) .*\bkenntnisse\b|^connaissez vous\b|^conoces\b|"
    r"^(?:conosci|hai (?:la )?conoscenza d)|^(?:ken je|kent u|heeft u kennis van|heb je kennis van)\b|"
    r"^(?:voce )?conhece\b|^czy znasz\b"
)
_GOOD: Final = re.compile(
    r"\b(?:strong|good|solid|proven|expert|sehr gute|gute|fundierte|bonne|solide|bonnes|buena|solida|buenos|"
    r"buona|goede|"
    r"boa|bons|goda|god)\b"
)
"""What makes of any experience a good one."""
_MASTERED: Final = re.compile(
    r"^are you (?:proficient|skilled|(?:well )?versed|an? expert|expert) (?:with|in)\b|^beherrsch(?:en sie|"
    r"st du)\b|"
    r"^maitrisez vous\b"
)
_BAR: Final = re.compile(
    r"(?P<bound>\b(?:at least|(?:a )?minimum(?: of| von)?|min\.?|more than|over|mindestens|mehr als|minstens|"
    r"minimaal|"
    r"ten minste|tenminste|meer dan|au moins|(?:un )?minimum de|plus d[e']?|al menos|como minimo|"
    r"minimo(?: de)?|mas de|"
    r"almeno|minimo|piu di|pelo menos|no minimo|mais de|minst|mer an|co najmniej|minimum|ponad|uber)\s+)?"
    r"(?P<low>(?<![\w.])\d{1,2})(?:\s?(?:-|–|to|bis|a|y|e|tot|till|do|and|und|et|en|och)\s?(?P<high>\d{1,2}))?"
    r"\s?(?P<plus>\+|plus\b|or more|oder mehr|ou plus|o mas|o piu|of meer|ou mais|eller mer)?\s?"
    r"(?:years?|yrs?|jahren?|jahr|ans?|annees?|anos?|anni|anno|jaar|ars?|lata?|roku)\b(?: s\b)?"
    r"(?:\s?(?:\+|plus\b|or more|oder mehr|ou plus|o mas|o piu|of meer|ou mais|eller mer))?"
)
_BETWEEN: Final = re.compile(r"\b(?:between|zwischen|entre|tra|tussen|mellan|miedzy)\s+(?=\d)")
_STRICT: Final = re.compile(
    r"more than|\bover\b|mehr als|meer dan|plus d|mas de|piu di|mais de|mer an|ponad|uber"
)
_A_STAY: Final = re.compile(
    r"\bhave you been (?:in|at|to|with|on)\b|\b(?:sind sie|bist du|etes vous|es tu|llevas|sei|ben je|bent u|"
    r"esta|ar du|"
    r"jestes) (?:in|im|en|au|aux|a|em|no|na|i|w|bei|chez|bij)\b|\bbeen an? \w+ (?:member|resident|citizen)\b"
)
"""Years that somebody has been somewhere are no years of experience with it."""
_SENTENCE: Final = re.compile(r"(?<=[?!])\s+|(?<=[a-z)])\.\s+")
_HOW_TO_ANSWER: Final = re.compile(
    r"^(?:please )?(?:enter|provide|answer|use|give|only) (?:\w+ ){0,4}(?:numbers?|years|digits?)\b|"
    r"^numbers only"
)
_EITHER: Final = re.compile(r"\s(?:or|oder|ou|oppure|eller|lub|o)\s")
_EITHER_IN_DUTCH: Final = re.compile(r"\s(?:of|ofwel)\s")
_BOTH: Final = re.compile(
    r"\s?,\s?(?:(?:and|und|et|och|en|y|e|as well as)\s)?|\s(?:and|und|et|och|&|sowie|y|e|en|i|as well as)\s|"
    r"\s/\s|\s\+\s"
)
_SLASH: Final = re.compile(r"(?<=[a-z0-9+#.]{3})/(?=[a-z0-9.]{3})")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked about experience.

    `ways` are the readings of what it is with: each a list of skills, all of which are meant; empty for
    all years of work. With `either`, one of the skills is enough. `low` and `high` bound the years of a
    bar; `is_strict` where it is more than `low`.
    """

    kind: Kind
    ways: tuple[tuple[Skill, ...], ...]
    either: bool = False
    low: float = 0.0
    high: float = inf
    is_strict: bool = False


@lru_cache(maxsize=8192)
def read(question: str, *, takes_yes: bool = False) -> Asked | None:
    """What a question asks about experience, or None where it asks anything else or more than that.

    `takes_yes` says that the field takes a yes or no: then "Experience with Go" asks whether there is any.
    """
    text = plain(with_digits(question[:400]))
    if len(text) > 240:
        return None
    first, *more = _SENTENCE.split(text)
    if any(_HOW_TO_ANSWER.match(sentence) is None for sentence in more):
        return None
    text = (
        _LOOSE_BRACKET.sub(lambda m: f" {m['years'] or ''} ", first)
        .strip(" ?:*.")
        .replace("-vous", " vous")
        .replace("-tu ", " tu ")
    )
    text = _TAIL.sub("", " ".join(text.split()).rstrip(" ?:*."))
    if _A_STAY.search(text):
        return None
    if _COUNT_ASKED.search(text):
        return _asked("years", text)
    bar = _BAR.search(text)
    if bar is not None:
        rest = " ".join(_BETWEEN.sub("", text[: bar.start()] + " " + text[bar.end() :]).split())
        if not _SOME.match(rest):
            return None
        asked = _asked("bar", rest)
        return asked and Asked(
            "bar",
            asked.ways,
            asked.either,
            float(bar["low"]),
            float(bar["high"] or inf),
            _STRICT.search(bar["bound"] or "") is not None,
        )
    for kind, pattern in _KINDS:
        if pattern.match(text):
            return _asked("mastered" if _GOOD.search(text) else kind, text)
    if takes_yes and re.match(
        r"^(?:experience|background|erfahrung|experiencia|esperienza|ervaring|erfarenhet)\b", text
    ):
        return _asked("some", text)
    if takes_yes and re.search(r"\bexperience$", text) and len(text.split()) <= 4:
        return _asked("some", text)
    return None


_KINDS: Final[tuple[tuple[Kind, re.Pattern[str]], ...]] = (
    ("some", _SOME),
    ("made", _MADE),
    ("known", _KNOWN),
    ("mastered", _MASTERED),
)


def _asked(kind: Kind, text: str) -> Asked | None:
    about = _about(text)
    if not about:
        return None if _OF_A_KIND & frozenset(text.split()) else Asked(kind, ())
    either = (_EITHER_IN_DUTCH if re.search(r"\b(?:\w*ervaring|heb|hebt|heeft)\b", text) else _EITHER).split(
        about
    )
    if len(either) > 1:
        alternatives = tuple(skill_of(part.strip()) for one in either for part in _parts(one))
        return Asked(kind, ((skill_of(about),), alternatives), either=True)
    parts = tuple(skill_of(part) for part in _parts(about))
    whole = (skill_of(about),)
    return Asked(kind, (whole,) if len(parts) == 1 else (whole, parts))


def _parts(about: str) -> list[str]:
    return [
        part.strip() for piece in _BOTH.split(about) for part in _SLASH.split(piece) if part and part.strip()
    ]


def _about(text: str) -> str:
    """What is left of a question without the words around it that only say how it is asked."""
    text = text.replace("user experience", "ux").replace("customer experience", "cx")
    words = re.sub(r"(?<=[a-z]):(?=\s|$)", " ", text).replace("/experience", " ").split()
    words = words[1:] if words[:1] == ["for"] else words
    while words and words[0].strip(",") in _BEFORE:
        words.pop(0)
    while words and words[-1].strip(",") in _FRAME:
        words.pop()
    return _MAKING.sub("", " ".join(words).strip(" ,"))
