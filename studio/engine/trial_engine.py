"""A trial, as the studio sees it: a child that walks one user once and tells of it."""

import threading
from collections.abc import Callable
from pathlib import Path

from studio.engine.attendant import Attendant
from studio.engine.child_process import ChildProcess, child_command
from studio.engine.trial_messages import (
    TRIAL_COMMANDS,
    TRIAL_MESSAGES,
    VERSION,
    EndTrial,
    TrialBegan,
    TrialFinished,
    TrialMessage,
    WalkOnce,
)
from studio.errors import EngineError
from studio.phrase import Phrase

_GRACE_S = 3.0


class TrialEngine:
    """One trial, running as a child of the studio.

    `on_message` and `on_end` are called on the child's reader thread, `on_end` exactly once.
    """

    def __init__(
        self,
        folder: Path,
        order: WalkOnce,
        on_message: Callable[[TrialMessage], None],
        on_end: Callable[[EngineError | None], None],
    ) -> None:
        """Prepare a trial.

        Args:
            folder: Takes its log.
            order: What it is to do.
            on_message: Is told what it says.
            on_end: Is told why it failed, or None.
        """
        self._order = order
        self._on_message = on_message
        self._on_end = on_end
        self._has_begun = self._has_finished = self._is_called_off = False
        self._error: EngineError | None = None
        self._ended = threading.Event()
        self._child = ChildProcess(
            child_command("trial"),
            TRIAL_MESSAGES,
            log=folder / "trial" / "log.txt",
            on_message=self._hear,
            on_end=self._note_end,
        )
        self._attendant = Attendant(self._child.beat, self._give_up)

    def start(self) -> None:
        """Start it.

        Raises:
            EngineError: The operating system would not start it.
        """
        self._child.start()
        self._attendant.start()
        self._child.send(TRIAL_COMMANDS.encode(self._order))

    def cancel(self) -> None:
        """End the user where it stands; `on_end` follows."""
        self._is_called_off = True
        if self._has_begun:
            self._child.send(TRIAL_COMMANDS.encode(EndTrial()))
        else:
            self._child.let_go()  # it may not even hear yet: it is reading the locustfile

    def close(self) -> None:
        """End it, if it has not ended, and wait until `on_end` has been called."""
        self._is_called_off = True
        self._child.stop(_GRACE_S)
        self._attendant.stop()

    def _hear(self, message: TrialMessage) -> None:
        self._attendant.hear(has_begun=True)
        match message:
            case TrialBegan(version=version) if version != VERSION:
                happened = Phrase("engine", "The engine speaks version {it}, the studio {we}.")
                raise EngineError(happened.of(it=version, we=VERSION))
            case TrialBegan():
                self._has_begun = True
            case TrialFinished():
                self._has_finished = True
            case _:
                pass
        self._on_message(message)

    def _give_up(self) -> None:
        self._error = EngineError(
            Phrase("trial", "The trial said nothing for {seconds} s and was ended.").of(
                seconds=round(self._attendant.silence_s)
            ),
            remedy=Phrase("trial", "See whether a request or a code block waits for ever."),
        )
        self._child.kill()

    def _note_end(self, error: EngineError | None) -> None:
        self._attendant.stop()
        self._on_end(self._reason(error))

    def _reason(self, error: EngineError | None) -> EngineError | None:
        if self._has_finished or self._is_called_off:
            return None
        if error is None and self._error is None:
            return EngineError(Phrase("trial", "The trial ended before its work was done."))
        return self._error or error
