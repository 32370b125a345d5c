"""RUNS IN A CHILD PROCESS. A request as it was read, and an answer as it will be written."""

from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class ShopRequest:
    """One request."""

    method: str
    target: str
    """As on the wire, for example `/todos?page=2`."""

    headers: dict[str, str]
    """By name in small letters."""

    body: bytes

    @property
    def path(self) -> str:
        """The path, decoded."""
        return unquote(urlsplit(self.target).path)

    @property
    def form(self) -> dict[str, str]:
        """The fields of a form; the first of each name."""
        pairs = parse_qs(self.body.decode("utf-8", "replace"), keep_blank_values=True)
        return {name: values[0] for name, values in pairs.items()}

    def cookie(self, name: str) -> str | None:
        """The value of a cookie, if it was sent."""
        try:
            cookies = SimpleCookie(self.headers.get("cookie", ""))
        except CookieError:
            return None
        return cookies[name].value if name in cookies else None


@dataclass(frozen=True, slots=True)
class ShopAnswer:
    """One answer."""

    status: HTTPStatus
    body: bytes
    type: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = field(default=())

    def head(self, *, keeps_open: bool) -> bytes:
        """Return the head as bytes, up to and with the empty line."""
        lines = [
            f"HTTP/1.1 {self.status.value} {self.status.phrase}",
            f"Content-Type: {self.type}",
            f"Content-Length: {len(self.body)}",
            *(f"{name}: {value}" for name, value in self.headers),
        ]
        if not keeps_open:
            lines.append("Connection: close")
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")
