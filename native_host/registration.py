"""Registers the native host with browsers, takes that back, and finds what is wrong with it.

For the commands ``applyonce install``, ``uninstall`` and ``doctor``. All of it may be done again and again;
what is already right is left alone. Everything is per user: no rights of an administrator are needed or
used.
"""

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from native_host.browsers import BROWSERS, Family, Place, confined_browsers, place_in, place_of
from native_host.extension_ids import FIREFOX_ID, chromium_origins
from native_host.files import write_private_file
from native_host.launcher import launcher_path, launcher_text, write_launcher
from native_host.paths import check_private, ensure_data_dir

HOST_NAME = "org.applyonce.companion"
MANIFEST_NAME = f"{HOST_NAME}.json"
DESCRIPTION = "ApplyOnce: relays between the browser extension and the companion"
CHECK_SECONDS = 10.0
"""How long the launcher may take to say that it works."""

_LISTING = "registrations.json"


class RegistrationError(Exception):
    """The host cannot be registered; the text says why and what to do."""


@dataclass(frozen=True)
class Registration:
    """What was done for one browser, or for one user data directory (``browser`` is then its path)."""

    browser: str
    manifest: Path
    outcome: Literal["written", "unchanged", "no_browser", "removed", "absent", "foreign"]

    @property
    def message(self) -> str:
        """The same as a line for the user."""
        texts = {
            "written": f"registered in {self.manifest}",
            "unchanged": f"already registered in {self.manifest}",
            "no_browser": f"not found on this machine (--browser {self.browser} registers it all the same)",
            "removed": f"removed {self.manifest}",
            "absent": "was not registered",
            "foreign": f"left {self.manifest} alone: it belongs to another data directory",
        }
        return f"{self.browser}: {texts[self.outcome]}"


@dataclass(frozen=True)
class Finding:
    """One result of a check: ``level`` says how bad it is, ``fix`` what to do (empty where nothing is)."""

    level: Literal["ok", "warning", "error"]
    subject: str
    message: str
    fix: str = ""


def host_manifest(family: Family, launcher: Path) -> dict[str, object]:
    """Return the host manifest for a family of browsers. Firefox refuses one that has Chromium's key."""
    allowed = (
        {"allowed_extensions": [FIREFOX_ID]}
        if family == "firefox"
        else {"allowed_origins": list(chromium_origins())}
    )
    return {"name": HOST_NAME, "description": DESCRIPTION, "path": str(launcher), "type": "stdio", **allowed}


def install(browsers: Sequence[str], user_data_dirs: Sequence[Path], home: Path) -> list[Registration]:
    """Write the launcher and the host manifests; return what was done for each place.

    With neither ``browsers`` nor ``user_data_dirs``: every known browser whose directory exists. A browser
    that is named is registered even where it has not been started yet. Raises UnknownBrowser,
    UnsafeDirectory (the data directory ``home`` is not ours), RegistrationError, or OSError.
    """
    if os.name != "posix":
        raise RegistrationError("this system is not supported yet: ApplyOnce needs Linux or macOS")
    home = home.expanduser().absolute()
    detect = not browsers and not user_data_dirs
    places = [place_of(name) for name in (BROWSERS if detect else browsers)]
    places += [place_in(folder) for folder in user_data_dirs]
    launcher = launcher_path(home)
    try:
        str(launcher).encode()
    except UnicodeEncodeError as error:
        raise RegistrationError(f"browsers cannot read the name of {str(home)!r}: it is no UTF-8") from error
    missing = [folder for path in (home, *(place.directory for place in places)) for folder in _missing(path)]
    ensure_data_dir(home)
    write_launcher(home)
    done = [_register(place, launcher, needs_browser=detect) for place in places]
    _remember(home, done, [folder for folder in missing if folder.is_dir()])
    return done


def uninstall(browsers: Sequence[str], user_data_dirs: Sequence[Path], home: Path) -> list[Registration]:
    """Remove the manifests that lead to this data directory; return what was done for each place.

    With neither ``browsers`` nor ``user_data_dirs``: everywhere that ``install`` has registered, and the
    launcher goes as well. The data stays; folders that ``install`` made go where they are empty. Raises
    UnknownBrowser or OSError.
    """
    home = home.expanduser().absolute()
    everything = not browsers and not user_data_dirs
    places = [place_of(name) for name in (BROWSERS if everything else browsers)]
    places += [place_in(folder) for folder in user_data_dirs]
    if everything:
        places += _remembered(home, places)
    done = [_unregister(place, launcher_path(home)) for place in places]
    made = _listed(home, "made")
    if everything:
        launcher_path(home).unlink(missing_ok=True)
        (home / _LISTING).unlink(missing_ok=True)
    for folder in sorted(made, reverse=True):  # the inner ones first
        with contextlib.suppress(OSError):  # what holds something by now is no longer ours alone
            Path(folder).rmdir()
    return done


def check(user_data_dirs: Sequence[Path], home: Path) -> list[Finding]:
    """Look at the data directory, the launcher (it is run once) and every registration. Changes nothing."""
    home = home.expanduser().absolute()
    known = [place_of(name) for name in BROWSERS] + [place_in(folder) for folder in user_data_dirs]
    places = known + _remembered(home, known)
    findings = [*_check_data_dir(home), *_check_launcher(home)]
    registered = 0
    for place in places:
        finding = _check_place(place, launcher_path(home))
        if finding is not None:
            findings.append(finding)
            registered += finding.level == "ok"
    if not registered:
        findings.append(
            Finding("error", "browsers", "no browser knows the native host", "run: applyonce install")
        )
    findings += [
        Finding(
            "warning",
            name,
            "this browser is confined and may be unable to start the native host",
            "use the browser from your distribution's or the maker's own package",
        )
        for name in confined_browsers()
    ]
    return findings


