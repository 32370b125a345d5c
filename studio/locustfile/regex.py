"""Regular expressions as Python literals, once it is sure that they are some."""

import re
import warnings

from studio.journey.journey_error import JourneyError
from studio.locustfile.literal import text_literal
from studio.phrase import Phrase


def regex_literal(regex: str, group: int = 0) -> str:
    """Return a regular expression as a literal, a raw one where that can be.

    Args:
        regex: The expression.
        group: Which of its groups is asked for.

    Raises:
        JourneyError: It is none, or has no such group; at run time that would cost a row.
    """
    _refuse_impossible(regex, group)
    is_raw = "\\" in regex and regex.isprintable() and not regex.endswith("\\")
    if is_raw and '"' not in regex:
        return f'r"{regex}"'
    if is_raw and "'" not in regex:
        return f"r'{regex}'"
    return text_literal(regex)


def _refuse_impossible(regex: str, group: int) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            groups = re.compile(regex).groups
    except (re.error, RecursionError, OverflowError) as error:
        raise JourneyError(
            Phrase("locustfile", "“{regex}” is no regular expression: {reason}.").of(
                regex=regex[:100], reason=str(error)[:100]
            ),
            remedy=Phrase("locustfile", "Mend it."),
        ) from error
    if not 0 <= group <= groups:
        raise JourneyError(
            Phrase("locustfile", "“{regex}” has no group {group}.").of(
                regex=regex[:100], group=group
            ),
            remedy=Phrase("locustfile", "Put round brackets around what is meant."),
        )
