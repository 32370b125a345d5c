"""Where things lie on this computer."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path

PROGRAM = "swarmbook"
SUFFIX = ".swarmbook"


def data_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> Path:
    """Return the folder for what the studio keeps by itself; it may not exist yet.

    `SWARMBOOK_HOME` stands above the system's own place, which is the one of the XDG base
    directories on Linux, `Library/Application Support` on macOS and `AppData` on Windows.
    """
    if own := environment.get("SWARMBOOK_HOME"):
        return Path(own)
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or Path.home())
    if platform == "win32":
        return Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local") / PROGRAM
    if platform == "darwin":
        return home / "Library" / "Application Support" / PROGRAM
    return Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share") / PROGRAM


def practice_project(folder: Path) -> Path:
    """Return the project that practice runs are kept in when no other is named."""
    return folder / f"Practice{SUFFIX}"
