"""Whether a window can be shown here; looked at before Qt, which ends the process where there is no display."""

import os
import sys
from collections.abc import Mapping


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether there is a display: always on Windows and macOS, elsewhere where X11 or Wayland says so."""
    if platform in ("win32", "darwin"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
