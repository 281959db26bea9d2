"""How firm a proposal is, as rows with keys, names and weights."""

from caseload_planner.application.steadiness_rows import ChangedRow, robustness_rows, tie_rows
from caseload_planner.distribution.judge import plan_from_proposal
from caseload_planner.distribution.solve import solve
from tests.builders import a_measure, a_worker, an_organisation, busy, the_profile
from tests.distribution.tiny_rounds import problem_of

PROFILE = the_profile()


def test_that_a_tie_has_both_names() -> None:
    problem = problem_of(an_organisation([a_worker("W1"), a_worker("W2")], [a_measure("N1")]))

    (row,) = tie_rows(plan_from_proposal(problem.round, solve(problem, PROFILE)), PROFILE)

    assert {row.has_it_name, row.as_good_name} == {"Naam W1", "Naam W2"}
    assert (row.measure, row.position, row.swapped_with) == ("N1", "first", None)


def test_that_another_weight_is_told_with_what_it_changes() -> None:
    carried, held = busy("W1", 12)
    near, far = a_worker("W1", personal_ceiling=1355), a_worker("W2", team="T3")
    organisation = an_organisation([near, far], [*carried, a_measure("N1")], held)
    problem = problem_of(organisation)

    lighter, heavier = robustness_rows(organisation, problem, PROFILE, solve(problem, PROFILE), "N1")

    assert (lighter.weight, lighter.other_weight, lighter.stands, lighter.changed) == (150, 140, True, ())
    assert (heavier.other_weight, heavier.because) == (160, "H8")
    assert heavier.changed == (
        ChangedRow(measure="N1", first_before="W1", second_before=None, first_after="W2", second_after=None),
    )
