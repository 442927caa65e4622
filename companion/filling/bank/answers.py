"""The answer bank: is this question one that the user has answered, in other words perhaps?

Two questions are the same when what they ask about is the same: their concepts, numbers, names and the
words that are left. A word that just one of them has makes it narrower, or another one.
A negation in one of the two turns a yes into a no.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling.bank.concepts import FILLER, OPPOSITES, conceptualise, is_concept
from companion.filling.bank.rewording import reworded
from companion.filling.bank.stance import without_stance
from companion.filling.home.geo import cities_in, city_country, countries_in
from companion.filling.model import JobFacts, StoredAnswer
from companion.filling.options import stem, yes_or_no
from companion.filling.text import bounded, fold

MAX_STORED: Final = 2_000
BAR: Final = 0.8
"""How much of the stored question the asked one must cover, by weight (0 to 1)."""
NEGATION: Final = re.compile(
    r"\b(not|never|dont|wont|arent|isnt|havent|hasnt|cannot|cant|nicht|kein\w*|niet|geen|pas|nao|inte|"
    r"unable|unavailable|lack|without)\b|\b(?:have|has|had|hold|possess|with) no\b|\bfree (?:of|from)\b|"
    r"\bno (?:tienes?|has|ha|eres|es|posees?|dispones?)\b|\bnon (?:hai|ha|sei|possied\w*)\b"
)
COUNTED: Final = re.compile(r"^\s*(question |frage )?\d{1,2}\s?[.):]\s*(?=[^\W\d])", re.IGNORECASE)
"""The number before a question in a list of them."""
_PARENTHESES: Final = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]")
_HARMLESS: Final = re.compile(
    r"^\s*(optional|required|select|choose|e\.?\s?g|for example|i\.e|yes|y/n|please|if any|if "
    r"applicable|z\.\s?b)",
    re.IGNORECASE,
)
_CONDITIONAL: Final = re.compile(
    r"^(if|wenn|falls|si|se|als|indien|om|in case|en caso|caso|sofern)\b(?! (you|sie|du|vous) (were|waren|"
    r"had|could))"
)
_IF_HIRED: Final = re.compile(
    r"(?i)^(?:if|should) (?:"
    r"(?:(?:you )?(?:are |be |were )?(?:successful|selected|hired|appointed|chosen|"
    r"offered (?:(?:the|this|a|an) )?(?:job|role|position|post|employment))|"
    r"(?:you (?:were to |should |do )?)?(?:receive|get|accept) (?:an|our|the) (?:job )?offer(?: of employment)?|"
    r"(?:an?|this|the) (?:job|role|position|offer)(?: of employment)? (?:is|were|was|should be|be) "
    r"(?:made|extended|offered))(?: to you)?(?: for (?:this|the) (?:job|role|position))?[,.;]? "
    r"(?=(?:on |from |in |by )?(?:when|what|how|which|are|would|will|can|could|do)\b)|"
    r"(?:(?:you are )?not (?:already |currently )?(?:local|located|based|living|residing|in|near)|"
    r"you (?:don['’]t|do not) (?:already |currently )?(?:live|reside))\b[^,?]{0,40}, "
    r"(?=(?:are|would) you (?:be )?\w+ to relocate\W*$))"
)
_FOLLOW_UP: Final = re.compile(
    r"\b(if (yes|so|not|no|applicable|other|selected|answered)|please (explain|describe|elaborate|specify|"
    r"list|provide details|give)|"
    r"why or why not|wenn ja|falls ja|si oui|en caso afirmativo|se si|se sim|zo ja|om ja|provide details|"
    r"(?<=\w )(?<!^for )(?<!^in )how (many|much))\b"
)

_OPEN: Final = re.compile(
    r"^(?:please |bitte |and |in |at |to |for |from |ab |seit |auf |desde |de |op |vanaf |em |a |i |fran )*"
    r"(?:which|what|how|when|where|who|whom|why|describe|list|explain|welche\w*|wie|wann|wo|woher|wer|warum|"
    r"was (?:ist|sind|war|hast|haben|fur|mochte\w*)|quel\w*|comment|combien|quand|qui|pourquoi|cual\w*|como|"
    r"cuant\w*|cuando|donde|quien|que|quale?|quali|quant\w*|che|come|dove|chi|perche|wat|welke?|hoe\w*|"
    r"wanneer|waar\w*|qual|quais|onde|quem|vad|vilk\w*|hur|nar|var|vem|varfor)\b"
)
_CLOSED: Final = re.compile(
    r"^(?:are|is|do|does|did|have|has|had|will|would|can|could|may|were|sind|haben|ist|hast|bist|besitz\w*|"
    r"konn\w*|wurd\w*|darf\w*|etes|avez|est ce|possedez|pouvez|eres|tienes|tiene|ha|estas|puedes|posee\w*|"
    r"sei|hai|puoi|possiedi|ben|bent|heb|hebt|heeft|mag|kun|kunt|beschik\w*|voce|tem|possui|ja|e|ar|har|"
    r"kan)\b"
)
"""How a question begins that takes a word or a number of its own, and how one that takes a yes or a no."""
_EXPECTS: Final = re.compile(
    r"^(?:dont|doesnt|didnt|arent|isnt|havent|hasnt|wont|cant|couldnt|wouldnt|no|non|n|nao|ne) |"
    r"^(?:haben|sind|hast|bist|besitzen|konnen|kannst|mochten) (?:sie|du) (?:nicht|kein\w*)\b|"
    r"^(?:heb|ben|bent|heeft|kun|kunt) (?:je|jij|u) (?:niet|geen)\b|^(?:har|ar|kan) du (?:inte|ingen|inget)\b"
)
"""How a question begins that expects a yes ("Aren't you …?"): whether a yes agrees or denies, nobody can tell."""
_FUTURE: Final = re.compile(
    r"^(?:will you (?!be (?:able|willing|available|open|comfortable))|werden sie|wirst du|aurez vous|"
    r"serez vous|"
    r"tendras|avrai|terei|kommer du)\b"
)
_PAST: Final = re.compile(r"^(?:were|was|did|had|waren|hatten|warst|hattest|etiez|aviez)\b")
_AGES: Final = frozenset({"16", "18", "21"})
_AGE_WORDS: Final = ("c_age", "year", "years", "old", "oud", "jaar", "alt", "jahr", "ans", "anos")


_EXPERIENCE_AT: Final = re.compile(
    r"\b(?:experience(?: working)? at|erfahrung(?:en)? bei|experience chez|esperienza presso|ervaring bij) "
    r"(?!work\b|all\b|this\b|that\b|present\b|least\b|(?:an? |the )?(?:\w+ )?level\b)"
)
"""Experience at a firm is none with what it makes: "at Oracle", "with Oracle"."""


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question is about, made comparable."""

    weights: tuple[tuple[str, float], ...]
    numbers: frozenset[str]
    places: frozenset[str]
    negated: bool
    follow_up: bool
    takes_yes: bool | None
    """Whether it takes a yes or no; None for a label that may be either ("Driving licence")."""
    time: str
    """ "past" or "future" where it asks how things were or will be, else empty."""

    @property
    def tokens(self) -> frozenset[str]:
        """The tokens alone."""
        return frozenset(token for token, _ in self.weights)


