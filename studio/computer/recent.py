"""Projects opened lately on this computer."""

import json
from pathlib import Path

from studio.typed_json import MisfitError, read

_FILE = "recent.json"
_MOST = 10


class RecentProjects:
    """Paths of projects, the last one opened first."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _FILE

    def all(self) -> tuple[Path, ...]:
        """Return those that are still there; a damaged list is an empty one."""
        try:
            paths: tuple[str, ...] = read(
                tuple[str, ...], json.loads(self._path.read_text("utf-8"))
            )
        except (OSError, json.JSONDecodeError, MisfitError):
            return ()
        return tuple(path for path in map(Path, paths) if path.exists())

    def add(self, project: Path) -> None:
        """Put a project first."""
        others = [path for path in self.all() if path != project.resolve()]
        paths = [str(path) for path in (project.resolve(), *others)][:_MOST]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(paths, indent=2) + "\n", "utf-8")
