"""Who may speak to the companion: the attacks of security.md on its HTTP side."""

from __future__ import annotations

import asyncio
import os
import socket
import subprocess
import sys
from typing import TYPE_CHECKING

import aiohttp
import pytest

from companion.service import access
from companion.service.access import UnsafeFileError, load_token, rotate_token
from companion.service.sockets import PortTakenError
from tests.integration.service.actors import PATIENCE_SECONDS, Client, service

if TYPE_CHECKING:
    from pathlib import Path

HEALTH = "/api/v1/health"


def mode(path: Path) -> int:
    """Return a file's permissions."""
    return path.lstat().st_mode & 0o777


def place_symlink(path: Path, target: Path) -> None:
    """Put a symlink to somebody's file there."""
    target.write_text("data")
    target.chmod(0o640)
    path.symlink_to(target)


@pytest.mark.parametrize("host", ["evil.example", "localhost:80", "127.0.0.1", "localhost.evil.example", ""])
async def test_the_socket_takes_its_own_host_only(tmp_path: Path, host: str) -> None:
    async with service(tmp_path) as it:
        answer = await it.client.get(HEALTH, headers={"Host": host})
        assert (answer.status, answer.body["code"]) == (403, "forbidden")


async def test_two_hosts_are_refused(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        reader, writer = await asyncio.open_unix_connection(str(it.running.sockets.http))
        writer.write(b"GET /api/v1/health HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")
        async with asyncio.timeout(PATIENCE_SECONDS):
            status = await reader.readline()
        writer.close()
        assert status.split()[1] in (b"400", b"403"), status


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost"},
        {"Origin": ""},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
@pytest.mark.parametrize("path", [HEALTH, "/metrics", "/api/v1/docs", "/api/v1/nothing"])
async def test_no_web_page_is_answered(tmp_path: Path, headers: dict[str, str], path: str) -> None:
    async with service(tmp_path, port=0) as it:
        base = f"http://127.0.0.1:{it.running.port}"
        bearer = {"Authorization": f"Bearer {load_token(tmp_path)}"}
        async with aiohttp.ClientSession() as session:
            for client in (it.client, Client(session, base)):
                answer = await client.get(path, headers={**bearer, **headers})
                assert (answer.status, answer.body["code"]) == (403, "forbidden")
                assert not [name for name in answer.headers if name.lower().startswith("access-control")]


async def test_tcp_wants_the_token_and_its_own_host(tmp_path: Path) -> None:
    async with service(tmp_path, port=0) as it, aiohttp.ClientSession() as session:
        port = it.running.port
        token = load_token(tmp_path)
        client = Client(session, f"http://127.0.0.1:{port}")
        good = {"Authorization": f"Bearer {token}"}
        assert (await client.get(HEALTH, headers=good)).status == 200
        assert (await client.get(HEALTH, headers={**good, "Host": f"localhost:{port}"})).status == 200
        for host in ("localhost", "127.0.0.1", f"evil.example:{port}", f"127.0.0.1:{port}.evil.example"):
            assert (await client.get(HEALTH, headers={**good, "Host": host})).status == 403
        wrong = [
            "",
            "Bearer ",
            f"Bearer {token}x",
            f"Basic {token}",
            f"Bearer {token[:-1]}",
            token,
            "Bearer é",
        ]
        for authorization in wrong:
            answer = await client.get(HEALTH, headers={"Authorization": authorization})
            assert (answer.status, answer.body["code"]) == (401, "unauthorized"), authorization
            assert answer.headers["WWW-Authenticate"] == "Bearer"
        assert (await client.get(HEALTH)).status == 401
        assert (await client.get("/api/v1/nothing")).status == 401


async def test_a_rotated_token_counts_at_once(tmp_path: Path) -> None:
    async with service(tmp_path, port=0) as it, aiohttp.ClientSession() as session:
        client = Client(session, f"http://127.0.0.1:{it.running.port}")
        old = load_token(tmp_path)
        new = rotate_token(tmp_path)
        assert old != new
        assert (await client.get(HEALTH, headers={"Authorization": f"Bearer {old}"})).status == 401
        assert (await client.get(HEALTH, headers={"Authorization": f"Bearer {new}"})).status == 200


async def test_tcp_listens_on_loopback_only(tmp_path: Path) -> None:
    async with service(tmp_path, port=0) as it:
        with socket.socket() as probe:
            assert it.running.port is not None
            assert probe.connect_ex(("127.0.0.2", it.running.port)) != 0


async def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(PortTakenError, match=str(port)):
            async with service(tmp_path, port=port):
                pass


async def test_files_are_private(tmp_path: Path) -> None:
    async with service(tmp_path, port=0) as it:
        modes = {path.name: mode(path) for path in (*it.running.sockets, tmp_path / "token", tmp_path)}
        assert modes == {"http.sock": 0o600, "native.sock": 0o600, "token": 0o600, tmp_path.name: 0o700}


@pytest.mark.parametrize("name", ["http.sock", "native.sock"])
async def test_what_is_no_socket_is_not_replaced(tmp_path: Path, name: str) -> None:
    target = tmp_path / "precious"
    place_symlink(tmp_path / name, target)
    with pytest.raises(UnsafeFileError, match=name):
        async with service(tmp_path):
            pass
    assert mode(target) == 0o640


def test_a_token_that_is_a_symlink_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_text("known")
    (tmp_path / "token").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UnsafeFileError):
        load_token(tmp_path)
    with pytest.raises(UnsafeFileError):
        rotate_token(tmp_path)


def test_a_token_open_to_others_is_refused(tmp_path: Path) -> None:
    rotate_token(tmp_path)
    (tmp_path / "token").chmod(0o644)
    with pytest.raises(UnsafeFileError, match="0644"):
        load_token(tmp_path)


def test_a_fifo_in_the_token_s_place_hangs_nobody(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "token")
    with pytest.raises(UnsafeFileError):
        load_token(tmp_path)


def test_the_peer_s_user_is_known() -> None:
    one, other = socket.socketpair(socket.AF_UNIX)
    with one, other:
        assert access.peer_uid(one) == os.getuid()


@pytest.mark.skipif(os.getuid() != 0, reason="only root may become another user")
async def test_another_user_is_dropped_on_accept(tmp_path: Path) -> None:
    async with service(tmp_path) as it:
        for directory in (tmp_path, *tmp_path.parents):
            if directory.stat().st_uid == os.getuid() and directory.stat().st_mode & 0o011 != 0o011:
                directory.chmod(0o711)
        for path in it.running.sockets:
            path.chmod(0o666)  # as if somebody had opened them: the check must hold by itself
            found = await asyncio.to_thread(_speak_as_nobody, path)
            assert found == "connected, then dropped", found
        assert (await it.client.get(HEALTH)).status == 200


def _speak_as_nobody(path: Path) -> str:
    script = (
        "import os, socket, sys\n"
        "os.setgroups([]); os.setgid(65534); os.setuid(65534)\n"
        "s = socket.socket(socket.AF_UNIX); s.settimeout(20); s.connect(sys.argv[1])\n"
        "try:\n"
        "    s.sendall(b'GET /api/v1/health HTTP/1.1\\r\\nHost: localhost\\r\\n\\r\\n')\n"
        "    answer = s.recv(100)\n"
        "except (BrokenPipeError, ConnectionResetError):\n"
        "    answer = b''\n"
        "print('answered' if answer else 'connected, then dropped')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, timeout=30, check=False
    )
    return done.stdout.strip() or done.stderr
