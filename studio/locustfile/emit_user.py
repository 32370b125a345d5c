"""One user class of a plan → text."""

from collections.abc import Iterator

from studio.journey.journey import Client
from studio.journey.wait import (
    BetweenWait,
    ConstantWait,
    NoWait,
    PacingWait,
    PoissonWait,
    ThroughputWait,
    Wait,
)
from studio.locustfile.emit_parts import beside, deadline_source
from studio.locustfile.emit_request import emit_request
from studio.locustfile.layout import INDENT, Group, Leaf, lay_out, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.plan import PlannedStep, PlannedTake, PlannedUser
from studio.locustfile.source_map import marked

BASE_CLASS = "DependableUser"
"""What the fast user classes of a file share, if there are several."""

_USUAL_TLS = "TLS"
_DEPENDABLE_ATTRIBUTES = ["insecure = False", "concurrency = 1", "max_redirects = 10"]

_PREPARED = {Client.FAST: "make_dependable", Client.HTTP: "make_punctual"}


def _made_dependable(client: Client, *, has_several_deadlines: bool) -> str:
    own = ", self.answer_within_s" if has_several_deadlines else ""
    return f"""\
    def __init__(self, environment):
        super().__init__(environment)
        {_PREPARED[client]}(self.client{own})
"""


def _trusting(context: str) -> str:
    return f"""\
    def ssl_context_factory(self, cafile=None):
        return {context}
"""


def emit_base(*, has_several_deadlines: bool = False) -> str:
    """Return the class that several fast user classes share."""
    attributes = ["abstract = True", *_DEPENDABLE_ATTRIBUTES]
    lines = [f"class {BASE_CLASS}(FastHttpUser):", *(INDENT + line for line in attributes)]
    made = _made_dependable(Client.FAST, has_several_deadlines=has_several_deadlines)
    return "\n\n".join(("\n".join(lines), made + "\n" + _trusting(_USUAL_TLS)))


def emit_user(
    user: PlannedUser, base: str | None = None, *, has_several_deadlines: bool = False
) -> str:
    """Return the source of a user class.

    Args:
        user: Its plan.
        base: The class that already makes it dependable; None: it does so itself.
        has_several_deadlines: Whether the class says how long an answer may take.
    """
    is_fast = user.client is Client.FAST
    parent = base or ("FastHttpUser" if is_fast else "HttpUser")
    lines = [f"class {user.name}({parent}):", *_attributes(user, has_base=base is not None)]
    if user.is_dependable and has_several_deadlines:
        lines.insert(1, f"{INDENT}answer_within_s = {deadline_source(user.answer_within_s)}")
    blocks = ["\n".join(lines) + "\n"] if len(lines) > 1 else []
    if base is None and user.is_dependable:
        made = _made_dependable(user.client, has_several_deadlines=has_several_deadlines)
        blocks.append(made)
    if is_fast and (base is None or user.tls.constant != _USUAL_TLS):
        blocks.append(_trusting(user.tls.constant))
    blocks += ["\n".join(method) + "\n" for method in _methods(user)]
    if not blocks:
        blocks = [INDENT + "pass\n"]
    head = "" if len(lines) > 1 else lines[0] + "\n"
    return "\n\n".join([*_chain(user), head + "\n".join(blocks)])


def wait_function(wait: Wait) -> str | None:
    """Return the name of Locust's function for a wait; None where there is none."""
    match wait:
        case NoWait():
            return None
        case ConstantWait():
            return "constant"
        case BetweenWait():
            return "between"
        case PacingWait():
            return "constant_pacing"
        case ThroughputWait():
            return "constant_throughput"
        case PoissonWait():
            return "poisson"


def _attributes(user: PlannedUser, *, has_base: bool) -> Iterator[str]:
    if user.client is Client.FAST and not has_base:
        yield from (INDENT + line for line in _DEPENDABLE_ATTRIBUTES[user.tls.verify is False :])
    if user.client is Client.FAST and not user.tls.verify:
        yield f"{INDENT}insecure = True"
    if user.fixed_count is not None:
        yield f"{INDENT}fixed_count = {user.fixed_count}"
    elif user.weight != 1:
        yield f"{INDENT}weight = {user.weight}"
    if user.client is Client.FAST and user.headers:
        yield from lay_out(prefixed("default_headers = ", user.headers), 1)
    if (function := wait_function(user.wait)) is not None:
        seconds = ", ".join(number_literal(s) for s in _seconds(user.wait))
        yield f"{INDENT}wait_time = {function}({seconds})"
    yield from (f"{INDENT}{take.row.removeprefix('self.')} = None" for take in user.own_rows)
    yield from (f'{INDENT}{name} = ""' for name in user.blank)
    if user.chain is not None:
        yield f"{INDENT}tasks = [{user.chain}]"


