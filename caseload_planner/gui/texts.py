"""Puts codes into words: every code that a viewmodel or a model holds becomes text here or in a module beside it.

The tables hold English source strings that Qt Linguist finds (`QT_TRANSLATE_NOOP`); a code without a word is shown as
it is, so that a source with a factor of its own still reads. Words of one page live in the modules named after it:
`distribution_texts`, `team_d_texts`, `establishment_texts` and their like.

API: `role_text`, `measure_type_text`, `measure_type_short`, `factor_text`, `mark_text`, `mark_explained`,
`position_text`, `sharing_text`, `error_text`.
"""

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from caseload_planner.domain.errors import PlannerError

translate = QCoreApplication.translate

_ROLES: Mapping[str, object] = {
    "youth_protection": QT_TRANSLATE_NOOP("Roles", "Youth protection"),
    "youth_probation": QT_TRANSLATE_NOOP("Roles", "Youth probation"),
    "junior": QT_TRANSLATE_NOOP("Roles", "Junior"),
    "career_changer": QT_TRANSLATE_NOOP("Roles", "Career changer"),
    "assistant": QT_TRANSLATE_NOOP("Roles", "Assistant"),
    "support": QT_TRANSLATE_NOOP("Roles", "Support worker"),
    "behavioural_scientist": QT_TRANSLATE_NOOP("Roles", "Behavioural scientist"),
    "team_leader": QT_TRANSLATE_NOOP("Roles", "Team leader"),
}

_MEASURE_TYPES: Mapping[str, object] = {
    "supervision_order": QT_TRANSLATE_NOOP("MeasureTypes", "Supervision order"),
    "provisional_supervision_order": QT_TRANSLATE_NOOP("MeasureTypes", "Provisional supervision order"),
    "guardianship": QT_TRANSLATE_NOOP("MeasureTypes", "Guardianship"),
    "provisional_guardianship": QT_TRANSLATE_NOOP("MeasureTypes", "Provisional guardianship"),
    "probation_mandatory": QT_TRANSLATE_NOOP("MeasureTypes", "Youth probation, mandatory"),
    "probation_voluntary": QT_TRANSLATE_NOOP("MeasureTypes", "Youth probation, voluntary"),
    "intensive_guidance": QT_TRANSLATE_NOOP("MeasureTypes", "Intensive guidance (ITB)"),
    "behaviour_order": QT_TRANSLATE_NOOP("MeasureTypes", "Behaviour order"),
    "preventive": QT_TRANSLATE_NOOP("MeasureTypes", "Preventive guidance"),
    "pmg_kansrijk": QT_TRANSLATE_NOOP("MeasureTypes", "PmG Kansrijk"),
    "pmg_straatkracht": QT_TRANSLATE_NOOP("MeasureTypes", "PmG Straatkracht"),
    "aftercare": QT_TRANSLATE_NOOP("MeasureTypes", "Aftercare"),
}

_MEASURE_TYPES_SHORT: Mapping[str, object] = {
    "supervision_order": QT_TRANSLATE_NOOP("MeasureTypesShort", "SO"),
    "provisional_supervision_order": QT_TRANSLATE_NOOP("MeasureTypesShort", "Prov. SO"),
    "guardianship": QT_TRANSLATE_NOOP("MeasureTypesShort", "Guardianship"),
    "provisional_guardianship": QT_TRANSLATE_NOOP("MeasureTypesShort", "Prov. guardianship"),
    "probation_mandatory": QT_TRANSLATE_NOOP("MeasureTypesShort", "Probation"),
    "probation_voluntary": QT_TRANSLATE_NOOP("MeasureTypesShort", "Probation vol."),
    "intensive_guidance": QT_TRANSLATE_NOOP("MeasureTypesShort", "ITB"),
    "behaviour_order": QT_TRANSLATE_NOOP("MeasureTypesShort", "Behaviour order"),
    "preventive": QT_TRANSLATE_NOOP("MeasureTypesShort", "Preventive"),
    "pmg_kansrijk": QT_TRANSLATE_NOOP("MeasureTypesShort", "Kansrijk"),
    "pmg_straatkracht": QT_TRANSLATE_NOOP("MeasureTypesShort", "Straatkracht"),
    "aftercare": QT_TRANSLATE_NOOP("MeasureTypesShort", "Aftercare"),
}

