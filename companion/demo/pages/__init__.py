"""The pages of each board, one module for each, and the hosts on which they are served."""

from companion.demo.context import Route
from companion.demo.pages import (
    ashby,
    careers,
    framework_sites,
    greenhouse,
    indeed,
    lever,
    linkedin,
    plain_boards,
    shared,
    smartrecruiters,
    workable,
    workday,
)

HOSTS: dict[str, tuple[Route, ...]] = {
    "boards.greenhouse.io": greenhouse.ROUTES,
    "boards.eu.greenhouse.io": greenhouse.ROUTES,
    "job-boards.greenhouse.io": greenhouse.ROUTES,
    "job-boards.eu.greenhouse.io": greenhouse.ROUTES,
    "jobs.lever.co": lever.ROUTES,
    "jobs.eu.lever.co": lever.ROUTES,
    "jobs.ashbyhq.com": ashby.ROUTES,
    "apply.workable.com": workable.ROUTES,
    "jobs.smartrecruiters.com": smartrecruiters.ROUTES,
    "careers.smartrecruiters.com": smartrecruiters.ROUTES,
    "www.linkedin.com": linkedin.ROUTES,
    ".myworkdayjobs.com": workday.ROUTES,
    "smartapply.indeed.com": indeed.APPLY_ROUTES,
    ".indeed.com": indeed.JOB_ROUTES,
    ".teamtailor.com": plain_boards.ROUTES["teamtailor"],
    ".jobs.personio.com": plain_boards.ROUTES["personio"],
    ".recruitee.com": plain_boards.ROUTES["recruitee"],
    ".breezy.hr": plain_boards.ROUTES["breezy"],
    "careers.example.com": careers.ROUTES,
    "jobs.example.com": careers.ROUTES,
    "careers.larkspur.example": framework_sites.VUE.routes,
    "jobs.sablerail.example": framework_sites.ANGULAR.routes,
    "newassets.hcaptcha.com": shared.CAPTCHA_ROUTES,
}
"""Routes by host; a name that begins with a dot stands for every host that ends so."""
