"""RUNS IN A CHILD PROCESS. A worker process in a namespace, with a way back to its master.

    in_namespace.py NAME COMMAND…

Stands where ssh stands for a remote worker: what the worker connects to on its own loopback, at the
port its order names, is passed on to that port outside; stdin and stdout go through.
"""

import json
import os
import socket
import subprocess
import sys
import threading

from tests.bench.namespaces import inside

CHUNK_BYTES = 65536


def main(name: str, command: list[str]) -> int:
    """Run the command in the namespace until it ends, and return its exit code."""
    order = _first_line()
    port = json.loads(order)["port"]
    with inside(name):
        door = socket.create_server(("127.0.0.1", port))
        worker = subprocess.Popen(command, stdin=subprocess.PIPE)
    assert worker.stdin is not None
    for work, argument in ((_let_in, (door, port)), (_pass_stdin, (worker, order))):
        threading.Thread(target=work, args=argument, daemon=True).start()
    return worker.wait()


def _first_line() -> bytes:
    line = b""
    while not line.endswith(b"\n") and (more := os.read(0, 1)):
        line += more
    return line


def _pass_stdin(worker: subprocess.Popen[bytes], said: bytes) -> None:
    assert worker.stdin is not None
    while said:
        os.write(worker.stdin.fileno(), said)
        said = os.read(0, CHUNK_BYTES)
    worker.stdin.close()


def _let_in(door: socket.socket, port: int) -> None:
    while True:
        near, _ = door.accept()
        far = socket.create_connection(("127.0.0.1", port))
        for pair in ((near, far), (far, near)):
            threading.Thread(target=_pass_on, args=pair, daemon=True).start()


def _pass_on(source: socket.socket, sink: socket.socket) -> None:
    while data := source.recv(CHUNK_BYTES):
        sink.sendall(data)
    sink.shutdown(socket.SHUT_WR)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
