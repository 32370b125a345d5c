from pathlib import Path

from studio.export.bundle import Bundle
from studio.export.private_files import write_private


def test_the_files_of_a_bundle_lie_beside_each_other_for_their_owner_alone(tmp_path: Path) -> None:
    path = write_private(tmp_path, "ab12", Bundle("import locust\n", {"accounts.csv": "a\n1\n"}))
    assert path.read_text() == "import locust\n"
    assert path.name == "journey_ab12.py"
    assert (tmp_path / "accounts.csv").read_text() == "a\n1\n"
    assert {it.stat().st_mode & 0o077 for it in tmp_path.iterdir()} == {0}


def test_a_file_to_upload_lies_there_byte_for_byte(tmp_path: Path) -> None:
    write_private(tmp_path, "ab12", Bundle("", {}, (), {"scan.png": b"\x89\r\n\xff"}))
    assert (tmp_path / "scan.png").read_bytes() == b"\x89\r\n\xff"
