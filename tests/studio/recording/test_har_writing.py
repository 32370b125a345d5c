"""A recording that was written as HAR is read back equal."""

from hypothesis import given, settings
from hypothesis import strategies as st

from studio.recording.exchange import Page
from studio.recording.har_writing import har_pieces
from tests.strategies import texts
from tests.studio.recording.visits import exchange, read, visit

_plain = texts.map(lambda it: it.encode("utf-8", "replace").decode())


@settings(max_examples=50)
@given(st.lists(st.tuples(_plain, _plain, st.binary(max_size=20)), min_size=1, max_size=4))
def test_what_was_written_is_read_back(found: list[tuple[str, str, bytes]]) -> None:
    written = visit(
        *(
            exchange(
                "POST",
                "/a",
                answer=answer,
                body=body,
                sent={"X-A": header, "Content-Length": str(len(body))},
                at_s=float(number),
                page="p",
            )
            for number, (answer, header, body) in enumerate(found)
        ),
        pages=[Page("p", "Home", 0.0)],
    )
    content = "".join(har_pieces(written)).encode()
    back = read(content)
    assert tuple(back.exchanges) == tuple(written.exchanges)
    assert back.pages == written.pages
