"""Relief of support workers is shown beside a load, within its two limits."""

from datetime import timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from caseload_planner.domain.caseload import caseload_on
from caseload_planner.domain.organisation import Role, Supporter, Worker
from caseload_planner.domain.relief import relief_by_worker
from tests.builders import ON, a_worker, an_organisation, busy

SUPPORT = a_worker("S1", role=Role.SUPPORT)


def relief(workers: list[Worker], *supporters: Supporter) -> dict[str, int]:
    organisation = an_organisation([SUPPORT, *workers], supporters=supporters)
    return relief_by_worker(caseload_on(organisation, ON))


def supports(hours: int, team: str = "T1") -> Supporter:
    return Supporter("S1", team, Decimal(hours))


def workers(count: int, fte: str = "1.00") -> list[Worker]:
    return [a_worker(f"W{number}", fte=fte) for number in range(count)]


def test_that_one_support_fte_frees_a_third_of_an_fte_over_the_whole_team() -> None:
    # 0.35 fte over five of 1.00: 0.07 fte each, x 14.30 = 1.001
    assert relief(workers(5), supports(36)) == dict.fromkeys(("W0", "W1", "W2", "W3", "W4"), 100)


def test_that_half_the_hours_free_half() -> None:
    assert set(relief(workers(5), supports(18)).values()) == {50}


def test_that_nobody_is_relieved_of_more_than_a_tenth() -> None:
    assert set(relief(workers(2), supports(36)).values()) == {143}
    assert set(relief(workers(3, "0.50"), supports(360)).values()) == {72}


def test_that_relief_follows_deployable_fte() -> None:
    found = relief([*workers(5), a_worker("X1", task_share=Decimal("0.50"))], supports(18))
    # 0.175 fte over 5.5 fte: 0.0318 an fte, x 14.30 = 0.455 for 1.00 and 0.2275 for 0.50
    assert (found["W1"], found["X1"]) == (46, 23)


def test_that_only_the_teams_she_is_tied_to_are_relieved() -> None:
    found = relief([*workers(5), a_worker("X1", team="T2")], supports(36))
    assert found.get("X1", 0) == 0
    assert found["W0"] == 100


def test_that_a_supporter_who_has_left_frees_nothing() -> None:
    gone = a_worker("S1", role=Role.SUPPORT, ends_on=ON - timedelta(days=1))
    organisation = an_organisation([gone, *workers(5)], supporters=(supports(36),))
    assert sum(relief_by_worker(caseload_on(organisation, ON)).values()) == 0


def test_that_relief_takes_nothing_off_a_load_or_a_line() -> None:
    measures, parts = busy("W0", 4)
    plain = caseload_on(an_organisation([SUPPORT, *workers(1)], measures, parts), ON)
    supported = caseload_on(an_organisation([SUPPORT, *workers(1)], measures, parts, supporters=(supports(36),)), ON)
    assert supported.load("W0") == plain.load("W0") == 400
    assert supported.room("W0") == plain.room("W0")


def test_that_nobody_deployable_is_relieved_of_nothing() -> None:
    gone = a_worker("W1", ends_on=ON - timedelta(days=1))
    assert sum(relief([gone], supports(36)).values()) == 0


@given(st.lists(st.integers(1, 120), min_size=1, max_size=8), st.integers(0, 200))
def test_that_relief_keeps_within_what_is_freed_and_a_tenth_of_each(fte_hundredths: list[int], hours: int) -> None:
    team = [a_worker(f"W{n}", fte=str(Decimal(fte) / 100)) for n, fte in enumerate(fte_hundredths)]
    found = relief(team, supports(hours))
    freed = Decimal(hours) / 36 * Decimal("0.35") * 1430
    assert sum(found.values()) <= freed + Decimal("0.5") * len(team)
    for number, fte in enumerate(fte_hundredths):
        assert found.get(f"W{number}", 0) <= Decimal("14.30") * fte / 10 + 1
