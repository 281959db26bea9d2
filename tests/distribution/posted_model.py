"""Prints a digest of the model of a crowded round, to compare between processes: ``python -m`` this."""

import hashlib
import random
from typing import Any

from caseload_planner.rules.ceiling import room_in_round
from caseload_planner.rules.hard_rules import HARD_RULES
from caseload_planner.rules.levels import LEVELS
from caseload_planner.solving.open_choices import OpenChoices
from caseload_planner.solving.rule_model import CpRuleModel
from tests.distribution.tiny_rounds import Size, problem_of, random_organisation


def digest_of_model(seed: int) -> str:
    """Post every rule and level of a random round, and digest the model as the solver gets it."""
    problem = problem_of(random_organisation(random.Random(seed), Size(workers=20, measures=12)))
    round_ = problem.round
    choices = {key: (c.alone, c.leads, c.seconds) for key, c in problem.choices.items()}
    shares = {key: (round_.shares(key, duo=False)[0], *round_.shares(key, duo=True)) for key in round_.asked}
    model = CpRuleModel(
        OpenChoices(choices), shares, {worker: room_in_round(round_, worker) for worker in round_.candidates}
    )
    for rule in HARD_RULES:
        rule.post(round_, model)
    for level in LEVELS.values():
        term: Any = level.post(round_, model)
        if not isinstance(term, int):
            model.model.add(term <= 1_000_000)
    return hashlib.sha256(str(model.model.proto).encode()).hexdigest()


if __name__ == "__main__":
    print(*(digest_of_model(seed) for seed in range(6)))  # noqa: T201 - its answer to the test
