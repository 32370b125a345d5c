"""What went wrong in a run as text: failures by cause, exceptions, the log, kept exchanges.

A target has written much of it, so whatever a terminal might take for a command is spelled out.
"""

from collections.abc import Iterator, Sequence

from studio.measurement.cause import FailureCause
from studio.measurement.example import Body, BodyKind, Example, ExampleKind
from studio.plain_text import plain
from studio.run.trouble import LogLine, TaskException, Trouble

_MOST_CAUSES = 20
_MOST_LINES = 10
_BODIES = {
    BodyKind.CUT: "[the rest of {size} bytes was not kept]",
    BodyKind.BINARY: "[{size} bytes that are no text]",
    BodyKind.UNREAD: "[the body was not read]",
}
_KINDS = {
    ExampleKind.FAILED: "Failed",
    ExampleKind.SLOW: "Slow",
    ExampleKind.ASKED: "Asked for",
}


def trouble_lines(trouble: Trouble) -> list[str]:
    """Return failures by cause, most frequent first, exceptions and the engine's log."""
    lines: list[str] = []
    if trouble.causes:
        lines += ["", "Failures by cause:", *_most(_causes(trouble.causes), _MOST_CAUSES)]
    if trouble.exceptions:
        lines += ["", "Exceptions that left a step:"]
        lines += _most(_exceptions(trouble.exceptions), _MOST_LINES)
    if trouble.lines:
        lines += ["", "The engine's log:", *_most(_log(trouble.lines), _MOST_LINES)]
    return lines


def examples_text(trouble: Trouble) -> str:
    """Return every exchange that was kept, and the traceback of every exception."""
    if not trouble.examples and not trouble.exceptions:
        return "No exchange was kept."
    blocks = ["\n".join(_example(it)) for it in trouble.examples]
    blocks += [plain(it.traceback.rstrip(), keep="\n") for it in trouble.exceptions]
    return "\n\n".join(blocks)


def _causes(causes: Sequence[FailureCause]) -> Iterator[str]:
    widest = max(len(f"{it.count:,}") for it in causes)
    for it in sorted(causes, key=lambda cause: -cause.count):
        where = plain(str(it.endpoint).strip())
        yield f"  {it.count:>{widest},}x  {where}  {it.outcome}: {plain(it.text)}{_when(it)}"


def _exceptions(exceptions: Sequence[TaskException]) -> Iterator[str]:
    for it in sorted(exceptions, key=lambda exception: -exception.count):
        said = f"{it.kind}: {it.text}" if it.text else it.kind
        yield f"  {it.count:,}x  {plain(said)}  ({plain(it.place)}){_when(it)}"


def _log(lines: Sequence[LogLine]) -> Iterator[str]:
    for it in lines:
        yield f"  {it.count:,}x  {it.level} of {it.process}: {plain(it.text)}{_when(it)}"


def _when(it: FailureCause | TaskException | LogLine) -> str:
    if it.count == 1:
        return f"  at {it.first_s:.1f} s"
    return f"  from {it.first_s:.1f} to {it.last_s:.1f} s"


def _most(lines: Iterator[str], most: int) -> Iterator[str]:
    all_lines = list(lines)
    yield from all_lines[:most]
    if len(all_lines) > most:
        yield f"  and {len(all_lines) - most} more"


def _example(example: Example) -> Iterator[str]:
    request, answer = example.request, example.answer
    head = f"{_KINDS[example.kind]}: {str(example.endpoint).strip()}, {example.outcome}"
    yield plain(f"{head}, at {example.at_s:.1f} s, {example.response_time_ms:.0f} ms")
    if example.said:
        yield f"  {plain(example.said)}"
    yield plain(f"  > {request.method} {request.address}")
    yield from _rest(">", request.headers, request.body)
    if answer is None:
        yield "  < no answer"
        return
    came_from = f"  (from {answer.came_from})" if answer.came_from else ""
    yield plain(f"  < {answer.status}{came_from}")
    yield from _rest("<", answer.headers, answer.body)


def _rest(mark: str, headers: Sequence[tuple[str, str]], body: Body) -> Iterator[str]:
    yield from (plain(f"  {mark} {name}: {value}") for name, value in headers)
    if body.kind is BodyKind.NONE:
        return
    yield f"  {mark}"
    yield from (plain(f"  {mark} {line}", keep="\t") for line in body.text.splitlines())
    if body.kind in _BODIES:
        yield f"  {mark} {_BODIES[body.kind].format(size=f'{body.size_bytes:,}')}"
