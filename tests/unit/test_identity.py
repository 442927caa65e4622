"""Which job is this address? Addresses that are one job, addresses that are not, and addresses that lie."""

import time
import uuid

import pytest

from companion.identity import InvalidAddress, identify, job_id

U = "12747eb1-e545-478d-b07c-f27f4a88cc12"
UPPER = U.upper()
WORKDAY = "https://acme.wd5.myworkdayjobs.com"

ONE_JOB = {
    "greenhouse:4012345": [
        "https://boards.greenhouse.io/acme/jobs/4012345",
        "http://boards.greenhouse.io/acme/jobs/4012345/",
        "https://boards.eu.greenhouse.io/acme/jobs/4012345",
        "https://job-boards.greenhouse.io/acme/jobs/4012345?gh_src=abc&utm_source=x#app",
        "https://job-boards.eu.greenhouse.io/acme/jobs/4012345",
        "https://JOB-BOARDS.Greenhouse.IO/other-slug/jobs/4012345",
        "https://boards.greenhouse.io/acme/jobs/4012345/confirmation",
        "https://job-boards.greenhouse.io/en-US/acme/jobs/4012345",
        "https://boards.greenhouse.io/embed/job_app?for=acme&token=4012345&validityToken=xyz",
        "https://job-boards.greenhouse.io/embed/job_app?token=4012345",
        "https://boards.greenhouse.io/embed/job_app?for=acme&gh_jid=4012345",
        "https://boards.greenhouse.io/embed/job_app/confirmation?for=acme&token=4012345",
        "https://boards.greenhouse.io/embed/job_board/job?for=acme&gh_jid=4012345",
        "https://boards.greenhouse.io/embed/acme/jobs/4012345",
        "https://boards.greenhouse.io/acme?gh_jid=4012345",
        "https://boards-api.greenhouse.io/v1/boards/acme/jobs/4012345?questions=true",
        "https://company.com/careers?gh_jid=4012345",
        "https://www.company.com/careers/apply/4012345?gh_src=1&gh_jid=4012345&utm_source=y",
        "https://company.com/de/stellen?GH_JID=4012345",
    ],
    f"lever:{U}": [
        f"https://jobs.lever.co/acme/{U}",
        f"https://jobs.lever.co/acme/{UPPER}/apply?lever-source=LinkedIn&lever-source%5B%5D=x",
        f"https://jobs.eu.lever.co/acme/{U}/thanks",
        f"http://jobs.lever.co/acme-new-name/{U}/?Wash-DC",
        f"https://api.lever.co/v0/postings/acme/{U}?mode=json",
        f"https://jobs.lever.co./acme/{U}",
        f"https://jobs.lever.co:443/acme/{U}",
        f"https://someone:secret@jobs.lever.co/acme/{U}",
        f"https://jobs.lever.co/x/../acme/./{U}",
        f"https://%6aobs.lever.co/acme/{U.replace('-', '%2D')}",
    ],
    f"ashby:{U}": [
        f"https://jobs.ashbyhq.com/acme/{U}",
        f"https://jobs.ashbyhq.com/Acme%20Labs/{U}/application?embed=js&departmentId={uuid.UUID(int=4)}",
        f"https://jobs.ashbyhq.com/acme/embed?ashby_jid={U}",
        f"https://www.acme.com/careers/?ashby_jid={UPPER}#apply-now",
        f"https://acme.com/careers?team=x&ashby_jid={U}",
    ],
    "workable:E5FD2D5FB0": [
        "https://apply.workable.com/acme-1/j/E5FD2D5FB0/",
        "https://apply.workable.com/acme-1/j/e5fd2d5fb0/apply/?lng=en",
        "https://apply.workable.com/j/E5FD2D5FB0",
        "https://acme.workable.com/j/E5FD2D5FB0",
        "https://acme.workable.com/jobs/E5FD2D5FB0",
        "https://apply.workable.com/api/v1/accounts/acme-1/jobs/E5FD2D5FB0",
    ],
    "workable:123456": [
        "https://acme.workable.com/jobs/123456",
        "https://acme.workable.com/jobs/123456/candidates/new",
    ],
    "smartrecruiters:743999927523368": [
        "https://jobs.smartrecruiters.com/Visa/743999927523368-software-engineer?source=LinkedIn",
        "https://jobs.smartrecruiters.com/Visa/743999927523368",
        "https://careers.smartrecruiters.com/Visa/743999927523368-renamed",
        "https://api.smartrecruiters.com/v1/companies/Visa/postings/743999927523368",
    ],
    f"smartrecruiters:{U}": [
        f"https://jobs.smartrecruiters.com/oneclick-ui/company/Visa/publication/{U}?dcr_ci=Visa",
        f"https://api.smartrecruiters.com/v1/companies/Visa/postings/{U}",
    ],
    "workday:acme:r-12345": [
        f"{WORKDAY}/Careers/job/Boston/Senior-Engineer_R-12345",
        f"{WORKDAY}/en-US/Careers/job/Boston/Senior-Engineer_R-12345-1/apply/autofillWithResume?q=x",
        f"{WORKDAY}/fr-CA/Other_Site/job/Paris/Renamed_r-12345-2/apply",
        f"{WORKDAY}/Careers/job/Senior-Engineer_R-12345",
        f"{WORKDAY}/en-US/Careers/details/Senior-Engineer_R-12345?workerSubType=abc",
        f"{WORKDAY}/wday/cxs/acme/Careers/job/Boston/Senior-Engineer_R-12345",
        "https://acme.wd105.myworkdayjobs.com/Careers/job/Boston/Senior-Engineer_R-12345",
        "https://wd5.myworkdaysite.com/recruiting/acme/Careers/job/Boston/Senior-Engineer_R-12345",
        "https://wd1.myworkdaysite.com/en-US/recruiting/acme/x/job/Boston/Senior-Engineer_R-12345/apply",
        "https://wd1.myworkdaysite.com/wday/cxs/acme/x/job/Boston/Senior-Engineer_R-12345",
    ],
    "linkedin:3912345678": [
        "https://www.linkedin.com/jobs/view/3912345678/",
        "https://de.linkedin.com/jobs/view/senior-engineer-at-acme-3912345678?trk=public&refId=x",
        "https://www.linkedin.com/jobs/view/3912345678/apply/?openSDUIApplyFlow=true",
        "https://www.linkedin.com/jobs/search/?currentJobId=3912345678&keywords=x&start=25",
        "https://www.linkedin.com/jobs/collections/recommended/?currentJobId=3912345678",
        "https://www.linkedin.com/comm/jobs/view/3912345678/?midToken=a",
        "https://linkedin.com/jobs/view/ing%C3%A9nieur-chez-acme-3912345678",
    ],
    "indeed:0123456789abcdef": [
        "https://www.indeed.com/viewjob?jk=0123456789abcdef&tk=x&from=serp",
        "https://uk.indeed.com/jobs?q=engineer&l=London&vjk=0123456789abcdef",
        "https://de.indeed.com/viewjob?jk=0123456789ABCDEF",
        "https://www.indeed.com/rc/clk?jk=0123456789abcdef&fccid=1",
        "https://uk.indeed.com/job/senior-engineer-0123456789abcdef",
    ],
    "teamtailor:1234567": [
        "https://acme.teamtailor.com/jobs/1234567-senior-engineer",
        "https://acme.na.teamtailor.com/en-GB/jobs/1234567/applications/new",
    ],
    "personio:987654": [
        "https://acme.jobs.personio.de/job/987654?language=de&display=de",
        "https://acme.jobs.personio.com/job/987654#apply",
    ],
    "recruitee:acme:senior-engineer": [
        "https://acme.recruitee.com/o/senior-engineer",
        "https://acme.recruitee.com/en/o/senior-engineer/c/new?source=x",
    ],
    "breezy:0a1b2c3d4e5f": [
        "https://acme.breezy.hr/p/0a1b2c3d4e5f-senior-engineer",
        "https://acme.breezy.hr/p/0a1b2c3d4e5f/apply",
    ],
    "bamboohr:acme:42": [
        "https://acme.bamboohr.com/careers/42",
        "https://acme.bamboohr.com/jobs/view.php?id=42",
    ],
    "jazzhr:AbCdEf1234": [
        "https://acme.applytojob.com/apply/AbCdEf1234/Engineer?source=x",
        "https://acme.applytojob.com/apply/jobs/details/AbCdEf1234",
    ],
    "icims:careers-acme:12345": [
        "https://careers-acme.icims.com/jobs/12345/software-engineer/job?mode=job&iis=Indeed",
        "https://careers-acme.icims.com/jobs/12345/login",
    ],
    "oracle:acme:268514": [
        "https://acme.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX_1/job/268514/?location=US",
        "https://acme.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/fr/sites/CX_2/job/268514/apply/email",
        "https://acme.fa.us2.oraclecloud.com/hcmUI/CandidateExperience/en/sites/CX/requisitions/preview/268514",
    ],
    "eightfold:acme:446700123456": [
        "https://acme.eightfold.ai/careers?pid=446700123456&domain=acme.com",
        "https://acme.eightfold.ai/careers/job/446700123456-engineer-london",
    ],
    "glassdoor:1009123": [
        "https://www.glassdoor.com/job-listing/engineer-acme-JV_IC1.htm?jl=1009123&src=x",
        "https://www.glassdoor.co.uk/job-listing/j?jl=1009123",
    ],
    "jobvite:oAbC1dEf": [
        "https://jobs.jobvite.com/acme/job/oAbC1dEf/apply?__jvst=x",
        "https://jobs.jobvite.com/careers/acme/job/oAbC1dEf",
    ],
    f"ukg:{U}": [
        f"https://recruiting2.ultipro.com/ACM1/JobBoard/{uuid.UUID(int=7)}/OpportunityDetail?opportunityId={U}",
        f"https://recruiting.ultipro.com/ACM1/JobBoard/{uuid.UUID(int=8)}/OpportunityApply?opportunityId={UPPER}",
    ],
    f"rippling:{U}": [
        f"https://ats.rippling.com/acme/jobs/{U}?jobSite=LinkedIn",
        f"https://ats.rippling.com/en-GB/acme/jobs/{U}/apply?step=application",
    ],
    "paylocity:123456": [
        "https://recruiting.paylocity.com/Recruiting/Jobs/Details/123456/Acme/Engineer",
        "https://recruiting.paylocity.com/recruiting/jobs/Apply/123456",
    ],
    "url:https://company.com/jobs/senior-engineer": [
        "https://company.com/jobs/senior-engineer",
        "http://www.company.com/jobs/senior-engineer/?utm_source=x&fbclid=1&unknown=2",
        "https://company.com:443/en-US/jobs//senior-engineer/apply#form",
        "https://COMPANY.com/de/jobs/senior%2Dengineer/application?lang=de",
        "https://company.com/jobs/senior-engineer;jsessionid=17",
    ],
    "url:https://company.com/careers?jobid=77": [
        "https://company.com/careers?jobId=77",
        "https://company.com/careers/?source=x&JOBID=77&page=2#x",
    ],
    "url:https://xn--mnchen-3ya.de/stelle/12345": [
        "https://münchen.de/stelle/12345",
        "https://XN--MNCHEN-3YA.de/stelle/12345",
        "https://mu\u0308nchen.de/stelle/12345",
    ],
}


