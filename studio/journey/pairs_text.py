"""Names and values from a text that was copied elsewhere: headers, a form, a query, two columns."""

from urllib.parse import unquote_plus

Pair = tuple[str, str]

MOST = 500


def read_pairs(text: str) -> tuple[Pair, ...]:
    """Return the names and values in a text, at most 500; empty where there are none.

    It may have one a line, `name: value`, `name=value` or two columns of a table, or be one line of
    a query or a form as on the wire, `a=1&b=2`.
    """
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if len(lines) == 1 and "=" in lines[0] and ": " not in lines[0]:
        parts = lines[0].lstrip("?").split("&")
        return tuple(_wire_pair(part) for part in parts if part)[:MOST]
    return tuple(pair for line in lines[:MOST] if (pair := _pair(line)))


def _wire_pair(part: str) -> Pair:
    name, _, value = part.partition("=")
    return unquote_plus(name), unquote_plus(value)


def _pair(line: str) -> Pair | None:
    """Return the pair in a line, cut at the first sign that may stand between the two."""
    signs = [(at, sign) for sign in ("\t", ":", "=") if (at := line.find(sign, 1)) > 0]
    if not signs:
        return None
    at, _ = min(signs)
    return line[:at].strip(), line[at + 1 :].strip()