@dataclass(frozen=True, slots=True)
class Match:
    """A stored answer for a question; `inverted` where a yes to the one is a no to the other."""

    stored: StoredAnswer
    score: float
    inverted: bool


def without_hope(question: str) -> str:
    """The question without a condition before it that says no more than that the job is given ("If successful,
    when could you start?"), or that somebody who must relocate lives elsewhere."""
    return _IF_HIRED.sub("", bounded(question))


def is_conditional(question: str) -> bool:
    """Whether a field only goes with an answer to another one ("If yes, please explain")."""
    return _CONDITIONAL.match(fold(without_hope(question))) is not None


def is_compound(question: str) -> bool:
    """Whether a question asks for more than a yes or no after all ("…? If yes, please describe")."""
    return _FOLLOW_UP.search(fold(question)) is not None


@lru_cache(maxsize=4096)
def company_words(company: str, url: str) -> frozenset[str]:
    """The words that name the employer: those of its name, and the address's host and first folder."""
    words = {w for w in fold(company).split() if w not in _COMPANY_FORMS}
    path = re.sub(r"^[a-z]+://", "", url.casefold())[:200]
    return frozenset(words) | frozenset(part for part in re.split(r"[/?#]", path)[:2] if len(part) > 3)


_COMPANY_FORMS: Final = frozenset(
    [
        "inc",
        "llc",
        "ltd",
        "limited",
        "gmbh",
        "ag",
        "se",
        "sa",
        "sas",
        "srl",
        "bv",
        "nv",
        "ab",
        "oy",
        "plc",
        "corp",
        "corporation",
        "company",
        "co",
        "group",
        "the",
        "and",
        "of",
        "technologies",
        "industries",
        "software",
        "solutions",
        "consulting",
        "services",
        "health",
        "studio",
        "labs",
        "holding",
        "holdings",
        "international",
        "global",
    ]
)


