"""One call of an operation: who asks, in which transaction, and what it pushes besides its events."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from companion.domain import Holder, HolderKind

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.shapes import HolderRequest
    from companion.store.interface import Transaction


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as the transport knows it."""

    transport: Literal["http", "native"]
    user_id: int = 1
    instance: str | None = None
    session: str | None = None
    browser: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: an HTTP status and a body. Over native messaging the status only says whether it went well."""

    status: int
    body: JsonObject
    replayed: bool = False
    retry_after: int | None = None


@dataclass(slots=True)
class Call:
    """A call inside its transaction."""

    tx: Transaction
    caller: Caller
    created: bool = False
    pushes: list[tuple[str, JsonObject]] = field(default_factory=list)

    def holder(self, asked: HolderRequest) -> Holder:
        """Return the holder that a request names, with what the connection knows of it."""
        kind = HolderKind(asked.kind)
        label = asked.label
        if label is None:
            where = f", tab {asked.tab_id}" if asked.tab_id is not None else ""
            who = {"tab": self.caller.browser or "Browser", "agent": "Auto-apply", "api": "API client"}
            label = f"{who[asked.kind]}{where}"
        return Holder(
            kind=kind,
            session=asked.session,
            tab_id=asked.tab_id,
            frame_id=asked.frame_id,
            document_id=asked.document_id,
            instance=self.caller.instance,
            label=label,
        )

    def push(self, event: str, data: dict[str, Any]) -> None:
        """Push something that is not in the history, once the transaction is durable."""
        self.pushes.append((event, data))
