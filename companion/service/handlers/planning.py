"""Identifying a page, planning a form and handing out documents: what computes before or after its transaction."""

from __future__ import annotations

import asyncio
import base64
from typing import TYPE_CHECKING, Any

from companion.domain import Phase
from companion.filling import (
    DocumentInfo,
    DocumentReference,
    Field,
    FillPlan,
    JobFacts,
    StoredAnswer,
    build_plan,
)
from companion.identity import InvalidAddress, JobIdentity, identify
from companion.messages.base import DOCUMENT_CHUNK_BYTES
from companion.profile import Profile
from companion.profile.documents import DocumentNotFound
from companion.refusals import RefusedError
from companion.registry import register_job
from companion.service.handlers.jobs import similar_jobs
from companion.service.handlers.own import find_document, read_user_value
from companion.service.present import application_json, job_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain import JsonObject
    from companion.messages.applications import DocumentRequest, FormField, PlanRequest, PreviewRequest
    from companion.messages.jobs import IdentifyRequest
    from companion.service.call import Call
    from companion.service.core import Core

MAX_JSON_LD_TEXTS = 64


async def identity_of(asked: IdentifyRequest) -> JobIdentity:
    """Return which job a page shows. Raises invalid for an address that is none."""
    given = asked.json_ld
    json_ld = given if isinstance(given, list) else [] if given is None else [given]
    try:
        return await asyncio.to_thread(
            identify,
            asked.url,
            title=asked.title,
            company=asked.company,
            location=asked.location,
            json_ld=json_ld[:MAX_JSON_LD_TEXTS],
        )
    except InvalidAddress as error:
        raise RefusedError("invalid", str(error), details={"field": "url"}) from error


def identified(core: Core, call: Call, found: JobIdentity) -> JsonObject:
    """Return the job of an identity with what is known of it."""
    job, call.created = register_job(core.arbiter, call.tx, found)
    application = core.arbiter.current_application(call.tx, call.caller.user_id, job.id)
    addresses = [row["url"] for row in call.tx.all("job_addresses", job_id=job.id)]
    return {
        "job": job_json(job),
        "application": application_json(call.tx, application) if application else None,
        "also_seen": [url for url in addresses if url != found.url],
        "similar": similar_jobs(core, call, job),
    }


def _fields(asked: Sequence[FormField]) -> list[Field]:
    return [Field(**{**field.model_dump(), "options": tuple(field.options)}) for field in asked]


def _own_things(
    call: Call, application_id: str | None = None
) -> tuple[Any, list[StoredAnswer], list[DocumentInfo]]:
    user_id = call.caller.user_id
    answers = [
        StoredAnswer(row["id"], row["question"], row["answer"])
        for row in call.tx.all("answers", user_id=user_id)
    ]
    documents = [
        DocumentInfo(
            id=row["id"],
            kind=row["kind"],
            name=row["name"],
            mime=row["mime"],
            sha256=row["sha256"],
            size=row["size"],
            tags=tuple(row["rule"].split()) + (("default",) if row["is_default"] else ()),
        )
        for row in call.tx.all("documents", user_id=user_id)
    ]
    given = read_user_value(call, f"application:{application_id}") if application_id else None
    given = given or {}
    profile = given.get("profile") or read_user_value(call, "profile") or {}
    if "resume" in given:
        documents = [
            document for document in documents if document.kind != "resume" or document.id == given["resume"]
        ]
    return profile, answers, documents


async def preview_plan(core: Core, call_of: Any, asked: PreviewRequest) -> JsonObject:
    """Say what would be filled, without a lease: for the command line and for tests."""
    own = await core.store.read(lambda tx: _own_things(call_of(tx)))
    facts = JobFacts(title=asked.title, company=asked.company, location=asked.location, url=asked.url)
    return await _plan(asked.fields, own, facts, asked.url)


async def plan(core: Core, call_of: Any, asked: PlanRequest) -> JsonObject:
    """Return the values of a form, to the holder only, for the job that it holds."""

    def look(tx: Any) -> tuple[Any, JobFacts]:
        call = call_of(tx)
        application = core.arbiter.held(tx, call.caller.user_id, str(asked.application_id), asked.fence)
        if application.state.phase is not Phase.FILLING:
            raise RefusedError(
                "phase",
                "Only who is filling the application gets its values.",
                details={"status": application.state.status.word, "application_id": application.id},
            )
        job = core.arbiter.job(tx, application.job_id)
        facts = JobFacts(title=job.title, company=job.company, location=job.location, url=job.url)
        return _own_things(call, application.id), facts

    own, facts = await core.store.read(look)
    return await _plan(asked.fields, own, facts, asked.url)


async def _plan(asked: Sequence[FormField], own: Any, facts: JobFacts, url: str) -> JsonObject:
    profile, answers, documents = own

    def compute() -> FillPlan:
        return build_plan(
            _fields(asked),
            profile=Profile.parse(profile),
            answers=answers,
            documents=documents,
            job=facts,
            url=url,
        )

    made = await asyncio.to_thread(compute)
    by_id = {document.id: document for document in documents}
    required = {field.id: field.required for field in asked}
    return {
        "values": [
            {
                "id": value.id,
                "value": _value_json(value.value, by_id),
                "meaning": value.meaning,
                "source": value.source,
                "confidence": value.confidence,
                "why": value.why,
            }
            for value in made.values
        ],
        "unanswered": [
            {
                "id": left.id,
                "meaning": left.meaning,
                "required": required.get(left.id, False),
                "why": left.why,
            }
            for left in made.unanswered
        ],
    }


def _value_json(value: Any, documents: dict[str, DocumentInfo]) -> Any:
    if isinstance(value, DocumentReference):
        document = documents[value.document_id]
        return {"document_id": document.id, "name": document.name, "sha256": document.sha256}
    return list(value) if isinstance(value, tuple) else value


async def document(core: Core, call_of: Any, asked: DocumentRequest) -> JsonObject:
    """Return a part of a document, to the holder only."""

    def look(tx: Any) -> Any:
        call = call_of(tx)
        application = core.arbiter.held(tx, call.caller.user_id, str(asked.application_id), asked.fence)
        if application.state.phase is not Phase.FILLING:
            raise RefusedError("phase", "Only who is filling the application gets its documents.")
        return find_document(call, asked.document_id)

    row = await core.store.read(look)
    return await asyncio.to_thread(document_chunk, core, row, asked.offset)


def document_chunk(core: Core, row: Any, offset: int) -> JsonObject:
    """Return a `DocumentChunk` of a stored document. Raises not_found."""
    try:
        content = core.documents.read(row["id"], offset=offset, length=DOCUMENT_CHUNK_BYTES)
    except DocumentNotFound as error:
        raise RefusedError("not_found", "This document's file is missing. Add it again.") from error
    return {
        "document_id": row["id"],
        "name": row["name"],
        "mime": row["mime"],
        "sha256": row["sha256"],
        "size": row["size"],
        "offset": offset,
        "data": base64.b64encode(content).decode(),
    }
