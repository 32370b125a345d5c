"""What processes cost: CPU-seconds and memory, as the operating system keeps account of them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

import psutil


@dataclass(frozen=True, slots=True)
class Reading:
    """The CPU-seconds that had been used by a moment."""

    of_parts_s: tuple[float, ...]
    """User and system time of each watched tree of processes."""

    of_computer_s: float
    """All time in which a core was busy, whoever used it, time stolen by the host included."""


@dataclass(frozen=True, slots=True)
class Spent:
    """The CPU-seconds used between two readings."""

    of_parts_s: tuple[float, ...]
    by_others_s: float
    """What the computer used beyond the watched trees."""

    @classmethod
    def between(cls, before: Reading, after: Reading) -> Self:
        """Return what was used from one reading to another."""
        pairs = zip(before.of_parts_s, after.of_parts_s, strict=True)
        parts = tuple(late - early for early, late in pairs)
        others = after.of_computer_s - before.of_computer_s - sum(parts)
        return cls(parts, max(0.0, others))


def read(*trees: Iterable[int]) -> Reading:
    """Return the CPU-seconds of trees of processes, each given by its roots."""
    times = psutil.cpu_times()
    busy_s = sum(times) - times.idle - getattr(times, "iowait", 0.0) - getattr(times, "guest", 0.0)
    return Reading(tuple(tree_cpu_s(roots) for roots in trees), busy_s)


def tree_cpu_s(roots: Iterable[int]) -> float:
    """Return user and system time of processes and all that descend from them, in s."""
    return sum(_cpu_s(process) for process in _tree(roots))


def rss_bytes(root: int) -> int:
    """Return the memory of the largest process of a tree."""
    return max(process.memory_info().rss for process in _tree([root]))


def pin(root: int, cores: Iterable[int]) -> None:
    """Keep a process, and all that descends from it, on these cores."""
    wanted = list(cores)
    for process in _tree([root]):
        for thread in process.threads():
            os.sched_setaffinity(thread.id, wanted)


def _tree(roots: Iterable[int]) -> list[psutil.Process]:
    found: dict[int, psutil.Process] = {}
    for root in roots:
        process = psutil.Process(root)
        found |= {it.pid: it for it in (process, *process.children(recursive=True))}
    return list(found.values())


def _cpu_s(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system