_TRADES: Final = frozenset(
    fold(
        "hotel hotels restaurant restaurants restaurante ristorante brasserie osteria cafe bar backerei bakery "
        "klinik kliniken clinic clinique clinica hospital krankenhaus hopital ospedale ziekenhuis sjukhus pflege "
        "care bank banca banque banco school schule ecole escuela scuola escola skola university universitat "
        "universite universidad universita universidade universitet hochschule college academy kita kindergarten "
        "apotheke pharmacy pharmacie farmacia apotek logistik logistics logistique transport retail handel "
        "versicherung insurance assurance seguros verzekering energie energy pharma security sicherheit bau "
        "construction gastronomie catering hospitality kitchen kuche cuisine cocina cucina keuken kok cozinha "
        "marketing sales vertrieb education media design digital engineering finance supermarkt fabrik factory"
    ).split()
)
"""Words of employers' names that say what trade they are in: alone they name no employer."""
_ANY_ONE: Final = re.compile(
    r"(?i)\b(?:an?|another|any|eine?[mnrs]?|andere[mnrs]?|une?|autre|una|uno|otr[oa]|altr[oa]|een|ander[e]?|"
    r"uma?|num|numa|outr[oa]|ett|en|annat|annan)\s+$"
)
"""Words that stand before one of a kind, not before the employer's name."""
_STAFF: Final = re.compile(
    r"(?i)[ -](?:employee|contractor|intern|worker|team|mitarbeiter|medewerker|anst[äa]lld)"
)
"""What follows an employer's name that has an article for its own sake ("an Acme employee")."""


def with_us(text: str, company: str, url: str) -> str:
    """The text with the employer's name replaced by "us" (and the country's by its full name, for it is not the
    employer); capitalised words count where the address contains them."""
    name = bounded(company)
    if len(name) > 2:
        text = re.sub(rf"(?i)(?<!\w){re.escape(name)}(?!\w)", " us ", text)
    text = re.sub(r"\bU\.\s?S\.(\s?A\.)?|\bUSA\b|\bUS\b", " united states ", text)
    known = company_words(company, url)
    slugs = [part for part in known if part not in fold(company).split()]

    def replace(match: re.Match[str]) -> str:
        word = fold(match[0])
        if word not in known and not (len(word) > 3 and any(word in slug for slug in slugs)):
            return match[0]
        one_of_a_kind = _ANY_ONE.search(text[: match.start()]) and not _STAFF.match(text[match.end() :])
        # The "Boston office" of Boston Dynamics is in a city.
        is_a_place = len(name.split()) > 1 and city_country(word)
        return match[0] if word in _TRADES or one_of_a_kind or is_a_place else "us"

    text = re.sub(r"(?<!\w)[A-Z][\w&’'.-]*", replace, text)
    return re.sub(
        r"\bus(?:\s+(?:us|Inc|LLC|Ltd|GmbH|Group|Consulting|Company|Industries|Software|Technologies)\b\.?)+",
        "us",
        text,
    )


def meant(question: str, company: str = "", url: str = "") -> Meant:
    """What a question is about. The employer's name and "us" are the same."""
    if not _may_name_employer(question, company, url):
        company = url = ""  # the same for every job: what was read once is known
    return _meant(question, company, url)


@lru_cache(maxsize=8192)
def _may_name_employer(question: str, company: str, url: str) -> bool:
    """Whether a word of the question may stand for the employer, by its name or by the address."""
    known = company_words(company, url)
    words = fold(question).split()
    return any(word in known or (len(word) > 3 and any(word in slug for slug in known)) for word in words)


@lru_cache(maxsize=8192)
def _meant(question: str, company: str, url: str) -> Meant:
    text = bounded(question)
    text = _PARENTHESES.sub(
        lambda m: " " if _HARMLESS.match(m[1] or m[2] or "") else f" {m[1] or m[2] or ''} ", text
    )
    text = reworded(text)
    places = countries_in(text) | cities_in(text)
    folded = fold(with_us(text, company, url))
    weights: dict[str, float] = {}
    numbers: set[str] = set()
    opposite = False
    for token in conceptualise(folded):
        if is_concept(token):
            name = token[2:]
            opposite ^= token.startswith("c_") and name in OPPOSITES
            weights[token[:2] + OPPOSITES.get(name, name)] = 2.0
        elif token.isdigit():
            numbers.add(token)
            weights[token] = 2.0
        elif token not in FILLER and not NEGATION.fullmatch(token):
            weights[stem(token)] = 1.0 if len(token) > 3 else 0.7
    if "c_howwell" in weights:
        weights.pop("c_speak", None)
    if numbers & _AGES:
        for word in _AGE_WORDS:
            weights.pop(word, None)
    if len(weights) > 1 and "c_now" in weights and "c_prior" not in weights:
        weights["c_now"] = 0.7
    if _EXPERIENCE_AT.search(folded):
        weights["l_at"] = 2.0
    weights = without_stance(weights, folded, is_closed=takes_yes(fold(question)) is True)
    negated = bool(len(NEGATION.findall(folded)) % 2) ^ opposite
    return Meant(
        tuple(sorted(weights.items())),
        frozenset(numbers),
        frozenset(places),
        negated,
        is_compound(question),
        takes_yes(fold(question)),
        _time(fold(question)) if "c_employedby" not in weights else "",
    )


