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
        return tuple(path for path in self._noted() if path.exists())

    def folders(self) -> tuple[Path, ...]:
        """Return the folders they lay in, also of those that have been moved since."""
        return tuple(dict.fromkeys(path.parent for path in self._noted()))

    def add(self, project: Path) -> None:
        """Put a project first."""
        others = [path for path in self.all() if path != project.resolve()]
        paths = [str(path) for path in (project.resolve(), *others)][:_MOST]
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_text(json.dumps(paths, indent=2) + "\n", "utf-8")

    def _noted(self) -> tuple[Path, ...]:
        try:
            paths: tuple[str, ...] = read(
                tuple[str, ...], json.loads(self._path.read_text("utf-8"))
            )
        except (OSError, json.JSONDecodeError, MisfitError):
            return ()
        return tuple(map(Path, paths))
