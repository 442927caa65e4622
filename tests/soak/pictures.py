"""The samples as a table, and as a picture: the series below each other, over the time."""

from __future__ import annotations

import csv
from statistics import median
from typing import TYPE_CHECKING

from tests.soak.series import SERIES, Samples

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

    from tests.soak.judge import Verdict

COLUMNS = 3
HEADROOM, FOOTROOM = 1.1, 0.02
"""Of the highest value: what stands still, at zero or above, is a line within the edges."""


def write_csv(samples: Samples, path: Path) -> None:
    """Write one line for each sample."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["seconds", "applications", *samples.columns])
        columns = [samples.seconds, samples.applications, *samples.columns.values()]
        table.writerows([round(value, 1) for value in row] for row in zip(*columns, strict=True))


def read_csv(path: Path) -> Samples:
    """Return the samples of an earlier soak, of those series that it had."""
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        samples = Samples(columns={name: [] for name in SERIES if name in (table.fieldnames or ())})
        for row in table:
            values = {name: float(row[name]) for name in samples.columns}
            samples.add(float(row["seconds"]), float(row["applications"]), values)
    return samples


def draw(samples: Samples, verdicts: list[Verdict], path: Path) -> None:
    """Draw all series into a file. Raises ImportError where matplotlib is not installed."""
    picture(samples, verdicts).savefig(path, dpi=80)


def picture(samples: Samples, verdicts: list[Verdict]) -> Figure:
    """Return the picture of all series, in the verdicts' order, behind that of the applications."""
    from matplotlib.figure import Figure

    rows = -(-(len(verdicts) + 1) // COLUMNS)
    figure = Figure(figsize=(6 * COLUMNS, 2.3 * rows), layout="constrained")
    places = figure.subplots(rows, COLUMNS, sharex=True).flat
    minutes = [seconds / 60 for seconds in samples.seconds]
    places[0].plot(minutes, samples.applications, color="tab:green")
    places[0].set_title("applications sent", fontsize=10)
    for place, verdict in zip(places[1:], verdicts, strict=False):
        values = samples.columns[verdict.name]
        colour = "tab:blue" if verdict.bounded else "tab:red"
        place.plot(minutes, values, color=colour, linewidth=1)
        judged_from = minutes[-1] - verdict.seconds / 60
        place.axvspan(0, judged_from, color="0.93")
        ends = [judged_from, minutes[-1]]
        line = _trend(verdict, minutes, values, ends)
        place.plot(ends, line, color="0.3", linestyle=":", linewidth=1)
        place.set_title(f"{verdict.name} ({verdict.unit})" if verdict.unit else verdict.name, fontsize=10)
        # Chosen here: what matplotlib chooses by itself ends at the line where a series stands still.
        top = max(*values, *line) * HEADROOM or 1
        place.set_ylim(-top * FOOTROOM, top)
    for place in places[len(verdicts) + 1 :]:
        place.set_visible(False)
    figure.supxlabel("minutes; grey is not judged")
    return figure


def _trend(verdict: Verdict, minutes: list[float], values: list[float], ends: list[float]) -> list[float]:
    """Return the heights, at both ends, of the line by which growth is judged: half of what is judged is above."""
    per_minute = verdict.per_hour / 60
    judged = [(x, y) for x, y in zip(minutes, values, strict=True) if x >= ends[0]]
    start = median(y - per_minute * x for x, y in judged)
    return [start + per_minute * x for x in ends]
