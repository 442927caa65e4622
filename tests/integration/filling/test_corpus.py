"""Real application pages against the boards' own form definitions: each field's kind, label and options."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any

import pytest

from tests.integration.filling.filler import Filler

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import BrowserContext, Page, Route

pytestmark = [pytest.mark.browser, pytest.mark.timeout(240), pytest.mark.asyncio(loop_scope="session")]

KINDS = {
    # Ashby
    "String": {"text"},
    "Email": {"email"},
    "LongText": {"textarea"},
    "Phone": {"tel"},
    "File": {"file"},
    "Location": {"combobox"},
    "Boolean": {"yes_no"},
    "ValueSelect": {"radio", "combobox"},
    "MultiValueSelect": {"checkbox_group", "checkbox"},
    "Number": {"number"},
    "Date": {"date"},
    "Url": {"url"},
    # Greenhouse: an e-mail address is a text field there, a place a combobox
    "input_text": {"text", "tel", "combobox"},
    "multi_value_single_select": {"combobox"},
    "multi_value_multi_select": {"checkbox_group", "combobox"},
    "textarea": {"textarea"},
    "input_file": {"file"},
    # Lever
    "text": {"text", "email"},
    "url": {"text"},
    "multiple-choice": {"radio"},
    "multiple-select": {"checkbox_group"},
    "dropdown": {"select"},
    "file": {"file"},
}
THRESHOLD = 0.99
SENSITIVE = re.compile(r"password|passwd|g-recaptcha|h-captcha|beecatcher|honeypot", re.IGNORECASE)


def words(text: str | None) -> str:
    return " ".join(re.findall(r"\w+", (text or "").lower()))


def answers_to(truth: dict[str, Any], field: dict[str, Any]) -> bool:
    """Does this described field stand for that one of the definition? By the board's own names."""
    name = truth["name"].removesuffix("[]")
    names = {field["name"].removesuffix("[]"), field["dom_id"].removesuffix("[]")}
    if name in names or name.replace("_", "-") in names:
        return True
    return any(one.endswith(f"_{name}") for one in names if re.match(r"[0-9a-f]{8}-", one))


def is_drawn(truth: dict[str, Any], board: str) -> bool:
    """Is the field on the captured page? Greenhouse draws text boxes for documents only when asked."""
    is_pasted = board == "greenhouse" and truth["name"] in ("resume_text", "cover_letter_text")
    return truth["dom_match"] == "exact" and not is_pasted


def has_own_label(truth: dict[str, Any]) -> bool:
    """Lever's links and Greenhouse's place are called otherwise on the page than in the definition."""
    return bool(truth["label"]) and not truth["name"].startswith(("urls[", "candidate_location"))


def faults(truth: dict[str, Any], fields: list[dict[str, Any]]) -> list[str]:
    """What is wrong with how this field was described; empty where it is right."""
    named = [one for one in fields if answers_to(truth, one)]
    if not named:
        return ["not found"]
    fitting = [one for one in named if one["kind"] in KINDS[truth["type"]]]
    if not fitting:
        return [f"kind {named[0]['kind']}"]
    field = fitting[0]
    wrong = []
    if has_own_label(truth) and words(truth["label"]) != words(field["label"]):
        wrong.append(f"label {field['label'][:80]!r}")
    if truth["required"] is not None and bool(truth["required"]) != field["required"]:
        wrong.append(f"required {field['required']}")
    if truth["options"] and field["kind"] in ("radio", "select", "checkbox_group"):
        expected = [words(option) for option in truth["options"]]
        if expected != [words(option) for option in field["options"]]:
            wrong.append(f"options {field['options'][:5]}")
    return wrong


async def serve(page: Page, url: str, html: bytes) -> None:
    """Show a captured page under its real address; nothing else is loaded from anywhere."""

    async def answer(route: Route) -> None:
        request = route.request
        if request.is_navigation_request() and request.frame == page.main_frame:
            await route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            await route.abort()

    await page.unroute_all()
    await page.route("**/*", answer)
    await page.goto(url, wait_until="domcontentloaded")


async def test_describes_real_forms(corpus: Path, browser_context: BrowserContext) -> None:
    page = await browser_context.new_page()
    filler = Filler(page)
    misses: list[str] = []
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    sensitive: list[str] = []
    slow: list[float] = []
    for path in sorted((corpus / "forms").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        await serve(page, truth["page_url"], gzip.decompress(path.with_suffix(".html.gz").read_bytes()))
        await filler.inject()
        fields = await filler.describe()
        sensitive += [f"{path.stem}: {one['name']}" for one in fields if SENSITIVE.search(one["name"])]
        slow.append(
            await page.evaluate(
                "() => { const start = performance.now(); applyonce.describe.form(document);"
                " return performance.now() - start; }"
            )
        )
        for one in truth["fields"]:
            if not is_drawn(one, truth["ats"]):
                continue
            count = counts[f"{truth['ats']} {one['type']}"]
            count[1] += 1
            wrong = faults(one, fields)
            count[0] += not wrong
            misses += [f"{path.stem} {one['type']} {one['name']} {one['label']!r}: {w}" for w in wrong]
    right, whole = (sum(count[index] for count in counts.values()) for index in (0, 1))
    report = "\n".join([*misses, *(f"{key}: {a} of {b}" for key, (a, b) in sorted(counts.items()))])
    assert sensitive == []
    assert right / whole >= THRESHOLD, f"{right} of {whole} fields described rightly\n{report}"
    assert sorted(slow)[len(slow) // 2] < 60.0, "describing a form takes the median page less than 60 ms"


async def test_gives_no_value_to_passwords_and_log_ins(corpus: Path, browser_context: BrowserContext) -> None:
    page = await browser_context.new_page()
    filler = Filler(page)
    offered: list[str] = []
    written: list[str] = []
    fields_seen = 0
    for path in sorted((corpus / "identity_forms").glob("*.html.gz")):
        html = re.sub(rb' data-manual-scoring="([^"]*)"', b"", gzip.decompress(path.read_bytes()))
        await serve(page, f"https://forms.example.com/{path.name}", html)
        await filler.inject()
        fields = await filler.describe()
        fields_seen += len(fields)
        offered += [f"{path.stem}: {one['name']}" for one in fields if "password" in one["kind"]]
        # Whatever a plan might say: each described field is asked for.
        await page.evaluate(
            """async () => {
              const values = window.description.fields.filter(({kind}) => kind === "text" || kind === "email")
                .map(({id}) => ({id, value: "nora"}));
              const help = {getDocument: () => Promise.reject(new Error("none"))};
              await applyonce.fill.form(window.description, values, help);
            }"""
        )
        written += [
            f"{path.stem}: {name}"
            for name in await page.evaluate(
                """() => [...document.querySelectorAll("input[type=password]")]
                  .filter((el) => el.value === "nora").map((el) => el.name || el.id)"""
            )
        ]
    assert offered == []
    assert written == []
    assert fields_seen > 300, "the forms were seen"
