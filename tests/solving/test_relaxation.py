"""The bound of the relaxation is below every answer, and what it rules out is in none worth having."""

import itertools
import random

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.relaxation import SAFETY, relax


def a_program(dice: random.Random) -> tuple[cp_model.CpModel, list[cp_model.IntVar], list[int]]:
    model = cp_model.CpModel()
    chosen = [model.new_bool_var(f"x{n}") for n in range(6)]
    model.add_exactly_one(chosen[:3])
    model.add_at_most_one([chosen[3], chosen[4].negated(), chosen[5]])
    model.add(sum(v * dice.randint(1, 9) for v in chosen) >= dice.randint(5, 15))
    return model, chosen, [dice.randint(0, 50) for _ in chosen]


def answers(model: cp_model.CpModel, chosen: list[cp_model.IntVar]) -> list[tuple[int, ...]]:
    found = []
    for values in itertools.product((0, 1), repeat=len(chosen)):
        fixed = model.clone()
        fixed.clear_objective()  # type: ignore[no-untyped-call]
        for variable, value in zip(chosen, values, strict=True):
            fixed.add(variable == value)
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        if solver.solve(fixed) in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
            found.append(values)
    return found


@given(st.integers(0, 10**9))
@settings(max_examples=20)
def test_that_no_answer_is_below_the_bound_nor_has_what_is_ruled_out(seed: int) -> None:
    model, chosen, costs = a_program(random.Random(seed))
    relaxed = relax(model, sum(v * c for v, c in zip(chosen, costs, strict=True)), StopSignal())
    if relaxed is None:
        assert answers(model, chosen) == []
        return
    for values in answers(model, chosen):
        value = sum(x * c for x, c in zip(values, costs, strict=True))
        assert relaxed.bound <= value
        for variable, x in zip(chosen, values, strict=True):
            price = relaxed.price[variable.index]
            assert relaxed.bound + max(0.0, price if x else -price) <= value + SAFETY


def test_that_a_stop_ends_it_without_a_bound() -> None:
    model, chosen, _ = a_program(random.Random(1))
    stop = StopSignal()
    stop.request()

    assert relax(model, sum(chosen), stop) is None
