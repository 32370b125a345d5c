"""RUNS IN A CHILD PROCESS. What the kernel counts of a process and its computer.

All of it is Linux's; where a file is missing the answer is None, and other signals decide alone.
"""

from collections import Counter
from pathlib import Path

PROC = Path("/proc")
_STEAL = 7
_WITHOUT_GUESTS = 8
"""Guests' time is part of the user's."""

_LISTENING = "0A"


def run_delay_s(proc: Path = PROC) -> float | None:
    """Return how long the main thread has been ready and waited for a core, since it began."""
    text = _text(proc / "self" / "schedstat").split()
    return int(text[1]) / 1e9 if len(text) > 1 else None


def steal(proc: Path = PROC) -> tuple[int, int] | None:
    """Return the time the host gave to others, and all time, of all cores in ticks."""
    first = _text(proc / "stat").partition("\n")[0].split()
    if len(first) <= _STEAL + 1:
        return None
    ticks = [int(it) for it in first[1 : _WITHOUT_GUESTS + 1]]
    return ticks[_STEAL], sum(ticks)


def open_files(proc: Path = PROC) -> int | None:
    """Return how many files and connections this process has open."""
    folder = proc / "self" / "fd"
    try:
        told = folder.stat().st_size  # since Linux 6.2, and at no cost
        return told or sum(1 for _ in folder.iterdir())
    except OSError:
        return None


def local_ports(proc: Path = PROC) -> int | None:
    """Return how many local ports there are to connect from."""
    ends = _text(proc / "sys" / "net" / "ipv4" / "ip_local_port_range").split()
    return int(ends[1]) - int(ends[0]) + 1 if ends else None


def ports_in_use(proc: Path = PROC) -> int:
    """Return how many local ports are taken towards the busiest remote address.

    A port is taken once for each remote address, and for a minute after its connection has ended.
    """
    taken: Counter[tuple[str, str]] = Counter()
    for name in ("tcp", "tcp6"):
        for line in _text(proc / "self" / "net" / name).splitlines()[1:]:
            _, local, remote, state, *_ = line.split()
            if state != _LISTENING:
                taken[local.partition(":")[0], remote] += 1
    return max(taken.values(), default=0)


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
