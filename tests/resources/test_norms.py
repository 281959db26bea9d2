"""The norm and the profiles that come with the program say what was agreed."""

import tomllib
from decimal import Decimal

from caseload_planner.distribution.profile import profiles_from
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import TAKEOVER_FACTOR
from caseload_planner.domain.points import to_points
from caseload_planner.locations import resources_folder
from tests.demo.national_norm import national_norms


def test_that_the_norm_weighs_every_type_from_its_first_month() -> None:
    norm = national_norms().norms[0]
    assert set(norm.weights) == set(MeasureType)
    for phases in norm.weights.values():
        months = [phase.from_month for phase in phases]
        assert months[0] == 0
        assert months == sorted(set(months))


def test_that_the_working_norm_is_the_funded_norm_over_those_who_are_there() -> None:
    norm = national_norms().norms[0]
    there = Decimal("0.962") * Decimal("0.96") * Decimal("0.97")
    assert abs(to_points(norm.funded) / there - to_points(norm.working)) < Decimal("0.02")
    assert norm.funded < norm.working < norm.ceiling


def test_that_a_year_of_supervision_weighs_as_the_old_amounts_did() -> None:
    norm = national_norms().norms[0]
    months = [norm.base_weight(MeasureType.SUPERVISION_ORDER, month) for month in range(12)]
    later = norm.base_weight(MeasureType.SUPERVISION_ORDER, 12)
    assert abs(sum(months) / 12 / later - 7623 / 6444) < 0.005


def test_that_a_handover_is_weighed() -> None:
    assert national_norms().norms[0].factors[TAKEOVER_FACTOR] == 25


def test_that_each_profile_has_the_levels_in_its_own_order() -> None:
    text = (resources_folder() / "norms" / "profiles.toml").read_text(encoding="utf-8")
    profiles = profiles_from(tomllib.loads(text))
    orders = {name: [level.name for level in profile.levels] for name, profile in profiles.items()}
    usual = [
        "waiting",
        "families",
        "over_norm",
        "intake_spread",
        "pairs",
        "near",
        "evenness",
        "faces",
        "wishes",
        "changes",
    ]
    assert orders["balanced"] == usual
    assert orders["familiar"] == [*usual[:5], "faces", "near", "evenness", "wishes", "changes"]
    assert orders["nearby"] == [*usual[:3], "near", "intake_spread", "pairs", *usual[6:]]
    assert orders["regionwide"] == [*usual[:5], "evenness", "near", *usual[7:]]
    for profile in profiles.values():
        lent = {level.name: level.tolerance for level in profile.levels if level.tolerance}
        assert lent == {"evenness": Decimal("0.01")}
