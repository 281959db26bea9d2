"""Draws the falling area of a plan in a lane; matplotlib is imported there, when it is first needed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from caseload_planner.application.plan_wind_down import WindDownDraft
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.gui.theme import FONT_FAMILY, Colours
from caseload_planner.locations import resources_folder
from caseload_planner.winddown.stairs import in_force

if TYPE_CHECKING:
    from caseload_planner.charts.picture import Picture
    from caseload_planner.charts.wind_down_area import PlotBox

translate = QCoreApplication.translate
_DOTS_PER_INCH = 96


@dataclass(frozen=True, slots=True)
class AreaPicture:
    """The picture, where its weeks are in it, how many, and what each of them is in words."""

    picture: "Picture"
    box: "PlotBox"
    weeks: int
    said: tuple[str, ...]


def area_picture(draft: WindDownDraft, colours: Colours, scale: float, size: tuple[int, int]) -> AreaPicture:
    """Draw the plan; `size` in device-independent pixels, `scale` the device pixel ratio of the screen."""
    from caseload_planner.charts.picture import draw, register_fonts
    from caseload_planner.charts.wind_down_area import (
        AreaBand,
        AreaColours,
        AreaLabels,
        area_figure,
        plot_box,
    )

    register_fonts(resources_folder() / "fonts")
    weeks = sorted({row.week for row in draft.plan.leaver_loads})
    bands = tuple(AreaBand(*band) for band in _bands(draft, weeks))
    labels = AreaLabels(
        weeks=tuple(formatting.week(week) for week in weeks),
        points=translate("TeamD", "points"),
        steps=translate("TeamD", "steps agreed"),
        left_over=_left_over(len(draft.plan.unplaced)),
        decimal_comma=QLocale().decimalPoint() == ",",
    )
    look = AreaColours(
        background=colours.surface,
        text=colours.text,
        muted=colours.muted,
        line=colours.line,
        band=colours.bar_load,
        steps=colours.warn,
    )
    figure = area_figure(
        bands,
        _steps(draft, weeks),
        labels,
        look,
        size_inches=(size[0] / _DOTS_PER_INCH, size[1] / _DOTS_PER_INCH),
        font_family=FONT_FAMILY,
    )
    picture = draw(figure, dots_per_inch=_DOTS_PER_INCH * scale)
    said = tuple(_said(week, [(band.name, band.loads[at]) for band in bands]) for at, week in enumerate(weeks))
    return AreaPicture(picture, plot_box(figure), len(weeks), said)


def _said(week: date, carried: Sequence[tuple[str, int]]) -> str:
    """Say what everybody still carries in a week, in the order of the bands from above."""
    lines = [
        with_values(translate("TeamD", "%1: %2"), name, formatting.points(load))
        for name, load in reversed(carried)
        if load
    ]
    total = formatting.points(sum(load for _, load in carried))
    head = with_values(translate("TeamD", "%1, %2 points"), formatting.week(week), total)
    return "\n".join([head, *lines])


def _left_over(cases: int) -> str:
    """Say how many cases find nobody; a sum of points would leave out who is gone before the last week."""
    if not cases:
        return ""
    words = translate("TeamD", "1 case finds nobody") if cases == 1 else translate("TeamD", "%1 cases find nobody")
    return with_values(words, formatting.count(cases))


def _bands(draft: WindDownDraft, weeks: Sequence[date]) -> Iterator[tuple[str, tuple[int, ...], int]]:
    """Give the name of each leaver, her load in each week, and from which she has none; who leaves last first."""
    people = draft.organisation.workers
    loads: dict[str, dict[date, int]] = {}
    for row in draft.plan.leaver_loads:
        loads.setdefault(row.worker, {})[row.week] = row.load
    for one in sorted(draft.request.leavers, key=lambda one: (one.ends_on, one.worker), reverse=True):
        nil_from = sum(week < one.ends_on for week in weeks)
        yield people[one.worker].name, tuple(loads[one.worker].get(week, 0) for week in weeks), nil_from


def _steps(draft: WindDownDraft, weeks: list[date]) -> tuple[int, ...] | None:
    """Add the steps of all leavers up; None where nobody has any."""
    if not draft.request.steps:
        return None
    start = {row.worker: row.load for row in draft.plan.leaver_loads if row.week == weeks[0]}
    total = []
    for week in weeks:
        held = 0
        for one in draft.request.leavers:
            step = in_force(draft.request.steps, one.worker, week)
            first = start.get(one.worker, 0)
            held += 0 if week >= one.ends_on else first if step is None else min(first, step)
        total.append(held)
    return tuple(total)
