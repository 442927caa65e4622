"""The samples as a table, and as a picture: the series below each other, over the time."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.soak.judge import WARM_UP_SHARE
from tests.soak.series import SERIES, Samples

if TYPE_CHECKING:
    from pathlib import Path

    from tests.soak.judge import Verdict

COLUMNS = 3


def write_csv(samples: Samples, path: Path) -> None:
    """Write one line for each sample."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["seconds", "applications", *SERIES])
        columns = [samples.seconds, samples.applications, *(samples.columns[name] for name in SERIES)]
        table.writerows([round(value, 1) for value in row] for row in zip(*columns, strict=True))


def read_csv(path: Path) -> Samples:
    """Return the samples of an earlier soak. Raises KeyError where it lacks a series."""
    samples = Samples()
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = {name: float(row[name]) for name in SERIES}
            samples.add(float(row["seconds"]), float(row["applications"]), values)
    return samples


def draw(samples: Samples, verdicts: list[Verdict], path: Path) -> None:
    """Draw all series. Raises ImportError where matplotlib is not installed."""
    from matplotlib.figure import Figure

    rows = -(-(len(verdicts) + 1) // COLUMNS)
    figure = Figure(figsize=(6 * COLUMNS, 2.3 * rows), layout="constrained")
    places = figure.subplots(rows, COLUMNS, sharex=True).flat
    minutes = [seconds / 60 for seconds in samples.seconds]
    warm = minutes[int(len(minutes) * WARM_UP_SHARE)]
    places[0].plot(minutes, samples.applications, color="tab:green")
    places[0].set_title("applications sent", fontsize=10)
    for place, verdict in zip(places[1:], verdicts, strict=False):
        colour = "tab:blue" if verdict.bounded else "tab:red"
        place.plot(minutes, samples.columns[verdict.name], color=colour, linewidth=1)
        judged_from = min(max(warm, verdict.limit.settles / 60), minutes[-1])
        place.axvspan(0, judged_from, color="0.93")
        end = verdict.first + verdict.growth
        place.plot([judged_from, minutes[-1]], [verdict.first, end], color="0.3", linestyle=":", linewidth=1)
        place.set_title(f"{verdict.name} {verdict.unit and f'({verdict.unit})'}", fontsize=10)
        place.set_ylim(bottom=0)
    for place in places[len(verdicts) + 1 :]:
        place.set_visible(False)
    figure.supxlabel("minutes; grey is not judged")
    figure.savefig(path, dpi=80)
