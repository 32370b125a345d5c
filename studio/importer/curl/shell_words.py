"""A text for a POSIX shell → its commands, word by word; nothing is run, nothing replaced."""

import re
from collections.abc import Iterator

from studio.importer.curl.words import Command, Word, refuse_long

_TOKEN = re.compile(
    r"""
      (?P<joined>\\\r?\n)
    | (?P<blank>[ \t\r]+)
    | (?P<heredoc><<(?!<)-?[ \t]*(?P<quote>['"]?)(?P<mark>\w+)(?P=quote))
    | (?P<herestring><<<[ \t]*)
    | (?P<redirection>\d?(?:>>|>\||>|<)(?:&\d)?[ \t]*)
    | (?P<end>\r?\n|;|&&|\|\|?|&)
    | (?P<single>'[^']*(?:'|\Z))
    | (?P<ansi>\$'(?:[^'\\]|\\.)*(?:'|\Z))
    | (?P<double>\$?"(?:[^"\\`]|\\.|`[^`]*`)*(?:"|\Z))
    | (?P<expansion>\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}\n]{0,400}\}|`[^`]{0,2000}`|\$[A-Za-z_]\w*)
    | (?P<escaped>\\.)
    | (?P<plain>[^\s\\'"`$;&|<>]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_DOUBLE = re.compile(
    r"""
      (?P<expansion>\$\((?:[^()]|\([^()]*\))*\)|\$\{[^}\n]{0,400}\}|(?<!\\)`[^`]{0,2000}`
        |\$[A-Za-z_]\w*)
    | \\(?:(?P<joined>\r?\n)|(?P<escaped>[$`"\\]))
    | (?P<plain>[^\\$`]+|.)
    """,
    re.VERBOSE | re.DOTALL,
)
_ANSI = re.compile(
    r"\\(?:x(?P<hex>[0-9A-Fa-f]{1,2})|u(?P<four>[0-9A-Fa-f]{1,4})|U(?P<eight>[0-9A-Fa-f]{1,8})"
    r"|(?P<octal>[0-7]{1,3})|c(?P<control>.)|(?P<sign>.))",
    re.DOTALL,
)
_SIGNS = dict(zip("abeEfnrtv", "\a\b\x1b\x1b\f\n\r\t\v", strict=True))
_HALVES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_ADDRESS = re.compile(r"https?://|\S*[?=]")


class _Reading:
    """The command that is being read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words: list[Word] = []
        self._word: str | None = None
        self._expansions: list[str] = []
        self._begin = 0
        self._line, self._counted = 1, 0
        self._opening = ""
        self.stdin: str | None = None
        self.skips_word = False
        self.takes_stdin = False

    @property
    def word(self) -> str | None:
        """The word so far; None: none has begun."""
        return self._word

    def add(self, text: str, expansion: str = "") -> None:
        self._word = (self._word or "") + text
        if expansion:
            self._expansions.append(expansion)

    def end_word(self) -> None:
        if self._word is not None and self.takes_stdin:
            self.stdin, self.takes_stdin = f"{self._word}\n", False
        elif self._word is not None and not self.skips_word:
            self._words.append(Word(self._word, tuple(self._expansions)))
            refuse_long(len(self._words))
        self.skips_word = self.skips_word and self._word is None
        self._word, self._expansions = None, []

    def end_command(self, begin: int, end: int, sign: str) -> Iterator[Command]:
        """Yield the command that ends, if it has words, and begin the next one."""
        self.end_word()
        if self._words:
            source = self._text[self._begin : begin].strip()
            self._line += self._text.count("\n", self._counted, self._begin)
            self._counted = self._begin
            shown = f"{self._opening} {source}".strip()
            yield Command(tuple(self._words), self._line, shown, self.stdin)
        self._words, self.stdin, self.skips_word = [], None, False
        self._begin, self._opening = end, sign if sign == "|" else ""

    def begin_at(self, at: int) -> None:
        """Leave out what stands before a command, such as blank lines and notes."""
        if not self._words and self._word is None:
            self._begin = at


def shell_commands(text: str) -> Iterator[Command]:
    """Yield the commands of a text as a POSIX shell would take it apart.

    Raises:
        FileFormatError: One of them has no end.
    """
    reading = _Reading(text)
    at, mark = 0, ""
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            break
        if token.lastgroup == "plain" and token[0].startswith("#") and reading.word is None:
            at = _end_of_line(text, at)
            continue
        at = token.end()
        if token["heredoc"]:
            mark = token["mark"]
            reading.end_word()
        elif token["end"]:
            if mark and "\n" in token[0]:
                reading.stdin, at = _here_document(text, at, mark)
                mark = ""
            if _is_part_of_address(text, token, reading.word):
                reading.add("&", "&")
            else:
                yield from reading.end_command(token.start(), at, token[0])
        else:
            _take(token, reading)
    yield from reading.end_command(len(text), len(text), "")


def _take(token: re.Match[str], reading: _Reading) -> None:
    written = token[0]
    if token.lastgroup in ("blank", "herestring", "redirection"):
        reading.end_word()
        reading.takes_stdin = reading.takes_stdin or token.lastgroup == "herestring"
        if token.lastgroup == "redirection":
            reading.skips_word = "&" not in written
    elif token.lastgroup != "joined":
        reading.begin_at(token.start())
        _take_text(token, written, reading)


def _take_text(token: re.Match[str], written: str, reading: _Reading) -> None:
    match token.lastgroup:
        case "single":
            reading.add(written[1:].removesuffix("'"))
        case "ansi":
            reading.add(ansi_text(written[2:].removesuffix("'")))
        case "double":
            _take_double(written.removeprefix("$")[1:].removesuffix('"'), reading)
        case "expansion":
            reading.add(written, written)
        case "escaped":
            reading.add(written[1:])
        case _:
            reading.add(written)


def _take_double(inner: str, reading: _Reading) -> None:
    reading.add("")
    for part in _IN_DOUBLE.finditer(inner):
        if part["expansion"]:
            reading.add(part["expansion"], part["expansion"])
        elif not part["joined"]:
            reading.add(part["escaped"] or part["plain"] or "")


def ansi_text(inner: str) -> str:
    r"""Return what `$'…'` stands for: `\n`, `\x41`, `\u0041`, `\101` and the like are undone."""
    return _HALVES.sub(_whole_sign, _ANSI.sub(_sign, inner))


def _sign(found: re.Match[str]) -> str:
    for group, base in (("hex", 16), ("four", 16), ("eight", 16), ("octal", 8)):
        if found[group]:
            number = int(found[group], base)
            return chr(number) if number <= 0x10FFFF else found[0]  # noqa: PLR2004
    if found["control"]:
        return chr(ord(found["control"]) & 0x1F)
    sign = found["sign"]
    return _SIGNS.get(sign, sign if sign in "\\'\"?" else f"\\{sign}")


def _whole_sign(halves: re.Match[str]) -> str:
    return halves[0].encode("utf-16", "surrogatepass").decode("utf-16")


def _is_part_of_address(text: str, token: re.Match[str], word: str | None) -> bool:
    """Return whether `&` stands in an address that somebody forgot to quote."""
    following = text[token.end() : token.end() + 1]
    is_within = token[0] == "&" and bool(word) and following.isalnum()
    return is_within and _ADDRESS.match(word or "") is not None


def _end_of_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _here_document(text: str, at: int, mark: str) -> tuple[str, int]:
    end = re.compile(rf"^\t*{re.escape(mark)}\r?$", re.MULTILINE).search(text, at)
    if end is None:
        return text[at:], len(text)
    return text[at : end.start()], end.end()
