"""What scripts keep in a JavaScript heap, told by a snapshot from what the engine adds to run them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.e2e.harness.cdp_target import CdpTarget

THE_ENGINES_OWN = frozenset({"code", "native", "hidden", "synthetic"})
"""Kinds of nodes that no script can forget: compiled code, which grows for as long as functions get hot, and the
browser's side of what a page shows, of which nodes and listeners are counted. All else are objects, arrays,
strings, functions, their scopes and shapes: those of the page and of content scripts, in all worlds."""


async def data_of(target: CdpTarget) -> float:
    """Return how many KiB scripts keep in this target's heap, after its garbage was collected."""
    chunks: list[str] = []
    target.on("HeapProfiler.addHeapSnapshotChunk", lambda event: chunks.append(event["chunk"]))
    await target.send("HeapProfiler.collectGarbage")
    await target.send("HeapProfiler.takeHeapSnapshot", reportProgress=False)
    return weigh("".join(chunks))


def weigh(snapshot: str) -> float:
    """Return how many KiB of a heap snapshot are not the engine's own."""
    heap = json.loads(snapshot)
    meta, nodes = heap["snapshot"]["meta"], heap["nodes"]
    fields = meta["node_fields"]
    kind, size, width = fields.index("type"), fields.index("self_size"), len(fields)
    kinds = meta["node_types"][kind]
    counted = [name not in THE_ENGINES_OWN for name in kinds]
    assert not all(counted), f"this engine names its own otherwise: {kinds}"
    each = zip(nodes[kind::width], nodes[size::width], strict=True)
    weights: list[int] = [weight for of_kind, weight in each if counted[of_kind]]
    return sum(weights) / 1024
