"""What is still open in a statement: choices that no answer worth having makes any more are taken away for good."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from caseload_planner.rules.round import Placement
from caseload_planner.rules.rule import Implied
from caseload_planner.solving.load_caps import LoadCap, Loaded

Roles = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Who may take a measure alone, who may lead a duo, who may stand second: sorted keys of workers."""


class Role(Enum):
    """What somebody is to a measure that she gets; the value is its place in `Roles`."""

    ALONE = 0
    LEAD = 1
    SECOND = 2


Choice = tuple[Role, str, str]
"""A role, a measure and a worker."""


def choices_of(placement: Placement) -> tuple[Choice, ...]:
    """Give the one or two choices that a placement makes."""
    if placement.second is None:
        return ((Role.ALONE, placement.measure, placement.first),)
    return (Role.LEAD, placement.measure, placement.first), (Role.SECOND, placement.measure, placement.second)


@dataclass(frozen=True, slots=True)
class OpenChoices:
    """The choices that are left.

    Attributes
    ----------
    roles
        By measure.
    placed
        Measures that no answer leaves over any more.
    together
        Groups of such measures that get one first contact.
    caps
        The most that people get where it is less than they have room for.
    """

    roles: Mapping[str, Roles]
    placed: frozenset[str] = frozenset()
    together: tuple[tuple[str, ...], ...] = ()
    caps: Mapping[Loaded, LoadCap] = field(default_factory=dict)

    @property
    def count(self) -> int:
        """How many choices there are."""
        return sum(len(some) for roles in self.roles.values() for some in roles)

    def firsts(self) -> dict[str, frozenset[str]]:
        """Give who may be first contact, by measure."""
        return {measure: frozenset((*alone, *leads)) for measure, (alone, leads, _) in self.roles.items()}

    def without(self, ruled_out: Collection[Choice]) -> "OpenChoices":
        """Take choices away, and those that fall with them."""
        if not ruled_out:
            return self
        gone = set(ruled_out)
        roles = {
            measure: tuple(
                tuple(worker for worker in some if (role, measure, worker) not in gone)
                for role, some in zip(Role, had, strict=True)
            )
            for measure, had in self.roles.items()
        }
        return _consistent(replace(self, roles=roles))  # type: ignore[arg-type] # zip keeps the three

    def with_caps(self, caps: Mapping[Loaded, LoadCap]) -> "OpenChoices":
        """Take in the most that people get."""
        tighter = {loaded: cap.and_also(self.caps.get(loaded)) for loaded, cap in caps.items()}
        return replace(self, caps={**self.caps, **tighter})

    def with_implied(self, implied: Implied) -> "OpenChoices":
        """Take in what a kept level implies."""
        roles = {
            measure: _only(had, implied.firsts[measure]) if measure in implied.firsts else had
            for measure, had in self.roles.items()
        }
        together = _joined([*self.together, *implied.together])
        return _consistent(replace(self, roles=roles, placed=self.placed | implied.placed, together=together))


def _only(roles: Roles, firsts: Collection[str]) -> Roles:
    alone, leads, seconds = roles
    return tuple(w for w in alone if w in firsts), tuple(w for w in leads if w in firsts), seconds


def _joined(groups: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Join groups that have a measure in common."""
    joined: list[set[str]] = []
    for group in groups:
        touching = [other for other in joined if other & set(group)]
        joined = [other for other in joined if other not in touching]
        joined.append(set(group).union(*touching))
    return tuple(sorted(tuple(sorted(group)) for group in joined))


def _consistent(open_choices: OpenChoices) -> OpenChoices:
    """Take away what falls with what is gone: siblings share their firsts, and a duo has two people."""
    roles = dict(open_choices.roles)
    for group in open_choices.together:
        firsts = frozenset.intersection(*(frozenset((*roles[m][0], *roles[m][1])) for m in group))
        roles |= {measure: _only(roles[measure], firsts) for measure in group}
    for measure, (alone, leads, seconds) in roles.items():
        if not leads or not seconds or (len(leads) == 1 and leads == seconds):
            roles[measure] = (alone, (), ())
        elif len(leads) == 1 and not alone and measure in open_choices.placed:
            roles[measure] = ((), leads, tuple(worker for worker in seconds if worker != leads[0]))
    return replace(open_choices, roles=roles)
