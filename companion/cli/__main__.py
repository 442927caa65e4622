"""``python -m companion.cli``: the same as the command ``applyonce``."""

import sys

from companion.cli import main

sys.exit(main())
