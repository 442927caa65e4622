"""A chef from Morocco who lives in Lyon fills in forms in seven languages."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants_at_the_stove import YOUSSEF
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave

MUNICH = JobFacts(title="Chef de Partie (m/w/d)", company="Hotel Isarblick", location="München, Deutschland")
LYON = JobFacts(title="Second de cuisine", company="Maison Garance", location="Lyon, France")
BARCELONA = JobFacts(title="Jefe de partida", company="Grupo Almadraba", location="Barcelona, España")
TURIN = JobFacts(title="Capopartita", company="Osteria Valdocco", location="Torino, Italia")
ROTTERDAM = JobFacts(title="Chef-kok", company="Brouwerij De Leie", location="Rotterdam, Nederland")
PORTO = JobFacts(title="Cozinheiro", company="Casa do Douro", location="Porto, Portugal")
RECIFE = JobFacts(title="Chef de cozinha", company="Rede Maré Alta", location="Recife, PE, Brasil")
MALMO = JobFacts(title="Kock", company="Sundets Kök AB", location="Malmö, Sverige")
JA_NEIN = ("Ja", "Nein")
OUI = ("Oui", "Non")
SI_ES = ("Sí", "No")
SI_IT = ("Sì", "No")
JA_NEE = ("Ja", "Nee")
SIM = ("Sim", "Não")
JA_NEJ = ("Ja", "Nej")

# fmt: off
IN_GERMAN = [
    ask("Wie sind Sie auf die Stelle aufmerksam geworden?", "Indeed",
        options=("Bitte wählen", "StepStone", "Indeed", "XING", "Empfehlung")),
    ask("Ihr frühestmögliches Eintrittsdatum", "2030-09-01", kind="date"),
    ask("Ab wann stehen Sie uns zur Verfügung?", "01.09.2030", "2030-09-01", "1. September 2030"),
    ask("Kündigungsfrist", "1 Monat",
        options=("keine", "2 Wochen", "1 Monat", "3 Monate zum Quartalsende")),
    ask("Gehaltsvorstellung (brutto, Jahr, in EUR)", "34000", "34.000", kind="number"),
    ask("Besitzen Sie eine gültige Arbeitserlaubnis für Deutschland?", "Nein", options=JA_NEIN, kind="radio"),
    ask("Waren Sie schon einmal bei uns beschäftigt?", "Nein", options=JA_NEIN, kind="radio"),
    ask("Führerschein Klasse B vorhanden", "Ja", options=JA_NEIN, kind="radio"),
    ask("Sind Sie bereit, im Nachtdienst zu arbeiten?", "Nein", options=JA_NEIN, kind="radio"),
    ask("Berufserfahrung in Jahren", "7", kind="number"),
    ask("Englischkenntnisse", "B1 – Fortgeschritten",
        options=("A1/A2 – Grundkenntnisse", "B1 – Fortgeschritten", "B2/C1 – Verhandlungssicher",
                 "Muttersprache")),
    ask("Wären Sie bereit, für diese Stelle umzuziehen?", "Ja", options=JA_NEIN, kind="radio"),
    ask("Höchster akademischer Abschluss", "Bachelor", options=("Ausbildung", "Bachelor", "Master", "Promotion")),
    leave("Name Ihres Ansprechpartners in unserem Haus"),
    leave("Geburtsname (falls abweichend)"),
    leave("Liegt bei Ihnen eine Schwerbehinderung oder Gleichstellung vor?", options=JA_NEIN, kind="radio"),
    leave("Wenn ja, in welchem Zeitraum und in welcher Abteilung?"),
    leave("Berufserfahrung in der Systemgastronomie (Jahre)", kind="number"),
    ask("Haben Sie keine gültige Arbeitserlaubnis für Deutschland?", "Ja",
        options=JA_NEIN, kind="radio", may_leave=True),
    leave("Gehaltsvorstellung netto pro Monat", kind="number"),
    leave("Sind Sie mit einer in unserem Unternehmen beschäftigten Person verwandt?",
          options=JA_NEIN, kind="radio"),
]
IN_FRENCH = [
    ask("Par quel biais avez-vous eu connaissance de cette offre ?", "Indeed",
        options=("Indeed", "France Travail", "Cooptation", "LinkedIn")),
    ask("Disponibilité (date de prise de poste souhaitée)", "2030-09-01", kind="date"),
    ask("Durée de votre préavis", "1 mois", options=("Aucun", "1 mois", "2 mois", "3 mois")),
    ask("Prétentions salariales annuelles brutes (€)", "34000", kind="number"),
    ask("Êtes-vous autorisé(e) à travailler en France ?", "Oui", options=OUI, kind="radio"),
    ask("Aurez-vous besoin que l'entreprise parraine un titre de séjour ?", "Non",
        options=OUI, kind="radio"),
    ask("Faites-vous ou avez-vous fait partie de nos effectifs ?", "Non", options=OUI, kind="radio"),
    ask("Avez-vous le permis B ?", "Oui", options=OUI, kind="radio"),
    ask("Acceptez-vous le travail de nuit ?", "Non", options=OUI, kind="radio"),
    ask("Êtes-vous disponible le week-end ?", "Oui", options=OUI, kind="radio"),
    ask("Niveau d'anglais", "Intermédiaire (B1)",
        options=("Débutant (A1-A2)", "Intermédiaire (B1)", "Avancé (B2-C1)", "Bilingue (C2)")),
    ask("Seriez-vous prêt(e) à déménager pour ce poste ?", "Oui", options=OUI, kind="radio"),
    leave("Nom de naissance"),
    leave("Nom et prénom de la personne qui vous recommande"),
    leave("Combien d'années d'expérience avez-vous en boulangerie ?", kind="number"),
    leave("Bénéficiez-vous d'une reconnaissance de la qualité de travailleur handicapé (RQTH) ?",
          options=OUI, kind="radio"),
    leave("J'accepte de recevoir la newsletter et les offres de nos partenaires", kind="checkbox"),
    leave("Si oui, précisez le service et les dates"),
    leave("Salaire net mensuel souhaité", kind="number"),
    leave("Un membre de votre famille travaille-t-il chez Maison Garance ?", options=OUI, kind="radio"),
]
IN_SPANISH = [
    ask("¿A través de qué canal conociste esta vacante?", "Indeed",
        options=("InfoJobs", "Indeed", "LinkedIn", "Un amigo")),
    ask("¿Cuándo podrías incorporarte?", "01/09/2030", "2030-09-01", "1 de septiembre de 2030"),
    ask("Fecha de incorporación", "2030-09-01", kind="date"),
    ask("¿Con cuánto tiempo de preaviso debes avisar en tu empresa?", "1 mes",
        options=("Ninguno", "15 días", "1 mes", "Más de 1 mes")),
    ask("Expectativas salariales (bruto anual, €)", "34000", kind="number"),
    ask("¿Dispones de permiso de trabajo en España?", "No", options=SI_ES, kind="radio"),
    ask("¿Necesitarías que la empresa tramite tu visado de trabajo?", "Sí", options=SI_ES, kind="radio"),
    ask("¿Has trabajado anteriormente en Grupo Almadraba?", "No", options=SI_ES, kind="radio"),
    ask("¿Tienes carné de conducir B?", "Sí", options=SI_ES, kind="radio"),
    ask("¿Tienes disponibilidad para trabajar en turno de noche?", "No", options=SI_ES, kind="radio"),
    ask("¿Tienes disponibilidad los fines de semana?", "Sí", options=SI_ES, kind="radio"),
    ask("¿Cuántos años de experiencia profesional tienes?", "5 a 10 años", "De 5 a 10 años",
        options=("Menos de 1 año", "De 1 a 3 años", "De 3 a 5 años", "De 5 a 10 años", "Más de 10 años")),
    ask("Nivel de francés", "C1", options=("A1", "A2", "B1", "B2", "C1", "C2")),
    ask("¿Estarías dispuesto a cambiar de residencia?", "Sí", options=SI_ES, kind="radio"),
    leave("Persona de contacto en caso de emergencia"),
    leave("Teléfono de la persona de referencia", kind="tel"),
    leave("¿Cuántos años de experiencia tienes como jefe de sala?", kind="number"),
    leave("¿Tienes un grado de discapacidad reconocido igual o superior al 33 %?", options=SI_ES, kind="radio"),
    leave("En caso afirmativo, indica el puesto y las fechas"),
    leave("¿Tienes vehículo propio?", options=SI_ES, kind="radio"),
    leave("Quiero recibir comunicaciones comerciales y ofertas de formación", kind="checkbox"),
]
IN_ITALIAN = [
    ask("Attraverso quale canale sei venuto a conoscenza dell'annuncio?", "Indeed",
        options=("Sito aziendale", "Indeed", "Passaparola", "Altro")),
    ask("Da quando saresti disponibile a iniziare?", "01/09/2030", "2030-09-01", "1 settembre 2030"),
    ask("Giorni/mesi di preavviso", "1 mese", options=("Nessuno", "15 giorni", "1 mese", "2 mesi o più")),
    ask("Retribuzione annua lorda desiderata (€)", "34000", kind="number"),
    ask("Possiedi un permesso di lavoro valido per l'Italia?", "No", options=SI_IT, kind="radio"),
    ask("Hai mai lavorato presso Osteria Valdocco?", "No", options=SI_IT, kind="radio"),
    ask("Possiedi la patente di guida di tipo B?", "Sì", options=SI_IT, kind="radio"),
    ask("Saresti disponibile a effettuare turni notturni?", "No", options=SI_IT, kind="radio"),
    ask("Sei disponibile a lavorare nei fine settimana?", "Sì", options=SI_IT, kind="radio"),
    ask("Conoscenza della lingua inglese", "B1", options=("A1", "A2", "B1", "B2", "C1", "C2")),
    ask("Anni di esperienza lavorativa", "5-10", options=("0-2", "3-4", "5-10", "oltre 10")),
    ask("Saresti disposto a trasferirti a Torino?", "Sì", options=SI_IT, kind="radio"),
    leave("Cognome alla nascita"),
    leave("Nome e cognome del responsabile precedente"),
    leave("Anni di esperienza come pizzaiolo", kind="number"),
    leave("Appartieni a una categoria protetta ai sensi della L. 68/1999?", options=SI_IT, kind="radio"),
    leave("Hai parenti che lavorano presso la nostra azienda?", options=SI_IT, kind="radio"),
    leave("Se sì, indica chi e in quale sede"),
    leave("Acconsento al trattamento dei miei dati per finalità di marketing", kind="checkbox"),
]
IN_DUTCH = [
    ask("Hoe ben je bij deze vacature terechtgekomen?", "Indeed",
        options=("Indeed", "LinkedIn", "Via via", "Werken-bij-site")),
    ask("Per wanneer ben je beschikbaar?", "2030-09-01", kind="date"),
    ask("Wat is je opzegtermijn?", "1 maand", options=("Geen", "1 maand", "2 maanden", "3 maanden")),
    ask("Gewenst bruto jaarsalaris (€)", "34000", kind="number"),
    ask("Mag je in Nederland werken zonder werkvergunning?", "Nee", options=JA_NEE, kind="radio"),
    ask("Heb je een verblijfsvergunning of visum van ons nodig om hier te mogen werken?", "Ja",
        options=JA_NEE, kind="radio"),
    ask("Ben je eerder in dienst geweest bij Brouwerij De Leie?", "Nee", options=JA_NEE, kind="radio"),
    ask("Ben je in het bezit van rijbewijs B?", "Ja", options=JA_NEE, kind="radio"),
    ask("Ben je bereid om nachtdiensten te draaien?", "Nee", options=JA_NEE, kind="radio"),
    ask("Kun je in het weekend werken?", "Ja", options=JA_NEE, kind="radio"),
    ask("Hoeveel jaar werkervaring heb je?", "5 tot 10 jaar",
        options=("Minder dan 2 jaar", "2 tot 5 jaar", "5 tot 10 jaar", "Meer dan 10 jaar")),
    ask("Beheersing Engels", "B1", options=("A1", "A2", "B1", "B2", "C1")),
    ask("Hoogst genoten opleiding", "HBO Bachelor", options=("MBO", "HBO Bachelor", "WO Master"), may_leave=True),
    ask("Ben je bereid te verhuizen voor deze baan?", "Ja", options=JA_NEE, kind="radio"),
    leave("Geboortenaam"),
    leave("Naam referent en functie"),
    leave("Hoeveel jaar ervaring heb je als sommelier?", kind="number"),
    leave("Heb je een arbeidsbeperking of val je onder het doelgroepregister?", options=JA_NEE, kind="radio"),
    leave("Zo ja, op welke locatie en wanneer?"),
    leave("Gewenst uurloon (bruto)", kind="number"),
    leave("Ja, ik wil de vacature-nieuwsbrief ontvangen", kind="checkbox"),
]
IN_PORTUGUESE = [
    ask("Como teve conhecimento desta oferta de emprego?", "Indeed",
        options=("Net-Empregos", "Indeed", "Recomendação", "Outro")),
    ask("Data a partir da qual está disponível", "2030-09-01", kind="date"),
    ask("Período de pré-aviso", "1 mês", options=("Imediato", "15 dias", "1 mês", "2 meses")),
    ask("Expectativa salarial anual bruta (EUR)", "34000", kind="number"),
    ask("Tem autorização para trabalhar em Portugal?", "Não", options=SIM, kind="radio"),
    ask("Já trabalhou anteriormente na Casa do Douro?", "Não", options=SIM, kind="radio"),
    ask("Possui carta de condução da categoria B?", "Sim", options=SIM, kind="radio"),
    ask("Nível de inglês", "B1", options=("A1", "A2", "B1", "B2", "C1", "C2")),
    leave("Pessoa a contactar para referências"),
    leave("Apelido de solteiro(a)"),
    leave("Salário líquido mensal pretendido", kind="number"),
]
IN_BRAZIL = [
    ask("Por onde você ficou sabendo desta vaga?", "Indeed", options=("Gupy", "Indeed", "Indicação", "Instagram")),
    ask("Você já fez parte do quadro de colaboradores da Rede Maré Alta?", "Não", options=SIM, kind="radio"),
    ask("Você tem disponibilidade para trabalhar no turno da noite?", "Não", options=SIM, kind="radio"),
    ask("Tem disponibilidade para trabalhar aos finais de semana?", "Sim", options=SIM, kind="radio"),
    ask("Aceitaria mudar de cidade para esta oportunidade?", "Sim", options=SIM, kind="radio"),
    ask("Você é maior de 18 anos?", "Sim", options=SIM, kind="radio"),
    leave("Qual a sua pretensão salarial mensal (R$)?", kind="number"),
    leave("Você é uma pessoa com deficiência (PCD)?", options=SIM, kind="radio"),
    leave("Você possui parentes ou amigos que trabalham na empresa?", options=SIM, kind="radio"),
    leave("Se sim, informe nome e grau de parentesco"),
    leave("Você tem autorização para trabalhar no Brasil?", options=SIM, kind="radio"),
    leave("Há quantos anos você trabalha com churrasco?", kind="number"),
]
IN_SWEDISH = [
    ask("Var såg du annonsen?", "Indeed", options=("Platsbanken", "Indeed", "LinkedIn", "Tips från en vän")),
    ask("När kan du tidigast börja?", "2030-09-01", kind="date"),
    ask("Hur lång uppsägningstid har du?", "1 månad", options=("Ingen", "1 månad", "2 månader", "3 månader")),
    ask("Har du arbetstillstånd i Sverige?", "Nej", options=JA_NEJ, kind="radio"),
    ask("Behöver du söka arbetstillstånd för att kunna jobba i Sverige?", "Ja", options=JA_NEJ, kind="radio"),
    ask("Har du tidigare varit anställd hos oss?", "Nej", options=JA_NEJ, kind="radio"),
    ask("Har du B-körkort?", "Ja", options=JA_NEJ, kind="radio"),
    ask("Kan du tänka dig att arbeta natt?", "Nej", options=JA_NEJ, kind="radio"),
    ask("Har du möjlighet att arbeta helger?", "Ja", options=JA_NEJ, kind="radio"),
    ask("Hur många års yrkeserfarenhet har du?", "5–10 år",
        options=("0–2 år", "3–4 år", "5–10 år", "Mer än 10 år")),
    ask("Hur goda kunskaper har du i engelska?", "B1", options=("A1", "A2", "B1", "B2", "C1")),
    ask("Kan du tänka dig att flytta till Malmö?", "Ja", options=JA_NEJ, kind="radio"),
    ask("Högsta avslutade utbildning", "Kandidatexamen",
        options=("Gymnasium", "Yrkeshögskola", "Kandidatexamen", "Masterexamen")),
    leave("Löneanspråk (kr/mån)", kind="number"),
    leave("Referenspersonens namn och telefonnummer"),
    leave("Hur många års erfarenhet har du av storkök?", kind="number"),
    leave("Har du en funktionsnedsättning som vi behöver ta hänsyn till?", options=JA_NEJ, kind="radio"),
    leave("Om ja, ange när och på vilken enhet"),
    leave("Har du någon anhörig som arbetar inom företaget?", options=JA_NEJ, kind="radio"),
    leave("Jag vill få nyhetsbrev och erbjudanden via e-post", kind="checkbox"),
    leave("Är du svensk medborgare?", options=JA_NEJ, kind="radio"),
]
# fmt: on


@pytest.mark.parametrize(
    ("asked", "job"),
    [
        (IN_GERMAN, MUNICH),
        (IN_FRENCH, LYON),
        (IN_SPANISH, BARCELONA),
        (IN_ITALIAN, TURIN),
        (IN_DUTCH, ROTTERDAM),
        (IN_PORTUGUESE, PORTO),
        (IN_BRAZIL, RECIFE),
        (IN_SWEDISH, MALMO),
    ],
    ids=["de", "fr", "es", "it", "nl", "pt", "br", "sv"],
)
def test_each_is_settled_and_no_trap_is_stepped_into(asked: list[Ask], job: JobFacts) -> None:
    assert_right(judge(asked, YOUSSEF, job), bar=1.0)
