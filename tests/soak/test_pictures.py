"""That the picture shows what it is of: each series whole, whether it stands or climbs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.soak.pictures import picture
from tests.soak.series import SERIES, Samples

if TYPE_CHECKING:
    from collections.abc import Callable

SHAPES: dict[str, Callable[[int], float]] = {
    "stands": lambda _: 27_020.0,
    "stands at zero": lambda _: 0.0,
    "stands but for its first value": lambda number: 1_590.0 if number else 1_586.0,
    "climbs": lambda number: 100.0 * number,
    "falls": lambda number: 6_000.0 - 100.0 * number,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_series_is_drawn_within_its_edges(shape: str) -> None:
    pytest.importorskip("matplotlib", reason="of requirements-soak.lock, which the soak installs")
    samples = Samples()
    for number in range(60):
        samples.add(5.0 * number, number, dict.fromkeys(SERIES, SHAPES[shape](number)))

    drawn = picture(samples, samples.verdicts())

    places = [place for place in drawn.axes if place.get_visible()]
    assert [place.get_title().partition(" (")[0] for place in places] == ["applications sent", *SERIES]
    for place in places:
        low, high = place.get_ylim()
        room = (high - low) / 100
        for line in place.lines:
            drawn_to = line.get_path().get_extents()
            assert low + room < drawn_to.ymin, f"{place.get_title()} is cut off below"
            assert drawn_to.ymax < high - room, f"{place.get_title()} is cut off above"
