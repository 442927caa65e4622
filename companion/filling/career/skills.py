"""What a skill is called: one name for the ways in which forms and people write it.

"React.js", "ReactJS" and "React (Framework)" are React; "React Native" is not, nor is C# C++, nor SQL Server SQL.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from companion.filling.text import bounded, word_set

_LANGUAGES: Final = word_set(
    "python java javascript typescript c c++ c# f# go rust ruby php perl scala kotlin swift r matlab sql pl/sql "
    "t-sql bash shell powershell vba cobol abap apex solidity dart elixir haskell lua objective-c fortran "
    "assembly assembler groovy julia clojure erlang html css sas delphi pascal lisp prolog xml xslt"
)
_FRAMEWORKS: Final = word_set(
    "react angular vue symfony laravel django flask spring rails express nest nuxt next svelte ember bootstrap "
    "jquery hibernate struts flutter ionic xamarin qt redux cypress playwright selenium junit jest mocha pandas "
    "numpy tensorflow pytorch keras fastapi gatsby backbone electron hadoop spark scrapy codeigniter yii "
    "cakephp "
    "node android ios"
) | {"ruby on rails", "react native", "spring boot", "tailwind"}
_DATABASES: Final = word_set(
    "sql postgresql mysql mongodb oracle redis sqlite mariadb cassandra dynamodb snowflake db2 teradata neo4j "
    "couchdb clickhouse"
) | {"sql server"}
_CLOUDS: Final = frozenset({"aws", "azure", "google cloud", "snowflake", "heroku"})
_QUALIFIERS: Final[tuple[tuple[re.Pattern[str], frozenset[str]], ...]] = (
    (
        re.compile(
            r" (?:programming languages?|programming|language|coding|scripting|development|programmierung|"
            r"entwicklung|"
            r"programmation|programacion|programmazione|programmeren|programacao|programmering)$"
        ),
        _LANGUAGES | _FRAMEWORKS,
    ),
    (re.compile(r" (?:framework|library|js library|bibliothek|bibliotheque|libreria)$"), _FRAMEWORKS),
    (re.compile(r" (?:databases?|db|datenbank(?:en)?|queries|query|dbms|rdbms)$"), _DATABASES),
    (re.compile(r" (?:cloud(?: platform| services?| computing)?|platform)$"), _CLOUDS),
)
"""What a name may have behind it, and the names that mean the same without it ("network programming" is no
network)."""
_BEFORE: Final = re.compile(
    r"^(?:(?:programming language|programmiersprache|langage(?: de programmation)?|"
    r"lenguaje(?: de programacion)?|"
    r"linguaggio(?: di programmazione)?|programmeertaal|linguagem(?: de programacao)?|programmeringssprak\w*|"
    r"query|queries|jezyku|apache) )+(?=\S)"
)
_ALIASES: Final = {
    "js": "javascript", "ts": "typescript", "golang": "go", "k8s": "kubernetes", "postgres": "postgresql",
    "postgre sql": "postgresql", "mongo": "mongodb", "mongo db": "mongodb", "gcp": "google cloud",
    "google cloud platform": "google cloud", "amazon web services": "aws", "amazon aws": "aws",
    "structured query language": "sql", "cascading style sheets": "css", "hypertext markup language": "html",
    "html5": "html", "css3": "css", "c sharp": "c#", "csharp": "c#", "c plus plus": "c++", "cpp": "c++",
    "dot net": ".net", "dotnet": ".net", "rest apis": "rest api",
    "restful api": "rest api", "restful apis": "rest api",
    "tailwind css": "tailwind", "tailwindcss": "tailwind", "ci cd": "ci/cd",
    "nodejs": "node", "reactjs": "react", "vuejs": "vue", "nextjs": "next", "nestjs": "nest", "nuxtjs": "nuxt",
    "expressjs": "express", "visual basic for applications": "vba",
}  # fmt: skip
_MAKERS: Final = re.compile(
    r"^(?:microsoft|ms|hashicorp|atlassian) (?=(?:excel|azure|power bi|word|outlook|powerpoint|sql server|"
    r"sharepoint|visio|"
    r"teams|dynamics\b.*|project|intune|terraform|vault|consul|jira|confluence|bitbucket)$)"
)
_JS: Final = re.compile(r"(?<=[a-z0-9])(?:\.js| js)$")
_A_QUALIFIER: Final = re.compile(
    r"^(?:programming(?: language)?|scripting language|programmiersprache|langage de programmation|"
    r"lenguaje de programacion|linguaggio di programmazione|programmeertaal|linguagem de programacao|"
    r"programmeringssprak|(?:[a-z-]+ )?(?:framework|library)|software|database|tool|js|version control|"
    r"operating system|betriebssystem)$"
)
_SMALL: Final = word_set("of and the for as a to & und et y e en")


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill's name, and what else it is called where the text says so ("Large Language Models (LLM)")."""

    name: str
    other: str = ""

    def is_same(self, skill: "Skill") -> bool:
        """Whether both are the same skill. Two long names are not the same for a common abbreviation."""
        return self.name in {skill.name, skill.other} or skill.name == self.other


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """Small letters without accents, one space between words; the signs that names have stay ("c++", ".net")."""
    kept = re.sub(r"['’‘`´]", " ", bounded(text)).casefold()
    if not kept.isascii():
        decomposed = unicodedata.normalize("NFKD", kept.replace("ł", "l").replace("ø", "o"))
        kept = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.sub(r"[¿¡\"“”„«»]", " ", kept).split())


def skill_of(text: str) -> Skill:
    """The skill that a plain text names. What stands in brackets is a qualifier, another name, or a part of
    it."""
    bracket = re.match(r"^([^()\[\]]*[^()\[\]\s]) ?[(\[]([^()\[\]]*)[)\]]$", text)
    if bracket is None:
        return Skill(_name(text))
    before, inside = _name(bracket[1]), bracket[2].strip()
    if _A_QUALIFIER.match(inside):
        return Skill(before)
    if _abbreviates(inside, bracket[1]) or _abbreviates(bracket[1], inside) or _name(inside) == before:
        return Skill(before, _name(inside))
    return Skill(text)


def _abbreviates(short: str, long: str) -> bool:
    letters = re.sub(r"[^a-z0-9]", "", short)
    words = re.findall(r"[a-z0-9]+", long)
    if not 2 <= len(letters) <= 8 or len(words) < 2:
        return False
    every = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in _SMALL)
    return letters in {every, telling} or letters.removesuffix("s") in {every, telling}


def _name(text: str) -> str:
    name = re.sub(r"[\s-]+", " ", text).strip(" .,:;*") if not text.startswith(".") else text.strip(" ,:;*")
    name = _ALIASES.get(name, name)
    name = _MAKERS.sub("", _BEFORE.sub("", name))
    for qualifier, names in _QUALIFIERS:
        bare = qualifier.sub("", name)
        if bare != name and (known := _known(bare)) in names:
            return known
    return _known(name)


def _known(name: str) -> str:
    """The name without what its writers add to it: ".js", "Apache", a plural."""
    bare = _JS.sub("", name)
    name = bare if bare != "angular" else name
    name = _ALIASES.get(name, name)
    is_plural = len(name) > 4 and name.endswith("s") and not name.endswith(("ss", "us", "is"))
    return name if not is_plural or name in _FRAMEWORKS else name[:-1]
