"""One wording for questions that say the same in ways which single concepts cannot tell."""

import re
from collections.abc import Callable
from typing import Final

_DIGITS: Final = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "ten": "10",
    "eighteen": "18", "twenty one": "21", "twenty-one": "21",
}  # fmt: skip
_NUMBER_WORD: Final = re.compile(rf"(?i)\b(?:{'|'.join(_DIGITS)})\b")
_TWICE: Final = re.compile(r"\b(\d+) \(\1\)")
_CLASS: Final = r"(?:AM|A[12]?|BE?|C1?E?|D1?E?|[ELMT])"
_LICENCE_CLASS: Final = re.compile(
    r"(?P<kind>\b(?i:klassen?|class|kategorien?|categor\w+|cat|tipo|type|typ|patente|permis|carnet|carn[ée]|"
    r"rijbewijs|"
    r"k[öo]rkort|f[üu]hrerscheins?|cnh|conducir|conducci[óo]n|conduire|guida|condu[çc][ãa]o|habilita[çc][ãa]o|"
    r"licen[cs]e)[ .:]+)?(?P<classes>\b"
    + _CLASS
    + r"(?:\s?(?:[+/,&]|\b(?:und|et|and|och|en|ou|oder|o|y|e)\b)\s?"
    + _CLASS
    + r")*)\b(?(kind)|(?=[- ](?i:k[öo]rkort|rijbewijs|f[üu]hrerschein)))"
)
"""A driving licence with its class, "Klasse BE", "CNH A/B", "C-körkort"; small letters say no class."""


def _licence_class(match: re.Match[str]) -> str:
    """The class as one word: single letters are words of their own in most languages, and carry nothing."""
    classes = match["classes"]
    if classes == "B":
        return match[0]
    return f"{match['kind'] or ''} classof{re.sub(r'[^A-Z0-9]', '', classes)}x "


