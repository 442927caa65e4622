"""The companion opens no connection, to nobody, from its start over a whole application to its end."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from companion.demo.applicant import ANSWERS, PROFILE
from native_host.paths import ensure_data_dir, resolve_sockets
from tests.integration.service.actors import JOB_URL, PATIENCE_SECONDS, Client, Extension
from tests.integration.service.test_documents import upload
from tests.integration.service.test_process import health, ready

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).parents[3]
HOLDER = {"kind": "tab", "session": "s1", "tab_id": 7, "frame_id": 0, "document_id": "d1"}
FIELDS = [
    {"id": "f1", "kind": "text", "label": "First name", "required": True},
    {"id": "f2", "kind": "email", "label": "Email", "required": True},
    {"id": "f3", "kind": "file", "label": "Résumé/CV", "required": True},
    {"id": "f4", "kind": "textarea", "label": "Your website: https://telemetry.example.com/?"},
]


async def over_http(client: Client) -> None:
    """Apply to one job as an API client, with everything that is ever asked over HTTP."""
    for path in (
        "health",
        "openapi.json",
        "docs",
        "settings",
        "auto-apply",
        "jobs",
        "profile",
        "answers",
        "documents",
    ):
        assert (await client.get(f"/api/v1/{path}")).status == 200, path
    assert (await client.get("/metrics")).status == 200
    assert (await client.send("PUT", "/api/v1/profile", json=PROFILE)).status == 200
    for question, answer in ANSWERS[:3]:
        assert (await client.post("/api/v1/answers", {"question": question, "answer": answer})).status == 201
    await upload(client, "Mira Okafor.pdf")
    job_id = await client.identify("https://careers.example.com/jobs/7?utm_source=x")
    await client.apply(job_id)
    done = await client.send("PATCH", f"/api/v1/jobs/{job_id}/status", json={"status": "applied"})
    assert done.status in (200, 409), done.raw
    queued = await client.post("/api/v1/auto-apply/queue", {"urls": ["https://jobs.lever.co/acme/1"]})
    assert queued.status in (200, 201), queued.raw
    assert (await client.post("/api/v1/auto-apply/start", {})).status == 200
    assert (await client.post("/api/v1/auto-apply/stop", {})).status == 200


async def over_native(extension: Extension) -> None:
    """Apply to one job as a browser does: identify, claim, plan, document, permit, confirmation."""

    async def ask(op: str, **params: Any) -> Any:
        answer = await extension.call(op, params)
        assert answer["ok"], answer
        return answer["result"]

    await extension.hello()
    ld = {"@type": "JobPosting", "title": "Engineer", "url": "https://tracker.example.com/pixel"}
    job = (await ask("identify", url=JOB_URL, title="Engineer", json_ld=[ld]))["job"]
    grant = await ask("apply", job_id=job["id"], holder=HOLDER)
    held = {"application_id": grant["application_id"], "fence": grant["fence"]}
    await ask("announce_tabs", tabs=[{"tab_id": 7, "document_id": "d1", **held}])
    plan = await ask("plan", **held, url=JOB_URL, fields=FIELDS)
    values = {each["id"]: each["value"] for each in plan["values"]}
    assert values["f1"] == "Mira"
    await ask("document", **held, document_id=values["f3"]["document_id"], offset=0)
    await ask("heartbeat", **held, progress={"step": "done", "filled": 3, "total": 4})
    await ask("begin_submit", **held)
    evidence = {"kind": "address", "url": f"{JOB_URL}/confirmation", "text": "Thank you", "fields": []}
    done = await ask("confirm", **held, evidence=evidence)
    assert done["application"]["status_name"] == "applied"
    await ask("tab_gone", tab_id=7)


async def whole_application(home: Path, command: Sequence[str]) -> None:
    """Run a companion by this command, carry out applications with it, and end it as a user does."""
    ensure_data_dir(home)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with running_process([*command, "serve", "--port", str(port)], home) as process:
        ready(process, home)
        places = resolve_sockets(home)
        connector = aiohttp.UnixConnector(str(places.http))
        async with aiohttp.ClientSession(connector=connector) as session:
            await over_http(Client(session))
            async with session.ws_connect("http://localhost/api/v1/events?since=0"):
                reader, writer = await asyncio.open_unix_connection(str(places.native))
                await over_native(Extension(reader, writer))
                writer.close()


@contextlib.contextmanager
def running_process(command: Sequence[str], home: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a companion by this command; at the end it is asked to stop, also where another program runs it."""
    environment = {**os.environ, "APPLYONCE_HOME": str(home)}
    process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        known = health(home)
        os.kill(known["pid"] if known else process.pid, signal.SIGTERM)
        process.communicate(timeout=PATIENCE_SECONDS)


async def test_the_interpreter_sees_no_connection_and_no_other_program(tmp_path: Path) -> None:
    noted = tmp_path / "noted"
    command = [sys.executable, "-m", "tests.integration.service.watched_companion", str(noted)]
    await whole_application(tmp_path / "home", command)
    lines = noted.read_text(encoding="utf-8").splitlines()
    bound = [line for line in lines if line.startswith("socket.bind ")]
    assert len(bound) == 3, "it hears of the companion's own listeners"
    assert [line for line in lines if line not in bound] == []
    assert sum("('127.0.0.1', " in line for line in bound) == 1, "one on loopback, the others on Unix sockets"
    assert sum(str(tmp_path) in line or "applyonce" in line for line in bound) == 2


async def test_the_kernel_sees_no_connection(tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("strace is not installed")
    seen = tmp_path / "seen"
    command = [
        strace,
        "-f",
        "-qq",
        "-o",
        str(seen),
        "-e",
        "trace=connect,sendto,execve",
        sys.executable,
        "-m",
        "companion",
    ]
    await whole_application(tmp_path / "home", command)
    lines = seen.read_text(encoding="utf-8", errors="replace").splitlines()
    assert any("execve(" in line for line in lines), "strace has watched"
    assert [line for line in lines if "connect(" in line or "AF_INET" in line or "sin_port" in line] == []
    assert len([line for line in lines if "execve(" in line]) == 1, "no other program was run"
