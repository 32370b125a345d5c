"""Network namespaces: computers of our own inside this one, joined by wires of our own.

One of them holds the target at an address of the range for benchmarks (RFC 2544); each of the
others is wired to it and to nothing else, and has its own local ports.
"""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

TARGET = "swarmbook-target"
ADDRESS = "198.18.0.1"
"""Of the target, from every namespace."""

_PLACE = Path("/run/netns")
_CLONE_NEWNET = 0x40000000


def why_not() -> str:
    """Return why there can be no namespaces here, or nothing if there can."""
    if os.geteuid() != 0:
        return "network namespaces need root"
    if shutil.which("ip") is None:
        return "network namespaces need iproute2"
    tried = subprocess.run(["ip", "netns", "list"], capture_output=True, check=False)  # noqa: S607
    return "" if tried.returncode == 0 else "this system has no network namespaces"


@contextmanager
def wired(count: int) -> Generator[list[str]]:
    """Make a namespace for the target and `count` wired to it; yield the names of those."""
    names = [f"swarmbook-{number}" for number in range(1, count + 1)]
    try:
        _ip("netns", "add", TARGET)
        _ip("-n", TARGET, "link", "set", "lo", "up")
        _ip("-n", TARGET, "address", "add", f"{ADDRESS}/32", "dev", "lo")
        for number, name in enumerate(names, 1):
            _wire(name, number)
        yield names
    finally:
        for name in (*names, TARGET):
            if (_PLACE / name).exists():
                _ip("netns", "delete", name)


@contextmanager
def inside(name: str) -> Generator[None]:
    """Let what this thread opens and starts inside the block belong to a namespace."""
    with Path("/proc/thread-self/ns/net").open("rb") as own, (_PLACE / name).open("rb") as other:
        _enter(other.fileno())
        try:
            yield
        finally:
            _enter(own.fileno())


def _wire(name: str, number: int) -> None:
    end = f"swb{number}"
    _ip("netns", "add", name)
    _ip("link", "add", "wire", "netns", name, "type", "veth", "peer", end, "netns", TARGET)
    _ip("-n", TARGET, "address", "add", f"198.18.{number}.1/24", "dev", end)
    _ip("-n", TARGET, "link", "set", end, "up")
    _ip("-n", name, "address", "add", f"198.18.{number}.2/24", "dev", "wire")
    _ip("-n", name, "link", "set", "lo", "up")
    _ip("-n", name, "link", "set", "wire", "up")
    _ip("-n", name, "route", "add", "default", "via", f"198.18.{number}.1")


def _ip(*arguments: str) -> None:
    subprocess.run(["ip", *arguments], check=True)  # noqa: S607


def _enter(file: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)  # `os.setns` comes with Python 3.12
    if libc.setns(file, _CLONE_NEWNET):
        raise OSError(ctypes.get_errno(), "setns")
