"""The whole product for a run: companion with an applicant, native host, and Chromium with the extension."""

from __future__ import annotations

import asyncio
import base64
import json
import shutil
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from playwright.async_api import Error

from tests.e2e.harness.chromium import EXTENSION_ID, Chromium, start_chromium
from tests.e2e.harness.companion_process import CompanionProcess, companion_environment, data_directory
from tests.e2e.harness.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from playwright.async_api import Page

ROOT = Path(__file__).resolve().parents[3]
READ_BACK = Path(__file__).with_name("read_back.js")
RESUME_NAME = "resume.pdf"
FILL_SECONDS = 45.0
EVERYWHERE = ["https://*/*"]

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8").rstrip()


@dataclass(frozen=True)
class Product:
    """What a run drives. `api` is the companion's HTTP API, `browser` the user's."""

    api: CompanionProcess
    browser: Chromium
    pressing: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Our button takes no click in a tab that is not shown: one page at a time is in front and pressed."""

    async def open(self, url: str) -> Page:
        """Open a page and note what stands in its controls before anything is filled."""
        page = await self.browser.open(url)
        await page.evaluate(READ_BACK.read_text(encoding="utf-8"))
        await page.evaluate("() => { bench.remember(); }")
        return page

    async def in_extension(self, page: Page, expression: str) -> Any:
        """Evaluate in the extension's world of the page's main frame; a promise is waited for."""
        session = await self.browser.context.new_cdp_session(page)
        worlds: list[int] = []
        main = (await session.send("Page.getFrameTree"))["frameTree"]["frame"]["id"]

        def note(event: dict[str, Any]) -> None:
            context = event["context"]
            ours = context["origin"].startswith(f"chrome-extension://{EXTENSION_ID}")
            if ours and context.get("auxData", {}).get("frameId") == main:
                worlds.append(context["id"])

        session.on("Runtime.executionContextCreated", note)
        try:
            await session.send("Runtime.enable")
            await until(lambda: worlds, "the content scripts' world")
            question = {"expression": expression, "contextId": worlds[-1], "awaitPromise": True}
            answer = await session.send("Runtime.evaluate", {**question, "returnByValue": True})
            if "exceptionDetails" in answer:
                raise AssertionError(str(answer["exceptionDetails"]))
            return answer["result"].get("value")
        finally:
            await session.detach()

    async def job(self, job_id: str) -> dict[str, Any]:
        """Return the application to a job; empty where there is none."""
        reply = await self.api.request("GET", f"/api/v1/jobs/{job_id}")
        return dict(reply.body["application"] or {}) if reply.status == 200 else {}

    async def until_done(self, job_id: str) -> None:
        """Wait until the form is filled."""

        async def done() -> bool:
            progress = (await self.job(job_id)).get("progress") or {}
            return bool(progress.get("step") == "done")

        await until(done, "the form to be filled", seconds=FILL_SECONDS)

    async def give_back(self, job_id: str) -> None:
        """Give the application back, so that the next page meets no application like its own."""
        application = await self.job(job_id)
        if application.get("status_name") == "in_progress":
            body = {"fence": application["fence"]}
            await self.api.post(f"/api/v1/applications/{application['id']}/release", body)

    async def preview(self, url: str, fields: list[dict[str, Any]], **job: str) -> dict[str, Any]:
        """Ask what would be filled into these fields, without an application."""
        body = {"url": url, "fields": fields, **job}
        return cast("dict[str, Any]", await self.api.post("/api/v1/plan/preview", body))

    async def press_apply(self, page: Page, job_id: str) -> None:
        """Click our button with the mouse until the job is this tab's (a like job is asked about once)."""
        button = self.browser.button(page)
        async with self.pressing:
            await page.bring_to_front()
            for _ in range(2):
                await button.click()
                try:
                    await until(lambda: self._is_begun(job_id), "the application to begin", seconds=4)
                except AssertionError:
                    continue
                return
        raise AssertionError(f"pressing Apply began nothing: {await button.text('.frame')}")

    async def _is_begun(self, job_id: str) -> bool:
        return (await self.job(job_id)).get("status_name") == "in_progress"


@asynccontextmanager
async def start_product(
    folder: Path,
    port: int,
    profile: dict[str, Any],
    answers: list[dict[str, str]],
    resume: bytes,
    *,
    everywhere: bool = False,
) -> AsyncIterator[Product]:
    """Run the product on pages that are served on this port, for this applicant.

    `everywhere` gives the extension all sites, as a user may: the manifest's own are the boards'.
    """
    async with data_directory() as home:
        companion = CompanionProcess(home, folder / "companion.log", companion_environment(home))
        await companion.start()
        try:
            await introduce(companion, profile, answers, resume)
            extension = widened(folder / "extension") if everywhere else ROOT
            async with start_chromium(
                folder / "chromium",
                board_port=port,
                home=home,
                extension=extension,
                log=folder / "console.log",
            ) as browser:
                yield Product(companion, browser)
        finally:
            companion.end()


async def introduce(
    companion: CompanionProcess, profile: dict[str, Any], answers: list[dict[str, str]], resume: bytes
) -> None:
    """Give the companion the applicant: profile, answers, résumé."""
    reply = await companion.request("PUT", "/api/v1/profile", profile)
    assert reply.status == 200, reply
    for answer in answers:
        await companion.post("/api/v1/answers", answer)
    upload = {"name": RESUME_NAME, "kind": "resume", "size": len(resume)}
    begun = await companion.post("/api/v1/documents", upload)
    chunk = {"offset": 0, "data": base64.b64encode(resume).decode()}
    reply = await companion.request("PUT", f"/api/v1/documents/{begun['document_id']}/content", chunk)
    assert reply.status == 200, reply
    reply = await companion.request("PUT", "/api/v1/settings", {"preview": "never"})
    assert reply.status == 200, reply


def widened(folder: Path) -> Path:
    """Copy the extension and have it begin on every site: what a user's permission for a site does."""
    folder.mkdir(parents=True)
    shutil.copytree(ROOT / "extension", folder / "extension")
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    manifest["host_permissions"] = EVERYWHERE
    for entry in manifest["content_scripts"]:
        entry["matches"] = EVERYWHERE
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


async def picture(page: Page, path: Path) -> None:
    """Take a picture of the whole page; one that is too large for it leaves none."""
    try:
        await page.screenshot(path=path, full_page=True, type="jpeg", quality=45, timeout=15_000)
    except Error:
        return
