"""PartsEdit: the parts of a multipart body: fields, and files."""

from functools import partial

from studio.journey.body import FieldPart, FilePart
from studio.journey.template import put_together
from studio.phrase import Phrase
from ui.journey.pane.desk import Desk
from ui.journey.pane.folding_list import FoldingList, FoldPlan
from ui.journey.pane.making import FILLED, line, text
from ui.journey.pane.menu_field import AttachmentField
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind, UnionForm
from ui.theme.icons import Icon
from ui.widget.icon_label import IconLabel
from ui.widget.layout import Part
from ui.widget.text import ElidedLabel, label

_NAME = Spec("name", Phrase("journey", "Name"), FILLED)

PARTS = {
    FieldPart: Kind(
        Phrase("journey", "Field"),
        lambda: FieldPart("name", ""),
        (_NAME, Spec("text", Phrase("journey", "Value"), text())),
    ),
    FilePart: Kind(
        Phrase("journey", "File"),
        lambda: FilePart("file", "", "file.bin"),
        (
            _NAME,
            Spec("file", Phrase("journey", "File"), AttachmentField),
            Spec("filename", Phrase("journey", "Called"), FILLED),
            Spec("type", Phrase("journey", "Content type"), line(hint="image/png")),
        ),
    ),
}


class PartsEdit(FoldingList):
    """Parts as rows that open."""

    def __init__(self, desk: Desk) -> None:
        kind = Phrase("journey", "Kind of part")
        plan = FoldPlan(
            key="parts",
            name=Phrase("journey", "Parts"),
            add=Phrase("journey", "Add a part"),
            kinds=[(it.words, it.new) for it in PARTS.values()],
            sentence=self._sentence,
            words=self._words,
            form=partial(UnionForm, desk, desk.say(kind), PARTS),
        )
        super().__init__(desk, plan)

    def _sentence(self, part: FieldPart | FilePart, _place: int) -> list[Part]:
        is_file = isinstance(part, FilePart)
        icon = IconLabel(self._desk.theme, Icon.OPEN if is_file else Icon.EDIT, "text3", 14)
        value = part.file if isinstance(part, FilePart) else put_together(part.text)
        return [icon, label(part.name, "mono"), label("="), ElidedLabel(value, "mono2")]

    def _words(self, part: FieldPart | FilePart) -> str:
        return part.name
