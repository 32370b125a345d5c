"""The hostile server is as hostile as it says, and stays alive."""

import gzip
import json
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.hostile_answers import FIXED, SCRIPTS, Fault
from tests.hostile_server import HostileServer

ENDLESS = {Fault.ENDLESS_BODY, Fault.ENDLESS_HEADERS, Fault.CONTINUE_FLOOD}
WAITING = {Fault.SILENT, Fault.SLOW_HEADERS, Fault.SLOW_BODY}


def ask(server: HostileServer, fault: Fault, *, most_bytes: int = 1 << 30) -> bytes:
    """Return what comes back to one request, up to `most_bytes`; a reset raises."""
    received = bytearray()
    with _connect(server) as connection:
        connection.sendall(_request(fault, "Connection: close"))
        while len(received) < most_bytes and (more := connection.recv(65536)):
            received += more
    return bytes(received)


def _connect(server: HostileServer) -> socket.socket:
    host, port = server.home.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=10)


def _request(fault: Fault, *fields: str) -> bytes:
    return "\r\n".join((f"GET /{fault} HTTP/1.1", "Host: x", *fields, "", "")).encode()


def test_every_fault_has_exactly_one_script() -> None:
    assert set(FIXED) | set(SCRIPTS) == set(Fault)
    assert not set(FIXED) & set(SCRIPTS)


@pytest.mark.parametrize("fault", sorted(set(Fault) - ENDLESS - WAITING))
def test_the_server_survives_every_fault(hostile: HostileServer, fault: Fault) -> None:
    try:
        ask(hostile, fault)
    except ConnectionResetError:
        assert "reset" in fault
    assert hostile.asked(fault) == 1
    assert ask(hostile, Fault.OK).endswith(b"ok")


@pytest.mark.parametrize("fault", sorted(ENDLESS))
def test_an_endless_answer_ends_when_the_client_leaves(
    hostile: HostileServer, fault: Fault
) -> None:
    assert len(ask(hostile, fault, most_bytes=1 << 20)) >= 1 << 20
    time.sleep(0.2)
    sent = hostile.sent_bytes(fault)
    time.sleep(0.2)
    assert hostile.sent_bytes(fault) == sent


@pytest.mark.parametrize("fault", [Fault.SLOW_HEADERS, Fault.SLOW_BODY])
def test_a_slow_answer_comes_byte_by_byte(hostile: HostileServer, fault: Fault) -> None:
    headers_bytes = 45 if fault == Fault.SLOW_BODY else 0
    began = time.monotonic()
    ask(hostile, fault, most_bytes=headers_bytes + 20)
    assert time.monotonic() - began > 0.2


def test_silence_lasts_until_the_client_gives_up(hostile: HostileServer) -> None:
    with _connect(hostile) as connection:
        connection.settimeout(0.3)
        connection.sendall(_request(Fault.SILENT))
        with pytest.raises(TimeoutError):
            connection.recv(1)


def test_a_stale_connection_is_reset_at_its_second_request(hostile: HostileServer) -> None:
    with _connect(hostile) as connection:
        connection.sendall(_request(Fault.STALE))
        assert connection.recv(1000).endswith(b"ok")
        connection.sendall(_request(Fault.STALE))
        with pytest.raises(ConnectionResetError):
            connection.recv(1)


def test_the_gzip_bomb_is_valid_and_a_thousand_times_smaller_than_its_content(
    hostile: HostileServer,
) -> None:
    bomb = ask(hostile, Fault.GZIP_BOMB).partition(b"\r\n\r\n")[2]
    assert len(gzip.decompress(bomb)) == 64 << 20
    assert len(bomb) < (64 << 20) / 900


def test_deep_json_is_too_deep(hostile: HostileServer) -> None:
    body = ask(hostile, Fault.DEEP_JSON).partition(b"\r\n\r\n")[2]
    with pytest.raises(RecursionError):
        json.loads(body)


def test_following_a_redirect_to_elsewhere_is_noticed(hostile: HostileServer) -> None:
    answer = ask(hostile, Fault.REDIRECT_AWAY).decode()
    assert f"Location: {hostile.elsewhere}/ok" in answer
    assert hostile.strays == 0
    host, port = hostile.elsewhere.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=5) as connection:
        assert connection.recv(1) == b""
    assert hostile.strays == 1


def test_stopping_ends_every_thread_even_in_the_middle_of_an_answer() -> None:
    before = threading.active_count()
    with HostileServer() as server:
        waiting = [_connect(server) for _ in range(5)]
        for connection, fault in zip(waiting, sorted(ENDLESS | {Fault.SILENT}), strict=False):
            connection.sendall(_request(fault))
    for connection in waiting:
        connection.close()
    assert threading.active_count() == before


def test_as_a_child_it_says_where_it_is_and_ends_with_its_stdin() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile_server"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[1],
    ) as child:
        assert child.stdin
        assert child.stdout
        port = int(json.loads(child.stdout.readline())["home"].rpartition(":")[2])
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
        child.stdin.close()
        assert child.wait(5) == 0
