"""One request of a plan → lines, with what is done with its answer."""

from dataclasses import replace

from studio.locustfile.layout import Group, Leaf, lay_out, prefixed
from studio.locustfile.planned_step import PlannedRequest
from studio.locustfile.source_map import marked
from studio.locustfile.statement import lay_out_all


def emit_request(request: PlannedRequest, depth: int) -> list[str]:
    """Return the lines of a request, indented `depth` times, between its marks."""
    return list(marked(request.id, _lines(request, depth)))


def _lines(request: PlannedRequest, depth: int) -> list[str]:
    if not request.inside:
        return lay_out(request.call, depth)
    call = request.call
    if isinstance(call, Group):
        call = replace(call, items=(*call.items, Leaf("catch_response=True")))
    return [
        *lay_out(prefixed("with ", call), depth, " as response:"),
        *lay_out_all(request.inside, depth + 1),
    ]
