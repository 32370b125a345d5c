"""Conductor: where one goes, and what is done, when something was asked or has happened."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from studio.computer.allowed_target import NotYetAllowedError, Permission
from studio.errors import StudioError
from studio.run.record import RunRecord
from studio.run.run import RunSnapshot
from studio.run.setup import RunSetup
from studio.run.starting import LiveRun
from ui.bridge.language import Say
from ui.bridge.open_project import Opened, OpenProject
from ui.bridge.place import Place
from ui.home.page import HomePage
from ui.run.controller import RunController
from ui.run.runs_place import RunsPlace
from ui.sheet.allow_sheet import AllowSheet
from ui.sheet.run_sheet import RunSheet
from ui.sheet.sheet import Sheet
from ui.shell.main_window import MainWindow
from ui.shell.project_chooser import ProjectChooser
from ui.shell.rail import TITLES
from ui.widget.figures import moment

_MOST_TOLD = 3
"""Of the runs found interrupted, the newest; the list of runs has them all."""


@dataclass(frozen=True)
class Parts:
    """What the conductor conducts."""

    window: MainWindow
    home: HomePage
    runs: RunsPlace
    run_sheet: RunSheet
    sheet: Sheet
    allow_sheet: AllowSheet
    asking: Sheet
    """The sheet around it."""

    project: OpenProject


class Conductor(QObject):
    """Joins the pages, the run that is on and the project that is open."""

    def __init__(self, parts: Parts, say: Say) -> None:
        super().__init__(parts.window)
        self._window, self._home, self._runs = parts.window, parts.home, parts.runs
        self._run_sheet, self._sheet, self._project = parts.run_sheet, parts.sheet, parts.project
        self._allow_sheet, self._asking = parts.allow_sheet, parts.asking
        self._waiting: RunSetup | None = None
        self._page = parts.runs.run_page
        self._say = say
        self._controller = RunController(self)
        self._chooser = ProjectChooser(parts.window, say)
        self._live = self._shown = ""
        self._hear_pages()
        self._hear_window()
        self._hear_project()
        self._show_crumbs(Place.HOME)

    def _hear_pages(self) -> None:
        self._home.practice_asked.connect(self._project.prepare_practice)
        self._home.open_asked.connect(self._chooser.ask_open)
        self._home.run_asked.connect(self._show_run)
        self._runs.list_page.practice_asked.connect(self._project.prepare_practice)
        self._runs.list_page.run_opened.connect(self._show_run)
        self._page.stop_asked.connect(self._controller.stop)
        self._page.users_asked.connect(self._controller.change_users)
        self._page.rate_asked.connect(self._controller.change_rate)
        self._page.hold_asked.connect(self._controller.hold)
        self._page.resume_asked.connect(self._controller.resume)
        self._page.skip_asked.connect(self._controller.skip_stage)
        self._page.reset_asked.connect(self._controller.reset_statistics)
        self._page.keep_asked.connect(self._controller.keep_next)
        self._page.again_asked.connect(self._run_again)
        self._run_sheet.start_asked.connect(self._start)
        self._run_sheet.cancelled.connect(self._sheet.close_sheet)
        self._allow_sheet.allowed.connect(self._allow)
        self._allow_sheet.cancelled.connect(self._asking.close_sheet)
        self._asking.closed.connect(self._plan_again)
        self._controller.refreshed.connect(self._show_live)
        self._controller.ended.connect(self._project.finish)

    def _hear_window(self) -> None:
        self._window.top_bar.new_project.connect(self._chooser.ask_make)
        self._window.top_bar.open_project.connect(self._chooser.ask_open)
        self._window.stop_asked.connect(self._controller.stop)
        self._window.gone_to.connect(self._show_crumbs)
        self._window.rail.gone_to.connect(self._show_list)
        self._window.closing.connect(self._project.close)
        self._chooser.to_open.connect(self._project.open)
        self._chooser.to_make.connect(self._project.create)

    def _hear_project(self) -> None:
        self._project.opened.connect(self._show_project)
        self._project.listed.connect(self._home.show_runs)
        self._project.listed.connect(self._runs.list_page.show_runs)
        self._project.prepared.connect(self.open_sheet)
        self._project.started.connect(self._follow)
        self._project.finished.connect(self._show_finished)
        self._project.read.connect(self._show_record)
        self._project.failed.connect(self._tell)

    # What was asked ---------------------------------------------------------------------------

    def _show_run(self, run: str) -> None:
        if run == self._live:
            self._go_to_run(run)
        else:
            self._project.read_run(run)

    def _run_again(self) -> None:
        self._project.prepare_again(self._shown)

    def _start(self, setup: RunSetup) -> None:
        self._sheet.close_sheet()
        self._waiting = setup
        self._project.start(setup)

    def _allow(self, permission: Permission) -> None:
        setup, self._waiting = self._waiting, None
        self._asking.close_sheet()
        if setup is not None:
            self._project.allow(permission, setup)

    def _plan_again(self) -> None:
        """Go back to the run sheet from a target that was not allowed after all."""
        if self._waiting is not None:
            self.open_sheet(self._waiting)

    def _show_list(self, place: Place) -> None:
        """Lead from the rail to the list of runs, or to the run that is on."""
        if place is Place.RUNS and not self._live:
            self._runs.show_list()

    # What has happened ------------------------------------------------------------------------

    def _show_project(self, opened: Opened) -> None:
        self._window.top_bar.show_project(opened.title, look_only=opened.look_only)
        self._window.status_bar.show_saved(str(opened.path), look_only=opened.look_only)
        self._controller.leave()
        self._live = self._shown = ""
        self._runs.show_list()
        if opened.recovered:
            told = [self._say(it.told(moment(it.until))) for it in opened.recovered]
            self._window.toast.say("\n".join(told[-_MOST_TOLD:]))

    def open_sheet(self, setup: RunSetup) -> None:
        """Let a run be set up, beginning with this."""
        self._run_sheet.show_setup(setup)
        self._sheet.open_over(self._window.whole)

    def _follow(self, live: LiveRun) -> None:
        self._waiting = None
        self._live = live.run
        self._page.show_setup(live.setup, live.run, live.host, live.started_at)
        self._go_to_run(live.run)
        self._controller.follow(live)

    def _show_live(self, snapshot: RunSnapshot) -> None:
        self._window.status_bar.show_run(snapshot)
        self._project.tend(snapshot.state)
        if self._shown == self._live:
            self._page.show_snapshot(snapshot)

    def _show_finished(self, record: RunRecord) -> None:
        was_shown = self._shown == self._live
        self._live = ""
        self._window.status_bar.show_idle()
        if was_shown:
            self._show_record(record)

    def _show_record(self, record: RunRecord) -> None:
        summary = record.summary
        if summary.run != self._shown:
            self._page.show_setup(record.setup, summary.run, summary.host, summary.started_at)
            self._go_to_run(summary.run)
        self._page.show_snapshot(record.snapshot)

    def _go_to_run(self, run: str) -> None:
        self._shown = run
        self._runs.show_run()
        self._window.go(Place.RUNS)

    def _show_crumbs(self, place: Place) -> None:
        if place is Place.JOURNEYS:
            return  # whoever conducts the journeys says which is shown
        crumbs = [self._say(TITLES[place])]
        if place is Place.RUNS and self._runs.shows_run:
            crumbs.append(self._shown)
        self._window.top_bar.show_place(*crumbs)

    def _tell(self, error: StudioError) -> None:
        if isinstance(error, NotYetAllowedError) and self._waiting is not None:
            self._allow_sheet.show_request(error, self._waiting)
            self._asking.open_over(self._window.whole)
            return
        self._waiting = None
        if self._controller.live is None:  # a run that has ended and could not be brought home
            self._live = ""
            self._window.status_bar.show_idle()
        self._window.problem_bar.show_error(error, self._say)
