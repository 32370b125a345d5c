"""RunControls: the buttons that change a run while it goes on, and the one that makes it again."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from studio.phrase import Phrase
from studio.run.run import RunSnapshot, RunState
from ui.bridge.language import Say
from ui.theme.icons import Icon, icon
from ui.theme.theme import Theme
from ui.widget.button import Button
from ui.widget.layout import row

_HOLD = Phrase("run", "Hold the load here")
_RESUME = Phrase("run", "Go on with the load")
_STOP = Phrase("run", "Stop")
_STOPPING = Phrase("run", "Stopping…")


class RunControls(QWidget):
    """Users, hold, skip, count anew, stop; later, run again.

    Stop lets the users finish and counts down meanwhile; pressed again, it ends them at once.

    Signals:
        stop_asked: Stop was pressed, for the first or the second time.
        users_pressed: Users was pressed.
        hold_asked: The load is to stay as it is.
        resume_asked: The load is to go on from where it was held.
        skip_asked: The next stage is to begin now.
        reset_asked: The numbers are to begin anew.
        again_asked: The same run is to be prepared once more.
    """

    stop_asked = Signal()
    users_pressed = Signal()
    hold_asked = Signal()
    resume_asked = Signal()
    skip_asked = Signal()
    reset_asked = Signal()
    again_asked = Signal()

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self._theme, self._say = theme, say
        self._is_held = False
        self.users_button = Button(
            theme,
            say(Phrase("run", "Users")),
            Icon.USERS,
            tip=say(Phrase("run", "Change the number of users (U)")),
        )
        self.more_button = Button(
            theme, "", Icon.MORE, tip=say(Phrase("run", "Hold, skip a stage, count anew"))
        )
        self.stop_button = Button(
            theme,
            say(_STOP),
            Icon.STOP,
            "danger",
            say(Phrase("run", "Let users finish, then stop; again to stop at once (Ctrl+.)")),
        )
        self.again_button = Button(
            theme,
            say(Phrase("run", "Run again…")),
            Icon.AGAIN,
            "primary",
            say(Phrase("run", "Open the run sheet with the same setup (Ctrl+R)")),
        )
        self.hold_action = QAction(say(_HOLD) + "\tH", self)
        self.skip_action = QAction(say(Phrase("run", "Skip to the next stage")) + "\tS", self)
        self.reset_action = QAction(say(Phrase("run", "Count anew from now")) + "\tR", self)
        self._lay_out()
        self._connect()
        self._tint()

    def show_snapshot(self, snapshot: RunSnapshot) -> None:
        """Offer what can be done as the run stands."""
        state, is_over = snapshot.state, snapshot.ending is not None
        for button in (self.users_button, self.more_button, self.stop_button):
            button.setVisible(not is_over)
        self.again_button.setVisible(is_over)
        self._allow(is_running=state is RunState.RUNNING and not is_over)
        self._show_hold(is_held=snapshot.is_held)
        self._show_stop(snapshot)

    def _allow(self, *, is_running: bool) -> None:
        for button in (self.users_button, self.more_button):
            button.setEnabled(is_running)
        for action in (self.hold_action, self.skip_action, self.reset_action):
            action.setEnabled(is_running)

    def _show_hold(self, *, is_held: bool) -> None:
        if is_held != self._is_held:
            self._is_held = is_held
            self.hold_action.setText(self._say(_RESUME if is_held else _HOLD) + "\tH")
            self._tint()

    def _show_stop(self, snapshot: RunSnapshot) -> None:
        match snapshot.state:
            case RunState.STARTING | RunState.RUNNING:
                self._name_stop(_STOP, is_enabled=True)
            case RunState.STOPPING:
                left_s = round((snapshot.stops_by_s or snapshot.at_s) - snapshot.at_s)
                words = Phrase("run", "Stop now · {seconds} s").of(seconds=max(0, left_s))
                self._name_stop(words, is_enabled=left_s > 0)
            case _:
                self._name_stop(_STOPPING, is_enabled=False)

    def _name_stop(self, words: Phrase, *, is_enabled: bool) -> None:
        self.stop_button.setText(self._say(words))
        self.stop_button.setEnabled(is_enabled)

    def _press_stop(self) -> None:
        # The press is seen at once, long before the engine has answered.
        self._name_stop(_STOPPING, is_enabled=False)
        self.stop_asked.emit()

    def _press_hold(self) -> None:
        (self.resume_asked if self._is_held else self.hold_asked).emit()

    def _tint(self) -> None:
        icons = (
            (self.hold_action, Icon.PLAY if self._is_held else Icon.HOLD),
            (self.skip_action, Icon.SKIP),
            (self.reset_action, Icon.ANEW),
        )
        for action, its_icon in icons:
            action.setIcon(icon(its_icon, self._theme.tokens.text2))

    def _lay_out(self) -> None:
        menu = QMenu(self)
        menu.addActions([self.hold_action, self.skip_action, self.reset_action])
        self.more_button.setMenu(menu)
        self.again_button.hide()
        buttons = (self.users_button, self.more_button, self.stop_button, self.again_button)
        self.setLayout(row(*buttons, spacing=10))

    def _connect(self) -> None:
        self.stop_button.clicked.connect(self._press_stop)
        self.users_button.clicked.connect(self.users_pressed)
        self.again_button.clicked.connect(self.again_asked)
        self.hold_action.triggered.connect(self._press_hold)
        self.skip_action.triggered.connect(self.skip_asked)
        self.reset_action.triggered.connect(self.reset_asked)
        self._theme.changed.connect(self._tint)
