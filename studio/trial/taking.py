"""Takes of a request → where each stands in the answer, and the value it gave."""

from collections.abc import Mapping

from studio.journey.json_path import json_path_text
from studio.journey.take import (
    AddressPlace,
    CookiePlace,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    JsonPlace,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.trial.record import TakenValue
from studio.trial.variable_names import value_of


def taken_values(
    takes: tuple[Take, ...], variables: Mapping[str, str], *, has_answer: bool
) -> tuple[TakenValue, ...]:
    """Return what the takes of a request gave, in their order."""
    return tuple(
        TakenValue(
            take.variable,
            place_text(take.place),
            value_of(take.variable, variables) if has_answer else None,
        )
        for take in takes
    )


def place_text(place: Place) -> str:  # noqa: C901, PLR0911  # one case a kind
    """Return where a value stands, as short as a person would say it."""
    match place:
        case JsonPlace(path):
            return f"JSON {json_path_text(path)}"
        case FieldPlace(name):
            return f"field {name}"
        case ElementPlace(selector, attribute):
            return f"{selector} @{attribute}" if attribute else selector
        case LinkPlace(text):
            return f"link “{text}”"
        case PatternPlace(regex):
            return f"pattern {regex}"
        case HeaderPlace(name):
            return f"header {name}"
        case CookiePlace(name):
            return f"cookie {name}"
        case AddressPlace(regex):
            return f"address {regex}"
