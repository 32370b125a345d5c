"""Modules of a plan: controllers walked where others refer to them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from studio.importer.jmx.parts import Part, walked

MOST = 500
"""So many places of a plan are filled with what stands elsewhere: modules may hold modules."""


@dataclass(slots=True)
class Modules:
    """Finds what controllers refer to."""

    by_name: dict[str, Part] = field(default_factory=dict[str, Part])
    _open: list[str] = field(default_factory=list[str])
    _count: int = 0

    def enter(self, part: Part) -> Part | None:
        """Return what a controller refers to; None: nothing that can be walked here.

        What was entered is to be left.
        """
        path = [it.text or "" for it in part.under("ModuleController.node_path")]
        name = path[-1] if path else ""
        found = self.by_name.get(name)
        if found is None or name in self._open or self._count >= MOST:
            return None
        self._count += 1
        self._open.append(name)
        return found

    def leave(self) -> None:
        """Leave what was entered last."""
        self._open.pop()


def modules_in(parts: Sequence[Part]) -> Modules:
    """Return what controllers of a plan may refer to: the first of each name."""
    found: dict[str, Part] = {}
    for part in walked(parts, with_those_off=True):
        if part.kind.endswith("Controller") and part.kind != "ModuleController":
            found.setdefault(part.element.get("testname", ""), part)
    return Modules(found)
