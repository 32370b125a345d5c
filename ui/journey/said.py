"""Phrases whose values come from outside, said so that they are harmless to look at."""

from studio.phrase import Phrase
from studio.plain_text import plain
from ui.bridge.language import Say

_LONGEST = 500


def said(phrase: Phrase, say: Say) -> str:
    """Return a phrase in the reader's language, its values without signs that do something.

    The finished sentence cannot be cleaned: it has signs of its own that keep values in order.
    """
    values = {
        name: plain(value[:_LONGEST]) if isinstance(value, str) else value
        for name, value in phrase.values.items()
    }
    return say(phrase.of(**values))
