"""A text for the command line of Windows → its commands, word by word; nothing is run."""

import re
from collections.abc import Iterator

from studio.importer.curl.words import Command, Word, refuse_long

_CARET = re.compile(r"\^(?:\r?\n(?P<second>\r?\n)?|(?P<sign>.))", re.DOTALL)
_QUOTED_CARET = re.compile(r'"(?:[^"\\\r\n]|\\.|"")*"|' + _CARET.pattern, re.DOTALL)
_TOKEN = re.compile(r'(?P<blank>\s+)|(?P<slashes>\\+(?="))|(?P<quote>"")|"|[^\s"\\]+|\\')
_NEXT_COMMAND = re.compile(r"(?<=[\"\w/])[ \t]*(?:&&?[ \t]*|\r?\n[ \t]*)(?=curl(?:\.exe)?[ \t])")


def is_for_windows(text: str) -> bool:
    """Return whether carets say that a text is for `cmd.exe`."""
    return re.search(r'(?:^|\s)\^"|\^\r?\n', text) is not None


def windows_commands(text: str) -> Iterator[Command]:
    """Yield the commands of a text as `cmd.exe` and the C library would take it apart.

    Raises:
        FileFormatError: One of them has no end.
    """
    line = 1
    at = 0
    for begin, end in _spans(text):
        line += text.count("\n", at, begin)
        at = begin
        source = text[begin:end].strip()
        if source:
            yield Command(tuple(_within_limit(_words(_without_carets(source)))), line, source)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    begin = len(text) - len(text.lstrip())
    for found in _NEXT_COMMAND.finditer(text):
        yield begin, found.start()
        begin = found.end()
    yield begin, len(text)


def _within_limit(words: Iterator[str]) -> Iterator[Word]:
    for number, word in enumerate(words, start=1):
        refuse_long(number)
        yield Word(word)


def _without_carets(source: str) -> str:
    """Return a command as a program is given it: `^&` is `&`, `^` before a line end joins lines."""

    def undone(found: re.Match[str]) -> str:
        if found[0][0] == '"':
            return found[0]
        return found["sign"] or found["second"] or ""

    pattern = _CARET if '^"' in source else _QUOTED_CARET
    return pattern.sub(undone, source).replace("\r\n", "\n")


def _words(line: str) -> Iterator[str]:
    word: str | None = None
    is_quoted = False
    for token in _TOKEN.finditer(line):
        written = token[0]
        if token["blank"] and not is_quoted:
            if word is not None:
                yield word
            word = None
            continue
        word = word or ""
        if token["slashes"]:
            word += "\\" * (len(written) // 2)
            if len(written) % 2:
                word += "\0"  # the quote that follows is a sign
        elif written.startswith('"'):
            word, is_quoted = _quote(word, written, is_quoted=is_quoted)
        else:
            word += written
    if word is not None:
        yield word


def _quote(word: str, written: str, *, is_quoted: bool) -> tuple[str, bool]:
    if word.endswith("\0"):
        word, written = word[:-1] + '"', written[1:]
    if written == '""' and is_quoted:
        return word + '"', True
    return word, is_quoted != (len(written) == 1)
