"""How a user begins and ends → the lines of `on_start` and `on_stop`."""

from collections.abc import Iterator

from studio.journey.journey import Client
from studio.locustfile.block import Call
from studio.locustfile.emit_block import call_of, emit_blocks
from studio.locustfile.emit_method import emit_body, take_line
from studio.locustfile.emit_parts import beside
from studio.locustfile.layout import INDENT, Group, lay_out
from studio.locustfile.plan import PlannedUser
from studio.locustfile.planned_step import PlannedTake
from studio.locustfile.source_map import marked


def emit_start(user: PlannedUser) -> Iterator[str]:
    """Yield the lines of `on_start`; none where there is nothing to do."""
    if user.client is Client.HTTP and user.headers:
        yield from lay_out(Group("self.client.headers.update(", (user.headers,), ")"), 2)
    if user.client is Client.HTTP and not user.tls.verify:
        yield f"{INDENT * 2}self.client.verify = False"
    elif user.client is Client.HTTP and user.tls.authority:
        yield f"{INDENT * 2}self.client.verify = str({beside(user.tls.authority)})"
    yield from (f"{INDENT * 2}{feed}.expect()" for feed in user.expects)
    yield from map(take_line, user.takes_at_start)
    yield from emit_blocks(user.prepared, 2, "self")
    if user.starts_in_place:
        yield from marked(user.once[0].id, emit_body(user.once[0]))
    elif user.starts_until_it_succeeds:
        yield from _again_and_again(user)
    elif user.start_gives_up:
        yield f"{INDENT * 2}try:"
        yield from emit_blocks(user.start, 3, "self")
        yield f"{INDENT * 2}except RescheduleTask:"
        yield f"{INDENT * 3}raise GreenletExit() from None"
    else:
        yield from emit_blocks(user.start, 2, "self")


def emit_end(user: PlannedUser) -> Iterator[str]:
    """Yield the lines of `on_stop`; none where there is nothing to do.

    A row of its own goes back whatever happens before.
    """
    takes = list(map(take_line, user.takes_at_end))
    prepared = [*takes, *emit_blocks(user.begin_end, 2, "self")]
    rows = list(map(_give_back, user.own_rows))
    if user.end and (rows or user.end_gives_up):
        yield f"{INDENT * 2}try:"
        yield from (INDENT + line for line in prepared)
        yield from emit_blocks(user.end, 3, "self")
        if user.end_gives_up:
            yield f"{INDENT * 2}except RescheduleTask:"
            yield f"{INDENT * 3}pass  # it counts as failed already, and nothing comes after it"
        if rows:
            yield f"{INDENT * 2}finally:"
            yield from (INDENT + row for row in rows)
    else:
        yield from (*prepared, *emit_blocks(user.end, 2, "self"), *rows)


def _again_and_again(user: PlannedUser) -> Iterator[str]:
    yield f"{INDENT * 2}while True:"
    yield f"{INDENT * 3}try:"
    match user.start:
        case (*before, Call(counted_as=None) as last):
            yield from emit_blocks(before, 4, "self")
            yield f"{INDENT * 4}return {call_of(last)}"
        case _:
            yield from emit_blocks(user.start, 4, "self")
            yield f"{INDENT * 4}return"
    yield f"{INDENT * 3}except RescheduleTask:"
    yield f"{INDENT * 4}{'time.sleep(1)' if user.never_waits else 'self.wait()'}"


def _give_back(take: PlannedTake) -> str:
    return f"{INDENT * 2}{take.feed}.give_back({take.row})"
