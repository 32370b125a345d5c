"""RUNS IN A CHILD PROCESS. Takes secrets into memory, and keeps them out of all that is printed."""

import atexit
import os
import sys
from collections.abc import Mapping
from typing import Any, cast

from studio.child.load.struck_stream import StruckStream
from studio.recording.redaction import Strike, striker


def take_secrets(secrets: Mapping[str, str]) -> None:
    """Put secrets where the locustfile reads them, and let nothing that is printed hold them.

    Set within a running process they show in no list of processes. Children would inherit them;
    an engine starts none.
    """
    if secrets:
        _dump_no_memory()
        os.environ.update(secrets)
        strike = striker(secrets)
        sys.stdout, sys.stderr = _struck(sys.stdout, strike), _struck(sys.stderr, strike)


def _struck(stream: Any, strike: Strike) -> Any:  # noqa: ANN401  # it is a stream in all but name
    struck = StruckStream(stream, strike)
    atexit.register(struck.finish)
    return struck


def _dump_no_memory() -> None:
    """Let a crash leave no image of the memory."""
    try:
        import resource  # noqa: PLC0415  # there is none on Windows
    except ImportError:
        return
    limits = cast("Any", resource)
    limits.setrlimit(limits.RLIMIT_CORE, (0, 0))
