"""``applyonce profile``: what forms are filled from."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from companion.cli.commands import add_command, add_group, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.files import read_bytes, write_text
from companion.cli.output import print_fields, print_json, raw, remark, say
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient
    from companion.profile.json_resume import Profile

MAX_PROFILE_BYTES = 1_000_000


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "profile",
        summary="import, show and export the profile (JSON Resume)",
        examples="""applyonce profile import resume.json
        applyonce profile show
        applyonce profile export --out resume.json""",
    )
    importing = add_command(
        actions,
        "import",
        _import,
        summary="replace the profile by a JSON Resume file",
        details="""The format is JSON Resume 1.0.0. What applications ask beyond it (work authorization, notice
        period, salary) stands under meta.applyonce, or is added on the extension's options page.""",
        examples="applyonce profile import resume.json\nsome-tool | applyonce profile import -",
    )
    importing.add_argument("file", metavar="FILE", help="a JSON Resume file; - reads stdin")
    add_json(importing)
    showing = add_command(actions, "show", _show, summary="show the main parts of the profile")
    add_json(showing)
    exporting = add_command(actions, "export", _export, summary="write the profile as JSON Resume")
    exporting.add_argument("--out", metavar="FILE", help="a file that only you can read (stdout by default)")
    exporting.add_argument("--force", action="store_true", help="replace the file where it exists")


def _import(arguments: argparse.Namespace) -> int:
    profile = _read(arguments.file)

    async def work(client: APIClient) -> int:
        saved = await client.save_profile(profile)
        if arguments.json:
            print_json({"profile": saved})
        else:
            _print(saved)
        return OK

    return with_companion(work)


def _show(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        profile = await client.profile()
        if arguments.json:
            print_json({"profile": profile})
        elif profile:
            _print(profile)
        else:
            remark("There is no profile yet: applyonce profile import FILE")
        return OK

    return with_companion(work)


def _export(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        text = json.dumps(await client.profile(), ensure_ascii=False, indent=2) + "\n"
        if arguments.out is None:
            raw(text)
        else:
            say(f"Written to {write_text(arguments.out, text, overwrite=arguments.force)}.")
        return OK

    return with_companion(work)


def _read(name: str) -> dict[str, Any]:
    """Return the file's résumé, checked here so that the error names the field in the user's own file."""
    content = read_bytes(name, MAX_PROFILE_BYTES)
    try:
        value = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise CommandFailed(f"{name} is not in UTF-8.", "Save it as UTF-8.", code="invalid") from error
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise CommandFailed(f"{name} is no JSON: {error.msg} at {where}.", code="invalid") from error
    except RecursionError as error:
        raise CommandFailed(f"{name} nests too deep.", code="invalid") from error
    if not isinstance(value, dict):
        raise CommandFailed(f"{name} is no résumé: a JSON object is expected.", code="invalid")
    _parsed(value, name, is_new=True)
    return value


def _parsed(value: object, name: str, *, is_new: bool = False) -> Profile:
    from companion.profile.json_resume import InvalidProfile, Profile

    try:
        return Profile.parse_new(value) if is_new else Profile.parse(value)
    except InvalidProfile as error:
        if not error.path:
            raise CommandFailed(
                f"{name} is no JSON Resume: {error}.",
                "Name a file in the format of https://jsonresume.org/schema; nothing was changed.",
                code="invalid",
            ) from error
        raise CommandFailed(
            f"{name} does not fit JSON Resume: {error}.",
            "Correct that field; nothing was changed.",
            code="invalid",
        ) from error


def _print(value: dict[str, Any]) -> None:
    profile = _parsed(value, "The profile")
    basics, own = profile.basics, profile.applyonce
    place = ", ".join(part for part in (basics.location.city, basics.location.country_code) if part)
    consents = [name.replace("_", " ") for name, given in own.consents.model_dump().items() if given is True]
    print_fields(
        (
            ("name", basics.name),
            ("email", basics.email),
            ("phone", basics.phone),
            ("lives in", place),
            ("work", _listed(f"{item.position}, {item.name}" for item in profile.work)),
            (
                "education",
                _listed(f"{e.study_type} {e.area}, {e.institution}" for e in profile.education),
            ),
            ("skills", _listed(item.name for item in profile.skills)),
            ("languages", _listed(item.language for item in profile.languages)),
            ("may work in", ", ".join(land for land, may in own.work_authorization.items() if may)),
            ("consents to fill", ", ".join(consents) or "no sensitive values"),
        )
    )


def _listed(parts: Any) -> str:
    texts = [part.strip(" ,") for part in parts]
    shown = "; ".join(texts[:3])
    return f"{shown}; and {len(texts) - 3} more" if len(texts) > 3 else shown
