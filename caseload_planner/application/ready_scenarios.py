"""The scenarios that come with the program: changes over somebody's own base."""

from dataclasses import replace
from functools import cache

from caseload_planner.domain.organisation import Organisation
from caseload_planner.locations import resources_folder
from caseload_planner.staffing.scenario import Scenario
from caseload_planner.staffing.scenario_reading import read_scenario

FOLDER = "scenarios"


@cache
def _texts() -> dict[str, str]:
    """Read the files once, by key: the name of the file without its number and ending."""
    files = sorted((resources_folder() / FOLDER).glob("*.toml"))
    return {path.stem.partition("-")[2]: path.read_text(encoding="utf-8") for path in files}


def ready_keys() -> tuple[str, ...]:
    """Give the keys of the ready scenarios, in the order in which they are offered."""
    return tuple(_texts())


def ready_scenario(key: str, base: Scenario, organisation: Organisation | None = None) -> Scenario:
    """Lay a ready scenario over a base.

    Parameters
    ----------
    organisation
        Where a place that it names is not there, newcomers are spread over everybody instead.
    """
    scenario = read_scenario(_texts()[key], key, base)
    if organisation is None:
        return scenario
    places = {word for team in organisation.teams.values() for word in (team.key, team.location, team.region)}
    hires = tuple(hire if hire.place in places else replace(hire, place="") for hire in scenario.hires)
    return replace(scenario, hires=hires)
