"""Claims, leases and the submit gate: the state machine of domain.py applied to the store in transactions.

Every method runs inside one transaction of the store and is synchronous. Changes are compare-and-sets whose
predicate stands in the UPDATE. Invariants I1 to I14 are those of the design's arbiter document.
"""

from __future__ import annotations

from companion.arbiter.claims import Granted
from companion.arbiter.outcomes import Outcomes
from companion.arbiter.submissions import EvidenceGiven, PermitGiven

__all__ = ["Arbiter", "EvidenceGiven", "Granted", "PermitGiven"]


class Arbiter(Outcomes):
    """Decides who may work on which job in which tab, and who may submit: all that the files beside this say."""
