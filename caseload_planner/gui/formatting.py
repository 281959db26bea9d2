"""Numbers, dates and weeks as people here write them: ``1.234,5``, ``23 nov 2026``, ``week 48``.

Everything follows the default `QLocale`, which `gui.translations` sets with the language. Make these strings once, when
rows are made, never in a model's ``data()``.

API: `points`, `signed_points`, `number`, `fte`, `percent`, `count`, `day`, `day_with_weekday`,
`day_short`, `week`, `month`, `moment`.
"""

from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from caseload_planner.domain.points import Hundredths

MINUS = "\u2212"
"""The real minus sign: as wide as a figure."""
NARROW_SPACE = "\u202f"


def _written(value: Decimal | float, decimals: int) -> str:
    exact = float(value)
    text = QLocale().toString(abs(exact), "f", decimals)
    negative = round(exact, decimals) < 0
    return f"{MINUS}{text}" if negative else text


def points(hundredths: Hundredths) -> str:
    """Write caseload points with two decimals."""
    return _written(Decimal(hundredths) / 100, 2)


def signed_points(hundredths: Hundredths) -> str:
    """Write caseload points with their sign, for differences and room."""
    return f"+{points(hundredths)}" if hundredths > 0 else points(hundredths)


def number(value: Decimal | float, decimals: int = 2) -> str:
    """Write a number with a fixed count of decimals."""
    return _written(value, decimals)


def fte(value: Decimal) -> str:
    """Write an fte with two decimals."""
    return _written(value, 2)


def percent(share: Decimal) -> str:
    """Write a share (1 = 100 %) as a whole percentage."""
    return f"{_written(share * 100, 0)}{NARROW_SPACE}%"


def count(value: int) -> str:
    """Write a whole number, thousands apart."""
    return QLocale().toString(value).replace("-", MINUS)


def _qdate(value: date) -> QDate:
    return QDate(value.year, value.month, value.day)


def day(value: date) -> str:
    """Write a date with the month as a word: ``23 nov 2026``."""
    return QLocale().toString(_qdate(value), "d MMM yyyy").replace(".", "")


def day_with_weekday(value: date) -> str:
    """Write a date with its weekday: ``ma 23 nov 2026``."""
    return QLocale().toString(_qdate(value), "ddd d MMM yyyy").replace(".", "")


def day_short(value: date) -> str:
    """Write a date without the year: ``23 nov``."""
    return QLocale().toString(_qdate(value), "d MMM").replace(".", "")


def week(value: date) -> str:
    """Write the ISO week of a date: ``week 48``."""
    return QCoreApplication.translate("Formatting", "week %1").replace("%1", str(value.isocalendar().week))


def month(value: date) -> str:
    """Write the month of a date with its year: ``nov 2026``."""
    return QLocale().toString(_qdate(value), "MMM yyyy").replace(".", "")


def moment(value: datetime) -> str:
    """Write a moment in local time: ``23 nov 2026 09:14``."""
    local = QDateTime.fromSecsSinceEpoch(int(value.timestamp())).toLocalTime()
    return QLocale().toString(local, "d MMM yyyy HH:mm").replace(".", "")
