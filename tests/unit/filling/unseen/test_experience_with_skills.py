"""Years of experience with a skill, whether so many, whether any: in the words of nine languages, with traps."""

from __future__ import annotations

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

OLDENBURG = JobFacts(
    title="Backend Developer", company="Moorland Software", location="Oldenburg, Germany", country="DE"
)
RESUME = {
    "basics": {
        "name": "Wiebke Janssen",
        "label": "Ingenieurin",
        "email": "wiebke.janssen@example.de",
        "location": {"city": "Oldenburg", "countryCode": "DE"},
    },
    "work": [{"name": "Hafen IT", "position": "Ingenieurin", "startDate": "2022-01"}],
}
WIEBKE = applicant(
    RESUME,
    {
        "How long have you been using Rust (in years)?": "3",
        "Seit wie vielen Jahren programmieren Sie in Kotlin?": "7",
        "Years with Terraform": "4",
        "Combien d'années d'expérience avez-vous avec Vue.js ?": "2",
        "Da quanti anni usi Oracle?": "6",
        "¿Cuántos años has trabajado con Symfony?": "5",
        "For how many years have you been a site reliability engineer?": "3",
        "How many years of experience do you have with C++?": "9",
        "How many years of Git experience do you have?": "8",
        "Wie viele Jahre Erfahrung haben Sie mit Docker und Kubernetes?": "4",
        "How many years have you used AWS Lambda?": "1",
        "Years of experience with React Native": "2",
        "How many years of SQL Server experience do you have?": "5",
        "How many years have you used PHP?": "0",
        "How many years of experience with Machine Learning?": "2.5",
        "How many years of Product Management (PM) experience do you have?": "6",
        "Kennen Sie Fortran?": "Nein",
        "Do you have experience with Elasticsearch?": "Yes",
        "Haben Sie Erfahrung mit COBOL?": "Nein",
        "How many years of Perl experience do you have?": "3",
        "Do you have experience with Perl?": "No",
        "How many years of experience do you have with Ansible?": "a few",
        "Have you built data pipelines?": "Yes",
        "Have you ever designed microchips?": "No",
    },
)
# fmt: off
YEARS = [
    ask("How many years of work experience do you have with Rust (Programming Language)?", "3"),
    ask("How many years of Rust experience do you currently have?", "3", kind="number"),
    ask("Wie viele Jahre Berufserfahrung haben Sie mit Rust?", "3"),
    ask("Seit wie vielen Jahren nutzen Sie Terraform?", "4"),
    ask("Depuis combien d'années utilisez-vous Terraform ?", "4"),
    ask("Combien d'années d'expérience avez-vous en Kotlin ?", "7"),
    ask("¿Cuántos años de experiencia laboral tienes con Kotlin?", "7"),
    ask("¿Cuántos años tienes de experiencia en Terraform?", "4"),
    ask("Quanti anni di esperienza di lavoro hai con Symfony Framework?", "5"),
    ask("Da quanto tempo lavori con Terraform (anni)?", "4"),
    ask("Hoeveel jaar werkervaring hebt u met Terraform?", "4"),
    ask("Há quantos anos você já usa Terraform no trabalho?", "4"),
    ask("Hur många års arbetslivserfarenhet har du av Kotlin?", "7"),
    ask("Ile lat posługujesz się zawodowo narzędziem Terraform?", "4"),
    ask("How many years of work experience do you have with Vue?", "2"),
    ask("Combien d'années d'expérience avez-vous dans l'utilisation de Terraform ?", "4"),
    ask("How many years of experience do you have building web applications with Vue?", "2"),
    ask("How many years of work experience do you have with Vue.js (JavaScript Framework)?", "2"),
    ask("How many years of work experience do you have with Git (Version Control)?", "8"),
    ask("How many years of experience do you have with VueJS?", "2"),
    ask("How many years of work experience do you have with Oracle Database?", "6"),
    ask("How many years of work experience do you have with C++?", "9"),
    ask("How many years of work experience do you have as a site reliability engineer?", "3"),
    ask("How many years of experience do you have with Docker and Kubernetes?", "4"),
    ask("How many years of experience do you have in Kotlin and Rust?", "3"),
    ask("How many years of experience do you have with Git, Docker and Kubernetes?", "4"),
    ask("How many years of work experience do you have with Kotlin/Rust?", "3"),
    ask("How many years of work experience do you have with PHP?", "0"),
    ask("How many years of work experience do you have with Machine Learning (ML)?", "2.5"),
    ask("How many years of experience with Kotlin?", "6-9 years", options=("0-2 years", "3-5 years", "6-9 years")),
    ask("How many years of work experience do you have with Terraform? Please enter a whole number.", "4"),
]
YEARS_TRAPS = [
    leave("How many years of work experience do you have with C (Programming Language)?"),
    leave("How many years of work experience do you have with C#?"),
    leave("How many years of experience do you have with C#?", kind="number"),
    leave("How many years of work experience do you have with React.js?"),
    leave("How many years of work experience do you have with AWS?"),
    leave("How many years of work experience do you have with SQL?"),
    leave("How many years of work experience do you have with GitHub?"),
    leave("How many years of work experience do you have with Vue Storefront development?"),
    leave("How many years of work experience do you have with Git programming?"),
    leave("How many years of work experience do you have with Docker?"),
    leave("How many years of work experience do you have with Docker Swarm?"),
    leave("How many years of work experience do you have with Kotlin and Swift?"),
    leave("How many years of work experience do you have with Kotlin or Rust?"),
    leave("How many years of work experience do you have with Kotlin (Android)?"),
    leave("How many years of work experience do you have with Project Management (PM)?"),
    leave("How many years of work experience do you have with Fortran?"),
    leave("How many years of work experience do you have with Elasticsearch?"),
    leave("How many years of work experience do you have with Ansible?", kind="number"),
    leave("How many years ago did you last use Rust?"),
    leave("How many years of Rust experience does your team have?"),
    leave("How many years have you been in Rust, Austria?"),
    leave("How many months of work experience do you have with Rust?"),
    leave("In how many years do you want to master Rust?"),
    leave("How many years have you taught Rust?"),
    leave("How many years of experience do you have in Oracle Forms?"),
    leave("How many years of experience do you have in managing site reliability engineers?"),
    leave("We love Rust. What do you like? How many years of Rust experience do you have?"),
]
BARS = [
    ask("Do you have 2+ years of experience with Rust?", "Yes", options=Y),
    ask("Do you have at least 5 years of experience with Rust?", "No", options=Y),
    ask("Do you have three or more years of experience in Rust?", "Yes", options=Y),
    ask("Do you have 4-8 years of Kotlin experience?", "Yes", options=Y),
    ask("Do you have 2 years + experience developing applications in Kotlin/Rust?", "Yes", options=Y),
    ask("Haben Sie mindestens 5 Jahre Erfahrung mit Kotlin?", "Ja", options=("Ja", "Nein")),
    ask("Avez-vous au moins 5 ans d'expérience avec Terraform ?", "Non", options=("Oui", "Non")),
    ask("¿Tienes al menos 3 años de experiencia con Terraform?", "Sí", options=("Sí", "No")),
    ask("Hai almeno 3 anni di esperienza con Terraform?", "Sì", options=("Sì", "No")),
    ask("Heb je minimaal 3 jaar ervaring met Terraform?", "Ja", options=("Ja", "Nee")),
    ask("Você tem pelo menos 3 anos de experiência com Terraform?", "Sim", options=("Sim", "Não")),
    ask("Har du minst 5 års erfarenhet av Terraform?", "Nej", options=("Ja", "Nej")),
    ask("Czy masz co najmniej 3 lata doświadczenia z Terraform?", "Tak", options=("Tak", "Nie"), may_leave=True),
    ask("Do you have at least 1 year of experience with Fortran?", "No", options=Y),
    leave("Do you have 2-5 years of Kotlin experience?", options=Y),
    leave("Do you have at least 5 years of experience with Kotlin and Rust?", options=Y),
    leave("Do you have 4 to 7 years of Kotlin experience?", options=Y),
    leave("Do you have more than 3 years of experience with Rust?", options=Y),
    leave("Do you have at least 2 years of experience with Rust in production?", options=Y),
    leave("Do you have less than 5 years of experience with Rust?", options=Y),
    leave("Have you used Rust within the last 2 years?", options=Y),
    leave("Do you have at least 3 years of experience with Perl?", options=Y),
    leave("Do you have at least 3 years of experience with React?", options=Y),
]
ANY = [
    ask("Do you have experience with the Rust programming language?", "Yes", options=Y),
    ask("Have you ever worked with Terraform?", "Yes", options=Y),
    ask("Do you have Kotlin experience?", "Yes", options=Y),
    ask("Experience with Terraform", "Yes", options=Y),
    ask("Haben Sie Erfahrung mit Terraform?", "Ja", options=("Ja", "Nein")),
    ask("Avez-vous de l'expérience avec Terraform ?", "Oui", options=("Oui", "Non")),
    ask("¿Tienes experiencia con Terraform?", "Sí", options=("Sí", "No")),
    ask("Hai esperienza con Elasticsearch?", "Sì", options=("Sì", "No")),
    ask("Heb je ervaring met COBOL?", "Nee", options=("Ja", "Nee")),
    ask("Har du erfarenhet av Terraform?", "Ja", options=("Ja", "Nej")),
    ask("Tem experiência com Terraform?", "Sim", options=("Sim", "Não")),
    ask("Do you have experience with PHP?", "No", options=Y),
    ask("Do you have experience with Fortran?", "No", options=Y),
    ask("Do you have experience with Kotlin or Swift?", "Yes", options=Y),
    ask("Do you have experience with COBOL or Fortran?", "No", options=Y),
    ask("Do you have experience with Kotlin and Fortran?", "No", options=Y),
    ask("Are you proficient in Kotlin and C++?", "Yes", options=Y),
    ask("Are you proficient in COBOL?", "No", options=Y),
    ask("Do you know Kotlin?", "Yes", options=Y),
    ask("Are you proficient in Git, Docker and Kubernetes?", "Yes", options=Y),
    leave("Are you proficient in Git and Swift?", options=Y),
    ask("Do you have experience with data pipelines?", "Yes", options=Y),
    leave("Do you have experience with microchips?", options=Y),
    leave("Have you built something in Rust?", options=Y),
    leave("Have you built Terraform?", options=Y),
    ask("Do you have strong experience with Kotlin?", "Yes", options=Y),
    leave("Do you have strong experience with Vue?", options=Y),
    leave("Hai una buona esperienza con AWS Lambda?", options=("Sì", "No")),
    leave("Are you proficient in Vue?", options=Y),
    leave("Do you know PHP?", options=Y),
    leave("Do you have experience with Perl at scale?", options=Y),
    leave("Do you have experience with React?", options=Y),
    leave("Do you have experience with Git hooks?", options=Y),
    leave("Do you have no experience with Rust?", options=Y),
    leave("Do you have experience leading Rust teams?", options=Y),
    leave("Do you have experience with Kotlin and Swift?", options=Y),
    leave("Do you have experience with Swift or COBOL?", options=Y),
    leave("Would you like to gain experience with Terraform?", options=Y),
    leave("Describe your experience with Terraform", kind="textarea"),
    leave("Experience with Terraform"),
]
# fmt: on


def test_years() -> None:
    assert_right(judge(YEARS, WIEBKE, OLDENBURG), 1.0)


def test_what_is_no_number_of_years_with_the_same_skill() -> None:
    assert_right(judge(YEARS_TRAPS, WIEBKE, OLDENBURG), 1.0)


def test_bars() -> None:
    assert_right(judge(BARS, WIEBKE, OLDENBURG), 1.0)


def test_any_experience() -> None:
    assert_right(judge(ANY, WIEBKE, OLDENBURG), 1.0)
