"""One writer a project: a lock beside the file that a dead owner cannot keep."""

from pathlib import Path

from filelock import FileLock, Timeout

LOCK_SUFFIX = "-lock"


class ProjectLock:
    """The right to write a project; held while the project is open for writing."""

    def __init__(self, project: Path) -> None:
        self._path = project.with_name(project.name + LOCK_SUFFIX)
        self._lock = FileLock(self._path)

    def take(self) -> bool:
        """Take the lock; return whether it was free."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            return False
        return True

    def release(self) -> None:
        """Give the lock back and leave no file behind."""
        if self._lock.is_locked:
            self._path.unlink(missing_ok=True)
            self._lock.release()
