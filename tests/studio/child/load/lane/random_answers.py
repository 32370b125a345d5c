"""RUNS IN A CHILD PROCESS. Answers that are right, cut anywhere, ended anyhow, or a bit wrong."""
# pyright: basic

from collections.abc import Callable
from typing import Any

import doors
import gevent
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from stage import CLOSE, HALF, PAUSE, RESET

bodies = st.binary(max_size=40).filter(lambda body: b"<" not in body)
statuses = st.sampled_from([200, 200, 200, 201, 204, 206, 302, 400, 404, 418, 500, 503])
header_values = st.text('aZ09 ,;="\té', max_size=12).map(lambda text: text.encode("latin-1"))
header_names = st.sampled_from([b"X-A", b"x-a", b"Vary", b"ETag", b"Set-Cookie", b"Date"])


endings = st.sampled_from([b"", b"", b"", b"", CLOSE, HALF, RESET])


@st.composite
def answers(draw: st.DrawFn) -> bytes:
    """An answer of valid grammar, or one with up to three bytes changed, with pauses anywhere."""
    body, status = draw(bodies), draw(statuses)
    lines = draw(st.lists(st.tuples(header_names, header_values), max_size=3))
    fields = b"".join(b"%b: %b\r\n" % line for line in lines)
    if draw(st.booleans()):
        size = max(1, draw(st.integers(1, 20)))
        parts = [body[at : at + size] for at in range(0, len(body), size)]
        sent = b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + b"0\r\n\r\n"
        fields += b"Transfer-Encoding: chunked\r\n"
    else:
        sent, fields = body, fields + b"Content-Length: %d\r\n" % len(body)
    data = bytearray(b"HTTP/1.1 %d Word\r\n%b\r\n%b" % (status, fields, sent))
    for at in draw(st.lists(st.integers(0, len(data) - 1), max_size=draw(st.sampled_from([0, 3])))):
        data[at] = draw(st.integers(1, 255).filter(lambda byte: byte != ord("<")))
    for cut in sorted(draw(st.lists(st.integers(0, len(data)), max_size=3)), reverse=True):
        data[cut:cut] = PAUSE
    return bytes(data) + draw(endings)


requests = st.fixed_dictionaries(
    {
        "method": st.sampled_from(["GET", "POST", "PUT", "DELETE", "HEAD"]),
        "checked": st.booleans(),
        "url": st.text("aZ/é ?=&%.-_~#1", max_size=12).map(lambda text: "/" + text),
    },
    optional={
        "headers": st.dictionaries(
            st.sampled_from(["X-A", "Accept", "Content-Type"]), st.text("a/1 é", max_size=5)
        ),
        "json": st.recursive(
            st.none() | st.text("aé\0", max_size=3),
            lambda it: st.lists(it, max_size=2),
            max_leaves=3,
        ),
        "data": st.dictionaries(
            st.text("ab&é", max_size=3), st.text("a =é", max_size=4), max_size=2
        )
        | st.text("aé\0\1", max_size=9),
    },
)


def compare(examples: int, both_ways: Callable[..., list[list[str]]]) -> None:
    """Play random conversations both ways; raise at the first that differs."""
    unhurried = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]

    @settings(max_examples=examples, deadline=None, suppress_health_check=unhurried)
    @given(
        st.lists(st.tuples(requests, answers()), min_size=1, max_size=3),
        st.sampled_from([doors.plain, doors.exported]),
    )
    def same(talk: list[tuple[dict[str, Any], bytes]], door: doors.Door) -> None:
        doors.count_every_failure(as_exported=door is doors.exported)

        def act(client: Any) -> list[Any]:
            return [_ask(client, **request) for request, _ in talk]

        without, within, _ = both_ways(door, [answer for _, answer in talk], act)
        assert without == within

    same()


def _ask(client: Any, *, checked: bool, **request: Any) -> Any:
    gevent.sleep(0.002)  # what the server did to the connection is to be known here
    if not checked:
        return client.request(**request)
    with client.request(**request, catch_response=True) as response:
        if response.status_code == 418:
            response.failure("teapot")
    return response
