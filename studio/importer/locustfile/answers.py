"""What a locustfile does with an answer → takes and checks."""

import ast
from collections.abc import Sequence

from studio.importer.locustfile.expressions import number_of, text_of
from studio.importer.locustfile.own_answers import read_own_answer
from studio.importer.locustfile.scope import NotVisualError, Scope, attribute_of_self
from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    JsonCheck,
    OnFailure,
    Operator,
    StatusCheck,
    WithinCheck,
)
from studio.journey.take import HeaderPlace, JsonPath, JsonPlace, Take

_FIRST_FAILURE = 400


def read_answer(
    body: Sequence[ast.stmt], name: str, scope: Scope
) -> tuple[tuple[Take, ...], tuple[Check, ...]]:
    """Return what is taken from an answer and checked of it.

    Args:
        body: What stands within `with … as name:`.
        name: Of the answer.
        scope: What names mean; what is taken is known there from then on.

    Raises:
        NotVisualError: Something else is done there.
    """
    before = set(scope.attributes), set(scope.locals)
    try:
        return read_own_answer(body, name, scope)
    except NotVisualError:
        scope.attributes, scope.locals = before
        return _others_answer(body, name, scope)


def _others_answer(
    body: Sequence[ast.stmt], name: str, scope: Scope
) -> tuple[tuple[Take, ...], tuple[Check, ...]]:
    """Return the same for files of others."""
    takes: list[Take] = []
    checks: list[Check] = []
    for statement in body:
        match statement:
            case ast.Assign([target], value):
                takes.append(take_of(target, value, name, scope))
            case ast.If(test, inner, orelse):
                checks.append(_check(test, inner, orelse, name, scope))
            case ast.Expr(call) if _is_success(call, name) and _allows_failures(checks):
                pass  # a wanted status of 400 or more passes by itself
            case ast.Pass():
                pass
            case _:
                raise NotVisualError
    return tuple(takes), tuple(checks)


def take_of(target: ast.expr, value: ast.expr, name: str, scope: Scope) -> Take:
    """Return the take an assignment is, such as `self.token = response.json()["token"]`.

    Raises:
        NotVisualError: It is something else.
    """
    variable = attribute_of_self(target)
    if variable is not None:
        known = scope.attributes
    elif isinstance(target, ast.Name):
        variable, known = target.id, scope.locals
    else:
        raise NotVisualError
    place = _place(value, name)
    known.add(variable)
    return Take(variable, place)


def _place(value: ast.expr, name: str) -> JsonPlace | HeaderPlace:
    match value:
        case ast.Subscript(ast.Attribute(ast.Name(owner), "headers"), ast.Constant(str() as key)):
            if owner == name:
                return HeaderPlace(key)
            raise NotVisualError
        case _:
            return JsonPlace(_json_path(value, name))


def _json_path(value: ast.expr, name: str) -> JsonPath:
    match value:
        case ast.Call(ast.Attribute(ast.Name(owner), "json"), [], []) if owner == name:
            return ()
        case ast.Attribute(ast.Name(owner), "js") if owner == name:
            return ()
        case ast.Subscript(inner, ast.Constant(str() | int() as key)):
            return (*_json_path(inner, name), key)
        case ast.Subscript(inner, ast.UnaryOp(ast.USub(), ast.Constant(int() as index))):
            return (*_json_path(inner, name), -index)
        case ast.Call(ast.Attribute(inner, "get"), [ast.Constant(str() as key)], []):
            return (*_json_path(inner, name), key)
        case _:
            raise NotVisualError


def _check(
    test: ast.expr, inner: list[ast.stmt], orelse: list[ast.stmt], name: str, scope: Scope
) -> Check:
    if orelse:  # `if ok: success() else: failure(…)`, or the other way round
        if _fails(orelse, name) is not None and _only_success(inner, name):
            return _held(_negated(test), name, _fails(orelse, name), scope)
        if not _only_success(orelse, name):
            raise NotVisualError
    on_failure = _fails(inner, name)
    return _held(test, name, on_failure, scope)


