"""Conditions by which our own files check an answer → checks."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from studio.importer.locustfile.expressions import number_of, text_of
from studio.importer.locustfile.own_takes import Found, found_by
from studio.importer.locustfile.scope import NotVisualError, Scope
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    MatchesCheck,
    OnFailure,
    Operator,
    SizeCheck,
    StatusCheck,
    WithinCheck,
)
from studio.journey.take import HeaderPlace, JsonPlace
from studio.journey.template import Text

_FAMILY = 100


def on_failure_of(body: Sequence[ast.stmt], name: str) -> OnFailure:
    """Return what a user does after this failure.

    Raises:
        NotVisualError: It is no failure of the answer.
    """
    match body:
        case [ast.Expr(ast.Call(ast.Name("fail"), [ast.Name(owner), _], []))] if owner == name:
            return OnFailure.GIVE_UP
        case [ast.Expr(ast.Call(ast.Name("count_failed"), [ast.Name(owner), _], [])), *rest] if (
            owner == name
        ):
            return _after(rest)
        case _:
            raise NotVisualError


def _after(rest: Sequence[ast.stmt]) -> OnFailure:
    match rest:
        case []:
            return OnFailure.GO_ON
        case [ast.Raise(ast.Call(ast.Name("StopUser"), [], []), None)]:
            return OnFailure.STOP_USER
        case _:
            raise NotVisualError


@dataclass(frozen=True, slots=True)
class Condition:
    """Where a condition stands: what it is about, and what follows from it."""

    name: str
    """Of the answer."""

    on_failure: OnFailure
    found: Mapping[str, Found]
    """What local names hold of the answer."""

    scope: Scope
    """What other names mean."""

    def check(self, test: ast.expr) -> Check:
        """Return the check that fails where a test holds.

        Raises:
            NotVisualError: It is something else.
        """
        match test:
            case ast.Compare(left, [operator], [right]):
                return self._compared(left, operator, right)
            case ast.UnaryOp(ast.Not(), ast.Call() as call):
                return self._negated(call)
            case _:
                raise NotVisualError

    def _compared(self, left: ast.expr, operator: ast.cmpop, right: ast.expr) -> Check:
        measure = _measured(left, self.name)
        if measure == "status_code" and isinstance(operator, ast.NotEq | ast.NotIn):
            return StatusCheck(*_statuses(right), on_failure=self.on_failure)
        if measure == "response_time" and isinstance(operator, ast.Gt):
            return WithinCheck(number_of(right), self.on_failure)
        if measure == "response_length" and type(operator) in _OPPOSITES:
            size = int(number_of(right))
            return SizeCheck(_OPPOSITES[type(operator)], size, self.on_failure)
        if not measure and _is_text(right, self.name):
            if isinstance(operator, ast.NotIn):
                return ContainsCheck(text_of(left, self.scope), self.on_failure)
            if isinstance(operator, ast.In):
                return AbsentCheck(text_of(left, self.scope), self.on_failure)
        raise NotVisualError

    def _negated(self, call: ast.Call) -> Check:
        match call:
            case ast.Call(ast.Name("holds"), [left, ast.Constant(str() as word), right], []):
                if word not in list(Operator):
                    raise NotVisualError
                return self._held(left, Operator(word), text_of(right, self.scope))
            case ast.Call(
                ast.Attribute(ast.Name("re"), "search"), [ast.Constant(str() as regex), left], []
            ):
                if _is_text(left, self.name):
                    return MatchesCheck(regex, self.on_failure)
                if _is_size(left, self.name) and regex.isdecimal():
                    return SizeCheck(Operator.MATCHES, int(regex), self.on_failure)
                return self._held(left, Operator.MATCHES, regex)
            case _:
                raise NotVisualError

    def _held(self, left: ast.expr, operator: Operator, value: Text) -> Check:
        if operator is Operator.CONTAINS and _is_text(left, self.name):
            return ContainsCheck(value, self.on_failure)
        known = self.found.get(left.id) if isinstance(left, ast.Name) else None
        match (known or found_by(left, self.name)).place:
            case JsonPlace(path):
                return JsonCheck(path, operator, value, self.on_failure)
            case HeaderPlace(header):
                return HeaderCheck(header, operator, value, self.on_failure)
            case _:
                raise NotVisualError


def _is_text(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Call(ast.Name("text_of"), [ast.Name(owner)], []):
            return owner == name
        case _:
            return False


def _measured(node: ast.expr, name: str) -> str:
    """Return which measure of the answer this is; empty for none."""
    match node:
        case ast.Attribute(ast.Name(owner), "status_code") if owner == name:
            return "status_code"
        case ast.Subscript(
            ast.Attribute(ast.Name(owner), "request_meta"), ast.Constant(str() as key)
        ) if owner == name:
            return key
        case _:
            return ""


def _is_size(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Call(ast.Name("str"), [inner], []):
            return _measured(inner, name) == "response_length"
        case _:
            return False


def _statuses(node: ast.expr) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the statuses and the families that pass."""
    match node:
        case ast.Tuple(items):
            pairs = [_statuses(it.value if isinstance(it, ast.Starred) else it) for it in items]
            statuses = tuple(it for one, _ in pairs for it in one)
            return statuses, tuple(it for _, family in pairs for it in family)
        case ast.Constant(int() as status):
            return (status,), ()
        case ast.Call(
            ast.Name("range"), [ast.Constant(int() as first), ast.Constant(int() as end)]
        ):
            if first % _FAMILY == 0 and end == first + _FAMILY:
                return (), (first // _FAMILY,)
        case _:
            pass
    raise NotVisualError


_OPPOSITES: Mapping[type[ast.cmpop], Operator] = {
    ast.LtE: Operator.MORE,
    ast.Lt: Operator.AT_LEAST,
    ast.GtE: Operator.LESS,
    ast.Gt: Operator.AT_MOST,
    ast.NotEq: Operator.EQUAL,
    ast.Eq: Operator.NOT_EQUAL,
}
