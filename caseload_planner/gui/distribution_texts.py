"""Words for the rules of a round: what is broken, and who decided it.

The tables hold English source strings that Qt Linguist finds; Dutch is in ``resources/i18n``. Reasons and levels are in
`distribution_reason_texts`.

API: `rule_text`, `rule_source`, `breach_text`, `leftover_text`.
"""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.distribution.proposal import Unplaced
from caseload_planner.domain.organisation import Skill
from caseload_planner.gui import formatting
from caseload_planner.gui.filling import with_values
from caseload_planner.rules.hard_rules import HARD_RULES, OVERRIDABLE
from caseload_planner.rules.round import Breach

translate = QCoreApplication.translate

_RULES: Mapping[str, object] = {
    "H1": QT_TRANSLATE_NOOP("Rules", "Every case gets one first contact"),
    "H2": QT_TRANSLATE_NOOP("Rules", "A duo is two different people"),
    "H3": QT_TRANSLATE_NOOP("Rules", "The first contact is SKJ-registered"),
    "H4": QT_TRANSLATE_NOOP("Rules", "The first contact is trained for this work"),
    "H5": QT_TRANSLATE_NOOP("Rules", "SNS asks two SNS-trained contacts"),
    "H6": QT_TRANSLATE_NOOP("Rules", "A Schotten case goes to the Schotten team"),
    "H7": QT_TRANSLATE_NOOP("Rules", "Who takes a case is there"),
    "H8": QT_TRANSLATE_NOOP("Rules", "Nobody goes above the ceiling"),
    "H9": QT_TRANSLATE_NOOP("Rules", "Who leaves starts nothing new"),
    "H10": QT_TRANSLATE_NOOP("Rules", "A family is helped from its own region"),
    "H11": QT_TRANSLATE_NOOP("Rules", "Agreements hold"),
    "H13": QT_TRANSLATE_NOOP("Rules", "Running cases stay where they are"),
    "H14": QT_TRANSLATE_NOOP("Rules", "Two starters are no duo"),
}

_BREACHES: Mapping[str, object] = {
    "second_not_asked": QT_TRANSLATE_NOOP("Breaches", "This second contact is not asked here"),
    "second_missing": QT_TRANSLATE_NOOP("Breaches", "Second contact is missing"),
    "one_person_twice": QT_TRANSLATE_NOOP("Breaches", "Is in this duo already"),
    "role_never_carries": QT_TRANSLATE_NOOP("Breaches", "Carries no cases"),
    "assistant_never_first": QT_TRANSLATE_NOOP("Breaches", "Assistant: second contact only"),
    "not_registered": QT_TRANSLATE_NOOP("Breaches", "No SKJ registration"),
    "not_registered/until": QT_TRANSLATE_NOOP("Breaches", "SKJ registration ended %1"),
    "skill_missing/jr": QT_TRANSLATE_NOOP("Breaches", "Not trained for youth probation"),
    "skill_missing/pmg": QT_TRANSLATE_NOOP("Breaches", "Not trained for PmG"),
    "not_sns_trained": QT_TRANSLATE_NOOP("Breaches", "Not SNS-trained"),
    "not_in_schotten_team": QT_TRANSLATE_NOOP("Breaches", "Not in the Schotten team"),
    "not_schotten_trained": QT_TRANSLATE_NOOP("Breaches", "Not trained for Schotten"),
    "not_in_service": QT_TRANSLATE_NOOP("Breaches", "Not in service on this date"),
    "absent": QT_TRANSLATE_NOOP("Breaches", "Absent, return not known"),
    "absent/until": QT_TRANSLATE_NOOP("Breaches", "Absent until %1"),
    "nothing_deployable": QT_TRANSLATE_NOOP("Breaches", "Not deployable now"),
    "over_ceiling": QT_TRANSLATE_NOOP("Breaches", "Above ceiling: %1 of %2"),
    "leaving_no_first": QT_TRANSLATE_NOOP("Breaches", "Leaves %1: no first contact"),
    "seconded_leaving": QT_TRANSLATE_NOOP("Breaches", "Team D, leaves %1: nothing new"),
    "winding_down": QT_TRANSLATE_NOOP("Breaches", "Hands over: nothing new from %1"),
    "other_region": QT_TRANSLATE_NOOP("Breaches", "Works in %1"),
    "conflict": QT_TRANSLATE_NOOP("Breaches", "Agreed: not with this family"),
    "excluded": QT_TRANSLATE_NOOP("Breaches", "Excluded by you"),
    "pinned_elsewhere": QT_TRANSLATE_NOOP("Breaches", "Pinned on somebody else"),
    "pinned_second_missing": QT_TRANSLATE_NOOP("Breaches", "The pinned second contact is missing"),
    "not_to_distribute": QT_TRANSLATE_NOOP("Breaches", "Is no longer to be distributed"),
    "two_starters": QT_TRANSLATE_NOOP("Breaches", "Two starters in one duo"),
    "no_first": QT_TRANSLATE_NOOP("Breaches", "Choose the first contact first"),
}

