"""Auto-apply keeps to the boards' pace: interval for each host, daily cap, quiet hours, and whose Submit it is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from companion.auto_apply.policy import (
    MAX_PARKED_TABS,
    Rest,
    Situation,
    Waiting,
    board_policy,
    choose,
    delay_seconds,
    seconds_of_quiet,
)
from companion.messages.settings import AutoApplyPolicy, QuietHours

if TYPE_CHECKING:
    from collections.abc import Mapping

NOW_MS = 1_800_000_000_000
NOON = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
LEVER = Waiting("a1", "j1", "https://jobs.lever.co/acme/1", "lever", None)
ASHBY = Waiting("a2", "j2", "https://jobs.ashbyhq.com/acme/2", "ashby", None)


def situation(
    *,
    now: datetime = NOON,
    running: int = 0,
    parked: int = 0,
    sent_today: int = 0,
    last_started: Mapping[str, int] | None = None,
    limits: Mapping[str, int] | None = None,
) -> Situation:
    return Situation(now, NOW_MS, running, parked, sent_today, last_started or {}, limits or {})


def test_a_host_is_asked_once_in_its_interval_and_another_one_meanwhile() -> None:
    policy = AutoApplyPolicy(min_interval_seconds=60)
    asked = situation(last_started={"jobs.lever.co": NOW_MS - 20_000})
    assert choose([LEVER], policy, asked) == Rest(40, "the minimum interval for jobs.lever.co")
    assert choose([LEVER, ASHBY], policy, asked) == ASHBY
    assert choose([LEVER], policy, situation(last_started={"jobs.lever.co": NOW_MS - 60_000})) == LEVER


def test_the_daily_cap_counts_what_is_under_way_too() -> None:
    policy = AutoApplyPolicy(daily_cap=3, concurrency=3)
    assert choose([LEVER], policy, situation(sent_today=1, running=1)) == LEVER
    for sent, running in ((3, 0), (2, 1), (4, 0)):
        rest = choose([LEVER], policy, situation(sent_today=sent, running=running))
        assert isinstance(rest, Rest)
        assert rest.reason == "the daily cap of 3 is reached"
    assert isinstance(choose([LEVER], AutoApplyPolicy(daily_cap=0), situation()), Rest)


@pytest.mark.parametrize(
    ("start", "end", "at", "seconds"),
    [
        ("22:00", "07:00", "23:30", 7.5 * 3600),
        ("22:00", "07:00", "06:59", 60),
        ("22:00", "07:00", "07:00", 0),
        ("22:00", "07:00", "21:59", 0),
        ("22:00", "07:00", "22:00", 9 * 3600),
        ("12:00", "13:30", "12:30", 3600),
        ("12:00", "13:30", "13:30", 0),
    ],
)
def test_in_quiet_hours_it_rests_until_they_end(start: str, end: str, at: str, seconds: float) -> None:
    hour, minute = map(int, at.split(":"))
    now = NOON.replace(hour=hour, minute=minute)
    policy = AutoApplyPolicy(quiet_hours=QuietHours(start=start, end=end))
    assert seconds_of_quiet(policy, now) == seconds
    found = choose([LEVER], policy, situation(now=now))
    assert found == (Rest(min(seconds, 600), f"quiet hours until {end}") if seconds else LEVER)


def test_after_a_night_of_suspend_or_a_change_to_summer_time_quiet_hours_are_looked_at_again() -> None:
    """A rest is slept by a clock that a suspended machine stops: a whole night's would go on into the day."""
    policy = AutoApplyPolicy(quiet_hours=QuietHours(start="22:00", end="07:00"))
    rest = choose([LEVER], policy, situation(now=NOON.replace(hour=22)))
    assert isinstance(rest, Rest)
    assert rest.seconds <= 600

    winter, summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    before = datetime(2027, 3, 28, 1, 55, tzinfo=winter)
    rest = choose([LEVER], policy, situation(now=before))
    assert isinstance(rest, Rest)
    after = (before + timedelta(seconds=rest.seconds)).astimezone(summer)
    assert after.hour == 3
    assert seconds_of_quiet(policy, after) == 4 * 3600 - 5 * 60


def test_it_works_on_no_more_than_it_may_at_once_and_waits_for_the_user() -> None:
    policy = AutoApplyPolicy(concurrency=2)
    assert choose([LEVER], policy, situation(running=1)) == LEVER
    assert isinstance(choose([LEVER], policy, situation(running=2)), Rest)
    rest = choose([LEVER], policy, situation(parked=MAX_PARKED_TABS))
    assert isinstance(rest, Rest)
    assert "wait for you" in rest.reason


def test_a_failed_application_is_tried_again_later_and_later() -> None:
    later = Waiting("a1", "j1", LEVER.url, "lever", NOW_MS + 5_000)
    assert choose([later], AutoApplyPolicy(), situation()) == Rest(5, "the next try of a failed application")
    assert [delay_seconds(tries, 60) for tries in (1, 2, 3)] == [60, 240, 960]


def test_a_board_at_its_limit_is_left_alone_until_the_limits_end() -> None:
    limited = situation(limits={"lever": NOW_MS + 90_000})
    assert choose([LEVER], AutoApplyPolicy(), limited) == Rest(90, "the end of the limit of lever")
    assert choose([LEVER, ASHBY], AutoApplyPolicy(), limited) == ASHBY
    # The longest wait counts.
    later = Waiting("a1", "j1", LEVER.url, "lever", NOW_MS + 200_000)
    assert choose([later], AutoApplyPolicy(), limited) == Rest(200, "the next try of a failed application")


def test_it_sends_by_itself_only_where_the_user_said_so() -> None:
    assert board_policy(AutoApplyPolicy(), "lever") == "ask_before_submit"
    policy = AutoApplyPolicy(boards={"lever": "submit", "ashby": "fill_only"})
    assert [board_policy(policy, board) for board in ("lever", "ashby", "workday")] == [
        "submit",
        "fill_only",
        "ask_before_submit",
    ]
