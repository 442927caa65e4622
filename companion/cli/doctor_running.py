"""What `doctor` says of the running companion: its sockets, its version, who is connected."""

from __future__ import annotations

import asyncio
import os
import re
from typing import TYPE_CHECKING

from companion import __version__
from companion.client import APIClient, APIError
from native_host.paths import resolve_sockets
from native_host.registration import Finding

if TYPE_CHECKING:
    from pathlib import Path

ANSWER_SECONDS = 5.0
_CONNECTIONS = re.compile(r"^applyonce_native_connections (\d+)$", re.MULTILINE)
_SUBJECT = "companion"


def check_running(home: Path) -> list[Finding]:
    """Ask the companion how it is. One that does not run is not started: browsers do that."""
    try:
        sockets = resolve_sockets(home)
    except OSError as error:
        return [
            Finding(
                "error", "sockets", str(error), f"remove that directory: {home / 'sockets.json'} names it"
            )
        ]
    left_over = os.path.lexists(sockets.http)
    return [
        Finding("ok", "sockets", f"in {sockets.http.parent}"),
        *asyncio.run(_ask(home, left_over=left_over)),
    ]


async def _ask(home: Path, *, left_over: bool) -> list[Finding]:
    try:
        async with APIClient(home=home, request_seconds=ANSWER_SECONDS) as client:
            if not await client.is_running():
                return [_not_running(home, left_over=left_over)]
            health = await client.health()
            metrics = await client.metrics()
    except APIError as error:
        return [Finding("error", _SUBJECT, f"it runs but does not serve: {error.message}", _end(home))]
    findings = [Finding("ok", _SUBJECT, f"runs, version {health.version}, pid {health.pid}")]
    if health.version != __version__:
        message = f"version {health.version} still runs, installed is {__version__}"
        findings[0] = Finding(
            "warning", _SUBJECT, message, f"end it, the new one starts by itself: kill {health.pid}"
        )
    connected = _CONNECTIONS.search(metrics)
    if connected is not None and connected[1] != "0":
        findings.append(Finding("ok", "browsers", f"{connected[1]} connected"))
    else:
        findings.append(
            Finding("ok", "browsers", "none is connected now: the extension connects when its browser runs")
        )
    return findings


def _not_running(home: Path, *, left_over: bool) -> Finding:
    text = "not running; browsers and commands start it when they need it"
    log = home / "logs"
    if left_over:
        return Finding("ok", _SUBJECT, f"{text} (its last end was no clean one, see {log})")
    return Finding("ok", _SUBJECT, text)


def _end(home: Path) -> str:
    try:
        pid = (home / "companion.lock").read_text(encoding="ascii", errors="replace").strip()
    except OSError:
        pid = ""
    end = f"kill {pid}" if pid.isdigit() else "end it"
    return f"look into {home / 'logs'}, then end it, and the next call starts a new one: {end}"
