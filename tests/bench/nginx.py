"""nginx as the target of benchmarks, with its own count of requests and connections."""

import http.client
import re
import resource
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import psutil
import trustme

from tests.bench.accounts import pin

ITEM = '{"ok":true,"id":12345,"name":"item"}'
"""The small answer: 36 bytes; nginx puts a head of about 160 before it."""

_CONFIG = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes {workers};
worker_rlimit_nofile {files};
events {{ worker_connections {connections}; multi_accept on; }}
http {{
    access_log off;
    default_type application/json;
    keepalive_requests 1000000000;
    keepalive_timeout 3600s;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    ssl_certificate {folder}/site.pem;
    ssl_certificate_key {folder}/site.key;
    server {{
        {listen}
        root {folder};
        location / {{ return 200 '{item}'; }}
        location = /missing {{ return 404 '{item}'; }}
        location = /login {{
            add_header Set-Cookie "session=f3a9c1d07b55; Path=/";
            return 200 '{item}';
        }}
        location = /often {{
            add_header Set-Cookie "session=$request_id; Path=/";
            return 200 '{item}';
        }}
        location = /ten_kb {{ try_files /ten_kb.json =404; }}
        location = /chunked {{ ssi on; ssi_types application/json; try_files /chunked.json =404; }}
    }}
    server {{
        listen 127.0.0.1:{status_port};
        location / {{ stub_status; }}
    }}
}}
"""
_COUNTS = re.compile(rb"\s(\d+) (\d+) (\d+)\s")


@dataclass(frozen=True, slots=True)
class Counts:
    """What nginx says of itself."""

    connections: int
    """Accepted so far, those asking for these counts aside."""

    requests: int
    """Likewise."""


class Nginx:
    """An nginx of our own; make one by `serving`."""

    def __init__(self, root: int, port: int, status_port: int, authority: Path) -> None:
        self._root = root
        self._asked = 0
        self._connection = http.client.HTTPConnection("127.0.0.1", status_port, timeout=10)
        self.port = port
        self.tls_port = port + 1
        self.authority = authority
        """The certificate that vouches for it, as a file."""

    @property
    def url(self) -> str:
        """Its base address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def tls_url(self) -> str:
        """Its base address over TLS; by number, so that no look-up takes part."""
        return f"https://127.0.0.1:{self.tls_port}"

    @property
    def process_ids(self) -> Sequence[int]:
        """The number of its master process."""
        return [self._root]

    def requests(self) -> int:
        """Return how many requests it has answered so far."""
        return self.counts().requests

    def counts(self) -> Counts:
        """Return what it has counted so far."""
        self._asked += 1
        self._connection.request("GET", "/")
        found = _COUNTS.search(self._connection.getresponse().read())
        assert found is not None
        accepted, _, requests = map(int, found.groups())
        return Counts(accepted - 1, requests - self._asked)

    def wait_until_open(self) -> None:
        """Connect to it as soon as it listens; what is asked later goes the same way."""
        deadline_s = time.monotonic() + 10
        while True:
            try:
                self._connection.connect()
            except OSError:
                if time.monotonic() > deadline_s:
                    raise
                time.sleep(0.05)
            else:
                self.counts()  # a connection that asks nothing for a minute is closed
                return

    def close(self) -> None:
        """Leave it; it ends by itself where it was started."""
        self._connection.close()


@contextmanager
def serving(
    *,
    cores: Sequence[int] = (0,),
    workers: int = 1,
    addresses: Sequence[str] = ("127.0.0.1",),
    place: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Generator[Nginx]:
    """Serve on free ports until the block ends.

    Args:
        cores: Where it may run.
        workers: How many worker processes it has; a process holds so many connections as files.
        addresses: Where it listens; each local address has ports of its own for each of them.
        place: Opens the namespace it is in.
    """
    folder = Path(tempfile.mkdtemp(prefix="swarmbook-bench-"))
    folder.chmod(0o755)  # its workers are another user's if it is started by root
    port, status_port = _free_ports()
    most_files = min(_hard_file_limit(), 1_000_000)
    listen = "\n        ".join(
        f"listen {address}:{port} backlog=8192{_shared(workers)};\n"
        f"        listen {address}:{port + 1} ssl backlog=8192{_shared(workers)};"
        for address in addresses
    )
    (folder / "nginx.conf").write_text(
        _CONFIG.format(
            folder=folder,
            workers=workers,
            files=most_files,
            connections=most_files - 100,
            listen=listen,
            item=ITEM,
            status_port=status_port,
        )
    )
    authority = _write_files(folder, addresses)
    command = ["nginx", "-c", str(folder / "nginx.conf"), "-p", str(folder), "-e", "error.log"]
    with place():
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    with process:
        try:
            nginx = Nginx(process.pid, port, status_port, authority)
            with place():
                nginx.wait_until_open()
            pin(process.pid, cores)
            yield nginx
            nginx.close()
        finally:
            for child in psutil.Process(process.pid).children():
                child.kill()
            process.kill()
            shutil.rmtree(folder, ignore_errors=True)


def _shared(workers: int) -> str:
    """Let the system spread connections evenly where there are several worker processes."""
    return " reuseport" if workers > 1 else ""


def _write_files(folder: Path, addresses: Sequence[str]) -> Path:
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost", *addresses)
    certificate.private_key_pem.write_to_path(folder / "site.key")
    for piece in certificate.cert_chain_pems:
        piece.write_to_path(folder / "site.pem", append=True)
    authority.cert_pem.write_to_path(folder / "authority.pem")
    rows = ",".join(f'{{"id":{number},"name":"item number"}}' for number in range(10_000, 10_270))
    (folder / "ten_kb.json").write_text(f"[{rows}]")
    (folder / "chunked.json").write_text(ITEM)
    for path in folder.iterdir():
        path.chmod(0o644)
    return folder / "authority.pem"


def _hard_file_limit() -> int:
    return resource.getrlimit(resource.RLIMIT_NOFILE)[1]


def _free_ports() -> tuple[int, int]:
    """Return a port with a free one after it, and another one; outside the range for clients."""
    for port in range(18_080, 19_080, 10):
        if all(_is_free(port + further) for further in range(3)):
            return port, port + 2
    raise OSError("no free port")


def _is_free(port: int) -> bool:
    with socket.socket() as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind(("", port))
        except OSError:
            return False
    return True
