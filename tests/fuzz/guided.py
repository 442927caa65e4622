"""One target by coverage: ``python -m tests.fuzz.guided TARGET SECONDS CORPUS``. Needs atheris."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["companion", "native_host"]):
    from tests.fuzz.targets import TARGETS

LARGEST_INPUT_BYTES = 4_096


def main() -> None:
    """Run until the time is over, or an input fails: it is kept beside the corpus, and the exit code is not 0."""
    name, seconds, corpus = sys.argv[1:]
    limits = [
        f"-max_total_time={seconds}",
        f"-max_len={LARGEST_INPUT_BYTES}",
        "-timeout=10",
        "-rss_limit_mb=1024",
    ]
    atheris.Setup([sys.argv[0], *limits, f"-artifact_prefix={corpus}/failed-", corpus], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
