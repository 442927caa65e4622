"""Questions about the right to work: what exactly is asked, and about which country.

They come in many shapes, and the wrong way round as well ("are you authorised to work without sponsorship",
"confirm
that you do not require a visa"). What cannot be read for certain is left to the user.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from companion.filling.home.geo import (
    cities_in,
    countries_in,
    country_index,
    country_of_location,
    names_region,
)
from companion.filling.model import JobFacts
from companion.filling.text import bounded, fold

Joined = Literal["or", "and", ""]
Asked = Literal["authorized", "needs_sponsorship", "authorized_without_sponsorship"]

_SPONSOR: Final = re.compile(
    r"sponsor|patrocin|sponsri|parrain|\bvisa (support|assistance|transfer|application)|immigration (case|"
    r"support|petition|status|assistance)"
    r"|employment based (visa|immigration)|petition or application"
    r"|\b(require|need|requiring|needing|obtain)\b( \w+){0,4} (visa|(work|working|employment|"
    r"residence) (permit|pass)|immigration)\b"
    r"|(visum|aufenthaltstitel|arbeitserlaubnis|arbeitsvisum|arbeitsgenehmigung)( \w+){0,4} (benotig|"
    r"brauch)|(benotig|brauch)\w*( \w+){0,5} (visum|aufenthaltstitel|arbeitserlaubnis|arbeitsvisum|"
    r"arbeitsgenehmigung|unterstutzung bei)"
    r"|besoin( \w+){0,4} (visa|permis de travail)|(necesit|requier|requer)\w*( \w+){0,6} (visa|visado|"
    r"permiso de trabajo)"
    r"|(bisogno|necessit|richied)\w*( \w+){0,4} (visto|permesso di lavoro)|(visum|werkvergunning)( "
    r"\w+){0,3} nodig|nodig( \w+){0,4} (visum|werkvergunning)"
    r"|burgschaft( \w+){0,3} (arbeits)?vis(um|a)\b|\bvisum\w*(burgschaft|patenschaft|unterstutzung)"
    r"|potrzeb\w*( \w+){0,6} wizy|(precis|necessit)\w*( \w+){0,4} visto|behov\w*( \w+){0,4} (visum|"
    r"arbetstillstand)"
)
_AUTHORIZED: Final = re.compile(
    r"\b(authori[sz]ed|authori[sz]ation|eligible|eligibility|entitled|permitted|permission|allowed|right|rights|"
    r"legally able|legal right|unauthori[sz]ed|ineligible)\b( \w+){0,6} (to )?(live and )?(work|"
    r"employment|employed|working)\b"
    r"|\b(work|working|employment) (authori[sz]ation|eligibility|rights?|permit|status)\b|\blegally( "
    r"\w+){0,3} work|\bwork legally\b|\bright to work\b"
    r"|arbeitserlaubnis|arbeitsgenehmigung|arbeitsberechtig|\b(berechtigt|befugt)( \w+){0,8} (zu )?arbeiten|"
    r"\b(recht|erlaubnis)( \w+){0,6} zu arbeiten|\barbeiten durfen|durfen( \w+){0,6} arbeiten|"
    r"\bdarfst( \w+){0,6} arbeiten"
    r"|autoris\w*( \w+){0,3} travailler|permis de travail|droit( \w+){0,2} de travailler|"
    r"autorisation de travail|"
    r"legalement( \w+){0,3} travailler"
    r"|autoriza\w*( \w+){0,4} (trabajar|trabalhar)|permiso (de trabajo|para trabajar)|derecho a trabajar|"
    r"legalmente( \w+){0,4} (trabajar|trabalhar|lavorare)|trabajar legalmente|trabalhar legalmente"
    r"|autorizza\w*( \w+){0,4} lavorare|permesso di lavoro|diritto (di|a) lavorare|direito de trabalhar|"
    r"permissao (de|para) trabalh\w+|autorizacao (de|para) trabalh\w+|visto de trabalho"
    r"|werkvergunning|(bevoegd|gerechtigd|toestemming|recht)( \w+){0,6} (te )?werken|mag( \w+){0,6} "
    r"werken|arbetstillstand|(ratt|tillatelse|tillstand|behorig) att arbeta"
    r"|uprawnion\w*( \w+){0,3} do pracy|zezwoleni\w* na prace|prawo do (podjecia )?pracy"
)
_WITHOUT: Final = re.compile(
    r"\b(without|ohne|sans|sin|senza|zonder|sem|utan)\b( \w+){0,8} ?(\w*sponsor|visa|visum|visado|visto|"
    r"patrocin|parrain|support|assistance|work permit|sponsri|unterstutzung)"
)
_WITHOUT_VISA: Final = re.compile(
    r"\b(without|ohne|sans|sin|senza|zonder|sem|utan)\b( \w+){0,6} (visa|visum|visado|visto)\b"
)
_UNRESTRICTED: Final = re.compile(
    r"\bunrestricted\b|\bpermanent(ly|e)?\b|\bunbefristet\w*|\bindefinite(ly)?\b|\billimitee?\b|"
    r"\bindefinid[oa]\b|\bindeterminat[oa]\b|\bwithout( any)? restrictions?\b|\b(any|all) (us )?employers?\b|"
    r"\buneingeschrankt\w*|"
    r"\bohne einschrankung\w*|\bsans restriction\w*|\bsin restricciones\b|\bsenza restrizioni\b|"
    r"\bsem restricoes\b|\bzonder beperking\w*|\butan begransning\w*"
)
_SOMEBODY_ELSE: Final = re.compile(
    r"^(can|could|will|would|do|does|did|are|is|should|may|must) (we|our|the (company|employer|team|role|"
    r"position|job))\b|\b(spouse|partner|husband|wife|children|dependents?|dependants?|family|relatives?|"
    r"people|persons|colleagues?|supervised?|manage|"
    r"someone|anyone|ehepartner\w*|conjoint|conyuge|coniuge)\b"
)
_EXPECTS: Final = re.compile(
    r"^(dont|arent|wont|wouldnt|cant|couldnt|isnt|arent|havent|doesnt) (you|your|we)\b"
)
"""How a question begins that expects a yes ("Aren't you …?"): whether a yes agrees or denies, nobody can
tell."""
_NEEDS_NO: Final = re.compile(
    r"\b(not|never|dont|wont|no longer|nicht|kein\w*|ne|niet|geen|nao|inte)\b( \w+){0,7} (require|need|"
    r"requires|seek|benotig\w*|brauch\w*|besoin|nodig|precis\w*|behov\w*)\b"
    r"|\bno (requires?|necesit\w*|requiere\w*|necesitas)\b|\b(benotig\w*|brauch\w*)( \w+){0,3} (kein\w*|"
    r"nicht)|\bnon (hai|ha|richied\w*|necessit\w*)|\bgeen( \w+){0,4} nodig|\bne( \w+){0,3} pas\b|\bno "
    r"(visa |work )?sponsorship\b"
)
_NOT: Final = re.compile(
    r"\b(not|never|nicht|kein\w*|niet|geen|nao|inte|pas|arent|isnt|dont|wont|cannot|cant|unable|"
    r"unauthori[sz]ed|ineligible|lack|lacking)\b|^(no|non) "
)
_OR_NOT: Final = re.compile(r"\b(whether or not|or not|oder nicht|ou non|o no|of niet|ou nao|eller inte)\b")
_NEED: Final = re.compile(
    r"\b(requir\w*|need\w*|seek\w*|want|request\w*|depend\w*|necessary|benotig\w*|brauch\w*|erforder\w*|"
    r"besoin|necesit\w*|requier\w*|requer\w*|bisogno|richied\w*|necessit\w*|nodig|precis\w*|behov\w*|"
    r"potrzeb\w*|wymaga\w*)\b"
)
_OTHER_ASK: Final = re.compile(
    r"^(were|was|did|had|waren|hatten|hatte|avaient|etiez|if|what|which|how|when|why|describe|"
    r"please (describe|explain|list|specify|provide|select|indicate|"
    r"enter|include|state|share)|wenn|falls|welche\w*|si oui|quel\w*|cual|que tipo|se sim|als|om ja|en "
    r"caso)\b"
    r"|\b(relocation|housing|accommodation|tuition|training) (assistance|support|package|allowance)\b"
    r"|\b(relocation|housing|accommodation) (and|or) (visa|immigration)\b|\bvisas? to (travel|visit)\b"
    r"|\b(within|in|for|during|over) the (next|coming|first) \w+|\bafter (the )?(\w+ )?(years?|months?)\b"
    r"|\b(tied|bound|revoked|withdrawn|cancel\w*|den(ied|ial)|renew\w*|pending|valid (un)?til\w*|valid through)\b"
    r"|\bbusiness (trips?|travel)\b|\bto transfer to\b|\bgultig bis\b|\bdienstreisen?\b"
    r"|\buntil\b|\bas an? (\w+ )?(citizen|national)\b|\bindependently\b"
    r"|\bsponsor\w* (your|my|a|an|our|the) (\w+ )?(membership|studies|training|degree|certificat\w*|education|"
    r"events?|team|course)\b"
    r"|\bonly (after|in|for|if|when|from)\b|\bor (are you|do you (have|hold|own))\b"
    r"|\b(travel|tourist|visitor|student|reise|touristen|transit) ?(visa|visum)\b"
    r"|\b(proof|verif\w*|document\w*|evidence|have you ever|expir\w*|type of|kind of|"
    r"(?<!without )(?<!without any )restrict\w*|limited|"
    r"prohibited|temporar\w*|via an?|(closed|open) (work )?permit|(last|previous|former|prior) (job|role|"
    r"position|employer|employment)|status "
    r"allows|based on the below|explain)\b"
)
_LIVES: Final = re.compile(r"\b(live|lives|living|reside|resides|residing|relocat\w*|located)\b")
_LIVE_AND_WORK: Final = re.compile(
    r"\b(live|reside|leben|wohnen|vivre|resider|vivir|residir|vivere|risiedere|wonen|viver|morar|bo|"
    r"leva)( in \w+)? "
    r"(and|und|et|y|e|en|och)( (to|zu|de|a|te|att))? (?=(work|arbeiten|travailler|trabajar|lavorare|werken|"
    r"trabalhar|"
    r"arbeta)\b)"
)
"""One thing to be allowed, in two words: who may work in a country may live there."""
_LIVES_THERE: Final = re.compile(
    r"country( \w+){0,4} (you|which you|where you)( currently)? (live|reside|are living|are residing|are "
    r"located)\b|country of residence|your country\b|home country"
)
_JOB_PLACE: Final = re.compile(
    r"this (location|country|role|position|job|posting)|the (role|position|job|vacancy|company)|applying|"
    r"for which you|apply|"
    r"country (where|in which) (this|the|our)|listed|posted|location of (the|this)|diese\w* (land|stelle|"
    r"position)|ce (pays|poste)|este (pais|puesto)|questo paese|dit land|este pais|detta land"
)
_ELSEWHERE: Final = re.compile(
    r"\b(stated|selected|indicated|mentioned|named|chosen|plan\w*|intend\w*|prefer\w*) (above|to|below)|"
    r"stated above|planning to|you plan\b|choice\b"
)
_PLACE: Final = re.compile(
    r"\b(?:in|within|into|für|nach|en|au|aux|em|na|no|i|a)\s+(?:the\s+|den\s+|der\s+|la\s+|"
    r"el\s+)?([A-ZÄÖÜÅ][\w'’-]+)"
)
_SENTENCE: Final = re.compile(r"(?<=[?!;])\s+|(?<=[a-z0-9)*\"”])\.\s+|\n+|\s(?=\[)")
_EXPECTED_CAPITALS: Final = frozenset(
    {
        "Company",
        "Country",
        "Role",
        "Position",
        "Order",
        "Future",
        "Job",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
    }
    | {
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "English",
        "Addition",
        "Yes",
        "No",
        "H-1B",
        "H1B",
        "Deutsch",
        "Zukunft",
        "Land",
        "Vollzeit",
        "Teilzeit",
    }
)

LONGEST_STATEMENT_WORDS: Final = 16
"""A sentence without a question mark and longer than this explains something; it asks nothing."""


@dataclass(frozen=True, slots=True)
class LegalQuestion:
    """What is asked; `inverted` where a yes means the contrary ("do you NOT require …"). `text` is the
    asking sentence."""

    asked: Asked
    inverted: bool
    text: str


@lru_cache(maxsize=4096)
def about_right_to_work(text: str) -> bool:
    """Whether a text speaks of the right to work or of sponsorship at all, readable or not."""
    folded = _LIVE_AND_WORK.sub("", fold(text))
    return bool(_SPONSOR.search(folded) or _AUTHORIZED.search(folded) or _WITHOUT_VISA.search(folded))


def _plain(text: str) -> str:
    """Without parentheses and with the abbreviations spelt so that their dots end no sentence."""
    text = re.sub(r"(?i)\bu\.\s?s\.(\s?a\.)?", "USA ", bounded(text))
    text = re.sub(r"(?i)\bu\.\s?k\.", "UK ", text)
    text = re.sub(r"\b(e\.g|i\.e|etc|z\.B|d\.h)\.", " ", text)
    text = re.sub(r"\[[^\[\]]{2,40}\]", lambda m: " " if country_of_location(m[0][1:-1]) else m[0], text)
    return re.sub(r"\([^)]*\)", " ", text)


def read_question(text: str) -> LegalQuestion | None:
    """What a question about the right to work asks, or None where it asks something else, or two things at
    once."""
    sentences = [s for s in _SENTENCE.split(_plain(text)) if s.strip()]
    concerned = [s for s in sentences if about_right_to_work(s)]
    asking = [s for s in concerned if "?" in s] or [
        s for s in concerned if len(fold(s).split()) <= LONGEST_STATEMENT_WORDS
    ]
    if len(asking) != 1 or _OTHER_ASK.search(fold(sentences[0])):
        return None
    sentence = asking[0]
    folded = _LIVE_AND_WORK.sub("", _OR_NOT.sub(" ", fold(sentence)))
    if _OTHER_ASK.search(folded):
        return None
    if _SOMEBODY_ELSE.search(folded) or _EXPECTS.match(folded):
        return None
    if any("?" in s and s is not sentence and not about_right_to_work(s) for s in sentences):
        return None
    return _read(sentence, folded)


def _read(sentence: str, folded: str) -> LegalQuestion | None:
    sponsor, authorized = _SPONSOR.search(folded), _AUTHORIZED.search(folded)
    without = _WITHOUT.search(folded)
    if without is not None:
        rest = folded.replace(without[0], " ")
        if _NOT.search(rest) or not re.search(r"work|arbeit|travail|trabaj|trabalh|lavor|werk|arbet", rest):
            return None
        return LegalQuestion("authorized_without_sponsorship", inverted=False, text=sentence)
    needs_no = _NEEDS_NO.search(folded)
    if sponsor is not None:
        before = authorized is not None and authorized.start() < sponsor.start()
        if before and needs_no:
            return LegalQuestion("authorized_without_sponsorship", inverted=False, text=sentence)
        if before and not _NEED.search(folded[: authorized.start()] if authorized else ""):
            # "authorised to work, or do you need sponsorship?" offers two things to say yes to.
            return None
        if needs_no or _NOT.search(folded):
            return LegalQuestion("needs_sponsorship", inverted=True, text=sentence) if needs_no else None
        if _NEED.search(folded) or len(folded.split()) <= 5:
            return LegalQuestion("needs_sponsorship", inverted=False, text=sentence)
        return None
    if authorized is None or _NEED.search(folded[: authorized.start()]):
        # "Do you need authorisation to work …?" has the contrary answer, or that of a sponsorship.
        return None
    if (
        _LIVES.search(folded)
        and not _LIVES_THERE.search(folded)
        and re.search(r"\b(and|und|et|y|e|en|och|or)\b", folded)
    ):
        return None
    negations = len(_NOT.findall(folded))
    if negations > 1:
        return None
    if _UNRESTRICTED.search(folded):
        # Who needs a sponsor may work for that one only.
        asked: Asked = "authorized_without_sponsorship"
        return None if negations else LegalQuestion(asked, inverted=False, text=sentence)
    return LegalQuestion("authorized", inverted=negations == 1, text=sentence)


def country_asked(question: LegalQuestion, whole: str, job: JobFacts, home: str) -> frozenset[str] | None:
    """The countries that a question is about: those it names, else the applicant's own where it says so,
    else the job's.

    Empty or None where that cannot be told. `home` is the applicant's country code or empty.
    """
    named = countries_in(question.text) or countries_in(_plain(whole))
    if _BUT_THERE.search(fold(question.text)):
        return None
    if named:
        return named
    in_brackets = _countries_in_brackets(whole)
    if in_brackets is None or in_brackets:
        return in_brackets
    folded = fold(question.text)
    if names_region(question.text) or _ELSEWHERE.search(folded):
        return None
    if _LIVES_THERE.search(folded):
        return frozenset({home}) if home else None
    cities = {code for city in cities_in(question.text) if (code := country_of_location(city))}
    if cities:
        return frozenset(cities) if len(cities) == 1 else None
    if any(not _known_capital(place, job) for place in _PLACE.findall(question.text)):
        return None
    country = job.country.upper() if job.country else country_of_location(job.location or "")
    return frozenset({country}) if country else None


_BUT_THERE: Final = re.compile(
    r"\b(?:but not|other than|outside(?: of)?|elsewhere|except(?:ing)?|excluding|besides|apart from|beyond|"
    r"(?:any|some|every|an|each) ?other (?:countr\w+|places?|locations?)|anywhere|somewhere|abroad|"
    r"ausserhalb|ausser|andere\w* land\w*|(?:en )?dehors|hors|ailleurs|autre pays|fuera|excepto|salvo|"
    r"otros? pais\w*|"
    r"fuori|altrove|tranne|altri? paes\w*|buiten|elders|behalve|ander\w* land\w*|fora|exceto|outros? pais\w*|"
    r"utanfor|forutom|andra lander|annat land)\b"
)
"""Words by which the country that is named is not the one that is asked about, or not alone."""
_NO_PLACE: Final = re.compile(
    r"(?i)\b(e\.?g|i\.?e|z\.?\s?b|such|like|if|as|not|citizens?|visas?|permits?|includ\w+)\b"
)
"""What a bracket says that is more than a place."""
_INITIALS: Final = re.compile(r"(?:^|[\s,/])(?!US|UK)[A-Z]{2}(?=$|[\s,/])")
"""Two capitals: of a country, a state (DE is Delaware as well), or of neither ("IT")."""
_KIND_OF_VISA: Final = re.compile(r"\b[A-Z]-?\d")
"""A visa by its letter and number ("H-1B", "F1"): the TN beside it is one too, and not Tennessee."""


def _countries_in_brackets(whole: str) -> frozenset[str] | None:
    """The country that stands in brackets ("the country of this job (Romania)"), empty where none does; None where
    brackets name one among other words."""
    found: set[str] = set()
    for said in re.findall(r"[(\[]([^()\[\]]*)[)\]]", bounded(whole)):
        bracket = re.sub(r"\bTN\b", " ", said) if _KIND_OF_VISA.search(said) else said
        if _INITIALS.search(bracket) or names_region(bracket) or fold(bracket) == "georgia":
            return None
        is_word = len(bracket) > 3 or bracket in {"US", "USA", "UK", "UAE"}
        code = country_of_location(bracket) if is_word and not _NO_PLACE.search(bracket) else None
        if code:
            found.add(code)
        elif countries_in(bracket) or cities_in(bracket):
            return None
    return frozenset(found) if len(found) < 2 else None


def _known_capital(word: str, job: JobFacts) -> bool:
    """Whether a capitalised word after "in" is no unknown place: the company's name, or a title in
    capitals."""
    bare = re.sub(r"['’]s?$", "", word)
    return (
        word in _EXPECTED_CAPITALS
        or bare.isupper()
        or fold(bare) in fold(job.company).split()
        or bool(_JOB_PLACE.search(fold(word)))
    )


_OR: Final = frozenset({"or", "oder", "ou", "eller"})
_AND: Final = frozenset({"and", "und", "et", "och"})
_REGIONS: Final = frozenset(
    {"eu", "eea", "emea", "europe", "european union", "schengen", "uk", "us", "usa", "uae"}
)
_JOINING: Final = (
    _OR | _AND | {"the", "in", "either", "both", "den", "der", "la", "le", "les", "au", "aux", "en", "i"}
)


def joined(text: str) -> Joined:
    """Whether the countries that a text names stand as alternatives or all together; "" where that is not said,
    or anything else stands between them."""
    words, places = fold(_plain(text)).split(), set[int]()
    index = country_index()
    for start in range(len(words)):
        for length in (4, 3, 2, 1):
            phrase = " ".join(words[start : start + length])
            if (phrase in index and len(phrase) > 3) or phrase in _REGIONS:
                places.update(range(start, start + length))
                break
    between = {words[n] for n in range(min(places, default=0), max(places, default=0)) if n not in places}
    if between - _JOINING or bool(between & _OR) == bool(between & _AND):
        return ""
    return "or" if between & _OR else "and"


def answer(
    asked: Asked,
    countries: frozenset[str],
    authorized: Mapping[str, bool],
    sponsorship: Mapping[str, bool],
    how: Joined = "",
) -> bool | None:
    """What the profile says, or None. For several countries only where it says the same for each; where they are
    alternatives, one in which the applicant may work is enough."""
    found = {_for_country(asked, authorized.get(c), sponsorship.get(c)) for c in countries}
    if how == "or" and asked != "needs_sponsorship" and True in found:
        return True
    return found.pop() if len(found) == 1 else None


def _for_country(asked: Asked, authorized: bool | None, sponsorship: bool | None) -> bool | None:
    if asked == "authorized":
        return authorized
    if asked == "needs_sponsorship":
        return sponsorship
    if authorized is False or sponsorship is True:
        return False
    return True if authorized is True and sponsorship is False else None
