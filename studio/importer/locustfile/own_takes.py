"""Values our own files take from an answer → takes: one function of theirs for each place."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from studio.importer.locustfile.scope import NotVisualError
from studio.journey.take import (
    AddressPlace,
    AnyItem,
    CookiePlace,
    Decoding,
    ElementPlace,
    FieldPlace,
    HeaderPlace,
    ItemWhere,
    JsonPlace,
    JsonStep,
    LinkPlace,
    PatternPlace,
    Place,
    Take,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What one call takes from an answer."""

    place: Place
    nth: int = 1
    decode: Decoding = Decoding.NONE

    may_be_missing: bool = False
    """Whether the call gives None then, in place of a failure."""

    def take(self, variable: str) -> Take:
        """Return the take that keeps it as a variable."""
        return Take(variable, self.place, nth=self.nth, decode=self.decode)


def found_by(node: ast.expr, name: str) -> Found:
    """Return what an expression takes from an answer.

    Args:
        node: For example `unquote(pattern_value(response, "a=(.*)"))`.
        name: Of the answer.

    Raises:
        NotVisualError: It is something else.
    """
    match node:
        case ast.Call(ast.Name("unquote" | "unescaped" as function), [inner], []):
            return _decoded(inner, name, _DECODINGS[function])
        case ast.Call(ast.Attribute(ast.Name("html"), "unescape"), [inner], []):
            return _decoded(inner, name, Decoding.HTML)
        case ast.Call(ast.Name(function), [ast.Name(owner), *arguments]) if (
            owner == name and function in _PLACES
        ):
            return _called(node, function, arguments)
        case _:
            raise NotVisualError


def _decoded(inner: ast.expr, name: str, decode: Decoding) -> Found:
    found = found_by(inner, name)
    return Found(found.place, found.nth, decode, found.may_be_missing)


def _called(node: ast.Call, function: str, arguments: list[ast.expr]) -> Found:
    options = {it.arg: it.value for it in node.keywords if it.arg}
    missing = options.pop("missing", None)
    if missing is not None and not (isinstance(missing, ast.Name) and missing.id == "nothing"):
        raise NotVisualError
    nth = _plain(options.pop("nth", ast.Constant(1)))
    given = _Given([_plain(it) for it in arguments], {k: _plain(v) for k, v in options.items()})
    try:
        place = _PLACES[function](given)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise NotVisualError from error
    if not isinstance(nth, int):
        raise NotVisualError
    return Found(place, nth, may_be_missing=missing is not None)


@dataclass(slots=True)
class _Given:
    """The arguments of a call, as values; a jar of cookies is None."""

    values: list[object]
    options: dict[str, object] = field(default_factory=dict[str, object])

    def text(self, place: int, name: str = "", default: str | None = None) -> str:
        value = self.values[place] if place < len(self.values) else self.options.get(name, default)
        if isinstance(value, str):
            return value
        raise TypeError

    def number(self, place: int, name: str, default: int) -> int:
        value = self.values[place] if place < len(self.values) else self.options.get(name, default)
        if isinstance(value, int):
            return value
        raise TypeError


def _plain(node: ast.expr) -> object:
    match node:
        case ast.Attribute(ast.Attribute(ast.Name("self"), "client")):
            return None  # its jar of cookies
        case _:
            try:
                return ast.literal_eval(node)
            except ValueError as error:
                raise NotVisualError from error


def _json(given: _Given) -> Place:
    return JsonPlace(tuple(map(_step, given.values)))


def _step(value: object) -> JsonStep:
    match value:
        case "*":
            return AnyItem()
        case str() | int():
            return value
        case dict() if len(value) == 1:  # pyright: ignore[reportUnknownArgumentType]
            ((key, wanted),) = value.items()  # pyright: ignore[reportUnknownVariableType]
            if isinstance(key, str) and isinstance(wanted, str | int):
                return ItemWhere(key, wanted)
            raise TypeError
        case _:
            raise TypeError


def _element(given: _Given) -> Place:
    selector = given.text(0)
    classes, wanted = given.options.get("classes", ()), given.options.get("wanted", ())
    for name in classes:  # pyright: ignore[reportGeneralTypeIssues,reportUnknownVariableType,reportOptionalIterable]
        selector += f".{name}"
    for name, value in wanted:  # pyright: ignore[reportGeneralTypeIssues,reportUnknownVariableType,reportOptionalIterable]
        selector += f"[{name}]" if value is None else f'[{name}="{value}"]'
    return ElementPlace(selector, given.text(1, "attribute", ""))


_DECODINGS = {"unquote": Decoding.URL, "unescaped": Decoding.JSON}
_PLACES: Mapping[str, Callable[[_Given], Place]] = {
    "json_value": _json,
    "form_value": lambda given: FieldPlace(given.text(0)),
    "element_value": _element,
    "link_value": lambda given: LinkPlace(given.text(0)),
    "pattern_value": lambda given: PatternPlace(given.text(0), given.number(1, "group", 1)),
    "header_value": lambda given: HeaderPlace(given.text(0)),
    "cookie_value": lambda given: CookiePlace(given.text(1)),
    "address_value": lambda given: AddressPlace(given.text(0)),
}
