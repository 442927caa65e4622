"""``applyonce documents``: résumés, cover letters and other files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_group, add_json
from companion.cli.failure import OK, CommandFailed
from companion.cli.files import read_bytes
from companion.cli.output import print_json, print_table, remark, say, when
from companion.cli.pick import pick
from companion.cli.session import with_companion
from companion.messages.base import MAX_DOCUMENT_BYTES
from companion.profile.documents import EXTENSIONS

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient

KINDS = ("resume", "cover_letter", "other")
SHORT_ID_CHARACTERS = 8


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "documents",
        summary="add, list and remove résumés, cover letters and other files",
        examples="""applyonce documents add resume.pdf --default
        applyonce documents add embedded.pdf --rule "embedded firmware"
        applyonce documents list
        applyonce documents remove resume.pdf""",
    )
    adding = add_command(
        actions,
        "add",
        _add,
        summary="add a file: PDF, Word, OpenDocument, RTF or text, at most 20 MB",
        examples="""applyonce documents add resume.pdf --default
        applyonce documents add letter.pdf --kind cover_letter""",
    )
    adding.add_argument("file", metavar="FILE", help="the file; it is copied")
    adding.add_argument("--kind", choices=KINDS, default="resume", help="what it is (default: resume)")
    adding.add_argument(
        "--name", metavar="NAME", help="the name that employers see (the file's own by default)"
    )
    adding.add_argument(
        "--default", action="store_true", help="take it wherever no other document's rule fits"
    )
    adding.add_argument("--rule", metavar="WORDS", help="take it for jobs with these words in the title")
    add_json(adding)
    listing = add_command(actions, "list", _list, summary="list the documents")
    add_json(listing)
    removing = add_command(
        actions,
        "remove",
        _remove,
        summary="remove a document; what was sent with it before stays on record",
        examples="applyonce documents remove resume.pdf",
    )
    removing.add_argument("document", metavar="DOCUMENT", help="its name or the beginning of its id")


def _add(arguments: argparse.Namespace) -> int:
    content = read_bytes(str(Path(arguments.file)), MAX_DOCUMENT_BYTES)
    if not content:
        raise CommandFailed(f"{arguments.file} is empty.", code="invalid")

    asked = arguments.name or Path(arguments.file).name

    async def work(client: APIClient) -> int:
        document = await client.add_document(content, asked, arguments.kind)
        if arguments.default or arguments.rule is not None:
            document = await client.change_document(
                document.id, default=True if arguments.default else None, rule=arguments.rule
            )
        if arguments.json:
            print_json({"document": document.model_dump(mode="json")})
        else:
            say(f"Added {document.name} ({document.kind.replace('_', ' ')}, {document.size:,} bytes).")
            ending, kept = (Path(name).suffix.lower() for name in (asked, document.name))
            if ending != kept and ending in EXTENSIONS.values():
                remark(
                    f"The file is named {ending}, but is {kept} by its content: so it is named to employers."
                )
        return OK

    return with_companion(work)


def _list(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        documents = await client.documents()
        if arguments.json:
            print_json({"documents": [document.model_dump(mode="json") for document in documents]})
        elif documents:
            print_table(
                ("id", "kind", "name", "bytes", "used", "added"),
                (
                    (
                        document.id[:SHORT_ID_CHARACTERS],
                        document.kind.replace("_", " "),
                        document.name,
                        f"{document.size:,}",
                        "by default" if document.default else document.rule and f"for {document.rule}",
                        when(document.added_at),
                    )
                    for document in documents
                ),
                wide="name",
            )
        else:
            remark("There is no document yet: applyonce documents add resume.pdf")
        return OK

    return with_companion(work)


def _remove(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        named = {document.id: document.name for document in await client.documents()}
        document_id = pick(arguments.document, named, what="document", listing="applyonce documents list")
        await client.delete_document(document_id)
        say(f"Removed {named[document_id]}.")
        return OK

    return with_companion(work)
