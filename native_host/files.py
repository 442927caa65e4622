"""Files that are replaced in one step."""

import os
import tempfile
from pathlib import Path


def write_private_file(path: Path, content: bytes, mode: int = 0o600) -> None:
    """Replace a file in one step: no reader ever sees half of it, and a symlink there is not followed."""
    fd, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(fd, mode)
            os.fsync(fd)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
