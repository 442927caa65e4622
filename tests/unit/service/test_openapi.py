"""The OpenAPI document is whole and fits the table."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from companion.messages.errors import HTTP_STATUS, ErrorCode
from companion.protocol import OPERATIONS, Operation
from companion.service import api_docs, openapi


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(member) for member in value.values()))
    if isinstance(value, list):
        return set().union(*(references(member) for member in value))
    return set()


def test_every_reference_leads_somewhere() -> None:
    document = openapi.document()
    parts = document["components"]
    known = {f"#/components/{kind}/{name}" for kind in ("schemas", "headers") for name in parts[kind]}
    assert references(document) == known, "nothing leads nowhere, and nothing stands there unused"


def test_every_part_of_a_path_is_a_required_parameter() -> None:
    for path, item in openapi.document()["paths"].items():
        for operation in item.values():
            named = {each["name"] for each in operation.get("parameters", []) if each["in"] == "path"}
            assert named == set(re.findall(r"\{(\w+)\}", path))


def test_a_body_does_not_repeat_the_path() -> None:
    apply = openapi.document()["paths"]["/api/v1/jobs/{job_id}/apply"]["post"]
    body = apply["requestBody"]["content"]["application/json"]["schema"]
    assert set(body["properties"]) == {"holder", "replace"}
    assert body["required"] == ["holder"]


def test_keys_are_described_where_they_count() -> None:
    for operation in OPERATIONS.values():
        if operation.path is None or operation.method is None:
            continue
        described = openapi.document()["paths"][operation.path][operation.method.lower()]
        takes_key = any(each["name"] == "Idempotency-Key" for each in described["parameters"])
        assert takes_key == operation.changes, operation.name


def operations() -> list[tuple[Operation, Any]]:
    """Return each operation over HTTP with its description."""
    paths = openapi.document()["paths"]
    return [
        (operation, paths[operation.path][operation.method.lower()])
        for operation in OPERATIONS.values()
        if operation.path is not None and operation.method is not None
    ]


def test_each_status_says_which_codes_it_comes_with() -> None:
    for operation, described in operations():
        for status, answer in described["responses"].items():
            assert answer["description"], (operation.name, status)
            if status in ("200", "201", "500"):
                continue
            own = answer["content"]["application/json"]["schema"]["allOf"][1]
            codes = own["properties"]["code"]["enum"]
            assert codes, (operation.name, status)
            # `invalid` is 400 and 408 as well as 422.
            wrong = [
                code for code in codes if str(HTTP_STATUS[ErrorCode(code)]) != status and code != "invalid"
            ]
            assert wrong == [], (operation.name, status)


def test_every_change_can_be_replayed_and_be_in_conflict_with_its_key() -> None:
    for operation, described in operations():
        answers = described["responses"]
        good = answers.get("200") or answers["201"]
        assert ("Idempotency-Replayed" in good.get("headers", {})) == operation.changes, operation.name
        conflict = json.dumps(answers.get("409", {}))
        assert ("key_reused" in conflict) == operation.changes, operation.name


def test_a_parameter_of_an_address_is_never_null() -> None:
    for operation, described in operations():
        for parameter in described["parameters"]:
            assert '"null"' not in json.dumps(parameter["schema"]), (operation.name, parameter["name"])


def test_it_is_json() -> None:
    json.dumps(openapi.document(), allow_nan=False)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href")]


def test_the_page_runs_and_fetches_nothing() -> None:
    tags = _Tags()
    tags.feed(api_docs.page())
    assert not tags.names & {"script", "link", "img", "iframe"}
    assert tags.fetched == []
