"""Whether the installed OR-Tools still calls a wrong answer optimal: the model of google/or-tools issue 5293.

Run as ``python -m tests.benchmarks.wrong_optimum FILE`` with that model as a binary CpModelProto. The planner switches
a step of presolve off because of it (`presolve_inclusion_work_limit`); once a release is right without that, the line
and its comment can go.
"""

import sys
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from google.protobuf import text_format  # type: ignore[import-untyped] # no types are installed
from google.protobuf.message import DecodeError  # type: ignore[import-untyped] # no types are installed
from ortools.sat import cp_model_pb2
from ortools.sat.python import cp_model

MINIMUM = 1_738_487
"""The least value of the model; 9.15.6755 with its default presolve calls 1,834,217 optimal."""
SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Claim:
    """What the solver says of the model: its answer and its bound."""

    value: int
    bound: int

    @property
    def wrong(self) -> bool:
        """Whether it claims that nothing is as low as the known minimum, or has an answer that cannot be."""
        return self.bound > MINIMUM or self.value < MINIMUM


def claim_of(file: Path, presolve_inclusion_work_limit: int | None = None) -> Claim:
    """Solve the model of a file with the solver as it comes, or with a limit on that step of presolve.

    Raises
    ------
    ValueError
        The file holds no model, or the solver finds no answer in time.
    """
    model, solver = _read(file), cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = SECONDS
    if presolve_inclusion_work_limit is not None:
        solver.parameters.presolve_inclusion_work_limit = presolve_inclusion_work_limit
    status = solver.solve(model)
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        raise ValueError(f"{file.name}: {solver.status_name(status)}")
    return Claim(round(solver.objective_value), round(solver.best_objective_bound))


def _read(file: Path) -> cp_model.CpModel:
    model = cp_model.CpModel()
    try:
        read = cp_model_pb2.CpModelProto.FromString(file.read_bytes())
    except DecodeError:
        raise ValueError(f"{file.name} is no binary CpModelProto") from None
    # The solver's own proto class reads text only.
    model.proto.parse_text_format(text_format.MessageToString(read))
    return model


def main(arguments: list[str]) -> None:
    """Say of each file what the default and the planner's setting come to."""
    for name in arguments:
        for setting, limit in (("default presolve", None), ("presolve_inclusion_work_limit = 0", 0)):
            claim = claim_of(Path(name), limit)
            verdict = "wrong" if claim.wrong else "right"
            sys.stdout.write(
                f"OR-Tools {version('ortools')}, {setting}: value {claim.value}, bound {claim.bound}: {verdict}\n"
            )


if __name__ == "__main__":
    main(sys.argv[1:])
