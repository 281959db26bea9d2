"""What an empty database answers about the norm until one is written."""

from datetime import date
from decimal import Decimal

from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm, NormSet, Phase

NEUTRAL_NORMS = NormSet(
    (
        Norm(
            valid_from=date(2000, 1, 1),
            funded=1280,
            working=1430,
            ceiling=1600,
            duo_first_share=Decimal("0.60"),
            sibling_factor=Decimal(1),
            concurrency_factor=Decimal(1),
            factor_cap=0,
            weights={type_: (Phase(0, 100),) for type_ in MeasureType},
            factors={},
        ),
    )
)
"""Every measure counts 1.00: a stand-in to ask an empty organisation with; measures are never written under it."""
