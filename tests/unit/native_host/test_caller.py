"""Only our extension is served, whichever browser names it."""

import pytest

from native_host.caller import UnknownCaller, check_caller
from native_host.extension_ids import CHROMIUM_IDS, FIREFOX_ID

OURS = f"chrome-extension://{CHROMIUM_IDS[0]}/"


@pytest.mark.parametrize(
    ("arguments", "caller"),
    [
        ([OURS], OURS),
        ([OURS, "--parent-window=0"], OURS),
        (["/home/a/.mozilla/native-messaging-hosts/org.applyonce.companion.json", FIREFOX_ID], FIREFOX_ID),
        ([], "a program without a browser"),
    ],
)
def test_ours_are_served(arguments: list[str], caller: str) -> None:
    assert check_caller(arguments) == caller


@pytest.mark.parametrize(
    "arguments",
    [
        ["chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/"],
        [OURS.rstrip("/")],
        [OURS + "x"],
        [OURS.upper()],
        [f"chrome-extension://x/?{OURS}"],
        ["/m.json", "other@example.com"],
        ["/m.json", OURS],
        ["other@example.com", FIREFOX_ID + "x"],
        [FIREFOX_ID],
        [""],
    ],
)
def test_others_are_refused(arguments: list[str]) -> None:
    with pytest.raises(UnknownCaller, match="ApplyOnce extension only"):
        check_caller(arguments)


def test_the_text_is_bounded_and_has_no_control_characters() -> None:
    with pytest.raises(UnknownCaller) as caught:
        check_caller(["chrome-extension://\x1b[31m\n" + "a" * 10_000])
    assert len(str(caught.value)) < 400
    assert str(caught.value).isprintable()
