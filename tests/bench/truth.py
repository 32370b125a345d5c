"""A server that answers after delays it knows: what measured times are held against."""

import http.client
import json
import socket
import subprocess
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.accounts import pin
from tests.bench.tools import SERVER_CORE

_SOURCE = Path(__file__).with_name("truth.c")


@dataclass(frozen=True, slots=True)
class Truth:
    """What the server knows of its answers since it was reset."""

    requests: int
    p50_ms: float
    p95_ms: float
    p99_ms: float


class TruthServer:
    """The server, under way; make one by `telling_truth`."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}"
        self._port = port

    def reset(self) -> None:
        """Let it begin its account anew."""
        self._ask("/reset")

    def truth(self) -> Truth:
        """Return its account."""
        told = self._ask("/truth")
        p50, p95, p99 = (told[f"{name}_us"] / 1000 for name in ("p50", "p95", "p99"))
        return Truth(told["requests"], p50, p95, p99)

    def _ask(self, path: str) -> dict[str, Any]:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=10)
        connection.request("GET", path)
        told: dict[str, Any] = json.loads(connection.getresponse().read())
        connection.close()
        return told


@contextmanager
def telling_truth(folder: Path, longest_s: int = 600) -> Generator[TruthServer]:
    """Build the server and run it on the server's core until the block ends."""
    program = folder / "truth"
    subprocess.run(["gcc", "-O2", "-o", str(program), str(_SOURCE), "-lm"], check=True)  # noqa: S607
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        port = door.getsockname()[1]
    with subprocess.Popen([str(program), str(port), str(longest_s)]) as process:
        try:
            pin(process.pid, [SERVER_CORE])
            _wait_until_open(port)
            yield TruthServer(port)
        finally:
            process.kill()


def _wait_until_open(port: int) -> None:
    deadline_s = time.monotonic() + 10
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > deadline_s:
                raise
            time.sleep(0.05)
        else:
            return
