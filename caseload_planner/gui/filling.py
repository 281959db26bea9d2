"""Values into the places of a translated text."""

import re

_PLACE = re.compile(r"%([1-9])")


def with_values(text: str, *values: str) -> str:
    """Fill the places ``%1``, ``%2`` ... of a translated text; one without a value stays.

    All at once, so that a ``%2`` in what somebody wrote stays as she wrote it.
    """

    def value(found: re.Match[str]) -> str:
        place = int(found.group(1))
        return values[place - 1] if place <= len(values) else found.group()

    return _PLACE.sub(value, text)
