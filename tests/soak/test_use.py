"""That real processes are measured: one that leaks descriptors and memory is found, its honest twin is not."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from tests.e2e.harness.processes import is_alive
from tests.e2e.harness.waiting import until
from tests.soak.judge import Verdict, judge
from tests.soak.series import SERIES
from tests.soak.use import Use, browser_tree, processes_of, size_of, use_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROUNDS = 60
WORKING = """
import sys
for line in sys.stdin:
    with open("/proc/self/stat", "rb") as file:
        file.read()
    print("done", flush=True)
"""
LEAKING = """
import sys
kept = []
for line in sys.stdin:
    kept.append((open("/proc/self/stat", "rb"), b"x" * 300_000))
    print("done", flush=True)
"""


@contextmanager
def child(script: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-c", script]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def worked(process: subprocess.Popen[bytes]) -> Use:
    """Have it do one piece of work, and return what it takes up then."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"\n")
    process.stdin.flush()
    assert process.stdout.readline() == b"done\n"
    return use_of([process.pid])


def judged(name: str, values: list[int]) -> Verdict:
    unit, limit = SERIES[name]
    numbers = list(range(len(values)))
    return judge(name, unit, limit, seconds=[5.0 * n for n in numbers], applications=numbers, values=values)


def test_a_process_that_leaks_is_found_by_its_descriptors_and_its_memory() -> None:
    with child(LEAKING) as process:
        used = [worked(process) for _ in range(ROUNDS)]

    descriptors = judged("companion descriptors", [use.descriptors for use in used])
    memory = judged("companion rss", [use.rss for use in used])
    assert not descriptors.bounded, descriptors.line()
    assert descriptors.per_application == pytest.approx(1)
    assert not memory.bounded, memory.line()
    assert memory.per_application == pytest.approx(300_000 / 1024, rel=0.1)


def test_its_honest_twin_is_not() -> None:
    with child(WORKING) as process:
        used = [worked(process) for _ in range(ROUNDS)]

    for name, values in (
        ("companion descriptors", [use.descriptors for use in used]),
        ("companion rss", [use.rss for use in used]),
        ("companion threads", [use.threads for use in used]),
    ):
        assert judged(name, values).bounded, judged(name, values).line()


async def test_processes_that_have_ended_count_as_nothing() -> None:
    with child(WORKING) as process:
        pid = process.pid
        assert use_of([pid]).processes == 1
    await until(lambda: not is_alive(pid), "it to end")

    assert use_of([pid]) == Use(0, 0, 0, 0, 0)
    assert use_of([os.getpid(), pid]).processes == 1


def test_processes_are_sorted_by_what_they_do(tmp_path: Path) -> None:
    waits = "import sys; sys.stdin.read()"
    environment = {**os.environ, "APPLYONCE_HOME": str(tmp_path)}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", waits, *arguments],
            stdin=subprocess.PIPE,
            env=environment if ours else None,
        )
        for arguments, ours in (
            (["native_host"], True),
            (["companion", "serve"], True),
            (["--type=renderer", "--extension-process"], False),
            (["--type=renderer"], False),
            (["--type=gpu-process"], False),
        )
    ]
    try:
        host, companion, extension, page, gpu = [process.pid for process in started]
        ours = processes_of(tmp_path)
        tree = browser_tree(os.getpid(), without=[*ours.hosts, *ours.companions])
    finally:
        for process in started:
            process.communicate(timeout=10)

    assert (ours.hosts, ours.companions) == ([host], [companion])
    assert (tree.extension, tree.pages) == ([extension], [page])
    assert {os.getpid(), gpu} <= set(tree.rest)
    assert not {host, companion} & set(tree.rest)


def test_files_and_folders_are_measured_and_what_is_missing_is_nothing(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    (tmp_path / "logs" / "one").write_bytes(b"x" * 2048)
    (tmp_path / "two").write_bytes(b"x" * 1024)

    assert size_of(tmp_path / "logs", tmp_path / "two", tmp_path / "three") == 3
