"""Figures of benchmarks: kept as JSON by date, written as one page of tables, and printed."""

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results"
PAGE = FOLDER / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Bar:
    """One line that is to be reached, and what was."""

    says: str
    """For example `exported file ≥ 0.98 × FastHttpUser by hand`."""

    value: str
    is_reached: bool


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the page."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()
    bars: tuple[Bar, ...] = ()

    figures: Mapping[str, object] = field(default_factory=dict[str, object])
    """The same, and more, for a program."""

    measured_at: str = ""
    """UTC, ISO 8601, to the minute."""

    load_of_others: float = 0.0
    """The computer's load average over the minute when it was measured."""


def keep(name: str, section: Section, folder: Path = RESULTS) -> Path:
    """Keep a section under its name in the file of this day, and return the file."""
    now = datetime.now(UTC)
    path = folder / f"{now:%Y-%m-%d}.json"
    kept: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    told = asdict(section)
    told["measured_at"] = now.isoformat(timespec="minutes")
    told["load_of_others"] = round(os.getloadavg()[0], 2)
    kept |= {"machine": machine()}
    kept.setdefault("sections", {})[name] = told
    folder.mkdir(exist_ok=True)
    path.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return path


def newest(names: Sequence[str], folder: Path = RESULTS) -> dict[str, Section]:
    """Return the latest section of each name, in the order of the names."""
    found: dict[str, Section] = {}
    for path in sorted(folder.glob("*.json")):
        for name, told in json.loads(path.read_text("utf-8"))["sections"].items():
            found[name] = _section(told)
    return {name: found[name] for name in names if name in found}


def render(sections: Iterable[Section], about: Mapping[str, str]) -> str:
    """Return the page: what was to be reached, then one table a section."""
    chosen = list(sections)
    lines = [
        "# Benchmarks",
        "",
        "Written by `make bench`; how it measures stands in README.md.",
        "",
    ]
    lines += [f"- {name}: {value}" for name, value in about.items()]
    bars = [(bar, section) for section in chosen for bar in section.bars]
    if bars:
        rows = [(it.says, it.value, "yes" if it.is_reached else "**no**") for it, _ in bars]
        lines += [
            "",
            "## What was to be reached",
            "",
            *_table(("bar", "measured", "reached"), rows),
        ]
    for section in chosen:
        lines += ["", f"## {section.title}", "", *_table(section.columns, section.rows), ""]
        lines += [*section.notes] + [""] * bool(section.notes)
        lines.append(f"Measured {section.measured_at}, load average {section.load_of_others:.1f}.")
    return "\n".join(lines) + "\n"


def machine() -> dict[str, str]:
    """Return what the figures depend on besides the program."""
    return {
        "Processor": f"{os.cpu_count()} cores of {_processor()}",
        "Kernel": f"{platform.system()} {platform.release().partition('-')[0]}",
        "Python": platform.python_version(),
        **{library: version(library) for library in ("locust", "geventhttpclient", "gevent")},
    }


def plain(section: Section) -> str:
    """Return a section as text for a terminal."""
    rows = [section.columns, *section.rows]
    widths = [max(len(row[n]) for row in rows) for n in range(len(section.columns))]
    lines = [
        "  ".join(
            cell.ljust(width) if n == 0 else cell.rjust(width)
            for n, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]
    marks = [f"[{'ok' if it.is_reached else 'NO'}] {it.says}: {it.value}" for it in section.bars]
    return "\n".join([f"\n{section.title}", *lines, *section.notes, *marks])


def _section(told: dict[str, Any]) -> Section:
    told["columns"] = tuple(told["columns"])
    told["rows"] = tuple(tuple(row) for row in told["rows"])
    told["notes"] = tuple(told["notes"])
    told["bars"] = tuple(Bar(**bar) for bar in told["bars"])
    return Section(**told)


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    rule = ["---"] + ["---:"] * (len(columns) - 1)
    return ["| " + " | ".join(row) + " |" for row in (columns, rule, *rows)]


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text("utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
