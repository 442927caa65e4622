"""Web addresses: reading them as a browser would, and the general key of an address.

Everything here is about one question: are two addresses the same page? Which job a page of a known board
shows is decided in `boards`.
"""

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote_to_bytes, urlsplit

import idna

from companion.identity.parameters import carries_identity, is_noise, scopes_identity
from companion.identity.text import word_set

MAX_ADDRESS_CHARS = 16_384
"""Longer addresses are refused: browsers themselves show and share far less."""

_DEFAULT_PORTS = {"http": 80, "https": 443}
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_SESSION = re.compile(r";jsessionid=.*", re.IGNORECASE | re.DOTALL)
_PATH_SAFE = "-._~!$&'()*+,;=:@"
_QUERY_SAFE = "-._~!$'()*,:@/"

_LANGUAGES = word_set(
    "ar bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu id is it ja ka kk ko lt lv mk ms "
    "mt nb nl nn no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi zh"
)
_LOCALE = re.compile(r"([a-z]{2})(?:[-_](?:[a-z]{4}[-_])?(?:[a-z]{2}|\d{3}))?", re.IGNORECASE)
_APPLY_SUFFIXES = (
    ("applications", "new"),
    ("application", "new"),
    ("apply",),
    ("apply-now",),
    ("application",),
    ("confirmation",),
    ("thanks",),
    ("thank-you",),
)
_GENERIC_WORDS = word_set(
    "about apply application applications asp aspx at browse career careers company current detail "
    "details embed employment find form global home htm html in index job jobs join jsp life list listing "
    "listings open opening openings opportunities opportunity our page php position positions posting "
    "postings public result results role roles search students team the us vacancies vacancy view work "
    "working with"
)
_SLUG_WORD = re.compile(r"[^\W\d_]+")
_ID_LIKE = re.compile(r"\d{3,}|(?=[0-9a-f]*\d)[0-9a-f]{8,}", re.IGNORECASE)


class InvalidAddress(ValueError):
    """The text is no address of a job page: not http or https, no host, too long, or malformed."""


@dataclass(frozen=True, slots=True)
class Address:
    """An http(s) address in its parts, as a browser understands it: no user, fragment or dot segments."""

    scheme: str
    host: str
    """Lower case, in ASCII (punycode), without a trailing dot; an IPv6 address in brackets."""
    port: int | None
    """None for the scheme's default port."""
    segments: tuple[str, ...]
    """The path's non-empty segments, decoded."""
    query: tuple[tuple[str, str], ...]

    def param(self, *names: str) -> str:
        """Return the first non-empty value among the parameters of these (lower-case) names, else ""."""
        for name in names:
            for key, value in self.query:
                if value and key.casefold() == name:
                    return value.strip()
        return ""

    def url(self) -> str:
        """Return the address without tracking and fragment; it still opens the page."""
        return f"{self.scheme}://{self._authority(self.host)}{self._path(self.segments)}{self._query_text()}"

    def key(self) -> str:
        """Return the text that is equal for all addresses of the same page (scheme and www. left out)."""
        host = self.host.removeprefix("www.") if self.host.count(".") > 1 else self.host
        path = self._path(_core(self.segments))
        return f"https://{self._authority(host)}{path}{self._query_text(key=True)}"

    def is_specific(self) -> bool:
        """Tell whether the address names one thing, rather than a list such as `/careers`."""
        return names_one_thing(_core(self.segments)) or any(carries_identity(name) for name, _ in self.query)

    def _authority(self, host: str) -> str:
        return host if self.port is None else f"{host}:{self.port}"

    @staticmethod
    def _path(segments: tuple[str, ...]) -> str:
        return "/" + "/".join(quote(segment, safe=_PATH_SAFE) for segment in segments)

    def _query_text(self, *, key: bool = False) -> str:
        kept = self._identity_query()
        if key:
            kept = sorted({(name.casefold(), value) for name, value in kept})
        if not kept:
            return ""
        return "?" + "&".join(
            quote(name, safe=_QUERY_SAFE) + (f"={quote(value, safe=_QUERY_SAFE)}" if value else "")
            for name, value in kept
        )

    def _identity_query(self) -> list[tuple[str, str]]:
        """Parameters that say which job it is.

        Without any by name, and with a path that could be any job's, all that are not known noise are kept:
        two addresses for one job cost a question, two jobs under one key cost an application.
        """
        named = [(name, value) for name, value in self.query if value and carries_identity(name)]
        if named:
            return named + [pair for pair in self.query if pair[1] and scopes_identity(pair[0], self.host)]
        if names_one_thing(_core(self.segments)):
            return []
        return [(name, value) for name, value in self.query if not is_noise(name)]


