"""A database that is another one than before, or has no room: what becomes of open applications."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from companion.store.ballast import BALLAST_BYTES
from tests.integration.service.actors import Client, Extension, service

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BOARD = "https://boards.greenhouse.io/acme/jobs/40123"
EVIDENCE = {"kind": "address", "url": f"{BOARD}/confirmation", "text": "Thank you", "fields": []}


def holder(tab: int) -> dict[str, object]:
    """Return a tab's holder."""
    return {"kind": "tab", "session": "s1", "tab_id": tab, "frame_id": 0, "document_id": f"d{tab}"}


async def held(client: Client, extension: Extension, tab: int, *, sends: bool) -> dict[str, Any]:
    """Let a tab claim a job of its own, and go on to its permit; returns what it holds."""
    job_id = await client.identify(f"{BOARD}{tab}")
    grant = await extension.call("apply", {"job_id": job_id, "holder": holder(tab)})
    assert grant["ok"], grant
    what = {name: grant["result"][name] for name in ("application_id", "fence")}
    if sends:
        permit = await extension.call("begin_submit", what)
        assert permit["ok"], permit
    return {**what, "job_id": job_id}


async def test_in_a_copied_folder_open_applications_end_by_their_phase(tmp_path: Path) -> None:
    first, copy = tmp_path / "first", tmp_path / "copy"
    first.mkdir()
    async with service(first) as it, it.extension() as extension:
        await extension.hello()
        filling = await held(it.client, extension, 1, sends=False)
        sending = await held(it.client, extension, 2, sends=True)
        epoch = (await it.client.get("/api/v1/health")).body["epoch"]
    shutil.copytree(first, copy, ignore=shutil.ignore_patterns("*.sock", "*.lock"))

    async with service(copy) as it, it.extension() as extension:
        assert (await extension.hello())["epoch"] == epoch + 1
        found = [
            (await it.client.get(f"/api/v1/jobs/{each['job_id']}")).body["application"]["status_name"]
            for each in (filling, sending)
        ]
        assert found == ["pending", "unconfirmed"]
        beat = await extension.call(
            "heartbeat", {"application_id": filling["application_id"], "fence": filling["fence"]}
        )
        assert beat["ok"] is False, "the lease did not come along"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a disk that a test can fill."""
    place = tmp_path / "disk"
    place.mkdir()
    size = BALLAST_BYTES + 3 * 1024 * 1024
    command = ["mount", "-t", "tmpfs", "-o", f"size={size},mode=0700", "tmpfs", str(place)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a disk that can be filled needs the right to mount one")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def fill(disk: Path) -> None:
    """Leave no room."""
    with (disk / "filler").open("wb", buffering=0) as file:
        try:
            while file.write(b"\0" * 4096):
                pass
        except OSError:
            return


async def test_on_a_full_disk_nothing_new_is_begun_and_what_was_sent_is_recorded(small_disk: Path) -> None:
    async with service(small_disk) as it, it.extension() as extension:
        await extension.hello()
        sending = await held(it.client, extension, 1, sends=True)
        filling = await held(it.client, extension, 2, sends=False)
        wanted = await it.client.identify(f"{BOARD}3")
        fill(small_disk)

        # The database has a little room of its own: use it up, by claims and by giving them back.
        for _ in range(2_000):
            refused = await extension.call("apply", {"job_id": wanted, "holder": holder(3)})
            if not refused["ok"]:
                break
            back = {name: refused["result"][name] for name in ("application_id", "fence")}
            if not (given := await extension.call("release", back))["ok"]:
                refused = given
                break
        assert refused["ok"] is False
        assert refused["error"]["code"] == "disk_full", refused
        permit = await extension.call(
            "begin_submit", {name: filling[name] for name in ("application_id", "fence")}
        )
        assert permit["error"]["code"] == "disk_full", permit

        told = {name: sending[name] for name in ("application_id", "fence")}
        done = await extension.call("confirm", {**told, "evidence": EVIDENCE})
        assert done["ok"], done
        assert done["result"]["application"]["status_name"] == "applied"
