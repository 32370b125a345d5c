"""The blocks of a method → lines."""

from collections.abc import Iterable, Iterator

from studio.journey.wait import BetweenWait, ConstantWait, NoWait, Pause
from studio.locustfile.block import (
    Assign,
    Attempts,
    Block,
    Blocks,
    Call,
    Draw,
    Each,
    ForgetCookies,
    If,
    Marked,
    Note,
    Pick,
    Repeat,
    Sleep,
    Walk,
)
from studio.locustfile.comment import comment_line
from studio.locustfile.layout import INDENT, WIDTH, Group, Leaf, Node, lay_out, prefixed
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.source_map import marked

_ALL = 100


def emit_blocks(blocks: Iterable[Block], depth: int, user: str) -> list[str]:
    """Return the lines of blocks, indented `depth` times.

    Args:
        blocks: The blocks.
        depth: Of their lines.
        user: The user as the method sees it: `self`, in a chain's steps `self.user`.
    """
    return [line for block in blocks for line in _emit(block, depth, user)]


def call_of(call: Call) -> str:
    """Return a call that is not counted."""
    return f"{call.owner}{call.method}()"


def counted_line(name: str, depth: int, user: str) -> list[str]:
    """Return the line under which all is counted as one more row of the statistics."""
    arguments = (Leaf(user), Leaf(text_literal(name)))
    return lay_out(Group("with counted(", arguments, ")"), depth, ":")


def _emit(block: Block, depth: int, user: str) -> Iterator[str]:  # noqa: C901, PLR0912  # one case for each
    indent = INDENT * depth
    match block:
        case Note(text):
            yield from comment_line(text, depth)
        case Marked(node_id, body):
            yield from marked(node_id, emit_blocks(body, depth, user))
        case Call(counted_as=name):
            yield from counted_line(name, depth, user) if name is not None else ()
            yield indent + INDENT * (name is not None) + call_of(block)
        case Sleep(pause):
            yield from (f"{indent}time.sleep({s})" for s in _seconds(pause))
        case Assign(target, value):
            yield from lay_out(prefixed(f"{target} = ", value.node), depth)
        case ForgetCookies(jar):
            yield f"{indent}self.client.{jar}.clear()"
        case Repeat(low, high, body):
            times = f"{low}" if low == high else f"random.randint({low}, {high})"
            yield f"{indent}for _ in range({times}):"
            yield from emit_blocks(body, depth + 1, user)
        case Each():
            yield from _each(block, depth, user)
        case Attempts():
            yield from _attempts(block, depth, user)
        case If():
            yield from _if(block, depth, user)
        case Draw(ways):
            yield from _draw(ways, depth, user)
        case Pick(methods):
            yield from _pick(methods, depth)
        case Walk():
            yield from _walk(block, depth)


def _seconds(pause: Pause) -> tuple[str, ...]:
    match pause:
        case NoWait():
            return ()
        case ConstantWait(s):
            return (number_literal(s),)
        case BetweenWait(low_s, high_s):
            return (f"random.uniform({number_literal(low_s)}, {number_literal(high_s)})",)


def _each(block: Each, depth: int, user: str) -> Iterator[str]:
    arguments = (Leaf(block.items), Leaf(str(block.at_most)))
    yield from lay_out(Group(f"for {block.item} in items_of(", arguments, ")"), depth, ":")
    yield f"{INDENT * (depth + 1)}{block.kept} = {block.item}"
    yield from emit_blocks(block.body, depth + 1, user)


def _attempts(block: Attempts, depth: int, user: str) -> Iterator[str]:
    inner = INDENT * (depth + 1)
    pauses = [f"{inner}{INDENT}time.sleep({s})" for s in _seconds(block.pause)]
    yield f"{INDENT * depth}for {'attempt' if pauses else '_'} in range({block.at_most}):"
    if pauses:
        yield f"{inner}if attempt:"
        yield from pauses
    yield from emit_blocks(block.body, depth + 1, user)
    yield from lay_out(prefixed("if ", block.condition.node), depth + 1, ":")
    yield f"{inner}{INDENT}break"
    if block.fails_as is not None:
        yield f"{INDENT * depth}else:"
        arguments = (Leaf(user), Leaf(text_literal(block.fails_as)))
        yield from lay_out(Group("give_up(", arguments, ")"), depth + 1)


def _if(block: If, depth: int, user: str, word: str = "if") -> Iterator[str]:
    yield from lay_out(prefixed(f"{word} ", block.condition.node), depth, ":")
    yield from emit_blocks(block.body, depth + 1, user) or [f"{INDENT * (depth + 1)}pass"]
    match block.otherwise:
        case ():
            pass
        case (Marked(node_id, (If() as inner,)),):
            yield from marked(node_id, _if(inner, depth, user, "elif"))
        case otherwise:
            yield f"{INDENT * depth}else:"
            yield from emit_blocks(otherwise, depth + 1, user)


def _draw(ways: tuple[tuple[int, Blocks], ...], depth: int, user: str) -> Iterator[str]:
    indent, until = INDENT * depth, 0
    drawn = "random.random()"
    if len(ways) > 1 + (sum(share for share, _ in ways) == _ALL):
        yield f"{indent}drawn = random.random()"
        drawn = "drawn"
    for number, (share, body) in enumerate(ways):
        until += share
        is_rest = until == _ALL and number > 0
        test = "else" if is_rest else f"{'elif' if number else 'if'} {drawn} < {until / _ALL}"
        if until == _ALL and not number:
            yield from emit_blocks(body, depth, user)
            return
        yield f"{indent}{test}:"
        yield from emit_blocks(body, depth + 1, user)


def _pick(methods: tuple[tuple[str, int], ...], depth: int) -> Iterator[str]:
    if len(methods) == 1:
        yield f"{INDENT * depth}self.{methods[0][0]}()"
        return
    names = ", ".join(f"self.{method}" for method, _ in methods)
    weights = [weight for _, weight in methods]
    line = f"random.choices([{names}], weights={weights})[0]()"
    if len(set(weights)) == 1:
        line = f"random.choice([{names}])()"
    if len(line) + len(INDENT) * depth <= WIDTH:
        yield INDENT * depth + line
        return
    steps = Group("[", tuple(Leaf(f"self.{method}") for method, _ in methods), "]", True)
    numbers = Group("[", tuple(Leaf(str(weight)) for weight in weights), "]", True)
    yield from lay_out(prefixed("ways = ", steps), depth)
    yield from lay_out(prefixed("weights = ", numbers), depth)
    yield f"{INDENT * depth}random.choices(ways, weights)[0]()"


def _walk(block: Walk, depth: int) -> Iterator[str]:
    entries = (prefixed(f"self.{method}: ", _following(ways)) for method, ways in block.chain)
    chain = Group("{", tuple(entries), "}", is_display=True)
    yield from lay_out(Group("walk_chain(", (chain,), ")"), depth)


def _following(ways: tuple[tuple[str | None, int], ...]) -> Node:
    entries = (f"{f'self.{method}' if method else 'None'}: {weight}" for method, weight in ways)
    return Group("{", tuple(map(Leaf, entries)), "}", is_display=True)
