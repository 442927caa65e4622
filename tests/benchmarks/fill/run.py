"""Drives the product over the pages, one after the other, and gathers what a judge needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.async_api import Error

from tests.benchmarks.fill.applicant import Applicant, for_identity_kind
from tests.benchmarks.fill.corpus import Form, Page, scores
from tests.benchmarks.fill.judge import Judged, judge
from tests.benchmarks.fill.product import WATCH, Product, picture
from tests.integration.filling.test_corpus import answers_to, faults, is_drawn

if TYPE_CHECKING:
    from pathlib import Path

COLOURS = {
    "right": "#2a9d50",
    "wrong": "#d62828",
    "static wrong": "#d62828",
    "left": "#e09f3e",
    "eye": "#3a6fd8",
}
SECRET = ("password", "hidden")
DESCRIBE = """(() => {
  const began = performance.now();
  const description = applyonce.describe.form(CONTAINER);
  const ms = performance.now() - began;
  const numbers = description.fields.map(({id}) => {
    const {el, choices, group} = description.handles.get(id).control;
    const inside = group ? group.querySelectorAll("[data-bench]") : [];
    const all = [el, ...choices.map((choice) => choice.el), ...inside];
    return [...new Set(all.map((one) => one.dataset?.bench).filter(Boolean))].map(Number);
  });
  return {fields: description.fields, ms, numbers};
})()"""


@dataclass
class FormRun:
    """What one application page came to. `trouble` says why it was not filled, else it is empty."""

    form: Form
    trouble: str = ""
    fields: list[Judged] = field(default_factory=list)
    strangers: list[dict[str, Any]] = field(default_factory=list)
    described: list[str] = field(default_factory=list)
    described_count: int = 0
    plan_ms: float = 0.0
    fill_ms: float = 0.0
    times: list[tuple[str, float]] = field(default_factory=list)
    picture: str = ""

    @property
    def secrets(self) -> list[dict[str, Any]]:
        """Filled controls that no person sees, and passwords: there must be none."""
        return [each for each in self.strangers if each["type"] in SECRET or not each["shown"]]


@dataclass
class IdentityRun:
    """What one identity form came to: per scored control its kind, the plan's value, the page's value."""

    page: Page
    trouble: str = ""
    controls: list[dict[str, Any]] = field(default_factory=list)


async def run_form(product: Product, form: Form, applicant: Applicant, pictures: Path | None) -> FormRun:
    """Open, press, wait, read back, judge. A page that could not be filled says so in its `trouble`."""
    run = FormRun(form)
    page = await product.open(form.url)
    job_id = ""
    try:
        await product.browser.button(page).wait_for_status("pending")
        job_id = await product.in_extension(page, f"({WATCH}, applyonce.standing.now.job.id)")
        names = [each["name"] for each in form.fields]
        before = await page.evaluate("(names) => bench.read(names)", names)
        await product.press_apply(page, job_id)
        await product.until_done(job_id)
        watched = await product.in_extension(page, "benchSeen")
        after = await page.evaluate("(names) => bench.read(names)", names)
        run.strangers = await page.evaluate("() => bench.strangers()")
        await _judge(product, run, watched, list(zip(before, after, strict=True)), applicant)
        if pictures is not None:
            await _keep_picture(run, page, pictures)
    except (AssertionError, Error, TimeoutError) as error:
        run.trouble = (str(error) or "no answer in time")[:500]
    finally:
        if job_id:
            await product.give_back(job_id)  # a page that is tried again finds it free
        await page.close()
    return run


async def _judge(
    product: Product,
    run: FormRun,
    watched: dict[str, Any],
    seen: list[tuple[dict[str, Any], dict[str, Any]]],
    applicant: Applicant,
) -> None:
    form, plan, fill = run.form, watched["plan"], watched["fill"]
    fields = plan["fields"]
    run.plan_ms, run.fill_ms = plan["ms"], fill["ms"]
    run.times = [(kind, ms) for kind, ms in fill["times"]]
    reasons = {each["id"]: each["why"] for each in plan["unanswered"]}
    reasons |= {each["id"]: f"{each['outcome']}: {each.get('why', '')}" for each in fill["outcomes"]}
    values = {each["id"]: each["value"] for each in await _with_options(product, form, fields)}
    for truth, (before, after) in zip(form.fields, seen, strict=True):
        matching = [each for each in fields if answers_to(truth, each)]
        planned = next((words for each in matching if (words := _words(values.get(each["id"])))), "")
        why = "; ".join(reasons.get(each["id"], "") for each in matching) if matching else "not described"
        touched = {**after, "value": "" if before["value"] == after["value"] else after["value"]}
        run.fields.append(judge(form, truth, touched, (planned, why), applicant))
        if is_drawn(truth, form.board):
            run.described_count += 1
            run.described += [
                f"{form.name} {truth['name']} {truth['label']!r}: {one}" for one in faults(truth, fields)
            ]


async def _with_options(product: Product, form: Form, fields: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Plan once more, with the definition's options in lists that did not open: what a live page gives."""
    given = []
    for each in fields:
        truth = next((one for one in form.fields if answers_to(one, each)), None)
        closed = each["kind"] == "combobox" and not each["options"]
        options = list(truth["options"] or []) if truth and closed else each["options"]
        given.append({**each, "options": options})
    place = form.truth["job"].get("location")
    job = {
        "title": form.truth["job"].get("title") or "",
        "company": form.truth["job"].get("company") or form.truth["org"],
    }
    if isinstance(place, str):
        job["location"] = place
    plan = await product.preview(form.url, given, **job)
    return list(plan["values"])


