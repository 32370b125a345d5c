"""A value kept from an answer → the statements that keep it."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.journey.journey import Client
from studio.journey.selector import read_selector
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    IfMissing,
    ItemWhere,
    JsonPath,
    JsonPlace,
    JsonStep,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)
from studio.locustfile.layout import Group, Leaf, Node, prefixed
from studio.locustfile.literal import text_literal
from studio.locustfile.parts import MAYBE
from studio.locustfile.planning_text import Names, text_source
from studio.locustfile.regex import regex_literal
from studio.locustfile.statement import Kept, Statements, When

_RESPONSE = Leaf("response")
_FOUND = "found"
_JARS = {Client.FAST: "cookiejar", Client.HTTP: "cookies"}
_UNESCAPED_ALREADY = FieldPlace | ElementPlace | LinkPlace
"""Places in a page, whose values are given as a browser means them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A call that reads something from an answer."""

    function: str
    arguments: tuple[Node, ...]

    uses: frozenset[str] = frozenset()
    """What else it needs, by name."""

    def call(self, *more: str) -> Node:
        """Return the call, with further arguments."""
        return Group(f"{self.function}(", (_RESPONSE, *self.arguments, *map(Leaf, more)), ")")

    def needs(self, *, maybe: bool) -> frozenset[str]:
        """Return what the call needs, by name; `maybe`: it is told what to do without a value."""
        return self.uses | {self.function + MAYBE * maybe}


def plan_take(take: Take, names: Names, client: Client) -> tuple[Statements, frozenset[str]]:
    """Return the statements that keep a value, and what they need, by name.

    Raises:
        JourneyError: A regular expression or a selector is none.
        SelectorError: The same of a selector.
    """
    target = names.variables[take.variable]
    reading = reading_of(take.place, take.nth, client, is_list=take.variable in names.lists)
    decoder = _decoder(take, names)
    uses = reading.needs(maybe=take.if_missing is not IfMissing.FAIL) | decoder.keys()
    if take.if_missing is IfMissing.FAIL:
        call = _decoded(reading.call(), decoder)
        return (prefixed(f"{target} = ", call),), uses
    call = prefixed(f"{_FOUND} = ", reading.call("missing=nothing"))
    kept = prefixed(f"{target} = ", _decoded(Leaf(_FOUND), decoder))
    otherwise: Statements = ()
    if take.if_missing is IfMissing.DEFAULT:
        source = "[]" if take.variable in names.lists else text_source(take.default, names)
        otherwise = (Kept(target, source),)
    return (call, When(((Leaf(f"{_FOUND} is not None"), (kept,)),), otherwise)), uses


def reading_of(  # noqa: C901, PLR0911  # one case for each
    place: Place, nth: int, client: Client, *, is_list: bool = False
) -> Reading:
    """Return the call that reads the value at a place.

    Raises:
        JourneyError: A regular expression is none.
        SelectorError: The same of a selector.
    """
    several = (Leaf(f"nth={nth}"),) if nth > 1 else ()
    match place:
        case JsonPlace(path):
            function = "json_items" if is_list else "json_value"
            return Reading(function, tuple(map(_step, path)), frozenset(_json_uses(path)))
        case FieldPlace(name):
            return Reading("form_value", (Leaf(text_literal(name)),))
        case ElementPlace():
            return Reading("element_value", (*_element(place), *several))
        case LinkPlace(text):
            return Reading("link_value", (Leaf(text_literal(text)), *several))
        case PatternPlace(regex, group):
            chosen = (Leaf(f"group={group}"),) if group != 1 else ()
            return Reading("pattern_value", (Leaf(regex_literal(regex, group)), *chosen, *several))
        case HeaderPlace(name):
            return Reading("header_value", (Leaf(text_literal(name)),))
        case CookiePlace(name):
            jar = f"self.client.{_JARS[client]}"
            return Reading("cookie_value", (Leaf(jar), Leaf(text_literal(name))))
        case AddressPlace(regex):
            return Reading("address_value", (Leaf(regex_literal(regex, 1)),))


def json_reading(path: JsonPath) -> Reading:
    """Return the call that reads the text at a place in a JSON answer."""
    return Reading("json_value", tuple(map(_step, path)), frozenset(_json_uses(path)))


def _step(step: JsonStep) -> Node:
    match step:
        case str():
            return Leaf(text_literal(step))
        case AnyItem():
            return Leaf('"*"')
        case ItemWhere(key, str(value)):
            source = text_literal(value)
        case ItemWhere(key, value):
            source = repr(value)
        case int():
            return Leaf(repr(step))
    return Group("{", (Leaf(f"{text_literal(key)}: {source}"),), "}", is_display=True)


def _json_uses(path: JsonPath) -> Iterator[str]:
    yield from ("json_any" for step in path if isinstance(step, AnyItem))
    yield from ("json_where" for step in path if isinstance(step, ItemWhere))


def _element(place: ElementPlace) -> Iterator[Node]:
    selector = read_selector(place.selector)
    yield Leaf(text_literal(selector.tag))
    if place.attribute:
        yield Leaf(text_literal(place.attribute.lower()))
    if selector.classes:
        classes = tuple(Leaf(text_literal(name)) for name in selector.classes)
        yield Group("classes=[", classes, "]", is_display=True)
    if selector.attributes:
        wanted = (
            Group("(", (Leaf(text_literal(name)), Leaf(_wanted(value))), ")", is_display=True)
            for name, value in selector.attributes
        )
        yield Group("wanted=[", tuple(wanted), "]", is_display=True)


def _wanted(value: str | None) -> str:
    return "None" if value is None else text_literal(value)


def _decoder(take: Take, names: Names) -> dict[str, str]:
    """Return the function that decodes a value, by the name of what it needs; none: it is kept."""
    if take.variable in names.lists:
        return {}
    match take.decode:
        case Decoding.NONE:
            return {}
        case Decoding.HTML:
            is_done = isinstance(take.place, _UNESCAPED_ALREADY)
            return {} if is_done else {"html": "html.unescape"}
        case Decoding.URL:
            return {"unquote": "unquote"}
        case Decoding.JSON:
            return {"unescaped": "unescaped"}


def _decoded(node: Node, decoder: dict[str, str]) -> Node:
    for function in decoder.values():
        node = Group(f"{function}(", (node,), ")")
    return node
