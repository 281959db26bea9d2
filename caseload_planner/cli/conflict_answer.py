"""Pins and exclusions that cannot stand together, as a document and in words."""

from collections.abc import Iterable

from caseload_planner.cli.answers import JsonValue, answer_line
from caseload_planner.distribution.conflicting_choices import ConflictingChoices
from caseload_planner.rules.round import Pin


def conflicts_document(conflicts: Iterable[ConflictingChoices]) -> list[JsonValue]:
    """Give each smallest set that cannot stand together."""
    return [
        {
            "pins": [{"measure": pin.measure, "first": pin.first, "second": pin.second} for pin in one.pins],
            "exclusions": [{"measure": measure, "worker": worker} for measure, worker in one.exclusions],
            "rules": list(one.rules),
        }
        for one in conflicts
    ]


def answer_conflicts(conflicts: Iterable[ConflictingChoices]) -> None:
    """Say the same in words; nothing where all can stand."""
    for one in conflicts:
        choices = [f"--pin {_pin(pin)}" for pin in one.pins]
        choices += [f"--exclude {measure}={worker}" for measure, worker in one.exclusions]
        answer_line(f"these cannot stand together ({' '.join(one.rules)}): {', '.join(choices)}; drop one of them")


def _pin(pin: Pin) -> str:
    return f"{pin.measure}={pin.first}" + ("" if pin.second is None else f"+{pin.second}")
