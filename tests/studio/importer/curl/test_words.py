"""A command has no more words than a person writes."""

import pytest

from studio.errors import FileFormatError
from studio.importer.curl.words import MOST_WORDS, refuse_long


def test_a_command_without_an_end_is_refused() -> None:
    refuse_long(MOST_WORDS)
    with pytest.raises(FileFormatError, match="more than 5000 words"):
        refuse_long(MOST_WORDS + 1)
