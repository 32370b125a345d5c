"""MadeList: the variables users of a journey make up, each as a sentence that opens."""

from functools import partial
from typing import Any

from studio.journey.made import Made
from studio.journey.take import Keep
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.dot import Dot
from ui.journey.pane.field import Field
from ui.journey.pane.folding_list import FoldingList, FoldPlan
from ui.journey.pane.made_kinds import HOWS, MADE_SPECS, WHEN, how_text
from ui.journey.pane.record_form import RecordForm
from ui.widget.layout import Part
from ui.widget.text import ElidedLabel, label

_LEFT_TO_RIGHT = "\u2066{}\u2069"
_USUAL = "s_7"


class MadeList(FoldingList):
    """Rows of made variables."""

    def __init__(self, desk: Desk) -> None:
        plan = FoldPlan(
            key="made",
            name=Phrase("journey", "Variables made up"),
            add=Phrase("journey", "Make up a variable"),
            kinds=[(kind.words, partial(_new, how)) for how, kind in HOWS.items()],
            sentence=self._sentence,
            words=self._words,
            form=partial(RecordForm, desk, MADE_SPECS),
        )
        super().__init__(desk, plan)
        self.setObjectName("made_list")

    def _sentence(self, made: Made, _place: int) -> list[Part]:
        desk = self._desk
        parts: list[Part] = [
            Dot(desk.theme, desk.around.colours.get(made.name, _USUAL)),
            label(made.name, "mono"),
            label(desk.say(HOWS[type(made.how)].words), "small2"),
            ElidedLabel(_LEFT_TO_RIGHT.format(how_text(made.how)), "mono2"),
        ]
        if made.when is Keep.USER:
            parts.append(label(desk.say(WHEN[made.when]), "muted"))
        if made.name in desk.around.used:
            parts.append(label(f"· {desk.around.used[made.name]}", "muted"))
        return parts

    def _words(self, made: Made) -> str:
        return f"{made.name}, {self._desk.say(HOWS[type(made.how)].words)} {how_text(made.how)}"


class MadeField(Field):
    """The made variables of a journey, as one of its fields."""

    def __init__(self, desk: Desk, _name: str) -> None:
        self.list = MadeList(desk)
        super().__init__(desk, self.list)
        self.list.edited.connect(self._tell)

    def show_value(self, value: Any) -> None:  # noqa: ANN401
        """Show the variables."""
        self.list.show_items(value)

    def _tell(self, items: object, _key: str) -> None:
        self.edited.emit(items)


def _new(how: type) -> Made:
    return Made("value", HOWS[how].new())
