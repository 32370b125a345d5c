"""RUNS IN A CHILD PROCESS. What is printed, without the secrets in it."""

from typing import TextIO

from studio.recording.redaction import Strike

_LONGEST_LINE = 100_000


class StruckStream:
    """Stands in place of stdout or stderr, and writes lines only once they are whole.

    A value may come in pieces: `print("key:", key)` is three of them.
    """

    def __init__(self, stream: TextIO, strike: Strike) -> None:
        self._stream = stream
        self._strike = strike
        self._line = ""

    def write(self, text: str) -> int:
        """Write whole lines; the rest waits for its end."""
        lines, newline, rest = (self._line + text).rpartition("\n")
        if len(rest) > _LONGEST_LINE:
            lines, newline, rest = lines + newline + rest, "", ""
        self._line = rest
        if lines or newline:
            self._stream.write(self._strike(lines + newline))
            self._stream.flush()
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write each text."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Do nothing: what is held back is no whole line yet."""

    def finish(self) -> None:
        """Write what was held back."""
        self._stream.write(self._strike(self._line))
        self._stream.flush()
        self._line = ""

    def fileno(self) -> int:
        """Return the number of the file that is written to."""
        return self._stream.fileno()

    def isatty(self) -> bool:
        """Return whether a person reads along."""
        return False

    @property
    def encoding(self) -> str:
        """How texts become bytes."""
        return self._stream.encoding

    @property
    def closed(self) -> bool:
        """Whether nothing more can be written."""
        return self._stream.closed
