"""The HTTP API called by its own OpenAPI document: what it says is what happens, and a refusal changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import quote

import pytest
import schemathesis
from hypothesis import given
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import CHECKS, load_all_checks

from companion.protocol import OPERATIONS
from companion.service import openapi
from tests.fuzz.effort import examples

if TYPE_CHECKING:
    from schemathesis import Case

    from tests.fuzz.companion import Companion

EXAMPLES = 6
load_all_checks()
SAID: Any = CHECKS.get_by_names(
    [
        "not_a_server_error",
        "status_code_conformance",
        "content_type_conformance",
        "response_headers_conformance",
        "response_schema_conformance",
    ]
)
SCHEMA = schemathesis.openapi.from_dict(openapi.document())
FOUND: list[Any] = list(SCHEMA.get_all_operations())
DESCRIBED = {each.ok().definition.raw["operationId"]: each.ok() for each in FOUND}
MEANT_ONLY = frozenset(
    {
        "identify", "jobs", "preview_plan", "auto_apply_queue",  # an address, a status, a cursor
        "set_status", "same_job", "save_profile", "upload_chunk",  # a status, another job, a date, base64
    }
)  # fmt: skip
"""Operations that refuse what fits the schema for what it means."""


class Known(NamedTuple):
    """Things that exist, for a call to be about."""

    job_id: str
    application_id: str
    fence: int
    document_id: str
    answer_id: str


def test_every_operation_is_called() -> None:
    assert set(DESCRIBED) == {op.name for op in OPERATIONS.values() if op.path} | {"metrics"}


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_what_fits_is_done_or_refused_as_documented(served: Companion, name: str) -> None:
    operation = DESCRIBED[name]

    @examples(EXAMPLES)
    @given(case=operation.as_strategy(generation_mode=GenerationMode.POSITIVE), data=st.data())
    def holds(case: Case[Any], data: st.DataObject) -> None:
        if data.draw(st.integers(0, 3), label="about what exists"):
            speak_of(case, known(served, data.draw(st.integers(0, 2**40), label="which job")))
        status = call(served, case)
        assert status < 400 or status in (400, 404, 409, 422), status
        assert status != 422 or name in MEANT_ONLY, case.as_curl_command()

    holds()


@pytest.mark.parametrize("name", sorted(DESCRIBED))
def test_what_does_not_fit_is_refused_as_documented(served: Companion, name: str) -> None:
    operation = DESCRIBED[name]
    if not operation.body and not operation.query and not operation.path_parameters:
        pytest.skip("it takes nothing that could be wrong")

    @examples(EXAMPLES)
    @given(case=operation.as_strategy(generation_mode=GenerationMode.NEGATIVE))
    def holds(case: Case[Any]) -> None:
        call(served, case)

    holds()


@pytest.mark.parametrize("path", sorted(openapi.document()["paths"]))
def test_a_method_that_an_address_does_not_take_is_405_and_named(served: Companion, path: str) -> None:
    taken = {method.upper() for method in openapi.document()["paths"][path]}
    for method in {"GET", "POST", "PUT", "PATCH", "DELETE", "TRACE"} - taken:
        answer = served.send(method, path.replace("{", "").replace("}", ""))
        assert (answer.status_code, answer.json()["code"]) == (405, "method_not_allowed"), method
        assert set(answer.headers["Allow"].split(", ")) == taken


def known(served: Companion, number: int) -> Known:
    """Make a job with an application in progress, a document and an answer."""
    job = served.ask(
        "POST", "/api/v1/jobs", {"url": f"https://jobs.example.com/{number}", "title": "Engineer"}
    )
    grant = served.send(
        "POST", f"/api/v1/jobs/{job['job']['id']}/apply", {"holder": {"kind": "agent"}}
    ).json()
    application = served.ask("GET", f"/api/v1/jobs/{job['job']['id']}")["application"]
    upload = served.ask("POST", "/api/v1/documents", {"name": "cv.txt", "size": 3})
    answer = served.ask("POST", "/api/v1/answers", {"question": "Why?", "answer": "Because."})
    return Known(
        job["job"]["id"],
        application["id"],
        grant.get("fence", application["fence"]),
        upload["document_id"],
        answer["answer"]["id"],
    )


def speak_of(case: Case[Any], things: Known) -> None:
    """Let a call be about what exists."""
    there = things._asdict()
    for place in (case.path_parameters, case.query, case.body):
        if isinstance(place, dict):
            place.update({name: value for name, value in there.items() if name in place})
    for name, value in (case.path_parameters or {}).items():
        case.path_parameters[name] = quote(str(value), safe="")


def call(served: Companion, case: Case[Any]) -> int:
    """Make a call, hold its answer to the document, and return its status."""
    if isinstance(case.body, dict) and case.body.get("executor") == "own_browser":
        case.body["executor"] = "connected"  # each example would start a browser
    before = served.written()
    response = case.call(base_url=served.base, session=served.session, timeout=20)
    if response.status_code == 400 and response.headers["content-type"][0].startswith("text/plain"):
        return 400  # no request by aiohttp's parser: an address of over 8 KB, a character that none may have
    case.validate_response(response, checks=SAID)
    if response.status_code >= 400:
        kept = (
            case.operation.definition.raw["operationId"] == "confirm" and b"stale_fence" in response.content
        )
        assert kept or served.written() == before, f"a refusal changed something: {case.as_curl_command()}"
    return response.status_code
