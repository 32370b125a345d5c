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
from studio.locustfile.emit_block import emit_blocks
from studio.locustfile.emit_method import emit_method, emit_return, tag_lines, take_line
from studio.locustfile.emit_parts import deadline_source
from studio.locustfile.emit_start import emit_end, emit_start
from studio.locustfile.layout import INDENT, Leaf, lay_out, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.plan import PlannedUser

BASE_CLASS = "DependableUser"
"""What the fast user classes of a file share, if there are several."""

_USUAL_TLS = "TLS"
_ONE_CONNECTION = "concurrency = 1"
_DEPENDABLE_ATTRIBUTES = ["insecure = False", _ONE_CONNECTION, "max_redirects = 10"]

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
    if user.host:
        yield from lay_out(Leaf(f"host = {text_literal(user.host)}"), 1)
    if user.client is Client.FAST:
        yield from _of_fast_client(user, has_base=has_base)
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


def _of_fast_client(user: PlannedUser, *, has_base: bool) -> Iterator[str]:
    if not has_base:
        usual = _DEPENDABLE_ATTRIBUTES[user.tls.verify is False :]
        yield from (INDENT + line for line in usual if not (user.end and line == _ONE_CONNECTION))
    if user.end:
        yield f"{INDENT}concurrency = 2  # a user stopped while it connects never gives one back"
    if not user.tls.verify:
        yield f"{INDENT}insecure = True"


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
    if user.chain is None:
        return
    methods = ["\n".join(emit_method(step)) + "\n" for step in user.again]
    if any(target is None for step in user.again for target, _ in step.transitions):
        first = user.again[0].method
        methods.append(_LEAVE.format(first=first))
    yield f"class {user.chain}(MarkovTaskSet):\n" + "\n".join(methods)


_LEAVE = """\
    @transitions({{"{first}": 1}})
    def leave(self):
        self.interrupt()
"""


def _methods(user: PlannedUser) -> Iterator[list[str]]:
    start = list(emit_start(user))
    if start:
        yield [f"{INDENT}def on_start(self):", *start]
    end = list(emit_end(user))
    if end:
        yield [f"{INDENT}def on_stop(self):", *end]
    if user.is_walked_in_order:
        takes = map(take_line, user.takes_each_pass)
        calls = emit_blocks((*user.begin_pass, *user.each_pass), 2, "self")
        lines = [*takes, *calls] or [f"{INDENT * 2}pass"]
        yield [*tag_lines(user.tags), f"{INDENT}@task", f"{INDENT}def one_pass(self):", *lines]
    for it in user.properties:
        value = emit_return(it.value)
        yield [f"{INDENT}@property", f"{INDENT}def {it.name}(self):", *value]
    once = () if user.starts_in_place else user.once
    again = () if user.chain else user.again
    for step in (*once, *again, *user.codes, *user.at_end):
        yield emit_method(step)
