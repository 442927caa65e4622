"""docs/boards.md, written from the boards' files: `python -m tests.unit.boards_document` writes it anew."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

from playwright._impl._driver import compute_driver_executable

from companion.demo.catalogue import POSTINGS
from companion.identity import identify
from companion.identity.boards import BOARDS
from tests.e2e.boards.received import EXPECTED
from tests.unit.repository import ROOT

DOCUMENT = ROOT / "docs" / "boards.md"
NODE_SECONDS = 60
PROGRAM = """
const { readFileSync } = require("node:fs");
const [files, samples] = JSON.parse(process.argv[1]);
const link = { href: "https://example.org/", getAttribute: () => "https://example.org/" };
const shown = { querySelector: () => link, querySelectorAll: () => [link] };
const formAt = (board) => board.formAddress?.(shown, new URL(samples[board.name]));
for (const file of files) (0, eval)(readFileSync(file, "utf8"));
const { all, refusalIn } = globalThis.applyonce.boards;
const named = (code, pattern) => [...new Set([...String(code ?? "").matchAll(pattern)].map((match) => match[1]))];
const PARKS = /park: "([a-z_]+)"/g;
const words = (board) => (/refusalIn/.test(String(board.refusal)) ? named(refusalIn, PARKS) : []);
console.log(JSON.stringify(all.map((board) => ({
  name: board.name,
  by_structure: /querySelector|\\(\\) => true/.test(String(board.matches)),
  to_form: formAt(board) ? "address" : board.opensForm ?? (board.trustedOnly ? "press" : ""),
  next: board.next ?? "",
  submit: board.submit,
  told_by_page: Boolean(board.sends),
  proofs: named(board.success, /kind: "([a-z]+)"/g),
  refusals: [...named(board.refusal, PARKS), ...words(board)],
  ended: named(board.ended, /"(closed|already_applied|limit)"/g),
  login: Boolean(board.login),
  requests: board.requests.length,
  trusted: board.trustedOnly === true,
}))));
"""

HEAD = """# Boards

What ApplyOnce knows of each board, as its file in `extension/boards/` says it. This page is written from those
files, and a test compares them: where it is behind, `python -m tests.unit.boards_document` writes it anew. How to
add one is in [Adding a board](adding-a-board.md); how each fares under which fault, `make boards` shows.

"""
WORDS = """
- **Recognised by**: the hosts whose addresses name a job, *or structure* where a page is known by its elements on
  any host. **Id**: what the sample posting's address comes to; all addresses of one job come to one id.
- **Fields**: how many fields of the sample board's forms `make boards` sees filled and received right, the résumé
  not counted; then how the form is come to.
- **Proof of success**: `address` (the board leads to its page of thanks) or `text` (its own outcome container is
  shown). Words of thanks elsewhere prove nothing. Where only words tell, they are known in the languages that
  forms are filled in, and in Danish, Norwegian, Finnish and Polish.
- **Refusals recognised**: what is known for *not taken*, by the reason for which auto-apply is parked or gives up;
  a status from 400 to 499 counts where the board's request is known. The rest is no refusal: it may have arrived.
- **Fallback**: what happens where there is neither proof nor refusal. It is never sent again by itself: it becomes
  `unconfirmed`, and you are asked. “Request seen” means that the browser's own record of the board's request tells
  whether anything has left; a form that shows errors, where nothing has, is yours to correct.
"""
COLUMNS = (
    "board",
    "recognised by",
    "id",
    "fields",
    "next",
    "submit",
    "proof of success",
    "refusals recognised",
    "fallback",
)


def facts() -> list[dict[str, Any]]:
    """Return what the boards' files say, in the order in which the extension asks them."""
    manifest = json.loads((ROOT / "manifest.json").read_text(encoding="utf-8"))
    files = [file for group in manifest["content_scripts"] for file in group["js"] if "/boards/" in file]
    names = {each.name for each in BOARDS} | {"generic"}
    samples = {name: _samples(name)[0].url for name in names if _samples(name)}
    node, _ = compute_driver_executable()
    told = subprocess.run(
        [node, "-e", PROGRAM, json.dumps([files, samples])],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=NODE_SECONDS,
    )
    boards: list[dict[str, Any]] = json.loads(told.stdout)
    return boards


def document() -> str:
    """Return the whole page."""
    rows = [COLUMNS, ("---",) * len(COLUMNS), *(_row(board) for board in facts())]
    return HEAD + "".join(f"| {' | '.join(row)} |\n" for row in rows) + WORDS


def _row(board: dict[str, Any]) -> tuple[str, ...]:
    name = board["name"]
    refusals = [f"`{reason}`" for reason in (*board["refusals"], *board["ended"])]
    refusals += ["`login`"] if board["login"] else []
    refusals += ["the request's status"] if board["requests"] else []
    return (
        name,
        _recognised(board),
        _ids(name),
        _fields(board),
        _code(board["next"]) or "one page",
        _code(board["submit"]) + (", where the page says that it sends" if board["told_by_page"] else ""),
        ", ".join(f"`{kind}`" for kind in board["proofs"]),
        ", ".join(dict.fromkeys(refusals)) or "none",
        _fallback(board),
    )


def _recognised(board: dict[str, Any]) -> str:
    known = [each for each in BOARDS if each.name == board["name"]]
    hosts = [*sorted(known[0].hosts), *(f"*.{suffix}" for suffix in known[0].suffixes)] if known else []
    said = ", ".join(f"`{host}`" for host in hosts)
    if not hosts:
        return "JobPosting data, or a form that can only be an application"
    return said + (", or structure" if board["by_structure"] else "")


def _samples(name: str) -> list[Any]:
    board = "careers" if name == "generic" else name
    return [each for each in POSTINGS if each.board == board]


def _ids(name: str) -> str:
    return f"`{identify(_samples(name)[0].url).key}`"


def _fields(board: dict[str, Any]) -> str:
    counts = [len(EXPECTED[each.id]) for each in _samples(board["name"]) if each.id in EXPECTED]
    way = {
        "": "on the posting's page",
        "address": "at an address of its own",
        "press": "behind a press of your own",
    }.get(board["to_form"], f"behind {_code(board['to_form'])}")
    return f"{', '.join(map(str, counts))}; {way}"


def _fallback(board: dict[str, Any]) -> str:
    seen = "request seen" if board["requests"] else "only the page is seen"
    return f"{seen}; auto-apply leaves the press to you" if board["trusted"] else seen


def _code(selector: str) -> str:
    return f"`{selector.replace('|', chr(92) + '|')}`" if selector else ""


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
    sys.stdout.write(f"{DOCUMENT}\n")
