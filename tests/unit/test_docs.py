"""The documentation names only what exists, and everything that it has to name."""

from __future__ import annotations

import ast
import re
import shlex
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from pydantic import BaseModel

from companion.cli.parser import COMMANDS, parse
from companion.demo.faults import FaultName
from companion.domain import Status, Times
from companion.messages.errors import HTTP_STATUS
from companion.messages.settings import Settings
from companion.protocol import OPERATIONS
from companion.settings import PREFIX
from native_host.browsers import BROWSERS
from tests.unit.repository import ROOT, sources, tracked_files

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = [Path("README.md"), Path("CHANGELOG.md"), Path("CONTRIBUTING.md"), *sources("docs", ".md")]
FENCE = re.compile(r"^[ \t]*```(\w*)\n(.*?)^[ \t]*```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
VARIABLE = re.compile(rf"{PREFIX}[A-Z]+(?:_[A-Z]+)*")
PLACEHOLDER = re.compile(r"^[A-Z]{2,}$")
STANDS_FOR = {
    "COMMAND": "status",
    "JOB": "greenhouse:4012345",
    "URL": "https://jobs.example.com/1",
    "N": "8765",
}
NOT_BOARDS = {"generic"}


def text_of(path: Path | str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def commands_in(text: str) -> Iterator[str]:
    """Yield what stands as a command: lines of console blocks behind ``$``, and code within a line."""
    for language, block in FENCE.findall(text):
        if language == "console":
            for line in block.replace("\\\n", " ").splitlines():
                if line.strip().startswith("$ "):
                    yield line.strip().removeprefix("$ ").partition("  #")[0].strip()
    yield from CODE.findall(FENCE.sub("", text))


def applyonce_commands() -> list[tuple[str, str]]:
    """Return (document, arguments) of each `applyonce …` that the documentation shows, also inside of a pipe."""
    found = []
    for path in DOCS:
        for command in commands_in(text_of(path)):
            for part in re.split(r"\||&&|;", command):
                match = re.match(r"(?:[A-Z_]+=\S+ )*(?:\S*/)?applyonce (\S.*)", part.strip())
                if match:
                    found.append((str(path), match[1].removesuffix("&").partition(" < ")[0].strip()))
    return found


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z0-9-]*):", text_of("Makefile"), re.MULTILINE))


def test_commands_are_found() -> None:
    assert len(applyonce_commands()) > 20


