"""The floor under a native claim: our relay, a socket and aiosqlite's thread, and nothing that decides.

Run as a program it is that companion: it answers each frame once the next claim's statements are committed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import asynccontextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiosqlite

from companion.ids import new_id
from native_host.framing import FrameDecoder, frame
from native_host.paths import ensure_data_dir, resolve_sockets
from tests.benchmarks.claims import open_claims
from tests.e2e.harness.companion_process import companion_environment
from tests.e2e.harness.echo_extension import register_host
from tests.e2e.harness.processes import start
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator, Iterator

    from tests.benchmarks.bare_claims import Statement

BARE_HOST = "org.applyonce.bare"

_HOST = """#!{python} -I
import os, sys
sys.path.insert(0, {root!r})
os.environ["APPLYONCE_HOME"] = {home!r}
from native_host.__main__ import run
sys.exit(run(sys.argv[1:], ["false"]))
"""
_ROOT = Path(__file__).resolve().parents[2]


@asynccontextmanager
async def open_bare_companion(hosts: Path, home: Path, *, claims: int, log: Path) -> AsyncIterator[None]:
    """Run one for so many claims in `home`, and register a host for it in a browser's directory of hosts."""
    ensure_data_dir(home)
    program = home / "host"
    register_host(
        hosts, program, _HOST.format(python=sys.executable, root=str(_ROOT), home=str(home)), BARE_HOST
    )
    async with open_claims(home, jobs=claims) as (_claiming, bare, fresh):
        ready = [bare.statements_of(claim) for claim in islice(fresh, claims)]
        (home / "claims.json").write_text(json.dumps(ready), encoding="utf-8")
        socket = resolve_sockets(home).native
        process = start(
            [sys.executable, "-m", __name__, str(home), str(socket)],
            log=log,
            environment=companion_environment(home),
        )
        try:
            await until(socket.is_socket, "the bare companion to listen")
            yield
        finally:
            process.kill()


async def _serve(home: Path, socket: Path) -> None:
    ready: Iterator[list[Statement]] = iter(json.loads((home / "claims.json").read_text(encoding="utf-8")))
    database = home / "bare" / "applyonce.db"
    async with aiosqlite.connect(database, isolation_level=None, cached_statements=256) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            await connection.execute(f"PRAGMA {pragma}")

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            decoder = FrameDecoder()
            while data := await reader.read(65_536):
                for payload in decoder.feed(data):
                    asked = json.loads(payload)
                    await connection._execute(_carry_out, connection._conn, next(ready))  # type: ignore[no-untyped-call]
                    granted = {"application_id": new_id(0), "fence": 1, "lease_seconds": 90.0}
                    reply: dict[str, Any] = {"id": asked["id"], "ok": True, "result": granted}
                    writer.write(frame(json.dumps(reply).encode()))
            writer.close()

        server = await asyncio.start_unix_server(answer, socket)
        async with server:
            await server.serve_forever()


def _carry_out(connection: sqlite3.Connection, statements: list[Statement]) -> None:
    for sql, parameters in statements:
        connection.execute(sql, parameters).fetchone()


if __name__ == "__main__":
    asyncio.run(_serve(Path(sys.argv[1]), Path(sys.argv[2])))
