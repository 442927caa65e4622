"""Does the applicant live there? In a region, country, state, city or near it, with or without a move."""

from __future__ import annotations

import pytest

from companion.filling import JobFacts
from tests.unit.filling.unseen.applicants import EMPTY, Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave


def living(city: str, region: str, country: str, *, moves: bool | None = None) -> Applicant:
    return applicant(
        {
            "basics": {
                "name": "Noor Haddad",
                "location": {"city": city, "region": region, "countryCode": country},
            },
            "meta": {"applyonce": {"willing_to_relocate": moves}},
        }
    )


IN_DENVER = living("Denver", "Colorado", "US", moves=False)
IN_BROOKLYN = living("Brooklyn", "New York", "US", moves=True)
IN_OAKLAND = living("Oakland", "California", "US")
IN_GRAZ = living("Graz", "Steiermark", "AT", moves=True)
IN_LYON = living("Lyon", "Auvergne-Rhône-Alpes", "FR", moves=False)
IN_LEEDS = living("Leeds", "England", "GB", moves=False)
IN_LONDON_ONTARIO = living("London", "Ontario", "CA", moves=False)
IN_PARIS_TEXAS = living("Paris", "Texas", "US", moves=False)
IN_BARRIE = living("Barrie", "Ontario", "CA")
IN_SEVILLE = living("Sevilla", "Andalucía", "ES", moves=False)
IN_KADIKOY = living("Istanbul", "İstanbul", "TR")
IN_NAIROBI = living("Nairobi", "Nairobi", "KE", moves=True)
IN_PUEBLA = living("Puebla", "Puebla", "MX")
IN_LAHORE = living("Lahore", "Punjab", "PK")
IN_TURIN = living("Torino", "Piemonte", "IT")
IN_UTRECHT = living("Utrecht", "Utrecht", "NL")
IN_PORTO = living("Porto", "Porto", "PT")
IN_MALMO = living("Malmö", "Skåne län", "SE", moves=False)
IN_ATLANTA = living("Atlanta", "Georgia", "US")
IN_MANHATTAN_KANSAS = living("Topeka", "Kansas", "US")

DENVER = JobFacts(title="Analyst", company="Peak", location="Denver, CO", country="US")
NOWHERE = JobFacts(title="Analyst", company="Peak")
REMOTE = JobFacts(title="Analyst", company="Peak", location="Remote")
VIENNA = JobFacts(title="Analyst", company="Donau", location="Vienna, Austria", country="AT")


def yes(label: str) -> Ask:
    return ask(label, "Yes", options=Y)


def no(label: str) -> Ask:
    return ask(label, "No", options=Y)


def left(label: str) -> Ask:
    return leave(label, options=Y)


# fmt: off
REGIONS: list[tuple[Applicant, list[Ask]]] = [
    (IN_GRAZ, [
        yes("Are you located within the EMEA region?"), yes("Do you live in Europe?"),
        yes("Are you based in the EU?"),
        yes("Are you currently based in the EEA?"), yes("Do you reside in the DACH region?"),
        no("Are you based in APAC?"), no("Are you located in Latin America?"),
        no("Do you live in the Nordics?"),
        no("Do you currently live in Benelux?"), no("Are you located in Africa or the Middle East?"),
        yes("Are you located in EMEA or APAC?"), no("Are you based in North America?"),
        yes("Please confirm that you are located in the European Union"),
    ]),
    (IN_LEEDS, [
        yes("Are you based in Europe?"), no("Are you based in the EU?"),
        no("Are you based in the EU/EEA?"),
        yes("Are you located in the UK or the EU?"), yes("Do you live in England?"),
        no("Do you live in Scotland?"),
        yes("Are you based in the UK & Ireland?"), no("Do you live in Schengen?"),
        yes("Are you in EMEA?"),
    ]),
    (IN_DENVER, [
        yes("Are you located in North America?"), yes("Are you based in the AMER region?"),
        yes("Are you based in the Americas?"), no("Are you located in the EMEA region?"),
        no("Are you in LATAM?"),
        no("Do you live in South America?"), no("Are you located in Asia Pacific?"),
        no("Do you live in Asia?"),
    ]),
    # What is drawn in several ways is said in none.
    (IN_KADIKOY, [left("Are you based in Europe?"), left("Do you live in Asia?"),
        left("Do you live in the Middle East?"),
                  yes("Are you located in EMEA?"), no("Are you based in the EU?"),
                  no("Are you based in LATAM?")]),
    (IN_LAHORE, [left("Are you based in APAC?"), left("Are you based in EMEA?"),
        yes("Do you live in Asia?")]),
    (IN_PUEBLA, [yes("Are you located in LATAM?"), yes("Are you located in North America?"),
                 left("Do you live in Central America?"), no("Do you live in South America?")]),
    (IN_NAIROBI, [yes("Are you based in Africa?"), yes("Do you live in Sub-Saharan Africa?"),
                  no("Do you live in North Africa?"), no("Do you live in Europe?")]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), REGIONS)
