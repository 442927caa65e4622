"""See to it that the browsers named are there: by apt where it may, else Playwright's own Chromium.

A missing Chromium is an error; without Firefox its tests are skipped, and what to install is said.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from apt import apt_install
from setup_lock import ROOT, digest, is_done, one_at_a_time

from companion.browsers import Browser, BrowserNotFound, find_browser

if TYPE_CHECKING:
    from companion.browsers import Family

DOWNLOAD_SECONDS = 1200


def main() -> int:
    """Set up the browsers named on the command line; return the exit status."""
    status = 0
    families: list[Family] = [each for each in ("chromium", "firefox") if each in sys.argv[1:]]
    with one_at_a_time("browsers"):
        for family in families:
            if _known(family):
                continue
            try:
                browser = _find_or_install(family)
            except BrowserNotFound as error:
                print(f"setup: {error}", file=sys.stderr)
                if family == "chromium":
                    status = 1
                else:
                    print("setup: going on without it, the tests that need it are skipped", flush=True)
                continue
            _remember(browser)
            print(f"setup: {family} {browser.version} at {browser.path}", flush=True)
    return status


def _find_or_install(family: Family) -> Browser:
    try:
        return find_browser(family)
    except BrowserNotFound:
        pass
    if _distribution() == "debian":
        apt_install("chromium" if family == "chromium" else "firefox-esr")
    elif family == "chromium":
        # Ubuntu's chromium is a snap, which will not do.
        _playwright_install()
    try:
        return find_browser(family)
    except BrowserNotFound:
        if family != "chromium" or _distribution() != "debian":
            raise
    _playwright_install()
    return find_browser(family)


def _playwright_install() -> None:
    """Fetch Playwright's own Chromium, with the libraries that it needs where this user may install them."""
    print("setup: fetching Playwright's Chromium", flush=True)
    playwright = [sys.executable, "-m", "playwright"]
    for options in (["--with-deps"], []):
        command = [*playwright, "install", *options, "chromium"]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=DOWNLOAD_SECONDS, check=False)
        if done.returncode == 0:
            return


def _distribution() -> str:
    file = Path("/etc/os-release")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = [line.removeprefix("ID=").strip('"') for line in lines if line.startswith("ID=")]
    return named[0] if named else ""


def _known(family: Family) -> bool:
    """Say whether the browser found last time is still the same file: asking one for its version is slow."""
    stamp = _stamp(family)
    if not stamp.is_file():
        return False
    path = Path(stamp.read_text(encoding="utf-8").partition("\n")[0])
    return path.is_file() and is_done(stamp, _described(path))


def _remember(browser: Browser) -> None:
    _stamp(browser.family).write_text(_described(browser.path), encoding="utf-8")


def _described(path: Path) -> str:
    state = path.stat()
    return f"{path}\n{digest(str((state.st_size, state.st_mtime_ns)).encode())}"


def _stamp(family: Family) -> Path:
    return ROOT / ".make" / f"{family}.stamp"


if __name__ == "__main__":
    sys.exit(main())
