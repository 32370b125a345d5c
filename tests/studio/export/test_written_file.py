"""A file is written whole or not at all."""

from pathlib import Path

import pytest

from studio.export.written_file import NotWrittenError, write_file


def test_a_file_is_written_with_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "new" / "locustfile.py"
    write_file(path, "é\n")
    assert path.read_bytes() == "é\n".encode()
    assert [it.name for it in path.parent.iterdir()] == ["locustfile.py"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("old")
    with pytest.raises(NotWrittenError, match="was not written"):
        write_file(tmp_path / "file" / "x.py", "new")
    assert (tmp_path / "file").read_text() == "old"
