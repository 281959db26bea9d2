"""Text cells in CSV that a spreadsheet would run as a formula: guarded by a quote when written, unguarded when read.

A text is guarded when, after any number of quotes, it begins with ``= + - @``, tab or carriage return. So a text that
really begins with ``'=`` gets one more quote and loses it again, while ``'s-Gravenhage`` is left as it is: what was
written is always read back.
"""

import re

_FORMULA_LIKE = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def guard(text: str) -> str:
    """Make a text harmless in a spreadsheet."""
    return "'" + text if _FORMULA_LIKE.match(text) else text


def unguard(text: str) -> str:
    """Take the guard off a text; a text without one is returned as it is."""
    return text[1:] if _GUARDED.match(text) else text
