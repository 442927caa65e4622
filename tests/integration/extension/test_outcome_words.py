"""What boards say in words: that an application has arrived, was sent before, or that the job is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.integration.extension.pages import Pages

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]

ARRIVED = (
    "Your application was sent to Acme!",
    "Thanks for applying",
    "We've received your application",
    "Vielen Dank für Ihre Bewerbung!",
    "Herzlichen Dank, dass Sie sich bei uns beworben haben.",
    "Ihre Bewerbung wurde erfolgreich übermittelt.",
    "Deine Bewerbung ist bei uns eingegangen.",
    "Ihre Bewerbung wurde an Muster GmbH & Co. KG gesendet",
    "Merci pour votre candidature !",
    "Votre candidature a bien été envoyée.",
    "Nous avons bien reçu votre candidature",
    "Gracias por tu solicitud",
    "Tu candidatura ha sido enviada correctamente",
    "Hemos recibido su solicitud",
    "Obrigada pela sua candidatura",
    "Sua inscrição foi enviada com sucesso",
    "La tua candidatura è stata inviata",
    "Grazie per esserti candidato!",
    "Bedankt voor je sollicitatie",
    "Je sollicitatie is verzonden naar Bakker BV",
    "We hebben uw sollicitatie goed ontvangen",
    "Tack för din ansökan!",
    "Tak for din ansøgning",
    "Takk for søknaden din",
    "Kiitos hakemuksesta!",
    "Twoja aplikacja została wysłana",
)
NOT_ARRIVED = (
    "Once your application has been received",
    "Wir freuen uns auf Ihre Bewerbung.",
    "Bitte senden Sie Ihre Bewerbung an die Personalabteilung",
    "Vielen Dank für Ihr Interesse an unserer Firma",
    "Sobald Ihre Bewerbung bei uns eingegangen ist, melden wir uns",
    "Nachdem deine Bewerbung wurde übermittelt",
    "Envoyez votre candidature",
    "Dès que votre candidature a été reçue, nous vous répondons",
    "Merci de votre intérêt",
    "Envía tu candidatura",
    "Si tu solicitud ha sido enviada, espera",
    "Saiba se a sua candidatura foi recebida",
    "Invia la tua candidatura",
    "Quando la tua candidatura è stata inviata, riceverai una mail",
    "Zodra je sollicitatie is ontvangen",
    "När din ansökan har skickats hör vi av oss",
    "Gdy twoja aplikacja została wysłana",
)
SENT_BEFORE = (
    "You have already applied to this job.",
    "Sie haben sich bereits auf diese Stelle beworben.",
    "Vous avez déjà postulé à cette offre",
    "Ya te has inscrito en esta oferta",
    "Você já se candidatou",
    "Ti sei già candidato",
    "Je hebt al gesolliciteerd",
    "Du har redan ansökt",
)
ASKED = (
    "Already applied? Check your status",
    "Have you already applied to this job?",
    "Bereits beworben? Zum Login",
    "Haben Sie sich bereits beworben?",
    "Déjà postulé ?",
)
CLOSED = (
    "This job is no longer available",
    "Diese Stelle ist leider nicht mehr verfügbar.",
    "Die Stelle wurde bereits besetzt",
    "Cette offre n'est plus disponible",
    "Esta oferta ya no está disponible",
    "Esta vaga foi encerrada",
    "Quest'offerta non è più disponibile",
    "Deze vacature is gesloten",
    "Tjänsten är tillsatt",
)
OPEN = (
    "The position is open",
    "Unsere Stelle ist unbefristet",
    "Oferta de empleo",
    "This application is available in French",
)


async def among(pages: Pages, saying: str, texts: tuple[str, ...]) -> list[Any]:
    """Return those texts of which `applyonce.boards` says that."""
    await pages.look("https://careers.example.com/baker", "<h1>Baker</h1>")
    found: list[Any] = await pages.tab.evaluate(
        f"(texts) => texts.filter((text) => Boolean({saying}))",
        list(texts),
    )
    return found


async def test_that_an_application_has_arrived_is_known_in_each_language(pages: Pages) -> None:
    assert await among(pages, "applyonce.boards.thanked(text)", ARRIVED) == list(ARRIVED)


async def test_what_would_be_or_is_asked_for_is_no_arrival(pages: Pages) -> None:
    assert await among(pages, "applyonce.boards.thanked(text)", NOT_ARRIVED) == []


async def test_that_it_was_sent_before_is_known_and_no_question_about_it(pages: Pages) -> None:
    said = "applyonce.boards.saysApplied(text)"
    refused = "applyonce.boards.refusalIn(text)?.park === 'already_applied'"
    assert await among(pages, said, SENT_BEFORE) == list(SENT_BEFORE)
    assert await among(pages, refused, SENT_BEFORE) == list(SENT_BEFORE)
    assert await among(pages, said, ASKED) == []


async def test_a_closed_job_is_known_in_each_language(pages: Pages) -> None:
    assert await among(pages, "applyonce.boards.saysClosed(text)", CLOSED) == list(CLOSED)
    assert await among(pages, "applyonce.boards.saysClosed(text)", OPEN) == []


@pytest.mark.parametrize(
    ("words", "is_outcome"), [("Vielen Dank für Ihre Bewerbung!", True), ("Bewerbung jetzt absenden", False)]
)
async def test_any_page_proves_an_arrival_in_its_own_language(
    pages: Pages, words: str, *, is_outcome: bool
) -> None:
    seen = await pages.look(
        "https://karriere.example.com/baecker", f"<main><h1>{words}</h1></main>", forced=True
    )
    proof = (
        seen["success"]
        if seen
        else await pages.tab.evaluate(
            "() => applyonce.boards.of(document, new URL(location.href)).success(document, new URL(location.href))"
        )
    )
    assert (proof is not None) is is_outcome
