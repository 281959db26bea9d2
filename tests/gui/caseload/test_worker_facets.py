"""What the table can be narrowed to, and how choices go together."""

from itertools import chain

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.organisation import Employment
from caseload_planner.gui.models.worker_facets import GROUPS, Facet, facets_of, fits
from tests.builders import ON, a_worker, an_organisation, busy

SETS = st.frozensets(st.sampled_from(Facet))


def facets(worker, cases: int = 0, *, disputed: bool = False):
    """Give the facets of a worker who carries so many points."""
    measures, assignments = busy(worker.key, cases)
    overview = caseload_overview(caseload_on(an_organisation([worker], measures, assignments), ON))
    return facets_of(overview.workers[0], disputed=disputed)


def test_that_every_facet_belongs_to_one_group():
    assert sorted(chain.from_iterable(GROUPS)) == sorted(Facet)


def test_that_who_may_not_be_first_contact_has_no_room():
    assert Facet.ROOM in facets(a_worker("W1"), 3)
    assert facets(a_worker("W1", skj_until=None), 3) == {Facet.UNREGISTERED}


def test_that_above_the_ceiling_is_above_the_norm_too():
    assert facets(a_worker("W1"), 15) == {Facet.OVER_NORM}
    assert facets(a_worker("W1"), 17) == {Facet.OVER_NORM, Facet.OVER_CEILING}


def test_that_only_who_is_trained_can_be_short_of_sns_cases():
    trained = a_worker("W1", skills=frozenset({"sns"}))
    assert Facet.SNS_SHORT in facets(trained)
    assert Facet.SNS_SHORT not in facets(a_worker("W1"))


def test_that_a_seconded_worker_with_a_point_that_waits_has_both_facets():
    assert facets(a_worker("W1", employment=Employment.SECONDED), disputed=True) >= {Facet.TEAM_D, Facet.DISPUTED}


@given(SETS)
def test_that_nothing_chosen_shows_everybody(of_worker):
    assert fits(of_worker, frozenset())


@given(SETS, st.sampled_from(Facet))
def test_that_one_choice_shows_exactly_whom_it_holds_for(of_worker, facet):
    assert fits(of_worker, {facet}) is (facet in of_worker)


@given(SETS, SETS)
def test_that_choices_of_one_group_widen_and_of_another_narrow(of_worker, chosen):
    parts = [chosen & set(group) for group in GROUPS]
    assert fits(of_worker, chosen) is all(fits(of_worker, part) for part in parts)
    assert all(fits(of_worker, part) is (not part or bool(part & of_worker)) for part in parts)
