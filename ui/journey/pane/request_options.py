"""What is seldom said about a single request: its host, its name in statistics, its limits."""

from collections.abc import Mapping

from studio.journey.typed_line import number_between, number_text, optional
from studio.phrase import Phrase
from ui.journey.pane.making import flag, line, one_of
from ui.journey.pane.menu_field import HostField
from ui.journey.pane.note_field import NoteField
from ui.journey.pane.record_form import Spec

_MOST_S = 3_600.0

_REDIRECTS: Mapping[bool | None, Phrase] = {
    None: Phrase("journey", "As the journey does"),
    True: Phrase("journey", "Follow them"),
    False: Phrase("journey", "Do not follow them"),
}


def _some(typed: str) -> str | None:
    return typed or None


def _words(value: str | None) -> str:
    return value or ""


OPTIONS = (
    Spec("host", Phrase("journey", "Host"), HostField),
    Spec(
        "endpoint",
        Phrase("journey", "Name in statistics"),
        line(_some, _words, "/orders/[id]"),
    ),
    Spec("follow_redirects", Phrase("journey", "Redirects"), one_of(_REDIRECTS)),
    Spec(
        "answer_within_s",
        Phrase("journey", "Answer within (s)"),
        line(optional(number_between(0.001, _MOST_S)), number_text),
    ),
    Spec("is_on", Phrase("journey", "This request is sent"), flag, names_itself=True),
    Spec("note", Phrase("journey", "Note"), NoteField),
)
