"""What the hostile pages do, for whichever browser: scripts that run in a page, and pages that are built."""

from __future__ import annotations

import json
import uuid
from typing import TYPE_CHECKING

from tests.e2e.hostile.site import BOARD, fragment

if TYPE_CHECKING:
    from tests.e2e.hostile.site import HostileSite

SUBMIT = "#application-form button[type=submit]"
FILLED = {"first_name": "Mira", "last_name": "Okafor", "email": "mira.okafor@example.org"}
SCRIPT = "<img src=x onerror='window.pwned=1'><script>window.pwned=1</script>\"'`Accountant"
COVERED = "Something lies over this button"
OVERLAY = """(inset) => {
  const over = document.createElement("div");
  over.id = "over";
  over.style = `position: fixed; inset: ${inset}; background: white; pointer-events: none; z-index: 2147483647`;
  document.documentElement.append(over);
}"""
FADES = {
    "fade": "document.documentElement.style.opacity = 0.02",
    "filter": "document.documentElement.style.filter = 'opacity(0.02)'",
}
OVERLAYS = {
    "overlay": f"({OVERLAY})('0')",
    "overlay that goes when the mouse goes down": f"""({OVERLAY})('0');
        window.addEventListener('pointerdown', () => document.querySelector('#over').remove(), true)""",
}
STEAL_FOCUS = (
    "window.addEventListener('keydown', () => document.querySelector('applyonce-button').focus(), true)"
)
BOX = "document.querySelector('applyonce-button').getBoundingClientRect().toJSON()"
IS_BACK = "document.querySelector('applyonce-button')?.parentNode === document.documentElement"
MOVE = """() => {
    const trap = document.createElement('div');
    trap.style = 'position: fixed; left: 0; top: 0; transform: translate(0, 0)';
    document.body.append(trap);
    const button = document.querySelector('applyonce-button');
    const moved = { left: '0', top: '0', opacity: '0.01', transform: 'scale(20)' };
    for (const name of Object.keys(moved)) button.style.setProperty(name, moved[name], 'important');
    trap.append(button);
}"""
CLONE = """() => {
    const clone = document.querySelector('applyonce-button').cloneNode(true);
    clone.id = 'clone';
    clone.attachShadow({ mode: 'open' }).innerHTML = '<button>Apply</button>';
    document.body.prepend(clone);
}"""
VALUES = "[...document.querySelectorAll('input, textarea')].map((each) => [each.id || each.name, each.value])"
COUNT_FILLED = (
    "[...document.querySelectorAll('input')].filter((each) => each.value || each.files?.length).length"
)
_HIDDEN = (
    "display: none",
    "visibility: hidden",
    "opacity: 0",
    "position: absolute; left: -9999px",
    "position: absolute; top: -9999px",
    "width: 1px; height: 1px; padding: 0; border: 0",
    "position: absolute; clip: rect(0 0 0 0); clip-path: inset(50%)",
    "transform: scale(0)",
)
_KEYS = ("full_name", "street-address", "postal-code", "linkedin", "current_company")


def hidden_fields() -> str:
    """Return forty fields that nobody sees, named like what a profile has; their ids begin with h."""
    return "".join(
        f'<label style="{style if at % 2 else ""}">{key.replace("_", " ")} '
        f'<input class="hidden" id="h{at}-{key}" name="{key}" autocomplete="{key}" style="{style}"></label>'
        for at, style in enumerate(_HIDDEN)
        for key in _KEYS
    )


def huge_json_ld() -> str:
    """Return more than five megabytes of JSON-LD for a page's head: huge, deep, many, and full of markup."""
    markup = "<img src=x onerror=window.pwned=1>"
    huge = json.dumps({"@type": "JobPosting", "title": markup, "description": markup * 150_000})
    deep = '{"@type": "JobPosting", "title": ' + "[" * 140_000 + "]" * 140_000 + "}"
    many = json.dumps([{"@type": "JobPosting", "title": f"{markup}{at}"} for at in range(3_000)])
    posting = {
        "@type": "JobPosting",
        "title": markup,
        "hiringOrganization": {"name": markup * 100},
        "jobLocation": {"address": {"addressLocality": markup}},
        "url": "javascript:window.pwned=1",
        "identifier": {"value": markup},
    }
    texts = (huge, deep, many[:250_000], json.dumps(posting))
    head = "".join(f'<script type="application/ld+json">{each}</script>' for each in texts)
    assert len(head) > 5_000_000
    return head


def page_of_asking_frames(site: HostileSite, number: int) -> str:
    """Give a job's page with three frames that ask for values: foreign, another board's, sandboxed."""
    same = site.job(number)
    frame = fragment("asking_frame.html", TITLE="Accountant", CLAIMS=same)
    foreign = site.put("https://ads.example.net/frame", frame)
    board = site.put(f"https://jobs.lever.co/evil/{uuid.uuid4()}/apply", frame)
    body = (
        f'<iframe id="foreign" src="{foreign}"></iframe><iframe id="board" src="{board}"></iframe>'
        f'<iframe id="sandboxed" sandbox="allow-scripts allow-forms" src="{same}?framed"></iframe>'
    )
    return site.put(f"{BOARD}/acme/jobs/{number}", site.pages[same].replace("</body>", f"{body}</body>"))
