"""ExactText: a text behind an edit of Qt, to the byte, though Qt changes what it shows.

A document of Qt knows one kind of line end. Here each sign of the document stands for a piece of
the text, so that what nobody typed over stays as it was recorded.
"""

import re

LINE_END = "\u2029"
"""How a document of Qt holds the end of a line."""

_PIECES = re.compile(r"\r\n|[\s\S]")
_ENDS = {"\r\n", "\r", "\n", "\u2029", "\ufdd0", "\ufdd1"}
"""What Qt takes for the end of a line, or of a frame."""


class ExactText:
    """A text, and how an edit of Qt holds it."""

    def __init__(self, text: str = "") -> None:
        self._pieces: list[str] = _PIECES.findall(text)
        self._raw = "".join(LINE_END if it in _ENDS else it for it in self._pieces)
        self._end = next((it for it in self._pieces if it in _ENDS), "\n")

    @property
    def text(self) -> str:
        """The text itself."""
        return "".join(self._pieces)

    @property
    def raw(self) -> str:
        """How the edit holds it."""
        return self._raw

    def edit(self, raw: str) -> None:
        """Take over what an edit holds now; only what differs is taken from it."""
        before, same, most = self._raw, 0, min(len(self._raw), len(raw))
        while same < most and before[same] == raw[same]:
            same += 1
        rest, most = 0, most - same
        while rest < most and before[-1 - rest] == raw[-1 - rest]:
            rest += 1
        typed = raw[same : len(raw) - rest]
        new = [self._end if sign == LINE_END else sign for sign in typed]
        self._pieces[same : len(before) - rest] = new
        self._raw = raw
