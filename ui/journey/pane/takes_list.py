"""TakesList: what a request takes from its answer, each as a sentence that opens."""

from functools import partial

from studio.journey.request import Request
from studio.journey.take import Keep, Take
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.dot import Dot
from ui.journey.pane.fitting import fitting
from ui.journey.pane.folding_list import FoldingList, FoldPlan
from ui.journey.pane.record_form import RecordForm
from ui.journey.pane.take_kinds import PLACES, TAKE_SPECS, new_take, place_words
from ui.theme.icons import Icon
from ui.widget.icon_label import IconLabel
from ui.widget.layout import Part
from ui.widget.text import label

_LEFT_TO_RIGHT = "\u2066{}\u2069"
_USUAL = "s_7"


class TakesList(FoldingList):
    """The takes of one request."""

    def __init__(self, desk: Desk) -> None:
        self._request_id = ""
        kinds = [(kind.words, partial(_new, place_type)) for place_type, kind in PLACES.items()]
        plan = FoldPlan(
            key="takes",
            name=Phrase("journey", "Takes"),
            add=Phrase("journey", "Take another value"),
            kinds=kinds,
            sentence=self._sentence,
            words=self._words,
            form=partial(RecordForm, desk, TAKE_SPECS),
        )
        super().__init__(desk, plan)
        self.setObjectName("takes_list")

    def show_request(self, request: Request) -> None:
        """Show the takes of a request."""
        self._request_id = request.id
        self.show_items(request.takes)

    def _sentence(self, take: Take, place: int) -> list[Part]:
        desk = self._desk
        around, words = desk.around, place_words(take.place)
        seen = around.taken.get((self._request_id, place))
        arrow = IconLabel(desk.theme, Icon.BACK, "text3", 13)
        parts: list[Part] = [
            Dot(desk.theme, around.colours.get(take.variable, _USUAL)),
            label(take.variable, "mono"),
            arrow,
            label(desk.say(words.kind), "small2"),
            fitting(_LEFT_TO_RIGHT.format(words.where), "mono"),
            None,
        ]
        if take.keep is Keep.USER:
            parts.append(label(desk.say(Phrase("journey", "kept for good")), pill="accent"))
        if seen is not None:
            value = fitting(_LEFT_TO_RIGHT.format(seen.words), "mono2" if seen.is_good else "bad")
            parts.append(value)
        if take.variable in around.used:
            parts.append(fitting(f"· {around.used[take.variable]}", "muted"))
        return parts

    def _words(self, take: Take) -> str:
        words = place_words(take.place)
        return f"{take.variable}, {self._desk.say(words.kind)} {words.where}"


def _new(place_type: type) -> Take:
    return new_take(PLACES[place_type].new())