def _words(value: object) -> str:
    if isinstance(value, dict):
        return str(value["name"])
    return " | ".join(map(str, value)) if isinstance(value, list) else str(value or "")


async def _keep_picture(run: FormRun, page: Any, pictures: Path) -> None:
    marks = [(each.name, COLOURS[each.verdict]) for each in run.fields if each.verdict in COLOURS]
    await page.evaluate("(marks) => bench.mark(marks)", marks)
    path = pictures / f"{run.form.name}.jpg"
    await picture(page, path)
    run.picture = path.name if path.exists() else ""


async def run_identity(product: Product, page: Page, applicant: Applicant) -> IdentityRun:
    """Have the user ask for this page, and see which values come to stand where."""
    run = IdentityRun(page)
    kinds = scores(page)
    shown = await product.open(page.url)
    try:
        described = await product.in_extension(shown, DESCRIBE.replace("CONTAINER", "document"))
        plan = await product.preview(page.url, described["fields"])
        values = {each["id"]: (_words(each["value"]), "") for each in plan["values"]}
        reasons = {each["id"]: ("", each["why"]) for each in plan["unanswered"]}
        planned = {
            number: (reasons | values)[each["id"]]
            for each, numbers in zip(described["fields"], described["numbers"], strict=True)
            for number in numbers
        }
        before = {each["number"]: each["value"] for each in await shown.evaluate("() => bench.scored()")}
        run.trouble = await _apply_here(product, shown)
        now = {each["number"]: each for each in await shown.evaluate("() => bench.scored()")}
        for number, kind in enumerate(kinds):
            control = dict(now.get(number, {}))
            if control.get("value") == before.get(number):
                control["value"] = ""
            expected = for_identity_kind(kind, applicant)
            run.controls.append(
                {
                    "kind": kind,
                    "expected": expected.words if expected else "",
                    "described": number in planned,
                    "planned": _score(expected, planned.get(number, ("", ""))[0]),
                    "filled": _score(expected, control.get("value", "")),
                    "plan": planned.get(number, ("", ""))[0],
                    "why": planned.get(number, ("", "not on the page to be seen"))[1],
                    **{key: control.get(key, "") for key in ("name", "label", "value", "type", "shown")},
                }
            )
    except (AssertionError, Error) as error:
        run.trouble = str(error)[:300]
    finally:
        await shown.close()
    return run


def _score(expected: Any, value: str) -> str:
    if expected is None:
        return "unscored"
    if value == "":
        return "empty" if expected.empty or expected.fits("") else "left"
    return "wrong" if expected.empty or not expected.fits(value) else "right"


async def _apply_here(product: Product, page: Any) -> str:
    """Do what the user's request does, and wait until it is filled. Returns why nothing was, else nothing."""
    seen = await product.in_extension(
        page,
        "applyonce.standing.refresh({forced: true}).then(() => ({job: applyonce.standing.now.job?.id ?? '',"
        " form: Boolean(applyonce.standing.now.seen?.form)}))",
    )
    if not seen["job"] or not seen["form"]:
        return "no form of more than one control"
    await product.press_apply(page, seen["job"])
    await product.until_done(seen["job"])
    await product.give_back(seen["job"])
    return ""


async def has_button(product: Product, page: Page) -> bool:
    """Open a page that is no job, have it looked at to the end, and say whether a button is on it."""
    shown = await product.open(page.url)
    try:
        await shown.wait_for_load_state("load")
        await product.in_extension(shown, "applyonce.standing.refresh({again: true})")
        return await product.browser.button(shown).status() is not None
    finally:
        await shown.close()