_FACTORS: Mapping[str, object] = {
    "complex_divorce": QT_TRANSLATE_NOOP("Factors", "complex divorce"),
    "divorce_schotten": QT_TRANSLATE_NOOP("Factors", "divorce (Schotten)"),
    "out_of_home": QT_TRANSLATE_NOOP("Factors", "placed out of home"),
    "no_suitable_help": QT_TRANSLATE_NOOP("Factors", "no suitable help"),
    "closed_placement": QT_TRANSLATE_NOOP("Factors", "closed placement"),
    "acute_safety": QT_TRANSLATE_NOOP("Factors", "acute safety"),
    "trafficking": QT_TRANSLATE_NOOP("Factors", "human trafficking"),
    "legal_dispute": QT_TRANSLATE_NOOP("Factors", "legal dispute"),
    "age_17": QT_TRANSLATE_NOOP("Factors", "turns 18"),
    "file_request": QT_TRANSLATE_NOOP("Factors", "request for the file"),
    "travel_long": QT_TRANSLATE_NOOP("Factors", "long journey"),
    "takeover": QT_TRANSLATE_NOOP("Factors", "takeover"),
}

_MARKS: Mapping[str, object] = {
    "absent": QT_TRANSLATE_NOOP("Marks", "Absent"),
    "onboarding": QT_TRANSLATE_NOOP("Marks", "Onboarding"),
    "leaving": QT_TRANSLATE_NOOP("Marks", "Leaving"),
    "team_d": QT_TRANSLATE_NOOP("Marks", "Team D"),
    "unregistered": QT_TRANSLATE_NOOP("Marks", "Not registered"),
    "sns": QT_TRANSLATE_NOOP("Marks", "SNS"),
    "schotten": QT_TRANSLATE_NOOP("Marks", "Schotten"),
    "over_ceiling": QT_TRANSLATE_NOOP("Marks", "Over ceiling"),
}

_MARKS_EXPLAINED: Mapping[str, object] = {
    "absent": QT_TRANSLATE_NOOP("MarksExplained", "Absent today, wholly or in part."),
    "onboarding": QT_TRANSLATE_NOOP("MarksExplained", "Still learning the work: carries part of a full caseload."),
    "leaving": QT_TRANSLATE_NOOP("MarksExplained", "Leaves within 13 weeks: takes no new first contact."),
    "team_d": QT_TRANSLATE_NOOP("MarksExplained", "Seconded (team D): her caseload winds down."),
    "unregistered": QT_TRANSLATE_NOOP("MarksExplained", "No valid SKJ registration: second contact only."),
    "sns": QT_TRANSLATE_NOOP("MarksExplained", "Trained for SNS."),
    "schotten": QT_TRANSLATE_NOOP("MarksExplained", "Trained for Schotten cases."),
    "over_ceiling": QT_TRANSLATE_NOOP("MarksExplained", "Carries more than her ceiling."),
}

_POSITIONS: Mapping[str, object] = {
    "first": QT_TRANSLATE_NOOP("Positions", "first"),
    "second": QT_TRANSLATE_NOOP("Positions", "second"),
    "incoming": QT_TRANSLATE_NOOP("Positions", "takes over"),
}

_SHARINGS: Mapping[str, object] = {
    "sibling": QT_TRANSLATE_NOOP("Sharings", "family"),
    "concurrency": QT_TRANSLATE_NOOP("Sharings", "same child"),
}

