"""Open requests are known in order, once each, and in bounded number."""

from native_host.in_flight import InFlight


def test_what_was_sent_and_not_answered_is_open() -> None:
    requests = InFlight()
    for request in (1, "a", 2, 1, None):
        requests.sent(request)
    for reply in (2, 99, None):
        requests.answered(reply)
    assert requests.take_all() == [1, "a"]
    assert requests.take_all() == []


def test_over_the_bound_the_oldest_is_forgotten() -> None:
    requests = InFlight(limit=3)
    for request in range(10):
        requests.sent(request)
    assert requests.take_all() == [7, 8, 9]