def test_regions_of_the_world(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who, DENVER), 1)


# fmt: off
PLACES: list[tuple[Applicant, list[Ask]]] = [
    (IN_DENVER, [
        yes("Do you live in Denver?"), yes("Are you based in Denver, CO?"),
        yes("Are you based in Denver, Colorado?"),
        yes("Do you currently live in the Denver area?"), yes("Are you located in Denver or Boise?"),
        no("Are you currently located in Boston?"), no("Are you based in Austin, TX or Portland, OR?"),
        no("Do you live in Toronto or Mexico City?"), no("Are you located in Berlin?"),
        yes("Do you live in Colorado, Utah or Nevada?"),
        no("Do you live in Oregon, Idaho, or Washington State?"),
        yes("Are you based in CO, UT or NV?"), no("Are you based in TX or FL?"),
        no("Do you live in Ontario?"),
        yes("Are you local to Denver?"), yes("Are you within a 45 minute commute of Denver?"),
        yes("Do you live within commuting distance of Denver, CO?"),
        left("Are you near Boston?"), left("Do you live in the Chicago area?"),
        left("Are you local to Boulder?"),
        left("Do you live within 40 miles of Colorado Springs?"),
        left("Do you live within 5 miles of Denver?"),
        left("Do you live in Boulder?"), left("Are you located in Greater Seattle?"),
        no("Are you located near Amsterdam or Brussels?"), left("Are you located near Athens?"),
        no("Do you live within an hour of Sydney?"),
        ask("Do you live in Denver or Fort Collins?", "Yes", options=Y),
        ask("Do you live in Denver?", "Yes"),
        ask("Are you currently located in Madrid?", "No", kind="textarea"),
        yes("Are you Denver-based?"), no("Are you currently UK based?"), yes("Are you a Colorado resident?"),
        yes("Are you based out of Denver?"), left("Are you a lawful resident?"), left("Are you evidence-based?"),
        left("Do you live in Denver and have a car?"),
        left("Do you live in Denver, able to come in daily?"),
        left("Do you live in Boulder, Denver and Aspen and own a home?"),
    ]),
    (IN_BROOKLYN, [
        yes("Do you live in New York?"), yes("Are you located in NYC?"),
        yes("Are you based in the New York City area?"),
        yes("Do you live in Brooklyn, NY?"), left("Do you live in Manhattan?"),
        no("Do you live in Los Angeles?"),
        no("Do you live in New Jersey?"), yes("Do you live in New York, New Jersey or Connecticut?"),
    ]),
    (IN_OAKLAND, [
        yes("Are you located in the San Francisco Bay Area?"), yes("Do you live in the Bay Area?"),
        yes("Are you near either Chicago, the SF Bay Area or Miami?"),
        left("Do you live in San Francisco?"),
        no("Do you live in LA?"), yes("Are you based in CA?"), no("Do you live in Miami?"),
    ]),
    (IN_LONDON_ONTARIO, [
        left("Do you live in London?"), yes("Do you live in London, Ontario?"),
        yes("Do you live in London, ON?"),
        no("Do you live in London, England?"), no("Do you live in London, UK?"),
        yes("Do you live in Ontario?"),
        left("Are you based in CA?"), yes("Are you located in London, Canada?"),
    ]),
    (IN_PARIS_TEXAS, [
        left("Do you live in Paris?"), no("Do you live in Paris, France?"),
        yes("Do you live in Paris, TX?"),
        yes("Do you live in Paris, Texas?"), yes("Do you live in Texas?"),
    ]),
    (IN_BARRIE, [left("Are you located in Toronto?"), no("Do you live in Quebec?"),
        yes("Do you live in Canada?"),
                 no("Do you live in British Columbia, Alberta or Manitoba?"),
                 left("Do you live in Barrie?")]),
    (IN_LYON, [
        no("Do you live in Paris?"), left("Do you live near Paris?"),
        left("Do you live within 2 hours of Geneva?"),
        left("Do you live in the Geneva area?"), no("Do you live in the Munich area?"),
        yes("Do you live in Lyon, France?"),
        left("Are you within a 3 hour commute of Milan?"),
        no("Are you within a 3 hour commute of Tokyo?"),
    ]),
    (IN_ATLANTA, [left("Do you live in Georgia?"), yes("Do you live in Georgia, USA?"),
        yes("Do you live in Atlanta, GA?"),
                  yes("Do you live in the state of Georgia?"), no("Do you live in Florida?")]),
    (IN_LEEDS, [left("Do you live in Jersey?"), no("Do you live in New Jersey?"),
        left("Do you live in Georgia?"),
                left("Do you live in Birmingham?"),
                left("Are you near Perth?"), no("Are you based in Manchester?"),
                yes("Are you based in Leeds?")]),
    (IN_MANHATTAN_KANSAS, [left("Do you live in Manhattan?"), no("Do you live in Nebraska?")]),
    (EMPTY, [left("Do you live in Denver?"), left("Are you based in Europe?"),
    left("Do you live in the US?")]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), PLACES)
