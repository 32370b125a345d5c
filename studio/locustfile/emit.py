"""Plan → text: the locustfile an engineer would have written by hand."""

from collections.abc import Iterable, Iterator

from studio.journey.data_file import RowUse
from studio.journey.journey import Client
from studio.locustfile import feed, preamble
from studio.locustfile.emit_imports import emit_imports
from studio.locustfile.emit_shape import PLANNED_LOAD, emit_note, emit_stages
from studio.locustfile.emit_user import BASE_CLASS, emit_base, emit_user
from studio.locustfile.layout import Group, Leaf, lay_out, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.plan import Plan, PlannedConstant, PlannedFeed, PlannedSecret
from studio.locustfile.source_map import MappedSource, read_marks

WRITER = 3
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
    functions = [*_secrets(plan), *_constants(plan), *_functions(plan), *_feeds(plan)]
    head = [f'"""Written by Swarmbook (writer {WRITER})."""\n'] if functions else []
    parts = [*head, emit_imports(plan)]
    parts += [preamble.TLS, preamble.EVERY_FAILURE] if plan.has(Client.FAST) else []
    text = "\n".join(parts)
    return "\n\n".join([text, *functions, *_classes(plan), *_load(plan)])


def _load(plan: Plan) -> Iterator[str]:
    if plan.stages:
        yield emit_stages(plan.stages) + "\n\n" + PLANNED_LOAD
    elif plan.load_note:
        yield emit_note(plan.load_note)


def _secrets(plan: Plan) -> Iterator[str]:
    if plan.secrets:
        yield preamble.FROM_ENVIRONMENT
        yield "".join(map(_secret, plan.secrets))


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


def _functions(plan: Plan) -> Iterator[str]:
    fast = {user.answer_within_s for user in plan.users if user.client is Client.FAST}
    punctual = {user.answer_within_s for user in plan.users if user.client is Client.HTTP}
    if fast:
        longest = _longest(fast)
        if longest:
            yield preamble.no_answer_error(longest)
        yield preamble.COUNTED_RESPONSE
        yield preamble.make_dependable(longest) if longest else preamble.MAKE_COUNTABLE
    if longest := _longest(punctual):
        yield preamble.make_punctual(longest)
    checked = {user.client for user in plan.users if user.has_checks}
    if checked == {Client.FAST}:
        yield preamble.FAIL_FAST
    elif checked == {Client.HTTP}:
        yield preamble.FAIL_HTTP
    elif checked:
        yield preamble.FAIL_ANY


def _longest(deadlines_s: Iterable[float | None]) -> str | None:
    """Return the longest deadline as source, to the millisecond; None if there is none."""
    longest_s = max((s for s in deadlines_s if s is not None), default=None)
    return None if longest_s is None else number_literal(round(longest_s, 3))


def _classes(plan: Plan) -> Iterator[str]:
    shares_base = sum(user.client is Client.FAST for user in plan.users) > 1
    if shares_base:
        yield emit_base()
    for user in plan.users:
        base = BASE_CLASS if shares_base and user.client is Client.FAST else None
        yield emit_user(user, base)
