"""Addresses of one job in the shapes that boards, e-mails and company pages give them, and of its neighbours."""

from __future__ import annotations

import pytest

from companion.identity import identify

U = "3f1c9a52-7d1e-4b60-9d8e-0a1b2c3d4e5f"
V = "9e8d7c6b-5a49-4382-b716-05f4e3d2c1b0"

ONE_JOB = [
    (
        "https://boards.greenhouse.io/pebblewise/jobs/7650012",
        "https://job-boards.greenhouse.io/pebblewise/jobs/7650012?gh_src=0a1b2c3d1us&utm_medium=email",
        "https://job-boards.eu.greenhouse.io/pebblewise/jobs/7650012#app",
        "https://boards.greenhouse.io/embed/job_app?for=pebblewise&jr_id=66f1&token=7650012&utm_source=x&b=https%3A%2F%2Fpebblewise.com%2Fjobs",
        "https://pebblewise.com/jobs/detail?gh_jid=7650012&gh_src=my.greenhouse.search",
        "https://www.pebblewise.com/careers/7650012?gh_jid=7650012",
        "https://careers.pebblewise.co.uk/en-gb/jobs/senior-planner?foo=1&gh_jid=7650012",
        "https://job-boards.greenhouse.io/embed/job_app?for=pebblewise&token=7650012&gh_src=abc",
        "https://boards.greenhouse.io/pebblewise/jobs/7650012/confirmation",
    ),
    (
        f"https://jobs.lever.co/pebblewise/{U}",
        f"https://jobs.lever.co/pebblewise/{U}/apply?lever-via=pAbCd&lever-origin=applied",
        f"https://jobs.lever.co/pebblewise/{U}?lever-source=Job%20postings&utm_campaign=x",
        f"https://jobs.lever.co/pebblewise/{U.upper()}/thanks",
        f"https://jobs.eu.lever.co/pebblewise/{U}/apply",
        f"https://pebblewise.com/careers?lever_jid={U}",
    ),
    (
        f"https://jobs.ashbyhq.com/Pebble%20Wise/{U}",
        f"https://jobs.ashbyhq.com/pebblewise/{U}/application?utm_source=abc&src=LinkedIn",
        f"https://www.pebblewise.com/open-roles?ashby_jid={U}&utm_source=newsletter",
        f"https://jobs.ashbyhq.com/pebblewise/{U}?embed=js",
        f"https://pebblewise.com/de/jobs/planer?ashby_jid={U}#form",
    ),
    (
        "https://apply.workable.com/pebblewise/j/0A1B2C3D4E/",
        "https://apply.workable.com/pebblewise/j/0A1B2C3D4E/apply/?utm_source=google_jobs_apply",
        "https://pebblewise.workable.com/j/0a1b2c3d4e",
        "https://apply.workable.com/j/0A1B2C3D4E?lng=de",
    ),
    (
        "https://jobs.smartrecruiters.com/Pebblewise/744000012345678-senior-planner-m-f-d-",
        "https://jobs.smartrecruiters.com/Pebblewise/744000012345678-leitender-planer?trid=9f&oga=true",
        "https://careers.smartrecruiters.com/Pebblewise/744000012345678",
    ),
    (
        "https://pebblewise.wd3.myworkdayjobs.com/External/job/Berlin/Senior-Planner_R-0098765",
        "https://pebblewise.wd3.myworkdayjobs.com/de-DE/External/job/Berlin/Senior-Planner_R-0098765",
        "https://pebblewise.wd3.myworkdayjobs.com/en-US/External/job/Munich/Senior-Planner_R-0098765-1/apply",
        "https://pebblewise.wd3.myworkdayjobs.com/External/job/Senior-Planner_R-0098765/apply/applyManually?source=LinkedIn",
        "https://pebblewise.wd103.myworkdayjobs.com/External/details/Senior-Planner_R-0098765?q=planner",
        "https://pebblewise.wd3.myworkdayjobs.com/wday/cxs/pebblewise/External/job/Berlin/Senior-Planner_R-0098765",
    ),
    (
        "https://www.linkedin.com/jobs/view/4123456789/",
        "https://de.linkedin.com/jobs/view/senior-planner-at-pebblewise-4123456789?refId=x&trackingId=y",
        "https://www.linkedin.com/jobs/search/?currentJobId=4123456789&keywords=planner",
        "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=4123456789&start=24",
        "https://www.linkedin.com/comm/jobs/view/4123456789?midToken=abc",
    ),
    (
        "https://www.indeed.com/viewjob?jk=0123456789abcdef&from=serp&vjs=3",
        "https://de.indeed.com/viewjob?jk=0123456789abcdef",
        "https://uk.indeed.com/jobs?q=planner&l=London&vjk=0123456789abcdef",
        "https://www.indeed.com/m/viewjob?jk=0123456789ABCDEF",
        "https://www.indeed.com/rc/clk?jk=0123456789abcdef&bb=xyz",
    ),
    (
        "https://pebblewise.jobs.personio.de/job/1203344",
        "https://pebblewise.jobs.personio.de/job/1203344?language=en&display=en",
        "https://pebblewise.jobs.personio.com/job/1203344/apply",
        "https://pebblewise.jobs.personio.de/job/1203344#apply",
    ),
    (
        "https://pebblewise.teamtailor.com/jobs/4455667-senior-planner",
        "https://pebblewise.teamtailor.com/jobs/4455667-senior-planner/applications/new",
        "https://pebblewise.teamtailor.com/en-GB/jobs/4455667",
        "https://pebblewise.teamtailor.com/jobs/4455667-ledande-planerare?promotion=123",
    ),
    (
        "https://pebblewise.recruitee.com/o/senior-planner",
        "https://pebblewise.recruitee.com/o/senior-planner/c/new",
        "https://pebblewise.recruitee.com/en/o/senior-planner?source=x",
    ),
    (
        "https://pebblewise.breezy.hr/p/0a1b2c3d4e5f-senior-planner",
        "https://pebblewise.breezy.hr/p/0a1b2c3d4e5f-senior-planner/apply?source=linkedin",
        "https://pebblewise.breezy.hr/p/0a1b2c3d4e5f",
    ),
    (
        "https://pebblewise.bamboohr.com/careers/47",
        "https://pebblewise.bamboohr.com/careers/47/detail",
        "https://pebblewise.bamboohr.com/jobs/view.php?id=47",
        "https://pebblewise.bamboohr.com/careers/47?source=aWQ9MTA=",
    ),
    (
        "https://www.pebblewise.example/careers/senior-planner-berlin",
        "http://pebblewise.example/careers/senior-planner-berlin/",
        "https://pebblewise.example/en/careers/senior-planner-berlin?utm_source=x&fbclid=abc#apply",
        "https://pebblewise.example/careers/senior-planner-berlin/apply",
        "https://PEBBLEWISE.example/careers/senior-planner-berlin?ref=mail",
        "https://pebblewise.example/de-DE/careers/senior-planner-berlin/application/",
    ),
    (
        "https://careers.pebblewise.example/job?reqId=2031-0042",
        "https://careers.pebblewise.example/job?utm_source=x&reqId=2031-0042&lang=de",
        "https://careers.pebblewise.example/job?reqId=2031-0042&_ga=1.2.3",
    ),
]

