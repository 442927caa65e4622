"""The corpus of real pages (APPLYONCE_CORPUS names its place): what is there, and what is right for it."""

from __future__ import annotations

import csv
import gzip
import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[3]
IDENTITY_HOST = "forms.example.com"
_SCORED = re.compile(rb"data-manual-scoring=")


class CorpusAbsent(Exception):
    """The corpus of real pages is not there; APPLYONCE_CORPUS names its place."""


@dataclass(frozen=True, slots=True)
class Page:
    """A captured page: its short name, the address under which it is served, and its HTML, compressed."""

    name: str
    url: str
    path: Path

    def html(self) -> bytes:
        """Return the page as it is served: without the marks of what is right."""
        # The marks name what is right; the neutral name lets a judge find the controls again.
        return _SCORED.sub(b"data-bench=", _hidden(gzip.decompress(self.path.read_bytes())))


@dataclass(frozen=True, slots=True)
class Form(Page):
    """An application page with the board's own definition of its form."""

    truth: dict[str, Any]

    @property
    def board(self) -> str:
        return str(self.truth["ats"])

    @property
    def fields(self) -> list[dict[str, Any]]:
        return list(self.truth["fields"])


def _hidden(html: bytes) -> bytes:
    """Number the scored controls in place of saying what they are."""
    count = iter(range(10_000))
    return re.sub(rb'data-manual-scoring="[^"]*"', lambda _: b'data-manual-scoring="%d"' % next(count), html)


def corpus_folder() -> Path:
    """Return the corpus' folder. Raises CorpusAbsent."""
    default = ROOT.parent / "shared" / "corpus"
    folder = Path(os.environ.get("APPLYONCE_CORPUS", default)).resolve()
    if not (folder / "forms" / "INDEX.tsv").is_file():
        raise CorpusAbsent(
            f"the corpus of real pages is not at {folder} (set APPLYONCE_CORPUS to where it is)"
        )
    return folder


def forms(corpus: Path) -> list[Form]:
    """Return the application pages, in the index's order."""
    found = []
    for row in _index(corpus / "forms"):
        path = corpus / "forms" / f"{row['file']}.html.gz"
        truth = json.loads(path.with_name(f"{row['file']}.json").read_text(encoding="utf-8"))
        found.append(Form(row["file"], secure(row["url"]), path, truth))
    return found


def non_job_pages(corpus: Path) -> list[Page]:
    """Return the pages that only talk about jobs and forms."""
    folder = corpus / "non_job_pages"
    return [
        Page(row["file"].removesuffix(".html.gz"), secure(row["url"]), folder / row["file"])
        for row in _index(folder)
    ]


def identity_forms(corpus: Path) -> list[Page]:
    """Return the forms that ask for names and addresses, and the log-ins among them."""
    folder = corpus / "identity_forms"
    return [
        Page(row["file"].removesuffix(".html"), f"https://{IDENTITY_HOST}/{row['file']}", path)
        for row in _index(folder)
        if (path := folder / f"{row['file']}.gz").is_file()
    ]


def scores(page: Page) -> list[str]:
    """Return what is right for each scored control of an identity form, in the page's order."""
    html = gzip.decompress(page.path.read_bytes()).decode("utf-8", "replace")
    return re.findall(r'data-manual-scoring="([^"]*)"', html)


def applicant(path: Path) -> tuple[dict[str, Any], list[dict[str, str]]]:
    """Return the applicant of a persona file: the profile, and the stored answers."""
    profile = json.loads(path.read_text(encoding="utf-8"))
    return profile, profile.pop("answers", [])


def identity_entries(corpus: Path, name: str) -> list[dict[str, Any]]:
    """Return the groups of real addresses of one of the two identity files."""
    lines = (corpus / "identity" / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def secure(url: str) -> str:
    """Return the address with https: the local server speaks nothing else."""
    return urlunsplit(urlsplit(url)._replace(scheme="https"))


def _index(folder: Path) -> Iterator[dict[str, str]]:
    with (folder / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t")
