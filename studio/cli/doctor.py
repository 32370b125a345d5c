"""What is missing on this computer, and the line that mends it: `doctor`."""

import importlib.util
import os
import platform
import socket
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import click

from studio.computer.paths import data_folder

_FEWEST_FILES = 4096


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    what: str
    is_well: bool
    detail: str

    remedy: str = ""
    """What to type, where something is missing."""


@click.command()
def doctor() -> int:
    """Look for what is missing on this computer."""
    findings = list(examine())
    for finding in findings:
        mark = "ok     " if finding.is_well else "MISSING"
        click.echo(f"{mark}  {finding.what}: {finding.detail}")
        if finding.remedy and not finding.is_well:
            click.echo(f"         {finding.remedy}")
    return 0 if all(finding.is_well for finding in findings) else 1


def examine() -> Iterator[Finding]:
    """Yield what was found, in the order it matters."""
    known = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding("Python", known, platform.python_version(), "Use Python 3.11, 3.12 or 3.13.")
    for name in ("locust", "sqlite-utils", "PySide6-Essentials", "pyqtgraph"):
        yield _package(name)
    yield _loopback()
    yield _files()
    yield _home()


def _package(name: str) -> Finding:
    try:
        return Finding(name, is_well=True, detail=version(name))
    except PackageNotFoundError:
        return Finding(name, is_well=False, detail="not installed", remedy="make setup")


def _loopback() -> Finding:
    try:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
            return Finding("Loopback", is_well=True, detail=f"port {port} is free")
    except OSError as error:
        return Finding("Loopback", is_well=False, detail=str(error))


def _files() -> Finding:
    if importlib.util.find_spec("resource") is None:
        return Finding("Open files", is_well=True, detail="no limit of this system's is known")
    import resource  # noqa: PLC0415  # not on Windows

    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    well = most == resource.RLIM_INFINITY or most >= _FEWEST_FILES
    detail = f"{most} a process, so about as many virtual users"
    return Finding("Open files", well, detail, f"ulimit -n {_FEWEST_FILES}")


def _home() -> Finding:
    folder = data_folder()
    place = next(it for it in (folder, *folder.parents) if it.exists())
    well = os.access(place, os.W_OK)
    return Finding("Folder", well, str(folder), f"Make {place} writable, or set SWARMBOOK_HOME.")
