"""One job under two ids: company, title and place agree once each board's trimmings are off."""

from dataclasses import dataclass

import pytest

from companion.identity import identify, similarity


@dataclass(frozen=True)
class Facts:
    title: str | None
    company: str | None = "Acme"
    location: str | None = "London, UK"


SIMILAR = [
    (Facts("Software Engineer"), Facts("software  engineer")),
    (Facts("Software Engineer (London, UK)"), Facts("Software Engineer")),
    (Facts("Software Engineer (London, UK)", location=None), Facts("Software Engineer")),
    (
        Facts("Software Engineer - London"),
        Facts("Software Engineer", location="London, England, United Kingdom"),
    ),
    (Facts("Software Engineer, London | Acme"), Facts("Software Engineer")),
    (Facts("Software Engineer (m/f/d)"), Facts("Software Engineer (all genders)")),
    (Facts("Softwareentwickler (m/w/d)"), Facts("Softwareentwickler:in")),
    (Facts("Entwickler m/w/d", location="München"), Facts("Entwickler", location="Munich, Germany")),
    (Facts("Engineer [Remote]"), Facts("Engineer")),
    (Facts("New grad – Software Engineer"), Facts("New Grad Software Engineer")),
    (Facts("Sr. Engineer, Platform"), Facts("Senior Engineer - Platform")),
    (Facts("Research & Development Lead"), Facts("Research and Development Lead")),
    (Facts("Dev", "Acme Inc."), Facts("Dev", "ACME")),
    (Facts("Dev", "Acme GmbH & Co. KG"), Facts("Dev", "Acme GmbH")),
    (Facts("Dev", "The News-Break Company, LLC"), Facts("Dev", "NewsBreak")),
    (Facts("Dev", "Booking.com B.V."), Facts("Dev", "Booking")),
    (Facts("Dev", "Citroën S.A."), Facts("Dev", "Citroen")),
    (
        Facts("Dev", location="San Francisco, CA"),
        Facts("Dev", location="San Francisco, California, United States"),
    ),
    (Facts("Dev", location="London (Hybrid)"), Facts("Dev", location="Greater London Area, United Kingdom")),
    (Facts("Dev", location="Berlin; Paris"), Facts("Dev", location="Paris, France")),
    (Facts("Dev", location="Remote"), Facts("Dev", location="Remote")),
    (Facts("Dev", location="U.S.A."), Facts("Dev", location="United States")),
    (Facts("Dev", location=None), Facts("Dev")),
]
DIFFERENT = [
    (Facts("Software Engineer"), Facts("Senior Software Engineer")),
    (Facts("Software Engineer"), Facts("Software Engineer II")),
    (Facts("Software Engineer (Backend)"), Facts("Software Engineer")),
    (Facts("Software Engineer, Payments"), Facts("Software Engineer, Search")),
    (Facts("C++ Developer"), Facts("C# Developer")),
    (Facts("C Developer"), Facts("C++ Developer")),
    (Facts("Dev", "Acme"), Facts("Dev", "Apex")),
    (Facts("Dev", None), Facts("Dev", None)),
    (Facts(None), Facts(None)),
    (Facts("(m/f/d)"), Facts("(m/w/d)")),
    (Facts("Dev", location="London"), Facts("Dev", location="Berlin")),
    (Facts("Dev", location="Cambridge, MA"), Facts("Dev", location="Cambridge, UK")),
    (Facts("Dev", location="Remote"), Facts("Dev", location="London, UK")),
    (Facts("Dev (Berlin, Germany)", location=None), Facts("Dev", location="London")),
    (Facts("开发工程师"), Facts("设计师")),
]


@pytest.mark.parametrize(("a", "b"), SIMILAR)
def test_the_same_job_at_two_boards_is_found_and_the_reason_is_a_sentence(a: Facts, b: Facts) -> None:
    for reason in (similarity(a, b), similarity(b, a)):
        assert reason is not None
        assert reason.startswith("Same company")
        assert reason.endswith(".")


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_jobs_are_not_similar(a: Facts, b: Facts) -> None:
    assert similarity(a, b) is None
    assert similarity(b, a) is None


def test_a_repost_is_similar_though_its_id_is_new() -> None:
    first, again = (
        identify(
            f"https://www.linkedin.com/jobs/view/391234567{number}",
            title="Engineer",
            company="Acme",
            location="Oslo, Norway",
        )
        for number in (1, 2)
    )
    assert first.key != again.key
    assert similarity(first, again) == "Same company, title and place (Engineer at Acme, Oslo, Norway)."


def test_endless_facts_are_compared_quickly() -> None:
    for text in ("(" * 100_000, "a, " * 100_000, " - " * 100_000, "m/" * 100_000, "ﷺ" * 100_000):
        similarity(Facts(text, text, text), Facts(text, text, text))
