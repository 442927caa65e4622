"""JobPosting as pages carry it: every shape seen in the wild, and every damage."""

import html
import json
import time
from typing import Any

import pytest

from companion.identity import identify, parse_job_postings
from companion.identity.json_ld import MAX_POSTINGS

PAGE = "https://acme.com/jobs/senior-engineer"
POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "R&amp;D <b>Engineer</b>",
    "hiringOrganization": {"@type": "Organization", "name": "Acme &amp; Sons"},
    "jobLocation": {
        "@type": "Place",
        "address": {
            "addressLocality": "London",
            "addressRegion": "England",
            "addressCountry": {"name": "UK"},
        },
    },
    "identifier": {"@type": "PropertyValue", "name": "Acme", "value": 42},
    "url": "https://acme.com/jobs/42",
    "description": "&lt;p&gt;Build &amp;amp; run&lt;/p&gt;<script>alert(1)</script>",
}


def test_all_facts_are_read_as_plain_text() -> None:
    (posting,) = parse_job_postings([json.dumps(POSTING)])
    assert posting.title == "R&D Engineer"
    assert posting.company == "Acme & Sons"
    assert posting.location == "London, England, UK"
    assert posting.country == "UK"
    assert posting.identifier == "42"
    assert posting.url == "https://acme.com/jobs/42"
    assert posting.description == "Build & run"


