"""Takes: where a value may stand in an answer, what is asked about it, and the words for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from studio.journey.json_path import json_path_text
from studio.journey.selector import read_selector
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    JsonPlace,
    Keep,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.journey.typed_line import read_variable
from studio.phrase import Phrase
from ui.journey.pane.making import FILLED, JSON_PATH, PATTERN, count, line, one_of, text, union
from ui.journey.pane.record_form import Spec
from ui.journey.pane.union_form import Kind


def _selector(typed: str) -> str:
    read_selector(typed)
    return typed


PLACES: Mapping[type, Kind] = {
    JsonPlace: Kind(
        Phrase("journey", "JSON"),
        lambda: JsonPlace(("id",)),
        (Spec("path", Phrase("journey", "Path"), JSON_PATH),),
    ),
    FieldPlace: Kind(
        Phrase("journey", "Form field"),
        lambda: FieldPlace("csrf"),
        (Spec("name", Phrase("journey", "Name"), FILLED),),
    ),
    ElementPlace: Kind(
        Phrase("journey", "Element of a page"),
        lambda: ElementPlace("h1"),
        (
            Spec("selector", Phrase("journey", "Selector"), line(_selector, hint="a.buy")),
            Spec(
                "attribute",
                Phrase("journey", "Attribute"),
                line(str.strip, hint="href, or its text"),
            ),
        ),
    ),
    LinkPlace: Kind(
        Phrase("journey", "Link"),
        lambda: LinkPlace("Next"),
        (Spec("text", Phrase("journey", "Its text"), FILLED),),
    ),
    PatternPlace: Kind(
        Phrase("journey", "Pattern"),
        lambda: PatternPlace('id="([^"]+)"'),
        (
            Spec("regex", Phrase("journey", "Pattern"), PATTERN),
            Spec("group", Phrase("journey", "Group"), count(0, 99)),
        ),
    ),
    HeaderPlace: Kind(
        Phrase("journey", "Header"),
        lambda: HeaderPlace("Location"),
        (Spec("name", Phrase("journey", "Name"), FILLED),),
    ),
    CookiePlace: Kind(
        Phrase("journey", "Cookie"),
        lambda: CookiePlace("session"),
        (Spec("name", Phrase("journey", "Name"), FILLED),),
    ),
    AddressPlace: Kind(
        Phrase("journey", "Address"),
        lambda: AddressPlace(r"/orders/(\d+)"),
        (Spec("regex", Phrase("journey", "Pattern"), PATTERN),),
        Phrase("journey", "Of the address the answer came from, after all redirects."),
    ),
}
"""Every place a value may be taken from, in the order they are offered."""

_OFTEN = (PatternPlace, ElementPlace, LinkPlace)
"""Places of which an answer may have several."""

DECODINGS: Mapping[Decoding, Phrase] = {
    Decoding.NONE: Phrase("journey", "As it is"),
    Decoding.HTML: Phrase("journey", "From HTML: &amp; becomes &"),
    Decoding.URL: Phrase("journey", "From an address: %20 becomes a space"),
    Decoding.JSON: Phrase("journey", "From JSON: \\/ becomes /"),
}

KEEPS: Mapping[Keep, Phrase] = {
    Keep.PASS: Phrase("journey", "Until the next pass"),
    Keep.USER: Phrase("journey", "As long as the user is there"),
}

IF_MISSING: Mapping[IfMissing, Phrase] = {
    IfMissing.FAIL: Phrase("journey", "The request has failed"),
    IfMissing.KEEP: Phrase("journey", "Keep the value from before"),
    IfMissing.DEFAULT: Phrase("journey", "Use another value"),
}

TAKE_SPECS = (
    Spec(
        "variable",
        Phrase("journey", "Keep as"),
        line(read_variable, hint="order_id"),
    ),
    Spec("place", Phrase("journey", "Take from"), union(PLACES)),
    Spec(
        "nth",
        Phrase("journey", "Which of several"),
        count(1, 999),
        lambda take: isinstance(take.place, _OFTEN),
    ),
    Spec("decode", Phrase("journey", "Decode"), one_of(DECODINGS)),
    Spec("keep", Phrase("journey", "Valid"), one_of(KEEPS)),
    Spec("if_missing", Phrase("journey", "If it is missing"), one_of(IF_MISSING)),
    Spec(
        "default",
        Phrase("journey", "Other value"),
        text(),
        lambda take: take.if_missing is IfMissing.DEFAULT,
    ),
)


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """A place in words: its kind, and where exactly."""

    kind: Phrase
    where: str


def place_words(place: Place) -> PlaceWords:
    """Return a place in words."""
    kind = PLACES[type(place)].words
    match place:
        case JsonPlace(path):
            return PlaceWords(kind, json_path_text(path))
        case FieldPlace(name) | HeaderPlace(name) | CookiePlace(name):
            return PlaceWords(kind, name)
        case ElementPlace(selector, attribute):
            return PlaceWords(kind, f"{selector} → {attribute}" if attribute else selector)
        case LinkPlace(shown):
            return PlaceWords(kind, f"“{shown}”")
        case PatternPlace(regex) | AddressPlace(regex):
            return PlaceWords(kind, regex)


def new_take(place: Place) -> Take:
    """Return a take to begin with, named after its place."""
    match place:
        case JsonPlace():
            name = "id"
        case FieldPlace(name) | HeaderPlace(name) | CookiePlace(name):
            name = "".join(sign if sign.isalnum() else "_" for sign in name).lower()
        case ElementPlace() | LinkPlace() | PatternPlace() | AddressPlace():
            name = "value"
    return Take(name, place)
