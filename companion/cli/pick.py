"""From what a person typed to one of their own things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.failure import CommandFailed

if TYPE_CHECKING:
    from collections.abc import Mapping

SHOWN_ID_CHARACTERS = 8


def pick(text: str, named: Mapping[str, str], *, what: str, listing: str) -> str:
    """Return the id that `text` means, of `named` (id → name): an id or its beginning, a name, words of it.

    Raises CommandFailed where nothing fits, or more than one thing: then it lists them. `listing` is the
    command that shows all.
    """
    wanted = text.casefold().strip()
    for fits in (
        [key for key in named if key.casefold() == wanted],
        [key for key, name in named.items() if name.casefold() == wanted],
        [key for key in named if len(wanted) >= 4 and key.casefold().startswith(wanted)],
        [
            key
            for key, name in named.items()
            if wanted and all(word in name.casefold() for word in wanted.split())
        ],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            lines = [f"  {key[:SHOWN_ID_CHARACTERS]}  {named[key]}" for key in fits]
            raise CommandFailed(
                f"“{text}” means {len(fits)} {what}s.",
                "\n".join(["Name one of them:", *lines]),
                code="ambiguous",
            )
    raise CommandFailed(f"There is no {what} “{text}”.", f"See: {listing}", code="not_found")
