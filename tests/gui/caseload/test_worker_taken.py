"""The ledger of what asks most, in words."""

from datetime import timedelta

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.gui.viewmodels.worker_taken import taken_in_words
from tests.builders import ON, a_measure, a_worker, an_organisation, holds


def taken(measures, look=None):
    """Give the words about W1, who took these measures three weeks ago."""
    since = ON - timedelta(weeks=3)
    organisation = an_organisation([a_worker("W1")], measures, [holds(m.key, "W1", since=since) for m in measures])
    return taken_in_words(caseload_on(organisation, ON), "W1")


def test_that_a_heavy_and_urgent_case_is_named_once_with_both_reasons(look):
    case = a_measure("M1", reported_on=ON - timedelta(weeks=4), factors=frozenset({"closed_placement", "acute_safety"}))
    found = taken([case])
    assert found.summary.startswith("Nam in de laatste 13 weken 1 zaak die extra vraagt: 1 zwaar, 1 spoed.")
    assert [(fact.label, fact.value) for fact in found.cases] == [("2 nov 2026", "M1 OTS: zwaar, spoed")]


def test_that_who_took_nothing_special_is_said_to_have_taken_nothing(look):
    found = taken([a_measure("M1", reported_on=ON - timedelta(weeks=4))])
    assert found.summary == "Geen zware of spoedzaken in de laatste 13 weken."
    assert found.cases == ()
