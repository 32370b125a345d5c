"""An answer ends at the cap, to the byte, whichever way it is read."""

import json

import trustme

from tests.in_child import in_child

READING = """
import gevent.monkey; gevent.monkey.patch_all()
import gevent, json, socket, ssl
from gevent.server import StreamServer
from studio.address import Reach
from studio.child.load.guard import SocketGuard
from studio.child.load.guard_errors import TooLargeError
from studio.engine.load_limits import LoadLimits, LoadTarget

certificate = sys.argv[1]
CAP = 1000

def serve(sock, _address):
    try:
        while asked := sock.recv(100):
            sock.sendall(b"x" * int(asked.partition(b" ")[0]))
    except ConnectionResetError:
        pass  # the client left an answer unread

def server(**tls):
    it = StreamServer(("127.0.0.1", 0), serve, **tls)
    it.start()
    return it

plain, secret = server(), server(certfile=certificate)
targets = [LoadTarget("127.0.0.1", it.server_port, (Reach.LOOPBACK,)) for it in (plain, secret)]
guard = SocketGuard(LoadLimits(tuple(targets), CAP))
guard.install()

def by_recv(sock, size):
    return len(sock.recv(size))

def by_recv_into(sock, size):
    return sock.recv_into(bytearray(size))

def by_file(sock, size):
    return len(sock.makefile("rb", buffering=64).read(min(size, 64)))

def by_message(sock, size):
    return len(sock.recvmsg(size)[0])

def by_message_into(sock, size):
    return sock.recvmsg_into([bytearray(size)])[0]

def connect(port, tls):
    sock = socket.create_connection(("127.0.0.1", port), timeout=5)
    if tls:
        sock = ssl._create_unverified_context().wrap_socket(sock)
    return sock

def read(way, sock, size):
    sock.sendall(b"%d " % size)
    got = 0
    try:
        while got < size:
            got += way(sock, min(100, size - got))
    except TooLargeError as error:
        return str(error)
    return got

ways = [by_recv, by_recv_into, by_file]
told = {}
for name, port, tls, possible in [
    ("plain", plain.server_port, False, [*ways, by_message, by_message_into]),
    ("tls", secret.server_port, True, ways),
]:
    for way in possible:
        kept = connect(port, tls)
        sizes = (CAP, CAP, 10 * CAP)
        told[f"{name} {way.__name__}"] = [read(way, kept, size) for size in sizes]
print(json.dumps(told))
"""


def test_every_way_of_reading_stops_at_the_cap_and_counts_anew_for_each_answer() -> None:
    with trustme.CA().issue_cert("127.0.0.1").private_key_and_cert_chain_pem.tempfile() as path:
        told = json.loads(in_child(READING, path))
    assert len(told) == 8
    too_large = "an answer is larger than 1000 bytes"
    assert told == {way: [1000, 1000, too_large] for way in told}
