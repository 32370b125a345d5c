"""RUNS IN A CHILD PROCESS. Keeps this process to its allowed targets and each answer to a size.

Below every client there is one native socket class, which gevent's sockets are made on. What is
decided there holds for both of Locust's clients, for the fast lane, for redirects, for WebSockets
and for code a person wrote, and the file that runs stays the file that is exported. Decided are:

- **where to**: see `Allowance`.
- **how much**: an answer longer than the cap ends its connection. Bytes are counted from the last
  thing sent, which on a connection without pipelining is the answer.
- **breathing**: a socket that always has more to read would keep its greenlet running for ever, and
  no deadline of any user could fire; see `LargeAnswers`.
- **when no more**: once the gate is closed nothing is sent and no connection is made.

Outside the guard is what does not use gevent's sockets: C libraries (ZeroMQ to our own master,
database drivers, curl) and processes.
"""
# pyright: basic

import _socket
from collections.abc import Callable
from typing import Any

import gevent.ssl
from gevent import GreenletExit, get_hub
from gevent import socket as gevent_socket

from studio.child.load.allowance import Allowance
from studio.child.load.guarded_names import GuardedNames
from studio.child.load.guarded_socket import INTERNET, guard_tls, guarded
from studio.child.load.large_answers import LargeAnswers
from studio.engine.load_limits import LoadLimits

_OUT = ("connect", "connect_ex", "send", "sendall", "sendto", "sendmsg")


class RunIsOverError(GreenletExit):
    """The gate is closed. Whoever wants to send ends here, and no request is counted for it."""


class SocketGuard:
    """Decides which connections this process makes and how long answers may be."""

    def __init__(self, limits: LoadLimits) -> None:
        self.allowance = Allowance(limits.targets)
        self.large = LargeAnswers(limits.largest_answer_bytes)
        self._names = GuardedNames(self.allowance, type(get_hub().resolver))
        self._kinds: list[Any] = []

    def install(self) -> None:
        """Stand between this process and its sockets, for the rest of its life.

        Call it once, after the interpreter was patched and before any client exists.
        """
        plain: Any = gevent_socket.socket
        tls: Any = gevent.ssl
        self._kinds = [
            guarded(native, self.allowance, self.large)
            for native in (plain._gevent_sock_class, tls._contextawaresock)
        ]
        plain._gevent_sock_class, tls._contextawaresock = self._kinds
        guard_tls(tls.SSLSocket)
        self._names.install()

    def close_gate(self) -> None:
        """Let nothing out from now on, on old connections and new ones.

        It is the first thing to do when a run is to end at once: users and reports are wound up
        behind the closed gate. Any thread may call it, and more than once.
        """
        for kind in self._kinds:
            for name in _OUT:
                setattr(kind, name, _unless_over(getattr(_socket.socket, name)))
        tls: Any = gevent.ssl.SSLSocket
        tls.send = tls.write = tls.do_handshake = _over
        self._names.close(_over)


def _over(*_args: Any, **_options: Any) -> Any:
    raise RunIsOverError


def _unless_over(native: Callable[..., Any]) -> Callable[..., Any]:
    """Return a way to send that goes on within this computer's own pipes alone."""

    def send(sock: Any, *args: Any, **options: Any) -> Any:
        if sock.family in INTERNET:
            raise RunIsOverError
        return native(sock, *args, **options)

    return send
