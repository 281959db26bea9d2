"""Fields of which every one is to be filled in: the first that is not, and filling the others like the first."""

from collections.abc import Mapping
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPushButton

from caseload_planner.gui.views.distribution.inspector_parts import small_button

Key = TypeVar("Key")


def first_empty(fields: Mapping[Key, QLineEdit]) -> Key | None:
    """Give the key of the first field that is not filled in; None where every one is."""
    return next((key for key, field in fields.items() if not field.text().strip()), None)


def same_for_all(fields: Mapping[Key, QLineEdit]) -> QPushButton:
    """Make the button that fills every empty field as the first one is."""
    words = QCoreApplication.translate("FieldsToFill", "Same for all")
    return small_button(words, partial(_copy_down, fields))


def _copy_down(fields: Mapping[Key, QLineEdit]) -> None:
    first = next(iter(fields.values()))
    for field in fields.values():
        if not field.text().strip():
            field.setText(first.text())
