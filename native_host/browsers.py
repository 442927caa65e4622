"""Where each browser looks for the manifests of native hosts, for the user alone.

Chromium's family reads ``NativeMessagingHosts`` in the user data directory, which on Linux follows
``$CHROME_CONFIG_HOME`` and ``$XDG_CONFIG_HOME``. Firefox reads one directory per user, whatever the
profile. Each family's manifest names its extensions in its own way, and Firefox refuses the other's, so
none is shared.
"""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Literal, NamedTuple

Family = Literal["chromium", "firefox"]


class _Known(NamedTuple):
    family: Family
    linux: str
    macos: str


_KNOWN: dict[str, _Known] = {
    "chrome": _Known("chromium", "google-chrome", "Google/Chrome"),
    "chrome-beta": _Known("chromium", "google-chrome-beta", "Google/Chrome Beta"),
    "chromium": _Known("chromium", "chromium", "Chromium"),
    "edge": _Known("chromium", "microsoft-edge", "Microsoft Edge"),
    "brave": _Known("chromium", "BraveSoftware/Brave-Browser", "BraveSoftware/Brave-Browser"),
    "vivaldi": _Known("chromium", "vivaldi", "Vivaldi"),
    "firefox": _Known("firefox", ".mozilla", "Mozilla"),
}

BROWSERS: tuple[str, ...] = tuple(_KNOWN)
"""The names that ``--browser`` takes."""


class UnknownBrowser(ValueError):
    """There is no such browser, or none that we know the directories of."""


class Place(NamedTuple):
    """One directory that a browser reads host manifests from.

    ``present`` says whether the browser (or the user data directory) seems to be there at all.
    """

    browser: str
    family: Family
    directory: Path
    present: bool


def place_of(browser: str, environ: Mapping[str, str] | None = None, platform: str = sys.platform) -> Place:
    """Return where this browser looks. Raises UnknownBrowser, whose text lists the known ones."""
    known = _KNOWN.get(browser)
    if known is None:
        raise UnknownBrowser(f"unknown browser {browser!r}: known are {', '.join(BROWSERS)}")
    env = os.environ if environ is None else environ
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    if platform == "darwin":
        return _macos_place(browser, known, home / "Library" / "Application Support")
    if known.family == "firefox":
        present = any((home / name).is_dir() for name in (".mozilla/firefox", ".config/mozilla/firefox"))
        return Place(browser, "firefox", home / known.linux / "native-messaging-hosts", present)
    config = home / ".config"
    for name in ("CHROME_CONFIG_HOME", "XDG_CONFIG_HOME"):
        if env.get(name):
            config = Path(env[name])
            break
    directory = config / known.linux
    return Place(browser, "chromium", directory / "NativeMessagingHosts", directory.is_dir())


def place_in(user_data_dir: Path) -> Place:
    """Return where a Chromium-family browser that is started with ``--user-data-dir`` looks."""
    directory = user_data_dir.expanduser().absolute()
    return Place(str(directory), "chromium", directory / "NativeMessagingHosts", directory.is_dir())


def confined_browsers(environ: Mapping[str, str] | None = None) -> list[str]:
    """Name the browsers installed as snap or flatpak: those cannot start programs outside their box."""
    env = os.environ if environ is None else environ
    home = Path(env["HOME"]) if env.get("HOME") else Path.home()
    boxes = {
        "Chromium (snap)": "snap/chromium",
        "Firefox (snap)": "snap/firefox",
        "Chromium (flatpak)": ".var/app/org.chromium.Chromium",
        "Chrome (flatpak)": ".var/app/com.google.Chrome",
        "Firefox (flatpak)": ".var/app/org.mozilla.firefox",
    }
    return [name for name, folder in boxes.items() if (home / folder).is_dir()]


def _macos_place(browser: str, known: _Known, support: Path) -> Place:
    directory = support / known.macos / "NativeMessagingHosts"
    program = support / ("Firefox" if known.family == "firefox" else known.macos)
    return Place(browser, known.family, directory, program.is_dir())
