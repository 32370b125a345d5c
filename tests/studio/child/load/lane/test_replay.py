"""What was read comes again as it came, and then the connection is itself."""

import socket
from collections.abc import Iterator

import pytest

from studio.child.load.lane.replay import Replay

Ends = tuple[socket.socket, socket.socket]


@pytest.fixture
def ends() -> Iterator[Ends]:
    here, there = socket.socketpair()
    with here, there:
        yield here, there


def test_pieces_come_again_as_they_came_and_none_is_longer_than_asked(ends: Ends) -> None:
    here, there = ends
    there.sendall(b"live")
    again = Replay(here, [b"abcdef", b"", b"gh"])
    assert [again.recv(4) for _ in range(4)] == [b"abcd", b"ef", b"gh", b"live"]


def test_a_read_that_failed_fails_once(ends: Ends) -> None:
    here, there = ends
    there.sendall(b"live")
    again = Replay(here, [b"a"], TimeoutError("timed out"))
    assert again.recv(9) == b"a"
    with pytest.raises(TimeoutError, match="timed out"):
        again.recv(9)
    assert again.recv(9) == b"live"


def test_it_has_no_number_while_more_is_to_come(ends: Ends) -> None:
    here, _ = ends
    again = Replay(here, [b"ab"])
    assert again.fileno() == -1
    again.recv(1)
    assert again.fileno() == -1
    assert again.itself() is again
    again.recv(1)
    assert again.fileno() == here.fileno()
    assert again.itself() is here


def test_everything_else_is_the_connections_own(ends: Ends) -> None:
    here, there = ends
    again = Replay(here, [])
    again.sendall(b"x")
    assert there.recv(9) == b"x"
    again.close()
    assert here.fileno() == -1