def _time(folded: str) -> str:
    if _FUTURE.match(folded):
        return "future"
    return "past" if _PAST.match(folded) else ""


def takes_yes(folded: str) -> bool | None:
    """Whether a folded question takes a yes or no; None for a label that may be either ("Driving licence")."""
    if _OPEN.match(folded):
        return False
    return True if _CLOSED.match(folded) else None


_TOLD: Final = frozenset({"c_ourcompany", "c_affiliates", "c_noncompete", "c_covenant"})
"""Concepts that must be named in both: a question without one of them asks for something else."""


def compare(asked: Meant, stored: Meant) -> float:
    """How much two questions are the same, from 0 to 1; 0 where a number, a place, a time or a word that one
    lacks tells them apart."""
    if (
        not asked.weights
        or not stored.weights
        or asked.numbers != stored.numbers
        or asked.places != stored.places
        or asked.time != stored.time
        or (asked.takes_yes is not None and stored.takes_yes is (not asked.takes_yes))
    ):
        return 0.0
    if asked.tokens - stored.tokens:
        return 0.0
    missing = stored.tokens - asked.tokens
    if any(token.startswith("l_") or token in _TOLD for token in missing):
        return 0.0
    if not all(map(is_concept, missing)):
        # "How many years … with SAP?" is not "How many years …?": what it is about must be named in both.
        return 0.0
    total = sum(weight for _, weight in stored.weights)
    return sum(weight for token, weight in stored.weights if token in asked.tokens) / total


_CAPACITY: Final = (
    r"(?:an? )?(?:employee|contractor|intern|temp|temporary worker|freelancer|consultant|volunteer)s?"
)
_IN_ANY_CAPACITY: Final = re.compile(
    rf"(?i)(?<=\w),? ?\(?(?:(?:including|incl\.?|whether|even),? as {_CAPACITY}|\bas an employee(?=,? or|,| ?/))"
    rf"(?:(?:,|,? or|,? and| ?/) {_CAPACITY})*\)?"
)
"""In what capacity somebody has worked: whoever has never worked somewhere has not as a contractor either, while
whoever was never *employed* may have."""
_WORKED: Final = re.compile(
    r"(?i)\b(?:work(?:ed)?|gearbeitet|travaill[ée]|trabajado|lavorato|gewerkt|trabalh(?:ou|aste)|arbetat|jobbat)\b"
)


def _alike(question: str, stored: Sequence[StoredAnswer], job: JobFacts, url: str) -> list[Match]:
    """The stored answers whose questions are alike enough."""
    # A word of the employer's name may be what is asked about: "HVAC experience" at "Lone Star HVAC".
    readings = list(dict.fromkeys((meant(question, job.company or "", url), meant(question))))
    expects = _EXPECTS.match(fold(question)) is not None
    best: list[Match] = []
    for answer in stored[:MAX_STORED]:
        known = meant(answer.question)
        score, asked = 0.0, None
        for reading in readings:
            if (likeness := compare(reading, known)) > score:
                score, asked = likeness, reading
        if asked is None or score < BAR or (asked.negated != known.negated and expects):
            continue
        if asked.follow_up == known.follow_up:
            best.append(Match(answer, score, inverted=asked.negated != known.negated))
    return best


def find(
    question: str, stored: Sequence[StoredAnswer], job: JobFacts, url: str, *, exact: bool = False
) -> Match | None:
    """The stored answer to the same question; None below the bar, or where two that differ fit equally well.

    With `exact` only a question in the very same words counts, up to case, accents and punctuation.
    """
    question = COUNTED.sub("", bounded(question))
    asked_plainly = without_hope(question)
    wanted = fold(question)
    if not wanted:
        return None
    for answer in stored[:MAX_STORED]:
        if fold(answer.question) == wanted:
            return Match(answer, 1.0, inverted=False)
    if exact:
        return None
    capacity = (
        _WORKED.search(asked_plainly) is not None and _IN_ANY_CAPACITY.search(asked_plainly) is not None
    )
    if capacity:
        asked_plainly = _IN_ANY_CAPACITY.sub("", asked_plainly)
        stored = [
            a for a in stored[:MAX_STORED] if _WORKED.search(a.question) and yes_or_no(a.answer) is False
        ]
    best = _alike(asked_plainly, stored, job, url)
    if not best:
        return None
    top = max(match.score for match in best)
    leading = [match for match in best if match.score == top]
    if len({(fold(match.stored.answer), match.inverted) for match in leading}) > 1:
        return None
    return leading[0]
