"""The user's own things at the command line: profile, documents, answers, the token, the installation."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.cli.person import Person

PROFILE = {
    "basics": {
        "name": "Ada Lovelace",
        "email": "ada@example.com",
        "location": {"city": "London", "countryCode": "GB"},
    },
    "work": [{"name": "Analytical Engines", "position": "Engineer", "startDate": "1842"}],
    "skills": [{"name": "Mathematics"}],
}
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


async def test_a_profile_goes_in_and_out(person: Person) -> None:
    file = person.home / "resume.json"
    file.write_text(json.dumps(PROFILE))

    assert "no profile yet" in (await person.runs("profile", "show")).err
    imported = await person.runs("profile", "import", str(file))

    assert imported.code == 0, imported
    assert "Ada Lovelace" in imported.out
    assert "London, GB" in (await person.runs("profile", "show")).out
    assert (await person.runs("profile", "export")).data["basics"]["name"] == "Ada Lovelace"
    out = person.home / "out.json"
    assert (await person.runs("profile", "export", "--out", str(out))).code == 0
    assert stat.S_IMODE(out.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('{"basics": {"name": 7}}', "basics.name: expected text"),
        ('{"basics": ', "line 1"),
        ("[]", "a JSON object is expected"),
        ("\udcff", "not in UTF-8"),
        ("[" * 100_000, "nests too deep"),
    ],
)
async def test_a_file_that_is_no_resume_is_refused_before_anything_changes(
    person: Person, content: str, said: str
) -> None:
    refused = await person.runs("profile", "import", "-", stdin=content.encode("utf-8", "surrogateescape"))

    assert refused.code == 1
    assert said in refused.err
    assert not (person.data / "http.sock").exists()


async def test_a_document_is_added_listed_and_removed(person: Person) -> None:
    file = person.home / "resume.pdf"
    file.write_bytes(PDF + b"%" * 600_000 + b"\n%%EOF\n")

    added = await person.runs("documents", "add", str(file), "--default", "--json")
    assert added.data["document"]["name"] == "resume.pdf"
    assert added.data["document"]["size"] == file.stat().st_size
    assert added.data["document"]["default"] is True
    assert "resume.pdf" in (await person.runs("documents", "list")).out

    assert (await person.runs("documents", "remove", "resume")).code == 0
    assert (await person.runs("documents", "list", "--json")).data == {"documents": []}


async def test_what_is_no_document_is_refused_in_a_sentence(person: Person) -> None:
    program = person.home / "resume.exe"
    program.write_bytes(b"MZ\x00\x01" * 100)
    empty = person.home / "empty.pdf"
    empty.touch()

    refused = await person.runs("documents", "add", str(program))
    assert refused.code == 1
    assert "PDF" in refused.err
    assert "empty" in (await person.runs("documents", "add", str(empty))).err
    assert "cannot be read" in (await person.runs("documents", "add", str(person.home / "none.pdf"))).err
    assert (await person.runs("documents", "list", "--json")).data == {"documents": []}


async def test_text_under_another_ending_is_refused_and_another_document_told(person: Person) -> None:
    text, rich = person.home / "resume.pdf", person.home / "letter.doc"
    text.write_text("Mira Okafor, Berlin", encoding="utf-8")
    rich.write_bytes(b"{\\rtf1 hello}")

    refused = await person.runs("documents", "add", str(text))

    assert refused.code == 1
    assert "named .pdf but holds plain text" in refused.err, refused
    assert (await person.runs("documents", "list", "--json")).data == {"documents": []}
    added = await person.runs("documents", "add", str(rich))
    assert "letter.rtf" in added.out
    assert "is .rtf by its content" in added.err, added


async def test_an_answer_is_added_listed_and_removed(person: Person) -> None:
    added = await person.runs("answers", "add", "How did you hear about us?", "From a friend", "--json")
    assert added.data["answer"]["answer"] == "From a friend"
    assert "From a friend" in (await person.runs("answers", "list")).out

    assert (await person.runs("answers", "remove", "hear", "about")).code == 0
    assert (await person.runs("answers", "list", "--json")).data == {"answers": []}
    assert (await person.runs("answers", "remove", "hear")).code == 1


async def test_a_token_is_rotated_and_never_printed(person: Person) -> None:
    first = await person.runs("token", "rotate")
    assert first.code == 0, first
    token = (person.data / "token").read_text().strip()
    assert token not in first.out + first.err

    await person.runs("token", "rotate")

    assert (person.data / "token").read_text().strip() != token
    assert stat.S_IMODE((person.data / "token").stat().st_mode) == 0o600


async def test_an_installation_is_registered_checked_and_taken_back(person: Person) -> None:
    before = await person.runs("doctor", "--json")
    assert before.code == 1
    assert json.loads(before.out)["ok"] is False

    installed = await person.runs("install", "--browser", "chromium")
    assert installed.code == 0, installed
    assert "registered in" in installed.out

    after = await person.runs("doctor", "--json")
    assert after.code == 0, after
    assert [finding for finding in after.data["findings"] if finding["level"] == "error"] == []

    taken_back = await person.runs("uninstall", "--json")
    assert "removed" in [item["outcome"] for item in taken_back.data]
    assert person.data.is_dir()


async def test_doctor_sees_the_running_companion_and_its_database(person: Person) -> None:
    await person.runs("install", "--browser", "firefox")
    await person.runs("jobs")

    said = await person.runs("doctor")

    assert said.code == 0, said
    assert "runs, version" in said.out
    assert "whole, version" in said.out
    (person.data / "token").write_text("x")
    (person.data / "token").chmod(0o644)
    broken = await person.runs("doctor")
    assert broken.code == 1
    assert f"chmod go-rwx {person.data / 'token'}" in broken.out


async def test_without_a_browser_install_says_how_to_name_one(person: Person) -> None:
    nothing = await person.runs("install")

    assert nothing.code == 1
    assert "--browser chromium" in nothing.out


async def test_a_data_directory_that_cannot_be_used_is_a_sentence(person: Person) -> None:
    file = person.home / "a-file"
    file.touch()
    person.environment["APPLYONCE_HOME"] = str(file)

    for command in (["jobs"], ["install", "--browser", "chromium"], ["token", "rotate"]):
        refused = await person.runs(*command)
        assert refused.code == 1, command
        assert str(file) in refused.err, command
