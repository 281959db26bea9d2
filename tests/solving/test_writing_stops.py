"""Writing a model down takes seconds in a large round, and ends where there is no time for it."""

import pytest
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.open_choices import OpenChoices
from caseload_planner.solving.relaxation import relax
from caseload_planner.solving.rule_model import CpRuleModel
from caseload_planner.solving.statement import LevelToSolve, Statement, WritingStoppedError

OPEN = OpenChoices({"N1": (("W1", "W2"), (), ()), "N2": (("W1", "W2"), (), ())})
SHARES = {"N1": (100, 60, 40), "N2": (100, 60, 40)}
SQUARES = LevelToSolve(
    name="squares",
    post=lambda model: sum(model.convex_of_added(worker, lambda load: load * load) for worker in ("W1", "W2")),
    value=lambda placements: 10_000 * len(placements),
)


class _Patience:
    """Raises once it has been asked a number of times."""

    def __init__(self, times: int) -> None:
        self.left = times

    def look_up(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise WritingStoppedError


@pytest.mark.parametrize("times", range(6))
def test_that_a_model_is_left_half_written_when_time_is_up_and_written_anew_later(times: int) -> None:
    patience = _Patience(times)
    rooms = {"W1": 300, "W2": 300}
    statement = Statement(lambda open_: CpRuleModel(open_, SHARES, rooms, patience.look_up), OPEN)

    with pytest.raises(WritingStoppedError):
        statement.refined(SQUARES, {})
    patience.left = 100

    model, _ = statement.refined(SQUARES, {})
    assert len(model.choices()) == 4


def test_that_a_level_is_kept_though_there_was_no_time_to_write_it_down() -> None:
    patience = _Patience(100)
    statement = Statement(lambda open_: CpRuleModel(open_, SHARES, {"W1": 300, "W2": 300}, patience.look_up), OPEN)
    statement.refined(LevelToSolve("nothing", lambda _: 0, lambda _: 0), {})
    patience.left = 0

    statement.keep(SQUARES, 20_000)

    assert statement.kept == [(SQUARES, 20_000)]


def test_that_a_relaxation_is_not_begun_where_reading_its_rows_takes_all_the_time() -> None:
    model = cp_model.CpModel()
    terms = [model.new_bool_var("") for _ in range(1000)]
    for term in terms:
        model.add(term + terms[0] >= 1)

    assert relax(model, sum(terms), StopSignal(), seconds=0.0) is None
