"""Every page and dialog looks as it did: drawn again with the bundled typeface and held against a small picture.

A change that is meant is taken over with ``make golden``. Three looks are compared each time: each language and each
theme is there once. ``CASELOAD_PLANNER_GOLDEN=all`` compares whatever pictures there are.
"""

import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter

PROJECT = Path(__file__).resolve().parents[2]
GOLDEN = Path(__file__).parent / "pictures"
LOOKS = (("nl", "light"), ("en", "dark"), ("nl", "contrast"))
ALL_LOOKS = tuple(product(("nl", "en"), ("light", "dark", "contrast")))
LEAST_STEP = 48
"""Differences of a colour channel below this (of 255) are the rounding of fewer colours."""
MOST_DIFFERING = 0.012
"""Share of the picture that may differ: a time that was measured stands in some."""


def looks() -> tuple[tuple[str, str], ...]:
    if os.environ.get("CASELOAD_PLANNER_GOLDEN") != "all":
        return LOOKS
    return tuple(look for look in ALL_LOOKS if any(GOLDEN.glob(f"*-{look[0]}-{look[1]}.png")))


def names() -> list[str]:
    return sorted(
        {f"{path.stem}" for path in GOLDEN.glob("*.png") if any(path.stem.endswith(f"-{a}-{b}") for a, b in looks())}
    )


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pictures as the program draws them now."""
    target = tmp_path_factory.mktemp("drawn")
    for language, theme in looks():
        program = [sys.executable, str(PROJECT / "build" / "golden_pictures.py"), "--target", str(target)]
        chosen = ["--language", language, "--theme", theme]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT)}
        subprocess.run([*program, *chosen], check=True, capture_output=True, env=environment)
    return target


def differing(one: Path, other: Path) -> float:
    """Give the share of the picture that differs plainly, single pixels at edges aside."""
    with Image.open(one) as first, Image.open(other) as second:
        if first.size != second.size:
            return 1.0
        grey = ImageChops.difference(first.convert("RGB"), second.convert("RGB")).convert("L")
    plain = grey.filter(ImageFilter.BoxBlur(1)).point(lambda value: 255 if value > LEAST_STEP else 0)
    return plain.histogram()[255] / (plain.width * plain.height)


@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", names())
def test_that_a_page_looks_as_it_did(drawn: Path, name: str) -> None:
    now = drawn / f"{name}.png"
    assert now.is_file(), f"{name} is no longer drawn: run `make golden`"
    share = differing(GOLDEN / f"{name}.png", now)
    assert share <= MOST_DIFFERING, (
        f"{100 * share:.1f} % of {now} differs; look at it, and run `make golden` if it is meant"
    )


@pytest.mark.timeout(900)
def test_that_every_page_and_dialog_has_its_picture(drawn: Path) -> None:
    assert {path.stem for path in drawn.glob("*.png")} == set(names())


def test_that_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in GOLDEN.glob("*.png")) < 3_000_000


def test_that_another_text_is_seen(tmp_path: Path) -> None:
    one = next(GOLDEN.glob("caseload-nl-light.png"))
    with Image.open(one) as picture:
        changed = picture.convert("RGB")
    wide, high = changed.size
    changed.paste(changed.crop((0, high // 3, wide, high // 2)), (0, high // 2))
    changed.save(tmp_path / "changed.png")
    assert differing(one, tmp_path / "changed.png") > MOST_DIFFERING
