"""What is printed loses its secrets, also when they come in pieces."""

import io
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.struck_stream import StruckStream
from studio.recording.redaction import striker

MARK = "{{secret.key-1}}"


def struck(*texts: str) -> str:
    inner = io.StringIO()
    stream = StruckStream(inner, striker({"key": "swordfish"}))
    for text in texts:
        assert stream.write(text) == len(text)
    stream.finish()
    return inner.getvalue()


@given(st.lists(st.sampled_from(["sword", "fish", "\n", " ", "it is "]), max_size=20))
def test_no_way_of_printing_it_lets_it_through(texts: list[str]) -> None:
    assert struck(*texts) == "".join(texts).replace("swordfish", MARK)


def test_whole_lines_are_written_at_once() -> None:
    inner = io.StringIO()
    stream = StruckStream(inner, str)
    stream.writelines(["one\n", "two"])
    stream.flush()
    assert inner.getvalue() == "one\n"
    assert not stream.closed
    assert not stream.isatty()


def test_a_line_without_an_end_does_not_fill_the_memory() -> None:
    inner = io.StringIO()
    stream = StruckStream(inner, str)
    for _ in range(101):
        stream.write("x" * 1000)
    assert len(inner.getvalue()) > 100_000


def test_it_says_where_it_writes_to(tmp_path: Path) -> None:
    with (tmp_path / "log").open("w", encoding="utf-8") as inner:
        stream = StruckStream(inner, str)
        assert (stream.fileno(), stream.encoding) == (inner.fileno(), "utf-8")
