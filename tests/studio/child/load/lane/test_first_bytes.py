"""Waiting for an answer ends with its first bytes, with the connection's end, or in time."""

from typing import Any

import gevent
import pytest
from gevent import socket
from gevent.socket import socket as gevent_socket

from studio.child.load.lane.first_bytes import FirstBytes


def ends() -> tuple[gevent_socket, gevent_socket]:
    here, there = socket.socketpair()
    here.settimeout(5)
    return here, there


def test_bytes_are_given_as_they_come() -> None:
    here, there = ends()
    gevent.spawn_later(0.02, there.sendall, b"hello")
    first = FirstBytes()
    assert first.receive(here) == b"hello"
    there.sendall(b"again")
    assert first.receive(here) == b"again"
    assert here.timeout == 5
    here.close()
    there.close()


def test_an_end_is_no_bytes() -> None:
    here, there = ends()
    gevent.spawn_later(0.02, there.close)
    assert FirstBytes().receive(here) == b""
    here.close()


def test_it_ends_in_time_and_can_be_used_again() -> None:
    here, there = ends()
    first = FirstBytes()
    for seconds in (0.05, 0.05, 0.02):
        here.settimeout(seconds)
        with pytest.raises(TimeoutError, match="timed out"):
            first.receive(here)
        assert here.timeout == seconds
    here.settimeout(5)
    there.sendall(b"late")
    assert first.receive(here) == b"late"
    here.close()
    there.close()


def test_someone_elses_deadline_passes_through() -> None:
    here, there = ends()
    first = FirstBytes()
    with pytest.raises(OSError, match="mine"), gevent.Timeout(0.05, OSError("mine")):
        first.receive(here)
    there.sendall(b"x")
    assert first.receive(here) == b"x"
    gevent.sleep(0.01)
    here.close()
    there.close()


def test_two_of_one_user_may_wait_at_once() -> None:
    first = FirstBytes()
    one, one_there = ends()
    two, two_there = ends()
    waiting: list[Any] = [gevent.spawn(first.receive, it) for it in (one, two)]
    gevent.sleep(0.01)
    two_there.sendall(b"2")
    one_there.sendall(b"1")
    gevent.joinall(waiting, timeout=5)
    assert [it.value for it in waiting] == [b"1", b"2"]
    for each in (one, one_there, two, two_there):
        each.close()


def test_a_connection_without_a_time_waits_as_gevent_does() -> None:
    here, there = ends()
    here.settimeout(None)
    gevent.spawn_later(0.02, there.sendall, b"x")
    assert FirstBytes().receive(here) == b"x"
    here.close()
    there.close()


def test_waits_do_not_add_up() -> None:
    here, there = ends()
    here.settimeout(0.3)
    first = FirstBytes()
    for _ in range(20):
        gevent.spawn_later(0.03, there.sendall, b"x")
        assert first.receive(here) == b"x"
    here.close()
    there.close()
