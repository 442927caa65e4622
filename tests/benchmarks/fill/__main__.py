"""`make bench-fill`: fill every real page with the whole product, and say what came of it.

Options: --only NAME (part of a page's name; may be given again), --limit N (so many pages of each board and kind),
--json (print everything as JSON), --persona FILE (another applicant), --parts forms,identity,pages,keys.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import shutil
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from companion.filling import DocumentInfo, Field, StoredAnswer, build_plan
from companion.identity import identify
from companion.profile import Profile
from tests.benchmarks.fill.applicant import Applicant
from tests.benchmarks.fill.corpus import (
    ROOT,
    CorpusAbsent,
    Form,
    Page,
    applicant,
    corpus_folder,
    forms,
    identity_entries,
    identity_forms,
    non_job_pages,
)
from tests.benchmarks.fill.product import RESUME_NAME, Product, start_product
from tests.benchmarks.fill.report import Report
from tests.benchmarks.fill.run import has_button, run_form, run_identity
from tests.benchmarks.fill.server import serve_pages

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

OUT = ROOT / ".artifacts" / "bench-fill"
"""The quickest of so many counts: the machine is rarely quiet."""
PARTS = ("forms", "identity", "pages", "keys")


def main() -> int:
    """Run what the command line asks for; the exit status says whether every target was kept."""
    parser = argparse.ArgumentParser(
        prog="bench-fill", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--limit", type=int, metavar="N")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--persona", type=Path, metavar="FILE")
    parser.add_argument("--parts", default=",".join(PARTS))
    options = parser.parse_args()
    try:
        corpus = corpus_folder()
    except CorpusAbsent as error:
        parser.exit(2, f"bench-fill: {error}\n")
    report = asyncio.run(_run(corpus, options))
    path = report.write_html(OUT)
    shown = json.dumps(report.as_json(), ensure_ascii=False, indent=1) if options.json else report.text()
    sys.stdout.write(f"{shown}\n")
    sys.stderr.write(f"\nWith pictures: {path}\n")
    return 0 if all(each.kept for each in report.targets()) else 1


async def _run(corpus: Path, options: argparse.Namespace) -> Report:
    profile, answers = applicant(options.persona or corpus / "persona.json")
    resume = (corpus / "resume.pdf").read_bytes()
    judged_by = Applicant(profile, answers, RESUME_NAME)
    parts = options.parts.split(",")
    report = Report()
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)

    @asynccontextmanager
    async def product(pages: Sequence[Page], *, everywhere: bool) -> AsyncIterator[Product]:
        with tempfile.TemporaryDirectory(prefix="bench-fill-") as folder:
            async with (
                serve_pages(pages) as server,
                start_product(
                    Path(folder), server.port, profile, answers, resume, everywhere=everywhere
                ) as running,
            ):
                yield running

    if "keys" in parts:  # before anything is planned in this process, and its questions known
        report.groups, report.groups_kept = _identities(corpus)
        report.sixty_ms = _plan_of_sixty(corpus, profile, answers)
    if "forms" in parts and (chosen := _chosen(forms(corpus), options)):
        async with product(chosen, everywhere=False) as running:
            for form in _told(chosen):
                report.forms.append(await run_form(running, form, judged_by, OUT))
    if "identity" in parts or "pages" in parts:
        asking = _chosen(identity_forms(corpus), options) if "identity" in parts else []
        others = _chosen(non_job_pages(corpus), options) if "pages" in parts else []
        if asking or others:
            async with product([*asking, *others], everywhere=True) as running:
                for page in _told(asking):
                    report.identity.append(await run_identity(running, page, judged_by))
                for page in _told(others):
                    report.buttons[page.name] = await has_button(running, page)
    return report


def _chosen(pages: Sequence[Any], options: argparse.Namespace) -> list[Any]:
    found = [page for page in pages if not options.only or any(part in page.name for part in options.only)]
    if options.limit is None:
        return found
    seen: dict[str, int] = {}
    kept = []
    for page in found:
        kind = page.board if isinstance(page, Form) else ""
        seen[kind] = seen.get(kind, 0) + 1
        if seen[kind] <= options.limit:
            kept.append(page)
    return kept


def _told(pages: Sequence[Any]) -> Any:
    """Give the pages one by one, and say on the error stream how far it is."""
    for number, page in enumerate(pages, start=1):
        sys.stderr.write(f"\r\033[K{number} of {len(pages)}: {page.name}")
        sys.stderr.flush()
        yield page
    sys.stderr.write("\r\033[K")


def _identities(corpus: Path) -> tuple[str, bool]:
    """Say how many groups of one job's addresses have one key, and how many pairs of two jobs were merged."""
    same = identity_entries(corpus, "same_job_groups.jsonl")
    whole = [len({identify(entry["url"]).key for entry in group["urls"]}) == 1 for group in same]
    different = identity_entries(corpus, "different_job_same_title.jsonl")
    merged = 0
    for group in different:
        jobs: dict[str, set[str]] = {}
        for entry in group["urls"]:
            jobs.setdefault(identify(entry["url"]).key, set()).add(entry["id_key"])
        merged += any(len(ids) > 1 for ids in jobs.values())
    return f"{sum(whole)} of {len(whole)} groups have one key, {merged} of {len(different)} merged", all(
        whole
    ) and merged == 0


def _plan_of_sixty(corpus: Path, profile: dict[str, Any], answers: list[dict[str, str]]) -> float:
    """Return the median time of a plan of 60 real fields that were not seen before, in milliseconds."""
    parsed = Profile.parse(profile)
    stored = [StoredAnswer(str(n), each["question"], each["answer"]) for n, each in enumerate(answers)]
    every = [field for form in forms(corpus) for field in form.fields]
    documents = [DocumentInfo("resume", "resume", RESUME_NAME)]
    times = []
    for start in range(0, len(every) - 60, 60):
        fields = [
            Field(
                f"f{n}",
                name=each["name"],
                label=each["label"] or "",
                options=tuple(each["options"] or ()),
                kind="select" if each["options"] else "text",
            )
            for n, each in enumerate(every[start : start + 60])
        ]
        times.append(_plan_ms(fields, parsed, stored, documents))  # once: what was read before is known
    return sorted(times)[len(times) // 2]


def _plan_ms(
    fields: list[Field], profile: Profile, answers: list[StoredAnswer], documents: list[DocumentInfo]
) -> float:
    began = time.perf_counter()
    build_plan(fields, profile=profile, answers=answers, documents=documents)
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())