@pytest.mark.parametrize(("key", "address"), [(key, url) for key, urls in ONE_JOB.items() for url in urls])
def test_every_address_of_a_job_has_the_jobs_key(key: str, address: str) -> None:
    identity = identify(address)
    assert identity.key == key
    assert identify(identity.url).key == key, f"its canonical address {identity.url} is another job"
    assert "utm_" not in identity.url
    assert "#" not in identity.url
    assert "secret" not in identity.url


TWO_JOBS = [
    ("https://a.com/careers?gh_jid=1000001", "https://a.com/careers?gh_jid=1000002"),
    ("https://a.com/job?id=1", "https://a.com/job?id=2"),
    ("https://a.com/careers/detail?x=abc", "https://a.com/careers/detail?x=abd"),
    ("https://a.com/careers?p=job/17", "https://a.com/careers?p=job/18"),
    ("https://a.com/j/Abc", "https://a.com/j/abc"),
    ("https://a.com/jobs/a%2Fb", "https://a.com/jobs/a/b"),
    ("https://a.com:8443/jobs/123", "https://a.com/jobs/123"),
    ("https://straße.de/jobs/123", "https://strasse.de/jobs/123"),
    (
        "https://www.indeed.com/viewjob?jk=0123456789abcdef",
        "https://www.indeed.com/viewjob?jk=0123456789abcdee",
    ),
    (f"{WORKDAY}/x/job/Boston/Dev_2024-15", f"{WORKDAY}/x/job/Boston/Dev_2024-16"),
    (f"{WORKDAY}/x/job/Boston/Dev_JR-12", f"{WORKDAY}/x/job/Boston/Dev_JR-13"),
    (f"{WORKDAY}/x/job/Boston/Dev_R-123_1", f"{WORKDAY}/x/job/Boston/Dev_R-124_1"),
    (f"{WORKDAY}/x/job/Boston/Dev_R1234", "https://other.wd5.myworkdayjobs.com/x/job/Boston/Dev_R1234"),
    (f"{WORKDAY}/x/job/Boston/Data_Engineer", f"{WORKDAY}/x/job/Boston/Software_Engineer"),
    (f"{WORKDAY}/x/job/Building_400/Dev_R1234", f"{WORKDAY}/x/job/Building_400/Dev_R1235"),
    (f"{WORKDAY}/x/job/Building_400/Dev", f"{WORKDAY}/x/job/Building_400/Ops"),
    (
        "https://career5.successfactors.eu/career?company=acme&career_job_req_id=17",
        "https://career5.successfactors.eu/career?company=apex&career_job_req_id=17",
    ),
    (
        "https://workforcenow.adp.com/x/recruitment.html?cid=aa&jobId=17",
        "https://workforcenow.adp.com/x/recruitment.html?cid=bb&jobId=17",
    ),
    ("https://acme.recruitee.com/o/engineer", "https://other.recruitee.com/o/engineer"),
]