_SAME_WORDS: Final[
    tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str], tuple[str, ...]], ...]
] = (
    (re.compile(r"(?i)\byrs?\b"), "years", ("yr",)),
    (re.compile(r"(?i)\b(?:current|present) CTC\b"), "current salary", ("ctc",)),
    (re.compile(r"(?i)\b(\d+)\s?\+|\b(\d+) plus\b"), r" at least \1\2 ", ("+", "plus")),
    (re.compile(r"(?i)\blbs?\b"), "pounds", ("lb",)),
    (
        re.compile(r"(?i)\b(?:is|are|was|were) (?:required|needed|expected)\b"),
        "demanded",
        ("required", "needed", "expected"),
    ),
    # Both forms of a word at once, as "salarié(e)" has them.
    (re.compile(r"(?<=\w)\((?:e|s|es|a|as|o|os|in|innen|ne|ra)\)"), "", ("(",)),
    (
        re.compile(
            r"(?i)(?<!apply )(?<!applied )(?<!applying )\bfor (?:this|the) "
            r"(?:role|position|job)\b"
        ),
        " ",
        ("for th",),
    ),
    (
        re.compile(
            r"(?i)\b(?:a )?(?:former|previous|prior|past|ex)[ -](?:employee|worker|team member) (?:of|at|"
            r"with)\b"
        ),
        "previously employed by",
        ("employee", "worker", "team member"),
    ),
    (re.compile(r"(?i)\bnever\b"), "not ever", ("never",)),
    (
        re.compile(r"(?i)\b(have|are|do|did|were) you (?:or|and) (?=(?:any|an?|your|one|some)\w*\b)"),
        r"\1 yourself or ",
        ("you or ", "you and "),
    ),
    (
        _LICENCE_CLASS,
        _licence_class,
        (
            "klass",
            "class",
            "kategor",
            "cat",
            "tip",
            "typ",
            "patente",
            "permis",
            "carn",
            "rijbewijs",
            "rkort",
            "hrerschein",
            "cnh",
            "condu",
            "guida",
            "habilita",
            "licen",
        ),
    ),
    # The licence for a car: B by the European classes (an American class B drives lorries).
    (
        re.compile(
            r"(?i)\b(?:der )?(?:category|klasse|kategorie|cat[ée]gorie|categor[ií]a|klass) B\b"
            r"(?!\s?[+/,&1])"
        ),
        " ",
        ("egor", "gorie", "klass"),
    ),
    (
        re.compile(r"(?i)\bB[- ](?=k[öo]rkort|rijbewijs|f[üu]hrerschein)"),
        " ",
        ("rkort", "rijbewijs", "hrerschein"),
    ),
    (re.compile(r"(?i)\bverf[üu]g(?:en|st)( Sie| du)?( bereits| schon)? [üu]ber\b"), r"haben\1", ("verf",)),
    (re.compile(r"(?i)\best[áa]s? en posesi[óo]n del?\b"), "tienes", ("posesi",)),
    (
        re.compile(r"(?i)\b(?:en cours de validit[ée]|en vigor|in corso di validit[àa])"),
        " ",
        ("validit", "vigor"),
    ),
    (
        re.compile(r"(?i)\b(?:foi|é|era) noss[oa] (?:colaborador|funcion[áa]ri[oa]|empregad[oa])a?\b"),
        "trabalhou na nossa empresa",
        ("noss",),
    ),
    (
        re.compile(
            r"(?i)\b(guida|conducir|conducci[óo]n|conduire|condu[çc][ãa]o|habilita[çc][ãa]o|patente|CNH|"
            r"rijbewijs|k[öo]rkort|f[üu]hrerschein) (?:(?:di|de|del|da|van|av) )?(?:(?:tipo|type|typ) )?B\b"
            r"(?!\s?[+/,&1])"
        ),
        r"\1",
        ("guida", "condu", "habilita", "patente", "cnh", "rijbewijs", "rkort", "hrerschein"),
    ),
    (
        re.compile(
            r"(?i)\b(?:faites-vous ou )?avez-vous (?:d[ée]j[àa] )?fait partie de nos (?:effectifs|"
            r"collaborateurs|salari[ée]s|[ée]quipes)"
        ),
        "avez-vous déjà travaillé chez nous",
        ("partie de nos",),
    ),
    (
        re.compile(
            r"(?i)\b(?:fez|fizeste) parte d[oea] (?:noss[oa] )?(?:quadro|time|equipe|equipa)"
            r"(?: de (?:colaboradores|funcion[áa]rios))?(?= d| em|\W*$)"
        ),
        "trabalhou na nossa empresa",
        ("parte d",),
    ),
    (re.compile(r"(?i)\bs[öo]kt (?:jobb|arbete|tj[äa]nst)\b"), "sökt", ("kt ",)),
    (re.compile(r"(?i)\bsteht (?:ihnen|dir)\b(.*)\bzur verf[üu]gung\b"), r"haben sie \1", ("steht",)),
    (re.compile(r"(?i)\bhar du tillg[åa]ng till (?=egen)"), "har du ", ("har du",)),
    (
        re.compile(r"(?i)\b(?:anyone|somebody|someone|anybody) who works here\b"),
        "anyone who works for us",
        ("who works here",),
    ),
    (re.compile(r"(?i)\b(worked|employed|work(?= here before)) here\b"), r"\1 for us", (" here",)),
    (re.compile(r"(?i)^(did you(?: \w+)?) work (for|at|with)\b"), r"\1 worked \2", ("did you",)),
    (
        re.compile(
            r"(?i)\b(?:how many|number of|anzahl|nombre d[e'’ ]|wie viele|"
            r"combien d[e'’ ]|cu[aá]ntos|quanti|hoeveel|quantos|hur många) ?"
            r"(?=years|jahre|ann[ée]es|a[nñ]os|anni|jaar|jaren|års?)"
        ),
        " ",
        (
            "how many",
            "number of",
            "anzahl",
            "nombre d",
            "wie viele",
            "combien d",
            "ntos",
            "quanti",
            "hoeveel",
            "hur m",
        ),
    ),
    (re.compile(r"(?i)\bbeschikt?( je| u| jij)? over\b"), "heb", ("beschik",)),
    (re.compile(r"(?i)\breisebereit\b"), "bereit zu reisen", ("reisebereit",)),
    (re.compile(r"(?i)\bumzugsbereit\b"), "bereit zu umziehen", ("umzugsbereit",)),
    (
        re.compile(
            r"(?i)\b(?:volljährig|majeure?|mayor de edad|maggiorenne|maior de idade|meerderjarig|"
            r"myndig)\b"
        ),
        "mindestens 18",
        ("volljährig", "majeur", "mayor de", "maggiorenne", "maior de", "meerderjarig", "myndig"),
    ),
    (
        re.compile(r"(?i)^(are you) (?:currently|presently|now)\b(?! (?:an? |employ|work))"),
        r"\1",
        ("are you",),
    ),
    (
        re.compile(r"(?i)\bexperience (?:of |in )?(?:working|using) (?:in|with|on)\b"),
        "experience in",
        ("experience",),
    ),
    (
        re.compile(
            r"(?i)\b(?:work|working|professional|practical|hands-on|overall|total) experience "
            r"(?=(?:do you (?:\w+ )?have )?(?:with|using|in)\b)"
        ),
        "experience ",
        ("experience",),
    ),
    (re.compile(r"(?i)\bexperience using\b"), "experience in", ("experience using",)),
    (re.compile(r"(?i)\bwhat['’]?s\b"), "what is", ("what",)),
    (
        re.compile(r"(?i)^(?:current|present) (?!or\b|and\b|employee|worker)(?=\w)"),
        "your ",
        ("current", "present"),
    ),
    (re.compile(r"(?i)\brequires?\b"), "need", ("require",)),
    (
        re.compile(r"(?i)^are you (?!an? |the )([\w][\w -]{1,40}) certified(?=\W*$)"),
        r"do you have a \1 certification",
        ("certified",),
    ),
    (re.compile(r"(?i)(?<=\blift )up to (?=\d)"), "", ("up to",)),
    (
        re.compile(r"(?i)\bin any capacity\b|^we must fill this position urgently\W*"),
        " ",
        ("in any capacity", "urgently"),
    ),
    (
        re.compile(r"(?i)(?<=transportation )to (?:and from )?(?:work|the (?:office|job|workplace))\b"),
        " ",
        ("transportation",),
    ),
    (re.compile(r"(?i)\bprefer(?:red|ence)\b"), "prefer", ("prefer",)),
    (
        re.compile(r"(?i)\bhave (?:any )?(?:previous|prior|past) (?=(?:[\w-]+ ){0,4}experience\b)"),
        "have ",
        ("experience",),
    ),
    (
        re.compile(r"(?i)\b(?:when|as|if|where)(?: and when)? (?:needed|required|necessary)\b"),
        " ",
        ("needed", "required", "necessary"),
    ),
    (
        re.compile(
            r"(?i)\byears (?:have you|you have) (?:been )?"
            r"(?:(?:worked|working) (?:with|in|on)|used|using)\b"
        ),
        "years of experience in",
        ("years",),
    ),
    (
        re.compile(
            r"(?i)\b(?:as (?:a )?part of (?:the|our|your) (?:\w+ )?process|as a condition of employment|in "
            r"accordance with (?:\w+ )?(?:laws?|regulations?)(?:/regulations?)?|if an offer is made|prior "
            r"to employment)\b"
        ),
        " ",
        ("process", "condition of employment", "accordance", "offer is made", "prior"),
    ),
    (
        re.compile(r"(?i)\b(?:upon request|(?:if|when) (?:so )?(?:asked|requested))\b"),
        "on request",
        ("request", "asked"),
    ),
    (re.compile(r"(?i)\b(?:supply|furnish)(?= (?:\w+ ){0,3}references)"), "provide", ("supply", "furnish")),
    (
        re.compile(
            r"(?i)^is (.{3,60}) something (?:that )?you (?:are|would be) "
            r"(willing|able|open|prepared|happy|comfortable)(?: (?:to|with)(?: do| doing)?)?(?=\W*$)"
        ),
        r"are you \2 \1",
        ("something",),
    ),
    (
        re.compile(
            r"(?i)\bappl(?:ied|y) (?:to work|for (?:a )?(?:job|role|position|work|employment)) "
            r"(?:at|with|for)\b"
        ),
        "applied to",
        ("appl",),
    ),
    (re.compile(r"(?i)\b(an?) current\b(?! (?:or|and|employee|worker|team))"), r"\1", ("current",)),
    # What is mine is mine now, and to have something is to have it now.
    (
        re.compile(
            r"(?i)\b(your|ihr|ihre|dein|deine|votre|ton|ta|tu|su|il tuo|la tua|je|jouw|uw|seu|sua|din|"
            r"ditt) "
            r"(?:current|present|aktuelle[rs]?|derzeitige[rs]?|actuel|actuelle|actual|attuale|huidige|"
            r"atual|"
            r"nuvarande)\b"
        ),
        r"\1",
        (
            "current",
            "present",
            "aktuel",
            "derzeit",
            "actuel",
            "actual",
            "attual",
            "huidig",
            "atual",
            "nuvarande",
        ),
    ),
    (
        re.compile(r"(?i)\b(?:currently|presently|now) (have|hold|possess|own)\b"),
        r"\1",
        ("now", "currently", "presently"),
    ),
    (
        re.compile(r"(?i)^((?:\w+ ){1,2})(?:proficiency|fluency|competency?)\W*$"),
        r"level of \1",
        ("proficien", "fluency", "competenc"),
    ),
)
"""Other words for the same, which single concepts cannot say: what is looked for, what stands in its place, and
the pieces of which one must be there in small letters, since most questions have none of them."""


def with_digits(text: str) -> str:
    """The text with number words as digits, once each ("three (3)" is "3")."""
    return _TWICE.sub(r"\1", _NUMBER_WORD.sub(lambda m: _DIGITS[m[0].casefold()], text))


def reworded(text: str) -> str:
    """The question with number words as digits and what is said in several ways said in one."""
    text = with_digits(text)
    small = text.casefold()
    for pattern, same, needs in _SAME_WORDS:
        if any(piece in small for piece in needs) and (changed := pattern.sub(same, text)) != text:
            text, small = changed, changed.casefold()
    return text
