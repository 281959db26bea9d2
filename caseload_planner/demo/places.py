"""Where the demo organisation works and how large it is: regions, locations, teams, and the figures of each size."""

from dataclasses import dataclass
from enum import StrEnum

from caseload_planner.demo.dice import apportion
from caseload_planner.domain.organisation import Team

NORTH_CENTRE = "Noord-Midden"
SOUTH = "Zuid"


class DemoSize(StrEnum):
    """How large: a quarter, the real size, or 1,000 case workers."""

    SMALL = "small"
    NORMAL = "normal"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class RegionRates:
    """Absence as a share of hours, and turnover a year as a share of workers."""

    absence: float
    turnover: float


REGION_RATES = {NORTH_CENTRE: RegionRates(0.063, 0.11), SOUTH: RegionRates(0.08, 0.15)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A location: its teams and how much of everything there is.

    Attributes
    ----------
    workers, seconded
        Own case workers, and people of team D.
    scientists, supporters, assistants
        Behavioural scientists, support workers and assistants.
    sns, pmg
        How many workers are trained.
    measures
        Running measures, this week's new ones included.
    """

    region: str
    location: str
    teams: tuple[Team, ...]
    workers: int
    seconded: int
    scientists: int
    supporters: int
    assistants: int
    sns: int
    pmg: int
    measures: int

    @property
    def rates(self) -> RegionRates:
        """Absence and turnover of its region."""
        return REGION_RATES[self.region]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPlan:
    """The figures of one size.

    Attributes
    ----------
    scale
        Against the normal size, for figures that are given for the whole organisation.
    new, left_behind
        New measures to distribute, and running ones whose worker left last week: together this week's intake.
    history_share
        Part of the closed measures of two years that is generated; the large size is there for its size.
    """

    places: tuple[Place, ...]
    scale: float
    new: int
    left_behind: int
    history_share: float

    @property
    def teams(self) -> dict[str, Team]:
        """All teams by key."""
        return {team.key: team for place in self.places for team in place.teams}

    @property
    def measures(self) -> int:
        """Running measures, this week's included."""
        return sum(place.measures for place in self.places)

    def scaled(self, count: int) -> int:
        """Scale a figure of the normal size; at least one."""
        return max(1, round(count * self.scale))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A location at the normal size."""

    region: str
    location: str
    prefix: str
    teams: int
    workers: int
    seconded: int
    sns: int
    pmg: int
    measures: int


_SHAPES = (
    _Shape(NORTH_CENTRE, "Venlo", "VLO", 2, 26, 0, 11, 2, 285),
    _Shape(NORTH_CENTRE, "Roermond", "RMD", 3, 38, 0, 12, 0, 405),
    _Shape(SOUTH, "Sittard-Geleen", "SGL", 2, 20, 1, 0, 2, 250),
    _Shape(SOUTH, "Heerlen", "HRL", 2, 22, 3, 4, 2, 315),
    _Shape(SOUTH, "Maastricht", "MTR", 2, 20, 4, 14, 2, 275),
)
_SCIENTISTS, _SUPPORTERS, _ASSISTANTS = 12, 8, 4


@dataclass(frozen=True, slots=True)
class _Totals:
    workers: int
    measures: int
    new: int
    left_behind: int
    history_share: float
    pressure_by_workers: float
    """0: measures lie where they lie at the normal size (Zuid is short-staffed); 1: where the workers are."""


_TOTALS = {
    DemoSize.SMALL: _Totals(32, 384, 5, 1, 1.0, 0.0),
    DemoSize.NORMAL: _Totals(126, 1530, 16, 2, 1.0, 0.0),
    DemoSize.LARGE: _Totals(1000, 13_000, 126, 4, 0.35, 0.6),
}
_WORKERS_A_TEAM = 12


def plan_of(size: DemoSize) -> DemoPlan:
    """Give the figures of a size; they add up exactly."""
    totals = _TOTALS[size]
    scale = totals.workers / _TOTALS[DemoSize.NORMAL].workers
    workers = apportion(totals.workers, [shape.workers for shape in _SHAPES])
    spread = {
        "seconded": [s.seconded for s in _SHAPES],
        "scientists": [s.teams for s in _SHAPES],
        "supporters": [s.teams for s in _SHAPES],
        "assistants": [s.teams for s in _SHAPES],
        "sns": [s.sns for s in _SHAPES],
        "pmg": [s.pmg for s in _SHAPES],
    }
    counts = {"scientists": _SCIENTISTS, "supporters": _SUPPORTERS, "assistants": _ASSISTANTS}
    shares = {
        name: apportion(round(counts.get(name, sum(weights)) * scale), weights) for name, weights in spread.items()
    }
    measures = apportion(totals.measures, _pressure(totals.pressure_by_workers))
    places = tuple(
        Place(
            region=shape.region,
            location=shape.location,
            teams=_teams(shape, size, workers[n]),
            workers=workers[n],
            measures=measures[n],
            **{name: share[n] for name, share in shares.items()},
        )
        for n, shape in enumerate(_SHAPES)
    )
    return DemoPlan(
        places=places,
        scale=scale,
        new=totals.new,
        left_behind=totals.left_behind,
        history_share=totals.history_share,
    )


def _pressure(by_workers: float) -> list[float]:
    """Give the part of all measures that lies at each location; see `_Totals.pressure_by_workers`."""
    normal = _TOTALS[DemoSize.NORMAL]
    return [
        (1 - by_workers) * shape.measures / normal.measures
        + by_workers * (shape.workers + shape.seconded) / normal.workers
        for shape in _SHAPES
    ]


def _teams(shape: _Shape, size: DemoSize, workers: int) -> tuple[Team, ...]:
    count = {DemoSize.SMALL: 1, DemoSize.NORMAL: shape.teams}.get(size, round(workers / _WORKERS_A_TEAM))
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[:count]
    return tuple(
        Team(f"{shape.prefix}-{letter}", f"{shape.location} {letter}", shape.region, shape.location)
        for letter in letters
    )
