"""The falling area: what finds nobody stays in sight as such."""

from matplotlib.collections import PolyCollection

from caseload_planner.charts.wind_down_area import REST_HATCH, AreaBand, AreaColours, AreaLabels, area_figure

COLOURS = AreaColours("#ffffff", "#000000", "#555555", "#dddddd", "#338899", "#aa6600")


def drawn(*bands: AreaBand, left_over: str = "2.50 left over"):
    weeks = tuple(f"week {number}" for number in range(len(bands[0].loads)))
    labels = AreaLabels(weeks, "points", "steps", left_over, decimal_comma=False)
    return area_figure(bands, None, labels, COLOURS, size_inches=(5, 2.5), font_family="DejaVu Sans").axes[0]


def hatched(axes) -> list[PolyCollection]:
    return [one for one in axes.collections if one.get_hatch() == REST_HATCH]


def words(axes) -> list[str]:
    return [text.get_text() for text in axes.texts]


def test_that_what_is_left_after_the_last_day_is_hatched_from_that_week_and_named():
    axes = drawn(AreaBand("Ann", (800, 500, 250, 250), nil_from=2))
    (rest,) = hatched(axes)
    box = rest.get_paths()[0].get_extents()
    assert (box.x0, box.x1, box.y0, box.y1) == (2, 4, 0, 2.5)
    assert "2.50 left over" in words(axes)


def test_that_who_comes_to_nothing_leaves_no_hatch():
    axes = drawn(AreaBand("Ann", (800, 500, 0, 0), nil_from=2), left_over="")
    assert hatched(axes) == []
    assert words(axes) == ["Ann"]


def test_that_what_finds_nobody_is_named_also_where_its_leaver_has_gone():
    axes = drawn(AreaBand("Ann", (800, 500, 0, 0), nil_from=2))
    assert "2.50 left over" in words(axes)


def test_that_the_hatch_lies_on_the_band_of_who_keeps_something():
    axes = drawn(AreaBand("Ann", (800, 500, 0), nil_from=2), AreaBand("Bo", (400, 300, 300), nil_from=1))
    (rest,) = hatched(axes)
    extents = [path.get_extents() for path in rest.get_paths()]
    assert min(box.x0 for box in extents) == 1
    assert max(box.y1 for box in extents) == 8
