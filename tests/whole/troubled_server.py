"""A small server whose answers fail, with secrets in them, and which counts what it is asked."""

import json
import threading
import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ISSUED = "issued-9Zk2mQ77xLp0"
"""A token this server hands out: in a cookie, in JSON and in HTML."""


class TroubledServer:
    """Its address, and how often each path was asked."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.asked: Counter[str] = Counter()
        self.slow_from_s = float("inf")
        """When `/growing` begins to be slow, by the monotonic clock."""

        self.host = ""

    def count(self, path: str) -> int:
        """Count one request; return how many there have been of its path."""
        with self._lock:
            self.asked[path] += 1
            return self.asked[path]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    counter: TroubledServer

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path.startswith("/orders"):
            path = "/orders"
        number = self.counter.count(path)
        match path:
            case "/orders":
                body = json.dumps({"error": f"order {number}", "token": ISSUED})
                self._answer(500, body, ("Content-Type", "application/json"))
            case "/big":
                self._answer(500, "long " * 100_000)
            case "/binary":
                self._answer(500, "\x00\x01\x02\x03")
            case "/hang":
                self.close_connection = True
            case "/growing":
                time.sleep(0.15 if time.monotonic() > self.counter.slow_from_s else 0.0)
                self._answer(200, "late")
            case "/moved":
                self._answer(302, "", ("Location", "/orders/1?token=" + ISSUED))
            case _:
                self._answer(200, "ok")

    def do_POST(self) -> None:
        self.counter.count(self.path)
        self.rfile.read(int(self.headers["Content-Length"]))
        form = f'<form><input name="csrf_token" value="{ISSUED}"></form>'
        cookie = ("Set-Cookie", f"session={ISSUED}; Path=/")
        self._answer(403, form, ("Content-Type", "text/html"), cookie)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # its name
        pass

    def _answer(self, status: int, body: str, *headers: tuple[str, str]) -> None:
        data = body.encode()
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(data)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hang up: ending a run does that."""


@contextmanager
def troubled_server() -> Generator[TroubledServer]:
    """Serve on a free port of loopback until the block ends."""
    counter = TroubledServer()
    handler = type("_Counting", (_Handler,), {"counter": counter})
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        counter.host = f"http://127.0.0.1:{server.server_port}"
        try:
            yield counter
        finally:
            server.shutdown()
            thread.join()
