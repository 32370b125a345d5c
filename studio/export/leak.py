"""Secrets that stand in what leaves: found before it is written or run."""

import ast
from collections.abc import Iterator, Mapping

from studio.export.bundle import Bundle

_SHORTEST = 8
"""Shorter values are words that stand anywhere."""


def leaked(bundle: Bundle, secrets: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of the secrets whose value stands in a text or a file of the bundle."""
    texts = [text.encode(errors="replace") for text in _constants(bundle.locustfile)]
    texts += bundle.beside.values()
    return tuple(
        name
        for name, value in secrets.items()
        if len(value) >= _SHORTEST and any(value.encode() in text for text in texts)
    )


def _constants(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
