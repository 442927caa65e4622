"""Has the whole product describe and fill a made-up page, and says what is not right."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from tests.benchmarks.fill.product import WATCH

if TYPE_CHECKING:
    from playwright.async_api import Page

    from tests.benchmarks.fill.product import Product
    from tests.e2e.other_boards.sheet import Sheet, Wanted

READ = Path(__file__).with_name("read.js").read_text(encoding="utf-8")
DESCRIBE = """(async () => {
  const container = applyonce.standing.now.seen?.form ?? document;
  const description = await applyonce.describe.form(container, {openOptions: true});
  return description.fields.map((field) => {
    const {el} = description.handles.get(field.id).control;
    return {...field, n: Number(applyonce.tree.closest(el, "[data-n]")?.dataset.n ?? -1)};
  });
})()"""
ASK = """applyonce.standing.refresh({forced: true}).then(() => ({
  job: applyonce.standing.now.job?.id ?? "", form: Boolean(applyonce.standing.now.seen?.form)}))"""
STANDING = "({job: applyonce.standing.now.job?.id ?? '', form: Boolean(applyonce.standing.now.seen?.form)})"
LOOK_AGAIN = "applyonce.standing.refresh({again: true})"


@dataclass
class Judged:
    """What one page came to. `described` and `filled` are the faults of each, with the counts that were judged."""

    name: str
    trouble: str = ""
    described: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)
    described_count: int = 0
    filled_count: int = 0

    @property
    def faults(self) -> list[str]:
        """Everything that is not right; empty for a page that is."""
        return [*([self.trouble] if self.trouble else []), *self.described, *self.filled]


async def judge(product: Product, sheet: Sheet) -> Judged:
    """Open the page, look for the button, describe, apply, read back."""
    judged = Judged(sheet.name)
    page = await product.browser.open(sheet.url)
    job = ""
    try:
        await page.wait_for_load_state("load")
        if sheet.button == "none":
            await product.in_extension(page, LOOK_AGAIN)
            if await product.browser.button(page).status() is not None:
                judged.trouble = "a button on a page that is no job"
            return judged
        before = await page.evaluate(READ)
        job = await _begin(product, page, sheet)
        fields = await product.in_extension(page, DESCRIBE)
        _described(judged, sheet, fields)
        await product.in_extension(page, f"({WATCH}, 0)")
        await product.press_apply(page, job)
        await product.until_done(job)
        why = _reasons(fields, await product.in_extension(page, "benchSeen"))
        _filled(judged, sheet, before, await page.evaluate(READ), why)
    except (AssertionError, Error, TimeoutError) as error:
        judged.trouble = (str(error) or type(error).__name__)[:300]
    finally:
        if job:
            await product.give_back(job)
        await page.close()
    return judged


async def _begin(product: Product, page: Page, sheet: Sheet) -> str:
    """See that the page is known for a job, by itself or when asked for; returns the job's id."""
    if sheet.button == "shown":
        await product.browser.button(page).wait_for_status("pending")
        seen = await product.in_extension(page, STANDING)
    else:
        seen = await product.in_extension(page, ASK)
    assert seen["form"], "the form is not found"
    return str(seen["job"])


def _described(judged: Judged, sheet: Sheet, fields: list[dict[str, Any]]) -> None:
    met: dict[int, dict[str, Any]] = {}
    for one in fields:
        if one["n"] in met or one["n"] < 0:
            judged.described.append(f"described once too often: {one['kind']} {one['label']!r}")
        met.setdefault(one["n"], one)
    for number, wanted in enumerate(sheet.wanted):
        judged.described_count += 1
        found = met.get(number)
        wrong = _faults(wanted, found)
        if wrong:
            judged.described.append(f"{'/'.join(sorted(wanted.kinds))} {wanted.label!r}: {'; '.join(wrong)}")


def _faults(wanted: Wanted, found: dict[str, Any] | None) -> list[str]:
    if not wanted.is_ours or found is None:
        if wanted.is_ours == (found is not None):
            return []
        return [f"described as {found['kind']} {found['label']!r}" if found else "not described"]
    wrong = []
    if found["kind"] not in wanted.kinds:
        wrong.append(f"kind {found['kind']}")
    if _words(found["label"]) != _words(wanted.label):
        wrong.append(f"label {found['label']!r}")
    if found["required"] != wanted.required:
        wrong.append(f"required {found['required']}")
    if wanted.options is not None and [*map(_words, found["options"])] != [*map(_words, wanted.options)]:
        wrong.append(f"options {found['options']}")
    return wrong


def _reasons(fields: list[dict[str, Any]], seen: dict[str, Any]) -> dict[int, str]:
    """Say, by number, what the plan and the filling had to say of each field (of the first round)."""
    plan, fill = seen["plan"] or {}, seen["fill"] or {}
    told = {each["id"]: each["why"] for each in plan.get("unanswered", [])}
    told |= {each["id"]: f"planned {each['value']!r}" for each in plan.get("values", [])}
    for each in fill.get("outcomes", []):
        told[each["id"]] = f"{told.get(each['id'], '')}, {each['outcome']}: {each.get('why', '')}"
    return {each["n"]: told.get(each["id"], "") for each in fields}


def _filled(
    judged: Judged, sheet: Sheet, before: dict[str, str], after: dict[str, str], why: dict[int, str]
) -> None:
    for number, wanted in enumerate(sheet.wanted):
        if wanted.value is None:
            continue
        judged.filled_count += 1
        seen = after.get(str(number), "(gone)")
        stays = wanted.value == "" and seen == before.get(str(number))
        if not stays and not wanted.fits(seen):
            what = f"{'/'.join(sorted(wanted.kinds))} {wanted.label!r}"
            judged.filled.append(
                f"{what} has {seen!r}, wanted {wanted.value!r} ({why.get(number, 'not described')})"
            )


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
