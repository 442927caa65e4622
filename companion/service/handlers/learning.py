"""What the user typed into forms, offered for the answer bank once it was sent.

Until then only the questions are kept, not what was typed: the answers are read from what was sent.
"""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING, Any

from companion.clock import DAY_MS
from companion.domain import SENT_STATUSES
from companion.filling import Field
from companion.filling.bank.learning import is_suggested, learnable
from companion.filling.text import fold
from companion.profile import Profile
from companion.refusals import RefusedError
from companion.service.handlers.own import read_user_value, write_user_value
from companion.service.present import job_json, time_text

if TYPE_CHECKING:
    from companion.domain import JsonObject
    from companion.messages.applications import NoteAnswersRequest, TypedField
    from companion.messages.connection import Empty
    from companion.messages.own import KeepAnswersRequest
    from companion.service.call import Call
    from companion.service.core import Core
    from companion.store.interface import Transaction

MAX_QUESTIONS = 200
"""Kept of one application."""
MAX_DECLINED = 1_000
NOTES_DAYS = 30
"""How long it is remembered what the user typed into a form that was not sent, and how long an offer stands."""
_PREFIX = "typed:"
_DECLINED = "declined_questions"


def _as_field(field: TypedField) -> Field:
    given = field.model_dump(exclude={"typed", "filled"})
    return Field(**{**given, "options": tuple(field.options)})


def note_answers(core: Core, call: Call, asked: NoteAnswersRequest) -> JsonObject:
    """Remember which questions of a form the user answered; from the holder only."""
    core.arbiter.held(call.tx, call.caller.user_id, str(asked.application_id), asked.fence)
    profile = Profile.parse(read_user_value(call, "profile") or {})
    typed = frozenset(field.id for field in asked.fields if field.typed)
    filled = {field.id: field.filled for field in asked.fields}
    name = f"{_PREFIX}{asked.application_id}"
    known: dict[str, JsonObject] = read_user_value(call, name) or {}
    for one in learnable([_as_field(field) for field in asked.fields], typed, profile):
        # What was filled first counts: what came later may be the user's own, put back after a reload.
        if one.question not in known and len(known) < MAX_QUESTIONS:
            known[one.question] = {"meaning": one.meaning, "filled": filled[one.id]}
    if known:
        write_user_value(call, name, known)
    return {}


def _sent(call: Call, application_id: str) -> dict[str, str]:
    """Return what was sent, by the question's folded words; the newest proof that has fields counts."""
    rows = call.tx.all("evidence", application_id=application_id)
    sent = [fields for row in rows if (fields := json.loads(row["fields"]))]
    if not sent and (draft := call.tx.one("draft", application_id=application_id)):
        sent = [json.loads(draft["fields"])]
    return {fold(field["label"]): field["value"] for field in sent[-1]} if sent else {}


def _offer(core: Core, call: Call, application_id: str, known: dict[str, JsonObject]) -> JsonObject | None:
    """Return an `AnswerOffer`, or None where nothing of it was sent or is new."""
    application = core.arbiter.application(call.tx, call.caller.user_id, application_id)
    # One that counts as applied to by the user's word alone was never sent: what was typed stayed in its form.
    if (
        application.state.status not in SENT_STATUSES
        or call.tx.one("went_out", application_id=application_id) is None
    ):
        return None
    sent = _sent(call, application_id)
    stored = {
        fold(row["question"]): row["answer"] for row in call.tx.all("answers", user_id=call.caller.user_id)
    }
    declined = frozenset(read_user_value(call, _DECLINED) or [])
    items = []
    for question, about in known.items():
        folded = fold(question)
        answer = sent.get(folded, "").strip()
        is_known = answer in {"", about["filled"].strip(), stored.get(folded, "").strip()}
        if is_known or folded in declined:
            continue
        items.append(
            {
                "question": question,
                "answer": answer,
                "meaning": about["meaning"],
                "filled": about["filled"],
                "before": stored.get(folded),
                "suggested": is_suggested(about["meaning"], answer),
            }
        )
    if not items:
        return None
    job = core.arbiter.job(call.tx, application.job_id)
    return {"application_id": application_id, "job": job_json(job), "answers": items}


def offered_answers(core: Core, call: Call, _asked: Empty) -> JsonObject:
    """Return what of the answers sent could be kept, by application."""
    offers = []
    for row in call.tx.all("user_values_from", user_id=call.caller.user_id, first=_PREFIX, end=f"{_PREFIX}~"):
        application_id = row["name"].removeprefix(_PREFIX)
        offer = _offer(core, call, application_id, json.loads(row["value"]))
        if offer is not None:
            offers.append(offer)
    return {"offers": offers}


def keep_answers(core: Core, call: Call, asked: KeepAnswersRequest) -> JsonObject:
    """Keep the answers to these questions, and ask about none of the offer's questions again.

    Raises not_found where the application has no open offer.
    """
    name = f"{_PREFIX}{asked.application_id}"
    offer = _offer(core, call, str(asked.application_id), read_user_value(call, name) or {})
    if offer is None:
        raise RefusedError("not_found", "These answers have been decided on already.")
    user_id, kept = call.caller.user_id, []
    by_question = {fold(row["question"]): row for row in call.tx.all("answers", user_id=user_id)}
    wanted = frozenset(asked.questions)
    for one in offer["answers"]:
        if one["question"] not in wanted:
            continue
        row = by_question.get(fold(one["question"]))
        now = core.clock.wall_ms()
        stored = {
            "id": row["id"] if row else str(uuid.uuid4()),
            "question": one["question"],
            "answer": one["answer"],
        }
        call.tx.run("save_answer", user_id=user_id, now=now, **stored)
        kept.append({**stored, "updated_at": time_text(now), "before": one["before"]})
    refused = [fold(one["question"]) for one in offer["answers"] if one["question"] not in wanted]
    if refused:
        declined = [each for each in read_user_value(call, _DECLINED) or [] if each not in refused]
        write_user_value(call, _DECLINED, [*declined, *refused][-MAX_DECLINED:])
    call.tx.run("delete_user_value", user_id=user_id, name=name)
    call.push("answers", {})
    return {"kept": kept}


def forget_notes(tx: Transaction, now_ms: int) -> None:
    """Forget what nobody has sent or decided on for `NOTES_DAYS`; `now_ms` in Unix milliseconds."""
    tx.run("forget_notes", before=now_ms - NOTES_DAYS * DAY_MS)


LEARNING_HANDLERS: dict[str, Any] = {
    "note_answers": note_answers,
    "offered_answers": offered_answers,
    "keep_answers": keep_answers,
}
