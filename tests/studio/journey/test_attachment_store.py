"""Files to upload are kept, each content once."""

import pytest

from studio.database.project_file import ProjectFile
from studio.journey.attachment import AttachmentError
from studio.journey.attachment_store import AttachmentStore


def test_files_come_back_in_the_order_they_came(project_file: ProjectFile) -> None:
    store = AttachmentStore(project_file)
    logo, copy = store.add("logo.png", b"\x89P"), store.add("copy.png", b"\x89P")
    assert store.all() == (logo, copy)
    assert store.content(copy) == b"\x89P"
    changed = store.add("logo.png", b"new")
    assert store.all() == (changed, copy)
    store.remove("logo.png")
    assert store.all() == (copy,)


def test_a_file_with_an_impossible_name_is_not_kept(project_file: ProjectFile) -> None:
    store = AttachmentStore(project_file)
    with pytest.raises(AttachmentError):
        store.add("../x", b"")
    assert store.all() == ()
