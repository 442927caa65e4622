from __future__ import annotations

from companion.service.hub import EventHub


async def test_events_pass_unheard_only_while_nobody_listens() -> None:
    hub = EventHub()

    assert hub.passes_unheard(7)
    with hub.subscribe():
        assert not hub.passes_unheard(8)

    assert hub.last_seq == 7


async def test_who_listened_before_gets_the_event_itself() -> None:
    hub = EventHub()
    with hub.subscribe() as listener:
        hub.publish([{"event": "application", "seq": 8, "user_id": 1, "data": {"seq": 8}}])

        assert await listener.get() == {"event": "application", "seq": 8, "data": {"seq": 8}}
    assert hub.last_seq == 8
