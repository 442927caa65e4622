"""The committed bundles are those of the committed sources: `npm run build:demo` makes them anew."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

import companion.demo

DEMO = Path(companion.demo.__file__).parent
LARGEST_BYTES = {
    "greenhouse.bundle.js": 400_000,
    "ashby.bundle.js": 400_000,
    "vue.bundle.js": 250_000,
    "vue.form.html": 10_000,
    "angular.bundle.js": 1_200_000,
}


def _hash_of_sources() -> str:
    digest = hashlib.sha256()
    sources = [path for path in (DEMO / "src").iterdir() if path.suffix in {".js", ".jsx", ".ts"}]
    for source in sorted(sources):
        digest.update(f"{source.name}\0".encode() + source.read_bytes() + b"\0")
    return digest.hexdigest()


@pytest.mark.parametrize("name", LARGEST_BYTES)
def test_bundle_is_made_from_the_sources(name: str) -> None:
    bundle = (DEMO / "static" / name).read_text(encoding="utf-8")
    header = re.match(r"(?:/\*|<!--) sources: ([0-9a-f]{64}) (?:\*/|-->)\n", bundle)
    assert header, f"{name} has no hash of its sources"
    assert header[1] == _hash_of_sources(), (
        f"{name} is older than companion/demo/src: run `npm run build:demo`"
    )
    assert len(bundle.encode()) < LARGEST_BYTES[name]
