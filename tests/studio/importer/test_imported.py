"""What came from several files is brought in together."""

from studio.importer.imported import HiddenSecret, Imported, ImportedFile, ImportedTable


def test_two_imports_are_added_up() -> None:
    one = Imported(data_files=(ImportedTable("words", b"a\n1\n"),))
    two = Imported(attachments=(ImportedFile("a.png", b"x"),))
    assert one + two == Imported(data_files=one.data_files, attachments=two.attachments)


def test_a_hidden_value_is_never_shown_by_accident() -> None:
    assert "hunter2" not in repr(HiddenSecret("password", "POST /login", "hunter2"))
