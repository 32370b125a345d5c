"""Files and pasted texts are read alike, whatever their encoding."""

from pathlib import Path

import pytest

from studio.errors import FileFormatError
from studio.importer.source import Source, decoded, source_of_file

TEXT = '{"é": 1}'


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.encode("utf-8-sig"),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
    ],
)
def test_a_text_is_read_in_each_encoding_people_have(content: bytes) -> None:
    assert Source("", pasted=content).text() == TEXT


def test_a_file_is_read_as_a_pasted_text_is(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(TEXT, encoding="utf-8")
    source = source_of_file(path)
    assert (source.name, source.text(), source.size_bytes) == ("a.json", TEXT, 9)
    assert source.beginning() == TEXT.encode()


def test_what_is_no_text_is_refused_in_a_sentence() -> None:
    with pytest.raises(FileFormatError, match=r"a\.bin is no text in UTF-8: byte 0"):
        decoded(b"\xff\x80\x80", "a.bin")


def test_a_file_that_is_too_large_or_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileFormatError, match="more than 0 MB"):
        Source("x", pasted=b"12345").text(most_bytes=4)
    with pytest.raises(FileFormatError, match="cannot be read"):
        source_of_file(tmp_path / "none.har").beginning()
