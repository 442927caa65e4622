"""What `doctor` says of the programs involved: Python, SQLite, the browsers, the extension."""

from __future__ import annotations

import json
import platform
import sqlite3
import sys
from pathlib import Path
from typing import get_args

from companion import __version__
from companion.browsers import BrowserNotFound, Family, find_browser
from native_host.extension_ids import CHROMIUM_IDS, FIREFOX_ID, chromium_id
from native_host.registration import Finding

MINIMUM_PYTHON = (3, 11)
WAL_RESET_FIXED = (3, 51, 3)
"""The first SQLite without the WAL-reset bug: two connections that write or checkpoint at the same moment
could leave the database corrupt (https://sqlite.org/wal.html)."""
MINIMUM_SQLITE = (3, 37, 0)
"""The first SQLite that has STRICT tables."""

_MANIFEST = Path(__file__).resolve().parents[2] / "manifest.json"


def check_versions() -> list[Finding]:
    """Look at the versions of ApplyOnce, Python and SQLite."""
    return [
        Finding("ok", "ApplyOnce", f"version {__version__}"),
        _python(sys.version_info[:2]),
        sqlite_finding(sqlite3.sqlite_version),
    ]


def sqlite_finding(version: str) -> Finding:
    """Judge a version of SQLite."""
    number = tuple(int(part) for part in version.split("."))
    if number < MINIMUM_SQLITE:
        return Finding(
            "error", "SQLite", f"{version} is too old", "use a Python that brings SQLite 3.37 or newer"
        )
    if number < WAL_RESET_FIXED:
        return Finding(
            "warning",
            "SQLite",
            f"{version} has the WAL-reset bug (up to 3.51.2): two programs that write to one database at the same "
            "moment can corrupt it. ApplyOnce writes through one connection only, so it does not meet it",
            "open applyonce.db with other programs for reading only while the companion runs; the bug goes with "
            "SQLite 3.51.3",
        )
    return Finding("ok", "SQLite", version)


def check_browsers() -> list[Finding]:
    """Look for a browser of each family that loads the extension, and start each for its version."""
    findings = []
    missing = 0
    for family in get_args(Family):
        try:
            browser = find_browser(family)
        except BrowserNotFound as error:
            missing += 1
            what, _, advice = str(error).partition(" Install ")
            findings.append(Finding("warning", family, what, f"install {advice}" if advice else ""))
        else:
            findings.append(Finding("ok", family, f"version {browser.version} at {browser.path}"))
    if missing < len(findings):
        # One is enough: that there is no other is nothing to act on, but auto-apply's own is a Chromium.
        findings = [
            Finding("ok", finding.subject, "not found on this machine")
            if finding.level == "warning" and finding.subject == "firefox"
            else finding
            for finding in findings
        ]
    return findings


def check_extension_ids(manifest: Path = _MANIFEST) -> list[Finding]:
    """Compare the extension's ids, as its manifest gives them, with those that the native host serves."""
    subject = "extension"
    try:
        content = json.loads(manifest.read_bytes())
        chromium = chromium_id(content["key"])
        firefox = content["browser_specific_settings"]["gecko"]["id"]
    except FileNotFoundError:
        return [Finding("ok", subject, f"the native host serves {CHROMIUM_IDS[0]} and {FIREFOX_ID}")]
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [Finding("error", subject, f"{manifest} cannot be used ({error})", "restore the file")]
    if chromium not in CHROMIUM_IDS or firefox != FIREFOX_ID:
        return [
            Finding(
                "error",
                subject,
                f"{manifest} makes the ids {chromium} and {firefox}, which the native host refuses",
                "restore “key” and “gecko.id” in the manifest",
            )
        ]
    return [Finding("ok", subject, f"{chromium} (Chromium), {firefox} (Firefox)")]


def _python(version: tuple[int, ...]) -> Finding:
    text = f"{platform.python_version()} at {sys.executable}"
    if version < MINIMUM_PYTHON:
        return Finding("error", "Python", f"{text} is too old", "use Python 3.11 or newer")
    return Finding("ok", "Python", text)
