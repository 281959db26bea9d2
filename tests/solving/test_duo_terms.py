"""Terms of duos: 1 only for the two who are the duo, and at most one partner each."""

from ortools.sat.python import cp_model

from caseload_planner.domain.run_control import StopSignal
from caseload_planner.solving.duo_terms import DuoTerms
from caseload_planner.solving.open_choices import Role
from caseload_planner.solving.relaxation import relax


def a_duo_model() -> tuple[cp_model.CpModel, dict[str, cp_model.IntVar], DuoTerms]:
    model = cp_model.CpModel()
    leads = {worker: model.new_bool_var(worker) for worker in ("A", "B")}
    seconds = {worker: model.new_bool_var(worker) for worker in ("C", "D")}
    model.add_exactly_one(leads.values())
    model.add_exactly_one(seconds.values())
    choices = {(Role.LEAD, "N1", worker): term.index for worker, term in leads.items()}
    choices |= {(Role.SECOND, "N1", worker): term.index for worker, term in seconds.items()}
    return model, leads | seconds, DuoTerms(model, choices)


def test_that_a_duo_has_one_term_however_often_it_is_asked() -> None:
    _, people, duos = a_duo_model()

    assert duos.of([people["A"], people["C"]]) is duos.of([people["A"], people["C"]])
    assert duos.of([people["A"], people["B"]]) is None


def test_that_a_relaxation_counts_a_lead_beside_one_partner_only() -> None:
    model, people, duos = a_duo_model()
    wanted = [duos.of([people["A"], people[second]]) for second in ("C", "D")]

    duos.finish()

    relaxed = relax(model, 1 - sum(wanted) + people["C"] * 0, StopSignal())
    assert relaxed is not None
    assert relaxed.bound > -0.01


def test_that_a_term_is_one_only_where_both_are() -> None:
    model, people, duos = a_duo_model()
    term = duos.of([people["A"], people["C"]])
    duos.finish()
    model.add(people["B"] == 1)
    model.maximize(term)
    solver = cp_model.CpSolver()

    assert solver.solve(model) == cp_model.OPTIMAL
    assert solver.value(term) == 0
