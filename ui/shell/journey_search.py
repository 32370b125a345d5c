"""JourneySearch: finds a text in the journey that is edited, goes from place to place, replaces."""

from PySide6.QtCore import QObject, QTimer

from studio.errors import StudioError
from studio.journey.journey import Journey
from studio.journey.searching import Wanted, find, replace_all
from ui.journey.reading_words import place_of
from ui.shell.journey_insight import InsightParts, JourneyInsight

_AFTER_MS = 120
"""After the last key, so that a long journey is not searched for each letter."""


class JourneySearch(QObject):
    """Joins the search field of the editor with the journey."""

    def __init__(self, parts: InsightParts, insight: JourneyInsight) -> None:
        super().__init__(insight)
        self._page, self._controller, self._insight = parts.page, parts.controller, insight
        self._bar = parts.page.find_bar
        self._places: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self._search)
        self._bar.searched.connect(self._timer.start)
        self._bar.gone_on.connect(self._go_on)
        self._bar.replace_asked.connect(self._replace)
        self._bar.closed.connect(self._close)
        self._controller.shown.connect(self._follow)

    def _search(self) -> None:
        journey = self._journey()
        wanted = Wanted(self._bar.words)
        found = find(journey, wanted) if journey is not None and wanted.text else ()
        self._places = tuple(dict.fromkeys(filter(None, (place_of(it.where) for it in found))))
        nodes = {it.where.node for it in found}
        self._insight.show_found(frozenset({*self._places, *nodes} - {""}))
        self._bar.show_count(len(found))

    def _go_on(self, by: int) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        if not self._places:
            return
        current = next((it for it in self._page.chosen if it in self._places), None)
        at = self._places.index(current) + by if current else (0 if by > 0 else -1)
        self._page.tree.choose([self._places[at % len(self._places)]], opens=True)

    def _replace(self, replacement: str) -> None:
        journey = self._journey()
        if journey is None:
            return
        try:
            self._controller.apply(replace_all(journey, Wanted(self._bar.words), replacement))
        except StudioError as error:
            self._page.show_error(error)

    def _follow(self) -> None:
        if self._bar.isVisible():
            self._timer.start()

    def _close(self) -> None:
        self._timer.stop()
        self._places = ()
        self._insight.show_found(frozenset())

    def _journey(self) -> Journey | None:
        history = self._controller.history
        return None if history is None else history.journey
