"""RUNS IN A CHILD PROCESS. Keeps stdout for messages: whatever else prints goes to the log."""

import os
from typing import TextIO


def take_stdout() -> TextIO:
    """Return a line-buffered copy of stdout, and let stdout itself lead to stderr from now on."""
    wire = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    return wire
