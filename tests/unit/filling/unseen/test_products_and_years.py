"""How many years of a product: in other spellings of its name, in other languages, and of products that only sound
like it."""

from __future__ import annotations

from tests.unit.filling.unseen.applicants import applicant
from tests.unit.filling.unseen.asking import ask, assert_right, judge, leave

TOMASZ = applicant(
    {
        "basics": {"name": "Tomasz Wrona", "location": {"city": "Gdańsk", "countryCode": "PL"}},
        "meta": {"applyonce": {"years_experience": 15}},
    },
    {
        "How many years of C++ experience do you have?": "12",
        "Years of React experience": "6",
        "How many years of work experience do you have with Node.js?": "7",
        "How many years have you worked with Postgres?": "8",
        "Years of experience with Golang": "3",
        "How many years of experience do you have with .NET?": "4",
        "Years of Salesforce experience": "2",
        "How many years of Java experience do you have?": "11",
        "Years of SQL experience": "14",
        "How many years of experience do you have with AWS?": "5",
        "Years of Vue experience": "1",
        "Years of Angular experience": "9",
        "Which language do you write most?": "C++",
    },
)

# fmt: off
SPELLINGS = [
    ask("How many years of work experience do you have with c++?", "12"),
    ask("How many years of experience do you have with React.js?", "6"),
    ask("Years of ReactJS experience", "6"),
    ask("How many years of work experience do you have with nodejs?", "7"),
    ask("Years of Node experience", "7"),
    ask("How many years of work experience do you have with postgresql?", "8", kind="number"),
    ask("How many years of experience do you have with Go?", "3"),
    ask("How many years of experience do you have with Go (Programming Language)?", "3"),
    ask("How many years of work experience do you have with java (programming language)?", "11"),
    ask("How many years of work experience do you have with salesforce.com?", "2"),
    ask("How many years of work experience do you have with amazon web services (aws)?", "5"),
    ask("Do you have at least 5 years of ReactJS experience?", "Yes", options=("Yes", "No")),
    ask("Do you have 10+ years of experience with NodeJS?", "No", options=("Yes", "No")),
    ask("For how many years have you used Vue.js?", "1"),
    ask("Which language do you write most?", "C++", options=("C", "C#", "C++", "Rust")),
]
OTHER_PRODUCTS = [
    leave("How many years of experience do you have with C#?"),
    leave("How many years of experience do you have with C?"),
    leave("How many years of experience do you have with C/C++?"),
    leave("Years of React Native experience"),
    leave("How many years of work experience do you have with react hooks?"),
    leave("How many years of work experience do you have with javascript?"),
    leave("How many years of experience do you have with SQL Server?"),
    leave("Years of MySQL experience"),
    leave("How many years of work experience do you have with aws lambda?"),
    leave("How many years of work experience do you have with aws cloudformation?"),
    leave("How many years of work experience do you have with .net core?"),
    leave("How many years of net revenue responsibility do you have?"),
    leave("How many years of go-to-market experience do you have?"),
    leave("Years of AngularJS experience"),
    leave("How many years of experience do you have with Vue 3?"),
    leave("How many years of Salesforce Marketing Cloud experience do you have?"),
    leave("Which language do you write most?", options=("C", "C#", "Rust")),
]
LANGUAGES = [
    ask("Da quanti anni utilizzi React?", "6"),
    ask("Quanti anni di esperienza lavorativa hai con Java?", "11"),
    ask("Depuis combien d’années utilisez-vous Node.js ?", "7"),
    ask("Combien d'années d'expérience professionnelle avez-vous avec PostgreSQL ?", "8"),
    ask("Wie viele Jahre Berufserfahrung haben Sie mit C++?", "12"),
    ask("Seit wie vielen Jahren arbeitest du mit Golang?", "3"),
    ask("Hoeveel jaar werkervaring heb je met SQL?", "14"),
    ask("Há quantos anos você utiliza Vue.js?", "1"),
    ask("Quantos anos de experiência você tem com Angular?", "9"),
    ask("Hur många års erfarenhet har du av Salesforce?", "2"),
    ask("¿Cuántos años llevas trabajando con AWS?", "5"),
    leave("Depuis combien d'années utilisez-vous React Native ?"),
    leave("Quanti anni di esperienza hai con Java e Spring?"),
    leave("Seit wie vielen Jahren wohnst du in Danzig?"),
    leave("Quanti mesi di esperienza hai con Java?"),
    leave("Há quantos anos você mora em Portugal?"),
    leave("Wie viele Jahre haben Sie Java unterrichtet?"),
]
# fmt: on


def test_a_product_is_known_by_its_other_spellings() -> None:
    assert_right(judge(SPELLINGS, TOMASZ), 1)


def test_what_only_sounds_like_it_is_another_product() -> None:
    assert_right(judge(OTHER_PRODUCTS, TOMASZ), 1)


def test_the_years_are_asked_for_in_other_languages() -> None:
    assert_right(judge(LANGUAGES, TOMASZ), 1)
