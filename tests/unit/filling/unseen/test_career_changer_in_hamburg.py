"""A biologist with a doctor's title who changes her career, and one with one name, asked in four languages."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants_abroad import KATHARINA, WIBOWO
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

JOB = JobFacts(title="UX Researcher", company="Kogge Digital", location="Hamburg, Germany")
NETHERLANDS = JobFacts(title="UX-onderzoeker", company="Polder Labs", location="Utrecht, Netherlands")
SWEDEN = JobFacts(title="UX-forskare", company="Fjärd AB", location="Göteborg, Sweden")
SINGAPORE = JobFacts(title="Frontend Engineer", company="Merlion Pay", location="Singapore")
JA = ("Ja", "Nein")
NL = ("Ja", "Nee")
SV = ("Ja", "Nej")

# fmt: off
IN_GERMAN = [
    ask("Vorname *", "Katharina"),
    ask("Nachname *", "von Arnsberg"),
    ask("Name", "Dr. Katharina von Arnsberg", "Katharina von Arnsberg"),
    leave("Anrede", options=("Frau", "Herr", "Keine Anrede")),
    ask("Titel", "Dr.", options=("Dr.", "Prof.", "Prof. Dr."), may_leave=True),
    leave("Namenszusatz"),
    leave("Geburtsdatum und -ort"),
    ask("Telefon", "0170 5550123", "+49 170 5550123", kind="tel"),
    ask("Mobilnummer (mit Ländervorwahl)", "+49 170 5550123", kind="tel"),
    ask("Ländervorwahl", "Deutschland (+49)", options=("Österreich (+43)", "Deutschland (+49)", "Schweiz (+41)")),
    ask("Straße, Hausnummer", "Lange Reihe 41"),
    leave("Hausnummer"),
    ask("PLZ", "20099"),
    ask("PLZ / Ort", "20099 Hamburg", may_leave=True),
    ask("Ort", "Hamburg"),
    ask("Bundesland", "Hamburg", options=("Bayern", "Hamburg", "Hessen")),
    ask("Land", "Deutschland", options=("Deutschland", "Österreich")),
    leave("LinkedIn-Profil"),
    ask("XING-Profil", "https://www.xing.com/profile/Katharina_Arnsberg"),
    leave("LinkedIn oder XING", may_leave=True),
    ask("Website", "https://arnsberg.example.de", kind="url"),
    ask("Haben Sie einen Führerschein (Klasse B)?", "Ja", options=JA),
    ask("Besitzen Sie einen Führerschein der Klasse B?", "Ja", options=JA),
    leave("Besitzen Sie einen Führerschein der Klasse CE?", options=JA),
    leave("Haben Sie einen PKW und Führerschein Klasse B?", options=JA),
    ask("Sind Sie reisebereit?", "Ja", options=JA, may_leave=True),
    leave("Wie hoch ist Ihre Reisebereitschaft in %?", kind="number"),
    leave("Reisebereitschaft", options=("keine", "bis 25 %", "bis 50 %")),
    ask("Wie gut sind Ihre Englischkenntnisse?", "Verhandlungssicher",
        options=("Grundkenntnisse", "Gut", "Verhandlungssicher")),
    ask("Englischkenntnisse", "verhandlungssicher",
        options=("Grundkenntnisse", "fließend", "verhandlungssicher", "Muttersprache"), may_leave=True),
    leave("Wie gut sprechen Sie Französisch?", options=("Grundkenntnisse", "Gut", "Verhandlungssicher")),
    leave("Englisch (CEFR)", options=("B1", "B2", "C1", "C2")),
    ask("Haben Sie bereits bei Kogge Digital gearbeitet?", "Nein", options=JA),
    ask("Waren Sie schon einmal bei uns beschäftigt?", "Nein", options=JA),
    leave("Haben Sie sich schon einmal bei uns beworben?", options=JA),
    ask("Wie sind Sie auf uns aufmerksam geworden?", "Xing", options=("Google", "LinkedIn", "Xing")),
    ask("Woher kennst du uns?", "XING", options=("Instagram", "XING", "Freunde"), may_leave=True),
    leave("Falls Empfehlung: Wer hat dich empfohlen?"),
    leave("Liegt eine Schwerbehinderung vor?", options=JA),
    leave("Schwerbehinderung", options=("Ja", "Nein", "Keine Angabe")),
    leave("Geschlecht", options=("weiblich", "männlich", "divers")),
    leave("Konfession", options=("ev.", "rk.", "keine")),
    leave("Staatsangehörigkeit", options=("deutsch", "österreichisch")),
    leave("Sind Sie schwanger?", options=JA),
    leave("Familienstand", options=("ledig", "verheiratet")),
    ask("Wie viele Jahre Erfahrung haben Sie mit Figma?", "3", kind="number"),
    ask("Wie viele Jahre Erfahrung hast du mit Figma?", "3", kind="number"),
    leave("Wie viele Jahre Erfahrung haben Sie mit Sketch?", kind="number"),
    leave("Wie viele Jahre Berufserfahrung haben Sie?", kind="number"),
    leave("Berufserfahrung", options=("0-2 Jahre", "3-5 Jahre", "mehr als 5 Jahre")),
    ask("Kündigungsfrist", "sofort verfügbar", "sofort",
        options=("sofort", "4 Wochen", "3 Monate"), may_leave=True),
    leave("Frühestmöglicher Eintrittstermin", kind="date"),
    leave("Ab wann sind Sie verfügbar?", kind="date"),
    ask("Gehaltsvorstellung (Jahresbrutto in €)", "58000 EUR"),
    ask("Ihr Gehaltswunsch p.a.", "58000 EUR"),
    ask("Gehaltsvorstellung", "58000", kind="number"),
    ask("Gehaltsvorstellung", "50.000–60.000 €",
        options=("40.000–50.000 €", "50.000–60.000 €", "60.000–70.000 €")),
    leave("Gehaltsvorstellung in Tsd. Euro", kind="number"),
    leave("Aktuelles Jahresgehalt"),
    leave("Gehaltsvorstellung pro Monat (brutto)"),
    leave("Aktueller Arbeitgeber"),
    ask("Letzter Arbeitgeber", "Institut für Meeresbiologie", may_leave=True),
    ask("Höchster Bildungsabschluss", "Promotion", options=("Abitur", "Bachelor", "Master", "Promotion")),
    ask("Höchster Abschluss", "PhD / Doktor", options=("Bachelor", "Master / Diplom", "PhD / Doktor")),
    ask("Hochschule", "Universität Kiel", may_leave=True),
    leave("Abschlussnote"),
    leave("Schule (Abitur)"),
    ask("Besitzen Sie eine Arbeitserlaubnis für Deutschland?", "Ja", options=JA),
    ask("Brauchen Sie eine Arbeitserlaubnis?", "Nein", options=JA, may_leave=True),
    ask("Haben Sie eine gültige Arbeitserlaubnis für die Schweiz?", "Nein", options=JA),
    leave("Haben Sie eine unbefristete Arbeitserlaubnis für Frankreich?", options=JA),
    ask("Sind Sie bereit umzuziehen?", "Ja", options=JA),
    leave("Würden Sie für die Stelle nach München umziehen?", options=JA),
    ask("Sind Sie volljährig?", "Ja", options=JA, may_leave=True),
    ask("Sind Sie jünger als 18 Jahre?", "Nein", options=JA),
    leave("Ich habe die Datenschutzerklärung gelesen und akzeptiere sie", kind="checkbox"),
    leave("Ja, ich möchte in den Talentpool aufgenommen werden", kind="checkbox"),
    leave("Hiermit bestätige ich die Richtigkeit der Angaben", kind="checkbox"),
    leave("Name des Ansprechpartners"),
    leave("Warum möchten Sie sich beruflich verändern?", kind="textarea"),
    leave("Haben Sie Vorstrafen?", options=JA),
    leave("Wunschstandort", options=("Hamburg", "Berlin")),
    leave("Arbeitszeitmodell", options=("Vollzeit", "Teilzeit")),
    leave("Wie viele Stunden pro Woche möchten Sie arbeiten?", kind="number"),
]
IN_DUTCH = [
    ask("Voornaam", "Katharina"),
    ask("Achternaam", "von Arnsberg"),
    leave("Tussenvoegsel"),
    leave("Voorletters"),
    ask("Heb je een geldige werkvergunning voor Nederland?", "Ja", options=NL),
    ask("Mag je in Nederland werken?", "Ja", options=NL),
    ask("Heb je visumsponsoring nodig om in Nederland te werken?", "Nee", options=NL, may_leave=True),
    ask("Heb je een rijbewijs B?", "Ja", options=NL, may_leave=True),
    leave("Heb je een eigen auto?", options=NL),
    ask("Heb je eerder bij Polder Labs gewerkt?", "Nee", options=NL),
    ask("Ben je bereid te verhuizen?", "Ja", options=NL),
    ask("Wat is je salarisindicatie (bruto per jaar)?", "58000 EUR"),
    leave("Wat is je salarisindicatie per maand?"),
    ask("Hoe goed spreek je Engels?", "Verhandlungssicher", may_leave=True),
    leave("Hoe goed spreek je Nederlands?", options=("Basis", "Goed", "Vloeiend")),
    ask("Woonplaats", "Hamburg"),
    ask("Land", "Duitsland", options=("België", "Duitsland", "Nederland")),
    leave("Geslacht", options=("Man", "Vrouw", "Anders")),
    leave("Ik ga akkoord met de privacyverklaring", kind="checkbox"),
    leave("Waarom solliciteer je bij ons?", kind="textarea"),
    ask("Hoe heb je ons gevonden?", "XING", may_leave=True),
    leave("Hoeveel uur per week wil je werken?", kind="number"),
    leave("Geboortedatum", kind="date"),
]
IN_SWEDISH = [
    ask("Förnamn", "Katharina"),
    ask("Efternamn", "von Arnsberg"),
    ask("Telefonnummer", "0170 5550123", "+49 170 5550123", kind="tel"),
    ask("Har du arbetstillstånd i Sverige?", "Ja", options=SV),
    ask("Behöver du arbetstillstånd för att arbeta i Sverige?", "Nej", options=SV, may_leave=True),
    ask("Har du körkort?", "Ja", options=SV, may_leave=True),
    ask("Har du B-körkort?", "Ja", options=SV, may_leave=True),
    ask("Har du jobbat hos oss tidigare?", "Nej", options=SV),
    ask("Kan du tänka dig att flytta?", "Ja", options=SV, may_leave=True),
    ask("Vad är ditt löneanspråk per år?", "58000 EUR", "58000 EUR per year"),
    leave("Löneanspråk (kr/månad)", kind="number"),
    leave("Personnummer"),
    leave("Talar du svenska?", options=SV),
    leave("Kön", options=("Kvinna", "Man")),
    leave("Uppsägningstid", options=("1 månad", "2 månader", "3 månader")),
    ask("Är du över 18 år?", "Ja", options=SV),
    leave("Referens: namn och telefonnummer"),
    leave("Jag samtycker till att mina uppgifter sparas i två år", kind="checkbox"),
]
ONE_NAME = [
    leave("First name"),
    leave("Last name"),
    ask("Full name", "Wibowo"),
    ask("Name", "Wibowo"),
    ask("Email address", "wibowo@example.id", kind="email"),
    ask("Phone number", "+62 812-3456-7890", kind="tel"),
    ask("Country code", "ID", options=("ID", "MY", "SG"), may_leave=True),
    ask("Country code", "Indonesia +62", options=("Indonesia +62", "Malaysia +60", "Singapore +65")),
    ask("City", "Jakarta"),
    ask("Postcode", "12730"),
    ask("Country of residence", "Indonesia", options=("India", "Indonesia", "Singapore")),
    ask("Are you authorized to work in Singapore?", "No", options=Y),
    ask("Do you need an Employment Pass (visa sponsorship) to work in Singapore?", "Yes", options=Y,
        may_leave=True),
    ask("Will you require sponsorship now or in the future?", "Yes", options=Y),
    leave("Are you a Singapore citizen or PR?", options=Y),
    ask("Are you willing to relocate?", "No", options=Y),
    ask("Are you open to relocation?", "No", options=Y),
    ask("Would you be willing to relocate to Singapore?", "No", options=Y, may_leave=True),
    ask("Total years of experience", "0", kind="number"),
    ask("Years of experience", "Less than 1 year", options=("Less than 1 year", "1-3 years", "4+ years")),
    ask("How many years of React experience do you have?", "Less than one"),
    leave("How many years of React experience do you have?", kind="number"),
    leave("How many years of React Native experience do you have?"),
    leave("Current company"),
    leave("University"),
    leave("Degree", options=("Bachelor's", "Master's")),
    leave("LinkedIn URL"),
    leave("GitHub URL"),
    ask("Personal website", "https://wibowo.example.id", kind="url"),
    ask("Portfolio", "https://wibowo.example.id", may_leave=True),
    ask("Notice period", "1 month", options=("Immediate", "2 weeks", "1 month", "2 months", "3 months")),
    leave("Expected salary (SGD)"),
    leave("NRIC / FIN"),
    leave("Religion", options=("Buddhist", "Muslim", "Christian")),
    leave("Race", options=("Chinese", "Malay", "Indian", "Others")),
    leave("I agree to the privacy policy", kind="checkbox"),
    leave("How did you hear about us?", options=("LinkedIn", "JobStreet", "Other")),
    leave("Have you worked for Merlion Pay before?", options=Y),
    leave("Are you above 18 years old?", options=Y),
]
# fmt: on


def test_in_german() -> None:
    assert_right(judge(IN_GERMAN, KATHARINA, JOB), 0.95)


def test_in_dutch() -> None:
    assert_right(judge(IN_DUTCH, KATHARINA, NETHERLANDS), 0.95)


def test_in_swedish() -> None:
    assert_right(judge(IN_SWEDISH, KATHARINA, SWEDEN), 0.95)


def test_one_name() -> None:
    assert_right(judge(ONE_NAME, WIBOWO, SINGAPORE), 0.95)
