"""Operations on what is the user's own: profile, answers, documents' entries, settings."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from companion.messages.settings import SaveSettingsRequest, Settings
from companion.profile import InvalidProfile, Profile
from companion.profile.documents import safe_name
from companion.refusals import RefusedError
from companion.service.present import time_text

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.connection import Empty
    from companion.messages.own import (
        AddAnswerRequest,
        AnswerIdRequest,
        ChangeAnswerRequest,
        ChangeDocumentRequest,
        SaveProfileRequest,
    )
    from companion.service.call import Call
    from companion.service.core import Core
    from companion.store.interface import Row


def read_user_value(call: Call, name: str) -> Any:
    """Return a stored value of the user, or None."""
    row = call.tx.one("user_value", user_id=call.caller.user_id, name=name)
    return json.loads(row["value"]) if row else None


def write_user_value(call: Call, name: str, value: object) -> None:
    """Store a value of the user."""
    text = json.dumps(value, ensure_ascii=False)
    call.tx.run("set_user_value", user_id=call.caller.user_id, name=name, value=text)


def profile(_core: Core, call: Call, _asked: Empty) -> JsonObject:
    """Return the profile; an empty one at first."""
    return {"profile": read_user_value(call, "profile") or {}}


def save_profile(_core: Core, call: Call, asked: SaveProfileRequest) -> JsonObject:
    """Replace the profile, if it is a JSON Resume: nothing but an empty section empties it."""
    try:
        Profile.parse_new(asked.profile)
    except InvalidProfile as error:
        message = str(error) if error.path else f"This is no JSON Resume: {error}. Nothing was changed."
        raise RefusedError("invalid", message, details={"field": error.path}) from error
    value = asked.profile if any(asked.profile.values()) else {}
    write_user_value(call, "profile", value)
    call.push("profile", {})
    return {"profile": value}


def settings_of(call: Call) -> Settings:
    """Return the settings, with defaults for what was never set."""
    return Settings.readable(read_user_value(call, "settings") or {})


def settings(_core: Core, call: Call, _asked: Empty) -> JsonObject:
    """Return the settings."""
    return {"settings": settings_of(call).model_dump(mode="json")}


def save_settings(_core: Core, call: Call, asked: SaveSettingsRequest) -> JsonObject:
    """Replace the settings."""
    value = asked.settings.model_dump(mode="json")
    write_user_value(call, "settings", value)
    call.push("settings", {"settings": value})
    return {"settings": value}


def _answer_json(row: Row) -> JsonObject:
    return {
        "id": row["id"],
        "question": row["question"],
        "answer": row["answer"],
        "updated_at": time_text(row["updated_at"]),
    }


def answers(_core: Core, call: Call, _asked: Empty) -> JsonObject:
    """List the stored answers, newest first."""
    rows = call.tx.all("answers", user_id=call.caller.user_id)
    return {"answers": [_answer_json(row) for row in rows]}


def _save_answer(core: Core, call: Call, answer_id: str, asked: AddAnswerRequest) -> JsonObject:
    call.tx.run(
        "save_answer",
        id=answer_id,
        user_id=call.caller.user_id,
        question=asked.question.strip(),
        answer=asked.answer,
        now=core.clock.wall_ms(),
    )
    call.push("answers", {})
    row = call.tx.one("answer", user_id=call.caller.user_id, id=answer_id)
    return {"answer": _answer_json(row or {})}


def add_answer(core: Core, call: Call, asked: AddAnswerRequest) -> JsonObject:
    """Store an answer; one to the very same question takes its place."""
    question = asked.question.strip().casefold()
    rows = call.tx.all("answers", user_id=call.caller.user_id)
    same = next((row["id"] for row in rows if row["question"].strip().casefold() == question), None)
    return _save_answer(core, call, same or str(uuid.uuid4()), asked)


def change_answer(core: Core, call: Call, asked: ChangeAnswerRequest) -> JsonObject:
    """Change a stored answer."""
    if call.tx.one("answer", user_id=call.caller.user_id, id=asked.answer_id) is None:
        raise RefusedError("not_found", "This answer is not stored any more.")
    return _save_answer(core, call, asked.answer_id, asked)


def delete_answer(_core: Core, call: Call, asked: AnswerIdRequest) -> JsonObject:
    """Delete a stored answer."""
    if not call.tx.run("delete_answer", user_id=call.caller.user_id, id=asked.answer_id):
        raise RefusedError("not_found", "This answer is not stored any more.")
    call.push("answers", {})
    return {}


def document_json(row: Row) -> JsonObject:
    """Return a `Document`."""
    return {
        "id": row["id"],
        "kind": row["kind"],
        "name": row["name"],
        "mime": row["mime"],
        "size": row["size"],
        "sha256": row["sha256"],
        "default": bool(row["is_default"]),
        "rule": row["rule"],
        "added_at": time_text(row["added_at"]),
    }


def find_document(call: Call, document_id: str) -> Row:
    """Return a document's row. Raises not_found."""
    row = call.tx.one("one_document", user_id=call.caller.user_id, id=document_id)
    if row is None:
        raise RefusedError("not_found", "This document is not there any more.")
    return row


def documents(_core: Core, call: Call, _asked: Empty) -> JsonObject:
    """List the documents."""
    rows = call.tx.all("documents", user_id=call.caller.user_id)
    return {"documents": [document_json(row) for row in rows]}


def change_document(_core: Core, call: Call, asked: ChangeDocumentRequest) -> JsonObject:
    """Rename or re-file a document, or make it the default of its kind."""
    row = find_document(call, asked.document_id)
    kind = asked.kind or row["kind"]
    is_default = row["is_default"] if asked.default is None else int(asked.default)
    call.tx.run(
        "change_document",
        user_id=call.caller.user_id,
        id=asked.document_id,
        kind=kind,
        name=safe_name(asked.name, row["mime"]) if asked.name else row["name"],
        is_default=is_default,
        rule=row["rule"] if asked.rule is None else asked.rule,
    )
    if is_default:
        call.tx.run("clear_default_document", user_id=call.caller.user_id, kind=kind, id=asked.document_id)
    call.push("documents", {})
    return {"document": document_json(find_document(call, asked.document_id))}


OWN_HANDLERS: dict[str, Any] = {
    "profile": profile,
    "save_profile": save_profile,
    "settings": settings,
    "save_settings": save_settings,
    "answers": answers,
    "add_answer": add_answer,
    "change_answer": change_answer,
    "delete_answer": delete_answer,
    "documents": documents,
    "change_document": change_document,
}