_ERRORS: Mapping[str, object] = {
    "database_unusable/missing": QT_TRANSLATE_NOOP("Errors", "The file is no longer there. Choose another one."),
    "database_unusable/newer": QT_TRANSLATE_NOOP(
        "Errors", "The file was made by a newer version of this program. Install that version to open it."
    ),
    "database_unusable/foreign": QT_TRANSLATE_NOOP(
        "Errors", "This is not a file of this program. It was left as it is."
    ),
    "database_unusable/damaged": QT_TRANSLATE_NOOP(
        "Errors", "The file is damaged and was left as it is. Restore a backup of it."
    ),
    "database_unusable/locked": QT_TRANSLATE_NOOP(
        "Errors", "Somebody else is writing in the file. Wait a moment and try again."
    ),
    "database_unusable/readonly": QT_TRANSLATE_NOOP(
        "Errors", "The file may not be written. Copy it to a folder of your own and open it there."
    ),
    "database_unusable/full": QT_TRANSLATE_NOOP("Errors", "The disk is full. Make room and try again."),
    "database_unusable/exists": QT_TRANSLATE_NOOP(
        "Errors", "There is a file of that name already. Choose another name."
    ),
    "database_unusable/elsewhere": QT_TRANSLATE_NOOP(
        "Errors", "This file is open in another window. That window stands in front now."
    ),
    "database_unusable/unreachable": QT_TRANSLATE_NOOP(
        "Errors", "The file cannot be reached or read on its disk. Look at the drive and at your rights."
    ),
    "database_unusable/name": QT_TRANSLATE_NOOP("Errors", "That name is too long. Choose a shorter one."),
    "database_unusable/closed": QT_TRANSLATE_NOOP("Errors", "The file was closed in the meantime. Open it again."),
    "database_unusable/in_use": QT_TRANSLATE_NOOP(
        "Errors", "The file is open somewhere else as well. Close it there first; nothing was changed."
    ),
    "database_unusable/itself": QT_TRANSLATE_NOOP("Errors", "This is the file itself. Choose a backup of it."),
    "database_unusable/changed": QT_TRANSLATE_NOOP(
        "Errors", "This backup is not what it was when it was made. Choose another one; nothing was changed."
    ),
    "database_unusable/manifest": QT_TRANSLATE_NOOP(
        "Errors",
        "What was noted of this backup cannot be read. Put that file elsewhere to do without it, or choose another "
        "backup.",
    ),
    "database_unusable/trail": QT_TRANSLATE_NOOP(
        "Errors", "The audit trail in this backup is broken. Choose another one; nothing was changed."
    ),
    "database_unusable/log_left": QT_TRANSLATE_NOOP(
        "Errors", "Something is left here of a file that is gone (it ends in -wal). Put that elsewhere first."
    ),
    "database_unusable": QT_TRANSLATE_NOOP("Errors", "The file cannot be used."),
    "source_unreadable": QT_TRANSLATE_NOOP(
        "Errors", "This cannot be read. Choose a folder with CSV files or an Excel workbook."
    ),
    "source_unreadable/no_mapping": QT_TRANSLATE_NOOP("Errors", "That mapping is no longer there. Choose another one."),
    "source_unreadable/mapping": QT_TRANSLATE_NOOP("Errors", "The mapping cannot be used. Put this right in it: %1"),
    "source_unreadable/unknown_kind": QT_TRANSLATE_NOOP(
        "Errors", "This cannot be read. Save the export as an Excel workbook (.xlsx) or as CSV."
    ),
    "source_unreadable/no_known_files": QT_TRANSLATE_NOOP(
        "Errors",
        "There is nothing in it that can be read: none of the names that are expected. For the export of another "
        "system, choose its mapping.",
    ),
    "target_unwritable": QT_TRANSLATE_NOOP("Errors", "Nothing can be written there. Choose another folder."),
    "unknown_key": QT_TRANSLATE_NOOP("Errors", "What you chose is no longer there. Look at the page again."),
    "rule_refusal/end_not_later": QT_TRANSLATE_NOOP(
        "Errors", "The last day has passed by then. Choose another one on the Team D page."
    ),
    "rule_refusal": QT_TRANSLATE_NOOP("Errors", "A rule that nobody may set aside forbids this."),
    "stale_proposal": QT_TRANSLATE_NOOP(
        "Errors", "The cases or the people changed after this proposal was made. Ask for a new proposal."
    ),
    "handover_changed": QT_TRANSLATE_NOOP(
        "Errors", "A planned handover can no longer be confirmed as it was planned. Leave it out, or plan it again."
    ),
    "override_reason": QT_TRANSLATE_NOOP("Errors", "Write down why this rule is set aside."),
    "agreement_missing": QT_TRANSLATE_NOOP(
        "Errors", "Somebody of another team is asked. Write down first who of that team agreed."
    ),
    "withdrawal_refused/withdrawn": QT_TRANSLATE_NOOP("Errors", "This round was withdrawn already."),
    "withdrawal_refused/in_source": QT_TRANSLATE_NOOP(
        "Errors", "The source system has these cases on these names by now. Change them there, or make a new round."
    ),
    "withdrawal_refused/changed": QT_TRANSLATE_NOOP(
        "Errors", "Something of this round was changed afterwards. Make a new round instead."
    ),
    "withdrawal_refused/built_on": QT_TRANSLATE_NOOP(
        "Errors", "A later round decides about one of these cases. Withdraw that one first."
    ),
    "already_settled": QT_TRANSLATE_NOOP("Errors", "This was settled already. Look at the page again."),
    "planning_lost": QT_TRANSLATE_NOOP("Errors", "Planning was interrupted. Try again."),
    "name_taken": QT_TRANSLATE_NOOP("Errors", "That name is taken. Choose another name."),
    "empty_text": QT_TRANSLATE_NOOP("Errors", "Something is not filled in yet."),
    "source_unreadable/scenario": QT_TRANSLATE_NOOP(
        "Errors", "This is no scenario file. Choose one that ends in .toml and that this program wrote."
    ),
    "scenario_refused": QT_TRANSLATE_NOOP("Errors", "The scenario says something that cannot be, at: %1. Change that."),
    "kept_data_damaged": QT_TRANSLATE_NOOP(
        "Errors", "The data kept with this frozen scenario cannot be read. Copy it to run it on the data of now."
    ),
    "cluster_unusable/keys": QT_TRANSLATE_NOOP(
        "Errors", "The computing cluster needs a folder with keys. Only an encrypted line leaves this computer."
    ),
    "cluster_unusable/not_installed": QT_TRANSLATE_NOOP(
        "Errors", "This program came without what a computing cluster needs. Ask your data team."
    ),
    "cluster_unusable/version": QT_TRANSLATE_NOOP(
        "Errors", "The computing cluster has another version of this program. Install the same one there."
    ),
    "cluster_unusable": QT_TRANSLATE_NOOP(
        "Errors", "The computing cluster does not answer. Look at its address and keys."
    ),
}