TWO_JOBS = [
    (
        "https://boards.greenhouse.io/pebblewise/jobs/7650012",
        "https://boards.greenhouse.io/pebblewise/jobs/7650013",
    ),
    ("https://pebblewise.com/careers?gh_jid=7650012", "https://pebblewise.com/careers?gh_jid=7650013"),
    (f"https://jobs.lever.co/pebblewise/{U}", f"https://jobs.lever.co/pebblewise/{V}"),
    (f"https://jobs.ashbyhq.com/pebblewise/{U}", f"https://jobs.lever.co/pebblewise/{U}"),
    (f"https://pebblewise.com/jobs?ashby_jid={U}", f"https://pebblewise.com/jobs?ashby_jid={V}"),
    (
        "https://apply.workable.com/pebblewise/j/0A1B2C3D4E/",
        "https://apply.workable.com/pebblewise/j/0A1B2C3D4F/",
    ),
    (
        "https://pebblewise.wd3.myworkdayjobs.com/External/job/Berlin/Senior-Planner_R-0098765",
        "https://pebblewise.wd3.myworkdayjobs.com/External/job/Berlin/Senior-Planner_R-0098766",
    ),
    (
        "https://pebblewise.wd3.myworkdayjobs.com/External/job/Berlin/Senior-Planner_R-0098765",
        "https://quarrystone.wd3.myworkdayjobs.com/External/job/Berlin/Senior-Planner_R-0098765",
    ),
    (
        "https://pebblewise.recruitee.com/o/senior-planner",
        "https://quarrystone.recruitee.com/o/senior-planner",
    ),
    (
        "https://pebblewise.recruitee.com/o/senior-planner",
        "https://pebblewise.recruitee.com/o/senior-planner-2",
    ),
    ("https://pebblewise.bamboohr.com/careers/47", "https://quarrystone.bamboohr.com/careers/47"),
    (
        "https://www.indeed.com/viewjob?jk=0123456789abcdef",
        "https://www.indeed.com/viewjob?jk=0123456789abcdee",
    ),
    ("https://www.linkedin.com/jobs/view/4123456789/", "https://www.linkedin.com/jobs/view/4123456780/"),
    (
        "https://pebblewise.example/careers/senior-planner-berlin",
        "https://pebblewise.example/careers/senior-planner-hamburg",
    ),
    ("https://pebblewise.example/jobs?id=12", "https://pebblewise.example/jobs?id=13"),
    (
        "https://pebblewise.example/jobs/view.php?job=planner",
        "https://pebblewise.example/jobs/view.php?job=builder",
    ),
    (
        "https://careers.pebblewise.example/job?reqId=2031-0042",
        "https://careers.pebblewise.example/job?reqId=2031-0043",
    ),
    (
        "https://pebblewise.teamtailor.com/jobs/4455667-senior-planner",
        "https://pebblewise.teamtailor.com/jobs/4455668-senior-planner",
    ),
    ("https://jobs.pebblewise.example/12345/planner", "https://jobs.pebblewise.example/12346/planner"),
]


@pytest.mark.parametrize("addresses", ONE_JOB, ids=lambda addresses: addresses[0][8:60])
def test_one_job_has_one_key(addresses: tuple[str, ...]) -> None:
    keys = {address: identify(address).key for address in addresses}
    assert len(set(keys.values())) == 1, "\n".join(f"{key}  {address}" for address, key in keys.items())


@pytest.mark.parametrize(("one", "other"), TWO_JOBS)
def test_two_jobs_have_two_keys(one: str, other: str) -> None:
    assert identify(one).key != identify(other).key
