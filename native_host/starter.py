"""Starts the companion when none runs. Any number of hosts may do so at once: its lock lets one serve."""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import subprocess

START_SECONDS = 15.0
"""How long a companion may take from its start to its open socket; imports on a cold disk take seconds."""

COMPANION_COMMAND = (sys.executable, "-m", "companion", "serve", "--started-by-host")


class CompanionStarter:
    """Starts the companion as a process that outlives the host, and knows how the last start went."""

    def __init__(
        self, command: Sequence[str] = COMPANION_COMMAND, environment: Mapping[str, str] | None = None
    ) -> None:
        """Prepare to run `command`, in our own environment or in the one given."""
        self._command = tuple(command)
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._expected_until: float | None = None
        self._failure: str | None = None

    def start(self, now: float) -> None:
        """Start it; ``now`` in monotonic seconds. A start that fails is remembered as the failure."""
        import subprocess  # mostly the companion runs already, and the host starts faster without this

        self._failure = None
        self._expected_until = now + START_SECONDS
        try:
            self._process = subprocess.Popen(
                self._command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,  # ours is the browser's: a stray line would break the frames
                stderr=subprocess.DEVNULL,
                env=self._environment,
                cwd=_working_directory(),
                start_new_session=True,  # browsers end the host's process group, and Ctrl-C reaches it
                close_fds=True,
            )
        except OSError as error:
            self._process = None
            self._failure = f"it could not be started ({error.strerror})"

    def running(self) -> bool:
        """Tell whether the companion that we started still runs (and reap it if not)."""
        if self._process is None:
            return False
        code = self._process.poll()
        if code is None:
            return True
        self._process = None
        how = f"with exit code {code}" if code >= 0 else f"by signal {-code}"
        self._failure = f"it ended {how}"
        return False

    def leave(self) -> None:
        """Let it run on after us, as it is meant to; `subprocess` would complain of it at our end."""
        if self.running() and self._process is not None:
            self._process.returncode = 0  # nothing else tells Popen that nobody will wait for it

    def awaited(self, now: float) -> bool:
        """Tell whether our companion runs, has not arrived yet, and is still within its START_SECONDS."""
        return self._expected_until is not None and now < self._expected_until and self.running()

    def arrived(self) -> None:
        """Note that a connection stands: the start, whosever it was, is over."""
        self._expected_until = None
        self._failure = None

    def failure(self, now: float) -> str | None:
        """Say, as the end of a sentence, why the last start brought no companion; None if unknown."""
        if self._expected_until is not None and now >= self._expected_until and self.running():
            return f"it did not open its socket within {START_SECONDS:.0f} s"
        return self._failure


def _working_directory() -> Path:
    """The repository's root when run from a checkout, so that ``-m companion`` is found there; else ``/``.

    Never the browser's own directory, which may be one that can be unmounted or removed.
    """
    root = Path(__file__).parent.parent
    return root if (root / "pyproject.toml").is_file() else Path(os.sep)
