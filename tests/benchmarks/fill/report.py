"""What a run came to: the table, the targets, the lists of what a person should look at, and the HTML report."""

from __future__ import annotations

import html
from collections import Counter
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from tests.benchmarks.fill.judge import Judged
    from tests.benchmarks.fill.run import FormRun, IdentityRun

PLAIN = {"text", "email", "tel", "url", "number", "textarea"}
COLUMNS = (
    ("in truth", ()),
    (
        "on page",
        ("right", "wrong", "left", "empty", "unasked", "eye", "static right", "static wrong", "static left"),
    ),
    ("right", ("right",)),
    ("wrong", ("wrong",)),
    ("left", ("left",)),
    ("rightly empty", ("empty",)),
    ("by eye", ("eye",)),
    ("unasked", ("unasked",)),
    ("static: right", ("static right",)),
    ("static: wrong", ("static wrong",)),
    ("static: left", ("static left",)),
)


@dataclass(frozen=True, slots=True)
class Target:
    """A promise, what was measured, and whether it is kept."""

    name: str
    seen: str
    kept: bool


@dataclass
class Report:
    """All that was measured."""

    forms: list[FormRun] = field(default_factory=list)
    identity: list[IdentityRun] = field(default_factory=list)
    buttons: dict[str, bool] = field(default_factory=dict)
    groups: str = ""
    groups_kept: bool = True
    sixty_ms: float = 0.0

    @property
    def fields(self) -> list[Judged]:
        return [each for run in self.forms for each in run.fields]

    def table(self) -> str:
        """Return the verdicts per board and in all, as aligned text."""
        boards = sorted({each.board for each in self.fields})
        rows = [["", *(name for name, _ in COLUMNS), "not in truth"]]
        for board in [*boards, "all"]:
            mine = [each for each in self.fields if board in (each.board, "all")]
            counts: Counter[str] = Counter(each.verdict for each in mine)
            strangers = sum(len(run.strangers) for run in self.forms if board in (run.form.board, "all"))
            cells = [
                str(sum(counts[v] for v in verdicts) if verdicts else len(mine)) for _, verdicts in COLUMNS
            ]
            rows.append([board, *cells, str(strangers)])
        widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
        return "\n".join(
            "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows
        )

    def targets(self) -> list[Target]:
        """Return each promise with what was measured."""
        found = self._form_targets() if self.forms else []
        if self.identity:
            found += self._identity_targets()
        if self.buttons:
            shown = [name for name, has in self.buttons.items() if has]
            found.append(
                Target(
                    "no button on pages that are no job", f"{len(shown)} of {len(self.buttons)}", not shown
                )
            )
        if self.groups:
            found.append(Target("identity groups and pairs", self.groups, self.groups_kept))
        if self.sixty_ms:
            found.append(
                Target("plan of 60 new fields", f"{self.sixty_ms:.1f} ms (at most 30)", self.sixty_ms <= 30)
            )
        return found

    def _form_targets(self) -> list[Target]:
        standard = Counter(
            each.verdict.removeprefix("static ")
            for each in self.fields
            if each.key and each.expected and each.verdict not in {"absent", "empty"}
        )
        settled = Counter(
            each.verdict.removeprefix("static ")
            for each in self.fields
            if not each.key and each.expected and each.verdict not in {"absent", "empty"}
        )
        resumes = [each for each in self.fields if each.key == "resume.file" and each.verdict != "absent"]
        described = sum(run.described_count for run in self.forms)
        amiss = len({line.rsplit(": ", 1)[0] for run in self.forms for line in run.described})
        secrets = [each for run in self.forms for each in run.secrets]
        times = [ms for run in self.forms for kind, ms in run.times if kind in PLAIN]
        done = [run for run in self.forms if not run.trouble]
        return [
            Target(
                "pages with button, filled to the end",
                f"{len(done)} of {len(self.forms)}",
                len(done) == len(self.forms),
            ),
            _share("standard fields right", standard, 0.98, 0.0),
            _share("settled questions filled", settled, 0.90, 0.005),
            Target(
                "résumé attached",
                f"{sum(each.verdict == 'right' for each in resumes)} of {len(resumes)}",
                all(each.verdict == "right" for each in resumes),
            ),
            Target(
                "fields described as in the truth",
                f"{described - amiss} of {described}",
                amiss <= described * 0.01,
            ),
            Target("hidden controls and passwords filled", str(len(secrets)), not secrets),
            Target(
                "plain field, median",
                f"{median(times):.2f} ms (at most 5)" if times else "none",
                not times or median(times) <= 5,
            ),
            Target(
                "plan over native messaging, median",
                f"{median([run.plan_ms for run in done]):.0f} ms" if done else "none",
                True,
            ),
            Target(
                "form filled, median",
                f"{median([run.fill_ms for run in done]) / 1000:.1f} s" if done else "none",
                True,
            ),
        ]

    def _identity_targets(self) -> list[Target]:
        # What no person sees on the captured page (a later step, a closed dialogue) is not to be filled.
        controls = [each for run in self.identity for each in run.controls if each["described"]]
        planned = Counter(each["planned"] for each in controls)
        filled = Counter(each["filled"] for each in controls)
        passwords = [
            each
            for each in controls
            if each["kind"].startswith("password") and (each["value"] or each["plan"])
        ]
        return [
            _of_filled("identity forms: right kind of what is planned", planned),
            _of_filled("identity forms: right kind of what is filled at the user's request", filled),
            Target("passwords filled", str(len(passwords)), not passwords),
        ]

    def lists(self) -> Iterable[tuple[str, list[str]]]:
        """Give what a person should look at, under a heading each."""
        yield "pages not filled", [f"{run.form.name}: {run.trouble}" for run in self.forms if run.trouble]
        for heading, verdicts in (
            ("wrong", {"wrong", "static wrong"}),
            ("left though there is a value", {"left", "static left"}),
            ("judged by eye", {"eye"}),
        ):
            yield heading, [line(each) for each in self.fields if each.verdict in verdicts]
        yield (
            "filled though not in the truth",
            [
                f"{run.form.name}: {each['type']} {each['name']} {each['label']!r}: {each['value']!r}"
                for run in self.forms
                for each in run.strangers
            ],
        )
        yield "described otherwise than in the truth", [one for run in self.forms for one in run.described]
        yield "identity forms: wrong", _identity_lines(self.identity, "wrong")
        yield "identity forms: left", _identity_lines(self.identity, "left")
        yield (
            "identity forms not filled by the user's request",
            [f"{run.page.name}: {run.trouble}" for run in self.identity if run.trouble],
        )
        yield "buttons on pages that are no job", [name for name, has in self.buttons.items() if has]

    def as_json(self) -> dict[str, Any]:
        """Return everything, for programs."""
        return {
            "targets": [{"name": each.name, "seen": each.seen, "kept": each.kept} for each in self.targets()],
            "fields": [each.as_json() for each in self.fields],
            "lists": dict(self.lists()),
            "identity": [
                {"page": run.page.name, "trouble": run.trouble, "controls": run.controls}
                for run in self.identity
            ],
        }

    def text(self) -> str:
        """Return what is printed."""
        parts = [self.table()] if self.forms else []
        parts += [
            f"{heading} ({len(lines)}):\n  " + "\n  ".join(lines) for heading, lines in self.lists() if lines
        ]
        parts.append(
            "\n".join(
                f"{'kept  ' if each.kept else 'MISSED'}  {each.name}: {each.seen}" for each in self.targets()
            )
        )
        return "\n\n".join(parts)

    def write_html(self, folder: Path) -> Path:
        """Write the report with the forms' pictures beside it."""
        body = [
            f"<h1>What was filled</h1><pre>{html.escape(self.table())}</pre>" if self.forms else "",
            "<h2>Targets</h2><ul>",
        ]
        body += [
            f"<li class={'ok' if each.kept else 'no'}>{html.escape(each.name)}: {html.escape(each.seen)}</li>"
            for each in self.targets()
        ]
        body.append("</ul>")
        for heading, lines in self.lists():
            if lines:
                items = "".join(f"<li>{html.escape(line)}</li>" for line in lines)
                body.append(
                    f"<details><summary>{html.escape(heading)} ({len(lines)})</summary><ol>{items}</ol></details>"
                )
        body += [_form_html(run) for run in self.forms]
        path = folder / "index.html"
        path.write_text(
            f"<!doctype html><meta charset=utf-8><title>bench-fill</title>{STYLE}{''.join(body)}",
            encoding="utf-8",
        )
        return path


