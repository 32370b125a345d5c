"""The places that are still empty, and what each will be for."""

from studio.phrase import Phrase
from ui.bridge.language import Say
from ui.bridge.place import Place
from ui.later.page import LaterPage
from ui.theme.icons import Icon
from ui.theme.theme import Theme

_LATER = (
    (
        Place.RECORDER,
        Icon.RECORDER,
        Phrase("later", "Recorder"),
        Phrase("later", "Browse your site once; the studio turns what you did into steps."),
    ),
    (
        Place.COMPARE,
        Icon.COMPARE,
        Phrase("later", "Compare"),
        Phrase("later", "Two runs side by side, and whether they really differ."),
    ),
    (
        Place.NOTEBOOK,
        Icon.NOTEBOOK,
        Phrase("later", "Notebook"),
        Phrase("later", "What was asked, what was done, and what was learned from it."),
    ),
    (
        Place.TARGETS,
        Icon.TARGETS,
        Phrase("later", "Targets and workers"),
        Phrase(
            "later",
            "The websites you test, and the computers that make the load. This computer makes it"
            " for now, and the practice shop is always allowed.",
        ),
    ),
    (
        Place.SETTINGS,
        Icon.SETTINGS,
        Phrase("later", "Settings"),
        Phrase("later", "Language, look, safety and storage. Light and dark are at the top right."),
    ),
)


def later_pages(theme: Theme, say: Say) -> dict[Place, LaterPage]:
    """Return a page for each place that is still empty."""
    return {
        place: LaterPage(theme, say, icon, title, sentence)
        for place, icon, title, sentence in _LATER
    }
