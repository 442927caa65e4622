"""The client has a method for every operation of the table; see tests/integration/test_client.py for the rest."""

from __future__ import annotations

import inspect

import pytest

from companion.client import APIClient, APIError
from companion.http_client.errors import error_from_reply
from companion.protocol import OPERATIONS

HTTP_OPERATIONS = [operation for operation in OPERATIONS.values() if operation.path is not None]


@pytest.mark.parametrize("operation", HTTP_OPERATIONS, ids=lambda operation: operation.name)
def test_each_operation_is_a_method_that_takes_its_parameters(operation: object) -> None:
    name = getattr(operation, "name", "")
    method = getattr(APIClient, name, None)
    assert method is not None, f"APIClient has no method {name}"

    taken = set(inspect.signature(method).parameters) - {"self"}
    known = set(OPERATIONS[name].request.model_fields)

    if name == "upload_chunk":
        known |= {"data"}
    required = {field for field, info in OPERATIONS[name].request.model_fields.items() if info.is_required()}
    assert taken <= known, "a parameter that the operation does not know"
    assert required <= taken, "a parameter that the operation needs"
    # The whole document comes in one reply over HTTP.
    assert known - taken <= {"offset"}, "a parameter of the operation that the method cannot give"


async def test_what_only_the_extension_may_call_is_refused_without_a_request() -> None:
    async with APIClient() as client:
        with pytest.raises(ValueError, match="only the extension"):
            await client.call("hello", {})


def test_no_companion_is_started_over_tcp() -> None:
    with pytest.raises(ValueError, match="over its socket"):
        APIClient(base_url="http://127.0.0.1:1", start=True)


@pytest.mark.parametrize(
    ("status", "body", "code", "message"),
    [
        (409, {"message": "Held.", "code": "in_progress"}, "in_progress", "Held."),
        (409, {"message": "Held.", "status": "in_progress"}, "in_progress", "Held."),
        (404, {"message": "Gone."}, "not_found", "Gone."),
        (500, None, "internal", "status 500"),
        (502, "<html>", "internal", "status 502"),
        (413, ["x"], "too_large", "status 413"),
    ],
)
def test_a_refusal_becomes_an_error_with_a_code(status: int, body: object, code: str, message: str) -> None:
    error = error_from_reply(status, body)

    assert isinstance(error, APIError)
    assert (error.status, error.code) == (status, code)
    assert message in error.message
