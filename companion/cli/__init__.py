"""The `applyonce` command."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code: 0 done, 1 refused or failed, 2 not understood."""
    from companion.cli.failure import FAILED, INTERRUPTED, OK, CommandFailed
    from companion.cli.output import print_failure
    from companion.cli.parser import parse

    options = parse(sys.argv[1:] if arguments is None else arguments)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
    except CommandFailed as failure:
        print_failure(failure, as_json=getattr(options, "json", False))
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output (head, less) has seen enough. What is still buffered must go nowhere, or
        # Python complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return code
