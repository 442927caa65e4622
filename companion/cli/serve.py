"""``applyonce serve``: run the companion in the foreground."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from companion.service.access import UnsafeFileError
from companion.service.lifecycle import serve
from companion.service.lock import AlreadyRunningError
from companion.settings import InvalidSettingError
from companion.store.errors import StoreError
from native_host.paths import UnsafeDirectory, data_dir

if TYPE_CHECKING:
    import argparse

EXIT_FAILED = 1
EXIT_ALREADY_RUNNING = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what `serve` takes."""
    parser.add_argument(
        "--port",
        type=_port,
        metavar="N",
        help="also listen on 127.0.0.1, port N (0 takes a free one); needs the token in the data directory",
    )
    parser.add_argument(
        "--started-by-host",
        action="store_true",
        help="end when no browser has been connected for a while",
    )


def run(arguments: argparse.Namespace) -> int:
    """Serve until told to end, and return the exit code: 0 after SIGTERM, SIGINT or idleness."""
    try:
        serve(data_dir(), port=arguments.port, started_by_host=arguments.started_by_host)
    except AlreadyRunningError as error:
        return _fail(error, EXIT_ALREADY_RUNNING)
    except (InvalidSettingError, UnsafeFileError, UnsafeDirectory, StoreError, OSError) as error:
        return _fail(error, EXIT_FAILED)
    return 0


def _fail(error: Exception, code: int) -> int:
    sys.stderr.write(f"applyonce: {error}\n")
    return code


def _port(text: str) -> int:
    port = int(text)
    if not 0 <= port <= 65_535:
        raise ValueError
    return port
