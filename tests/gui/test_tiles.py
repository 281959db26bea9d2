"""The figures above the table."""

from datetime import date, timedelta

import pytest

from caseload_planner.application.caseload_rows import caseload_overview
from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.measures import Wanted
from caseload_planner.gui.models.chips import Tone
from caseload_planner.gui.viewmodels.tiles import TileKey, tiles_of
from tests.builders import ON, a_measure, a_worker, an_organisation, busy, holds, running


@pytest.fixture(autouse=True)
def in_dutch(look):
    """Every test here reads Dutch."""


def tiles(workers, measures=(), assignments=()):
    """Give the tiles by key."""
    organisation = an_organisation(workers, measures, assignments)
    overview = caseload_overview(caseload_on(organisation, ON))
    return {tile.key: tile for tile in tiles_of(overview, organisation)}


def test_that_the_load_stands_against_the_funded_norm():
    measures, assignments = busy("W1", 13)
    tile = tiles([a_worker("W1")], measures, assignments)[TileKey.LOAD_PER_FTE]
    assert (tile.figure, tile.note, tile.tone) == ("13,00", "gefinancierd 12,80 (+0,20)", Tone.WARN)


def test_that_an_organisation_without_anybody_has_no_load_per_fte():
    assert tiles([])[TileKey.LOAD_PER_FTE].figure == "\u2013"


def test_that_people_above_the_norm_and_the_ceiling_are_counted_apart():
    over, far_over = busy("W1", 15), busy("W2", 17)
    found = tiles([a_worker("W1"), a_worker("W2")], over[0] + far_over[0], over[1] + far_over[1])
    assert found[TileKey.OVER_NORM].figure == "2"
    assert found[TileKey.OVER_NORM].note == "van 2; 1 boven plafond"
    assert found[TileKey.OVER_NORM].tone == Tone.DANGER


def test_that_room_counts_only_who_may_be_first_contact():
    measures, assignments = busy("W1", 10)
    tile = tiles([a_worker("W1"), a_worker("W2", skj_until=None)], measures, assignments)[TileKey.ROOM]
    assert (tile.figure, tile.note) == ("4,30", "punten, bij 1 medewerker")


def test_that_measures_wait_from_their_report():
    late = a_measure("M1", reported_on=ON - timedelta(days=8))
    fresh = a_measure("M2", reported_on=ON - timedelta(days=7))
    found = tiles([a_worker("W1")], [late, fresh])
    assert found[TileKey.UNASSIGNED].figure == "2"
    assert (found[TileKey.WAITING].figure, found[TileKey.WAITING].tone) == ("1", Tone.DANGER)
    assert found[TileKey.WAITING].note == "langste wacht 8 dagen"


def test_that_a_measure_of_somebody_who_left_waits_from_the_day_after_her_last():
    gone = a_worker("W1", ends_on=ON - timedelta(days=3))
    found = tiles([gone], [running("M1")], [holds("M1", "W1", since=date(2022, 1, 3))])
    assert found[TileKey.WAITING].note == "langste wacht 2 dagen"


def test_that_nothing_to_distribute_is_good_news():
    found = tiles([a_worker("W1")])
    assert (found[TileKey.UNASSIGNED].note, found[TileKey.UNASSIGNED].tone) == ("alles is toegewezen", Tone.GOOD)


def test_that_the_sns_goal_counts_who_is_trained():
    cases = [running(f"M{n}", sns=Wanted.PREFERRED) for n in range(2)]
    trained = frozenset({"sns"})
    workers = [a_worker("W1", skills=trained), a_worker("W2", skills=trained), a_worker("W3")]
    assignments = [holds(case.key, "W1") for case in cases]
    assert tiles(workers, cases, assignments)[TileKey.SNS].figure == "1 van 2"
