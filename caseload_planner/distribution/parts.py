"""Parts of a round that have nobody and no family in common: solved apart, at the same time."""

from collections.abc import Iterable

from caseload_planner.distribution.problem import DistributionProblem


def independent_parts(problem: DistributionProblem) -> tuple[tuple[str, ...], ...]:
    """Split the asked measures into groups that share no candidate and no family, sorted.

    Regions come apart this way, unless the leader's pins join them. What is best for each part is best for all, as
    every level adds up over parts.
    """
    parent: dict[str, str] = {}

    def root(node: str) -> str:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for key in problem.round.asked:
        for node in _touched(problem, key):
            parent[root(node)] = root(f"measure {key}")
    groups: dict[str, list[str]] = {}
    for key in problem.round.asked:
        groups.setdefault(root(f"measure {key}"), []).append(key)
    return tuple(sorted(tuple(group) for group in groups.values()))


def _touched(problem: DistributionProblem, key: str) -> Iterable[str]:
    choices = problem.choices[key]
    yield f"family {problem.round.measure(key).family}"
    for worker in (*choices.firsts, *choices.seconds):
        yield f"worker {worker}"
