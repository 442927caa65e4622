"""Standard screening questions: a background check, a drug test, a clearance, the way of working, the way to work.

A question is of such a kind where all its other words only say how it is asked ("Are you willing to undergo …, in
accordance with local law?"). Then the user's answer to another question of the same kind is the answer to it. The
way to work is asked for a place: the one that the question names, or the job's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling import options
from companion.filling.bank import answers as bank
from companion.filling.bank.concepts import FILLER
from companion.filling.bank.stance import ASKING
from companion.filling.career.skills import plain
from companion.filling.home.geo import cities_in
from companion.filling.model import JobFacts, StoredAnswer
from companion.filling.text import fold, word_set

_KINDS: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "background check",
        re.compile(
            r"\b(?:pre-employment )?background (?:check|screen(?:ing)?|investigation|verification|control)s?\b|"
            r"\bhintergrund(?:uber)?prufung(?:en)?\b|\bhintergrundcheck\b|\b(?:verification|controle) (?:de |"
            r"des |d )"
            r"(?:vos |mes |tes )?antecedents\b|\b(?:verificacion|comprobacion|investigacion|revision) de "
            r"(?:tus |sus |los )?antecedentes\b|\b(?:verifica|controllo) de[i]? (?:tuoi |suoi |"
            r"miei )?precedenti\b|"
            r"\b(?:antecedenten|achtergrond)(?:onderzoek|check|controle|screening)\b|"
            r"\bverificacao de (?:seus |meus )?antecedentes\b|\bbakgrundskontroll(?:er)?\b|"
            r"\b(?:sprawdzeni\w+|weryfikacj\w+) (?:przeszlosci|danych z przeszlosci)\b"
        ),
    ),
    (
        "drug test",
        re.compile(
            r"\b(?:pre-employment )?drug(?:s|s?-)? ?(?:test(?:ing|s)?|screen(?:ing|s)?)\b|\bdrogentests?\b|"
            r"\b(?:test|depistage) (?:de depistage )?(?:de |des )drogues?\b|\b(?:prueba|test|"
            r"control) de (?:drogas|"
            r"detection de drogas)\b|\btest antidroga\b|\bdrugs?tests?\b|\b(?:teste|exame) (?:de drogas|"
            r"toxicologico)\b|"
            r"\bdrogtest(?:er)?\b|\btest(?:om|u)? na obecnosc narkotykow\b"
        ),
    ),
    (
        "clearance",
        re.compile(
            r"\bsecurity clearance\b|\bsicherheitsfreigabe\b|\bhabilitation (?:de )?securite\b|"
            r"\bnulla ?osta (?:di |per la )sicurezza(?: \(?nos\)?)?|\bhabilitacion de seguridad\b"
        ),
    ),
    (
        "hybrid",
        re.compile(
            r"\bhybrid(?:e[ns]?|t)?(?: (?:work(?:ing)?|travail|arbetssatt|arbeitsmodell))?(?: (?:model[l]?|"
            r"setting|"
            r"environment|mode|setup|set-up|arrangement|basis))?\b|\b(?:modo |modelo |regimen? |entorno |"
            r"ambiente |"
            r"modalidad |modalidade |modalita |esquema |formato )?(?:hibrid[oa]|ibrid[oa])\b|\bhybrydow\w+\b|"
            r"\bhybrid(?:miljo|arbete|arbeit|modell|umgebung)\b|"
            r"\b(?:mode|modele|travail) hybride\b"
        ),
    ),
    (
        "remote",
        re.compile(
            r"\b(?:100 ?%? )?remote(?:ly)?(?: (?:work(?:ing)?|setting|environment|mode|setup|basis|role))?\b|"
            r"\bim home ?-?office\b|\bteletravail\b|\ba distance\b|\b(?:entorno |modalidad )?remot[oa]\b|"
            r"\bteletrabajo\b|"
            r"\b(?:da|in) remoto\b|\bsmart ?working\b|\bop afstand\b|\bthuiswerken\b|\bpa distans\b|"
            r"\bteletrabalho\b|"
            r"\bhome office\b|\bzdaln\w+\b"
        ),
    ),
    (
        "onsite",
        re.compile(
            r"\bon-? ?site(?: (?:work(?:ing)?|setting|environment|mode|setup|basis))?\b|\bvor ort\b|"
            r"\bsur site\b|"
            r"\bpresencial(?:mente)?\b|\bin (?:presenza|sede)\b|\bop locatie\b|\bpa plats\b|\bstacjonarn\w+\b|"
            r"\bin-? ?office (?:setting|environment)\b"
        ),
    ),
    (
        "commute",
        re.compile(
            r"\bcommut(?:e|ing)\b|\b(?:die )?(?:fahrzeit|anfahrt|fahrt|weg) (?:zum|zur|zu|nach)\b|\bpendeln\b|"
            r"\bfaire (?:le |ce )?trajets?(?: quotidiens?)?(?: jusqu)?\b|\b(?:vous rendre|"
            r"effectuer le trajet)\b|"
            r"\bdesplazar(?:te|se)\b|\bpercorrere la distanza(?: prevista)?\b|\brecar(?:ti|si)\b|"
            r"\braggiungere\b|"
            r"\b(?:te reizen|reizen|pendelen|forenzen)\b|\bse deslocar\b|\bdeslocar-?(?:se|te)\b|"
            r"\bfazer o trajeto\b|"
            r"\bpendla\b|\bdojazd(?:y|u)?\b|\bdojezdzac\b"
        ),
    ),
)
_BY_LAW: Final = re.compile(
    r",? ?\b(?:in accordance with|in compliance with|according to|as permitted by|subject to|gemass|"
    r"im einklang mit|nach|"
    r"conformement a|dans le respect de|de acuerdo con|de conformidad con|conforme a|in conformita con|"
    r"nel rispetto di|"
    r"in overeenstemming met|volgens|de acordo com|i enlighet med|enligt|zgodnie z)\b[^?.]*?\b(?:laws?|"
    r"regulations?|"
    r"gesetz\w*|recht|vorschriften|loi|lois|legislation|reglementation|legislacion|leyes|ley|normativa|leggi|"
    r"legge|"
    r"normative|wetgeving|wet|leis|lei|legislacao|lagar|lag|lagstiftning|prawem|przepisami)\b(?: ?/ ?\w+)?"
)
"""That it is done as the law has it."""
_NEUTRAL: Final = (FILLER - {"no", "not"}) | word_set(
    """
    agree consent okay willing comfortable interested ready prepared suit suits hired hire hiring
    employment offer offered before prior joining job position role start starting work working setting
    environment undergo submit complete active current valid reliably daily day every each jobs location
    office workplace site einverstanden zustimmen stimmen einer bereit einem einstellung vor lassen
    durchfuhren unterziehen arbeiten wohl damit kauf nehmen arbeitsort standort dieser diesen diese
    stelle arbeitsplatz taglich buro unserem unser accord accepteriez acceptez accepter pret prete pouvez
    pourriez embauche avant subir soumettre travailler aise lieu travail poste bureau ce cette quotidien
    d l a jusqu acceptes acuerdo dispuesto aceptas acepta aceptarias puedes podrias antes contratacion
    someterte trabajar trabajando te sientes comodo ubicacion este empleo lugar trabajo hasta puesto
    oficina accetti accetteresti accordo disposto disponibile puoi potresti prima assunzione sottoporti
    lavorare va bene agio questa sede recarti posto lavoro luogo questo ufficio prevista akkoord stemt
    bereid instemmen vindt prettig indienstneming werken deze locatie werkplek werk kun kunt naar kantoor
    om wil wilt aceita aceitaria concorda consegue pode contratacao sente confortavel trabalhar ate local
    trabalho vaga emprego godkanner villig beredd kan bekvam anstallning innan arbeta denna arbetsplats
    platsen till jobbet kontoret czy zgadzasz sie na zgode wyrazasz odpowiada ci praca pracy pracowac
    mozesz do w tej lokalizacji miejsca z s dell nell sull notre nos nuestra nuestro nostra nostro onze
    nossa nosso vart var be happy convient il take undergoing completing pre need needed ti vi si me mi
    mich model locale locales locali locais lokala lokale ortlichen regulations regelgeving normativas
    normative passer passar realizarte genomga ondergaan personali senti fait environnement umgebung
    arbeitsumgebung umfeld fuhlen dabei omgeving desta baan uns bei vontade forma sich ter parece bien
    arbetsplatsen dispose disposee se trabalhando
    """
)
"""Words that only say how such a question is asked."""
_DAYS_A_WEEK: Final = re.compile(
    r"\b(?:[1-4]|one|two|three|four|zwei|drei|vier|deux|trois|quatre|dos|tres|cuatro|due|tre|quattro|twee|drie|"
    r"dois|"
    r"quatro|tva|fyra)(?:\s?(?:-|to|or|bis|oder|a|o|ou)\s?[1-5])? (?:days?|tagen?|jours?|dias?|giorni|dagen|"
    r"dagar)"
    r"(?: (?:a|per|each|every|pro|die|in der|par|por|a la|alla|i|om))*(?: (?:week|woche|semaine|semana|"
    r"settimana|veckan|"
    r"vecka))?\b"
)
"""How much of a hybrid week is spent in the office: who would do so much would work in a hybrid way."""
_A_CLOSED_ONE: Final = frozenset({"fully", "full", "100", "completely"})
"""What makes the way of working a stricter one: who would do it would also do the other."""
_WILLING: Final = re.compile(
    r"\b(?:willing\w*|comfortable|able|open|ready|okay|ok|fine|interested|happy|prepared|would|can|could|"
    r"suits?|agree|consent|"
    r"accept|available|bereit|einverstanden|konn\w+|kannst|mocht\w+|stimm\w+|zustimm\w+|wohl|aise|accept\w+|"
    r"d accord|pret\w?|convien\w+|"
    r"pouvez|pourriez|peux|dispuest[oa]|dispost[oa]|comod[oa]|puedes?|podrias?|acepta\w*|acuerdo|agio|"
    r"disponibil\w*|accett\w+|"
    r"va bene|vontade|parece bien|disposee?|puoi|potresti|bereid|akkoord|stemt|kunt?|zou|vindt?|prettig|"
    r"confortavel|aceita\w*|concorda|"
    r"consegue|pode\w*|"
    r"bekvam|villig|beredd|kan|godkanner|zgadzasz|zgode|odpowiada|mozesz)\b"
)
"""What asks somebody what they would do, not what they do today."""
_TO_WORK: Final = re.compile(
    r"commut|pendel|pendla|forenz|dojazd|dojezdz|trajet|\b(?:hasta|a|to|naar|till|do|ate|nach|zum|zur|zu|"
    r"jusqu a|au|in|para)"
    r"(?: \w+){0,2} (?:location|office|workplace|arbeitsort|arbeitsplatz|standort|buro|lieu|bureau|site|"
    r"ubicacion|lugar|"
    r"oficina|empleo|puesto|sede|ufficio|lavoro|posto|locatie|kantoor|werkplek|werk|local|trabalho|escritorio|"
    r"vaga|"
    r"arbetsplatsen|arbetsplats|platsen|kontoret|jobbet)\b"
)
"""A way to the place of work: to travel for the work is another matter."""


@dataclass(frozen=True, slots=True)
class Screening:
    """The kind of a screening question; `place` is what else it names, folded: where; `narrower` what makes a
    yes to it say more than one to the plain question ("fully", "2 days a week"), or empty."""

    kind: str
    place: str
    narrower: str


@lru_cache(maxsize=8192)
def read(question: str) -> Screening | None:
    """The kind of a question that asks for nothing else, or None."""
    text = plain(question[:300])
    folded = fold(question[:300])
    if len(text) > 200 or bank.NEGATION.search(folded) or bank.takes_yes(folded) is False:
        return None
    text = _BY_LAW.sub(" ", text)
    found = [(kind, core) for kind, core in _KINDS if core.search(text)]
    if len(found) != 1:
        return None
    kind, core = found[0]
    if kind != "clearance" and not _WILLING.search(text):
        return None
    if kind == "commute" and not _TO_WORK.search(text):
        return None
    days = _DAYS_A_WEEK.search(text) if kind == "hybrid" else None
    left = [
        word
        for word in fold(core.sub(" ", _DAYS_A_WEEK.sub(" ", text) if days else text)).split()
        if word not in _NEUTRAL and options.stem(word) not in ASKING
    ]
    strict = [word for word in left if word in _A_CLOSED_ONE]
    place = " ".join(word for word in left if word not in _A_CLOSED_ONE)
    return Screening(kind, place, days[0] if days else "fully" if strict else "")


def find(question: str, stored: Sequence[StoredAnswer], job: JobFacts) -> bank.Match | None:
    """The user's answer to a screening question of the same kind (and for the same place); None where there is
    none, or where two differ."""
    asked = read(question)
    if asked is None:
        return None
    found: list[StoredAnswer] = []
    for answer in stored[: bank.MAX_STORED]:
        said = options.plain_yes_or_no(answer.answer)
        if said is None:
            continue
        known = read(answer.question)
        if known is None or known.kind != asked.kind or not _same_place(asked, known, job):
            continue
        if known.narrower == asked.narrower or (not asked.narrower and said):
            found.append(answer)
    if len({options.yes_or_no(answer.answer) for answer in found}) != 1:
        return None
    return bank.Match(found[0], 0.9, inverted=False)


def _same_place(asked: Screening, known: Screening, job: JobFacts) -> bool:
    """Whether two ways to work lead to one place; the job's, where the question names none."""
    if asked.place == known.place:
        return True
    return not asked.place and bool(known.place) and known.place in _places_of(job)


def _places_of(job: JobFacts) -> frozenset[str]:
    """The folded names of the town that a job is in; empty where it is in several."""
    location = job.location or ""
    if re.search(r"[;|]| or | / ", location):
        return frozenset()
    town = fold(re.split(r"[,(]| - ", location)[0])
    cities = cities_in(location)
    return frozenset({town, *(cities if len(cities) == 1 else ())}) - {""}
