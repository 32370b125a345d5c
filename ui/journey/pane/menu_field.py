"""Fields that offer what the project has at the moment: files to upload, hosts of the target."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu

from studio.phrase import Phrase
from ui.journey.pane.desk import Around, Desk
from ui.journey.pane.field import Field
from ui.theme.icons import Icon
from ui.widget.button import Button


class MenuField(Field):
    """A button with what is chosen, and a menu of what there is when it is opened."""

    def __init__(
        self, desk: Desk, name: str, names: Callable[[Around], Sequence[str]], nothing: Phrase
    ) -> None:
        """Make a field.

        Args:
            desk: The desk.
            name: For readers.
            names: Returns what may be chosen.
            nothing: Said where nothing is chosen.
        """
        self.button = Button(desk.theme, "", Icon.DOWN, "field", name)
        super().__init__(desk, self.button)
        self._name, self._names, self._nothing = name, names, nothing
        self.menu = QMenu(self.button)
        self.menu.aboutToShow.connect(self.offer)
        self.button.setMenu(self.menu)
        self.show_value(None)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show what is chosen; None or an empty text is nothing."""
        words = value or self.desk.say(self._nothing)
        self.button.setText(words.replace("&", "&&"))
        self.button.setAccessibleName(f"{self._name}: {words}")

    def offer(self) -> None:
        """Put into the menu what there is now."""
        self.menu.clear()
        for name in self._names(self.desk.around):
            self.menu.addAction(name).triggered.connect(partial(self.take, name))

    def take(self, name: str | None, _checked: bool = False) -> None:
        """Choose one by hand."""
        self.show_value(name)
        self.edited.emit(name)


class AttachmentField(MenuField):
    """A file to upload; one that the project does not have yet is asked for."""

    NOTHING = Phrase("journey", "Choose a file…")

    def __init__(self, desk: Desk, name: str) -> None:
        nothing = self.NOTHING
        super().__init__(desk, name, lambda around: around.attachments, nothing)

    def offer(self) -> None:
        """Offer the project's files, and to fetch another."""
        super().offer()
        self.menu.addSeparator()
        other = Phrase("journey", "A file of this computer…")
        self.menu.addAction(self.desk.say(other)).triggered.connect(self._ask)

    def _ask(self) -> None:
        self.desk.file_asked.emit(self.take)


class AuthorityField(AttachmentField):
    """A file with certificates to trust, or none."""

    NOTHING = Phrase("journey", "Nobody else")

    def offer(self) -> None:
        """Offer files, and to have none."""
        super().offer()
        none = Phrase("journey", "Nobody else")
        self.menu.addAction(self.desk.say(none)).triggered.connect(partial(self.take, None))


class HostField(MenuField):
    """One of the target's hosts, or the journey's."""

    def __init__(self, desk: Desk, name: str) -> None:
        nothing = Phrase("journey", "The journey’s")
        super().__init__(desk, name, lambda around: around.hosts, nothing)

    def offer(self) -> None:
        """Offer the hosts, and the journey's own."""
        super().offer()
        nothing = Phrase("journey", "The journey’s")
        self.menu.addAction(self.desk.say(nothing)).triggered.connect(partial(self.take, None))


class SecretField(MenuField):
    """A secret by its name, or none."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__(desk, name, lambda around: around.secrets, Phrase("journey", "None"))

    def offer(self) -> None:
        """Offer the secrets, and none."""
        super().offer()
        none = self.desk.say(Phrase("journey", "None"))
        self.menu.addAction(none).triggered.connect(partial(self.take, None))
