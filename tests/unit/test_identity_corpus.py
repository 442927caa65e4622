"""The promise on real addresses: one key for one job, never one key for two."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from companion.identity import identify

CORPUS = Path(
    os.environ.get("APPLYONCE_CORPUS", Path(__file__).resolve().parents[2] / ".." / "shared" / "corpus")
)


def entries(name: str) -> list[dict[str, Any]]:
    path = CORPUS / "identity" / name
    if not path.exists():
        pytest.skip(f"the shared corpus is absent: {path}")
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_all_addresses_of_one_job_have_one_key() -> None:
    split = {}
    for group in entries("same_job_groups.jsonl"):
        keys = {identify(entry["url"]).key for entry in group["urls"]}
        if len(keys) != 1:
            split[group["id_key"]] = keys
    assert split == {}


def test_no_two_jobs_share_a_key() -> None:
    merged = []
    for group in entries("different_job_same_title.jsonl"):
        seen: dict[str, str] = {}
        for entry in group["urls"]:
            key = identify(entry["url"]).key
            if seen.setdefault(key, entry["id_key"]) != entry["id_key"]:
                merged.append((key, entry["url"]))
    assert merged == []


def test_across_all_groups_the_same_key_means_the_same_job() -> None:
    owners: dict[str, set[str]] = {}
    for name in ("same_job_groups.jsonl", "different_job_same_title.jsonl"):
        for group in entries(name):
            for entry in group["urls"]:
                identity = identify(entry["url"])
                owners.setdefault(identity.key, set()).add(entry.get("id_key") or group["id_key"])
                assert identify(identity.url).key == identity.key, entry["url"]
    assert {key: ids for key, ids in owners.items() if len(ids) > 1} == {}
