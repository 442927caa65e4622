"""``applyonce answers``: the answers to questions that forms ask again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.cli.commands import add_command, add_group, add_json
from companion.cli.failure import OK
from companion.cli.output import print_json, print_table, remark, say
from companion.cli.pick import SHOWN_ID_CHARACTERS, pick
from companion.cli.session import with_companion

if TYPE_CHECKING:
    import argparse

    from companion.cli.commands import Commands
    from companion.client import APIClient


def add_to(commands: Commands) -> None:
    """Add the command."""
    actions = add_group(
        commands,
        "answers",
        summary="add, list and remove stored answers",
        examples="""applyonce answers add "How did you hear about us?" "From a friend"
        applyonce answers list
        applyonce answers remove hear about""",
    )
    adding = add_command(
        actions,
        "add",
        _add,
        summary="store an answer to a question in these words",
        examples='applyonce answers add "Do you have a driving licence?" Yes',
    )
    adding.add_argument("question", metavar="QUESTION", help="as the form asks it")
    adding.add_argument("answer", metavar="ANSWER", help="what is filled in")
    add_json(adding)
    listing = add_command(actions, "list", _list, summary="list the stored answers")
    add_json(listing)
    removing = add_command(
        actions, "remove", _remove, summary="remove an answer", examples="applyonce answers remove hear about"
    )
    removing.add_argument(
        "answer", nargs="+", metavar="ANSWER", help="the question, words of it, or the id's beginning"
    )


def _add(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        answer = await client.add_answer(arguments.question, arguments.answer)
        if arguments.json:
            print_json({"answer": answer.model_dump(mode="json")})
        else:
            say(f"Stored: {answer.question} {answer.answer}")
        return OK

    return with_companion(work)


def _list(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        answers = await client.answers()
        if arguments.json:
            print_json({"answers": [answer.model_dump(mode="json") for answer in answers]})
        elif answers:
            print_table(
                ("id", "question", "answer"),
                ((answer.id[:SHOWN_ID_CHARACTERS], answer.question, answer.answer) for answer in answers),
                wide="question",
            )
        else:
            remark("There is no stored answer yet: applyonce answers add QUESTION ANSWER")
        return OK

    return with_companion(work)


def _remove(arguments: argparse.Namespace) -> int:
    async def work(client: APIClient) -> int:
        named = {answer.id: answer.question for answer in await client.answers()}
        answer_id = pick(" ".join(arguments.answer), named, what="answer", listing="applyonce answers list")
        await client.delete_answer(answer_id)
        say(f"Removed the answer to: {named[answer_id]}")
        return OK

    return with_companion(work)
