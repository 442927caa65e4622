"""An applicant who fills each board's form by hand: what they see, type, choose and press."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.demo.catalogue import Posting, posting

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.async_api import Frame, Page

    from companion.demo.context import Board

EMAIL = "nora.lind@example.org"


@dataclass(frozen=True)
class Applicant:
    page: Page
    resume: Path
    board: Board

    def accepted(self, job: str) -> int:
        return self.board.ledger.per_applicant().get((job, EMAIL), 0)

    async def open(self, job: str) -> Posting:
        wanted = posting(job)
        await self.page.goto(wanted.apply_url)
        return wanted

    async def choose_react_select(
        self, control_id: str, text: str, *, frame: Page | Frame | None = None
    ) -> None:
        """Open a react-select, type, and take the option: the typing alone would commit nothing."""
        view = frame or self.page
        control = view.locator(f"[id='{control_id}']")
        await control.focus()
        await control.press("ArrowDown")
        await control.press_sequentially(text)
        await view.locator(".select__option", has_text=text).first.click()

    async def fill_greenhouse(self, job: str, *, frame: Page | Frame | None = None) -> None:
        view = frame or self.page
        wanted = posting(job)
        await view.fill("#first_name", "Nora")
        await view.fill("#last_name", "Lind")
        await view.fill("#email", EMAIL)
        await self.choose_react_select("country", "Sweden +46", frame=view)
        await view.fill("#phone", "70 123 45 67")
        if "location" in wanted.traits:
            await self.choose_react_select("candidate-location", "Stockholm", frame=view)
        await view.set_input_files("#resume", self.resume)
        for question in wanted.questions:
            if not question.required:
                continue
            if question.kind == "yes_no":
                await self.choose_react_select(f"question_{question.id}", "Yes", frame=view)
            else:
                await view.fill(f"#question_{question.id}", "An honest answer")

    async def submit_greenhouse(self, *, frame: Page | Frame | None = None) -> None:
        await (frame or self.page).get_by_role("button", name="Submit application").click()

    async def choose_select2(self, select_id: str, text: str) -> None:
        await self.page.locator(f"#s2id_{select_id} .select2-choice").click()
        await self.page.locator(".select2-drop-active .select2-result-label", has_text=text).click()

    async def fill_old_greenhouse(self) -> None:
        for name, value in (
            ("first_name", "Nora"),
            ("last_name", "Lind"),
            ("email", EMAIL),
            ("phone", "70123"),
        ):
            await self.page.fill(f"#{name}", value)
        await self.page.set_input_files("#resume_fileupload", self.resume)
        await self.choose_select2("job_application_answers_attributes_1", "Yes")
        await self.choose_select2("job_application_answers_attributes_2", "2-4")

    async def fill_lever(self, job: str) -> None:
        page = self.page
        await page.set_input_files("#resume-upload-input", self.resume)
        await page.locator(".resume-upload-success").wait_for()
        await page.fill("[name=name]", "Nora Lind")
        await page.fill("[name=email]", EMAIL)
        if "location" in posting(job).traits:
            await page.locator("#location-input").press_sequentially("Stock", delay=20)
            await page.locator(".dropdown-location", has_text="Stockholm").click()
        for question in posting(job).questions:
            if not question.required:
                continue
            control = page.locator(f"[name$='[{question.id}]']")
            if question.kind == "radio":
                await control.and_(page.locator("[value=Yes]")).check()
            else:
                await control.select_option(question.options[0])

    async def fill_ashby(self, job: str) -> None:
        page = self.page
        await page.fill("#_systemfield_name", "Nora Lind")
        await page.fill("#_systemfield_email", EMAIL)
        if "location" in posting(job).traits:
            await page.get_by_placeholder("Start typing...").press_sequentially("Stock")
            await page.get_by_role("option", name="Stockholm").click()
        await page.set_input_files("#_systemfield_resume", self.resume)
        for question in posting(job).questions:
            if question.kind == "yes_no":
                entry = page.locator(f"[data-field-path='{question.id}']")
                await entry.get_by_role("button", name="Yes").click()

    async def submit_ashby(self) -> None:
        await self.page.locator(".ashby-application-form-submit-button").click()

    async def fill_workable(self, job: str) -> None:
        page = self.page
        for name, value in (("firstname", "Nora"), ("lastname", "Lind"), ("email", EMAIL)):
            await page.fill(f"#{name}", value)
        await page.set_input_files("[data-ui=resume]", self.resume)
        for question in posting(job).questions:
            if question.kind == "yes_no":
                await page.get_by_role("radio", name="Yes").click()
            elif question.kind == "select":
                await page.get_by_role("combobox", name=question.label).click()
                await page.get_by_role("option", name=question.options[0]).click()

    async def fill_smartrecruiters(self) -> None:
        page = self.page
        for name, value in (("first-name", "Nora"), ("last-name", "Lind"), ("email", EMAIL)):
            await page.locator(f"input#{name}-input").fill(value)
        await page.locator("input#confirm-email-input").fill(EMAIL)
        await page.get_by_label("City").press_sequentially("Stockh")
        await page.locator("spl-select-option", has_text="Stockholm").click()
        await page.locator("spl-dropzone #file-input").set_input_files(self.resume)

    async def fill_careers(self) -> None:
        page = self.page
        for name, value in (("first_name", "Nora"), ("last_name", "Lind"), ("email", EMAIL)):
            await page.fill(f"#{name}", value)
        await page.select_option("#country", "Sweden")
        await page.set_input_files("#resume", self.resume)
        await page.get_by_label("Yes", exact=True).check()
        await page.get_by_label("I have read the privacy notice").check()

    async def submit_careers(self) -> None:
        await self.page.get_by_role("button", name="Send application").click()
