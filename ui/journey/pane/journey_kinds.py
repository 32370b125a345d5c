"""What is asked about a journey as a whole, section by section."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from studio.journey.journey import Client, Cookies, Journey
from studio.journey.typed_line import (
    list_text,
    number_between,
    number_text,
    optional,
    read_filled,
    read_list,
)
from studio.phrase import NOTHING, Phrase
from ui.journey.pane.auth_kinds import AUTHS
from ui.journey.pane.block_kinds import ORDERS
from ui.journey.pane.larger_fields import HeadersField, WaitField
from ui.journey.pane.made_list import MadeField
from ui.journey.pane.making import flag, line, one_of, union
from ui.journey.pane.menu_field import AuthorityField, SecretField
from ui.journey.pane.note_field import NoteField
from ui.journey.pane.record_form import Spec
from ui.theme.icons import Icon

_MOST_S = 3_600.0

CLIENTS: Mapping[Client, Phrase] = {
    Client.FAST: Phrase("journey", "Fast: carries many more users"),
    Client.HTTP: Phrase("journey", "Thorough: for odd servers"),
}
COOKIES: Mapping[Cookies, Phrase] = {
    Cookies.KEEP: Phrase("journey", "Kept, as a browser does"),
    Cookies.EACH_PASS: Phrase("journey", "Each pass is a new visitor"),
}


@dataclass(frozen=True, slots=True)
class JourneySection:
    """One part of a journey's pane."""

    icon: Icon
    title: Phrase
    specs: tuple[Spec, ...]
    hint: Phrase = NOTHING


def _tls(title: Phrase, attribute: str, spec: Spec) -> Spec:
    """Return a field of how connections are trusted, as one of the journey."""

    def get(journey: Journey) -> object:
        return getattr(journey.tls, attribute)

    def put(journey: Journey, value: object) -> Journey:
        return replace(journey, tls=replace(journey.tls, **{attribute: value}))

    return replace(spec, attribute=attribute, title=title, get=get, put=put)


SECTIONS = (
    JourneySection(
        Icon.RANDOM,
        Phrase("journey", "Walks"),
        (Spec("order", Phrase("journey", "Again and again"), one_of(ORDERS)),),
    ),
    JourneySection(
        Icon.CLOCK,
        Phrase("journey", "Waits"),
        (Spec("wait", Phrase("journey", "Between passes"), WaitField, is_wide=True),),
    ),
    JourneySection(
        Icon.RANDOM,
        Phrase("journey", "Makes up"),
        (Spec("made", Phrase("journey", "Variables"), MadeField, is_wide=True),),
    ),
    JourneySection(
        Icon.UP,
        Phrase("journey", "Sends"),
        (
            Spec("headers", Phrase("journey", "Headers"), HeadersField, is_wide=True),
            Spec("auth", Phrase("journey", "Signs in by"), union(AUTHS)),
        ),
        Phrase("journey", "With every request; a request may say otherwise."),
    ),
    JourneySection(
        Icon.TARGETS,
        Phrase("journey", "Connects"),
        (
            Spec("client", Phrase("journey", "Client"), one_of(CLIENTS)),
            Spec("host", Phrase("journey", "Host"), line(read_filled)),
            Spec(
                "answer_within_s",
                Phrase("journey", "Answer within (s)"),
                line(optional(number_between(0.001, _MOST_S)), number_text),
            ),
            Spec("cookies", Phrase("journey", "Cookies"), one_of(COOKIES)),
            Spec(
                "follow_redirects", Phrase("journey", "Follow redirects"), flag, names_itself=True
            ),
            Spec(
                "retries_start",
                Phrase("journey", "A user whose start failed tries again"),
                flag,
                names_itself=True,
            ),
            _tls(
                Phrase("journey", "The target’s certificate must be valid"),
                "verify",
                Spec("", NOTHING, flag, names_itself=True),
            ),
            _tls(Phrase("journey", "Trust also"), "authority", Spec("", NOTHING, AuthorityField)),
            _tls(
                Phrase("journey", "Own certificate"),
                "client_certificate",
                Spec("", NOTHING, SecretField),
            ),
        ),
    ),
    JourneySection(
        Icon.LABEL,
        Phrase("journey", "Notes"),
        (
            Spec("labels", Phrase("journey", "Labels"), line(read_list, list_text, "read, slow")),
            Spec("note", Phrase("journey", "Note"), NoteField),
        ),
    ),
)
"""Every section, in the order they are shown."""
