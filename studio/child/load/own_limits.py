"""RUNS IN A CHILD PROCESS. How many files and connections this process may have open."""

import sys

_UNTOLD = 1_000_000


def raise_file_limit() -> int:
    """Raise the limit of open files as far as the system allows, and return it."""
    if sys.platform == "win32":
        return _UNTOLD  # there is none that a process would meet
    import resource  # noqa: PLC0415  # there is none on Windows

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    except (ValueError, OSError):  # macOS says "unlimited" and means less
        most, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return _UNTOLD if most == resource.RLIM_INFINITY else most
