"""The ``id`` of a frame, found without parsing the frame where that is possible.

The relay must know which requests are in flight, to answer them when the companion is lost; it looks at
nothing else. Our own peers write ``id`` first, so one regular expression at the start of the payload finds
it whatever the payload's size; other orders of keys are parsed.
"""

import json
import re

FrameId = int | str

_ID_FIRST = re.compile(rb'\s*\{\s*"id"\s*:\s*(?:(-?\d{1,18})|"([ !#-\[\]-~]*)")\s*[,}]')
_NO_ID_FIRST = re.compile(rb'\s*\{\s*"(?:event|cmd|cid)"\s*:')


def frame_id(payload: bytes) -> FrameId | None:
    """Return the ``id`` of a request or a reply: a whole number or a string, None where there is no such id.

    Bytes that are no JSON object have none. Frames that begin with ``event``, ``cmd`` or ``cid`` have none
    by the protocol, so that pushed data with an ``id`` somewhere in it is not parsed in vain.
    """
    if found := _ID_FIRST.match(payload):
        number, text = found.groups()
        return int(number) if number is not None else str(text, "ascii")
    if b'"id"' not in payload or _NO_ID_FIRST.match(payload):
        return None
    try:
        value = json.loads(payload)
    except (ValueError, RecursionError):  # no JSON, no UTF-8, or nested too deep: the companion answers that
        return None
    found_id = value.get("id") if isinstance(value, dict) else None
    if isinstance(found_id, bool) or not isinstance(found_id, int | str):
        return None
    return found_id
