"""A norm set as ``norm.toml`` and as the rows of the sheet `norm`: the same norm always gives the same text."""

import re
from collections.abc import Iterator
from decimal import Decimal

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, NormSet, Policy
from caseload_planner.domain.points import to_points
from caseload_planner.exchange.rendering import Cell, number_text

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def policy_figures(policy: Policy) -> dict[str, Decimal]:
    """Give the policy by key of the file, days and points."""
    return {
        "long_absence_days": Decimal(policy.long_absence_days),
        "open_absence_days": Decimal(policy.open_absence_days),
        "short_return_days": Decimal(policy.short_return_days),
        "leaving_days": Decimal(policy.leaving_days),
        "starter_days": Decimal(policy.starter_days),
        "intake_points_per_fte": to_points(policy.intake_per_fte),
    }


def norm_figures(norm: Norm) -> dict[str, Decimal]:
    """Give the single figures of a version by key of the file."""
    return {
        "funded_points_per_fte": to_points(norm.funded),
        "working_points_per_fte": to_points(norm.working),
        "ceiling_points_per_fte": to_points(norm.ceiling),
        "duo_first_share": norm.duo_first_share,
        "sibling_factor": norm.sibling_factor,
        "concurrency_factor": norm.concurrency_factor,
        "factor_cap": to_points(norm.factor_cap),
    }


def norm_toml(norms: NormSet) -> str:
    """Write policy and versions, oldest first, factors by name."""
    lines = ["[policy]", *_assignments(policy_figures(norms.policy))]
    for norm in norms.norms:
        lines += ["", "[[norm]]", f"valid_from = {norm.valid_from.isoformat()}", *_assignments(norm_figures(norm))]
        lines += ["", "[norm.weights]"]
        for type_ in MeasureType:
            pairs = ", ".join(f"[{p.from_month}, {number_text(to_points(p.weight))}]" for p in norm.weights[type_])
            lines.append(f"{type_.value} = {{ phases = [{pairs}] }}")
        factors = {name: to_points(norm.factors[name]) for name in sorted(norm.factors)}
        lines += ["", "[norm.factors]", *_assignments(factors)]
    return "\n".join(lines) + "\n"


def norm_rows(norms: NormSet) -> Iterator[tuple[Cell, ...]]:
    """Give the rows of the sheet: policy first with an empty date, then the versions, oldest first."""
    for key, figure in policy_figures(norms.policy).items():
        yield "", key, _plain(figure)
    for norm in norms.norms:
        day = norm.valid_from.isoformat()
        for key, figure in norm_figures(norm).items():
            yield day, key, _plain(figure)
        for type_ in MeasureType:
            for phase in norm.weights[type_]:
                yield day, f"weights.{type_.value}.{phase.from_month}", _plain(to_points(phase.weight))
        for name in sorted(norm.factors):
            yield day, f"factors.{name}", _plain(to_points(norm.factors[name]))


def _assignments(figures: dict[str, Decimal]) -> list[str]:
    return [f"{_key(name)} = {number_text(figure)}" for name, figure in figures.items()]


def _plain(figure: Decimal) -> Decimal:
    return Decimal(number_text(figure))


def _key(name: str) -> str:
    if _BARE_KEY.fullmatch(name):
        return name
    escaped = name.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
    return f'"{escaped}"'
