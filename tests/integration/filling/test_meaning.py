"""What a page makes of a value: its own form of the same, or another value."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.filling.options import real_options
from tests.integration.filling.filler import ROOT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from tests.integration.filling.filler import Filler

    OpenPage = Callable[[str], Awaitable[Filler]]

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

SAME = [
    ("tel", "+49 30 1234567", "(030) 1234567"),
    ("tel", "+442079460958", "+44 (0)20 7946 0958"),
    ("text", "+49 30 1234567", "030 123 45 67"),
    ("date", "2026-05-03", "3 May 2026"),
    ("date", "2026-05-03", "May 3, 2026"),
    ("date", "2026-05-03", "3. Mai 2026"),
    ("date", "2026-05-03", "05/03/2026"),
    ("date", "2026-05-03", "03.05.26"),
    ("text", "05/03/2026", "May 3, 2026"),
    ("date", "2026-05", "May 2026"),
    ("date", "2026-05-01", "May 2026"),
    ("text", "Germany", "Deutschland"),
    ("select", "United States", "USA"),
    ("text", "Germany (+49)", "DE"),
    ("number", "85000", "85,000.00"),
    ("text", "85000", "€85.000"),
    ("url", "https://www.example.org/mira/", "example.org/mira"),
    ("text", "https://example.org/mira", "http://example.org/Mira"),
    ("email", "Mira@Example.org", "mira@example.org"),
    ("text", "  Mira   Okafor ", "Mira Okafor"),
    ("textarea", "One line.\r\nAnother.", "One line.\nAnother."),
]
OTHER = [
    ("tel", "+49 30 1234567", "+49 30 1234568"),
    ("date", "2026-05-03", "2026-06-03"),
    ("date", "2026-05-03", "3 June 2026"),
    ("date", "2026-05-03", "May 4, 2026"),
    ("text", "Germany", "Denmark"),
    ("number", "85000", "8500"),
    ("text", "01234", "1234"),
    ("url", "https://example.org/mira", "https://example.org/other"),
    ("email", "mira@example.org", "mira@example.com"),
    ("text", "Mira", ""),
    ("text", "Mira", "Mira PARSED"),
    ("text", "Mira", "MIRA"),
]
SHOWN_AS_IT_IS = [
    ("select", "California", "CA"),
    ("select", "3-5 years", "3-5"),
    (
        "textarea",
        "I build quiet things that many people use, every day.",
        "I build quiet things that many people use, eve",
    ),
    ("textarea", "I build quiet things that many people use.", "I build quiet… Show more"),
    ("text", "Mira", "Mira Okafor"),
    ("checkbox_group", "Python, Go", "Go and Python"),
    ("checkbox", "true", "Yes"),
    ("text", "123-45-6789", "***-**-6789"),
]
SHOWN_OTHERWISE = [
    ("text", "Okafor", "Oka"),
    ("select", "California", "NY"),
    ("checkbox_group", "Python, Go", "Go"),
    ("radio", "Yes", "No"),
    ("date", "2026-05-03", "3 June 2026"),
    ("textarea", "I build quiet things.", "I build"),
]  # fmt: skip

ASK = "([way, rows]) => rows.map(([kind, wanted, shown]) => applyonce.meaning[way](wanted, shown, kind))"


@pytest.mark.parametrize(
    ("way", "rows", "verdict"),
    [
        ("same", SAME, True),
        ("same", OTHER, False),
        ("agrees", SAME + SHOWN_AS_IT_IS, True),
        ("agrees", [row for row in OTHER if "Mira" not in row] + SHOWN_OTHERWISE, False),
    ],
    ids=["same", "other", "shown as it is", "shown otherwise"],
)
async def test_values_are_compared_by_what_they_mean(
    open_page: OpenPage, way: str, rows: list[tuple[str, str, str]], verdict: bool
) -> None:
    filler = await open_page("moving.html")
    verdicts = await filler.page.evaluate(ASK, [way, rows])
    wrong = [row for row, said in zip(rows, verdicts, strict=True) if said is not verdict]
    assert wrong == []


NO_ANSWER = [
    *(
        "-None-",
        "--None--",
        "— Aucun —",
        "-- Keine Auswahl --",
        "(none)",
        "-- Select --",
        "Please choose…",
        "…",
    ),
    *("Bitte auswählen", "Sélectionnez…", "- Seleccione -", "Välj", "Selecteer", "-", ""),
]
AN_ANSWER = ["None", "Nessuno", "- 5 -", "0-5", "Yes", "-ing", "A - B"]


async def test_page_and_companion_agree_on_what_is_no_answer(open_page: OpenPage) -> None:
    filler = await open_page("moving.html")
    ask = "(options) => options.filter((option) => !applyonce.options.isPlaceholder(option))"
    assert await filler.page.evaluate(ask, NO_ANSWER + AN_ANSWER) == AN_ANSWER
    assert real_options(NO_ANSWER + AN_ANSWER) == AN_ANSWER


KNOWN = [
    {"label": "First name", "value": "Mira", "kind": "text", "meaning": "given_name"},
    {"label": "Last name", "value": "Okafor", "kind": "text", "meaning": "family_name"},
    {"label": "Email", "value": "mira@example.org", "kind": "email", "meaning": "email"},
    {"label": "Phone", "value": "+49 30 1234567", "kind": "tel", "meaning": "phone"},
    {"label": "Resume", "value": "Mira Okafor.pdf", "kind": "file", "meaning": "resume"},
    {"label": "Why us?", "value": "Because of the mail", "kind": "textarea", "meaning": "question"},
]
INSTEAD = """([html, known]) => {
  document.body.innerHTML = `<main id="form">${html}</main>`;
  const found = applyonce.shownValues.instead(document.querySelector("#form"), known);
  return Object.fromEntries([...found].map(([label, { text }]) => [label, text]));
}"""
FOOTER = "<p>Questions? Write to jobs@works.example or call +49 40 7654321.</p>"


@pytest.mark.parametrize(
    ("html", "changed"),
    [
        ("<div>Mira Okafor · mira@example.org · Mira Okafor.pdf</div>", {}),
        ("<div>Mira Okafor · mira@example.org · Stale-CV-2021.pdf</div>", {"Resume": "Stale-CV-2021.pdf"}),
        ("<div>Mira Okafor · old@example.org · Mira Okafor.pdf</div>", {"Email": "old@example.org"}),
        ("<div><p>Mira Okafor</p><p>(030) 1234567</p><p>Berlin</p></div>", {}),
        (
            "<div><p>Mira Okafor</p><p>mira@example.org</p><p>(030) 7777777</p></div>",
            {"Phone": "(030) 7777777"},
        ),
        ("<div>PARSED Okafor · mira@example.org · Mira Okafor.pdf</div>", {"First name": "PARSED Okafor"}),
        (
            "<div><p>PARSED Okafor</p><p>mira@example.org</p><p>+49 30 1234567</p></div>",
            {"First name": "PARSED Okafor"},
        ),
        ("<div><p>M. Okafor</p><p>mira@example.org</p><p>+49 30 1234567</p></div>", {}),
        ("<div><p>Okafor</p><p>mira@example.org</p><p>+49 30 1234567</p></div>", {}),
        ("<div>Mira Okafor · Stale-CV-2021.pdf</div>", {"Resume": "Stale-CV-2021.pdf"}),
        ("<p>Please review your application</p>", {}),
    ],
)
async def test_a_summary_without_names_is_read_by_the_form_of_its_values(
    open_page: OpenPage, html: str, changed: dict[str, str]
) -> None:
    filler = await open_page("moving.html")
    for script in ("boards/boards.js", "content/shown_values.js"):
        await filler.page.evaluate((ROOT / "extension" / script).read_text(encoding="utf-8"))

    assert await filler.page.evaluate(INSTEAD, [html + FOOTER, KNOWN]) == changed


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("<h2>Health</h2><p>Application <b>s</b>ent!</p>We have<br>it", "Health Application sent! We have it"),
        ("<span style='display: block'>Thank you</span><span>for</span><i>ever</i>", "Thank you forever"),
        ("<p>Sent</p><p style='display: none'>Not sent</p><script>1</script>", "Sent"),
        ("<div>" * 3_000 + "deep", ""),
    ],
)  # fmt: skip
async def test_words_of_different_blocks_are_not_glued(open_page: OpenPage, html: str, words: str) -> None:
    filler = await open_page("moving.html")
    await filler.page.evaluate((ROOT / "extension/boards/boards.js").read_text(encoding="utf-8"))
    said = "(html) => { document.body.innerHTML = html; return applyonce.boards.words(document.body); }"
    assert await filler.page.evaluate(said, html) == words
