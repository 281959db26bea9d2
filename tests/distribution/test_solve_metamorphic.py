"""What must not matter does not, and what helps never hurts."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest

from caseload_planner.distribution.solve import solve
from caseload_planner.domain.norm import NormSet, Phase
from caseload_planner.domain.organisation import Organisation
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
    renamed = replace(
        organisation,
        workers=dict(sorted((other[key], replace(w, key=other[key])) for key, w in organisation.workers.items())),
        assignments=tuple(replace(a, worker=other[a.worker]) for a in organisation.assignments),
        conflicts=frozenset((other[worker], family) for worker, family in organisation.conflicts),
    )

    assert levels_of(renamed) == levels_of(organisation)


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


@pytest.mark.parametrize("seed", SEEDS)
def test_that_a_norm_in_half_points_gives_as_good_an_answer(seed: int) -> None:
    organisation = random_organisation(random.Random(seed), SIZE)
    norm = organisation.norms.norms[0]
    doubled = replace(
        norm,
        working=2 * norm.working,
        ceiling=2 * norm.ceiling,
        factor_cap=2 * norm.factor_cap,
        weights={t: tuple(Phase(p.from_month, 2 * p.weight) for p in phases) for t, phases in norm.weights.items()},
        factors={name: 2 * points for name, points in norm.factors.items()},
    )
    policy = replace(organisation.norms.policy, intake_per_fte=2 * organisation.norms.policy.intake_per_fte)
    scaled = replace(organisation, norms=NormSet((doubled,), policy))

    waiting, families, *_ = levels_of(organisation)

    assert levels_of(scaled)[:2] == (waiting, families)
