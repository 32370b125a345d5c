"""Free text → a comment of one line, or a line of a docstring; never code."""

from studio.locustfile.layout import INDENT, WIDTH

_SHORTEST = 40


def comment_line(text: str, depth: int) -> list[str]:
    """Return a comment, indented `depth` times and cut to the width of a line; none of no text."""
    begin = f"{INDENT * depth}# "
    shown = one_line(text, max(_SHORTEST, WIDTH - len(begin)))
    return [begin + shown] if shown else []


def one_line(text: str, longest: int) -> str:
    """Return a text as one line without anything that cannot be seen, so long at most."""
    seen = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return seen if len(seen) <= longest else seen[: longest - 1].rstrip() + "…"
