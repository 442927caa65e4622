"""The pages of each board, one module for each, and the hosts on which they are served."""

from companion.demo.context import Route
from companion.demo.pages import careers, lever, shared

HOSTS: dict[str, tuple[Route, ...]] = {
    "jobs.lever.co": lever.ROUTES,
    "jobs.eu.lever.co": lever.ROUTES,
    "careers.example.com": careers.ROUTES,
    "jobs.example.com": careers.ROUTES,
    "newassets.hcaptcha.com": shared.CAPTCHA_ROUTES,
}
"""Routes by host; a name that begins with a dot stands for every host that ends so."""
