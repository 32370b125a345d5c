"""A kept connection is used again only while it is open and silent."""

import os
import resource
import socket
import struct
from collections.abc import Iterator

import pytest

from studio.child.load.liveness import is_idle

pytestmark = pytest.mark.skipif(os.name == "nt", reason="asks select there")

HIGH = 1500


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as here,
    ):
        there, _ = server.accept()
        with there:
            yield here, there


Ends = tuple[socket.socket, socket.socket]


def test_an_open_and_silent_connection_lives(ends: Ends) -> None:
    here, _ = ends
    assert is_idle(here)


def test_one_that_was_closed_from_there_does_not(ends: Ends) -> None:
    here, there = ends
    there.close()
    here.recv(1)
    assert not is_idle(here)


def test_one_that_was_half_closed_does_not(ends: Ends) -> None:
    here, there = ends
    there.shutdown(socket.SHUT_WR)
    here.recv(1)
    assert not is_idle(here)


def test_one_that_was_reset_does_not(ends: Ends) -> None:
    here, there = ends
    there.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    there.close()
    with pytest.raises(ConnectionResetError):
        here.recv(1)
    assert not is_idle(here)


def test_one_with_words_nobody_asked_for_does_not(ends: Ends) -> None:
    here, there = ends
    there.sendall(b"408")
    here.recv(1, socket.MSG_PEEK)
    assert not is_idle(here)


def test_one_that_was_closed_here_does_not(ends: Ends) -> None:
    here, _ = ends
    here.close()
    assert not is_idle(here)
    assert not is_idle(None)


def test_a_number_above_what_select_can_ask_lives(ends: Ends) -> None:
    here, there = ends
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft <= HIGH:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, HIGH + 1), hard))
    os.dup2(here.fileno(), HIGH)
    with socket.socket(fileno=HIGH) as high:
        assert is_idle(high)
        there.shutdown(socket.SHUT_WR)
        high.recv(1)
        assert not is_idle(high)
