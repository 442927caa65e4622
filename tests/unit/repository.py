"""What the tests of the repository itself share: its tracked files, and what its sources import."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def tracked_files() -> list[Path]:
    """Return the files that are tracked and there, relative to the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, timeout=30)
    paths = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if (ROOT / path).is_file()]


def sources(folder: str, suffix: str) -> list[Path]:
    """Return the source files below a folder, relative to the root."""
    return sorted(path.relative_to(ROOT) for path in (ROOT / folder).rglob(f"*{suffix}"))


def python_imports(path: Path) -> set[str]:
    """Return the full names that a module imports, wherever in it, for type checking included."""
    package = list(path.parts[:-1])
    names: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"), str(path))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            start = ".".join([*base, *([node.module] if node.module else [])])
            # `from companion import store` imports a module just as `import companion.store` does.
            names |= {start} | {f"{start}.{alias.name}" for alias in node.names}
    return names


def javascript_imports(path: Path) -> set[str]:
    """Return what a script imports, as written: static and dynamic imports, and re-exports."""
    text = (ROOT / path).read_text(encoding="utf-8")
    code = re.sub(r"/\*.*?\*/|(?m:^\s*//.*$)", "", text, flags=re.DOTALL)
    return set(re.findall(r"""(?<![\w."'])(?:from\s+|import\s+|import\s*\(\s*)["']([^"'\n]+)["']""", code))


def linked_files(path: Path) -> set[str]:
    """Return the scripts and styles that a page of the extension loads, as written."""
    text = (ROOT / path).read_text(encoding="utf-8")
    return set(re.findall(r"""<(?:script|link)\b[^>]*?\b(?:src|href)=["']([^"']+)["']""", text))
