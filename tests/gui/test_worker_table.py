"""The table of workers: what it shows, how it sorts, filters and groups."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.organisation import Employment
from caseload_planner.gui.models.chips import CHIPS_ROLE, SORT_ROLE, TONE_ROLE, TOTAL_ROLE, Tone
from caseload_planner.gui.models.load_bar import LOAD_BAR_ROLE, LoadBar
from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.models.worker_lines import worker_lines
from caseload_planner.gui.models.worker_table import WorkerTableModel
from tests.builders import FAR_OFF, ON, a_worker, an_organisation, busy

DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


@pytest.fixture
def table(look) -> WorkerTableModel:
    """Four workers in two teams: W2 has most room, W4 carries more than her ceiling, W3 is not registered."""
    workers = [
        a_worker("W1", name="Bea Berk"),
        a_worker("W2", name="Ada Den", skills=frozenset({"sns"}), fte="0.89", task_share=Decimal("0.10")),
        a_worker("W3", name="Cor Es", team="Z1", skj_until=None, employment=Employment.SECONDED, ends_on=FAR_OFF),
        a_worker("W4", name="Dop Iep", team="Z1"),
    ]
    held = [busy(key, cases) for key, cases in (("W1", 10), ("W2", 3), ("W3", 1), ("W4", 17))]
    measures = [measure for ms, _ in held for measure in ms]
    assignments = [assignment for _, rows in held for assignment in rows]
    overview = caseload_overview(caseload_on(an_organisation(workers, measures, assignments), ON))
    model = WorkerTableModel()
    model.set_rows(worker_lines(overview))
    return model


def column(model: WorkerTableModel, which: Column, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    """Give a column from top to bottom."""
    return [model.index(row, which).data(role) for row in range(model.rowCount())]


def test_that_the_model_keeps_qts_rules(table, qtmodeltester):
    qtmodeltester.check(table)
    people = table.rowCount()
    table.set_grouped(True)
    qtmodeltester.check(table)
    assert table.rowCount() > people > 0


def test_that_who_has_most_room_for_a_first_contact_is_on_top_at_first(table):
    assert column(table, Column.NAME)[0] == "Ada Den"


def test_that_room_of_who_may_not_be_first_contact_counts_as_none_in_the_order(table):
    assert column(table, Column.NAME).index("Cor Es") > column(table, Column.NAME).index("Bea Berk")


def test_that_figures_are_written_in_dutch_and_sorted_as_numbers(table):
    table.sort(Column.LOAD, UP)
    assert column(table, Column.LOAD) == ["1,00", "3,00", "10,00", "17,00"]
    assert column(table, Column.LOAD, SORT_ROLE) == [100, 300, 1000, 1700]


def test_that_names_sort_in_both_directions(table):
    table.sort(Column.NAME, UP)
    assert column(table, Column.NAME) == ["Ada Den", "Bea Berk", "Cor Es", "Dop Iep"]
    table.sort(Column.NAME, DOWN)
    assert column(table, Column.NAME) == ["Dop Iep", "Cor Es", "Bea Berk", "Ada Den"]


def test_that_a_row_that_is_held_on_to_moves_along_with_the_order(table):
    held = QPersistentModelIndex(table.index(table.row_of("W4"), 0))
    table.sort(Column.LOAD, DOWN)
    assert held.row() == 0
    table.sort(Column.LOAD, UP)
    assert held.row() == 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ada", {"Ada Den"}),
        ("HEERLEN", {"Cor Es", "Dop Iep"}),
        ("heerlen dop", {"Dop Iep"}),
        ("W1", {"Bea Berk"}),
        ("geen skj", {"Cor Es"}),
        ("team d", {"Cor Es"}),
        ("niemand", set()),
    ],
)
def test_that_every_word_of_a_search_has_to_be_found(table, text, names):
    table.set_filter(text)
    assert set(column(table, Column.NAME)) == names


def test_that_only_who_is_above_the_norm_is_shown_when_asked(table):
    table.set_facets(frozenset({Facet.OVER_NORM}))
    assert column(table, Column.NAME) == ["Dop Iep"]
    assert (table.workers_shown, table.workers_in_all) == (1, 4)


def test_that_grouping_puts_a_total_before_each_team_and_keeps_the_order_inside(table):
    table.set_grouped(True)
    table.sort(Column.LOAD, DOWN)
    assert column(table, Column.NAME) == ["Venlo 1", "Bea Berk", "Ada Den", "Heerlen 1", "Dop Iep", "Cor Es"]
    assert column(table, Column.NAME, TOTAL_ROLE) == [True, False, False, True, False, False]
    assert column(table, Column.LOAD)[0] == "13,00"
    assert column(table, Column.UTILISATION)[3] == "9,00"


def test_that_a_team_without_a_worker_shown_has_no_total(table):
    table.set_grouped(True)
    table.set_filter("ada")
    assert column(table, Column.NAME) == ["Venlo 1", "Ada Den"]


def test_that_above_the_ceiling_is_said_by_tone_and_by_words(table):
    row = table.row_of("W4")
    assert table.index(row, Column.UTILISATION).data(TONE_ROLE) == Tone.DANGER
    assert "boven het plafond" in table.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_painted_cells_say_their_value(table):
    row = table.row_of("W1")
    spoken = table.index(row, Column.BAR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "10,00 van 14,30 punten (70\u202f%), plafond 16,00"
    assert isinstance(table.index(row, Column.BAR).data(LOAD_BAR_ROLE), LoadBar)


def test_that_marks_are_chips_with_words(table):
    chips = table.index(table.row_of("W3"), Column.MARKS).data(CHIPS_ROLE)
    assert [chip.text for chip in chips] == ["Team D", "Geen SKJ"]
    assert all(chip.icon and chip.explained for chip in chips)


def test_that_sns_is_shown_against_the_goal_for_who_is_trained(table):
    table.sort(Column.NAME, UP)
    assert column(table, Column.SNS) == ["0/2", "\u2013", "\u2013", "\u2013"]