def test_cities_and_states(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who, NOWHERE), 1)


# fmt: off
WITH_A_MOVE: list[tuple[Applicant, list[Ask]]] = [
    (IN_DENVER, [  # who would not move
        yes("Are you located in Denver and/or willing to relocate?"),
        yes("Do you live in Denver, or would you be willing to relocate?"),
        no("Are you based in Seattle or willing to relocate?"),
        left("Are you local to, or willing to relocate to, Boston?"),
        no("Are you local to, or willing to relocate to, Oslo?"),
        left("Are you located near Chicago or open to relocating?"),
        left("Are you located in Denver and willing to relocate?"),
    ]),
    (IN_BROOKLYN, [  # who would
        yes("Are you based in Seattle or willing to relocate?"),
        yes("Are you based in or willing to move to Tulsa?"),
        yes("Are you happy to relocate to, or already in, Chicago?"),
        left("Are you based in Seattle or willing to relocate at your own expense?"),
        left("Are you based in Seattle and willing to work weekends?"),
    ]),
    (IN_OAKLAND, [  # who does not say
        left("Are you based in Seattle or willing to relocate?"),
        yes("Are you in Oakland or open to moving there?"),
    ]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), WITH_A_MOVE)
def test_with_a_move(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who, NOWHERE), 1)


# fmt: off
OF_THE_JOB = [
    "Do you live in the country where this job is located?", "Are you currently based in this country?",
    "Are you currently residing in the country this position is advertised in?",
    "Are you located in the same city as the role?", "Are you local to the job's location?",
    "Are you local to the area?",
    "This role is hybrid. Do you live in the area?", "Are you based in the same location as the vacancy?",
]
# fmt: on


def test_the_place_of_the_job() -> None:
    assert_right(judge(map(yes, OF_THE_JOB), IN_DENVER, DENVER), 1)
    assert_right(judge(map(no, OF_THE_JOB), IN_NAIROBI, DENVER), 1)
    for job in (NOWHERE, REMOTE):
        assert_right(judge(map(left, OF_THE_JOB), IN_DENVER, job), 1)
    stated = "This role is based in Linz. Do you currently live there or are you open to relocating?"
    assert_right(judge([yes(stated)], IN_GRAZ, NOWHERE), 1)
    assert_right(judge([no("Our team is located in Linz. Do you currently live there?")], IN_GRAZ, DENVER), 1)
    assert_right(judge([no("Do you live in the area or would you be willing to move?")], IN_LYON, DENVER), 1)
    assert_right(judge([yes("Do you live in the area or would you be willing to move?")], IN_GRAZ, DENVER), 1)


