"""Which parts of a script only run under a condition, or again and again."""

import bisect
import re

_TOKEN = re.compile(
    r"(?P<quoted>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)"
    r"|(?P<word>\b(?:if|else|for|while|switch|catch)\b|\.(?:forEach|map|some|every|filter|find)\()"
    r"|(?P<sign>[{};\n])"
)


class Blocks:
    """Where a script's conditional parts begin and end."""

    def __init__(self, text: str) -> None:
        self._at: list[int] = [0]
        self._depth: list[int] = [0]
        stack: list[bool] = []
        conditions, is_pending = 0, False
        for token in _TOKEN.finditer(text):
            if token["word"]:
                is_pending = True
            elif token["sign"] == "{":
                stack.append(is_pending)
                conditions, is_pending = conditions + is_pending, False
            elif token["sign"] == "}" and stack:
                conditions -= stack.pop()
            elif token["sign"] == ";":
                is_pending = False
            if not token["quoted"]:
                self._at.append(token.start())
                self._depth.append(conditions + is_pending)

    def is_conditional(self, at: int) -> bool:
        """Return whether what stands at a place may not run, or run more than once."""
        return self._depth[bisect.bisect_right(self._at, at) - 1] > 0
