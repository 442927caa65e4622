"""Pages made up in the style of the web: those that are one job, and the many more that only sound like it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.integration.extension.pages import Pages

pytestmark = [pytest.mark.browser, pytest.mark.timeout(120), pytest.mark.asyncio(loop_scope="session")]


def ld(*nodes: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(node)}</script>' for node in nodes)


JOB = {
    "@context": "https://schema.org/",
    "@type": "JobPosting",
    "title": "Stonemason",
    "hiringOrganization": {"@type": "Organization", "name": "Quarry & Co"},
    "jobLocation": {"@type": "Place", "address": {"@type": "PostalAddress", "addressLocality": "Bath"}},
}
OTHER_JOB = {**JOB, "title": "Roofer"}
ORGANIZATION = {
    "@context": "https://schema.org",
    "@type": "Organization",
    "name": "Quarry & Co",
    "url": "https://q.example",
}
CRUMBS = {
    "@type": "BreadcrumbList",
    "itemListElement": [{"@type": "ListItem", "position": 1, "name": "Careers"}],
}
NAME_AND_MAIL = (
    '<label>Name <input name="name"></label><label>E-mail <input type="email" name="email"></label>'
)
CV = '<label>CV <input type="file" name="cv"></label>'
FORM = f'<form action="/x">{NAME_AND_MAIL}{CV}<button type="submit">%s</button></form>'
HERO = "<h1>Careers</h1><p>Apply now! Send your application. Resume, cover letter, job, jobs, vacancies.</p>"

NO_JOB = {
    "log-in of a board": (
        "https://careers.example.com/login",
        (
            "<h1>Candidate log-in</h1><form><label>E-mail <input type=email name=email></label>"
            "<label>Password <input type=password name=password></label>"
            "<button>Log in to your application</button></form>"
        ),
    ),
    "account for applicants": (
        "https://careers.example.com/register",
        (
            f"<h1>Create your applicant account</h1>"
            f"<form>{NAME_AND_MAIL}<label>Password <input type=password></label>"
            f"{CV}<button>Apply</button></form>"
        ),
    ),
    "contact": (
        "https://shop.example.com/contact",
        (
            f"<h1>Contact us</h1><form>{NAME_AND_MAIL}<label>Message <textarea></textarea></label>"
            "<label>Attachment <input type=file name=attachment></label><button>Send</button></form>"
        ),
    ),
    "contact of the careers team": (
        "https://careers.example.com/contact",
        (
            f"<h1>Questions about your application?</h1><form>{NAME_AND_MAIL}<textarea></textarea>"
            "<button>Send</button></form>"
        ),
    ),
    "newsletter": (
        "https://blog.example.com/how-to-apply",
        (
            f"<h1>How to apply for a job</h1><p>Your résumé matters.</p><form>{NAME_AND_MAIL}"
            "<label>City <input name=city></label><button>Subscribe</button></form>"
        ),
    ),
    "job alerts": (
        "https://jobs.example.com/alerts",
        (
            f"<h1>Job alerts</h1><form>{NAME_AND_MAIL}<label>Keyword <input name=keyword></label>"
            "<button>Create alert</button></form>"
        ),
    ),
    "checkout": (
        "https://shop.example.com/checkout",
        (
            f"<h1>Checkout</h1><form>{NAME_AND_MAIL}<label>Card number <input name=card></label>"
            "<label>Address <input name=address></label><button>Apply coupon</button><button>Pay</button></form>"
        ),
    ),
    "coupon": (
        "https://shop.example.com/cart",
        f"<form><h2>Apply a discount</h2>{NAME_AND_MAIL}<input name=code><button>Apply</button></form>",
    ),
    "forum": (
        "https://forum.example.com/t/job-application-tips/123",
        (
            "<h1>Job application tips</h1><article>I applied with my CV…</article>"
            f"<form>{NAME_AND_MAIL}<textarea name=reply></textarea><button>Reply</button></form>"
        ),
    ),
    "search": (
        "https://jobs.example.com/search?q=mason",
        (
            f"{HERO}<form role=search><input type=search name=q><input name=where><select name=radius>"
            "<option>5</option>"
            "</select><button>Search jobs</button></form>"
        ),
    ),
    "results": ("https://jobs.example.com/results", HERO + ld(JOB, OTHER_JOB)),
    "results in one graph": (
        "https://jobs.example.com/results?page=2",
        HERO + ld({"@context": "https://schema.org", "@graph": [ORGANIZATION, JOB, OTHER_JOB]}),
    ),
    "results as a list": (
        "https://jobs.example.com/list",
        HERO
        + ld(
            {
                "@type": "ItemList",
                "itemListElement": [{"@type": "ListItem", "item": j} for j in (JOB, OTHER_JOB)],
            }
        ),
    ),
    "a list with one result": (
        "https://jobs.example.com/list?q=stonemason",
        HERO
        + ld({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": JOB}]}),
    ),
    "list of links": (
        "https://careers.example.com/jobs",
        HERO
        + ld(
            {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "url": "https://c.example/j/1"}]}
        ),
    ),
    "about the company": (
        "https://quarry.example.com/about",
        "<h1>About Quarry & Co</h1><p>We are hiring. Apply today.</p>" + ld(ORGANIZATION, CRUMBS),
    ),
    "careers": (
        "https://quarry.example.com/careers",
        HERO + ld(ORGANIZATION) + "<a href=/jobs/1>Stonemason</a>",
    ),
    "article": (
        "https://blog.example.com/jobposting-schema",
        "<h1>How to mark up a JobPosting</h1><pre>{&quot;@type&quot;: &quot;JobPosting&quot;}</pre>"
        + ld(
            {
                "@type": "BlogPosting",
                "headline": "JobPosting markup",
                "about": {"@type": "Thing", "name": "JobPosting"},
            }
        ),
    ),
    "occupation": (
        "https://wiki.example.com/stonemason",
        "<h1>Stonemason</h1>" + ld({"@type": "Occupation", "name": "Stonemason"}),
    ),
    "CV check": (
        "https://tools.example.com/cv-check",
        "<h1>Free CV check</h1>" + FORM.replace("%s", "Check my CV").replace("<form", "<form id=cv-upload"),
    ),
    "CV check for job applications": (
        "https://tools.example.com/ats",
        (
            "<form action=/check><h2>Is your job application ready?</h2>"
            f"{NAME_AND_MAIL}{CV}<button type=submit>Get my free score</button></form>"
        ),
    ),
    "tenant": (
        "https://wohnen.example.com/bewerbung",
        (
            f"<h1>Bewerbung für die Wohnung 3B</h1><form id=bewerbung>{NAME_AND_MAIL}"
            "<label>Lebenslauf <input type=file name=cv></label><button>Bewerbung absenden</button></form>"
        ),
    ),
    "course": (
        "https://academy.example.com/apply",
        f"<h1>Apply to the Full-stack programme</h1>{FORM.replace('%s', 'Submit application')}",
    ),
    "account with a CV and an address": (
        "https://careers.example.com/account",
        (
            f"<h1>Careers</h1><form id=application>{NAME_AND_MAIL}{CV}<input name=phone><input name=street>"
            "<input name=city><input name=zip><label>Password <input type=password></label>"
            "<button>Create my account</button></form>"
        ),
    ),
    "help for applicants": (
        "https://tools.example.com/apply",
        f"<h1>Apply for jobs faster</h1>{FORM.replace('%s', 'Continue')}",
    ),
    "job application tips": (
        "https://tools.example.com/tips",
        f"<title>Job application tips</title><h1>Get tips</h1>{FORM.replace('%s', 'Send')}",
    ),
    "help with an application": (
        "https://careers.example.com/help",
        f"<h1>Questions about your application?</h1>{FORM.replace('%s', 'Send')}",
    ),
    "survey": (
        "https://forms.example.com/survey",
        (
            f"<h1>Candidate survey</h1><form>{NAME_AND_MAIL}<label>How did you apply? <input name=how></label>"
            "<button>Submit</button></form>"
        ),
    ),
    "booking": (
        "https://clinic.example.com/book",
        (
            f"<h1>Book</h1><form>{NAME_AND_MAIL}<input name=phone type=tel><input type=date>"
            "<button>Book</button></form>"
        ),
    ),
    "talent pool": (
        "https://careers.example.com/talent-network",
        (
            f"<h1>Join our talent network</h1><form>{NAME_AND_MAIL}<input name=phone type=tel>"
            "<button>Join</button></form>"
        ),
    ),
    "Lever list": ("https://jobs.lever.co/quarry", "<div class=postings-group><h5>Stonemason</h5></div>"),
    "Greenhouse list": (
        "https://boards.greenhouse.io/quarry",
        "<h1>Current openings</h1><section class=level-0></section>",
    ),
    "Greenhouse list, new": ("https://job-boards.greenhouse.io/quarry", "<main><h1>Quarry jobs</h1></main>"),
    "Ashby list": ("https://jobs.ashbyhq.com/quarry", "<h1>Open positions (12)</h1>"),
    "Workable list": (
        "https://apply.workable.com/quarry/",
        "<h1>Quarry</h1><ul data-ui=list><li data-ui=job></li></ul>",
    ),
    "SmartRecruiters list": ("https://careers.smartrecruiters.com/Quarry", "<h1>Quarry</h1>"),
    "Workday list": ("https://quarry.wd3.myworkdayjobs.com/External", "<h2>Search for jobs</h2>"),
    "Personio list": ("https://quarry.jobs.personio.de/", "<h1>Jobs</h1>"),
    "Teamtailor start": ("https://quarry.teamtailor.com/", "<h1>Work with us</h1>"),
    "Teamtailor departments": ("https://quarry.teamtailor.com/departments/stone", "<h1>Stone</h1>"),
    "Recruitee list": ("https://quarry.recruitee.com/", "<h1>Jobs at Quarry</h1>"),
    "Breezy list": ("https://quarry.breezy.hr/", "<h1>Quarry</h1>"),
    "LinkedIn feed": ("https://www.linkedin.com/feed/", "<main><h1>Feed</h1></main>"),
    "LinkedIn log-in": ("https://www.linkedin.com/login", "<h1>Sign in</h1>"),
    "Indeed start": ("https://www.indeed.com/", "<h1>Job search</h1>"),
    "a script, not a page": ("https://example.com/", ld("JobPosting", ["JobPosting"], {"@type": ["Thing"]})),
}

ONE_JOB = {
    "posting": ("https://quarry.example.com/jobs/7", "<h1>Stonemason</h1>" + ld(JOB), "Stonemason"),
    "posting in a graph": (
        "https://quarry.example.com/jobs/stonemason",
        "<h1>Stonemason</h1>" + ld({"@context": "https://schema.org", "@graph": [ORGANIZATION, CRUMBS, JOB]}),
        "Stonemason",
    ),
    "posting beside similar ones": (
        "https://quarry.example.com/jobs/stonemason?x=1",
        "<h1>Stonemason</h1>"
        + ld(JOB, {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OTHER_JOB}]}),
        "Stonemason",
    ),
    "type in an array": (
        "https://q.example.com/7",
        ld([{**JOB, "@type": ["JobPosting", "Thing"]}]),
        "Stonemason",
    ),
    "type as an address": (
        "https://q.example.com/8",
        ld({**JOB, "@type": "http://schema.org/JobPosting"}),
        "Stonemason",
    ),
    "microdata": (
        "https://q.example.com/9",
        '<div itemscope itemtype="http://schema.org/JobPosting"><h1 itemprop="title">Stonemason</h1></div>',
        "Stonemason",
    ),
    "form": (
        "https://q.example.com/apply/10",
        "<h1>Stonemason</h1>" + FORM.replace("%s", "Submit application"),
        "Stonemason",
    ),
    "German form": (
        "https://q.example.com/bewerben",
        (
            "<h1>Steinmetz (m/w/d)</h1><form id=bewerbung><label>Vorname <input name=vorname></label>"
            "<label>Nachname "
            "<input name=nachname></label><label>E-Mail <input name=email type=email></label><label>Lebenslauf "
            "<input type=file name=lebenslauf></label><button type=submit>Jetzt bewerben</button></form>"
        ),
        "Steinmetz (m/w/d)",
    ),
    "French form": (
        "https://q.example.com/postuler",
        (
            "<h1>Tailleur de pierre</h1><form><label>Prénom <input name=p></label>"
            "<label>Nom <input name=n></label>"
            "<label>E-mail <input type=email name=e></label><label>Votre CV <input type=file name=f></label>"
            "<button type=submit>Envoyer ma candidature</button></form>"
        ),
        "Tailleur de pierre",
    ),
    "names under a legend": (
        "https://q.example.com/apply/14",
        (
            "<h1>Stonemason</h1><form id=application><fieldset><legend>Name</legend>"
            "<label>First <input name=input_1_3></label><label>Last <input name=input_1_6></label></fieldset>"
            f"<label>E-mail <input type=email name=input_2></label>{CV}<button type=submit>Send</button></form>"
        ),
        "Stonemason",
    ),
    "headed as one by the page alone": (
        "https://q.example.com/apply/15",
        "<title>Stonemason</title><h1>Apply: Stonemason</h1>" + FORM.replace("%s", "Submit"),
        "Apply: Stonemason",
    ),
    "with a password to come back": (
        "https://careers-q.example.com/jobs/16/candidate",
        (
            f"<h1>Stonemason</h1><form id=cp_form_candidate>{NAME_AND_MAIL}{CV}<input name=phone>"
            "<input name=street><input name=city><input name=zip><label>Login <input name=login></label>"
            "<label>Password <input type=password></label><input type=submit value='Submit Profile'></form>"
        ),
        "Stonemason",
    ),
    "button beside the form": (
        "https://q.example.com/apply/17",
        (
            "<section><h1>Stonemason</h1>"
            f"<form id=application>{NAME_AND_MAIL}{CV}</form><button type=button>Apply</button></section>"
        ),
        "Stonemason",
    ),
    "names above their fields": (
        "https://q.example.com/apply/18",
        (
            "<h1>Candidature : tailleur</h1><form><div>Prénom et nom</div><div><input name=a></div>"
            "<div>Adresse e-mail</div><div><input type=email name=b></div><div>Votre CV</div>"
            "<div><input type=file name=c></div><button>Envoyer</button></form>"
        ),
        "Candidature : tailleur",
    ),
    "form that is sent": (
        "https://q.example.com/apply/11",
        "<h1>Stonemason</h1>" + FORM.replace("%s", "Send").replace("<form", "<form id=application"),
        "Stonemason",
    ),
}


async def test_pages_that_only_sound_like_jobs_get_no_button(pages: Pages) -> None:
    seen = {name: await pages.look(url, html) for name, (url, html) in NO_JOB.items()}
    assert {name: what["title"] for name, what in seen.items() if what} == {}


async def test_each_page_of_one_job_is_seen_as_it(pages: Pages) -> None:
    seen = {name: await pages.look(url, html) for name, (url, html, _) in ONE_JOB.items()}
    assert {name: what and what["title"] for name, what in seen.items()} == {
        name: title for name, (_, _, title) in ONE_JOB.items()
    }


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ({"addressLocality": "Bath"}, "Bath"),
        ({"addressLocality": "Husum", "addressCountry": "DE"}, "Husum, Germany"),
        (
            {"addressLocality": "Halden", "addressCountry": {"@type": "Country", "name": "Norway"}},
            "Halden, Norway",
        ),
        (
            {"addressLocality": "Waco", "addressRegion": "TX", "addressCountry": "US"},
            "Waco, TX, United States",
        ),
        ("1 Quay, Bath", "1 Quay, Bath"),
    ],
)
async def test_a_place_is_told_with_its_country_written_out(
    pages: Pages, address: dict[str, object] | str, location: str
) -> None:
    job = {**JOB, "jobLocation": [{"@type": "Place", "address": address}]}
    seen = await pages.look("https://q.example.com/jobs/12", f"<h1>Stonemason</h1>{ld(job)}")
    assert seen is not None
    assert seen["location"] == location


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ('<span itemprop="addressLocality">Bath</span>', "Bath"),
        (
            '<span itemprop="addressLocality">Husum</span><meta itemprop="addressCountry" content="DE">',
            "Husum, Germany",
        ),
        (
            (
                '<span itemprop="addressLocality">Waco</span>, <span itemprop="addressRegion">TX</span>'
                '<span itemprop="addressCountry" itemscope itemtype="https://schema.org/Country">'
                '<meta itemprop="name" content="United States"></span>'
            ),
            "Waco, TX, United States",
        ),
        ("1 Quay, Bath", "1 Quay, Bath"),
    ],
)
async def test_microdata_tells_a_place_as_json_ld_does(pages: Pages, address: str, location: str) -> None:
    job = (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1 itemprop="title">Stonemason</h1>'
        '<p itemprop="hiringOrganization" itemscope><b itemprop="name">Quarry &amp; Co</b> of Bath</p>'
        f'<p itemprop="jobLocation" itemscope>{address}</p></div>'
    )
    seen = await pages.look("https://q.example.com/jobs/13", job)
    assert seen is not None
    assert (seen["company"], seen["location"]) == ("Quarry & Co", location)


@pytest.mark.parametrize(
    "control",
    [
        '<button type="button">Submit application</button>',
        '<input type="button" value="Submit application">',
        '<div role="button" tabindex="0">Submit application</div>',
    ],
)
async def test_a_control_that_only_a_script_makes_send_is_one_that_sends(pages: Pages, control: str) -> None:
    form = f'<form id="application">{NAME_AND_MAIL}{CV}<input type="button" value="Clear">{control}</form>'
    seen = await pages.look("https://q.example.com/apply/12", f"<h1>Stonemason</h1>{form}")

    assert seen is not None
    assert seen["submit"] == 1
