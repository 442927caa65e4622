"""What every page of the sample board shares: the counts, the faults, and how an application is received."""

from __future__ import annotations

import asyncio
import hashlib
import re
import secrets
import socket
import string
import struct
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NoReturn

from aiohttp import web

from companion.demo.faults import IN_PAGE, FaultMenu, FaultName
from companion.demo.ledger import Ledger, ReceivedFile

if TYPE_CHECKING:
    from companion.demo.catalogue import Posting

SECURITY_CODE_LENGTH = 8
INTERIM_ANSWER_SECONDS = 0.05

OutcomeKind = Literal["accepted", "invalid", "refused", "spam", "security_code", "login"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the sample board behaves where no fault is armed. Times in milliseconds.

    `account_email` is the address of the account that LinkedIn's and Indeed's pages take the visitor for.
    """

    account_email: str = "nora.lind@example.org"
    captcha_delay_ms: int = 120
    embed_token_lifetime_ms: int = 30_000
    max_upload_bytes: int = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Received:
    """The fields and files of one POST; a field that came several times is a list."""

    fields: dict[str, str | list[str]]
    files: tuple[ReceivedFile, ...]

    def text(self, name: str) -> str:
        """Return one field's value, stripped; "" where it is missing."""
        value = self.fields.get(name, "")
        return (value[0] if isinstance(value, list) else value).strip()

    def has(self, name: str) -> bool:
        """Tell whether a field or file with this name came with content."""
        value = self.fields.get(name, "")
        answered = any(part.strip() for part in value) if isinstance(value, list) else bool(value.strip())
        return answered or any(file.field == name for file in self.files)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an application, said by each board in its own way. `errors`: texts by field name."""

    kind: OutcomeKind
    errors: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Board:
    """The running board: one for each server."""

    settings: Settings
    ledger: Ledger = field(default_factory=Ledger)
    faults: FaultMenu = field(default_factory=FaultMenu)
    security_codes: dict[tuple[str, str], str] = field(default_factory=dict)
    embed_tokens: dict[str, float] = field(default_factory=dict)
    apply_sessions: dict[str, str] = field(default_factory=dict)
    closing: asyncio.Event = field(default_factory=asyncio.Event)

    def reset(self) -> None:
        """Forget all submissions, requests, codes and faults."""
        self.ledger.clear()
        self.faults.clear()
        self.security_codes.clear()
        self.embed_tokens.clear()
        self.apply_sessions.clear()

    async def pause(self, delay_ms: int) -> None:
        """Wait for so many milliseconds, or until the server closes."""
        try:
            await asyncio.wait_for(self.closing.wait(), delay_ms / 1000)
        except TimeoutError:
            return

    async def before_page(self, posting: Posting) -> None:
        """Carry out the faults that meet any page of a posting: slowness, 503."""
        if slow := self.faults.take(posting.id, FaultName.SLOW_PAGE):
            await self.pause(slow.delay_ms)
        if self.faults.take(posting.id, FaultName.PAGE_503):
            raise web.HTTPServiceUnavailable(text="503 Service Unavailable")

    async def opens(self, posting: Posting, *, otherwise: str) -> bool:
        """Carry out the faults of a posting's page, and say whether it is open.

        Raises HTTPFound to the address `otherwise` where a closed one leads elsewhere.
        """
        await self.before_page(posting)
        fault = self.faults.take(posting.id, FaultName.CLOSED_404, FaultName.CLOSED_302)
        if fault is None and "closed" not in posting.traits:
            return True
        leads_elsewhere = fault.name is FaultName.CLOSED_302 if fault else posting.board == "greenhouse"
        if leads_elsewhere:
            raise web.HTTPFound(otherwise)
        return False

    def page_faults(self, posting: Posting) -> dict[str, int]:
        """Return the faults that the page's script is to carry out, with their delay in milliseconds."""
        taken = {}
        for name in IN_PAGE:
            if fault := self.faults.take(posting.id, name):
                taken[str(name)] = fault.delay_ms
        return taken

    async def receive(
        self,
        request: web.Request,
        posting: Posting,
        received: Received,
        *,
        email: str,
        required: Sequence[tuple[str, str]],
    ) -> Outcome:
        """Take in one application: faults before it is stored, checks, the count, faults after.

        `required` lists (field name, label). Raises HTTPServiceUnavailable, HTTPGatewayTimeout or
        ConnectionCut where a fault says so.
        """
        if refused := await self._faults_before_storing(request, posting, received, email):
            return refused
        errors = {
            name: f"{label}: this field is required" for name, label in required if not received.has(name)
        }
        if not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", email.strip()):
            errors["email"] = "Please enter a valid email address"
        if errors:
            return Outcome("invalid", errors)
        self.ledger.accept(
            posting.id,
            email,
            fields=received.fields,
            files=received.files,
            user_agent=request.headers.get("User-Agent", ""),
        )
        await self._faults_after_storing(request, posting)
        return Outcome("accepted")

    async def _faults_before_storing(
        self, request: web.Request, posting: Posting, received: Received, email: str
    ) -> Outcome | None:
        take = self.faults.take
        if take(posting.id, FaultName.SUBMIT_503):
            raise web.HTTPServiceUnavailable(text="503 Service Unavailable")
        if hang := take(posting.id, FaultName.SUBMIT_HANG):
            await self.pause(hang.delay_ms)
            raise web.HTTPGatewayTimeout(text="504 Gateway Timeout")
        if take(posting.id, FaultName.RESET_BEFORE_STORE):
            await cut_connection(request)
        if take(posting.id, FaultName.REFUSE):
            return Outcome("refused", {"": "We could not accept your application."})
        if take(posting.id, FaultName.SPAM):
            return Outcome("spam", {"": "Your application submission was flagged as possible spam."})
        if take(posting.id, FaultName.APPLY_LIMIT):
            return Outcome("refused", {"": "You've exceeded the daily application limit."})
        if take(posting.id, FaultName.LOGIN_WALL):
            return Outcome("login")
        if take(posting.id, FaultName.SERVER_VALIDATION):
            return Outcome("invalid", {"email": "Please check your email address"})
        return self._security_step(posting, received, email)

    def _security_step(self, posting: Posting, received: Received, email: str) -> Outcome | None:
        key = (posting.id, email.strip().lower())
        if key in self.security_codes:
            if received.text("security_code") == self.security_codes[key]:
                del self.security_codes[key]
                return None
            return Outcome("security_code", {"security_code": "Incorrect security code."})
        if self.faults.take(posting.id, FaultName.SECURITY_CODE):
            alphabet = string.ascii_uppercase + string.digits
            self.security_codes[key] = "".join(secrets.choice(alphabet) for _ in range(SECURITY_CODE_LENGTH))
            return Outcome("security_code")
        return None

    async def _faults_after_storing(self, request: web.Request, posting: Posting) -> None:
        take = self.faults.take
        if slow := take(posting.id, FaultName.SLOW_SUBMIT):
            await self.pause(slow.delay_ms)
        if take(posting.id, FaultName.SUBMIT_503_STORED):
            raise web.HTTPServiceUnavailable(text="503 Service Unavailable")
        if hang := take(posting.id, FaultName.SUBMIT_HANG_STORED):
            await self.pause(hang.delay_ms)
            raise web.HTTPGatewayTimeout(text="504 Gateway Timeout")
        if take(posting.id, FaultName.RESET_AFTER_STORE):
            await cut_connection(request)


Handler = Callable[[Board, web.Request, Mapping[str, str]], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Route:
    """One address on a board's host: method, pattern of the path, and who answers."""

    method: str
    pattern: re.Pattern[str]
    handler: Handler


def route(method: str, path: str, handler: Handler) -> Route:
    """Make a route from a path with `{name}` for one segment; a trailing slash is optional."""
    parts = re.split(r"\{(\w+)\}", path.rstrip("/"))
    pattern = "".join(
        f"(?P<{part}>[^/]+)" if index % 2 else re.escape(part) for index, part in enumerate(parts)
    )
    return Route(method, re.compile(pattern + "/?"), handler)


async def read_form(request: web.Request) -> Received:
    """Read a form's POST, urlencoded or multipart; empty file fields are left out."""
    fields: dict[str, str | list[str]] = {}
    files: list[ReceivedFile] = []
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            content = value.file.read()
            value.file.close()
            if value.filename:
                files.append(
                    ReceivedFile(name, value.filename, hashlib.sha256(content).hexdigest(), len(content))
                )
            continue
        text = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
        earlier = fields.get(name)
        if earlier is None:
            fields[name] = text
        else:
            fields[name] = [*(earlier if isinstance(earlier, list) else [earlier]), text]
    return Received(fields, tuple(files))


class ConnectionCut(web.HTTPInternalServerError):
    """The connection was reset; this answer reaches nobody."""


async def cut_connection(request: web.Request) -> NoReturn:
    """Reset the connection hard (RST, no TLS close) and end the handling of the request by ConnectionCut.

    Browsers send a POST again by themselves when a connection that they had kept or opened in advance is
    reset before any byte of an answer: that would count twice here without anybody having asked for it. An
    interim answer is such a byte, and none that means anything.
    """
    transport = request.transport
    if transport is not None:
        transport.write(b"HTTP/1.1 100 Continue\r\n\r\n")
        await asyncio.sleep(INTERIM_ANSWER_SECONDS)
        raw = transport.get_extra_info("socket")
        if raw is not None:
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        transport.abort()
    raise ConnectionCut
