from __future__ import annotations

from companion.service.hub import EventHub, latest_event


async def test_who_comes_while_undescribed_events_are_committed_is_told_to_read_again() -> None:
    hub = EventHub()
    undescribed = latest_event(7)  # as the writer does it before its commit: nobody listens yet

    with hub.subscribe() as newcomer:
        hub.publish([undescribed])

        assert await newcomer.get() == {"event": "reset", "seq": 7, "data": {}}
    assert hub.last_seq == 7


async def test_who_listened_before_gets_the_event_itself() -> None:
    hub = EventHub()
    with hub.subscribe() as listener:
        hub.publish([{"event": "application", "seq": 8, "user_id": 1, "data": {"seq": 8}}])

        assert await listener.get() == {"event": "application", "seq": 8, "data": {"seq": 8}}
