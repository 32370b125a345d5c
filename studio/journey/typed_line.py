"""Lines as people type them → the values of a journey: statuses, names, patterns, numbers."""

import math
import re
from collections.abc import Callable

from studio.journey.journey_error import JourneyError
from studio.journey.template import TemplateError, Variable
from studio.phrase import Phrase

Statuses = tuple[tuple[int, ...], tuple[int, ...]]
"""Whole statuses, and first digits of families."""

_STATUS = re.compile(r"[1-5]\d\d")
_FAMILY = re.compile(r"([1-5])xx", re.IGNORECASE)
_METHOD = re.compile(r"[A-Z][A-Z0-9_-]{0,19}")
_LONGEST_PATTERN = 2000


def read_statuses(line: str) -> Statuses:
    """Return the statuses in a line such as `200, 304` or `2xx`.

    Raises:
        JourneyError: It has none, or something else.
    """
    statuses: list[int] = []
    families: list[int] = []
    for word in line.replace(",", " ").split():
        family = _FAMILY.fullmatch(word)
        if family:
            families.append(int(family[1]))
        elif _STATUS.fullmatch(word):
            statuses.append(int(word))
        else:
            raise _no_status(word)
    if not statuses and not families:
        raise _no_status(line.strip())
    return tuple(dict.fromkeys(statuses)), tuple(dict.fromkeys(families))


def statuses_text(statuses: Statuses) -> str:
    """Return statuses as a line; `read_statuses` gives them back."""
    return ", ".join([*map(str, statuses[0]), *(f"{digit}xx" for digit in statuses[1])])


def read_variable(line: str) -> str:
    """Return the name of a variable that is no column of a data file, without its braces.

    Raises:
        TemplateError: It cannot be one.
    """
    name = line.strip().removeprefix("{{").removesuffix("}}")
    variable = Variable(name)
    if variable.column:
        raise TemplateError(
            Phrase("journey", "“{name}” would be a column of a data file.").of(name=name[:100]),
            remedy=Phrase("journey", "Use letters, digits and _."),
        )
    return name


def read_pattern(line: str) -> str:
    """Return a regular expression.

    Raises:
        JourneyError: It is none, or longer than anybody reads.
    """
    try:
        re.compile(line)
    except (re.error, RecursionError, OverflowError) as error:
        raise JourneyError(
            Phrase("journey", "This is no regular expression: {reason}.").of(reason=str(error)),
            remedy=Phrase("journey", "Put a backslash before a sign that is meant as it is."),
        ) from error
    if not line or len(line) > _LONGEST_PATTERN:
        raise JourneyError(Phrase("journey", "This is no regular expression that finds anything."))
    return line


def read_method(line: str) -> str:
    """Return a method of HTTP in capitals.

    Raises:
        JourneyError: It cannot be one.
    """
    method = line.strip().upper()
    if _METHOD.fullmatch(method) is None:
        raise JourneyError(
            Phrase("journey", "“{method}” is no method of HTTP.").of(method=method[:40]),
            remedy=Phrase("journey", "Use letters only, as in PURGE."),
        )
    return method


def read_filled(line: str) -> str:
    """Return a line that may not be empty.

    Raises:
        JourneyError: It is.
    """
    if not line.strip():
        raise JourneyError(Phrase("journey", "Something has to stand here."))
    return line


def number_between(least: float, most: float) -> Callable[[str], float]:
    """Return what reads a number from one to another, and raises a JourneyError at any other."""

    def read(line: str) -> float:
        try:
            number = float(line.strip().replace(",", "."))
        except ValueError:
            number = math.nan
        if not least <= number <= most:
            raise JourneyError(
                Phrase("journey", "Give a number from {least} to {most}.").of(
                    least=f"{least:g}", most=f"{most:g}"
                )
            )
        return number

    return read


def optional(read: Callable[[str], object]) -> Callable[[str], object]:
    """Return what reads nothing from an empty line, and any other as before."""

    def read_some(line: str) -> object:
        return read(line) if line.strip() else None

    return read_some


def number_text(number: float | None) -> str:
    """Return a number as people type it; None is an empty line."""
    return "" if number is None else f"{number:.12g}"


def read_list(line: str) -> tuple[str, ...]:
    """Return the words between commas, each once; empty ones are left out."""
    words = (word.strip() for word in line.split(","))
    return tuple(dict.fromkeys(word for word in words if word))


def list_text(words: tuple[str, ...]) -> str:
    """Return words as a line with commas."""
    return ", ".join(words)


def _no_status(word: str) -> JourneyError:
    return JourneyError(
        Phrase("journey", "“{word}” is no status.").of(word=word[:40]),
        remedy=Phrase("journey", "Write numbers from 100 to 599, or a family such as 2xx."),
    )
