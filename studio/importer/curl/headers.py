"""Headers of a command of curl → those that are sent, and those that need not be."""

from collections.abc import Iterator
from dataclasses import dataclass

from studio.importer.curl.options import Operation
from studio.importer.hiding import Hiding
from studio.journey.body import Pairs

_NOISE = ("accept-encoding", "connection", "content-length", "keep-alive", "priority", "te")
_NOISE_BEGINNINGS = ("sec-ch-", "sec-fetch-", "sec-gpc", "proxy-connection", ":")


@dataclass(frozen=True, slots=True)
class Headers:
    """The headers of a command."""

    sent: Pairs

    dropped: tuple[str, ...] = ()
    """Names of those a client sends by itself, or only a browser does."""

    unset: tuple[str, ...] = ()
    """Names of those the command tells curl to leave out."""

    files: tuple[str, ...] = ()
    """Files it reads headers from."""

    cookie_files: tuple[str, ...] = ()


def media_type_of(operation: Operation) -> str:
    """Return the Content-Type a command gives; empty: none."""
    found = [value for name, value in _lines(operation) if name.lower() == "content-type" and value]
    return found[-1] if found else ""


def headers_of(operation: Operation, hiding: Hiding, where: str) -> Headers:
    """Return the headers of a command, secrets hidden."""
    sent: list[tuple[str, str]] = []
    dropped: list[str] = []
    unset: list[str] = []
    is_form = operation.has("form", "form-string")
    for name, value in _all(operation):
        if value is None:
            unset.append(name)
        elif is_noise(name) or (is_form and _names_parts(name, value)):
            dropped.append(name)
        else:
            sent.append((name, value))
    hidden = tuple((name, hiding.header(name, value, where)) for name, value in sent)
    files = [it.value.text[1:] for it in operation.all("header") if it.value.text[:1] == "@"]
    cookies = [it.value.text for it in operation.all("cookie") if "=" not in it.value.text]
    return Headers(hidden, tuple(dropped), tuple(unset), tuple(files), tuple(cookies))


def is_noise(name: str) -> bool:
    """Return whether a header is a client's own business, or a browser's."""
    return name.lower() in _NOISE or name.lower().startswith(_NOISE_BEGINNINGS)


def _names_parts(name: str, value: str) -> bool:
    """Return whether a header names the boundary of parts, which a client makes up anew."""
    return name.lower() == "content-type" and value.lower().startswith("multipart/")


def _all(operation: Operation) -> Iterator[tuple[str, str | None]]:
    given = list(_lines(operation))
    names = {name.lower() for name, _ in given}
    yield from given
    for option, name in (("user-agent", "User-Agent"), ("referer", "Referer")):
        value = operation.last(option)
        if value is not None and name.lower() not in names:
            yield name, value.text.removesuffix(";auto") or None
    cookies = [it.value.text for it in operation.all("cookie") if "=" in it.value.text]
    if cookies and "cookie" not in names:
        yield "Cookie", "; ".join(cookies)
    if (part := operation.last("range")) is not None and "range" not in names:
        yield "Range", f"bytes={part.text}"
    if operation.has("json"):
        yield from (
            (name, "application/json")
            for name in ("Content-Type", "Accept")
            if name.lower() not in names
        )


def _lines(operation: Operation) -> Iterator[tuple[str, str | None]]:
    for given in operation.all("header"):
        line = given.value.text.strip()
        name, sign, value = line.partition(":")
        if line.startswith("@"):
            continue
        if sign:
            yield name.strip(), value.strip() or None
        elif line.endswith(";"):
            yield line[:-1].strip(), ""
