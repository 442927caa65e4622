"""The standard fields in Danish, Norwegian, Finnish and Polish, and what stands beside them on the same forms."""

from __future__ import annotations

import pytest

from companion.filling import DocumentInfo, Field
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave


def resident(name: str, address: str, code: str, city: str, country: str, pay: str) -> Applicant:
    given, family = name.split()
    made = applicant(
        {
            "basics": {
                "name": name,
                "email": "me@example.org",
                "phone": "+45 32 55 01 42",
                "url": "https://me.example.org",
                "location": {"address": address, "postalCode": code, "city": city, "countryCode": country},
                "profiles": [{"network": "LinkedIn", "url": "https://www.linkedin.com/in/me"}],
            },
            "work": [{"name": "Alpha", "position": "Planner", "startDate": "2026-01"}],
            "meta": {
                "applyonce": {
                    "given_name": given,
                    "family_name": family,
                    "notice_period": "3 months",
                    "earliest_start": "2031-02-01",
                    "salary_expectation": {"amount": 600000, "currency": pay, "period": "year"},
                    "years_experience": 6,
                    "consents": {"salary": True},
                }
            },
        }
    )
    documents = (
        DocumentInfo("cv", "resume", "cv.pdf"),
        DocumentInfo("letter", "cover_letter", "letter.pdf"),
    )
    return Applicant(made.profile, (), documents)


SOREN = resident("Søren Kjær", "Nørregade 7", "1165", "København", "DK", "DKK")
INGRID = resident("Ingrid Ås", "Storgata 12", "0155", "Oslo", "NO", "NOK")
AINO = resident("Aino Mäkelä", "Hämeentie 3", "00500", "Helsinki", "FI", "EUR")
ZOFIA = resident("Zofia Wójcik", "ul. Długa 5", "00-238", "Warszawa", "PL", "PLN")
PHONE = ("+45 32 55 01 42", "+4532550142", "32550142")