def _negated(test: ast.expr) -> ast.expr:
    match test:
        case ast.Compare(left, [operator], rights) if type(operator) in _OPPOSITES:
            return ast.Compare(left, [_OPPOSITES[type(operator)]()], rights)
        case _:
            raise NotVisualError


_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
}


def _held(test: ast.expr, name: str, on_failure: OnFailure | None, scope: Scope) -> Check:
    """Return the check that fails where a test holds."""
    if on_failure is None:
        raise NotVisualError
    match test:
        case ast.Compare(left, [ast.NotEq()], [ast.Constant(int() as status)]) if _is_status(
            left, name
        ):
            return StatusCheck((status,), on_failure=on_failure)
        case ast.Compare(left, [ast.NotIn()], [statuses]) if _is_status(left, name):
            return StatusCheck(_statuses(statuses), on_failure=on_failure)
        case ast.Compare(text, [ast.NotIn()], [where]) if _is_text(where, name):
            return ContainsCheck(text_of(text, scope), on_failure)
        case ast.Compare(text, [ast.In()], [where]) if _is_text(where, name):
            return AbsentCheck(text_of(text, scope), on_failure)
        case ast.Compare(left, [ast.Gt()], [limit]) if _is_elapsed_s(left, name):
            return WithinCheck(round(number_of(limit) * 1000, 3), on_failure)
        case ast.Compare(left, [ast.NotEq()], [value]):
            path = _json_path(left, name)
            return JsonCheck(path, Operator.EQUAL, text_of(value, scope), on_failure)
        case _:
            raise NotVisualError


def _is_status(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Attribute(ast.Name(owner), "status_code"):
            return owner == name
        case _:
            return False


def _is_text(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Attribute(ast.Name(owner), "text" | "content"):
            return owner == name
        case ast.BoolOp(ast.Or(), [first, ast.Constant("")]):
            return _is_text(first, name)
        case _:
            return False


def _is_elapsed_s(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Call(ast.Attribute(ast.Attribute(ast.Name(owner), "elapsed"), "total_seconds")):
            return owner == name
        case _:
            return False


def _statuses(node: ast.expr) -> tuple[int, ...]:
    match node:
        case ast.List(items) | ast.Tuple(items) | ast.Set(items) if items:
            found = [it.value for it in items if isinstance(it, ast.Constant)]
            statuses = tuple(it for it in found if isinstance(it, int))
            if len(statuses) == len(items):
                return statuses
            raise NotVisualError
        case _:
            raise NotVisualError


def _fails(body: Sequence[ast.stmt], name: str) -> OnFailure | None:
    """Return what a user does after this failure; None where it is something else."""
    match body:
        case [ast.Expr(ast.Call(ast.Name("fail"), [ast.Name(owner), _], []))] if owner == name:
            return OnFailure.GIVE_UP
        case [ast.Expr(failure)] if _is_failure(failure, name):
            return OnFailure.GO_ON
        case [ast.Expr(failure), ast.Raise(ast.Call(ast.Name("RescheduleTask"), [], []), None)]:
            return OnFailure.GIVE_UP if _is_failure(failure, name) else None
        case [ast.Expr(failure), ast.Raise(ast.Call(ast.Name("StopUser"), [], []), None)]:
            return OnFailure.STOP_USER if _is_failure(failure, name) else None
        case _:
            return None


def _is_failure(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Call(ast.Attribute(ast.Name(owner), "failure"), [_], []):
            return owner == name
        case _:
            return False


def _is_success(node: ast.expr, name: str) -> bool:
    match node:
        case ast.Call(ast.Attribute(ast.Name(owner), "success"), [], []):
            return owner == name
        case _:
            return False


def _only_success(body: Sequence[ast.stmt], name: str) -> bool:
    match body:
        case [ast.Expr(call)]:
            return _is_success(call, name)
        case [ast.Pass()]:
            return True
        case _:
            return False


def _allows_failures(checks: Sequence[Check]) -> bool:
    statuses = [it for check in checks if isinstance(check, StatusCheck) for it in check.statuses]
    return max(statuses, default=0) >= _FIRST_FAILURE
