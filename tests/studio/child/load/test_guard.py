"""Whatever asks for it, nothing leaves this process for a place that is not allowed.

Here at the socket itself; both of Locust's clients meet it in `tests/faults`.
"""

import json
from typing import Any

from tests.hostile_answers import Fault
from tests.hostile_server import HostileServer
from tests.in_child import in_child

GUARDED = """
import gevent.monkey; gevent.monkey.patch_all()
import json, socket
from studio.address import Reach
from studio.child.load.guard import SocketGuard
from studio.engine.load_limits import LoadLimits, LoadTarget

home, elsewhere = [int(text.rpartition(":")[2]) for text in sys.argv[1:3]]
target = LoadTarget("127.0.0.1", home, (Reach.LOOPBACK,))
guard = SocketGuard(LoadLimits((target,), 1_000_000))
guard.install()

def ask(fault, sock=None):
    sock = sock or socket.create_connection(("127.0.0.1", home), timeout=5)
    sock.sendall(f"GET /{fault} HTTP/1.1\\r\\n\\r\\n".encode())
    return sock.recv(65536)

def told(act):
    try:
        return str(act())
    except OSError as error:
        return f"{type(error).__name__}: {error}"

def say(thing):
    print(json.dumps(thing))
"""

STRAYING = """
def datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        return sock.sendto(b"x", ("127.0.0.1", elsewhere))

def message():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock:
        return sock.sendmsg([b"x"], [], 0, ("127.0.0.1", elsewhere))

def quietly():
    with socket.socket() as sock:
        return sock.connect_ex(("127.0.0.1", elsewhere)) or "connected"

def at_once():
    with socket.socket() as sock:
        sock.setblocking(False)
        return sock.connect(("localhost", elsewhere))

def over_tls():
    import ssl
    context = ssl.create_default_context()
    with context.wrap_socket(socket.socket(), server_hostname="localhost") as sock:
        return sock.connect(("127.0.0.1", elsewhere))

def by_native_thread():
    from gevent.monkey import get_original
    from gevent.threadpool import ThreadPool
    pool = ThreadPool(1)
    return pool.apply(lambda: told(lambda: socket.create_connection(("localhost", home))))

say({
    "same computer": told(lambda: socket.create_connection(("localhost", home))),
    "other port": told(lambda: socket.create_connection(("127.0.0.1", elsewhere))),
    "short": told(lambda: socket.create_connection(("127.1", elsewhere))),
    "number": told(lambda: socket.create_connection(("2130706433", elsewhere))),
    "six": told(lambda: socket.create_connection(("::1", home))),
    "six mapped": told(lambda: socket.create_connection(("::ffff:127.0.0.1", home))),
    "nobody": told(lambda: socket.create_connection(("0.0.0.0", home))),
    "own name": told(lambda: socket.create_connection((socket.gethostname(), home))),
    "look-up": told(lambda: socket.gethostbyname("localhost")),
    "look-up, all": told(lambda: socket.gethostbyname_ex("localhost")),
    "look-up, back": told(lambda: socket.gethostbyaddr("127.0.0.2")),
    "look-up, service": told(lambda: socket.getnameinfo(("127.0.0.2", 80), 0)),
    "datagram": told(datagram),
    "message": told(message),
    "quietly": told(quietly),
    "at once": told(at_once),
    "tls": told(over_tls),
    "thread": told(by_native_thread),
})
say(guard.allowance.take_refused())
say(told(lambda: ask("ok")))
numeric = socket.NI_NUMERICHOST | socket.NI_NUMERICSERV
say(told(lambda: socket.getnameinfo(("127.0.0.1", 80), numeric)))
"""

CLOSING = """
import gevent, threading
old = socket.create_connection(("127.0.0.1", home), timeout=5)
datagrams = socket.socket(type=socket.SOCK_DGRAM)
first = ask("ok", old)
ended = {}

def keep_on(name, act):
    def run():
        try:
            act()
        finally:
            ended[name] = True
        ended[name] = "went on"
    return gevent.spawn(run)

closer = gevent.get_hub().threadpool.spawn(guard.close_gate)
closer.get()
guard.close_gate()
users = [
    keep_on("old", lambda: ask("ok", old)),
    keep_on("new", lambda: ask("ok")),
    keep_on("name", lambda: socket.create_connection(("localhost", home))),
    keep_on("datagram", lambda: datagrams.sendto(b"x", ("127.0.0.1", home))),
]
gevent.joinall(users, timeout=5)
ours, theirs = socket.socketpair()
ours.sendall(b"ours")
say([first.endswith(b"ok"), ended, [user.successful() for user in users], theirs.recv(9).decode()])
"""


def guarded(hostile: HostileServer, code: str) -> Any:  # noqa: ANN401  # what the child printed, line by line
    printed = in_child(GUARDED + code, hostile.home, hostile.elsewhere)
    return [json.loads(line) for line in printed.splitlines()]


def test_no_way_leads_to_a_place_that_is_not_allowed(hostile: HostileServer) -> None:
    told, refused, asked, numeric = guarded(hostile, STRAYING)
    strayed = {way: end for way, end in told.items() if "not an allowed target" not in str(end)}
    assert not strayed
    assert hostile.strays == 0
    assert sum(refused.values()) == len(told)
    assert refused[hostile.elsewhere.removeprefix("http://")] > 1
    assert "200 OK" in str(asked)
    assert "127.0.0.1" in str(numeric)


def test_behind_the_closed_gate_nothing_is_sent_on_old_or_new_connections(
    hostile: HostileServer,
) -> None:
    before = hostile.asked(Fault.OK)
    ((first, ended, ended_well, ours),) = guarded(hostile, CLOSING)
    assert first
    assert ended == dict.fromkeys(("old", "new", "name", "datagram"), True)
    assert all(ended_well)  # they ended as a killed user does, without an error
    assert ours == "ours"
    assert hostile.asked(Fault.OK) == before + 1