# fmt: off
IN_DANISH = [
    ask("Fornavn", "Søren"),
    ask("Efternavn *", "Kjær"),
    ask("Fulde navn", "Søren Kjær"),
    ask("For- og efternavn", "Søren Kjær"),
    ask("Navn", "Søren Kjær"),
    ask("E-mail", "me@example.org"),
    ask("E-mailadresse", "me@example.org"),
    ask("Telefonnummer", *PHONE, kind="tel"),
    ask("Mobil", *PHONE, kind="tel"),
    ask("Adresse", "Nørregade 7"),
    ask("Vejnavn og husnummer", "Nørregade 7"),
    ask("Postnummer", "1165"),
    ask("Postnr. og by", "1165 København"),
    ask("Land", "Danmark", options=("Danmark", "Norge", "Sverige")),
    ask("Bopælsland", "Denmark"),
    ask("LinkedIn-profil", "https://www.linkedin.com/in/me"),
    ask("Hjemmeside", "https://me.example.org"),
    ask("CV", "cv", kind="file"),
    ask("Vedhæft dit CV", "cv", kind="file"),
    ask("Ansøgning", "letter", kind="file"),
    ask("Motiveret ansøgning", "letter", kind="file"),
    ask("Ønsket startdato", "2031-02-01", kind="date"),
    ask("Hvornår kan du starte?", "2031-02-01", "3 months"),
    ask("Opsigelsesvarsel", "3 months"),
    ask("Lønforventning", "600000 DKK per year"),
    leave("Lønforventning", kind="number"),
    leave("Lønforventning pr. måned (DKK)", kind="number"),
    leave("Ønsket månedsløn"),
    leave("Nuværende løn"),
    leave("Fødselsdato"),
    leave("CPR-nummer"),
    leave("Firmanavn"),
    leave("Virksomhedens adresse"),
    leave("Pårørendes telefonnummer"),
    leave("Navn", section="Referencer"),
    leave("Telefon", section="Pårørende"),
    leave("Telefon til pårørende", name="phoneNumber"),
    leave("Lønforventning (DKK pr. måned)"),
    leave("Fødeby"),
    ask("Dit efternavn", "Kjær"),
    leave("Telefon (arbejde)", kind="tel"),
    leave("E-mail (virksomhed)"),
    leave("Land (fødsel)"),
    leave("Ønsket stilling"),
    leave("Fødeland"),
    leave("Stilling, du søger"),
    leave("Andre filer", kind="file", section="Ansøgning"),
    leave("Foto", kind="file", section="Ansøgning"),
    leave("Startdato", section="Erhvervserfaring 3"),
    leave("Adgangskode"),
]
IN_NORWEGIAN = [
    ask("Fornavn", "Ingrid"),
    ask("Etternavn", "Ås"),
    ask("Fullt navn", "Ingrid Ås"),
    ask("E-post", "me@example.org"),
    ask("E-postadresse (obligatorisk)", "me@example.org"),
    ask("Telefon", *PHONE, kind="tel"),
    ask("Gateadresse", "Storgata 12"),
    ask("Postnummer", "0155"),
    ask("Poststed", "Oslo"),
    ask("Postnr. og poststed", "0155 Oslo"),
    ask("Bostedsland", "Norge", options=("Danmark", "Norge")),
    ask("Last opp CV", "cv", kind="file"),
    ask("Søknad", "letter", kind="file"),
    ask("Søknadsbrev", "letter", kind="file"),
    ask("Oppsigelsestid", "3 months"),
    ask("Når kan du begynne?", "2031-02-01", "3 months"),
    ask("Ønsket oppstart", "2031-02-01", kind="date"),
    ask("Lønnsforventninger (NOK per år)", "600000 NOK"),
    leave("Lønnsforventninger", kind="number"),
    leave("Fødselsnummer"),
    leave("Adresse (arbeid)"),
    leave("Fødselsdato"),
    leave("Nåværende lønn"),
    leave("Navn på referanse"),
    leave("Telefon", section="Referanser"),
    leave("Vitnemål", kind="file", section="Søknad"),
    leave("Når kan du komme på intervju?"),
]
IN_FINNISH = [
    ask("Etunimi", "Aino"),
    ask("Sukunimi", "Mäkelä"),
    ask("Koko nimi", "Aino Mäkelä"),
    ask("Nimi", "Aino Mäkelä"),
    ask("Sähköposti", "me@example.org"),
    ask("Sähköpostiosoite", "me@example.org"),
    ask("Puhelinnumero", *PHONE, kind="tel"),
    ask("Matkapuhelin", *PHONE, kind="tel"),
    ask("Osoite", "Hämeentie 3"),
    ask("Katuosoite", "Hämeentie 3"),
    ask("Postinumero", "00500"),
    ask("Kaupunki", "Helsinki"),
    ask("Paikkakunta", "Helsinki"),
    ask("Postinumero ja postitoimipaikka", "00500 Helsinki"),
    ask("Asuinmaa", "Suomi", options=("Ruotsi", "Suomi"), may_leave=True),
    ask("Maa", "Finland", options=("Finland", "Sweden")),
    ask("LinkedIn-profiili", "https://www.linkedin.com/in/me"),
    ask("Ansioluettelo", "cv", kind="file"),
    ask("Hakemus", "letter", kind="file"),
    ask("Hakemuskirje", "letter", kind="file"),
    ask("Irtisanomisaika", "3 months"),
    ask("Milloin voit aloittaa?", "2031-02-01", "3 months"),
    ask("Palkkatoive", "600000 EUR per year"),
    leave("Palkkatoive (€/kk)", kind="number"),
    leave("Palkkatoive", kind="number"),
    leave("Nykyinen palkka"),
    leave("Syntymäaika"),
    leave("Henkilötunnus"),
    leave("Puhelinnumero (työ)", kind="tel"),
    leave("Maa (syntymä)"),
    leave("Suosittelijan nimi"),
    leave("Nimi", section="Suosittelijat"),
    leave("Todistukset", kind="file", section="Hakemus"),
    leave("Yrityksen nimi"),
    leave("Salasana"),
]
IN_POLISH = [
    ask("Imię", "Zofia"),
    ask("Nazwisko", "Wójcik"),
    ask("Imię i nazwisko", "Zofia Wójcik"),
    ask("Adres e-mail", "me@example.org"),
    ask("Numer telefonu", *PHONE, kind="tel"),
    ask("Telefon kontaktowy", *PHONE, kind="tel"),
    ask("Ulica i numer domu", "ul. Długa 5"),
    ask("Adres zamieszkania", "ul. Długa 5"),
    ask("Kod pocztowy", "00-238"),
    ask("Miasto", "Warszawa"),
    ask("Miejscowość", "Warszawa"),
    ask("Kraj zamieszkania", "Poland", options=("Germany", "Poland")),
    ask("CV / Życiorys", "cv", kind="file"),
    ask("List motywacyjny", "letter", kind="file"),
    ask("Załącz CV", "cv", kind="file"),
    ask("Okres wypowiedzenia", "3 months"),
    ask("Kiedy możesz rozpocząć pracę?", "2031-02-01", "3 months"),
    ask("Oczekiwania finansowe", "600000 PLN per year"),
    leave("Oczekiwania finansowe (PLN brutto miesięcznie)"),
    leave("Oczekiwane wynagrodzenie", kind="number"),
    leave("Oczekiwania finansowe netto"),
    leave("PESEL"),
    leave("Data urodzenia"),
    leave("Imię ojca"),
    leave("Numer telefonu (służbowy)", kind="tel"),
    leave("Kraj (urodzenia)"),
    leave("Adres firmy"),
    leave("Kraj pracy"),
    leave("Nazwisko panieńskie"),
    leave("Nazwa firmy"),
    leave("Imię i nazwisko osoby kontaktowej"),
    leave("Telefon osoby kontaktowej", name="phoneNumber"),
    leave("Data rozpoczęcia", section="Doświadczenie zawodowe 2"),
    leave("Hasło"),
]
# fmt: on


@pytest.mark.parametrize(
    ("who", "asked"),
    [(SOREN, IN_DANISH), (INGRID, IN_NORWEGIAN), (AINO, IN_FINNISH), (ZOFIA, IN_POLISH)],
    ids=["danish", "norwegian", "finnish", "polish"],
)
def test_the_standard_fields(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who), bar=1.0)


def test_a_city_is_by_on_a_danish_form_alone() -> None:
    danish, english = [Field("g", label="Efternavn")], [Field("g", label="Last name")]
    assert_right(judge([ask("By", "København"), ask("By *", "København")], SOREN, beside=danish), bar=1.0)
    assert_right(judge([leave("By"), leave("By:")], SOREN, beside=english), bar=0)
    assert_right(judge([leave("By")], SOREN), bar=0)