def _word(context: str, table: Mapping[str, object], code: str) -> str:
    source = table.get(code)
    return code.replace("_", " ") if source is None else translate(context, str(source))


def role_text(role: str) -> str:
    """Name a role."""
    return _word("Roles", _ROLES, role)


def measure_type_text(type_: str) -> str:
    """Name a type of measure in full."""
    return _word("MeasureTypes", _MEASURE_TYPES, type_)


def measure_type_short(type_: str) -> str:
    """Name a type of measure as the team does."""
    return _word("MeasureTypesShort", _MEASURE_TYPES_SHORT, type_)


def factor_text(factor: str) -> str:
    """Name a factor of a weight; inside a sentence, so without a capital."""
    return _word("Factors", _FACTORS, factor)


def mark_text(mark: str) -> str:
    """Name a mark beside a worker's name."""
    return _word("Marks", _MARKS, mark)


def mark_explained(mark: str) -> str:
    """Explain a mark in a sentence."""
    return _word("MarksExplained", _MARKS_EXPLAINED, mark)


def position_text(position: str) -> str:
    """Name the place of a worker in a measure."""
    return _word("Positions", _POSITIONS, position)


def sharing_text(sharing: str) -> str:
    """Name why a measure counts for part of its weight."""
    return _word("Sharings", _SHARINGS, sharing)


def error_text(error: object) -> str:
    """Say in words what went wrong and what to do; for anything unexpected a general sentence."""
    if isinstance(error, PlannerError):
        why = error.figures.get("why") or error.figures.get("code") or ""
        for code in (f"{error.code}/{why}", error.code):
            if code in _ERRORS:
                return translate("Errors", str(_ERRORS[code])).replace("%1", str(error.figures.get("key", "")))
    return translate("Errors", "Something went wrong in the program. Nothing was lost; try again.")
