"""Registration writes what each browser reads, takes it back, and its check finds what is broken."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from native_host.browsers import BROWSERS, UnknownBrowser, confined_browsers, place_in, place_of
from native_host.extension_ids import FIREFOX_ID, chromium_origins
from native_host.launcher import launcher_path, launcher_text, write_launcher
from native_host.registration import (
    MANIFEST_NAME,
    Registration,
    RegistrationError,
    check,
    install,
    uninstall,
)


@pytest.fixture
def user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's home directory with no browser in it."""
    home = tmp_path / "user"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "CHROME_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data directory whose name a shell could misread."""
    return tmp_path / """it's "a" $HOME `dir`"""


def outcomes(results: list[Registration]) -> dict[str, str]:
    return {result.browser: result.outcome for result in results}


@pytest.mark.parametrize(
    ("browser", "platform", "expected"),
    [
        ("chrome", "linux", "/h/.config/google-chrome/NativeMessagingHosts"),
        ("chromium", "linux", "/h/.config/chromium/NativeMessagingHosts"),
        ("edge", "linux", "/h/.config/microsoft-edge/NativeMessagingHosts"),
        ("brave", "linux", "/h/.config/BraveSoftware/Brave-Browser/NativeMessagingHosts"),
        ("vivaldi", "linux", "/h/.config/vivaldi/NativeMessagingHosts"),
        ("firefox", "linux", "/h/.mozilla/native-messaging-hosts"),
        ("chrome", "darwin", "/h/Library/Application Support/Google/Chrome/NativeMessagingHosts"),
        ("edge", "darwin", "/h/Library/Application Support/Microsoft Edge/NativeMessagingHosts"),
        ("firefox", "darwin", "/h/Library/Application Support/Mozilla/NativeMessagingHosts"),
    ],
)
def test_where_browsers_look(browser: str, platform: str, expected: str) -> None:
    assert place_of(browser, {"HOME": "/h"}, platform).directory == Path(expected)


def test_chromium_follows_the_configuration_directory_and_firefox_does_not() -> None:
    env = {"HOME": "/h", "XDG_CONFIG_HOME": "/c"}
    assert place_of("chromium", env, "linux").directory == Path("/c/chromium/NativeMessagingHosts")
    assert place_of("firefox", env, "linux").directory == Path("/h/.mozilla/native-messaging-hosts")
    env["CHROME_CONFIG_HOME"] = "/d"
    assert place_of("chromium", env, "linux").directory == Path("/d/chromium/NativeMessagingHosts")


def test_an_unknown_browser_is_answered_with_the_known_ones(user: Path, data: Path) -> None:
    with pytest.raises(UnknownBrowser, match="chromium, edge"):
        install(["netscape"], [], data)
    assert not data.exists(), "nothing is written for a wrong name"
    assert not any(user.iterdir())


def test_by_default_the_browsers_that_are_there_are_registered(user: Path, data: Path) -> None:
    (user / ".config" / "chromium").mkdir(parents=True)
    (user / ".mozilla" / "firefox").mkdir(parents=True)

    done = install([], [], data)

    expected = dict.fromkeys(BROWSERS, "no_browser") | {"chromium": "written", "firefox": "written"}
    assert outcomes(done) == expected
    assert not (user / ".config" / "google-chrome").exists()
    chromium = json.loads((user / ".config/chromium/NativeMessagingHosts" / MANIFEST_NAME).read_bytes())
    firefox = json.loads((user / ".mozilla/native-messaging-hosts" / MANIFEST_NAME).read_bytes())
    assert chromium["allowed_origins"] == list(chromium_origins())
    assert firefox["allowed_extensions"] == [FIREFOX_ID]
    assert "allowed_extensions" not in chromium
    assert "allowed_origins" not in firefox
    for manifest in (chromium, firefox):
        assert manifest["name"] == "org.applyonce.companion"
        assert manifest["type"] == "stdio"
        assert manifest["path"] == str(launcher_path(data))
    assert data.stat().st_mode & 0o777 == 0o700
    assert launcher_path(data).stat().st_mode & 0o777 == 0o755