STYLE = """<style>body{font:15px/1.45 system-ui;margin:2rem auto;max-width:75rem;padding:0 1rem}
table{border-collapse:collapse}
td,th{border:1px solid #ccc;padding:.15rem .5rem;text-align:left;vertical-align:top;max-width:24rem}
td{overflow-wrap:anywhere}
.wrong,.no{background:#fbdada}.right,.ok{background:#e2f3e6}.left{background:#fdf0d8}.eye{background:#e3ebfb}
img{max-width:100%;border:1px solid #ccc;margin:.5rem 0}
summary{cursor:pointer;font-weight:600;margin:.6rem 0}</style>"""


def line(each: Judged) -> str:
    """Return one field in words."""
    said = each.value or (f"(planned) {each.planned}" if each.planned else "(nothing)")
    options = f" of {each.options[:6]}" if each.options else ""
    wanted = f" for {each.expected!r}" if each.expected else ""
    why = f" [{each.why}]" if each.why.strip(" :") else ""
    return (
        f"{each.form}: {each.label or each.name!r} ({each.rule or each.type}): {said!r}{wanted}{options}{why}"
    )


def _share(name: str, counts: Counter[str], right: float, wrong: float) -> Target:
    whole = counts["right"] + counts["wrong"] + counts["left"]
    if whole == 0:
        return Target(name, "none", kept=True)
    share = counts["right"] / whole
    seen = f"{counts['right']} of {whole} ({share:.1%}), {counts['wrong']} wrong, {counts['left']} left"
    return Target(name, seen, share >= right and counts["wrong"] <= wrong * whole)


