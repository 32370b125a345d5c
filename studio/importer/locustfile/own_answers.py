"""What our own files do with an answer → takes and checks, to the last of them."""

import ast
from collections.abc import Sequence
from dataclasses import replace

from studio.importer.locustfile.expressions import text_of
from studio.importer.locustfile.own_checks import Condition, on_failure_of
from studio.importer.locustfile.own_takes import Found, found_by
from studio.importer.locustfile.scope import NotVisualError, Scope, attribute_of_self
from studio.journey.check import Check, StatusCheck
from studio.journey.take import IfMissing, Take

_FIRST_FAILURE = 400
_HELD = "found"
"""What our files call a value they look at before it is kept, or that is only checked."""


def read_own_answer(
    body: Sequence[ast.stmt], name: str, scope: Scope
) -> tuple[tuple[Take, ...], tuple[Check, ...]]:
    """Return what is taken from an answer and checked of it; see `answers.read_answer`.

    Raises:
        NotVisualError: Something is done there that our files do not do.
    """
    takes: list[Take] = []
    checks: list[Check] = []
    held: dict[str, Found] = {}
    for statement in body:
        match statement:
            case ast.Assign([ast.Name(local)], value) if local == _HELD:
                held[local] = found_by(value, name)
            case ast.Assign([target], value) if not _is_meta(target, name):
                takes.append(found_by(value, name).take(_known(target, scope)))
            case ast.If(test, inner, orelse) if _is_kept(test):
                takes.append(_kept(held[_HELD], inner, orelse, scope))
            case ast.If(
                ast.Compare(ast.Name(), [ast.Is()], _), _, [ast.If(test, inner, [])]
            ) | ast.If(test, inner, []):
                condition = Condition(name, on_failure_of(inner, name), held, scope)
                checks.append(condition.check(test))
            case _ if _is_bookkeeping(statement, name) and any(map(_wants_failure, checks)):
                pass
            case _:
                raise NotVisualError
    return tuple(takes), tuple(checks)


def _known(target: ast.expr, scope: Scope) -> str:
    """Return the variable a target is, and know it from now on."""
    attribute = attribute_of_self(target)
    if attribute is not None:
        scope.attributes.add(attribute)
        return attribute
    if isinstance(target, ast.Name):
        scope.locals.add(target.id)
        return target.id
    raise NotVisualError


def _is_kept(test: ast.expr) -> bool:
    match test:
        case ast.Compare(ast.Name(held), [ast.IsNot()], [ast.Constant(None)]):
            return held == _HELD
        case _:
            return False


def _kept(
    found: Found, inner: Sequence[ast.stmt], orelse: Sequence[ast.stmt], scope: Scope
) -> Take:
    """Return a take of a value that may be missing."""
    match inner, orelse:
        case [ast.Assign([target], value)], []:
            take = _as_decoded(found, value).take(_known(target, scope))
            return replace(take, if_missing=IfMissing.KEEP)
        case [ast.Assign([target], value)], [ast.Assign([_], default)]:
            text = text_of(default, scope)
            take = _as_decoded(found, value).take(_known(target, scope))
            return replace(take, if_missing=IfMissing.DEFAULT, default=text)
        case _:
            raise NotVisualError


def _as_decoded(found: Found, value: ast.expr) -> Found:
    if isinstance(value, ast.Name) and value.id == _HELD:
        return found
    raise NotVisualError


def _is_meta(target: ast.expr, name: str) -> bool:
    match target:
        case ast.Subscript(ast.Attribute(ast.Name(owner), "request_meta"), _):
            return owner == name
        case _:
            return False


def _wants_failure(check: Check) -> bool:
    """Return whether a status passes that would otherwise be a failure."""
    if not isinstance(check, StatusCheck):
        return False
    return max((*check.statuses, *(it * 100 for it in check.families))) >= _FIRST_FAILURE


def _is_bookkeeping(statement: ast.stmt, name: str) -> bool:
    """Return whether a statement only lets a wanted status of 400 or more pass."""
    match statement:
        case ast.Expr(ast.Call(ast.Attribute(ast.Name(owner), "success"), [], [])):
            return owner == name
        case ast.Assign([target], ast.Constant(None)):
            return _is_meta(target, name)
        case _:
            return False
