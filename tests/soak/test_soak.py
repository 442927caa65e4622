"""A soak of a few seconds: that everything is at work, is sampled, and is let go. It is too short for leaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.browsers import BrowserNotFound, find_chromium
from tests.soak.__main__ import report
from tests.soak.pictures import read_csv
from tests.soak.run import Plan, soak
from tests.soak.series import SERIES

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 15.0


@pytest.mark.browser
@pytest.mark.timeout(420)
async def test_everything_is_at_work_is_sampled_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        find_chromium()
    except BrowserNotFound as error:
        pytest.skip(str(error))
    monkeypatch.setenv("APPLYONCE_IDLE_EXIT_SECONDS", "2")
    plan = Plan(seconds=SECONDS, tabs=3, sample_every=1.0, by_hand_every=10.0)

    outcome = await soak(plan, tmp_path, lambda _: None)

    assert outcome.samples.applications[-1] >= 1, "auto-apply has sent something"
    for name in (
        "companion rss",
        "hosts rss",
        "worker heap",
        "worker data",
        "tab heap",
        "tab data",
        "pages pss",
    ):
        assert outcome.samples.columns[name][-1] > 0, name
    for name in ("hosts", "worker starts", "fills given up"):
        assert [verdict.bounded for verdict in outcome.verdicts if verdict.name == name] == [True], name
    assert outcome.left is None, outcome.left
    assert len(outcome.let_go) == 7, outcome.let_go
    report(outcome, tmp_path)
    assert read_csv(tmp_path / "soak.csv").columns.keys() == SERIES.keys()
    said = capsys.readouterr().out
    assert all(name in said for name in SERIES)
    assert (tmp_path / "soak.csv").read_text(encoding="utf-8").count("\n") == len(outcome.samples.seconds) + 1