def _register(place: Place, launcher: Path, *, needs_browser: bool) -> Registration:
    manifest = place.directory / MANIFEST_NAME
    if needs_browser and not place.present:
        return Registration(place.browser, manifest, "no_browser")
    wanted = host_manifest(place.family, launcher)
    if _read_json(manifest) == wanted:
        return Registration(place.browser, manifest, "unchanged")
    place.directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_private_file(manifest, json.dumps(wanted, indent=2).encode() + b"\n", mode=0o644)
    return Registration(place.browser, manifest, "written")


def _unregister(place: Place, launcher: Path) -> Registration:
    manifest = place.directory / MANIFEST_NAME
    if not os.path.lexists(manifest):
        return Registration(place.browser, manifest, "absent")
    content = _read_json(manifest)
    target = content.get("path") if isinstance(content, dict) else None
    if isinstance(target, str) and target != str(launcher) and Path(target).exists():
        return Registration(place.browser, manifest, "foreign")
    manifest.unlink()
    return Registration(place.browser, manifest, "removed")


def _missing(directory: Path) -> list[Path]:
    """Return the folders that are yet to be made for this one."""
    return [folder for folder in (directory, *directory.parents) if not folder.exists()]


def _remember(home: Path, done: Iterable[Registration], made: Iterable[Path]) -> None:
    """Keep the user data directories that have a manifest, and the folders that were made: nothing else would
    find them again."""
    before = {"user_data_dirs": _listed(home, "user_data_dirs"), "made": _listed(home, "made")}
    registered = {r.browser for r in done if Path(r.browser).is_absolute()}
    now = {
        "user_data_dirs": sorted({*before["user_data_dirs"], *registered}),
        "made": sorted({*before["made"], *map(str, made)}),
    }
    if now != before:
        write_private_file(home / _LISTING, json.dumps(now).encode())


def _listed(home: Path, name: str) -> list[str]:
    content = _read_json(home / _LISTING)
    found = content.get(name) if isinstance(content, dict) else None
    return [each for each in found if isinstance(each, str)] if isinstance(found, list) else []


def _remembered(home: Path, besides: Sequence[Place]) -> list[Place]:
    places = [place_in(Path(folder)) for folder in _listed(home, "user_data_dirs")]
    seen = {place.directory for place in besides}
    return [place for place in places if place.directory not in seen]


def _read_json(path: Path) -> object:
    """Return the file's JSON value; None where there is none to be read."""
    try:
        value: object = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return value


def _check_data_dir(home: Path) -> list[Finding]:
    subject = "data directory"
    try:
        check_private(home.resolve())
    except FileNotFoundError:
        return [Finding("error", subject, f"{home} does not exist", "run: applyonce install")]
    except OSError as error:
        return [Finding("error", subject, str(error), f"make it yours alone: chmod 700 {home}")]
    return [Finding("ok", subject, f"{home} is private")]


def _check_launcher(home: Path) -> list[Finding]:
    subject, fix = "launcher", "run: applyonce install"
    path = launcher_path(home)
    try:
        text = path.read_bytes()
    except OSError as error:
        return [Finding("error", subject, f"{path} cannot be read ({error.strerror})", fix)]
    findings = []
    if text != launcher_text(home):
        message = f"{path} was not written by this installation ({sys.executable})"
        findings.append(Finding("warning", subject, message, fix))
    # The little that a browser started from a desktop gives to its hosts, and a directory that is not ours.
    environment = {"PATH": "/usr/bin:/bin", "HOME": os.environ.get("HOME", os.sep)}
    try:
        result = subprocess.run(
            [path, "--check"], stdin=subprocess.DEVNULL, capture_output=True, cwd=os.sep, env=environment,
            timeout=CHECK_SECONDS, check=False,
        )  # fmt: skip
    except (OSError, subprocess.TimeoutExpired) as error:
        return [*findings, Finding("error", subject, f"{path} does not start: {error}", fix)]
    if result.returncode != 0:
        said = result.stderr.decode("utf-8", "replace").strip().splitlines() or ["it said nothing"]
        message = f"{path} fails with exit code {result.returncode}: {said[-1][:300]}"
        return [*findings, Finding("error", subject, message, fix)]
    return [*findings, Finding("ok", subject, f"{path} starts")]


def _check_place(place: Place, launcher: Path) -> Finding | None:
    """Return what is to be said of one place; None for a browser that is not there and not registered."""
    manifest = place.directory / MANIFEST_NAME
    again = f"--browser {place.browser}" if place.browser in BROWSERS else f"--user-data-dir {place.browser}"
    fix = f"run: applyonce install {again}"
    if not os.path.lexists(manifest):
        return Finding("warning", place.browser, "not registered", fix) if place.present else None
    content = _read_json(manifest)
    if not isinstance(content, dict):
        return Finding("error", place.browser, f"{manifest} is no JSON object or cannot be read", fix)
    if content == host_manifest(place.family, launcher):
        return Finding("ok", place.browser, f"registered in {manifest}")
    if content.get("path") != str(launcher):
        message = f"{manifest} leads to {content.get('path')!r}, not to {str(launcher)!r}"
        return Finding("error", place.browser, message, fix)
    return Finding("error", place.browser, f"{manifest} is not as this version writes it", fix)