TRAPS = [
    "Where do you plan to live while employed with us?",
    "Do you plan to live in Denver?",
    "Will you live in Denver?",
    "Are you legally allowed to work in the US?",
    "Do you have clients in Colorado?",
    "Have you ever lived in Denver?",
    "Did you live in Denver?",
    "Do you live outside the US?",
    "Are you not based in Denver?",
    "Are you a citizen or national of Cuba, Iran, North Korea or Syria?",
    "Are you a citizen or resident of Cuba, Iran or Syria?",
    "Are you a permanent resident of the US?",
    "Do you have family in Denver?",
    "Does your spouse live in Denver?",
    "Do you live in Denver and have the right to work?",
    "Are you based in Denver except on Fridays?",
    "Are you based in the US (excluding Colorado)?",
    "Are you located in a state other than Colorado?",
    "If you do not live in Denver, where do you live?",
    "How long have you lived in Denver?",
    "Are you a tax resident in the US?",
    "Are you in good health?",
    "Are you in the US on a visa?",
    "Are you at Peak?",
    "Do you live in Denver? Do you own a car?",
    "Do you live in Denver? Select yes only if you can come in daily.",
    "Were you located in Denver last year?",
    "Is your employer located in Denver?",
    "Can you work in Denver?",
    "Are you located in Denver or a citizen of the US?",
    "Are you located in Denver or planning to be?",
    "Answer for your household. Do you live in Denver?",
    "Are you interested in Denver?",
]


def test_what_asks_for_something_else() -> None:
    verdicts = judge(map(left, TRAPS), IN_DENVER, DENVER)
    assert_right(verdicts, 1)


def test_a_board_s_field_for_the_home_under_a_question_about_plans() -> None:
    named = {"name": "_systemfield_location", "kind": "combobox"}
    plans = [
        leave("Which country do you plan to live in?", **named),
        leave("Where will you be based?", **named),
        leave("City you will be working from", **named),
        ask("Where are you based?", "Denver, Colorado, United States", **named),
    ]
    assert_right(judge(plans, IN_DENVER, DENVER), 1)


def test_residents_of_countries_under_sanctions() -> None:
    asked = "Are you a resident of Cuba, Iran, North Korea or Syria?"
    assert_right(judge([no(asked)], IN_LEEDS, DENVER), 1)
    assert_right(judge([yes(asked)], living("Havana", "La Habana", "CU"), DENVER), 1)


def test_a_free_text_takes_a_word_only_where_that_is_all() -> None:
    asked = [
        leave("Are you located in Denver? If not, where are you located?"),
        leave("Based in Denver"),
        leave("Are you located in Denver? Please describe your commute.", kind="textarea"),
    ]
    assert_right(judge(asked, IN_DENVER, DENVER), 1)


