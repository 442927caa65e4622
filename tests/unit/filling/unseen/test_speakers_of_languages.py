"""What three applicants speak and how well: asked outright, by a bar, by steps of a list, and all at once."""

from __future__ import annotations

import pytest

from companion.filling import Field
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave, plan


def speaker(**fluency: str) -> Applicant:
    return applicant({"languages": [{"language": name, "fluency": level} for name, level in fluency.items()]})


HALINA = speaker(Polish="Native", English="C1", German="B1", Spanish="A2")
KOFI = speaker(English="Fluent", French="Conversational", Twi="Native", Chinese="Basic")
INES = speaker(Portuguese="Muttersprache", English="Professional working proficiency", Swedish="Intermediate")

STEPS = ("None", "Conversational", "Professional", "Native or bilingual")
STEPS_IN = {
    "it": ("Nessuno", "Parlato", "Professionale", "Madrelingua o bilingue"),
    "es": ("Ninguno", "Conversación", "Profesional", "Nativo o bilingüe"),
    "fr": ("Aucun", "Conversation", "Professionnel", "Langue maternelle ou bilingue"),
    "pt": ("Nenhum", "Conversação", "Profissional", "Nativo ou bilíngue"),
    "nl": ("Geen", "Conversatie", "Professioneel", "Moedertaal of tweetalig"),
    "de": ("Keine", "Konversationssicher", "Beruflich", "Muttersprache oder zweisprachig"),
    "sv": ("Ingen", "Konversation", "Professionell", "Modersmål eller tvåspråkig"),
}
FRAMEWORK = ("A1", "A2", "B1", "B2", "C1", "C2")

