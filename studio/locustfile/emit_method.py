"""One method of a user class → lines."""

from collections.abc import Iterator

from studio.locustfile.block import Source
from studio.locustfile.comment import comment_line, one_line
from studio.locustfile.emit_block import counted_line, emit_blocks
from studio.locustfile.emit_request import emit_request
from studio.locustfile.layout import INDENT, Group, Leaf, lay_out, prefixed
from studio.locustfile.literal import text_literal
from studio.locustfile.planned_step import PlannedStep, PlannedTake
from studio.locustfile.source_map import marked


def emit_method(step: PlannedStep) -> list[str]:
    """Return the lines of a method, between the marks of its node."""
    head = f"{INDENT}def {step.method}(self):"
    return list(marked(step.id, [*_decorators(step), head, *emit_body(step)]))


def emit_body(step: PlannedStep) -> list[str]:
    """Return what stands in a method."""
    takes = list(map(take_line, step.takes))
    begin = [*takes, *emit_blocks(step.begin, 2, step.user)]
    done = list(_done(step))
    return [*comment_line(step.note, 2), *begin, *done] if begin or done else _empty(step)


def emit_return(value: Source) -> list[str]:
    """Return the line that gives back a value, in brackets where only they make it fit."""
    return lay_out(prefixed("return ", value.node), 2)


def take_line(take: PlannedTake) -> str:
    """Return the line that takes a row of a feed."""
    return f"{INDENT * 2}{take.row} = {take.feed}.take()"


def tag_lines(tags: tuple[str, ...]) -> list[str]:
    """Return the decorator by which a run can leave a task out."""
    items = tuple(Leaf(text_literal(it)) for it in tags)
    return lay_out(Group("@tag(", items, ")"), 1) if tags else []


def _done(step: PlannedStep) -> Iterator[str]:
    """Yield requests, blocks and code; a pause after them is not counted with them."""
    if step.counted_as is None:
        yield from _requests(step, 2)
        yield from emit_blocks(step.body, 2, step.user)
    else:
        pauses = step.body if step.requests else ()
        inner = [*_requests(step, 3), *emit_blocks(() if pauses else step.body, 3, step.user)]
        yield from counted_line(step.counted_as, 2, step.user)
        yield from inner or [f"{INDENT * 3}pass"]
        yield from emit_blocks(pauses, 2, step.user)
    if step.code:
        yield f'{INDENT * 2}# Code "{one_line(step.code_name or "", 60)}"'
        yield from step.code
        yield f"{INDENT * 2}# End of code"


def _requests(step: PlannedStep, depth: int) -> list[str]:
    return [
        line
        for request in step.requests
        for line in (*comment_line(request.note, depth), *emit_request(request, depth))
    ]


def _empty(step: PlannedStep) -> list[str]:
    return [*comment_line(step.note, 2), f"{INDENT * 2}pass"]


def _decorators(step: PlannedStep) -> Iterator[str]:
    yield from tag_lines(step.tags)
    if step.transitions:
        named = ((name or "leave", weight) for name, weight in step.transitions)
        weights = (Leaf(f"{text_literal(name)}: {weight}") for name, weight in named)
        following = Group("{", tuple(weights), "}", is_display=True)
        yield from lay_out(Group("@transitions(", (following,), ")"), 1)
    if step.weight is not None:
        yield INDENT + ("@task" if step.weight == 1 else f"@task({step.weight})")