# fmt: off
LANGUAGES: list[tuple[Applicant, list[Ask]]] = [
    (IN_GRAZ, [
        ask("Wohnen Sie in Österreich?", "Ja", options=("Ja", "Nein")),
        ask("Leben Sie derzeit in der EU?", "Ja"),
        ask("Wohnst du in Graz oder Linz?", "Ja"), ask("Sind Sie in Deutschland wohnhaft?", "Nein"),
        ask("Wohnen Sie in Wien?", "Nein"), leave("Wohnen Sie in der Nähe von Wien?"),
        ask("Befinden Sie sich aktuell in Nordamerika?", "Nein"), leave("Sind Sie in Graz geboren?"),
        leave("Haben Sie jemals in Deutschland gewohnt?"), leave("Wohnen Sie nicht in Österreich?"),
    ]),
    (IN_LYON, [
        ask("Habitez-vous actuellement en France ?", "Oui", options=("Oui", "Non")),
        ask("Habitez-vous à Lyon ?", "Oui"),
        ask("Résidez-vous à Paris ou à Marseille ?", "Non"),
        ask("Vivez-vous dans l’Union européenne ?", "Oui"),
        ask("Êtes-vous basé(e) en Allemagne ?", "Non"), leave("Habitez-vous près de Genève ?"),
        leave("Avez-vous habité à Lyon ?"), ask("Résidez-vous en Afrique ?", "Non"),
    ]),
    (IN_SEVILLE, [
        ask("¿Vives en Sevilla?", "Sí", options=("Sí", "No")),
        ask("¿Resides actualmente en España?", "Sí"),
        ask("¿Vives en Madrid o Barcelona?", "No"), ask("¿Te encuentras en Europa?", "Sí"),
        ask("¿Estás ubicado en Latinoamérica?", "No"), leave("¿Vives cerca de Madrid?"),
        leave("¿Vives con tu familia?"), leave("¿Has vivido en Sevilla?"),
        ask("¿Vives en Andalucía?", "Sí"),
    ]),
    (IN_TURIN, [
        ask("Vivi a Torino?", "Sì", options=("Sì", "No")), ask("Risiedi attualmente in Italia?", "Sì"),
        ask("Abiti a Milano o Roma?", "No"), ask("Sei residente in Francia?", "No"),
        leave("Vivi vicino a Milano?"),
        ask("Vivi in Europa?", "Sì"), leave("Hai vissuto a Torino?"),
    ]),
    (IN_UTRECHT, [
        ask("Woon je in Nederland?", "Ja", options=("Ja", "Nee")), ask("Woont u in Utrecht?", "Ja"),
        ask("Ben je woonachtig in België?", "Nee"),
        ask("Woon je momenteel in Amsterdam of Rotterdam?", "Nee"),
        ask("Woon je in de Benelux?", "Ja"), leave("Woon je in de buurt van Amsterdam?"),
        leave("Ben je in dienst bij ons?"),
    ]),
    (IN_PORTO, [
        ask("Mora no Porto?", "Sim", options=("Sim", "Não")), ask("Você mora em Portugal?", "Sim"),
        ask("Reside atualmente em Lisboa?", "Não"), ask("Vive no Brasil?", "Não"),
        leave("Mora perto de Braga?"),
        ask("Vive na Europa?", "Sim"), leave("Já morou no Porto?"),
    ]),
    (IN_MALMO, [
        ask("Bor du i Sverige?", "Ja", options=("Ja", "Nej")), ask("Bor du i Malmö?", "Ja"),
        ask("Är du bosatt i Norge?", "Nej"),
        ask("Bor du för närvarande i Göteborg eller Stockholm?", "Nej"),
        leave("Bor du i närheten av Lund?"), ask("Bor du i Norden?", "Ja"),
        leave("Har du bott i Malmö?"),
    ]),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), LANGUAGES)
def test_in_other_languages(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who, NOWHERE), 1)


def test_an_option_that_says_more_than_the_answer_is_not_taken() -> None:
    options = ("Yes, and I own a car", "No")
    assert_right(judge([leave("Do you live in Denver?", options=options)], IN_DENVER, DENVER), 1)


def test_a_list_of_countries_is_a_list_whatever_leads_to_it() -> None:
    lists = (
        yes("Are you based in either Slovenia, Austria, Croatia or Hungary?"),
        yes("Are you located in one of the following countries: Austria, Germany?"),
        yes("Do you live in either of Austria or Italy?"),
        no("Are you based in either France, Spain or Portugal?"),
        left("Do you live in Hinterdorf, Slovenia, Croatia?"),
    )
    assert_right(judge(lists, IN_GRAZ, NOWHERE), 1.0)


def test_the_area_of_a_city_is_named_in_several_ways() -> None:
    assert_right(judge([yes("Do you live in the metropolitan area of Turin?")], IN_TURIN, NOWHERE), 1.0)
    abroad = (no("Do you live in the capital region of Berlin?"), no("Are you based in Greater Berlin?"))
    assert_right(judge(abroad, IN_LYON, NOWHERE), 1.0)
