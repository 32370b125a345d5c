"""A file to upload stands beside the locustfile and in nobody's way."""

import pytest
from hypothesis import given

from studio.journey.attachment import (
    Attachment,
    AttachmentError,
    attachment_name,
    is_attachment_name,
)
from tests.strategies import texts


@pytest.mark.parametrize("name", ["../x", "a/b", "con", "locustfile.py", "x.csv", "", ".env"])
def test_a_name_that_would_be_in_the_way_is_refused(name: str) -> None:
    with pytest.raises(AttachmentError):
        Attachment(name, "0", 1)


@given(texts)
def test_whatever_a_file_was_called_there_is_a_name_for_it(wanted: str) -> None:
    assert is_attachment_name(attachment_name(wanted))


def test_a_usable_name_stays() -> None:
    assert attachment_name("C/photos/scan 1.png") == "scan-1.png"
