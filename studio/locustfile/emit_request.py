"""One request of a plan → lines, with its check."""

from dataclasses import replace

from studio.locustfile.layout import INDENT, Group, Leaf, lay_out, prefixed
from studio.locustfile.plan import PlannedRequest
from studio.locustfile.source_map import marked

_FIRST_FAILURE = 400


def emit_request(request: PlannedRequest, depth: int) -> list[str]:
    """Return the lines of a request, indented `depth` times, between its marks."""
    return list(marked(request.id, _lines(request, depth)))


def _lines(request: PlannedRequest, depth: int) -> list[str]:
    if not request.statuses:
        return lay_out(request.call, depth)
    call = request.call
    if isinstance(call, Group):
        call = replace(call, items=(*call.items, Leaf("catch_response=True")))
    inside = [_condition(request.statuses), INDENT + _failure(request.statuses)]
    if max(request.statuses) >= _FIRST_FAILURE:
        inside.append("response.success()")
    return [
        *lay_out(prefixed("with ", call), depth, " as response:"),
        *(INDENT * (depth + 1) + line for line in inside),
    ]


def _condition(statuses: tuple[int, ...]) -> str:
    if len(statuses) == 1:
        return f"if response.status_code != {statuses[0]}:"
    return f"if response.status_code not in {statuses}:"


def _failure(statuses: tuple[int, ...]) -> str:
    wanted = " or ".join(map(str, statuses))
    return f'fail(response, f"status {{response.status_code}} instead of {wanted}")'
