"""RUNS IN A CHILD PROCESS. An exception that left a task → what it is, where, and its way."""

import linecache
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from studio.child.load.causes import text_of
from studio.recording.redaction import KnownSecrets, Redactor

LOCUSTFILE = "locustfile.py"
"""What the file that runs is called where a person reads of it; its name is made from an id."""

_LONGEST_TRACEBACK = 6000
_LONGEST_TEXT = 500
_MOST_FRAMES = 40
_LIBRARY = re.compile(r".*?[/\\](?:site-packages|dist-packages|python3\.\d+)[/\\]")
_LEFT_OUT = "  …\n"
_DEEPEST_CHAIN = 3
_HEAD = "Traceback (most recent call last):\n"
_DIRECT = "\nThe above exception was the direct cause of the following exception:\n\n"
_DURING = "\nDuring handling of the above exception, another exception occurred:\n\n"


@dataclass(frozen=True, slots=True)
class BrokenTask:
    """An exception that left a task."""

    kind: str
    """Its type."""

    text: str
    """What it says, redacted and capped."""

    place: str
    """The line of the locustfile that led to it, for example `line 42 in buy`."""

    traceback: str
    """As Python writes it, oldest call first; capped in the middle."""


def describe(
    exception: BaseException, trace: TracebackType | None, locustfile: str, secrets: KnownSecrets
) -> BrokenTask:
    """Return what is to be told of an exception.

    Args:
        exception: What left the task.
        trace: Its own way, from the oldest call to the newest.
        locustfile: Path of the file that runs.
        secrets: What must not be in what it says.
    """
    redactor = Redactor(secrets)
    told = _block(exception, trace, locustfile, redactor)
    for earlier, why in _chain(exception):
        told = _block(earlier, earlier.__traceback__, locustfile, redactor) + why + told
    told = redactor.again(secrets.hide(told, redactor))
    text = redactor.text(text_of(exception)[:_LONGEST_TEXT])
    return BrokenTask(type(exception).__name__, text, place_of(trace, locustfile), _capped(told))


def place_of(trace: TracebackType | None, locustfile: str) -> str:
    """Return the last line of the locustfile on an exception's way, for example `line 42 in buy`.

    A way that never touched the file gives its own last line, with the name of its file.
    """
    last = own = ""
    while trace is not None:
        code = trace.tb_frame.f_code
        last = f"line {trace.tb_lineno} in {code.co_name}"
        if _is_same(code.co_filename, locustfile):
            own = last
        elif not own:
            last = f"{_tidy(code.co_filename, locustfile)}, {last}"
        trace = trace.tb_next
    return own or last


def _is_same(filename: str, locustfile: str) -> bool:
    """Return whether a file is the one that runs; its name is like no other."""
    return Path(filename).name == Path(locustfile).name


def _chain(exception: BaseException) -> Iterator[tuple[BaseException, str]]:
    """Yield what led to an exception, the latest first, and how Python says so."""
    for _ in range(_DEEPEST_CHAIN):
        if exception.__cause__ is not None:
            exception, why = exception.__cause__, _DIRECT
        elif exception.__context__ is not None and not exception.__suppress_context__:
            exception, why = exception.__context__, _DURING
        else:
            return
        yield exception, why


def _block(
    exception: BaseException, trace: TracebackType | None, locustfile: str, redactor: Redactor
) -> str:
    kind, text = type(exception).__name__, redactor.text(text_of(exception)[:_LONGEST_TEXT])
    lines = "".join(_lines(traceback.extract_tb(trace), locustfile))
    return f"{_HEAD}{lines}{kind}: {text}\n" if text else f"{_HEAD}{lines}{kind}\n"


def _lines(frames: list[traceback.FrameSummary], locustfile: str) -> Iterator[str]:
    """Yield the lines of a traceback, without Locust's own way to the task."""
    first_own = next((i for i, it in enumerate(frames) if _is_same(it.filename, locustfile)), 0)
    shown = frames[first_own:]
    if len(shown) > _MOST_FRAMES:
        shown = [*shown[: _MOST_FRAMES // 2], *shown[-_MOST_FRAMES // 2 :]]
    for frame in shown:
        file = _tidy(frame.filename, locustfile)
        yield f'  File "{file}", line {frame.lineno}, in {frame.name}\n'
        code = linecache.getline(frame.filename, frame.lineno or 0).strip()
        if code:
            yield f"    {code[:300]}\n"


def _tidy(filename: str, locustfile: str) -> str:
    """Return a file's name as far as it means something beyond this computer."""
    if _is_same(filename, locustfile):
        return LOCUSTFILE
    within = _LIBRARY.sub("", filename)
    return within if within != filename else Path(filename).name


def _capped(text: str) -> str:
    if len(text) <= _LONGEST_TRACEBACK:
        return text
    half = (_LONGEST_TRACEBACK - len(_LEFT_OUT)) // 2
    return text[:half] + _LEFT_OUT + text[-half:]
