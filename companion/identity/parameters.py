"""Query parameters: which ones say what job a page shows, and which ones never do.

A key without the query merges different jobs (`?gh_jid=`, `?jk=`); a key with the whole query splits one job
by where its visitors come from (`utm_*`, `gh_src`, `trk`). Known boards read their own parameters by name in
`boards`; this is for all other hosts.
"""

import re

_THING = (
    r"(?:job|req|requisition|posting|position|vacancy|vacature|opening|opportunity|offer|offre|offerta|oferta|"
    r"role|advert|listing|career|stelle|stellen|anzeige|emploi|annonce|vaga|poste)"
)
_NUMBERING = r"(?:id|no|nr|num|number|code|key|ref|reference|req|reqid|req_id|slug|uuid|guid)"
_IDENTITY = re.compile(
    rf"(?:{_THING}|(?:[a-z]{{1,8}}[_-])?{_THING}(?:[_.-]?{_THING})?(?:detail|post|ad)?[_.-]?{_NUMBERING}|"
    r"(?:selected|current|show|view|open)[_-]?job(?:[_-]?id)?|"
    r"id|jid|gh_jid|ashby_jid|lever_jid|jk|vjk|pid|rid|oid|cjobid|jl|p|uuid|guid|slug|code|cj|shortcode|"
    r"career_job_req_id|opportunityid|page_id|post_id|entry|record)",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?:company|client|partner|org|organi[sz]ation|tenant|customer|account|career)[_-]?(?:id|key|code|ns)?",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:utm|mc|hsa|rx|_hs|_ga|_gl|__jv|_branch|mkt|pk|ga|at|trk|iis|oly|wt|ns|sc)[_.-].*|_hs\w*|__\w+|_g[al]|"
    r"[a-z]{1,3}clid|gbraid|wbraid|igshid|li_fat_id|hsctatracking|vero_\w+|"
    r"(?:job[_-]?)?(?:source|src|board|site|channel|medium|campaign)(?:[_-]?(?:id|name|type))?|"
    r"(?:sourc|gh_src|lever[_-](?:source|origin|via)|ref|refid|ref_id|referrer|referer|referral|trk\w*|tracking\w*|"
    r"trackid|iisn?|share\w*|session\w*|\w*sess(?:ion)?id|sid|cid|icid|s_cid|cmpid|from|origin|via|bid|nl|"
    r"lang|language|locale|hl|lc|country|display|embed|mode|theme|"
    r"q|query|keywords?|search|sort\w*|page|offset|limit|filter\w*|location(?:s|id)?|departments?|departmentid|"
    r"team|category|workersubtype|timetype|validitytoken|jan1offset|jun1offset|ts|t|time|timestamp|_|cache\w*|v|"
    r"oga|dcr_ci|width|height|mobile|needsredirect|ccuid)(?:\[\w*\])?",
    re.IGNORECASE,
)


def carries_identity(name: str) -> bool:
    """Tell whether a parameter of this name usually says which job a page shows."""
    return len(name) <= 64 and _IDENTITY.fullmatch(name) is not None


def scopes_identity(name: str, host: str) -> bool:
    """Tell whether a parameter says whose job id it is, on hosts that serve many employers.

    `cid` is a campaign everywhere but at ADP, where it is the employer.
    """
    return len(name) <= 64 and (
        _SCOPE.fullmatch(name) is not None or (name.lower() == "cid" and host.endswith(".adp.com"))
    )


def is_noise(name: str) -> bool:
    """Tell whether a parameter of this name never says which job a page shows: tracking, search, language."""
    return len(name) > 64 or _NOISE.fullmatch(name) is not None
