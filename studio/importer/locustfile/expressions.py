"""Expressions of a locustfile → texts, pairs and JSON with its holes."""

import ast
import json
from collections.abc import Iterator
from typing import Any

from studio.importer.locustfile.scope import NotVisualError, Scope, attribute_of_self
from studio.journey.body import Hole, HoleType, Pairs
from studio.journey.made import Clock, ClockUnit, Decimal, How, Integer, OneOf, Uuid
from studio.journey.template import Piece, Text, Variable, joined, pieces_of


def text_of(node: ast.expr, scope: Scope) -> Text:
    """Return the text an expression gives.

    Raises:
        NotVisualError: It is more than literals, variables and values made up.
    """
    match node:
        case ast.Constant(str() | bool() | int() | float() as value):
            return str(value)
        case ast.JoinedStr(values):
            return joined(piece for it in values for piece in pieces_of(_formatted(it, scope)))
        case ast.BinOp(left, ast.Add(), right) if _is_text(left) or _is_text(right):
            return joined([*pieces_of(text_of(left, scope)), *pieces_of(text_of(right, scope))])
        case ast.Call(ast.Name("str" | "int" | "quote"), [inner], _):
            return text_of(inner, scope)
        case ast.Name(name) if name in scope.constants:
            return scope.constants[name]
        case _:
            return (_variable(node, scope),)


def pairs_of(node: ast.expr, scope: Scope) -> Pairs:
    """Return the names and texts of a dict, or of a list of pairs.

    Raises:
        NotVisualError: It holds more than literals and variables.
    """
    match node:
        case ast.Dict(keys, values):
            found = [(_literal_key(key), value) for key, value in zip(keys, values, strict=True)]
        case ast.List(items) | ast.Tuple(items):
            found = [_pair(item) for item in items]
        case _:
            raise NotVisualError
    return tuple((name, text) for name, value in found for text in _texts(value, scope))


def json_of(node: ast.expr, scope: Scope) -> tuple[str, tuple[Hole, ...]]:
    """Return a JSON text, and the holes that variables fill.

    Raises:
        NotVisualError: It holds more than literals and variables.
    """
    holes: list[Hole] = []
    value = _json_value(node, "", scope, holes)
    return json.dumps(value, ensure_ascii=False), tuple(holes)


def number_of(node: ast.expr) -> float:
    """Return a number that is written out.

    Raises:
        NotVisualError: It is something else.
    """
    match node:
        case ast.Constant(int() | float() as value) if not isinstance(value, bool):
            return float(value)
        case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as value)):
            return -float(value)
        case _:
            raise NotVisualError


def _is_text(node: ast.expr) -> bool:
    match node:
        case ast.Constant(str()) | ast.JoinedStr() | ast.Call(ast.Name("str")):
            return True
        case ast.BinOp(left, ast.Add(), right):
            return _is_text(left) or _is_text(right)
        case _:
            return False


def _formatted(node: ast.expr, scope: Scope) -> Text:
    match node:
        case ast.Constant(str() as value):
            return value
        case ast.FormattedValue(value, -1, None):
            return text_of(value, scope)
        case _:
            raise NotVisualError


def _variable(node: ast.expr, scope: Scope) -> Piece:
    attribute = attribute_of_self(node)
    if attribute is not None and attribute in scope.attributes:
        return Variable(attribute)
    match node:
        case ast.Name(name) if name in scope.locals:
            return Variable(name)
        case ast.Subscript(owner, ast.Constant(str() as column)):
            table = scope.rows.get(attribute_of_self(owner) or "")
            if table is None:
                raise NotVisualError
            return Variable(f"{table}.{column}")
        case ast.Call():
            return Variable(scope.make(*_how(node)))
        case _:
            raise NotVisualError


def _how(call: ast.Call) -> tuple[How, str]:
    """Return how a value is made up, and what its variable may be called."""
    match call:
        case ast.Call(ast.Attribute(ast.Name("random"), "randint"), [low, high], []):
            return Integer(int(number_of(low)), int(number_of(high))), "number"
        case ast.Call(ast.Attribute(ast.Name("random"), "randrange"), [high], []):
            return Integer(0, int(number_of(high)) - 1), "number"
        case ast.Call(ast.Attribute(ast.Name("random"), "uniform"), [low, high], []):
            return Decimal(number_of(low), number_of(high), 6), "decimal"
        case ast.Call(ast.Attribute(ast.Name("random"), "choice"), [values], []):
            return OneOf(tuple(_strings(values))), "choice"
        case ast.Call(ast.Attribute(ast.Name("uuid"), "uuid4"), [], []):
            return Uuid(), "uuid"
        case ast.Call(ast.Attribute(ast.Name("time"), "time"), [], []):
            return Clock(ClockUnit.S), "time_s"
        case _:
            raise NotVisualError


def _strings(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.List(items) | ast.Tuple(items) if items:
            for item in items:
                match item:
                    case ast.Constant(str() | int() | float() as value):
                        yield str(value)
                    case _:
                        raise NotVisualError
        case _:
            raise NotVisualError


def _literal_key(node: ast.expr | None) -> str:
    match node:
        case ast.Constant(str() | int() as key):
            return str(key)
        case _:
            raise NotVisualError


def _pair(node: ast.expr) -> tuple[str, ast.expr]:
    match node:
        case ast.Tuple([key, value]) | ast.List([key, value]):
            return _literal_key(key), value
        case _:
            raise NotVisualError


def _texts(value: ast.expr, scope: Scope) -> Iterator[Text]:
    """Yield the text of a field; a list is the field several times, and None is not sent."""
    match value:
        case ast.List(items) | ast.Tuple(items):
            yield from (text_of(item, scope) for item in items)
        case ast.Constant(None):
            return
        case _:
            yield text_of(value, scope)


def _json_value(node: ast.expr, at: str, scope: Scope, holes: list[Hole]) -> Any:  # noqa: ANN401
    match node:
        case ast.Dict(keys, values):
            names = [_literal_key(key) for key in keys]
            return {
                name: _json_value(value, f"{at}/{_escaped(name)}", scope, holes)
                for name, value in zip(names, values, strict=True)
            }
        case ast.List(items) | ast.Tuple(items):
            return [_json_value(it, f"{at}/{i}", scope, holes) for i, it in enumerate(items)]
        case ast.Constant(None | str() | bool() | int() | float() as value):
            return value
        case ast.UnaryOp(ast.USub(), ast.Constant(int() | float() as value)):
            return -value
        case ast.Call(ast.Attribute(ast.Name("json"), "loads"), [inner], []):
            holes.append(Hole(at, text_of(inner, scope), HoleType.JSON))
            return 0
        case _:
            holes.append(Hole(at, text_of(node, scope)))
            return ""


def _escaped(name: str) -> str:
    """Return a key as RFC 6901 writes it in a pointer."""
    return name.replace("~", "~0").replace("/", "~1")