_SOURCES: Mapping[str, object] = {
    "assumption": QT_TRANSLATE_NOOP("RuleSources", "provisional, to be calibrated"),
    "agreement": QT_TRANSLATE_NOOP("RuleSources", "recorded agreement"),
    "team leader": QT_TRANSLATE_NOOP("RuleSources", "your own choice"),
}


def rule_text(rule: str) -> str:
    """Say a hard rule in a few words; an unknown one by its id."""
    source = _RULES.get(rule)
    return rule if source is None else translate("Rules", str(source))


def rule_source(rule: str, code: str = "") -> str:
    """Say who decided a rule; documents keep their names."""
    sources = [one.source for one in HARD_RULES if one.name == rule]
    if rule == "H11":
        sources = ["agreement" if code == "conflict" else "team leader"]
    if not sources:
        return ""
    known = _SOURCES.get(sources[0])
    return sources[0] if known is None else translate("RuleSources", str(known))


def breach_text(breach: Breach) -> str:
    """Say in a few words what somebody breaks; fits on a line of the list of workers."""
    variant, values = _variant(breach)
    source = _BREACHES.get(f"{breach.code}/{variant}") if variant else None
    source = source or _BREACHES.get(breach.code)
    if source is None:
        return rule_text(breach.rule)
    return with_values(translate("Breaches", str(source)), *values)


def _variant(breach: Breach) -> tuple[str, tuple[str, ...]]:
    figures = breach.figures
    match breach.code:
        case "absent" | "not_registered":
            until = figures.get("until" if breach.code == "absent" else "skj_until")
            return ("until", (formatting.day_short(until),)) if isinstance(until, date) else ("", ())
        case "skill_missing":
            return str(figures.get("skill", Skill.PROBATION)), ()
        case "over_ceiling":
            return "", (_points(figures.get("after")), _points(figures.get("ceiling")))
        case "leaving_no_first" | "seconded_leaving":
            ends_on = figures.get("ends_on")
            return "", (formatting.day_short(ends_on) if isinstance(ends_on, date) else "",)
        case "winding_down":
            from_on = figures.get("from_on")
            return "", (formatting.day_short(from_on) if isinstance(from_on, date) else "",)
        case "other_region":
            return "", (str(figures.get("home", "")),)
        case _:
            return "", ()


def _points(value: object) -> str:
    return formatting.points(value) if isinstance(value, int) else ""


def no_first_text() -> str:
    """Say that a second contact needs a first."""
    return translate("Breaches", str(_BREACHES["no_first"]))


def excluded_text() -> str:
    """Say that the leader excluded a pair."""
    return translate("Breaches", str(_BREACHES["excluded"]))


def override_allowed(rule: str) -> bool:
    """Whether a rule may be set aside with a reason."""
    return rule in OVERRIDABLE


def leftover_text(unplaced: Unplaced) -> str:
    """Say why a case is left over."""
    figures = unplaced.figures
    people = str(figures.get("candidates", 0))
    if unplaced.reason == "no_first":
        return with_values(translate("Leftovers", "None of the %1 people of the region can be first contact."), people)
    if unplaced.reason == "no_second":
        firsts = str(figures.get("possible_firsts", 0))
        return with_values(translate("Leftovers", "%1 people can be first contact, but nobody can be second."), firsts)
    return translate("Leftovers", "There are people for it, but no two who can take it together.")


def leftover_rules(unplaced: Unplaced, limit: int = 3) -> tuple[str, ...]:
    """Name the rules that keep most people from a case, with how many."""
    lines = []
    for rule in unplaced.rules[:limit]:
        blocked = unplaced.figures.get(f"blocked_by_{rule}")
        if isinstance(blocked, int):
            lines.append(
                with_values(translate("Leftovers", "%2 people fall away: “%1”"), rule_text(rule), str(blocked))
            )
    return tuple(lines)
