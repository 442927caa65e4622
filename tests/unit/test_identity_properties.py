"""What holds for every address, not only for those somebody thought of."""

import re
import string
from urllib.parse import quote

from hypothesis import assume, example, given
from hypothesis import strategies as st

from companion.identity import InvalidAddress, identify

slugs = st.text(string.ascii_letters + string.digits + "-_ .é", min_size=1, max_size=20).filter(
    lambda text: text.strip(". ") != ""
)
numbers = st.integers(10_000, 10**14).map(str)
uuids = st.uuids().map(str)
hosts = st.sampled_from(["company.com", "www.company.co.uk", "careers.acme.io", "xn--mnchen-3ya.de"])
noise = st.sampled_from(
    [
        "utm_source=x",
        "utm_campaign=a%20b",
        "gh_src=abc123us",
        "lever-source=LinkedIn",
        "trk=public_jobs",
        "refId=a%2Fb",
        "ref=Simplify",
        "fbclid=IwAR0",
        "gclid=1",
        "source=LinkedIn",
        "_ga=1.2",
        "mc_cid=9",
    ]
)


@st.composite
def board_addresses(draw: st.DrawFn) -> str:
    owner = quote(draw(slugs))
    number, code = draw(numbers), draw(uuids)
    req = draw(st.sampled_from(["R-", "JR", "REQ-", ""])) + number
    return draw(
        st.sampled_from(
            [
                f"https://boards.greenhouse.io/{owner}/jobs/{number}",
                f"https://job-boards.eu.greenhouse.io/embed/job_app?for={owner}&token={number}",
                f"https://company.com/{owner}?gh_jid={number}",
                f"https://jobs.lever.co/{owner}/{code}",
                f"https://jobs.ashbyhq.com/{owner}/{code}",
                f"https://company.com/{owner}?ashby_jid={code}",
                f"https://apply.workable.com/{owner}/j/{code[:4].upper()}{code[-6:].upper()}/",
                f"https://jobs.smartrecruiters.com/{owner}/7{number.zfill(14)}-{owner}",
                f"https://acme.wd1.myworkdayjobs.com/{owner}/job/{owner}/{owner}_{req}",
                f"https://wd5.myworkdaysite.com/recruiting/acme/{owner}/job/{owner}/{owner}_{req}",
                f"https://www.linkedin.com/jobs/view/{owner}-{number.zfill(10)}",
                f"https://uk.indeed.com/viewjob?jk={code[:8]}{code[-8:]}",
                f"https://acme.teamtailor.com/jobs/{number}-{owner}",
                f"https://acme.jobs.personio.de/job/{number}",
                f"https://acme.recruitee.com/o/{owner}",
                f"https://acme.breezy.hr/p/{code[-12:]}-{owner}",
            ]
        )
    )


@st.composite
def general_addresses(draw: st.DrawFn) -> str:
    path = "/".join(quote(draw(slugs)) for _ in range(draw(st.integers(0, 4))))
    names = st.sampled_from(["id", "jobId", "x", "p", "title", "Vacancy_ID", "é"])
    query = "&".join(f"{quote(draw(names))}={quote(draw(slugs))}" for _ in range(draw(st.integers(0, 3))))
    return f"{draw(st.sampled_from(['http', 'https']))}://{draw(hosts)}/{path}" + (
        f"?{query}" if query else ""
    )


addresses = st.one_of(board_addresses(), general_addresses())


@given(addresses)
def test_identifying_the_canonical_address_changes_nothing(address: str) -> None:
    first = identify(address)
    again = identify(first.url)
    assert again.key == first.key
    assert again.url == first.url
    assert again.board == first.board


@given(addresses, st.lists(noise, min_size=1, max_size=4), st.text(string.printable.strip(), max_size=20))
def test_tracking_and_fragments_never_matter(address: str, extra: list[str], fragment: str) -> None:
    joint = "&" if "?" in address else "?"
    tracked = f"{address}{joint}{'&'.join(extra)}#{fragment}"
    assert identify(tracked).key == identify(address).key
    first = address.replace("?", f"?{'&'.join(extra)}&", 1) if "?" in address else tracked
    assert identify(first).key == identify(address).key


@given(addresses, st.sampled_from(["HTTP", "https", "Https"]))
def test_scheme_host_case_port_www_and_trailing_slashes_never_matter(address: str, scheme: str) -> None:
    _, _, rest = address.partition("://")
    host, _, path = rest.partition("/")
    path, mark, query = path.partition("?")
    key = identify(address).key
    port = {"http": ":80", "https": ":443"}[scheme.lower()]
    assert identify(f"{scheme}://{host.upper()}/{path}{mark}{query}").key == key
    assert identify(f"{scheme}://{host}{port}/{path}{mark}{query}").key == key
    assert identify(f"{scheme}://{host}./{path}//{mark}{query}").key == key
    if key.startswith("url:") and not host.startswith("www.") and host.count(".") < 2:
        assert identify(f"{scheme}://www.{host}/{path}{mark}{query}").key == key


@given(
    addresses, st.sampled_from(["en-US", "de", "fr-CA", "pt_BR"]), st.sampled_from(["apply", "application"])
)
@example("http://company.com/NL", "de", "apply")
@example("http://company.com/apply", "de", "apply")
def test_locale_and_the_step_to_the_form_never_matter(address: str, locale: str, step: str) -> None:
    base, mark, query = address.partition("?")
    scheme, _, rest = base.partition("://")
    host, _, path = rest.partition("/")
    assume(path.strip("/"))
    key = identify(address).key
    assert identify(f"{base.rstrip('/')}/{step}/{mark}{query}").key == key
    assume(re.fullmatch(r"[a-z]{2}([-_].*)?", path.partition("/")[0], re.IGNORECASE) is None)
    assert identify(f"{scheme}://{host}/{locale}/{path}{mark}{query}").key == key


@given(
    st.text(max_size=200),
    st.sampled_from(["", "https://", "http://a.com/", "https://jobs.lever.co/", "https://a.com/?"]),
)
@example("%2e%2e/%2E/x", "http://a.com/")
@example("x%3Bjsessionid=1/y", "http://a.com/")
@example("[::1]:443/x", "https://")
def test_any_text_is_an_identity_or_a_typed_refusal(text: str, start: str) -> None:
    try:
        identity = identify(start + text)
    except InvalidAddress:
        return
    assert identity.key == identify(identity.url).key
    identity.key.encode()
    identity.url.encode("ascii")