def _of_filled(name: str, counts: Counter[str]) -> Target:
    """Of what was filled, 95 % must be of the right kind; what was left is told beside it."""
    filled = counts["right"] + counts["wrong"]
    share = counts["right"] / filled if filled else 1.0
    seen = (
        f"{counts['right']} of {filled} ({share:.1%}), {counts['left']} left, {counts['empty']} rightly empty"
    )
    return Target(name, seen, share >= 0.95)


def _identity_lines(runs: Sequence[IdentityRun], verdict: str) -> list[str]:
    lines = []
    for run in runs:
        for each in run.controls:
            if verdict not in (each["planned"], each["filled"]):
                continue
            if verdict == "left" and each["planned"] != verdict:
                continue
            said = each["plan"] or each["value"]
            lines.append(
                f"{run.page.name}: {each['kind']} ({each['name']} {each['label'][:60]!r}): {said!r} {each['why']}"
            )
    return lines


def _form_html(run: FormRun) -> str:
    rows = ""
    for each in run.fields:
        cells = (
            each.label or each.name,
            each.rule,
            each.expected,
            each.value,
            each.planned,
            each.verdict,
            each.why,
        )
        drawn = "".join(f"<td>{html.escape(cell)}</td>" for cell in cells)
        rows += f"<tr class={each.verdict.removeprefix('static ')}>{drawn}</tr>"
    wrong = sum("wrong" in each.verdict for each in run.fields)
    title = f"{run.form.name}: {len(run.fields)} fields, {wrong} wrong {run.trouble}"
    head = "".join(
        f"<th>{word}" for word in ("field", "rule", "expected", "on the page", "planned", "verdict", "why")
    )
    shown = f"<img loading=lazy src='{html.escape(run.picture)}' alt=''>" if run.picture else ""
    return (
        f"<details><summary>{html.escape(title)}</summary>"
        f"<table><tr>{head}</tr>{rows}</table>{shown}</details>"
    )
