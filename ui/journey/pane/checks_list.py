"""ChecksList: what must hold for the answer of a request, each as a sentence that opens."""

from functools import partial

from studio.journey.check import Check
from studio.journey.request import Request
from studio.phrase import Phrase
from ui.journey.pane.check_kinds import CHECKS, check_words, is_usual
from ui.journey.pane.desk import Desk
from ui.journey.pane.fitting import fitting
from ui.journey.pane.folding_list import FoldingList, FoldPlan
from ui.journey.pane.making import ON_FAILURE
from ui.journey.pane.union_form import UnionForm
from ui.theme.icons import Icon
from ui.widget.icon_label import IconLabel
from ui.widget.layout import Part
from ui.widget.text import label

_LEFT_TO_RIGHT = "\u2066{}\u2069"


class ChecksList(FoldingList):
    """The checks of one request."""

    def __init__(self, desk: Desk) -> None:
        self._request_id = ""
        kind = Phrase("journey", "Kind of check")
        plan = FoldPlan(
            key="checks",
            name=Phrase("journey", "Checks"),
            add=Phrase("journey", "Add a check"),
            kinds=[(it.words, it.new) for it in CHECKS.values()],
            sentence=self._sentence,
            words=self._words,
            form=partial(UnionForm, desk, desk.say(kind), CHECKS),
        )
        super().__init__(desk, plan)
        self.setObjectName("checks_list")

    def show_request(self, request: Request) -> None:
        """Show the checks of a request."""
        self._request_id = request.id
        self.show_items(request.checks)

    def _sentence(self, check: Check, place: int) -> list[Part]:
        desk, words = self._desk, check_words(check)
        seen = desk.around.checked.get((self._request_id, place))
        symbol, tone = Icon.CHECK, "text3"
        if seen is not None:
            symbol, tone = (Icon.GOOD, "good") if seen.is_good else (Icon.BAD, "bad")
        parts: list[Part] = [
            IconLabel(desk.theme, symbol, tone, 15),
            label(desk.say(words.subject)),
        ]
        if words.of:
            parts.append(label(_LEFT_TO_RIGHT.format(words.of), "mono"))
        if words.how is not None:
            parts.append(label(desk.say(words.how)))
        parts += [fitting(words.wanted, "strong"), None]
        if not is_usual(check):
            parts.append(label(desk.say(ON_FAILURE[check.on_failure]), pill="accent"))
        if seen is not None:
            parts.append(fitting(seen.words, "muted" if seen.is_good else "bad"))
        return parts

    def _words(self, check: Check) -> str:
        words = check_words(check)
        how = f"{self._desk.say(words.how)} " if words.how else ""
        return f"{self._desk.say(words.subject)} {words.of} {how}{words.wanted}"
