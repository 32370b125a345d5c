"""Progress: how far a long piece of work is, watched and cancelled from another thread."""

import threading

from studio.errors import StudioError
from studio.phrase import Phrase


class CancelledError(StudioError):
    """The user has cancelled what was being done; nothing came of it."""


class Progress:
    """How far a long piece of work is. The one who works calls `reach` often; others look on."""

    def __init__(self) -> None:
        self._share = 0.0
        self._cancelled = threading.Event()

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1; never less than before."""
        return self._share

    def cancel(self) -> None:
        """Let the work end at its next `reach`."""
        self._cancelled.set()

    def reach(self, share: float) -> None:
        """Say how much is done, from 0 to 1.

        Raises:
            CancelledError: It is to go no further.
        """
        if self._cancelled.is_set():
            raise CancelledError(
                Phrase("progress", "This was cancelled."),
                meaning=Phrase("progress", "Nothing was changed."),
            )
        self._share = max(self._share, min(1.0, share))

    def part(self, start: float, end: float) -> "Progress":
        """Return the progress of a part of the work, which is from one share to another of it."""
        return _Part(self, start, end)


class _Part(Progress):
    """A part of a larger piece of work; it is cancelled with the whole."""

    def __init__(self, whole: Progress, start: float, end: float) -> None:
        super().__init__()
        self._whole, self._start, self._end = whole, start, end

    def cancel(self) -> None:
        self._whole.cancel()

    def reach(self, share: float) -> None:
        self._share = max(self._share, min(1.0, share))
        self._whole.reach(self._start + self._share * (self._end - self._start))
