"""What holds for every test: windows without a screen, and how hard hypothesis tries."""

import os

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, settings

_slow_to_draw = [HealthCheck.too_slow]  # a whole organisation is drawn in one example

settings.register_profile("dev", deadline=None, suppress_health_check=_slow_to_draw)
settings.register_profile(
    "ci", derandomize=True, max_examples=60, deadline=None, print_blob=True, suppress_health_check=_slow_to_draw
)
settings.register_profile("thorough", max_examples=1000, deadline=None, suppress_health_check=_slow_to_draw)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
