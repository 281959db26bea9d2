"""Whether two people are the duo of a measure: one 0/1 term each, and rows that give everybody one partner in it."""

from collections.abc import Mapping, Sequence
from typing import Any

from ortools.sat.python import cp_model

from caseload_planner.solving.open_choices import Choice, Role


class DuoTerms:
    """The terms of duos that levels ask for.

    Several levels ask for the same duo and get the same term. A term for each pair alone would let the relaxation
    count a lead once beside every partner of hers.

    Parameters
    ----------
    choices
        Every choice of the model with the index of its variable.
    """

    def __init__(self, model: cp_model.CpModel, choices: Mapping[Choice, int]) -> None:
        self._model = model
        self._choices = {index: choice for choice, index in choices.items()}
        self._duos: dict[tuple[int, int], Any] = {}
        self._beside: dict[int, list[Any]] = {}
        self._said: dict[int, int] = {}

    def of(self, terms: Sequence[Any]) -> Any | None:
        """Give a term that can be 1 only where both terms are; None where they are not a lead and her second."""
        if len(terms) != 2 or not all(isinstance(term, cp_model.IntVar) for term in terms):
            return None
        lead, second = (self._choices.get(term.index) for term in terms)
        if lead is None or second is None or lead[1] != second[1]:
            return None
        if lead[0] is not Role.LEAD or second[0] is not Role.SECOND:
            return None
        duo = (terms[0].index, terms[1].index)
        if duo not in self._duos:
            self._duos[duo] = self._model.new_bool_var("")
            for index in duo:
                self._beside.setdefault(index, []).append(self._duos[duo])
        return self._duos[duo]

    def finish(self) -> None:
        """Say what was asked since: whoever leads a duo has one second, and whoever is second has one lead."""
        for index, duos in self._beside.items():
            if self._said.get(index) != len(duos):
                self._said[index] = len(duos)
                chosen = self._model.get_int_var_from_proto_index(index)
                self._model.add(cp_model.LinearExpr.sum(duos) <= chosen)