@pytest.mark.parametrize(("one", "other"), TWO_JOBS)
def test_two_jobs_never_share_a_key(one: str, other: str) -> None:
    assert identify(one).key != identify(other).key


LOOK_ALIKES = [
    f"https://jobs.lever.co.evil.com/acme/{U}",
    f"https://evil-jobs.lever.co/acme/{U}",
    f"https://jobs.lever.co@evil.com/acme/{U}",
    f"https://evil.com\\@jobs.lever.co/acme/{U}",
    f"https://evil.com/jobs.lever.co/acme/{U}",
    f"https://evil.com#@jobs.lever.co/acme/{U}",
    f"https://jobs.lever.co:8443/acme/{U}",
    f"https://jobs.1ever.co/acme/{U}",
    f"https://jobs.l\u0435ver.co/acme/{U}",
    "https://notlinkedin.com/jobs/view/3912345678",
    "https://linkedin.com.evil.com/jobs/view/3912345678",
    "https://boards.greenhouse.io.evil.com/acme/jobs/4012345",
    "https://boards-greenhouse.io/acme/jobs/4012345",
    f"https://evilmyworkdayjobs.com/x/job/Boston/Dev_{U}",
    "https://indeed.com.co/viewjob?jk=0123456789abcdef",
]


@pytest.mark.parametrize("address", LOOK_ALIKES)
def test_a_look_alike_is_not_the_board(address: str) -> None:
    identity = identify(address)
    assert identity.key.startswith("url:")
    assert identity.board not in {"lever", "linkedin", "greenhouse", "workday", "indeed"}