@pytest.mark.usefixtures("user")
def test_a_named_browser_is_registered_before_its_first_start(data: Path) -> None:
    (done,) = install(["edge"], [], data)
    assert done.outcome == "written"
    assert done.manifest.is_file()
    assert str(done.manifest) in done.message


@pytest.mark.usefixtures("user")
def test_only_the_user_data_directory_where_only_that_is_named(data: Path, tmp_path: Path) -> None:
    done = install([], [tmp_path / "profile"], data)
    assert outcomes(done) == {str(tmp_path / "profile"): "written"}
    assert done[0].manifest == tmp_path / "profile" / "NativeMessagingHosts" / MANIFEST_NAME


@pytest.mark.usefixtures("user")
def test_installing_again_changes_nothing(data: Path) -> None:
    (first,) = install(["chromium"], [], data)
    times = [first.manifest.stat().st_mtime_ns, launcher_path(data).stat().st_mtime_ns]
    (second,) = install(["chromium"], [], data)
    assert second.outcome == "unchanged"
    assert [first.manifest.stat().st_mtime_ns, launcher_path(data).stat().st_mtime_ns] == times
    first.manifest.write_text("{ broken")
    assert install(["chromium"], [], data)[0].outcome == "written"


@pytest.mark.usefixtures("user")
def test_uninstalling_undoes_all_of_it_and_keeps_the_data(data: Path, tmp_path: Path) -> None:
    done = install(["chromium", "firefox"], [tmp_path / "one"], data)
    done += install([], [tmp_path / "two"], data)
    (data / "applyonce.db").write_text("precious")

    undone = uninstall([], [], data)

    removed = {r.browser for r in undone if r.outcome == "removed"}
    assert removed == {"chromium", "firefox", str(tmp_path / "one"), str(tmp_path / "two")}
    assert not any(r.manifest.exists() for r in done)
    assert [path.name for path in data.iterdir()] == ["applyonce.db"]
    assert {r.outcome for r in uninstall([], [], data)} == {"absent"}


@pytest.mark.usefixtures("user")
def test_uninstalling_takes_the_folders_that_installing_made_where_nothing_else_is_in_them(
    user: Path, data: Path, tmp_path: Path
) -> None:
    (user / ".config").mkdir()
    found = tmp_path / "chromium-for-jobs"
    found.mkdir()
    install(["chromium", "brave", "firefox"], [found], data)
    install(["chromium"], [], data)
    (user / ".config" / "chromium" / "Preferences").touch()

    uninstall([], [], data)

    left = sorted(str(path.relative_to(user)) for path in user.rglob("*"))
    assert left == [".config", ".config/chromium", ".config/chromium/Preferences"]
    assert list(found.iterdir()) == []
    assert not data.exists(), "no application, profile or document was in it"


def test_uninstalling_one_leaves_the_other(data: Path) -> None:
    chromium, firefox = install(["chromium", "firefox"], [], data)
    assert outcomes(uninstall(["firefox"], [], data)) == {"firefox": "removed"}
    assert chromium.manifest.exists()
    assert not firefox.manifest.exists()
    assert launcher_path(data).exists()


@pytest.mark.usefixtures("user")
def test_the_registration_of_another_data_directory_is_left_alone(data: Path, tmp_path: Path) -> None:
    install(["chromium"], [], tmp_path / "other")
    (undone,) = uninstall(["chromium"], [], data)
    assert undone.outcome == "foreign"
    assert undone.manifest.exists()
    assert "another data directory" in undone.message


@pytest.mark.usefixtures("user")
def test_a_name_that_browsers_cannot_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegistrationError, match="UTF-8"):
        install(["chromium"], [], tmp_path / os.fsdecode(b"\xff"))


