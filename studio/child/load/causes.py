"""RUNS IN A CHILD PROCESS. A failure → the words it shares with others of its kind.

Ids, numbers, addresses and quoted values are taken out, because a thousand failures of one cause
must be one line. Numbers that say what went wrong, such as a status, stay.
"""

import re
from collections.abc import Callable

LONGEST_CAUSE = 200
_LONGEST_RAW = 2000
_KEPT = 1024

_NAMELESS = frozenset({"CatchResponseError", "str"})
"""Kinds whose name says nothing: the text is all somebody wrote."""

_STATUS_ERRORS = frozenset({"LocustBadStatusCode", "BadStatusCode", "HTTPError"})
_CODE_ERRORS = frozenset(
    {"AttributeError", "ImportError", "KeyError", "ModuleNotFoundError", "NameError", "TypeError"}
)
"""They quote words of the code, which tell one of them from the other."""

_BAD_STATUS = 400

_SIGNS = re.compile(
    r"(?P<kept>\{\{secret\.[a-z0-9-]+\}\}"
    r"|\b(?:status(?:[ _]code)?|code|HTTP|Errno|in|instead of|expected)[ =:]{0,2}"
    r"-?\d{1,4}(?![\w.])"
    r"|\b[1-5]\d\d (?:Client|Server) Error|\bHTTP/\d(?:\.\d)?)"
    r"|(?P<address>\b(?:https?|wss?)://[^\s'\"<>,)]+|\burl: \S+)"
    r"|(?P<host>\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|\[[0-9a-fA-F:]{2,45}\](?::\d+)?"
    r"|\blocalhost:\d+)"
    r"|(?P<id>\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b|\b0x[0-9a-fA-F]+\b"
    r"|\b(?=[a-fA-F]*\d)(?=\d*[a-fA-F])[0-9a-fA-F]{6,64}\b|\b(?=[A-Za-z_-]*\d)(?=[\d-]*[A-Za-z_])[\w-]{20,200}\b)"
    r"|(?P<quoted>(?<!\w)'[^'\n]{1,500}'(?!\w)|\"[^\"\n]{1,500}\"|“[^”\n]{1,500}”)"
    r"|(?P<number>(?<![A-Za-z])-?\d+(?:[.,]\d+)*)"
)
_WORD = re.compile(r"['\"“][A-Za-z_][A-Za-z_.-]{0,60}['\"”]")
_SPACE = re.compile(r"\s+")


class Causes:
    """Finds the cause of a failure; remembers texts, for most failures come more than once."""

    def __init__(self, redact: Callable[[str], str] = str) -> None:
        """Know nothing yet; `redact` strikes secrets out of a text before it is looked at."""
        self._redact = redact
        self._known: dict[tuple[str, str], str] = {}

    def cause_of(self, exception: object, status: int) -> str:
        """Return the cause of a failed request.

        Args:
            exception: What Locust told of: an exception or a text.
            status: Of the answer, or 0 if there was none.
        """
        kind = type(exception).__name__
        if kind in _STATUS_ERRORS and status >= _BAD_STATUS:
            return f"status {status}"
        return self.text_of(kind, text_of(exception))

    def text_of(self, kind: str, text: str) -> str:
        """Return a text of a kind without what differs from one time to the next."""
        cause = self._known.get((kind, text))
        if cause is None:
            if len(self._known) >= _KEPT:
                self._known.clear()
            cause = self._known[kind, text] = _normalised(kind, self._redact(text))
        return cause


def text_of(exception: object) -> str:
    """Return what an exception says, capped; one that cannot say it says so."""
    try:
        return clean(str(exception)[:_LONGEST_RAW])
    except Exception as error:  # noqa: BLE001  # a locustfile's own exception, out of order
        return f"(its text raised {type(error).__name__})"


def clean(text: str) -> str:
    """Return a text without halves of characters, which no file and no window can hold."""
    return text.encode("utf-8", "replace").decode()


def _normalised(kind: str, text: str) -> str:
    keeps_words = kind in _CODE_ERRORS
    text = _SPACE.sub(" ", _SIGNS.sub(lambda m: _stand_in(m, keeps_words=keeps_words), text))
    text = text.strip()
    if kind not in _NAMELESS:
        text = f"{kind}: {text}" if text else kind
    return text if len(text) <= LONGEST_CAUSE else text[: LONGEST_CAUSE - 1] + "…"


def _stand_in(found: re.Match[str], *, keeps_words: bool) -> str:
    match found.lastgroup:
        case "kept":
            return found[0]
        case "address" | "host":
            return "url: [address]" if found[0].startswith("url: ") else "[address]"
        case "id":
            return "[id]"
        case "quoted":
            is_word = keeps_words and _WORD.fullmatch(found[0])
            return found[0] if is_word else f"{found[0][0]}[text]{found[0][-1]}"
        case _:
            return "[number]"