def parse_address(text: str) -> Address:
    """Read an address as a browser would.

    Raises InvalidAddress, with a sentence for the user, for what is no http(s) address with a host.
    """
    if len(text) > MAX_ADDRESS_CHARS:
        raise InvalidAddress(f"This address is longer than {MAX_ADDRESS_CHARS} characters.")
    text = text.strip()
    if _CONTROL.search(text):
        raise InvalidAddress("This address contains control characters.")
    if not _SCHEME.match(text):
        raise InvalidAddress("This is not a web address: it must begin with http:// or https://.")
    try:
        parts = urlsplit(_browser_slashes(text))
        port = parts.port
    except ValueError as error:
        raise InvalidAddress("This web address is malformed.") from error
    scheme = parts.scheme.lower()
    address = Address(
        scheme=scheme,
        host=_host(parts.netloc.rpartition("@")[2]),
        port=None if port in {None, _DEFAULT_PORTS[scheme]} else port,
        segments=_segments(parts.path),
        query=_query(parts.query),
    )
    if len(address.url()) > MAX_ADDRESS_CHARS:  # escaping makes it longer
        raise InvalidAddress(f"This address is longer than {MAX_ADDRESS_CHARS} characters.")
    return address


def _browser_slashes(text: str) -> str:
    """Turn backslashes before the query into slashes: `https://evil.com\\@board.com/` goes to evil.com."""
    end = min((place for place in (text.find("?"), text.find("#")) if place >= 0), default=len(text))
    return text[:end].replace("\\", "/") + text[end:]


def _host(authority: str) -> str:
    if authority.startswith("["):
        try:
            return f"[{ipaddress.IPv6Address(authority[1:].partition(']')[0]).compressed}]"
        except ValueError as error:
            raise InvalidAddress("This web address has no valid host.") from error
    host = authority.partition(":")[0]
    if len(host) > 1_000:
        raise InvalidAddress("This web address has no valid host.")
    try:
        host = unquote_to_bytes(host).decode("utf-8")
        if not host.isascii():
            host = idna.encode(host, uts46=True).decode("ascii")
    except UnicodeError as error:  # idna.IDNAError is one too
        raise InvalidAddress("This web address has no valid host.") from error
    host = host.lower().removesuffix(".")
    if len(host) > 253 or not _HOST.fullmatch(host):
        raise InvalidAddress("This web address has no valid host.")
    return host


def _decode(text: str) -> str:
    return unquote_to_bytes(text).decode("utf-8", "replace")


def _segments(path: str) -> tuple[str, ...]:
    found: list[str] = []
    for raw in path.split("/"):
        segment = _SESSION.sub("", _decode(raw))
        if segment == "..":
            del found[-1:]
        elif segment not in {"", "."}:
            found.append(segment)
    return tuple(found)


def _query(text: str) -> tuple[tuple[str, str], ...]:
    found = []
    for pair in text.split("&"):
        name, _, value = pair.replace("+", " ").partition("=")
        if name:
            found.append((_decode(name), _decode(value)))
    return tuple(found)


def without_locale(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Drop a locale (`en`, `en-US`, `zh_Hans_CN`) in front of a path that goes on after it."""
    return segments[1:] if len(segments) > 1 and _is_locale(segments[0]) else segments


def _is_locale(segment: str) -> bool:
    match = _LOCALE.fullmatch(segment)
    return match is not None and match[1].lower() in _LANGUAGES


def _core(segments: tuple[str, ...]) -> tuple[str, ...]:
    """Return the path without locale and without the steps from a posting to its form and on."""
    while suffix := _apply_suffix(segments):
        segments = segments[: -len(suffix)]
    return () if len(segments) == 1 and _is_locale(segments[0]) else without_locale(segments)


def _apply_suffix(segments: tuple[str, ...]) -> tuple[str, ...]:
    last = tuple(segment.lower() for segment in segments[-2:])
    return next((suffix for suffix in _APPLY_SUFFIXES if last[-len(suffix) :] == suffix), ())


def names_one_thing(segments: tuple[str, ...]) -> bool:
    """Tell whether a path holds an id, or ends in a slug of its own such as `senior-engineer`."""
    if any(_ID_LIKE.search(segment) for segment in segments):
        return True
    words = _SLUG_WORD.findall(segments[-1].lower()) if segments else []
    return sum(word not in _GENERIC_WORDS for word in words) >= 2
