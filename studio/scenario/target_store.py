"""Targets in the project file."""

import json
from dataclasses import dataclass, replace

from studio.database.project_file import ProjectFile
from studio.scenario.target import Target
from studio.typed_json import read, write


@dataclass(frozen=True, slots=True)
class _Stored:
    document: str


class TargetStore:
    """The targets of one project; belongs to the thread that opened the project file."""

    def __init__(self, file: ProjectFile) -> None:
        self._file = file

    def add(self, target: Target) -> Target:
        """Keep a target under the next free id, and return it; one that is there already is it."""
        for known in self.all():
            if replace(known, id=target.id) == target:
                return known
        number = max((int(it.id[1:]) for it in self.all()), default=0) + 1
        own = replace(target, id=f"T{number}")
        self.save(own)
        return own

    def save(self, target: Target) -> None:
        """Keep a target under its id, in place of one that was there."""
        self._file.execute(
            "INSERT INTO target SELECT ?, ifnull(max(position) + 1, 0), ? FROM target WHERE true"
            " ON CONFLICT (id) DO UPDATE SET document = excluded.document",
            target.id,
            json.dumps(write(target)),
        )

    def remove(self, target_id: str) -> None:
        """Forget a target."""
        self._file.execute("DELETE FROM target WHERE id = ?", target_id)

    def all(self) -> tuple[Target, ...]:
        """Return every target, in the order they were made."""
        stored = self._file.rows(_Stored, "SELECT document FROM target ORDER BY position")
        return tuple(read(Target, json.loads(row.document)) for row in stored)
