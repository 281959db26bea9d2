"""How well a query fits a text: letters in order, better at the beginnings of words and next to each other.

Texts are folded once (`folded`): small letters, accents off. Plain Python without a table: a name is short.
"""

import re
import unicodedata

NO_FIT = 0
BY_CHANCE = 100
"""At most so much for letters that stand apart: worth showing where nothing has them together."""
_WHOLE, _STARTS, _WORD_STARTS, _INSIDE = 1000, 800, 600, 400
_STEP = 10
_WORDS = re.compile(r"[\W_]+")


def folded(text: str) -> str:
    """Give a text in small letters without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in parts if not unicodedata.combining(letter))


def fit(query: str, text: str) -> int:
    """Say how well a folded query fits a folded text; `NO_FIT` where its letters are not in it in order.

    Every word of the query has to fit; the shorter of two texts that fit as well is the better one.
    """
    words = query.split()
    if not words:
        return NO_FIT
    scores = [_fit_word(word, text) for word in words]
    if query == text:
        return _WHOLE + _STEP
    return 0 if NO_FIT in scores else max(1, sum(scores) // len(scores) - min(len(text), 60) // 6)


def _fit_word(word: str, text: str) -> int:
    at = text.find(word)
    if at == 0:
        return _WHOLE if len(word) == len(text) else _STARTS
    if at > 0:
        return _WORD_STARTS if _begins_word(word, text) else _INSIDE
    return _scattered(word, text)


def _begins_word(word: str, text: str) -> bool:
    return any(part.startswith(word) for part in _WORDS.split(text))


def _scattered(word: str, text: str) -> int:
    """Fit letters in order with gaps: the fewer gaps the better; too far apart is chance and no fit."""
    place, gaps = -1, 0
    for letter in word:
        found = text.find(letter, place + 1)
        if found < 0:
            return NO_FIT
        gaps += place >= 0 and found != place + 1
        place = found
    return NO_FIT if len(word) < 3 or gaps > len(word) // 2 + 1 else max(1, BY_CHANCE - _STEP * gaps)