NO_ADDRESSES = [
    "",
    "   ",
    "jobs.lever.co/acme",
    "javascript:alert(1)//https://jobs.lever.co",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://jobs.lever.co/x",
    "about:blank",
    "chrome-extension://abc/popup.html",
    "https://",
    "https:///path",
    "https:jobs.lever.co",
    "https://?x=1",
    "https://user@/x",
    "https://host:99999/x",
    "https://host:port/x",
    "https://[::1/x",
    "https://[zz]/x",
    "https://a b.com/",
    "https://exa<mple.com/",
    "https://..com/",
    "https://xn--a\u00e4.com/",
    "https://" + "a" * 300 + ".com/",
    "https://jobs.lever.co/\x00x",
    "https://jobs.lever.co/a\nb",
    "https://jobs.lever.co/\ud800",
    "https://jobs.lever.co/" + "a" * 100_000,
    "https://a.com/" + "%" * 16_000,
    "https://" + "ä" * 10_000 + ".com/",
]


@pytest.mark.parametrize("address", NO_ADDRESSES, ids=lambda address: repr(address[:30]))
def test_what_is_no_address_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(InvalidAddress, match=r"^[A-Z].*\.$"):
        identify(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.com/" + "%" * 5_000,
        "https://a.com/?" + "&" * 16_000,
        "https://a.com/?" + "job_" * 4_000,
        "https://a.com/?" + "a=b&" * 4_000,
        "https://a.com/" + "../" * 5_000,
        "https://a.com/" + "a/" * 8_000 + "apply/" * 10,
        "https://a.com/" + "apply/" * 2_600,
        WORKDAY + "/x/job/" + "_-1" * 5_000,
        "https://www.linkedin.com/jobs/view/" + "-1" * 8_000,
    ],
    ids=range(9),
)
def test_long_odd_addresses_are_read_quickly(address: str) -> None:
    begun = time.perf_counter()
    identity = identify(address)
    assert time.perf_counter() - begun < 1
    assert identify(identity.url).key == identity.key


