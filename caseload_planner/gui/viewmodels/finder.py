"""What Ctrl+K finds: people, cases, teams, pages and commands, the best first.

The texts are folded once when the list is made; a query then costs a few milliseconds over 1,000 workers and 13,000
measures, as a case is only looked for by its number or family, never letter by letter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from caseload_planner.domain.caseload import Caseload
from caseload_planner.domain.organisation import Organisation
from caseload_planner.gui.commands import Command, keys_text, plain_name
from caseload_planner.gui.fuzzy import BY_CHANCE, NO_FIT, fit, folded
from caseload_planner.gui.texts import measure_type_text, role_text
from caseload_planner.gui.viewmodels.scope import ScopeChoice, ScopeKind, scope_lines

translate = QCoreApplication.translate

MOST_FOUND = 40
_CASE_BONUS = 900
"""A whole case number stands above everything else."""
_DIGITS = re.compile(r"\d+")


class FoundKind(StrEnum):
    """What was found."""

    WORKER = "worker"
    CASE = "case"
    TEAM = "team"
    PAGE = "page"
    COMMAND = "command"


ICONS = {FoundKind.WORKER: "person", FoundKind.CASE: "document", FoundKind.TEAM: "people"}


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the list.

    Attributes
    ----------
    target
        Key of the worker, measure, page or command; the choice of teams.
    detail
        Says what it is, muted, beside the name.
    missing
        Why it cannot be done now; empty where it can.
    """

    kind: FoundKind
    target: str | ScopeChoice | Command
    name: str
    detail: str
    icon: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    found: Found
    text: str


class Finder:
    """Finds in what there was when it was made.

    Parameters
    ----------
    caseload
        None while nothing is open yet: then there are only commands.
    commands
        Of the frame and of the page in front.
    """

    def __init__(self, caseload: Caseload | None, commands: Iterable[Command]) -> None:
        self._caseload = caseload
        self._commands = [_Entry(found, folded(found.name)) for found in map(_of_command, commands)]
        self._people: list[_Entry] = []
        self._teams: list[_Entry] = []
        self._cases: tuple[tuple[str, str, str], ...] = ()
        if caseload is not None:
            organisation = caseload.organisation
            self._people = [_Entry(found, folded(f"{found.name} {found.target}")) for found in _people(organisation)]
            self._teams = [_Entry(found, folded(found.name)) for found in _teams(organisation)]
            self._cases = tuple((key, folded(key), _number(key)) for key in organisation.measures)

    def find(self, query: str) -> tuple[Found, ...]:
        """Give what fits, the best first; commands and pages where nothing is typed."""
        wanted = folded(query.strip())
        if not wanted:
            return tuple(entry.found for entry in self._commands)[:MOST_FOUND]
        hits = [
            (fit(wanted, entry.text), entry.found)
            for entries in (self._people, self._teams, self._commands)
            for entry in entries
        ]
        hits += self._find_cases(wanted)
        least = BY_CHANCE if any(score > BY_CHANCE for score, _ in hits) else NO_FIT
        fitting = [(score, found) for score, found in hits if score > least]
        fitting.sort(key=lambda hit: (-hit[0], hit[1].name))
        return tuple(found for _, found in fitting[:MOST_FOUND])

    def _find_cases(self, wanted: str) -> Iterator[tuple[int, Found]]:
        caseload = self._caseload
        if caseload is None or not any(letter.isdigit() for letter in wanted):
            return
        number, found = _number(wanted) if wanted.isdigit() else "", 0
        for key, text, own in self._cases:
            if wanted == text or (number and number == own):
                score = fit(wanted, wanted) + _CASE_BONUS
            elif text.startswith(wanted) or (number and own.startswith(number)):
                score = fit(wanted, text) or fit(number, own)
            else:
                continue
            found += 1
            if found <= MOST_FOUND or score > _CASE_BONUS:
                yield score, _case(caseload, key)


def _number(text: str) -> str:
    """Give the digits of a key without leading zeros: people say 4711, not M004711."""
    return "".join(_DIGITS.findall(text)).lstrip("0")


def _people(organisation: Organisation) -> Iterator[Found]:
    for worker in organisation.workers.values():
        detail = f"{role_text(worker.role)} · {organisation.teams[worker.team].name}"
        yield Found(FoundKind.WORKER, worker.key, worker.name, detail, ICONS[FoundKind.WORKER])


def _teams(organisation: Organisation) -> Iterator[Found]:
    words = {
        ScopeKind.EVERYTHING: translate("Finder", "everything"),
        ScopeKind.REGION: translate("Finder", "region"),
        ScopeKind.LOCATION: translate("Finder", "location"),
        ScopeKind.TEAM: translate("Finder", "team"),
    }
    for line in scope_lines(organisation):
        name = line.name or translate("Finder", "Whole organisation")
        yield Found(FoundKind.TEAM, line.choice, name, words[line.choice.kind], ICONS[FoundKind.TEAM])


def _case(caseload: Caseload, key: str) -> Found:
    measure = caseload.organisation.measures[key]
    detail = f"{measure_type_text(measure.type)} · {caseload.organisation.teams[measure.team].name}"
    return Found(FoundKind.CASE, key, key, detail, ICONS[FoundKind.CASE])


def _of_command(command: Command) -> Found:
    page = command.key.startswith("page ")
    kind = FoundKind.PAGE if page else FoundKind.COMMAND
    missing = command.missing()
    return Found(kind, command, plain_name(command), missing or keys_text(command.keys), command.icon, missing)
