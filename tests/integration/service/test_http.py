"""HTTP: routes from the table, parameters from everywhere, every error a JSON body."""

from __future__ import annotations

import io
import json
import uuid
from typing import TYPE_CHECKING, Any

import pytest

from companion.messages.base import MAX_BODY_BYTES
from companion.protocol import OPERATIONS
from tests.integration.service.actors import JOB_URL, Answer, service

if TYPE_CHECKING:
    from pathlib import Path

JSON = {"Content-Type": "application/json"}


def refused(answer: Answer, status: int, code: str) -> None:
    """Check that an answer is a refusal by the rules."""
    assert answer.status == status, answer.raw
    assert answer.body["code"] == code
    assert answer.body["message"]
    assert b"Traceback" not in answer.raw


async def test_health(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.get("/api/v1/health")
        assert answer.status == 200
        assert answer.body["status"] == "ok"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_job_first_seen_is_201_and_then_200(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        first = await it.client.post("/api/v1/jobs", {"url": JOB_URL})
        again = await it.client.post("/api/v1/jobs", {"url": JOB_URL + "?utm_source=x"})
        assert (first.status, again.status) == (201, 200)
        assert first.body["job"]["id"] == again.body["job"]["id"]


async def test_the_query_is_read_as_the_table_has_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        await it.client.identify()
        answer = await it.client.get("/api/v1/jobs?status=&q=engineer&limit=5&cursor=")
        assert answer.status == 200, answer.raw
        assert len(answer.body["items"]) == 1
        refused(await it.client.get("/api/v1/jobs?limit=0"), 422, "invalid")
        refused(await it.client.get("/api/v1/jobs?limit=many"), 422, "invalid")
        refused(await it.client.get("/api/v1/jobs?limit=1&limit=2"), 422, "invalid")
        refused(await it.client.get("/api/v1/jobs?colour=red"), 422, "invalid")
        refused(await it.client.get(f"/api/v1/events?since={2**63}"), 422, "invalid")


@pytest.mark.parametrize(
    "path", ["jobs/17", "jobs/17/apply", "applications/x/release", f"jobs/{uuid.UUID(int=1)}"]
)
async def test_an_unknown_id_is_404(tmp_path: Path, path: str) -> None:
    async with service(tmp_path) as it:
        method = "POST" if path.endswith(("apply", "release")) else "GET"
        refused(await it.client.send(method, f"/api/v1/{path}"), 404, "not_found")


async def test_unknown_routes_and_methods(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        refused(await it.client.get("/api/v1/nothing"), 404, "not_found")
        refused(await it.client.get("/"), 404, "not_found")
        wrong = await it.client.send("DELETE", "/api/v1/jobs")
        refused(wrong, 405, "method_not_allowed")
        assert wrong.headers["Allow"] == "GET, POST"
        preflight = await it.client.send("OPTIONS", "/api/v1/jobs")
        refused(preflight, 405, "method_not_allowed")
        assert not [name for name in preflight.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"{", 400),
        (b"\xff\xfe", 400),
        (b'{"url": NaN}', 400),
        (b'{"url": "https://a.example/1", "url": "https://a.example/2"}', 400),
        (b'{"json_ld": ' + b"[" * 10_000 + b"]" * 10_000 + b"}", 400),
        (b"[1]", 422),
        (b'{"url": 1e999}', 422),
        (b'{"url": 9007199254740993}', 422),
        (b'{"title": "no url"}', 422),
        (b'{"url": "https://a.example/1", "colour": "red"}', 422),
    ],
)
async def test_bodies_that_do_not_fit(tmp_path: Path, raw: bytes, status: int) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.send("POST", "/api/v1/jobs", data=raw, headers=JSON)
        refused(answer, status, "invalid")


async def test_json_that_nests_but_not_too_deep_is_taken(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        deep: Any = "x"
        for _ in range(100):
            deep = [deep]
        answer = await it.client.post("/api/v1/jobs", {"url": JOB_URL, "json_ld": deep})
        assert answer.status == 201, answer.raw


async def test_a_page_s_huge_number_does_not_hide_its_job(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        raw = f'{{"url": "{JOB_URL}", "json_ld": [{{"identifier": 99999999999999999999}}]}}'
        answer = await it.client.send("POST", "/api/v1/jobs", data=raw.encode(), headers=JSON)
        assert answer.status == 201, answer.raw


async def test_a_title_cut_within_a_character_is_kept_without_it(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        raw = f'{{"url": "{JOB_URL}", "title": "Engineer \\ud83d"}}'
        answer = await it.client.send("POST", "/api/v1/jobs", data=raw.encode(), headers=JSON)
        assert answer.status == 201, answer.raw
        assert answer.body["job"]["title"].startswith("Engineer")


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "application/json; charset=utf-16"]
)
async def test_only_json_bodies(tmp_path: Path, content_type: str) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.send(
            "POST", "/api/v1/jobs", data=b'{"url": "x"}', headers={"Content-Type": content_type}
        )
        refused(answer, 415, "unsupported_media_type")


async def test_a_body_over_the_limit_is_413(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        raw = io.BytesIO(json.dumps({"url": JOB_URL, "title": "x" * MAX_BODY_BYTES}).encode())
        refused(await it.client.send("POST", "/api/v1/jobs", data=raw, headers=JSON), 413, "too_large")


async def test_a_bomb_of_compressed_zeros_is_413(tmp_path: Path) -> None:
    import zlib

    async with service(tmp_path) as it:
        raw = zlib.compress(b" " * (50 * MAX_BODY_BYTES))
        headers = {**JSON, "Content-Encoding": "deflate"}
        refused(await it.client.send("POST", "/api/v1/jobs", data=raw, headers=headers), 413, "too_large")


async def test_the_same_key_gets_the_same_reply(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        path = f"/api/v1/jobs/{await it.client.identify()}/apply"
        body = {"holder": {"kind": "agent"}}
        first = await it.client.post(path, body, key="k1")
        again = await it.client.post(path, body, key="k1")
        other = await it.client.post(path, body, key="k2")
        assert (first.status, again.status, other.status) == (200, 200, 409)
        assert first.raw == again.raw
        assert "Idempotency-Replayed" not in first.headers
        assert again.headers["Idempotency-Replayed"] == "true"
        assert other.body["message"] == "Application already in progress"
        changed = await it.client.post(path, {"holder": {"kind": "api"}}, key="k1")
        refused(changed, 409, "key_reused")
        refused(await it.client.post(path, body, key="k" * 300), 422, "invalid")


async def test_a_fence_in_path_and_body_must_agree(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        grant = await it.client.apply(await it.client.identify())
        path = f"/api/v1/applications/{grant['application_id']}/release?fence=17"
        refused(await it.client.post(path, {"fence": grant["fence"]}), 422, "invalid")


async def test_bare_and_wrapped_bodies_mean_the_same(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        resume = {"basics": {"name": "Ada Lovelace", "email": "ada@example.org"}}
        bare = await it.client.send("PUT", "/api/v1/profile", json=resume)
        wrapped = await it.client.send("PUT", "/api/v1/profile", json={"profile": resume})
        assert (bare.status, wrapped.status) == (200, 200), bare.raw
        assert bare.body == wrapped.body
        kept = await it.client.get("/api/v1/profile")
        assert kept.body["profile"]["basics"]["name"] == "Ada Lovelace"
        settings = await it.client.send("PUT", "/api/v1/settings", json={"preview": "always"})
        assert settings.body["settings"]["preview"] == "always"


@pytest.mark.parametrize("body", [{}, {"profile": {}}, {"name": "some-package", "version": "1.0"}])
async def test_what_has_no_section_of_a_resume_does_not_empty_the_profile(
    tmp_path: Path, body: dict[str, object]
) -> None:
    async with service(tmp_path) as it:
        resume = {"basics": {"name": "Ada Lovelace"}}
        await it.client.send("PUT", "/api/v1/profile", json=resume)
        answer = await it.client.send("PUT", "/api/v1/profile", json=body)
        refused(answer, 422, "invalid")
        assert "no JSON Resume" in answer.body["message"], answer.raw
        assert (await it.client.get("/api/v1/profile")).body["profile"] == resume
        emptied = await it.client.send("PUT", "/api/v1/profile", json={"basics": {}})
        assert (emptied.status, emptied.body["profile"]) == (200, {}), emptied.raw


async def test_head_is_get_without_a_body_or_refused(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.send("HEAD", "/api/v1/health")
        assert answer.status in (200, 405)
        assert answer.raw == b""


async def test_metrics_count_what_was_done(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        job_id = await it.client.identify()
        await it.client.apply(job_id)
        await it.client.post(f"/api/v1/jobs/{job_id}/apply", {"holder": {"kind": "agent"}})
        answer = await it.client.get("/metrics")
        assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        lines = answer.raw.decode().splitlines()
        assert "applyonce_claims_total 1" in lines
        assert 'applyonce_refusals_total{reason="in_progress"} 1' in lines
        assert "applyonce_duplicates_prevented_total 1" in lines
        assert 'applyonce_request_seconds_count{operation="apply",transport="http"} 2' in lines


async def test_the_api_describes_itself(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.get("/api/v1/openapi.json")
        described = {
            operation["operationId"] for item in answer.body["paths"].values() for operation in item.values()
        }
        assert described == {op.name for op in OPERATIONS.values() if op.path is not None} | {"metrics"}
        page = await it.client.get("/api/v1/docs")
        assert page.headers["Content-Type"] == "text/html; charset=utf-8"
        assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        assert b"/api/v1/jobs/{job_id}/apply" in page.raw


@pytest.mark.parametrize(
    "operation", [op for op in OPERATIONS.values() if op.path is not None], ids=lambda op: op.name
)
async def test_each_operation_answers_at_its_route(tmp_path: Path, operation: Any) -> None:
    """None of them is missing, and none fails by a fault of its own when asked for nothing."""
    async with service(tmp_path) as it:
        path = operation.path
        for name in ("job_id", "application_id", "document_id", "answer_id"):
            path = path.replace(f"{{{name}}}", str(uuid.uuid4()))
        answer = await it.client.send(operation.method, path)
        assert answer.status < 500, answer.raw
        assert answer.status != 405
        if answer.status == 404:
            assert answer.body["message"] != "There is nothing at this address."