TEXT = json.dumps(POSTING)
SHAPES: dict[str, object] = {
    "object": TEXT,
    "array": f"[{TEXT}]",
    "graph": json.dumps({"@graph": [{"@type": "WebSite"}, POSTING]}),
    "type list": json.dumps(POSTING | {"@type": ["Thing", "JobPosting"]}),
    "type address": json.dumps(POSTING | {"@type": "http://schema.org/JobPosting"}),
    "nested": json.dumps(
        {"@type": "WebPage", "mainEntity": {"@type": "ItemList", "itemListElement": [{"item": POSTING}]}}
    ),
    "twice": f"[{TEXT},{TEXT}]",
    "parsed": POSTING,
    "parsed list": [POSTING],
    "escaped": html.escape(TEXT),
    "cdata": f"//<![CDATA[\n{TEXT}\n//]]>",
    "cdata in comments": f"/*<![CDATA[*/{TEXT}/*]]>*/",
    "bare cdata": f"<![CDATA[{TEXT}]]>",
    "html comment": f"<!-- {TEXT} -->",
    "byte order mark": f"\ufeff{TEXT}",
    "semicolon": f"{TEXT};",
    "trailing comma": TEXT[:-1] + ",}",
    "raw line break": TEXT.replace("</b>", "</b>\n\r\t"),
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_every_shape_gives_the_posting_once(shape: object) -> None:
    assert [posting.title for posting in parse_job_postings([shape])] == ["R&D Engineer"]


def deep_object(levels: int) -> object:
    value: dict[str, Any] = dict(POSTING)
    for _ in range(levels):
        value = {"a": value}
    return value


def looped() -> object:
    value: dict[str, Any] = {}
    value["self"] = [value, value]
    return value


HOSTILE: dict[str, object] = {
    "empty": "",
    "no JSON": "{not json",
    "number": "17",
    "null": "null",
    "text": '"JobPosting"',
    "5 MB": '{"@type": "JobPosting", "title": "' + "x" * 5_000_000 + '"}',
    "5 MB of brackets": "[" * 5_000_000,
    "deep text": "[" * 100_000 + "]" * 100_000,
    "deep text under the limit": '{"a":' * 900 + "1" + "}" * 900,
    "deep object": deep_object(50_000),
    "looped": looped(),
    "wide": "[" + ",".join(["{}"] * 300_000) + "]",
    "huge integer": '{"@type": "JobPosting", "title": ' + "9" * 5_000 + "}",
    "lone surrogate": '{"@type": "JobPosting", "title": "\\ud800"}',
    "wrong types": '{"@type": [null, 3, {}], "title": [], "jobLocation": 3}',
    "unclosed tags": json.dumps({"@type": "JobPosting", "description": "<script" * 100_000}),
    "unclosed comments": json.dumps({"@type": "JobPosting", "description": "<!--" * 100_000}),
    "spaces": " " * 900_000 + "x",
    "commas": "{" + "," * 900_000,
    "comma and spaces": "{" + "," + " " * 900_000,
    "object of another kind": object(),
    "bytes": b"{}",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_is_ignored_and_quick(text: object) -> None:
    begun = time.perf_counter()
    postings = parse_job_postings([text])
    identify(PAGE, json_ld=[text])
    assert time.perf_counter() - begun < 3
    for posting in postings:
        repr(posting).encode()
        assert len(posting.title or "") <= 300
        assert len(posting.description or "") <= 2_000


def test_the_number_of_postings_is_bounded() -> None:
    many = [POSTING | {"title": f"Job {number}"} for number in range(5_000)]
    assert len(parse_job_postings([many])) == MAX_POSTINGS


@pytest.mark.parametrize(
    ("facts", "location"),
    [
        ({"jobLocation": [{"address": "Berlin"}, {"address": "Paris"}]}, "Berlin; Paris"),
        ({"jobLocation": {"address": [{"addressLocality": "Rome", "addressCountry": ["IT"]}]}}, "Rome, IT"),
        ({"jobLocation": {"name": "HQ"}}, "HQ"),
        ({"jobLocation": "Oslo"}, "Oslo"),
        ({"jobLocation": None, "jobLocationType": "TELECOMMUTE"}, "Remote"),
        (
            {
                "jobLocation": [],
                "jobLocationType": ["TELECOMMUTE"],
                "applicantLocationRequirements": {"name": "USA"},
            },
            "Remote, USA",
        ),
        ({"jobLocation": {"address": {"addressLocality": 7}}}, "7"),
        ({"jobLocation": {"address": {}}}, None),
    ],
)
def test_places_in_all_their_forms(facts: dict[str, object], location: str | None) -> None:
    (posting,) = parse_job_postings([POSTING | facts])
    assert posting.location == location


def test_the_page_fills_in_what_the_caller_does_not_know() -> None:
    identity = identify(PAGE, title="Given", json_ld=[TEXT])
    assert (identity.title, identity.company, identity.location) == (
        "Given",
        "Acme & Sons",
        "London, England, UK",
    )
    assert identity.key == f"url:{PAGE}"
    assert identity.alias_keys == ()


def test_of_a_list_only_the_posting_with_the_pages_address_counts() -> None:
    other = POSTING | {"title": "Other", "url": "https://acme.com/jobs/43"}
    assert identify("https://www.acme.com/en/jobs/42", json_ld=[[other, POSTING]]).title == "R&D Engineer"
    assert identify("https://acme.com/careers", json_ld=[[other, POSTING]]).title is None


@pytest.mark.parametrize(
    "facts",
    [
        {"url": "https://boards.greenhouse.io/acme/jobs/4012345?gh_src=1"},
        {"url": None, "sameAs": "https://job-boards.greenhouse.io/acme/jobs/4012345"},
        {"url": "https://acme.com/careers?gh_jid=4012345"},
        {"identifier": {"value": "https://boards.greenhouse.io/acme/jobs/4012345"}},
        {"@id": "https://boards.greenhouse.io/embed/job_app?token=4012345"},
    ],
)
def test_a_company_page_that_points_to_its_board_has_the_boards_key_as_alias(
    facts: dict[str, object],
) -> None:
    identity = identify(PAGE, json_ld=[POSTING | facts])
    assert identity.key == f"url:{PAGE}"
    assert identity.alias_keys == ("greenhouse:4012345",)


def test_a_frame_of_a_board_gives_an_alias_unless_there_are_several() -> None:
    frames = [
        f"https://boards.greenhouse.io/embed/job_app?for=acme&token={number}" for number in (4012345, 4012346)
    ]
    assert identify(PAGE, json_ld=frames[:1]).alias_keys == ("greenhouse:4012345",)
    assert identify(PAGE, json_ld=frames).alias_keys == ()
    assert (
        identify(PAGE, json_ld=["https://evil.com/boards.greenhouse.io/acme/jobs/4012345"]).alias_keys == ()
    )


def test_a_page_for_all_jobs_never_joins_them() -> None:
    keys = set()
    for number in ("4012345", "4012346"):
        shown = POSTING | {"url": f"https://boards.greenhouse.io/acme/jobs/{number}"}
        identity = identify("https://acme.com/careers", json_ld=[shown])
        assert identity.key == f"greenhouse:{number}"
        assert identify(identity.url).key == identity.key
        assert not any(alias.startswith("url:") for alias in identity.alias_keys)
        keys.add(identity.key)
    assert len(keys) == 2


def test_a_board_page_takes_no_alias_from_what_its_page_says() -> None:
    shown = POSTING | {"url": "https://boards.greenhouse.io/acme/jobs/4012345"}
    assert identify("https://www.linkedin.com/jobs/view/3912345678", json_ld=[shown]).alias_keys == ()
