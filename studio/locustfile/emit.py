"""Plan → text: the locustfile an engineer would have written by hand."""

from collections.abc import Iterator

from studio.journey.data_file import RowUse
from studio.journey.journey import Client
from studio.locustfile import feed, preamble, preamble_blocks
from studio.locustfile.emit_goals import emit_goals
from studio.locustfile.emit_imports import emit_imports
from studio.locustfile.emit_parts import emit_files, emit_functions, emit_trust
from studio.locustfile.emit_shape import PLANNED_LOAD, emit_note, emit_stages
from studio.locustfile.emit_user import BASE_CLASS, emit_base, emit_user
from studio.locustfile.layout import Group, Leaf, lay_out, prefixed
from studio.locustfile.literal import text_literal
from studio.locustfile.plan import Plan, PlannedConstant, PlannedFeed, PlannedSecret
from studio.locustfile.source_map import MappedSource, read_marks

WRITER = 5
"""Rises when the text for an unchanged journey changes."""


def emit(plan: Plan) -> str:
    """Return the source of a locustfile that carries out the plan.

    The same plan always gives the same text. Every value from a journey passes through `literal`,
    so nothing that was recorded or typed can become code.
    """
    return emit_mapped(plan).text


def emit_mapped(plan: Plan) -> MappedSource:
    """Return the same source, and where in it the steps and requests of the journeys stand."""
    return read_marks(_marked_source(plan))


def _marked_source(plan: Plan) -> str:
    functions = [*_secrets(plan), *_constants(plan), *emit_functions(plan)]
    functions += [*_of_blocks(plan), *_feeds(plan)]
    head = [f'"""Written by Swarmbook (writer {WRITER})."""\n'] if functions else []
    parts = [*head, emit_imports(plan)]
    parts += () if _asks_first(plan) else emit_trust(plan)
    parts += [preamble.EVERY_FAILURE] if plan.has(Client.FAST) else []
    text = "\n".join([*parts, *emit_files(plan)])
    return "\n\n".join([text, *functions, *_classes(plan), *_load(plan), *_goals(plan)])


def _asks_first(plan: Plan) -> bool:
    """Return whether secrets must be read before it is known how connections are trusted."""
    return any(user.tls.certificate for user in plan.users)


def _goals(plan: Plan) -> list[str]:
    return emit_goals(plan.goals) if plan.goals else []


def _load(plan: Plan) -> Iterator[str]:
    if plan.stages:
        yield emit_stages(plan.stages) + "\n\n" + PLANNED_LOAD
    elif plan.load_note:
        yield emit_note(plan.load_note)


def _secrets(plan: Plan) -> Iterator[str]:
    if plan.secrets:
        yield preamble.FROM_ENVIRONMENT
        yield "".join(map(_secret, plan.secrets))
    if _asks_first(plan):
        yield from emit_trust(plan)


def _secret(secret: PlannedSecret) -> str:
    return f"{secret.constant} = read_secret({text_literal(secret.environment_name)})\n"


def _constants(plan: Plan) -> Iterator[str]:
    if plan.constants:
        yield "\n".join(line for it in plan.constants for line in _constant(it)) + "\n"


def _constant(planned: PlannedConstant) -> list[str]:
    value = Leaf(text_literal(planned.value))
    if not planned.environment_name:
        return lay_out(prefixed(f"{planned.constant} = ", value), 0)
    arguments = (Leaf(text_literal(planned.environment_name)), value)
    return lay_out(Group(f"{planned.constant} = os.environ.get(", arguments, ")"), 0)


def _of_blocks(plan: Plan) -> Iterator[str]:
    """Yield what blocks need, each once, in a fixed order."""
    uses = plan.uses
    parts = {
        preamble_blocks.COUNT_STEP: bool(uses & {"counted", "give_up"}),
        preamble_blocks.COUNTED: "counted" in uses,
        preamble_blocks.GIVE_UP: "give_up" in uses,
        preamble_blocks.WALK_CHAIN: "walk_chain" in uses,
        preamble_blocks.ITEMS_OF: "items_of" in uses,
        preamble_blocks.BASE64_OF: "base64_of" in uses,
    }
    yield from (part for part, is_used in parts.items() if is_used)
    if plan.counters:
        yield preamble_blocks.COUNTER
        yield "".join(f"{it.name} = Counter({it.first})\n" for it in plan.counters)


def _feeds(plan: Plan) -> Iterator[str]:
    if not plan.feeds:
        return
    yield feed.EACH_ROW
    if any(it.rows is not RowUse.ANY and not it.is_used_up for it in plan.feeds):
        yield feed.AGAIN_AND_AGAIN
    if any(it.rows is RowUse.ANY for it in plan.feeds):
        yield feed.AT_RANDOM
    yield feed.FEED
    yield "\n".join(line for it in plan.feeds for line in _feed(it)) + "\n"


def _feed(planned: PlannedFeed) -> list[str]:
    order = "each_row" if planned.is_used_up else "again_and_again"
    order = "at_random" if planned.rows is RowUse.ANY else order
    items = [Leaf(text_literal(planned.file_name)), Leaf(order)]
    items += [Leaf("at_once=1")] if planned.rows is RowUse.OWN else []
    return lay_out(Group(f"{planned.name} = Feed(", tuple(items), ")"), 0)


def _classes(plan: Plan) -> Iterator[str]:
    shares_base = sum(user.client is Client.FAST for user in plan.users) > 1
    if shares_base:
        yield emit_base(has_several_deadlines=plan.has_several_deadlines(Client.FAST))
    for user in plan.users:
        base = BASE_CLASS if shares_base and user.client is Client.FAST else None
        several = plan.has_several_deadlines(user.client)
        yield emit_user(user, base, has_several_deadlines=several)
