"""A small server that counts what it is asked: the truth our own numbers are held against."""

import threading
import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class CountingServer:
    """Counts requests by path; `/status/503` answers with that status, `/slow` after 0.3 s.

    `/gate` answers only while `gate` is set, as it is at first.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.asked: Counter[str] = Counter()
        self.asked_s: list[float] = []
        """When each request came, on the monotonic clock."""

        self.host = ""
        self.gate = threading.Event()
        self.gate.set()

    @property
    def total(self) -> int:
        """All requests together."""
        return self.asked.total()

    @property
    def last_asked_s(self) -> float:
        """When the last request came."""
        return self.asked_s[-1] if self.asked_s else 0.0

    def asked_until(self, moment_s: float) -> int:
        """Return how many requests had come by a moment."""
        return bisect_right(self.asked_s, moment_s)

    def count(self, path: str) -> None:
        """Count one request."""
        with self._lock:
            self.asked[path] += 1
            self.asked_s.append(time.monotonic())


@contextmanager
def counting_server() -> Generator[CountingServer]:
    """Serve on a free port of loopback until the block ends."""
    counter = CountingServer()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            counter.count(self.path)
            if self.path.startswith("/slow"):
                time.sleep(0.3)
            if self.path == "/gate":
                counter.gate.wait(30)
            status = int(self.path.removeprefix("/status/")) if "/status/" in self.path else 200
            self.send_response(status)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, request: object, client_address: object) -> None:
            """Say nothing of clients that hang up: ending a run does that."""

    with Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        counter.host = f"http://127.0.0.1:{server.server_port}"
        try:
            yield counter
        finally:
            counter.gate.set()
            server.shutdown()
            thread.join()
