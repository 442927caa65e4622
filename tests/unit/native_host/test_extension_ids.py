"""The id that the host trusts is the one that the manifest's key gives."""

import json
from pathlib import Path

import pytest

from native_host.extension_ids import CHROMIUM_IDS, FIREFOX_ID, chromium_id, chromium_origins

MANIFEST = Path(__file__).parents[3] / "manifest.json"


def test_the_manifest_gives_the_ids_that_the_host_serves() -> None:
    manifest = json.loads(MANIFEST.read_text())
    assert chromium_id(manifest["key"]) == CHROMIUM_IDS[0]
    assert manifest["browser_specific_settings"]["gecko"]["id"] == FIREFOX_ID


def test_the_id_is_made_as_chromium_makes_it() -> None:
    # SHA-256 of nothing is e3b0c442 98fc1c14 9afbf4c8 996fb924…
    assert chromium_id("") == "odlameecjipmbmbejkplpemijjgpljce"


def test_a_key_that_is_no_base64_is_refused() -> None:
    with pytest.raises(ValueError, match="base64"):
        chromium_id("not base64!")


def test_origins_have_the_browsers_form() -> None:
    assert chromium_origins() == tuple(f"chrome-extension://{i}/" for i in CHROMIUM_IDS)
