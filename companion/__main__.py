"""``python -m companion``: the command, without an installed script."""

from __future__ import annotations

import argparse
import sys

from companion.cli import serve


def main() -> int:
    """Parse the command line and run what it names."""
    parser = argparse.ArgumentParser(prog="python -m companion")
    commands = parser.add_subparsers(required=True)
    serving = commands.add_parser("serve", help="run the companion in the foreground")
    serve.add_arguments(serving)
    return serve.run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
