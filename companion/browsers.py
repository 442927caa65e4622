"""Find a Chromium or a Firefox on this machine that can load the extension.

Not every browser will do: branded Google Chrome ignores ``--load-extension`` from version 137 on, and a
browser packed as a snap can read neither the profile nor the host's registration outside its own sandbox.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

Family = Literal["chromium", "firefox"]

MINIMUM_VERSION: dict[Family, int] = {"chromium": 121, "firefox": 128}
"""The manifest's own limits: one ``background`` for both families, and data collection permissions."""

CHROME_WITHOUT_LOAD_EXTENSION = 137
"""From this version on branded Chrome ignores ``--load-extension``."""

VERSION_SECONDS = 20.0
"""How long a browser may take to print its version: a cold disk is slow."""

_ENVIRONMENT: dict[Family, str] = {"chromium": "APPLYONCE_CHROMIUM", "firefox": "APPLYONCE_FIREFOX"}
_COMMANDS: dict[Family, tuple[str, ...]] = {
    "chromium": ("chromium", "chromium-browser"),
    "firefox": ("firefox-esr", "firefox"),
}
_ADVICE: dict[Family, str] = {
    "chromium": "Install Chromium (Debian: apt install chromium; elsewhere: python -m playwright install"
    " chromium) or name one in APPLYONCE_CHROMIUM.",
    "firefox": "Install Firefox (Debian: apt install firefox-esr; Ubuntu: Mozilla's own package, not the"
    " snap) or name one in APPLYONCE_FIREFOX.",
}


@dataclass(frozen=True)
class Browser:
    """A browser that can be started with the extension."""

    family: Family
    path: Path
    version: str


class BrowserNotFound(RuntimeError):
    """No usable browser of the family was found; the text says what was looked at and what to install."""


def find_browser(family: Family) -> Browser:
    """Return the first usable browser: the one named in the environment, the system's, then Playwright's.

    Raises:
        BrowserNotFound: none is there, or none that will do, with the reason for each that was refused.
    """
    named = os.environ.get(_ENVIRONMENT[family])
    if named:
        found = _examine(family, Path(named))
        if isinstance(found, str):
            raise BrowserNotFound(f"{_ENVIRONMENT[family]} names {found}")
        return found
    refused = []
    for path in _candidates(family):
        found = _examine(family, path)
        if isinstance(found, Browser):
            return found
        refused.append(found)
    seen = f" Looked at: {'; '.join(refused)}." if refused else ""
    raise BrowserNotFound(f"No usable {family} was found.{seen} {_ADVICE[family]}")


def find_chromium() -> Browser:
    """Return a Chromium that loads unpacked extensions; raises BrowserNotFound."""
    return find_browser("chromium")


def find_firefox() -> Browser:
    """Return a Firefox that is no snap; raises BrowserNotFound."""
    return find_browser("firefox")


def _candidates(family: Family) -> Iterator[Path]:
    for command in _COMMANDS[family]:
        found = shutil.which(command)
        if found:
            yield Path(found)
    if family == "chromium":
        yield from _playwright_builds()
        found = shutil.which("google-chrome") or shutil.which("google-chrome-stable")
        if found:
            yield Path(found)


def _playwright_builds() -> Iterator[Path]:
    """Yield the Chromium builds that Playwright has downloaded, newest first, without starting Playwright."""
    place = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    root = Path(place) if place and place != "0" else Path.home() / ".cache" / "ms-playwright"
    builds = sorted(root.glob("chromium-*"), key=_build_number, reverse=True)
    for build in builds:
        yield from build.glob("chrome-linux*/chrome")
        yield from build.glob("chrome-mac*/Chromium.app/Contents/MacOS/Chromium")


def _build_number(folder: Path) -> int:
    number = folder.name.rpartition("-")[2]
    return int(number) if number.isdigit() else 0


def _examine(family: Family, path: Path) -> Browser | str:
    """Return the browser at this path, or a phrase that says why it will not do."""
    if not path.is_file() or not os.access(path, os.X_OK):
        return f"{path}, which is no program"
    if _is_snap(path):
        return f"{path}, which is a snap (it cannot read profiles outside its sandbox)"
    try:
        printed = subprocess.run(  # the path comes from PATH or the user's own environment
            [path, "--version"], capture_output=True, text=True, timeout=VERSION_SECONDS, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        return f"{path}, which does not print its version ({error})"
    match = re.search(r"(\d+)(?:\.\w+)*", printed)
    if match is None:
        return f"{path}, which prints no version"
    major = int(match[1])
    if family == "chromium" and "Google Chrome" in printed and major >= CHROME_WITHOUT_LOAD_EXTENSION:
        return f"{path}, which is Google Chrome {major} (from 137 on it ignores --load-extension)"
    if major < MINIMUM_VERSION[family]:
        return f"{path}, which is version {major} ({MINIMUM_VERSION[family]} or newer is needed)"
    return Browser(family, path, match[0])


def _is_snap(path: Path) -> bool:
    real = path.resolve()
    if "snap" in real.parts:
        return True
    with real.open("rb") as program:
        start = program.read(4096)
    # Ubuntu's chromium-browser and firefox are shell scripts that start the snap.
    return start.startswith(b"#!") and b"/snap/bin/" in start
