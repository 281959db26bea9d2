"""What the page finds again at the next start."""

from PySide6.QtCore import Qt

from caseload_planner.gui.models.worker_columns import Column
from caseload_planner.gui.models.worker_facets import Facet
from caseload_planner.gui.viewmodels.caseload_memory import FIRST_HIDDEN, CaseloadMemory


def test_that_a_first_start_shows_everybody_in_no_order_of_its_own(settings):
    memory = CaseloadMemory(settings)
    assert (memory.order, memory.facets, memory.grouped, memory.widths) == (None, frozenset(), False, {})
    assert memory.hidden == FIRST_HIDDEN


def test_that_everything_is_found_again(settings):
    memory = CaseloadMemory(settings)
    memory.keep_order(Column.LOAD, Qt.SortOrder.DescendingOrder)
    memory.keep_facets(frozenset({Facet.ROOM, Facet.TEAM_D}))
    memory.keep_grouped(grouped=True)
    memory.keep_hidden(frozenset({Column.SNS}))
    memory.keep_widths({Column.NAME: 210})
    again = CaseloadMemory(settings)
    assert again.order == (Column.LOAD, Qt.SortOrder.DescendingOrder)
    assert again.facets == {Facet.ROOM, Facet.TEAM_D}
    assert again.grouped
    assert again.hidden == {Column.SNS}
    assert again.widths == {Column.NAME: 210}


def test_that_showing_all_columns_is_a_choice_too(settings):
    CaseloadMemory(settings).keep_hidden(frozenset())
    assert CaseloadMemory(settings).hidden == frozenset()


def test_that_words_of_another_version_are_passed_over(settings):
    settings.keep("caseload/facets", "room moonlight")
    settings.keep("caseload/hidden", "SNS SHOE_SIZE NAME")
    settings.keep("caseload/widths", "NAME=210 SHOE_SIZE=3 SNS=wide")
    settings.sorting = ("SHOE_SIZE", True)
    memory = CaseloadMemory(settings)
    assert memory.facets == {Facet.ROOM}
    assert memory.hidden == {Column.SNS}
    assert memory.widths == {Column.NAME: 210}
    assert memory.order is None