def _seconds(wait: Wait) -> tuple[float, ...]:
    match wait:
        case NoWait():
            return ()
        case ConstantWait(s) | PacingWait(s):
            return (s,)
        case BetweenWait(low_s, high_s):
            return (low_s, high_s)
        case ThroughputWait(per_s) | PoissonWait(per_s):
            return (per_s,)


def _chain(user: PlannedUser) -> Iterator[str]:
    """Yield the class that walks the steps of a chain, if they are one."""
    if user.chain is not None:
        methods = ("\n".join(_method(step)) + "\n" for step in user.again)
        yield f"class {user.chain}(MarkovTaskSet):\n" + "\n".join(methods)


def _methods(user: PlannedUser) -> Iterator[list[str]]:
    in_place = len(user.once) == 1 and not user.starts_until_it_succeeds
    start = list(_start(user, in_place=in_place))
    if start:
        yield [f"{INDENT}def on_start(self):", *start]
    if user.own_rows:
        yield [f"{INDENT}def on_stop(self):", *map(_give_back, user.own_rows)]
    if user.chain is None and user.again[0].weight is None:
        tags = _tags(user.tags)
        calls = [f"{INDENT * 2}self.{step.method}()" for step in user.again]
        takes = map(_take, user.takes_each_pass)
        yield [*tags, f"{INDENT}@task", f"{INDENT}def one_pass(self):", *takes, *calls]
    steps = () if in_place else user.once
    for step in steps if user.chain else (*steps, *user.again):
        yield _method(step)


def _start(user: PlannedUser, *, in_place: bool) -> Iterator[str]:
    if user.client is Client.HTTP and user.headers:
        yield from lay_out(Group("self.client.headers.update(", (user.headers,), ")"), 2)
    if user.client is Client.HTTP and not user.tls.verify:
        yield f"{INDENT * 2}self.client.verify = False"
    elif user.client is Client.HTTP and user.tls.authority:
        yield f"{INDENT * 2}self.client.verify = str({beside(user.tls.authority)})"
    yield from (f"{INDENT * 2}{feed}.expect()" for feed in user.expects)
    yield from map(_take, user.takes_at_start)
    if in_place:
        yield from _requests(user.once[0])
    elif user.starts_until_it_succeeds:
        *before, last = user.once
        yield f"{INDENT * 2}while True:"
        yield f"{INDENT * 3}try:"
        yield from (f"{INDENT * 4}self.{step.method}()" for step in before)
        yield f"{INDENT * 4}return self.{last.method}()"
        yield f"{INDENT * 3}except RescheduleTask:"
        yield f"{INDENT * 4}{'time.sleep(1)' if user.never_waits else 'self.wait()'}"
    else:
        yield from (f"{INDENT * 2}self.{step.method}()" for step in user.once)


def _take(take: PlannedTake) -> str:
    return f"{INDENT * 2}{take.row} = {take.feed}.take()"


def _give_back(take: PlannedTake) -> str:
    return f"{INDENT * 2}{take.feed}.give_back({take.row})"


def _method(step: PlannedStep) -> list[str]:
    takes = list(map(_take, step.takes))
    requests = [line for request in step.requests for line in emit_request(request, 2)]
    body = [*takes, *requests] or [f"{INDENT * 2}pass"]
    lines = [*_decorators(step), f"{INDENT}def {step.method}(self):", *body]
    return list(marked(step.id, lines))


def _decorators(step: PlannedStep) -> Iterator[str]:
    yield from _tags(step.tags)
    if step.transitions:
        weights = (Leaf(f"{text_literal(name)}: {weight}") for name, weight in step.transitions)
        following = Group("{", tuple(weights), "}", is_display=True)
        yield from lay_out(Group("@transitions(", (following,), ")"), 1)
    if step.weight is not None:
        yield INDENT + ("@task" if step.weight == 1 else f"@task({step.weight})")


def _tags(tags: tuple[str, ...]) -> list[str]:
    return (
        lay_out(Group("@tag(", tuple(Leaf(text_literal(it)) for it in tags), ")"), 1)
        if tags
        else []
    )


def _requests(step: PlannedStep) -> list[str]:
    lines = [line for request in step.requests for line in emit_request(request, 2)]
    return list(marked(step.id, lines or [f"{INDENT * 2}pass"]))
