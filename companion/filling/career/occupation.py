"""Years in an occupation or a field of work: those of the profile, where every job in it was one of that kind.

A nurse who became a developer has not been a developer for all of her years: then the question is left.
"""

import re
from typing import Final

from companion.filling.career import years
from companion.filling.career.experience import Asked
from companion.filling.career.skills import Skill, plain
from companion.filling.text import word_set
from companion.profile.json_resume import Profile

_DEVELOPER: Final = word_set(
    "developer developers programmer coder entwickler entwicklerin programmierer programmiererin developpeur "
    "developpeuse desarrollador desarrolladora programador programadora sviluppatore sviluppatrice "
    "programmatore "
    "programmatrice ontwikkelaar programmeur desenvolvedor desenvolvedora utvecklare programmerare programista "
    "programistka"
)
_ENGINEER: Final = word_set(
    "engineer ingenieur ingenieurin ingenieure ingeniero ingeniera ingegnere engenheiro engenheira"
)
_DEVELOPING: Final = word_set(
    "development programming coding entwicklung programmierung developpement programmation desarrollo "
    "programacion "
    "sviluppo programmazione ontwikkeling desenvolvimento programacao utveckling programmering"
)
_OF_SOFTWARE: Final = word_set(
    "software frontend backend fullstack web mobile app application applications android ios java javascript "
    "typescript "
    "python php ruby react angular vue kotlin swift golang embedded logiciel logiciels mjukvaru"
)
_IT: Final = word_set("it informatique informatik informatica informatico edv")
_AROUND: Final = word_set(
    "product application applications app apps ui de d en et la l the field of in engineering "
    "industry sector branche bereich secteur"
)
_IT_JOB: Final = re.compile(
    r"\bit[ -](?:support|manager|administrator|consultant|specialist|technician|engineer|analyst)|"
    r"\b(?:system|systems|network|database|cloud|data|devops|security) (?:administrator|engineer)|\bsysadmin\b|"
    r"\bsystemadministrator"
)
_GRADE: Final = re.compile(
    r"^(?:(?:senior|junior|lead|principal|staff|trainee|sr\.?|jr\.?|registered|qualified|certified) )+"
)
_BOTH_FORMS: Final = re.compile(r" ?\([mwfdxh](?:/[mwfdxh])+\)|[:*_/]-?in(?:nen)?\b|\(e\)|\(in\)")
_SUCH_A_ROLE: Final = re.compile(
    r"^(?=\S+ \S)(?:(?:this|ce|cette|este|questa|questo|deze|esta|dieser|diese|denna) )?(?:(?:similar|same|"
    r"comparable|equivalent) )?"
    r"(?:roles?|position|poste|fonction|puesto|ruolo|posizione|functie|cargo|funcao|roll|tjanst)"
    r"(?: (?:similaire|similar|simile|semelhante|equivalente?))?$|"
    r"^(?:einer )?(?:ahnlichen|vergleichbaren|vergelijkbare|liknande|podobnym|tej|dieser) (?:position|rolle|"
    r"funktion|"
    r"functie|stelle|roll|tjanst|stanowisku)$"
)
"""A role like that of the job, in a question for experience in it."""
_JOINED: Final = re.compile(r"[&/,]|(?<!\+)\+(?!\+)|\b(?:and|und|et|y|e|en|och|i)\b")
_ROLE: Final = re.compile(
    r"\b(?:as|been) an? |\bals (?:eine? |een )?|\ben tant que? ?|\bcomme |\bcomo |\bcome |\bsom |\bjako "
)
"""What stands before an occupation, not before what it deals with."""


def value_of(asked: Asked, question: str, profile: Profile, title: str) -> float | bool | None:
    """The years, or whether they reach the bar; None where the profile does not say them for just that.

    `title` is that of the job: a bar of years in a similar role is reached where all jobs were such.
    """
    total = profile.applyonce.years_experience
    if total is None or asked.kind not in {"years", "bar"} or asked.either or len(asked.ways) > 1:
        return None
    if asks_for_such(asked):
        is_reached = asked.kind == "bar" and _are_such(_jobs(profile), _bare(title))
        return True if is_reached and years.reaches(asked, total) else None
    if asked.ways and not _all_in(asked.ways[0][0].name, question, _jobs(profile)):
        return None
    if not asked.ways and asked.kind == "years":
        # The words that ask for all years are told by the classification.
        return None
    return total if asked.kind == "years" else years.reaches(asked, total)


