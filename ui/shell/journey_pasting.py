"""JourneyPasting: commands of curl, pasted into the journey that is edited, become steps of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.importer.curl.curl import read_steps
from studio.journey.editing import insert
from studio.phrase import Phrase
from studio.progress import Progress
from ui.bridge.language import Say
from ui.journey.step_commands import spot_at
from ui.shell.journey_insight import InsightParts

_LONGEST = 1_000_000
"""More is no text of somebody's clipboard, and would hold the window up: it can be imported."""

_TOO_LONG = Phrase("journey", "The text is too long to be pasted: import it as a file.")


class JourneyPasting(QObject):
    """Puts what was pasted behind the chosen step, as one edit."""

    def __init__(
        self, parts: InsightParts, tell: Callable[[str], None], say: Say, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page, self._controller = parts.page, parts.controller
        self._tell, self._say = tell, say
        self._page.pasted.connect(self._paste)

    def _paste(self, text: str) -> None:
        history = self._controller.history
        if history is None:
            return
        try:
            if len(text) > _LONGEST:
                raise StudioError(_TOO_LONG)
            pasted = read_steps(text, Progress())
            steps = pasted.hosts.settled(pasted.steps)
            spot = spot_at(history.journey, self._page.tree.chosen)
            self._controller.apply(insert(history.journey, spot, steps))
        except StudioError as error:
            self._page.show_error(error)
            return
        if pasted.secrets:
            names = ", ".join(it.name for it in pasted.secrets)
            words = Phrase("journey", "Hidden, and known by their names alone: {names}")
            self._tell(self._say(words.of(names=names)))
