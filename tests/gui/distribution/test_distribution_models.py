"""The two lists are pure item models that order, filter and number their own rows."""

import pytest

from caseload_planner.domain.assignment import Position
from caseload_planner.gui.models.distribution_candidates import (
    CANDIDATE_ROLE,
    CandidateColumn,
    CandidateModel,
    CandidateOrder,
    Standing,
)
from caseload_planner.gui.models.distribution_cases import MEASURE_MIME, CaseListModel
from caseload_planner.gui.viewmodels.distribution_candidate_lines import candidates_of
from caseload_planner.gui.viewmodels.distribution_candidate_rows import Asking
from caseload_planner.gui.viewmodels.distribution_case_lines import case_lines
from caseload_planner.gui.viewmodels.distribution_draft import EMPTY, with_placement
from caseload_planner.rules.round import Placement


@pytest.fixture
def people(qapp, board) -> CandidateModel:
    model = CandidateModel()
    model.set_rows(candidates_of(Asking(board, EMPTY, board.queue[0], Position.FIRST)), numbered=True)
    return model


@pytest.fixture
def cases(qapp, board) -> CaseListModel:
    model = CaseListModel()
    model.set_rows(case_lines(board, EMPTY))
    return model


def shown(model: CandidateModel):
    return [model.row(row) for row in range(model.rowCount())]


def test_that_both_models_keep_qts_contract(qtmodeltester, people, cases):
    qtmodeltester.check(people)
    qtmodeltester.check(cases)
    assert people.rowCount() > 0
    assert cases.rowCount() > 0


def test_that_who_is_free_comes_first_and_who_is_blocked_last(people):
    standings = [line.standing for line in shown(people)]
    assert standings == sorted(standings)
    assert len(set(standings)) > 1


def test_that_people_are_ordered_by_room_or_by_cost(people):
    free = [line for line in shown(people) if line.standing is Standing.FREE]
    assert [line.room for line in free] == sorted((line.room for line in free), reverse=True)
    people.set_order(CandidateOrder.COST)
    free = [line for line in shown(people) if line.standing is Standing.FREE]
    assert [line.cost for line in free] == sorted(line.cost for line in free)


def test_that_figures_go_to_those_who_can_take_the_case(people):
    numbered = [people.numbered(number) for number in range(1, 10)]
    assert all(line is None or line.standing is not Standing.BLOCKED for line in numbered)
    first = people.index(0, CandidateColumn.NUMBER)
    assert first.data() == "1"
    assert first.data(CANDIDATE_ROLE).worker == people.numbered(1).worker


def test_that_who_has_the_case_stands_on_top_without_a_figure(board, people):
    key, worker = board.queue[0], people.line(4).worker
    draft = with_placement(EMPTY, Placement(key, worker), pin=False)
    people.set_rows(candidates_of(Asking(board, draft, key, Position.FIRST)), numbered=True)
    assert people.line(0).worker == worker
    assert people.index(0, CandidateColumn.NUMBER).data() == ""
    assert people.first_choice.worker != worker


def test_that_a_name_finds_people_of_other_regions(board, people):
    away = next(row for key, row in board.rows.items() if key not in board.home_of(board.queue[0]))
    assert people.row_of(away.worker) is None
    people.set_filter(away.name)
    assert people.row_of(away.worker) is not None


def test_that_every_cell_says_what_it_shows(people):
    for row in range(people.rowCount()):
        spoken = people.index(row, CandidateColumn.NAME).data(0x0B)  # AccessibleTextRole
        line = people.line(row)
        assert line.name in spoken
        assert line.effect in spoken
        assert line.words in spoken


def test_that_lines_that_change_do_not_reset_the_list(qtbot, board, cases):
    key = cases.line(0).measure
    draft = with_placement(EMPTY, Placement(key, board.people_for(key)[0]), pin=True)
    with qtbot.assertNotEmitted(cases.modelReset), qtbot.waitSignal(cases.dataChanged):
        cases.set_rows(case_lines(board, draft))
    assert cases.line(0).pinned


def test_that_a_dragged_case_carries_its_key(cases):
    data = cases.mimeData([cases.index(1)])
    assert bytes(data.data(MEASURE_MIME).data()).decode() == cases.line(1).measure
