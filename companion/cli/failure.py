"""How a command ends when it cannot do what it was asked to."""

from __future__ import annotations

from typing import Any

OK = 0
FAILED = 1
USAGE = 2
INTERRUPTED = 130
"""What shells report for a program that Ctrl-C ended: 128 + SIGINT."""


class CommandFailed(Exception):
    """Ends a command: the text is one sentence for the user, `advice` says what to do next.

    `details` is what `--json` shows beside them, as the API's error bodies are.
    """

    def __init__(
        self, message: str, advice: str = "", *, code: str = "failed", details: object = None
    ) -> None:
        super().__init__(message)
        self.advice = advice
        self.code = code
        self.details = details

    @property
    def body(self) -> dict[str, Any]:
        """The failure as JSON."""
        body: dict[str, Any] = {"message": str(self), "code": self.code}
        if self.advice:
            body["advice"] = self.advice
        return {**body, **self.details} if isinstance(self.details, dict) else body
