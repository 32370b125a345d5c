"""JourneyConductor: joins the pages of journeys, the journey that is edited and the project."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from studio.errors import StudioError
from studio.journey.difference import difference
from studio.journey.editing import restore
from studio.journey.journey import Journey
from studio.journey.revision import cause_sentence
from studio.journey.sample import PRACTICE
from studio.journey.undo import History
from studio.phrase import Phrase
from studio.project.journey_list import JourneyLine
from ui.bridge.journey_reader import JourneyReader
from ui.bridge.language import Say
from ui.bridge.open_data import OpenData
from ui.bridge.open_journeys import OpenedJourney, OpenJourneys
from ui.bridge.open_project import OpenProject
from ui.bridge.open_trials import OpenTrials
from ui.bridge.place import Place
from ui.journey.facts import Facts
from ui.journey.journey_controller import JourneyController
from ui.journey.journeys_place import JourneysPlace
from ui.journey.revision_card import RevisionLine
from ui.shell.journey_data import JourneyData
from ui.shell.journey_insight import InsightParts, JourneyInsight
from ui.shell.journey_pane import JourneyPane
from ui.shell.journey_pasting import JourneyPasting
from ui.shell.journey_search import JourneySearch
from ui.shell.journey_trial import JourneyTrial
from ui.shell.main_window import MainWindow
from ui.shell.rail import TITLES
from ui.theme.theme import Theme


@dataclass(frozen=True)
class JourneyParts:
    """What it joins."""

    window: MainWindow
    place: JourneysPlace
    journeys: OpenJourneys
    project: OpenProject
    trials: OpenTrials
    data: OpenData
    reader: JourneyReader
    theme: Theme


class JourneyConductor(QObject):
    """Where one goes among the journeys, and what is kept of them."""

    def __init__(self, parts: JourneyParts, say: Say) -> None:
        super().__init__(parts.window)
        self._window, self._place, self._say = parts.window, parts.place, say
        self._journeys, self._project = parts.journeys, parts.project
        self._list, self._page = parts.place.list_page, parts.place.editor_page
        self._opened: OpenedJourney | None = None
        self._facts = Facts()
        self._renames_next = self._is_compared = False
        self._differences: dict[int, tuple[Phrase, ...]] = {}
        self.controller = JourneyController(self)
        insight = InsightParts(self._page, self.controller, parts.reader)
        self.insight = JourneyInsight(insight, say, self)
        self.pane = JourneyPane(insight, self.insight, parts.theme, say)
        self.data = JourneyData(insight, self.insight, self.pane.desk, parts.data, say)
        self.search = JourneySearch(insight, self.insight)
        JourneyPasting(insight, parts.window.toast.say, say, self)
        self.trial = JourneyTrial(insight, self.insight, parts.trials, parts.theme, say)
        self._hear_pages()
        self._hear_project()

    def _hear_pages(self) -> None:
        page, pages, window = self._page, self._list, self._window
        pages.opened.connect(self._journeys.open)
        pages.new_asked.connect(self._make)
        pages.practice_asked.connect(self._take_practice)
        pages.run_asked.connect(self._journeys.prepare_run)
        pages.duplicate_asked.connect(self._journeys.duplicate)
        pages.rename_asked.connect(self._rename)
        pages.delete_asked.connect(self._journeys.delete)
        page.edited.connect(self.controller.apply)
        page.undo_asked.connect(self.controller.undo)
        page.redo_asked.connect(self.controller.redo)
        page.undoable.connect(self._offer_undo)
        page.save_asked.connect(self._save)
        page.run_asked.connect(self._run)
        page.back_asked.connect(self._show_list)
        page.code_panel.take_over_asked.connect(self._take_over)
        page.inspector.restore_asked.connect(self._restore)
        page.inspector.compare_asked.connect(self._compare)
        self.insight.counted.connect(self._show_counts)
        self.trial.judged.connect(self._show_judged)
        self.controller.shown.connect(self._show)
        self.controller.to_keep.connect(self._journeys.keep)
        self.controller.is_dirty.connect(self._show_dirty)
        window.rail.gone_to.connect(self._go_from_rail)
        window.gone_to.connect(self._show_crumbs)

    def _hear_project(self) -> None:
        self._project.leaving.connect(self.controller.leave)
        self._project.opened.connect(self._begin)
        self._project.listed.connect(self._list_again)
        self._journeys.listed.connect(self._show_lines)
        self._journeys.opened.connect(self._open)
        self._journeys.revised.connect(self._show_revised)
        self._journeys.revision_read.connect(self._take_revision)
        self._journeys.kept.connect(self._show_kept)
        self._journeys.not_kept.connect(self._show_not_kept)
        self._journeys.deleted.connect(self._offer_bring_back)
        self._journeys.failed.connect(self._tell)

    # What was asked ---------------------------------------------------------------------------

    def _make(self) -> None:
        name = self._say(Phrase("journey", "New journey"))
        self._journeys.create(Journey("", name, ()))

    def _take_practice(self) -> None:
        self._journeys.create(PRACTICE)

    def _rename(self, journey_id: str) -> None:
        self._renames_next = True
        self._journeys.open(journey_id)

    def _run(self) -> None:
        self.controller.keep_now()
        if self._opened is not None:
            self._journeys.prepare_run(self._opened.history.journey.id)

    def _save(self) -> None:
        self.controller.keep_now()
        if self._opened is not None and not self._opened.look_only:
            self._journeys.save(self._opened.history.journey.id, "")

    def _take_over(self) -> None:
        self.controller.keep_now()
        history = self.controller.history
        if history is not None:
            by_hand = self._say(Phrase("journey", "by hand"))
            name = f"{history.journey.name} ({by_hand})"
            self._journeys.take_over(history.journey.id, name)

    def _restore(self, number: int) -> None:
        self._read_revision(number, is_compared=False)

    def _compare(self, number: int) -> None:
        self._read_revision(number, is_compared=True)

    def _read_revision(self, number: int, *, is_compared: bool) -> None:
        self._is_compared = is_compared
        if self._opened is not None:
            self._journeys.read_revision(self._opened.history.journey.id, number)

    def _go_from_rail(self, place: Place) -> None:
        if place is Place.JOURNEYS and self._window.was_at is Place.JOURNEYS:
            self._show_list()

    def _show_list(self) -> None:
        self.controller.keep_now()
        self._place.show_list()
        self._journeys.list()
        self._list.journey_table.setFocus()
        self._show_crumbs(Place.JOURNEYS)

    # What has happened ------------------------------------------------------------------------

    def _begin(self) -> None:
        self.controller.leave()
        self._opened = None
        self._place.show_list()
        self._journeys.list()

    def _list_again(self) -> None:
        self._journeys.list()

    def _show_lines(self, lines: tuple[JourneyLine, ...], look_only: bool) -> None:
        self._list.show_journeys(lines, look_only=look_only)

    def _open(self, opened: OpenedJourney) -> None:
        self._opened = opened
        self._facts = Facts(opened.revisions[0].number, is_fixed=opened.look_only)
        self.insight.begin(opened)
        self.data.begin()
        self.controller.open(opened.history, is_fixed=opened.look_only)
        self.trial.begin(opened.history, is_fixed=opened.look_only)
        self._place.show_journey()
        self._window.go(Place.JOURNEYS)
        self._show_revisions()
        if self._renames_next:
            self._renames_next = False
            self._page.header.name_edit.setFocus()
            self._page.header.name_edit.selectAll()

    def _show(self, history: History, chosen: tuple[str, ...]) -> None:
        self._differences = {}
        self._page.show_history(history, self._facts, chosen)
        self._show_crumbs(Place.JOURNEYS)

    def _show_dirty(self, is_dirty: bool) -> None:  # a slot
        if is_dirty:
            self._window.status_bar.show_saving()

    def _show_kept(self, history: History) -> None:
        if history is self.controller.history:
            self._window.status_bar.show_all_saved()
            self._show_revisions()

    def _show_not_kept(self, error: StudioError) -> None:
        self._window.status_bar.show_not_saved(self._say(error.happened))
        self._page.show_error(error)

    def _show_revised(self, opened: OpenedJourney) -> None:
        self._opened = opened
        self._facts = replace(self._facts, revision=opened.revisions[0].number)
        self._page.show_facts(self._facts)
        self._show_revisions()
        words = Phrase("journey", "All is saved already; this is revision {n} now.")
        self._window.toast.say(self._say(words.of(n=self._facts.revision)))

    def _take_revision(self, number: int, journey: Journey) -> None:
        history = self.controller.history
        if history is None or journey.id != history.journey.id:
            return
        if self._is_compared:
            told = difference(journey, history.journey)
            self._differences = {number: tuple(it.line for it in told)}
            self._show_revisions()
        else:
            self.controller.apply(restore(history.journey, journey, number))

    def _show_judged(self, has_passed: bool | None, trial_s: float) -> None:  # a slot
        self._facts = replace(self._facts, has_passed=has_passed, trial_s=trial_s)
        self._page.show_facts(self._facts)

    def _show_counts(self, problems: int, doubts: int) -> None:
        self._facts = replace(self._facts, problems=problems, doubts=doubts)
        self._page.show_facts(self._facts)

    def _show_revisions(self) -> None:
        history = self.controller.history
        if self._opened is None or history is None:
            return
        is_newest = history.journey == self._opened.newest
        newest = self._opened.revisions[0].number
        self._page.inspector.show_revisions(
            [
                RevisionLine(
                    it.number,
                    it.made_at,
                    cause_sentence(it.cause),
                    it.label,
                    is_current=is_newest and it.number == newest,
                    differences=self._differences.get(it.number),
                )
                for it in self._opened.revisions
            ]
        )

    def _offer_undo(self, words: str) -> None:
        self._window.toast.say(words, self._say(_UNDO), self.controller.undo)

    def _offer_bring_back(self, journey_id: str, name: str) -> None:
        words = Phrase("journey", "“{name}” is in the bin for 30 days.").of(name=name)
        bring_back = self._journeys.bring_back
        self._window.toast.say(self._say(words), self._say(_UNDO), lambda: bring_back(journey_id))

    def _show_crumbs(self, place: Place) -> None:
        if place is not Place.JOURNEYS or self._window.at is not Place.JOURNEYS:
            return
        crumbs = [self._say(TITLES[place])]
        history = self.controller.history
        if self._place.shows_journey and history is not None:
            crumbs.append(history.journey.name)
        self._window.top_bar.show_place(*crumbs)

    def _tell(self, error: StudioError) -> None:
        self._window.problem_bar.show_error(error, self._say)


_UNDO = Phrase("journey", "Undo")
