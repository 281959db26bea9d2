"""How few must find nobody, as the question of the earliest end asks it, against every plan of small teams."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.winddown.board import Board
from caseload_planner.winddown.earliest import fewest_left, within_norm
from caseload_planner.winddown.levels import LEVELS, UNPLACED
from caseload_planner.winddown.problem import WindDownProblem
from caseload_planner.winddown.solve import total_cost
from tests.builders import a_worker, holds, running
from tests.winddown.small_teams import a_secondee, a_team, busy_up_to, cases, problem_of
from tests.winddown.test_wind_down_exactly import UNTIL, every_total, fits

SECONDS = 20.0
PLACE = LEVELS.index(UNPLACED)


@st.composite
def full_teams(draw: st.DrawFn) -> WindDownProblem:
    """Draw a wind-down among people who are near their norm or above it, one of them beside the secondee."""
    duos = [running(f"DUO-{number}") for number in range(draw(st.integers(0, 2)))]
    held = [holds(m.key, who, position) for m in duos for who, position in (("D", "second"), ("ANN", "first"))]
    people = [a_secondee("D"), a_worker("ANN"), a_worker("BEA", team="T2")]
    groups = [cases("D", draw(st.integers(1, 2)))]
    groups += [busy_up_to(key, draw(st.integers(12, 17))) for key in ("ANN", "BEA")]
    return problem_of(a_team(people, (duos, held), *groups), UNTIL)


@given(problem=full_teams())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_no_plan_within_the_norm_leaves_fewer(problem: WindDownProblem) -> None:
    strict = within_norm(problem)
    board = Board(strict)
    fewest = min(total[PLACE] for total in every_total(board).values())
    found, bound = fewest_left(strict, SECONDS, StopSignal())
    assert total_cost(found)[PLACE] == fewest
    assert bound in (0, fewest)


@given(problem=full_teams())
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_that_doing_nothing_is_always_within_the_norm_that_is_kept(problem: WindDownProblem) -> None:
    strict = within_norm(problem)
    board = Board(strict)
    stay = tuple(None for _ in strict.families)
    assert fits(board, stay) is not None
    for key, most in strict.most.items():
        assert all(most <= problem.most[key])
