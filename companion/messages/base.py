"""Limits, and the kinds of values that messages are made of."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

PROTOCOL_VERSION = 1
MAX_BODY_BYTES = 1_048_576
MAX_DOCUMENT_BYTES = 20_000_000
DOCUMENT_CHUNK_BYTES = 512 * 1024
MAX_SAFE_INTEGER = 2**53
PERMIT_VALID_SECONDS = 10

Whole = Annotated[int, Field(ge=-MAX_SAFE_INTEGER, le=MAX_SAFE_INTEGER, strict=True)]
Count = Annotated[int, Field(ge=0, le=MAX_SAFE_INTEGER, strict=True)]
ShortText = Annotated[str, Field(max_length=1_000)]
Text = Annotated[str, Field(max_length=20_000)]
Address = Annotated[str, Field(min_length=1, max_length=100_000)]


def _with_its_zone(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time needs its zone, as in 2026-11-24T20:15:00Z")
    return moment


Moment = Annotated[datetime, AfterValidator(_with_its_zone)]
"""A time in a request: RFC 3339, so never without its zone."""


class Request(BaseModel):
    """A request's body: unknown members are refused, so that a misspelt one is never ignored."""

    model_config = ConfigDict(extra="forbid")


class Result(BaseModel):
    """A part of a reply."""

    model_config = ConfigDict(extra="forbid")
