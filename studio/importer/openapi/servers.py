"""Where an API answers: servers of version 3, host and schemes of version 2."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from studio.importer.labels import label
from studio.importer.tree import Mapping, items, mapping, mappings, text
from studio.importer.web_address import split_origin

_VARIABLE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class Server:
    """One place an API answers at."""

    origin: str
    """Empty: it is not told."""

    base: str
    """The path before all paths, without a slash at its end."""

    name: str


def servers_of(tree: Mapping) -> tuple[Server, ...]:
    """Return the servers of a description, of a path or of an operation; the first is usual."""
    if "swagger" in tree:
        return (_of_version_2(tree),)
    return tuple(_of_version_3(tree))


def _of_version_3(tree: Mapping) -> Iterator[Server]:
    for it in mappings(tree.get("servers")):
        variables = mapping(it.get("variables"))

        def value(match: re.Match[str], known: Mapping = variables) -> str:
            variable = mapping(known.get(match[1]))
            options = [text(option) for option in items(variable.get("enum"))]
            return text(variable.get("default")) or (options[0] if options else "")

        url = _VARIABLE.sub(value, text(it.get("url"))).strip()
        origin, base = "", url
        if "://" in url or url.startswith("//"):
            origin, _, base = split_origin(url, "https")
        base = base.partition("?")[0].partition("#")[0].strip("/")
        name = label(text(it.get("description"))) or origin or url
        yield Server(origin, f"/{base}" if base else "", name)


def _of_version_2(tree: Mapping) -> Server:
    schemes = [text(it) for it in items(tree.get("schemes"))]
    host = text(tree.get("host")).strip().strip("/")
    scheme = "https" if "https" in schemes or "http" not in schemes else "http"
    origin = split_origin(f"{scheme}://{host}")[0] if host else ""
    base = text(tree.get("basePath")).strip("/")
    return Server(origin, f"/{base}" if base else "", origin or "API")
