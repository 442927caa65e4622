"""What an applicant is asked to be willing for, and the words that say no more than this.

"Are you willing to work at weekends?", "Can you work weekends if required?" and "Weekend availability" ask one
thing: what is asked about is the weekend, the rest is how it is asked. The same holds of what binds somebody
("subject to", "bound by") and of a check that one would undergo.
"""

from typing import Final

from companion.filling.bank.concepts import conceptualise, is_concept
from companion.filling.options import stem
from companion.filling.text import fold

_WILLING: Final = """
    unable unavailable
    can could would may able available availability possible accept accepts accepting ok okay fine agreeable
    verfugbar verfugbarkeit moglich kann konnen konnten kannst wurden moglichkeit
    acceptez accepteriez acceptes disponible disponibilite peux pouvez pourriez seriez
    aceptas acepta aceptarias disponibilidad puedes puede podrias estarias dispuesto dispuesta
    accetti accetta accetteresti disponibile disponibilita puoi puo potresti saresti
    accepteer beschikbaar beschikbaarheid kun kunt kan zou
    aceita aceitaria disponibilidade disponivel pode poderia
    accepterar tillganglig mojlighet kunna skulle tanka dig
    kommt frage infrage vorstellbar denkbar vorstellen
"""
_AROUND: Final = """
    work working worker arbeiten arbeit travailler travail trabajar trabajo lavorare lavoro werken werk trabalhar
    trabalho arbeta arbete jobba jobb professionnel professionnels professionnelle business
    effettuare svolgere fare realizar realizzare cumplir hacer fazer cumprir effectuer faire assurer draaien doen
    leisten ubernehmen machen gora
    setting settings environment arrangement setup
    coming come waren estas estaria esta sei om te att le
    necessary needed need needs required requires require involves involve involving demanded occasionally
    bedarf erforderlich besoin necessaire necesario necessario indien nodig behov
"""
_BOUND: Final = """
    subject bound party agreement agreements clause clauses covenant covenants under gebunden unterliegen
    vereinbarung soumis lie accord sujeto vinculado acuerdo soggetto vincolato accordo overeenkomst sujeito acordo
    avtal bunden
"""
_UNDERGO: Final = """
    undergo undergoing take submit complete completing pre employment need needed necessary required require
"""
_KIN: Final = """
    working work works employed employee employees anyone anybody someone somebody persons person member members
    now presently currently
"""
_GRADE: Final = "cumulative overall current total final"


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(word) for word in fold(text).split())


def tokens(folded: str) -> set[str]:
    """What a folded text is made of: its concepts, and the stems of its other words."""
    return {token if is_concept(token) else stem(token) for token in conceptualise(folded)}


ASKS_FOR: Final = stems(_WILLING)
"""Words (their stems) that ask what one would do."""
ASKING: Final = ASKS_FOR | stems(_AROUND)
"""Those, and the words around them that say nothing of what it is."""
_ACTIVITIES: Final = frozenset(
    {
        "c_travel",
        "c_weekend",
        "c_nightshift",
        "c_shift",
        "c_overtime",
        "c_remote",
        "c_onsite",
        "c_hybrid",
        "c_fulltime",
        "c_publicholiday",
        "c_commute",
        "c_oncall",
        "c_startnow",
        "c_weeklyhours",
        "c_parttime",
    }
)
_NEUTRAL: Final[tuple[tuple[frozenset[str], frozenset[str]], ...]] = (
    (_ACTIVITIES, stems(_WILLING) | stems(_AROUND) | {"c_willing", "c_thisjob"}),
    (frozenset({"c_commute"}), stems("job jobs location reliably office daily")),
    (
        frozenset({"c_backgroundcheck", "c_drugtest", "c_policecheck"}),
        stems(_UNDERGO) | {"c_willing", "c_thisjob"},
    ),
    (frozenset({"c_noncompete", "c_covenant"}), stems(_BOUND)),
    (frozenset({"c_relative"}), stems(_KIN) | {"c_now", "c_employedby"}),
    (frozenset({"c_gpa"}), stems(_GRADE)),
)


_HABIT: Final = "c_habit"
"""Stands in a question that asks what one does ("Do you travel?"), not what one would do."""


def without_stance(weights: dict[str, float], folded: str, *, is_closed: bool) -> dict[str, float]:
    """The weighed tokens of a question without those that only say how it is asked, given what it is about.

    `folded` is the question, `is_closed` whether it begins as one that takes a yes or no. What would leave
    nothing is left as it is.
    """
    asks_for = "c_willing" in weights or any(stem(word) in ASKS_FOR for word in folded.split())
    tells_habit = is_closed or "c_weeklyhours" in weights
    if tells_habit and _ACTIVITIES & weights.keys() and not asks_for:
        weights = weights | {_HABIT: 2.0}
    for about, neutral in _NEUTRAL:
        if about & weights.keys():
            kept = {token: weight for token, weight in weights.items() if token not in neutral}
            weights = kept or weights
    return weights
