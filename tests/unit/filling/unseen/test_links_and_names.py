"""Links of which any will do, and the name to go by as a whole: right where the profile has it, left elsewhere."""

from __future__ import annotations

import pytest

from companion.filling import Field, build_plan
from tests.unit.filling.unseen.applicants import Applicant, applicant
from tests.unit.filling.unseen.asking import YES_NO as Y
from tests.unit.filling.unseen.asking import Ask, ask, assert_right, judge, leave

SITE, HUB = "https://noor.example.org", "https://github.com/noor-h"
LINKED, BEHANCE = "https://www.linkedin.com/in/noorh", "https://www.behance.net/noorh"
NOOR = applicant(
    {
        "basics": {
            "name": "Noor van den Heuvel",
            "email": "noor@example.org",
            "url": SITE,
            "profiles": [
                {"network": "LinkedIn", "url": LINKED},
                {"network": "GitHub", "url": HUB},
                {"network": "Behance", "url": BEHANCE},
            ],
        },
        "meta": {
            "applyonce": {
                "given_name": "Eleonora",
                "family_name": "van den Heuvel",
                "preferred_name": "Noor",
            }
        },
    }
)
TEO = applicant(
    {
        "basics": {
            "name": "Teodor Ilves",
            "profiles": [{"network": "GitHub", "url": "https://github.com/ilves"}],
        },
        "meta": {"applyonce": {"given_name": "Teodor", "family_name": "Ilves", "preferred_name": "Teo Kask"}},
    }
)

# fmt: off
NOOR_IS_ASKED = [
    ask("Portfolio, personal website or GitHub", BEHANCE, SITE),
    ask("Personal site, GitHub or LinkedIn", SITE, kind="url"),
    ask("LinkedIn or personal website", LINKED),
    ask("GitHub / personal website", HUB),
    ask("GitHub profile, portfolio or blog", HUB, kind="url"),
    ask("Could you please share a link to your portfolio?", BEHANCE, SITE, kind="textarea"),
    ask("Please include a link to your website if you have one", SITE),
    ask("Please share the link to your portfolio (and password, if applicable).", BEHANCE, SITE),
    ask("We love to see what people make. Please share a link to your website.", SITE),
    ask("Link to your portfolio or past work", BEHANCE, SITE),
    ask("Please link your GitHub or website here", HUB),
    ask("Portfolio (please include password if needed)", BEHANCE, SITE),
    ask("Portfolio website (with password if protected)", BEHANCE, SITE, kind="url"),
    ask("Behance or Dribbble", BEHANCE),
    ask("Dribbble / Behance / portfolio", BEHANCE),
    ask("If applicable, please share a link to your portfolio", BEHANCE, SITE),
    ask("If you have a website or blog, please share the link here", SITE),
    ask("If you have a portfolio, please share it", BEHANCE, SITE),
    leave("If you have a team, please share the link to its website"),
    leave("If yes, please share a link to your portfolio"),
    leave("If you were referred, please share the link to your website"),
    leave("What is in your portfolio?", kind="textarea"),
    leave("Describe your portfolio or website", kind="textarea"),
    leave("Please upload your portfolio or website"),
    leave("Portfolio password"),
    leave("Password (for your portfolio)"),
    leave("Website password"),
    leave("Your e-mail (and password)"),
    leave("Company website or LinkedIn"),
    leave("Website of your current employer"),
    leave("Please share a link to a video of yourself"),
    leave("Link to a video introduction or website"),
    leave("Share links to three reels that you have edited"),
    leave("Please share a link to something you have built with our API"),
    leave("Link to a GitHub repository or project that you are proud of"),
    leave("Please provide links to two articles on your blog"),
    leave("GitHub and LinkedIn"),
    leave("Website or phone number"),
    leave("Portfolio or résumé"),
    leave("Portfolio or website", kind="file"),
    leave("Portfolio or website", kind="checkbox"),
    leave("GitHub, website or blog", kind="checkbox"),
    leave("Portfolio or website", kind="yes_no"),
    leave("Do you have a portfolio or website?", options=Y),
    leave("Do you have a portfolio? Please share the link to our website."),
    leave("If you are a designer, please share a link to your portfolio or website"),
    leave("How did you find our website or blog?"),
    leave("What do you like about our website or blog?"),
    leave("Portfolio (of a colleague) or website"),
    leave("Past work"),
    leave("Which of these do you use: GitHub or GitLab?", options=("GitHub", "GitLab")),
    ask("Preferred last name", "van den Heuvel"),
    ask("Please enter your preferred surname", "van den Heuvel"),
    ask("Preferred first and last name", "Noor van den Heuvel"),
    ask("Preferred full name", "Noor van den Heuvel"),
    ask("Name as you would like it to appear", "Noor van den Heuvel"),
    ask("Preferred name", "Noor"),
    ask("Preferred name (if different from your full legal name)", "Noor"),
    leave("Preferred last name (if different)"),
    leave("How do you pronounce your name?"),
    leave("Please tell us how your preferred name is pronounced"),
    leave("Preferred last name of your emergency contact"),
]
TEO_IS_ASKED = [
    ask("Portfolio, website or GitHub", "https://github.com/ilves"),
    leave("Portfolio or website"),
    leave("Please share a link to your portfolio"),
    leave("Preferred last name"),
    ask("Last name", "Ilves"),
    ask("Preferred name", "Teo Kask"),
]
# fmt: on


@pytest.mark.parametrize(("who", "asked"), [(NOOR, NOOR_IS_ASKED), (TEO, TEO_IS_ASKED)], ids=["noor", "teo"])
def test_any_of_the_named_links_and_the_name_to_go_by(who: Applicant, asked: list[Ask]) -> None:
    assert_right(judge(asked, who), bar=1.0)


def test_a_name_to_go_by_is_not_made_up() -> None:
    nobody = applicant({"basics": {"name": "Ana Sol"}})
    asked = [leave("Preferred full name"), leave("Preferred first and last name")]
    assert_right(judge(asked, nobody), bar=0)


def test_a_field_named_as_a_password_stays_one_whatever_its_label_says() -> None:
    field = Field("f", label="Website (please include password)", name="site_password")
    names = [Field("g", label="First name"), Field("h", label="Last name")]
    made = build_plan([field, *names], profile=NOOR.profile)
    assert [value.id for value in made.values] == ["g", "h"]
