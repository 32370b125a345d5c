"""A plain body is read to its last byte; whatever is odd is left alone."""

import socket
import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.lane.plain_body import LONGEST_BYTES, Chunks, join_chunks, read_body

HEAD = b"head\r\n\r\n"
Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    here, there = socket.socketpair()
    with here, there:
        yield here, there


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(it), it) for it in chunks) + b"0\r\n\r\n"


def read(ends: Ends, first: bytes, rest: bytes, length: int) -> tuple[bytes | None, bytes]:
    here, there = ends
    there.sendall(rest)
    there.shutdown(socket.SHUT_WR)
    pieces = [HEAD + first]
    return read_body(here, pieces, len(HEAD), length), b"".join(pieces)


def test_a_body_of_known_length_is_read_to_its_last_byte(ends: Ends) -> None:
    assert read(ends, b"abc", b"def", 6) == (b"abcdef", HEAD + b"abcdef")


def test_a_body_that_is_cut_off_is_not_plain_and_nothing_is_lost(ends: Ends) -> None:
    assert read(ends, b"abc", b"de", 6) == (None, HEAD + b"abcde")


def test_a_body_longer_than_announced_is_not_plain(ends: Ends) -> None:
    assert read(ends, b"abcdefg", b"", 6) == (None, HEAD + b"abcdefg")


def test_a_very_long_body_is_not_plain_and_is_not_read(ends: Ends) -> None:
    assert read(ends, b"abc", b"def", LONGEST_BYTES + 1) == (None, HEAD + b"abc")


def test_chunks_are_read_until_the_last(ends: Ends) -> None:
    sent = chunked(b"abc", b"de")
    assert read(ends, sent[:7], sent[7:], -1) == (b"abcde", HEAD + sent)


def test_chunks_that_dribble_for_ever_are_not_plain(ends: Ends) -> None:
    here, there = ends
    for end in ends:
        end.settimeout(5)
    stopped = threading.Event()

    def dribble() -> None:
        while not stopped.wait(0.001):
            there.sendall(b"1\r\nx\r\n")

    thread = threading.Thread(target=dribble)
    thread.start()
    try:
        assert read_body(here, [HEAD], len(HEAD), -1) is None
    finally:
        stopped.set()
        thread.join()


@given(st.lists(st.binary(min_size=1, max_size=30), max_size=5), st.data())
def test_every_beginning_of_chunks_is_unfinished(chunks: list[bytes], data: st.DataObject) -> None:
    sent = chunked(*chunks)
    cut = data.draw(st.integers(0, len(sent) - 1))
    assert join_chunks(sent[:cut]) is Chunks.UNFINISHED
    assert join_chunks(sent) == b"".join(chunks)


@pytest.mark.parametrize(
    "data",
    [
        b"zz\r\n",
        b"3;x=y\r\nabc\r\n0\r\n\r\n",
        b"3\nabc\r\n",
        b"3\r\nabcd\r\n",
        b"-3\r\nabc\r\n",
        b"00000003\r\nabc\r\n0\r\n\r\n",
        b"0\r\nX-Trailer: 1\r\n\r\n",
        b"0\r\n\r\nmore",
        b" 3\r\nabc\r\n",
    ],
)
def test_what_is_odd_is_not_plain(data: bytes) -> None:
    assert join_chunks(data) is Chunks.ODD