# fmt: off
HALINA_IS_ASKED = [
    ask("Do you speak Polish?", "Yes", options=Y),
    ask("Do you speak English?", "Yes", options=("No", "Yes")),
    ask("Do you speak German?", "Yes", options=Y),
    leave("Do you speak Spanish?", options=Y),
    leave("Do you speak Italian?", options=Y),
    leave("Can you speak Ukrainian fluently?", options=Y),
    ask("Are you fluent in English?", "Yes", options=Y),
    ask("Is your English fluent?", "Yes", kind="yes_no"),
    ask("Do you have fluent spoken and written English?", "Yes", options=Y),
    ask("Are you a fluent German speaker?", "No", options=Y),
    ask("Are you able to communicate fluently in German?", "No", options=Y),
    ask("Do you have at least B2 in English?", "Yes", options=Y),
    ask("Is your level of English B2 or above?", "Yes", options=Y),
    ask("Do you have a C1 or higher level of English?", "Yes", options=Y),
    leave("Do you have native English?", options=Y),
    ask("Is your German at C1 level?", "No", options=Y),
    ask("Do you have a minimum of B1 in German?", "Yes", options=Y),
    ask("Do you have an A2 level in Spanish (or higher)?", "Yes", options=Y),
    ask("Do you have a B2 level of Spanish?", "No", options=Y),
    ask("Do you have professional working proficiency in English?", "Yes", options=Y),
    leave("Do you have professional working proficiency in German?", options=Y),
    ask("Do you have professional proficiency in Spanish?", "No", options=Y),
    ask("Are you able to work in English?", "Yes", options=Y),
    ask("Do you speak English and Polish?", "Yes", options=Y),
    leave("Do you speak fluent English and German?", options=Y),
    leave("Do you speak English and Dutch?", options=Y),
    ask("Are you fluent in German and Spanish?", "No", options=Y),
    ask("Are you fluent or native in English?", "Yes", options=Y),
    leave("Fluent English"),
    ask("Are you a native Polish speaker?", "Yes", options=Y),
    leave("Are you a native English speaker?", options=Y),
    ask("Do you consider yourself fluent in English?", "Yes", options=Y),
    ask("Would you say that you are fluent in German?", "No", options=Y, may_leave=True),
    ask("I am fluent in English", "Yes", options=Y),
    ask("This role requires a fluent speaker. Do you speak English?", "Yes", options=Y),
    ask("This position requires fluent German. Do you speak German?", "No", options=Y),
    leave("This role requires fluent German. Do you want to move there?", options=Y),
    leave("Is fluent English required for this role?", options=Y),
    leave("Would you take English lessons?", options=Y),
    leave("I am not fluent in English", options=Y),
    # Another matter, or one word too many to be sure.
    leave("Do you not speak English?", options=Y),
    leave("Do you speak English at home?", options=Y),
    leave("Do you speak any language other than English?", options=Y),
    leave("Do you want to learn German?", options=Y),
    leave("Do you need English lessons?", options=Y),
    leave("Are you English?", options=Y),
    leave("Are you Polish?", options=Y),
    leave("Do you have a Polish passport?", options=Y),
    leave("Is your English level below B2?", options=Y),
    leave("Is your German B1 or lower?", options=Y),
    leave("Do you hold an English language certificate at C1?", options=Y),
    leave("Does your partner speak English?", options=Y),
    leave("Did you study in English?", options=Y),
    leave("Have you worked in an English speaking environment?", options=Y),
    leave("Do you have experience supporting customers in English?", options=Y),
    leave("Can you teach English?", options=Y),
    leave("Do you speak English? If yes, how did you learn it?", options=Y),
    leave("Do you have English?", options=Y),
    leave("Fluent English is required for this role", options=("I understand",)),
    ask("What is your level of English?", "C1", options=FRAMEWORK),
    ask("How would you rate your English?", "C1 (Advanced)",
        options=("A1 (Beginner)", "A2 (Elementary)", "B1 (Intermediate)", "B2 (Upper intermediate)",
        "C1 (Advanced)", "C2 (Proficient)")),
    ask("What is your level of proficiency in Polish?", "Native or bilingual", options=STEPS),
    ask("What is your level of proficiency in English?", "Professional", options=STEPS),
    ask("What is your level of proficiency in German?", "Conversational", options=STEPS),
    leave("What is your level of proficiency in Spanish?", options=STEPS),
    leave("What is your level of proficiency in Italian?", options=STEPS),
    leave("What level of English is required?", options=STEPS),
    ask("Qual è il tuo livello di conoscenza della lingua inglese?", "Professionale", options=STEPS_IN["it"]),
    ask("¿Cuál es tu nivel de polaco?", "Nativo o bilingüe", options=STEPS_IN["es"]),
    ask("¿Cuál es tu nivel de inglés?", "Profesional", options=STEPS_IN["es"]),
    ask("Quel est votre niveau d'anglais ?", "Professionnel", options=STEPS_IN["fr"]),
    ask("Quel est votre niveau de maîtrise de l'allemand ?", "Conversation", options=STEPS_IN["fr"]),
    ask("Qual é o seu nível de inglês?", "Profissional", options=STEPS_IN["pt"]),
    ask("Wat is je niveau Engels?", "Professioneel", options=STEPS_IN["nl"]),
    ask("Wie gut ist Ihr Englisch?", "Beruflich", options=STEPS_IN["de"], may_leave=True),
    ask("Wie gut sind Ihre Englischkenntnisse?", "Beruflich", options=STEPS_IN["de"], may_leave=True),
    ask("Hur bra är din engelska?", "Professionell", options=STEPS_IN["sv"], may_leave=True),
    leave("¿Cuál es tu nivel de español?", options=STEPS_IN["es"]),
    ask("English", "Professional", options=STEPS),
    ask("German", "B1", options=FRAMEWORK),
    leave("Italian", options=STEPS),
    leave("English", options=Y),
    leave("Niveau d'anglais", options=("Débutant", "Intermédiaire", "Bilingue")),
    ask("Quel est votre niveau de compétence en anglais ?", "Professionnel", options=STEPS_IN["fr"]),
    ask("Poziom znajomości języka angielskiego", "C1", options=FRAMEWORK),
    ask("Englannin kielen taito", "C1", options=FRAMEWORK),
    ask("Wat is je niveau van de Engelse taal?", "C1", options=FRAMEWORK),
    ask("Possiedi una buona conoscenza della lingua inglese?", "Sì", options=("Sì", "No")),
    ask("Maîtrisez-vous l'anglais ?", "Oui", options=("Oui", "Non")),
    ask("Êtes-vous à l'aise en anglais ?", "Oui", options=("Oui", "Non")),
    leave("Maîtrisez-vous l'allemand ?", options=("Oui", "Non")),
    leave("Beherrschen Sie Deutsch?", options=("Ja", "Nein")),
    leave("Are you comfortable communicating in German?", options=Y),
    ask("Sprechen Sie fließend Englisch?", "Ja", options=("Ja", "Nein")),
    ask("Sprechen Sie fließend Deutsch?", "Nein", options=("Ja", "Nein")),
    ask("Verfügen Sie über sehr gute Englischkenntnisse in Wort und Schrift?", "Ja", options=("Ja", "Nein")),
    leave("Lernen Sie Deutsch?", options=("Ja", "Nein")),
    leave("Unterrichten Sie Englisch?", options=("Ja", "Nein")),
    ask("Parlez-vous couramment anglais ?", "Oui", options=("Oui", "Non")),
    ask("Parlez-vous anglais ?", "Oui", options=("Oui", "Non")),
    leave("Parlez-vous espagnol ?", options=("Oui", "Non")),
    ask("¿Hablas inglés con fluidez?", "Sí", options=("Sí", "No")),
    ask("¿Tienes un nivel B2 de inglés?", "Sí", options=("Sí", "No")),
    ask("Parli inglese?", "Sì", options=("Sì", "No")),
    ask("Parli fluentemente tedesco?", "No", options=("Sì", "No")),
    ask("Spreek je vloeiend Engels?", "Ja", options=("Ja", "Nee")),
    ask("Você fala inglês fluente?", "Sim", options=("Sim", "Não")),
    ask("Talar du flytande engelska?", "Ja", options=("Ja", "Nej")),
    ask("Taler du flydende engelsk?", "Ja", options=("Ja", "Nej"), may_leave=True),
    ask("Czy mówisz płynnie po angielsku?", "Tak", options=("Tak", "Nie"), may_leave=True),
    ask("What languages do you speak?",
        "Polish (Native), English (C1), German (B1), Spanish (A2)"),
    ask("Please list all languages you speak and your level in each",
        "Polish (Native), English (C1), German (B1), Spanish (A2)", kind="textarea"),
    ask("Languages you speak and your level (e.g. English - C1)",
        "Polish (Native), English (C1), German (B1), Spanish (A2)"),
    ask("Language skills", "Polish (Native), English (C1), German (B1), Spanish (A2)"),
    ask("Welche Sprachen sprechen Sie?", "Polish (Native), English (C1), German (B1), Spanish (A2)"),
    ask("¿Qué idiomas hablas?", "Polish (Native), English (C1), German (B1), Spanish (A2)"),
    leave("What other languages do you speak?"),
    leave("List the languages you speak (other than Polish)"),
    leave("Languages you speak (at home)"),
    leave("Please list the languages (programming) you speak"),
    leave("Which languages do you speak fluently?"),
    leave("Which foreign languages do you speak?"),
    leave("Which languages do you speak besides Polish?"),
    leave("What programming languages do you know?"),
    leave("Which languages have you worked with professionally?"),
    leave("Languages you speak", description="e.g. Python, Java"),
    leave("Which languages do your parents speak?"),
    leave("How many languages do you speak?"),
    leave("Which languages does the team speak?"),
    leave("Languages"),
]
KOFI_IS_ASKED = [
    ask("Are you fluent in English?", "Yes", options=Y),
    ask("Do you have an English level of B2 or higher?", "Yes", options=Y),
    leave("Do you have a C1 level in English?", options=Y),
    ask("Do you have excellent English?", "Yes", options=Y),
    leave("Do you speak Mandarin?", options=Y),
    leave("Do you speak Chinese?", options=Y),
    ask("Do you speak French?", "Yes", options=Y),
    ask("Are you conversational in French?", "Yes", options=Y),
    ask("Can you hold a conversation in French?", "Yes", options=Y),
    ask("Do you speak French fluently?", "No", options=Y),
    leave("Can you read and write French?", options=Y),
    leave("Do you have at least B2 French?", options=Y),
    ask("Do you have C1 French?", "No", options=Y),
    leave("Can you communicate fluently in Latvian in a professional environment?", options=Y),
    ask("Can you communicate fluently in English in a professional environment?", "Yes", options=Y),
    ask("Can you communicate fluently in French in a professional setting?", "No", options=Y),
    ask("English proficiency", "Professional", options=STEPS),
    ask("French language proficiency", "Conversational", options=STEPS),
    leave("What is your level of proficiency in Chinese?", options=STEPS),
    leave("English level", options=FRAMEWORK),
    leave("English proficiency", options=("Limited working", "Professional working", "Full professional")),
    ask("Please list the language(s) you speak (Basic, Conversational, Fluent, Native).",
        "English (Fluent), French (Conversational), Twi (Native), Chinese (Basic)", kind="textarea"),
]
INES_IS_ASKED = [
    ask("Do you have B2 English?", "Yes", options=Y),
    leave("Are you fluent in English?", options=Y),
    ask("Do you have business English?", "Yes", options=Y),
    ask("Are you fluent in Swedish?", "No", options=Y),
    ask("Do you speak Swedish?", "Yes", options=Y),
    leave("Do you have B1 Swedish?", options=Y),
    leave("What is your level of proficiency in Swedish?", options=STEPS),
    ask("English proficiency", "Professional working proficiency",
        options=("Limited working proficiency", "Professional working proficiency",
        "Full professional proficiency")),
    ask("What is your level of proficiency in Portuguese?", "Native or bilingual", options=STEPS),
]
# fmt: on


