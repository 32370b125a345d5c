"""Text from outside, made harmless to look at: what cannot be seen is spelled out."""

import unicodedata

_SPELLED_OUT = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories of signs that move a cursor, turn the direction, or cannot be seen."""


def plain(text: str, *, keep: str = "") -> str:
    r"""Return a text with signs that do something spelled out, such as `\x1b` or `\u202e`.

    Args:
        text: Anything a target or a file has said.
        keep: Signs that may stay as they are, such as the end of a line.
    """
    return "".join(
        sign
        if sign in keep or unicodedata.category(sign) not in _SPELLED_OUT
        else sign.encode("unicode_escape").decode()
        for sign in text
    )
