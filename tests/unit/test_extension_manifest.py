"""What the extension may do at the most, as its manifest and its sources say."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.unit.repository import ROOT, sources

SENDS = re.compile(
    r"\bfetch\s*\(|\bXMLHttpRequest\b|\bsendBeacon\b|\bWebSocket\b|\bEventSource\b|\bRTCPeerConnection\b"
)
REMOTE = re.compile(
    r"""(?:\bsrc|\bhref|\bfrom|\bimport\s*\()\s*=?\s*["'`]https?://|\beval\s*\(|\bnew Function\b"""
)


def manifest() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_our_pages_run_our_own_files_alone() -> None:
    policy = manifest()["content_security_policy"]["extension_pages"]
    rules = dict(rule.split(maxsplit=1) for rule in policy.split("; "))
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) <= {"'none'", "'self'"}
    for name in ("base-uri", "form-action", "frame-ancestors"):
        assert rules[name] == "'none'", "these do not follow from default-src"


def test_no_page_finds_a_file_of_ours_or_speaks_to_us() -> None:
    assert {"web_accessible_resources", "externally_connectable"} & manifest().keys() == set()


def test_hosts_are_boards_by_https_and_any_other_only_when_the_user_adds_it() -> None:
    hosts = manifest()["host_permissions"]
    assert [host for host in hosts if not re.fullmatch(r"https://(\*\.)?[a-z0-9.-]+\.[a-z]+/\S*", host)] == []
    assert "<all_urls>" not in {*hosts, *manifest()["permissions"]}


@pytest.mark.parametrize("path", sources("extension", ".js"), ids=str)
def test_no_source_opens_a_connection_or_runs_what_is_not_ours(path: Any) -> None:
    text = re.sub(r"^\s*(//|\*).*$", "", (ROOT / path).read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert SENDS.findall(text) == []
    assert REMOTE.findall(text) == []


def test_the_search_for_connections_finds_them() -> None:
    assert SENDS.search("await fetch (address)")
    assert SENDS.search("navigator.sendBeacon('x')")
    assert REMOTE.search('import("https://cdn.example.com/x.js")')
    assert REMOTE.search("new Function('return 1')")
