"""Questions whether there is any of something, of which one may ask for more than the other.

A no to "any relatives or friends who work here?" is a no to "any relatives?", and a yes to the second one a yes to
the first; never the other way round. What is asked about is a scope; each side of it is the set of what counts.
"""

from dataclasses import dataclass

from companion.filling.bank.concepts import FILLER


@dataclass(frozen=True, slots=True)
class Scope:
    """What counts, side by side ("relatives", "employees", "now")."""

    subject: str
    sides: tuple[frozenset[str], ...]

    def holds(self, other: "Scope") -> bool:
        """Whether whatever the other one asks for counts here too."""
        same = self.subject == other.subject
        return same and all(a >= b for a, b in zip(self.sides, other.sides, strict=True))


def words(text: str) -> frozenset[str]:
    """Words that make a scope neither wider nor narrower: those given, and FILLER."""
    return frozenset(text.split()) | FILLER


def entails(stored: Scope, said: bool, asked: Scope) -> bool | None:
    """The answer to the asked question where the one to the stored question entails it, else None."""
    if said and asked.holds(stored):
        return True
    return False if not said and stored.holds(asked) else None
