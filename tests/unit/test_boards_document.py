"""The page on the boards says what their files say."""

from __future__ import annotations

from tests.unit.boards_document import DOCUMENT, document, facts


def test_the_page_on_the_boards_is_written_from_their_files() -> None:
    behind = "python -m tests.unit.boards_document"
    assert DOCUMENT.read_text(encoding="utf-8") == document(), f"write it anew: {behind}"


def test_the_files_are_read_and_not_only_named() -> None:
    told = {board["name"]: board for board in facts()}

    assert told["lever"]["proofs"] == ["address"]
    assert "security_code" in told["greenhouse"]["refusals"]
    assert told["indeed"]["trusted"]
    assert told["personio"]["to_form"] == ""
    assert told["breezy"]["to_form"] == "address"
