"""Build the extension's packages, dist/applyonce-*.zip, and dist/stage, from an allowlist.

A store refuses stray files, and Chromium refuses names that start with `_`: only what is listed goes in.
The archives are the same, byte for byte, whenever the sources are.
"""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".css", ".html", ".js", ".json", ".png", ".svg"}
TOP_FILES = ("manifest.json", "LICENSE")
FIXED_DATE = (2026, 1, 1, 0, 0, 0)
# Keys that only one family of browsers knows; the other's store warns of them.
ONLY_CHROMIUM = ("key", "minimum_chrome_version")
ONLY_FIREFOX = ("browser_specific_settings",)


def main() -> int:
    """Build both packages and the staged folder that web-ext checks; return the exit status."""
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    for family, left_out in (("chromium", ONLY_FIREFOX), ("firefox", ONLY_CHROMIUM)):
        target = dist / f"applyonce-{family}-{manifest['version']}.zip"
        write_package(ROOT, target, {key: value for key, value in manifest.items() if key not in left_out})
        print(target.relative_to(ROOT))
    stage(ROOT, dist / "stage", {key: value for key, value in manifest.items() if key not in ONLY_CHROMIUM})
    return 0


def packaged_files(root: Path) -> list[Path]:
    """Return the files that belong in a package, relative to the root, in order.

    Raises:
        ValueError: a file under extension/ has a name that a browser refuses.
    """
    files = [Path(name) for name in TOP_FILES]
    for path in sorted((root / "extension").rglob("*")):
        if path.is_dir() or path.name.endswith(".d.ts") or path.suffix not in SUFFIXES:
            continue
        relative = path.relative_to(root)
        if any(part.startswith(("_", ".")) for part in relative.parts):
            raise ValueError(f"{relative}: browsers refuse names that start with _ or a dot")
        files.append(relative)
    return files


def write_package(root: Path, target: Path, manifest: dict[str, Any]) -> None:
    """Write one zip file with this manifest, the same bytes for the same sources."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as package:
        for relative in packaged_files(root):
            entry = zipfile.ZipInfo(relative.as_posix(), FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            package.writestr(entry, _content(root, relative, manifest))


def stage(root: Path, folder: Path, manifest: dict[str, Any]) -> None:
    """Lay the same files out in a folder, made anew."""
    if folder.exists():
        shutil.rmtree(folder)
    for relative in packaged_files(root):
        target = folder / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(_content(root, relative, manifest))


def _content(root: Path, relative: Path, manifest: dict[str, Any]) -> bytes:
    if relative.name == "manifest.json" and relative.parent == Path():
        return json.dumps(manifest, indent=2, ensure_ascii=False).encode() + b"\n"
    return (root / relative).read_bytes()


if __name__ == "__main__":
    sys.exit(main())
