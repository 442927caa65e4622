"""Another program holds the database while a browser starts: the companion is there soon after it lets go."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.conftest import StartChromium
    from tests.e2e.harness.companion_process import CompanionProcess

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120)]
SOON_SECONDS = 5.0


async def test_a_hello_that_met_a_locked_database_is_said_again(
    launch_chromium: StartChromium, companion: CompanionProcess, home: Path
) -> None:
    assert await companion.is_up()
    log = home / "logs" / "companion.log"

    def hellos(status: int) -> int:
        lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
        return sum(line.get("op") == "hello" and line["status"] == status for line in lines)

    with closing(sqlite3.connect(home / "applyonce.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await launch_chromium()
        await until(lambda: hellos(503) >= 1, "a hello to be refused")
        assert hellos(200) == 0
        other.execute("ROLLBACK")
    began = time.monotonic()
    await until(lambda: hellos(200) == 1, "the next hello to be taken")
    assert time.monotonic() - began < SOON_SECONDS
