"""Expected errors carry a code and figures, so that a window can put them into words."""

import inspect

from caseload_planner.domain import errors
from caseload_planner.domain.errors import PlannerError, StaleProposalError


def test_that_an_error_holds_its_sentence_and_its_figures() -> None:
    error = StaleProposalError("the proposal is older than the data", proposal="P1", revision=7)
    assert str(error) == "the proposal is older than the data"
    assert error.figures == {"proposal": "P1", "revision": 7}
    assert isinstance(error, PlannerError)


def test_that_each_error_has_a_code_of_its_own() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, PlannerError)]
    codes = [kind.code for kind in kinds]
    assert len(codes) == len(set(codes)) > 1
