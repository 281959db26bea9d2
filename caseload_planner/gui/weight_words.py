"""How the weight of a case arises, in words: ``1,00 OTS jaar 2+ · × 0,75 gezin · 60 % als eerste``."""

from PySide6.QtCore import QCoreApplication

from caseload_planner.application.caseload_rows import CaseRow
from caseload_planner.domain.assignment import Position
from caseload_planner.domain.measures import MeasureType
from caseload_planner.domain.norm import Norm
from caseload_planner.domain.weights import Sharing
from caseload_planner.gui import formatting
from caseload_planner.gui.texts import factor_text, measure_type_short, sharing_text

translate = QCoreApplication.translate
SEPARATOR = " · "


def weight_words(row: CaseRow, norm: Norm) -> str:
    """Say how what a worker carries of a case arises.

    Parameters
    ----------
    row
        The case as a worker holds it.
    norm
        The norm by which it was weighed.
    """
    if row.position is Position.INCOMING:
        text = translate("WeightWords", "%1 takeover until she is first contact")
        return text.replace("%1", formatting.points(row.share))
    parts = measure_weight_words(row, norm)
    if row.first_share is not None:
        share = row.first_share if row.position is Position.FIRST else 1 - row.first_share
        text = (
            translate("WeightWords", "%1 as first")
            if row.position is Position.FIRST
            else translate("WeightWords", "%1 as second")
        )
        parts.append(text.replace("%1", formatting.percent(share)))
    return SEPARATOR.join(parts)


def measure_weight_words(row: CaseRow, norm: Norm) -> list[str]:
    """Say how the weight of the measure itself arises, part by part, whoever carries it."""
    weight = row.weight
    phase = phase_text(norm, MeasureType(row.type), weight.months)
    name = measure_type_short(row.type)
    parts = [" ".join(part for part in (formatting.points(weight.base), name, phase) if part)]
    if weight.sharing is not Sharing.NONE:
        parts.append(f"× {formatting.number(weight.scale)} {sharing_text(weight.sharing.value)}")
    parts += [f"{formatting.signed_points(points)} {factor_text(name)}" for name, points in weight.factors]
    if weight.capped:
        text = translate("WeightWords", "together at most %1")
        parts.append(text.replace("%1", formatting.signed_points(weight.factor_sum)))
    return parts


def phase_text(norm: Norm, type_: MeasureType, months: int) -> str:
    """Name the phase of a type in which a measure is; empty where a type has one phase only."""
    starts = norm.phase_months(type_)
    if len(starts) == 1:
        return ""
    begun = [start for start in starts if start <= months] or [starts[0]]
    place = starts.index(begun[-1])
    ends = starts[place + 1] if place + 1 < len(starts) else None
    if begun[-1] == 0:
        return translate("WeightWords", "start")
    if begun[-1] >= 12:
        return translate("WeightWords", "year 2+")
    if ends is not None and ends <= 12:
        return translate("WeightWords", "year 1")
    return translate("WeightWords", "from month %1").replace("%1", str(begun[-1]))