def test_the_launcher_starts_the_host_from_anywhere(data: Path, tmp_path: Path) -> None:
    # Given a directory and an environment that would make Python load a native_host of somebody else
    data.mkdir(mode=0o700)
    write_launcher(data)
    trap = tmp_path / "trap" / "native_host"
    trap.mkdir(parents=True)
    (trap / "__init__.py").write_text("raise SystemExit('the trap')")
    environment = {"PATH": "/usr/bin:/bin", "PYTHONPATH": str(trap.parent), "PYTHONHOME": "/nowhere"}

    result = subprocess.run(
        [launcher_path(data), "--check"], cwd=trap.parent, env=environment, capture_output=True, check=False
    )

    assert (result.returncode, result.stdout) == (0, b""), result.stderr
    assert str(data) in result.stderr.decode(), "it knows its own data directory"


@pytest.mark.usefixtures("user")
def test_a_sound_installation_has_only_good_findings(data: Path, tmp_path: Path) -> None:
    install(["chromium"], [tmp_path / "profile"], data)
    findings = check([], data)
    assert {f.level for f in findings} == {"ok"}, findings
    assert {f.subject for f in findings} == {
        "data directory", "launcher", "chromium", str(tmp_path / "profile")
    }  # fmt: skip


def test_nothing_installed_is_an_error_that_says_what_to_do(user: Path, data: Path) -> None:
    (user / ".config" / "chromium").mkdir(parents=True)
    findings = {f.subject: f for f in check([], data)}
    assert findings["data directory"].level == "error"
    assert findings["launcher"].level == "error"
    assert findings["chromium"].level == "warning"
    assert findings["browsers"].level == "error"
    assert all("applyonce install" in f.fix for f in findings.values())
    assert not data.exists(), "a check changes nothing"


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "no JSON object"),
        ('{"path": "/elsewhere"}', "leads to '/elsewhere'"),
        ("right path", "not as this version writes it"),
    ],
)
def test_a_damaged_manifest_is_found(data: Path, content: str, message: str) -> None:
    (done,) = install(["chromium"], [], data)
    if content == "right path":
        content = json.dumps({"path": str(launcher_path(data))})
    done.manifest.write_text(content)
    (finding,) = [f for f in check([], data) if f.subject == "chromium"]
    assert finding.level == "error"
    assert message in finding.message
    assert finding.fix == "run: applyonce install --browser chromium"


@pytest.mark.usefixtures("user")
@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"#!/bin/sh\necho broken >&2\nexit 3\n", "exit code 3: broken"),
        (b"#!/nowhere/sh\n", "does not start"),
        (launcher_text(Path("/x"), "/nowhere/python"), "exit code 127"),
    ],
)
def test_a_launcher_that_does_not_work_is_found(data: Path, text: bytes, message: str) -> None:
    install(["chromium"], [], data)
    launcher_path(data).write_bytes(text)
    findings = [f for f in check([], data) if f.subject == "launcher"]
    assert [f.level for f in findings] == ["warning", "error"]
    assert message in findings[1].message


@pytest.mark.usefixtures("user")
def test_a_data_directory_that_is_open_to_others_is_found(data: Path) -> None:
    install(["chromium"], [], data)
    data.chmod(0o755)
    (finding,) = [f for f in check([], data) if f.subject == "data directory"]
    assert finding.level == "error"
    assert "open to other users" in finding.message


def test_a_confined_browser_is_a_warning(user: Path, data: Path) -> None:
    (user / "snap" / "firefox").mkdir(parents=True)
    assert confined_browsers() == ["Firefox (snap)"]
    assert "warning" in {f.level for f in check([], data) if f.subject == "Firefox (snap)"}


def test_a_manifest_that_is_a_symlink_is_replaced_and_not_followed(data: Path, tmp_path: Path) -> None:
    target = tmp_path / "target"
    target.write_text("untouched")
    directory = place_in(tmp_path / "profile").directory
    directory.mkdir(parents=True)
    (directory / MANIFEST_NAME).symlink_to(target)
    install([], [tmp_path / "profile"], data)
    assert target.read_text() == "untouched"
    assert not (directory / MANIFEST_NAME).is_symlink()


@pytest.mark.skipif(shutil.which("dash") is None, reason="dash is not installed")
def test_the_launcher_is_plain_sh(data: Path, tmp_path: Path) -> None:
    (tmp_path / "launcher").write_bytes(launcher_text(data))
    result = subprocess.run(["dash", "-n", tmp_path / "launcher"], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr
