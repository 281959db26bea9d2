"""What is the matter with a measure: factors, and which duo, training and method it asks."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseload_planner.demo.dice import Dice
from caseload_planner.domain.measures import PMG_TYPES, PROBATION_TYPES, MeasureType, Method, Wanted

_SUPERVISION: Mapping[str, float] = {
    "out_of_home": 0.34,
    "no_suitable_help": 0.25,
    "acute_safety": 0.10,
    "closed_placement": 0.03,
    "trafficking": 0.02,
    "legal_dispute": 0.10,
    "age_17": 0.09,
    "file_request": 0.05,
}
_PROVISIONAL: Mapping[str, float] = {"acute_safety": 0.55, "out_of_home": 0.45}
_GUARDIANSHIP: Mapping[str, float] = {
    "no_suitable_help": 0.22,
    "age_17": 0.10,
    "legal_dispute": 0.08,
    "file_request": 0.05,
}
_PROBATION: Mapping[str, float] = {"age_17": 0.2, "closed_placement": 0.03}
_LIGHT: Mapping[str, float] = {"no_suitable_help": 0.1}

_COMPLEX_DIVORCE, _SCHOTTEN_AMONG_THOSE, _SCHOTTEN_METHOD = 0.45, 0.10 / 0.45, 0.35
_TRAVEL_LONG = 0.08
_SNS_SUITABLE, _SNS_REQUIRED_AMONG_THOSE = 0.20, 0.2
_SAFEPATH = 0.03
DEMO_FACTORS = frozenset({"complex_divorce", "divorce_schotten", "travel_long"}).union(
    _SUPERVISION, _PROVISIONAL, _GUARDIANSHIP, _PROBATION, _LIGHT
)
"""The factors that the norm has to know."""

_DUO_OF_TYPE: Mapping[MeasureType, tuple[float, float]] = {
    MeasureType.SUPERVISION_ORDER: (0.13, 0.40),
    MeasureType.PROVISIONAL_SUPERVISION_ORDER: (0.45, 0.45),
    MeasureType.GUARDIANSHIP: (0.03, 0.22),
    MeasureType.PROVISIONAL_GUARDIANSHIP: (0.05, 0.30),
    MeasureType.INTENSIVE_GUIDANCE: (0.80, 0.20),
}
_OTHER_DUO = (0.03, 0.15)
_CARE_TYPES = frozenset({MeasureType.SUPERVISION_ORDER, MeasureType.PROVISIONAL_SUPERVISION_ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyTraits:
    """What the measures of a family have in common."""

    complex_divorce: bool = False
    schotten: bool = False
    schotten_method: bool = False
    travel_long: bool = False
    sns: Wanted = Wanted.NONE
    duo: Wanted = Wanted.NONE
    safepath: bool = False

    @property
    def method(self) -> Method:
        """The way of working."""
        if self.schotten_method:
            return Method.SCHOTTEN
        return Method.SAFEPATH if self.safepath else Method.NONE


def draw_traits(type_: MeasureType, dice: Dice) -> FamilyTraits:
    """Draw what a family of this type of measure has in common."""
    required, preferred = _DUO_OF_TYPE.get(type_, _OTHER_DUO)
    duo = dice.weighted(
        (Wanted.REQUIRED, Wanted.PREFERRED, Wanted.NONE), (required, preferred, 1 - required - preferred)
    )
    travel = dice.chance(_TRAVEL_LONG)
    if type_ not in _CARE_TYPES:
        return FamilyTraits(duo=duo, travel_long=travel)
    divorce = dice.chance(_COMPLEX_DIVORCE)
    schotten = divorce and dice.chance(_SCHOTTEN_AMONG_THOSE)
    sns = Wanted.NONE
    if dice.chance(_SNS_SUITABLE):
        sns = Wanted.REQUIRED if dice.chance(_SNS_REQUIRED_AMONG_THOSE) else Wanted.PREFERRED
    return FamilyTraits(
        complex_divorce=divorce,
        schotten=schotten,
        schotten_method=schotten and sns is not Wanted.REQUIRED and dice.chance(_SCHOTTEN_METHOD),
        travel_long=travel,
        sns=sns,
        duo=Wanted.REQUIRED if sns is Wanted.REQUIRED else duo,
        safepath=not schotten and dice.chance(_SAFEPATH),
    )


def draw_factors(type_: MeasureType, traits: FamilyTraits, dice: Dice) -> frozenset[str]:
    """Draw the factors of one measure."""
    factors = {name for name, share in _shares_of(type_).items() if dice.chance(share)}
    if type_ in _CARE_TYPES:
        factors |= {"complex_divorce"} if traits.complex_divorce else set()
        factors |= {"divorce_schotten"} if traits.schotten else set()
    if traits.travel_long:
        factors.add("travel_long")
    return frozenset(factors)


def _shares_of(type_: MeasureType) -> Mapping[str, float]:
    if type_ is MeasureType.SUPERVISION_ORDER:
        return _SUPERVISION
    if type_ is MeasureType.PROVISIONAL_SUPERVISION_ORDER:
        return _PROVISIONAL
    if type_ in PROBATION_TYPES:
        return _PROBATION
    return _LIGHT if type_ in PMG_TYPES or type_ is MeasureType.PREVENTIVE else _GUARDIANSHIP