@pytest.mark.parametrize(
    ("who", "asked"),
    [(HALINA, HALINA_IS_ASKED), (KOFI, KOFI_IS_ASKED), (INES, INES_IS_ASKED)],
    ids=["halina", "kofi", "ines"],
)
def test_what_the_profile_says_of_a_language_answers_and_what_it_does_not_is_left(
    who: Applicant, asked: list[Ask]
) -> None:
    assert_right(judge(asked, who), bar=1.0)


@pytest.mark.parametrize(
    "fluency", ["", "Not fluent", "Near-native", "Good", "Fluent (A2)", "I took it at school"]
)
def test_a_level_that_nobody_can_read_answers_no_bar(fluency: str) -> None:
    asked = [
        leave("Are you fluent in English?", options=Y),
        leave("Do you have B2 or higher in English?", options=Y),
    ]
    assert_right(judge(asked, speaker(English=fluency)), bar=0)


def test_a_language_that_stands_twice_in_the_profile_is_left() -> None:
    twice = applicant({"languages": [{"language": "English", "fluency": f} for f in ("C1", "B1")]})
    assert_right(judge([leave("Are you fluent in English?", options=Y)], twice), bar=0)


def test_cantonese_is_not_mandarin_and_chinese_may_be_either() -> None:
    cantonese = speaker(**{"Chinese (Cantonese)": "Native"})
    asked = [leave(f"Do you speak {name}?", options=Y) for name in ("Mandarin", "Chinese")]
    assert_right(judge(asked, cantonese), bar=0)
    assert_right(judge(asked[:1], speaker(Chinese="Native")), bar=0)
    assert_right(judge([ask("Do you speak Chinese?", "Yes", options=Y)], speaker(Mandarin="Native")), bar=1)


def test_levels_are_told_of_all_languages_or_of_none() -> None:
    asked = [
        ask("What languages do you speak?", "English (C1), Dutch"),
        leave("Languages you speak and level"),
    ]
    assert_right(judge(asked, speaker(English="C1", Dutch="")), bar=1)


def test_the_applicant_is_told_that_the_profile_says_so() -> None:
    made = plan([Field("f", kind="yes_no", label="Are you fluent in English?")], HALINA)
    assert [(value.value, value.source, value.why) for value in made.values] == [
        ("Yes", "profile", "what your profile says")
    ]