def test_a_form_whose_address_is_the_same_for_all_jobs_is_refused() -> None:
    with pytest.raises(InvalidAddress, match="which job"):
        identify("https://smartapply.indeed.com/beta/indeedapply/form/resume")


def test_an_address_behind_a_leaving_page_is_followed_once() -> None:
    target = "https%3A%2F%2Fboards%2Egreenhouse%2Eio%2Facme%2Fjobs%2F4012345"
    assert identify(f"https://www.linkedin.com/safety/go/?url={target}&trk=x").key == "greenhouse:4012345"


def test_a_boards_own_id_goes_before_one_in_the_query() -> None:
    assert identify(f"https://jobs.lever.co/a/{U}?gh_jid=4012345").key == f"lever:{U}"
    assert identify("https://boards.greenhouse.io/a/jobs/1000001?gh_jid=4012345").key == "greenhouse:1000001"


def test_a_parameter_that_is_no_id_is_not_taken_for_one() -> None:
    assert identify("https://company.com/careers?gh_jid=4012345x").key.startswith("url:")
    assert identify("https://company.com/careers?gh_jid=" + "1" * 60).key.startswith("url:")
    assert identify("https://company.com/careers?ashby_jid=1").key.startswith("url:")


def test_the_id_is_the_same_on_every_machine() -> None:
    assert job_id("greenhouse:4012345") == uuid.UUID("13b797ea-b1cf-5cde-8fe1-a232e54939af")
    assert job_id("greenhouse:4012345").version == 5
    assert job_id("greenhouse:4012346") != job_id("greenhouse:4012345")


def test_facts_are_one_clean_line() -> None:
    identity = identify(
        "https://a.com/jobs/123", title="  Engineer\n\x1b[31m\u202e II ", company="", location=" "
    )
    assert (identity.title, identity.company, identity.location) == ("Engineer [31m II", None, None)
    assert len(identify("https://a.com/jobs/123", title="x" * 1_000_000).title or "") == 300


def test_smartrecruiters_ad_and_form_are_one_job_and_name_no_other_boards() -> None:
    ad = "https://jobs.smartrecruiters.com/Fjordmart/743999912345678-category-buyer"
    form = "https://jobs.smartrecruiters.com/oneclick-ui/company/Fjordmart/publication/0b7f5a3e-9f6c-4c59-8d0e-2f5a3a1c7e10"
    other = "https://jobs.smartrecruiters.com/Fjordmart/743999900000001-cook"
    found = identify(
        ad, json_ld=[{"@type": "JobPosting", "sameAs": [form, other, "https://jobs.lever.co/x/1"]}]
    )
    assert found.key == "smartrecruiters:743999912345678"
    assert found.alias_keys == ("smartrecruiters:0b7f5a3e-9f6c-4c59-8d0e-2f5a3a1c7e10",)
