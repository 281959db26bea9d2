"""The norm file that comes with the program, read without the program's own reader."""

import tomllib
from decimal import Decimal
from typing import Any

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, NormSet, Phase, Policy
from caseload_planner.domain.points import to_hundredths
from caseload_planner.locations import resources_folder


def national_norms() -> NormSet:
    text = (resources_folder() / "norms" / "landelijk-2026.toml").read_text(encoding="utf-8")
    document = tomllib.loads(text, parse_float=Decimal)
    policy = dict(document["policy"])
    intake = policy.pop("intake_points_per_fte")
    return NormSet(
        tuple(_norm(row) for row in document["norm"]), Policy(**policy, intake_per_fte=to_hundredths(intake))
    )


def _norm(row: dict[str, Any]) -> Norm:
    return Norm(
        valid_from=row["valid_from"],
        funded=to_hundredths(row["funded_points_per_fte"]),
        working=to_hundredths(row["working_points_per_fte"]),
        ceiling=to_hundredths(row["ceiling_points_per_fte"]),
        duo_first_share=row["duo_first_share"],
        sibling_factor=row["sibling_factor"],
        concurrency_factor=row["concurrency_factor"],
        factor_cap=to_hundredths(row["factor_cap"]),
        weights={
            MeasureType(name): tuple(Phase(month, to_hundredths(points)) for month, points in weight["phases"])
            for name, weight in row["weights"].items()
        },
        factors={name: to_hundredths(points) for name, points in row["factors"].items()},
    )
