"""The log is bounded, private, one line a message, and never in the way."""

from pathlib import Path

from native_host.log import HostLog


def test_a_line_has_time_and_process_and_no_line_break(tmp_path: Path) -> None:
    HostLog(tmp_path / "logs").write("two\nlines \x1b[0m")
    (line,) = (tmp_path / "logs" / "native-host.log").read_text().splitlines()
    assert line.endswith(r"two\nlines \x1b[0m")
    assert (tmp_path / "logs" / "native-host.log").stat().st_mode & 0o777 == 0o600


def test_it_is_bounded_to_two_files(tmp_path: Path) -> None:
    log = HostLog(tmp_path, max_bytes=2000)
    for n in range(500):
        log.write(f"message {n} " + "x" * 1000)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["native-host.log", "native-host.log.1"]
    assert all(path.stat().st_size <= 2000 for path in tmp_path.iterdir())
    assert "message 499" in (tmp_path / "native-host.log").read_text()


def test_a_symlink_in_its_place_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "precious"
    target.write_text("untouched")
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "native-host.log").symlink_to(target)
    HostLog(logs).write("x")
    assert target.read_text() == "untouched"


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the directory should be")
    HostLog(tmp_path / "logs").write("x")