@pytest.mark.parametrize(("document", "arguments"), applyonce_commands())
def test_each_command_can_be_understood(
    document: str, arguments: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [STANDS_FOR.get(word, word) for word in shlex.split(arguments)]
    code, said = outcome_of(words), capsys.readouterr().err
    # A group named alone (`applyonce auto`) is no whole command, but it is one that exists.
    alone = len(words) == 1 and words[0] in COMMANDS
    assert code == 0 or alone, f"{document}: applyonce {arguments}\n{said}"


def outcome_of(words: list[str]) -> object:
    """Return the exit code with which a command line is understood or refused; it is not carried out."""
    try:
        parse(words)
    except SystemExit as end:
        return end.code
    return 0


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_is_named(command: str) -> None:
    table = text_of("docs/commands.md")
    assert re.search(rf"^\| `applyonce {command}\b", table, re.MULTILINE)


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_each_make_target_exists(path: Path) -> None:
    named = {
        target
        for command in commands_in(text_of(path))
        if (match := re.match(r"make ((?:[a-z][a-z0-9-]*\s*)+)", command))
        for target in match[1].split()
    }
    assert named <= make_targets()


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_each_link_within_the_repository_leads_somewhere(path: Path) -> None:
    dead = []
    for target in LINK.findall(FENCE.sub("", text_of(path))):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (ROOT / path).parent / unquote(name) if name else ROOT / path
        if not file.exists() or (anchor and anchor not in anchors(file.read_text(encoding="utf-8"))):
            dead.append(target)
    assert dead == []


def anchors(text: str) -> set[str]:
    """Return the anchors of a document's headings, as they are made on the web."""
    headings = re.findall(r"^#+ (.+)$", FENCE.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_each_file_named_exists(path: Path) -> None:
    roots = ("companion/", "extension/", "native_host/", "tests/", "docs/", "scripts/", ".ci/")
    text = text_of(path)
    if path.name == "adding-a-board.md":
        text = text.replace("extension/boards/harbourjobs.js", "")  # the one that its reader writes
    named = {code for code in CODE.findall(FENCE.sub("", text)) if code.startswith(roots) and " " not in code}
    assert sorted(name for name in named if not (ROOT / name).exists()) == []


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_each_module_that_is_run_exists(path: Path) -> None:
    named = re.findall(r"python -m ([a-z_]+(?:\.[a-z_]+)+)", text_of(path))
    missing = [name for name in named if not _is_module(ROOT / name.replace(".", "/"))]
    assert missing == []


def _is_module(place: Path) -> bool:
    return place.with_suffix(".py").is_file() or (place / "__main__.py").is_file()


# --- settings ---------------------------------------------------------------------------------------------


def variables_in_code() -> set[str]:
    """Return the environment variables that the code reads: those written out, and one for each time."""
    written = {
        name
        for path in tracked_files()
        if path.suffix == ".py" and path.parts[0] in {"companion", "native_host", "tests"}
        for node in ast.walk(ast.parse(text_of(path)))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        for name in VARIABLE.findall(node.value)
    }
    return written | {PREFIX + field.name.upper() for field in fields(Times)}


def test_every_environment_variable_is_documented_and_no_other() -> None:
    documented = set(re.findall(rf"^\| `({VARIABLE.pattern})`", text_of("docs/settings.md"), re.MULTILINE))
    assert documented == variables_in_code()
    named = {name for path in DOCS for name in VARIABLE.findall(text_of(path))}
    assert named <= documented


@pytest.mark.parametrize("field", fields(Times), ids=lambda field: field.name)
def test_the_default_of_each_time_is_documented(field: Any) -> None:
    row = rf"^\| `{PREFIX}{field.name.upper()}` \| {field.default:g} \|"
    assert re.search(row, text_of("docs/settings.md"), re.MULTILINE)


def test_every_setting_is_documented_and_no_other() -> None:
    table = text_of("docs/settings.md").partition("## Environment variables")[0]
    assert set(re.findall(r"^\| `([a-z_.]+)`", table, re.MULTILINE)) == set(_setting_names(Settings, ""))


def _setting_names(model: type[BaseModel], before: str) -> Iterator[str]:
    for name, field in model.model_fields.items():
        kind = field.annotation
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from _setting_names(kind, f"{before}{name}.")
        else:
            yield before + name


# --- protocol and domain ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", OPERATIONS)
def test_each_operation_is_documented(name: str) -> None:
    operation = OPERATIONS[name]
    http = f"{operation.method} `{operation.path}`" if operation.path else "native only"
    again = " ⟳" if operation.changes else ""
    in_path = {field for field in operation.request.model_fields if f"{{{field}}}" in (operation.path or "")}
    takes = ", ".join(
        field if info.is_required() else f"{field}?"
        for field, info in operation.request.model_fields.items()
        if field not in in_path
    )
    answers = ", ".join(operation.result.model_fields)
    row = f"| `{name}`{again} | {http} | {takes or '–'} | {answers or '–'} |"
    assert row in text_of("docs/api.md").splitlines()


def test_no_operation_is_documented_that_is_none() -> None:
    table = text_of("docs/api.md").partition("## Operations")[2].partition("## Idempotency keys")[0]
    assert set(re.findall(r"^\| `([a-z_]+)`", table, re.MULTILINE)) == set(OPERATIONS)


@pytest.mark.parametrize(("code", "status"), HTTP_STATUS.items())
def test_each_error_is_documented_with_its_status(code: str, status: int) -> None:
    errors = text_of("docs/api.md").partition("## Errors")[2].partition("\n## ")[0]
    [row] = [line for line in errors.splitlines() if line.startswith("|") and f"`{code}`" in line]
    assert str(status) in row.split("|")[2]


def test_the_statuses_are_those_of_the_domain() -> None:
    known = {(status.word, str(int(status))) for status in Status}
    text = text_of("docs/how-it-works.md").partition("## What each status means")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([a-z_]+)` \| (\d+) \|", text, re.MULTILINE)) == known
    listed = {
        (name.lower(), number)
        for name, number in re.findall(r"\b([A-Z_]{4,}) (\d)\b", text_of("docs/api.md"))
    }
    assert listed == known


@pytest.mark.parametrize("fault", FaultName)
def test_each_fault_of_the_sample_board_is_documented(fault: FaultName) -> None:
    assert f"| `{fault}` |" in text_of("docs/testing.md")


def test_each_board_is_named_where_users_look() -> None:
    known = {
        name
        for path in sources("extension/boards", ".js")
        for name in re.findall(r'^\s+name: "([a-z]+)",$', text_of(path), re.MULTILINE)
    } - NOT_BOARDS
    for document in ("README.md", "CHANGELOG.md", "docs/testing.md"):
        text = text_of(document).lower()
        assert sorted(name for name in known if name not in text) == [], document


def test_each_browser_to_register_with_is_named() -> None:
    readme = text_of("README.md").lower()
    assert [name for name in BROWSERS if name.removesuffix("-beta") not in readme] == []


# --- attacks and failures ---------------------------------------------------------------------------------


def rows_of_promises() -> list[tuple[str, str]]:
    """Return (what, tests) of each row in the tables of attacks, rules and failures."""
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", text_of("docs/attacks-and-failures.md"), re.MULTILINE)
    return [(what, tests) for what, tests in rows if tests != "tests"]


def functions_of(path: str) -> set[str]:
    """Return the names of a file's test functions; of none where there is no such file."""
    file = ROOT / "tests" / path
    tree = ast.parse(file.read_text(encoding="utf-8") if file.is_file() else "")
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


@pytest.mark.parametrize(("what", "tests"), rows_of_promises())
def test_each_attack_rule_and_failure_names_tests_that_exist(what: str, tests: str) -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", tests)
    assert tests.count("::") == len(named), "each in the same form"
    assert [f"{path}::{name}" for path, name in named if name not in functions_of(path)] == []
    assert named or tests.startswith("no test: "), f"{what}: neither a test nor a word why there is none"


# --- the checks themselves --------------------------------------------------------------------------------


def test_the_checks_see_what_is_wrong() -> None:
    wrong = "`applyonce nix`, `make nix`, [x](nix.md)\n```console\n$ applyonce auto begin  # x\n```\n"
    assert list(commands_in(wrong)) == ["applyonce auto begin", "applyonce nix", "make nix"]
    assert LINK.findall(wrong) == ["nix.md"]
    assert outcome_of(["auto", "begin"]) == 2
    assert "nix" not in make_targets()
    assert len(rows_of_promises()) > 60
    assert functions_of("unit/nix.py") == set()
    assert "test_the_checks_see_what_is_wrong" in functions_of("unit/test_docs.py")
    assert anchors("# Who's kept out\n## A `b` c\n") == {"whos-kept-out", "a-b-c"}
