"""``python -m companion``: the command ``applyonce``, without an installed script."""

import sys

from companion.cli import main

if __name__ == "__main__":
    sys.exit(main())
