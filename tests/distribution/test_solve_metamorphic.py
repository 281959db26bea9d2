"""What must not matter does not, and what helps never hurts."""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from caseload_planner.distribution.solve import solve
from caseload_planner.domain.norm import NormSet, Phase
from caseload_planner.domain.organisation import Onboarding, Organisation
from tests.builders import ON, a_worker
from tests.distribution.tiny_rounds import STRICT, Size, problem_of, random_organisation

SIZE = Size(workers=7, measures=6)
SEEDS = range(100, 115)


def levels_of(organisation: Organisation) -> tuple[int, ...]:
    return tuple(level.value for level in solve(problem_of(organisation), STRICT).levels)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_names_of_workers_do_not_matter(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), SIZE)
    keys = list(organisation.workers)
    other = {old: f"X{number:02d}" for number, old in enumerate(reversed(keys))}

    assert levels_of(renamed(organisation, other)) == levels_of(organisation)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_other_names_in_the_same_order_change_nothing_but_names(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), SIZE)
    other = {old: f"X{number:02d}" for number, old in enumerate(organisation.workers)}

    before, after = (solve(problem_of(one), STRICT) for one in (organisation, renamed(organisation, other)))

    assert after.placements == tuple(
        replace(placement, first=other[placement.first], second=other.get(placement.second or ""))
        for placement in before.placements
    )
    assert after.levels == before.levels


def renamed(organisation: Organisation, other: Mapping[str, str]) -> Organisation:
    """Call everybody something else."""
    workers = {other[key]: replace(worker, key=other[key]) for key, worker in organisation.workers.items()}
    return replace(
        organisation,
        workers=dict(sorted(workers.items())),
        assignments=tuple(replace(one, worker=other[one.worker]) for one in organisation.assignments),
        conflicts=frozenset((other[worker], family) for worker, family in organisation.conflicts),
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_higher_ceiling_never_makes_the_levels_worse(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), SIZE)
    higher = replace(organisation.norms.norms[0], ceiling=organisation.norms.norms[0].ceiling + 150)
    raised = replace(organisation, norms=NormSet((higher,), organisation.norms.policy))

    assert levels_of(raised) <= levels_of(organisation)


@pytest.mark.parametrize("seed", SEEDS)
def test_that_somebody_who_may_do_nothing_changes_nothing(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), SIZE)
    leaver = a_worker("W99", employment=a_worker("W98").employment, ends_on=ON - timedelta(days=1))
    more = replace(organisation, workers=organisation.workers | {"W99": leaver})

    before, after = solve(problem_of(organisation), STRICT), solve(problem_of(more), STRICT)

    assert after.placements == before.placements
    assert after.levels == before.levels


@pytest.mark.parametrize("times", [2, 3])
@pytest.mark.parametrize("seed", SEEDS)
def test_that_weights_and_lines_times_a_number_give_an_answer_of_the_same_worth(seed: int, times: int) -> None:
    organisation = without_halves(random_organisation(random.Random(seed), SIZE))

    plain, scaled = (
        {level.name: level.value for level in solve(problem_of(in_norm(organisation, of)), STRICT).levels}
        for of in (1, times)
    )

    assert scaled == {name: value * (times if name in OF_LOADS else 1) for name, value in plain.items()}


OF_LOADS = ("over_norm", "intake_spread", "evenness")
"""Levels that are measured in points; the others count."""


def without_halves(organisation: Organisation) -> Organisation:
    """Give people hours on which nothing is ever rounded under `in_norm`, so that scaling is exact."""
    workers = {
        key: replace(
            worker,
            contracts=tuple(
                replace(one, fte=Decimal("0.5") if one.fte < Decimal("0.3") else Decimal(1)) for one in worker.contracts
            ),
            task_share=Decimal(0),
            onboarding=Onboarding.NONE,
        )
        for key, worker in organisation.workers.items()
    }
    return replace(organisation, workers=workers)


def in_norm(organisation: Organisation, times: int) -> Organisation:
    """Put an organisation under a norm in which every share and square over capacity is a whole number."""
    norm = organisation.norms.norms[0]
    whole = replace(
        norm,
        working=1500 * times,
        ceiling=1650 * times,
        factor_cap=150 * times,
        weights={
            kind: tuple(Phase(p.from_month, 300 * times) for p in phases) for kind, phases in norm.weights.items()
        },
        factors=dict.fromkeys(norm.factors, 75 * times),
    )
    policy = replace(organisation.norms.policy, intake_per_fte=300 * times)
    return replace(organisation, norms=NormSet((whole,), policy))