def asks_for_such(asked: Asked) -> bool:
    """Whether a question is about a role like the one that is applied for."""
    return len(asked.ways) == 1 and _SUCH_A_ROLE.match(asked.ways[0][0].name) is not None


def role_of(title: str) -> Skill:
    """The role that a job's title names, as one has experience in it."""
    return Skill(_bare(title))


def _are_such(jobs: list[str], role: str) -> bool:
    fields = _fields_of(role)
    narrow = fields & {"frontend", "backend", "web"} or fields & {"software"}
    return bool(role) and all(
        _is_kind_of(job, role) or bool(narrow and narrow <= _fields_of(job)) for job in jobs
    )


def _bare(title: str) -> str:
    return _GRADE.sub("", _normal(_BOTH_FORMS.sub("", plain(title))))


def _normal(text: str) -> str:
    """The words of a title or subject, compounds taken apart ("front-end", "Webentwicklung")."""
    text = re.sub(r"\b(front|back)[- ]?end\b", r"\1end", re.sub(r"\bfull[- ]?stack\b", "fullstack", text))
    text = re.sub(r"\binformation(?:s)?[- ]?technolog\w+(?: \(it\))?", "it", text)
    return re.sub(
        r"\b(web|software|app|mjukvaru)-?(?=(?:entwickl|ontwikkel|utveckl|programm)\w+)", r"\1 ", text
    )


def _jobs(profile: Profile) -> list[str]:
    """The titles of all jobs, else of the one that the profile is headed by; without grade and the form for the
    other sex."""
    titles = [work.position for work in profile.work] or [profile.basics.label]
    return [_bare(title) for title in titles]


def _all_in(subject: str, question: str, jobs: list[str]) -> bool:
    """Whether all jobs were in the field of work, or of the occupation, that a question names."""
    field = _field_asked(_normal(_BOTH_FORMS.sub("", subject)))
    if field:
        return all(field in _fields_of(job) for job in jobs)
    return _ROLE.search(plain(question)) is not None and all(_is_kind_of(job, subject) for job in jobs)


def _field_asked(subject: str) -> str:
    """The field of work that a subject is, empty where it is none of those known here or has a word besides."""
    words: frozenset[str] = frozenset(re.findall(r"[\w+#.]+", subject))
    does = words & (_DEVELOPER | _DEVELOPING | _ENGINEER) or "engineering" in words
    narrow = words & {"frontend", "backend", "web"}
    if (
        words
        - narrow
        - _DEVELOPER
        - _DEVELOPING
        - _ENGINEER
        - _AROUND
        - _IT
        - {"software", "logiciel", "logiciels"}
    ):
        return ""
    if len(narrow) == 1 and (does or len(words) == 1):
        return next(iter(narrow))
    if not narrow and (words & _DEVELOPER or (does and words & (_OF_SOFTWARE | _IT))):
        return "software"
    if not narrow and (words & {"programming", "coding", "programmierung"}) and len(words) == 1:
        return "software"
    return "it" if words & _IT and not words - _IT - _AROUND else ""


def _fields_of(job: str) -> frozenset[str]:
    """The fields of work that a job was in."""
    words = frozenset(re.findall(r"[\w+#.]+", job))
    develops = words & _DEVELOPER or (words & _ENGINEER and words & _OF_SOFTWARE)
    if not develops or "relations" in words:
        return frozenset({"it"}) if _IT_JOB.search(job) else frozenset()
    if _JOINED.search(job):
        # How much of a joined job was the one and how much the other, nobody can tell.
        return frozenset({"software", "it"})
    fields = {"software", "it"} | (words & {"frontend", "backend"})
    if words & {"frontend", "fullstack", "web"}:
        fields.add("web")
    if words & {"react", "angular", "vue"}:
        fields |= {"frontend", "web"}
    return frozenset(fields)


def _is_kind_of(job: str, wanted: str) -> bool:
    """Whether a job is the occupation, or one of its kind (a "pastry chef" is a chef, a "chef de partie"
    too)."""
    is_joined = _JOINED.search(job) is not None
    is_kind = job.endswith(f" {wanted}") or job.startswith(f"{wanted} de ")
    return job == wanted or (is_kind and not is_joined)
