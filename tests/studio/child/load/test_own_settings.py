import os
from pathlib import Path

import pytest

from studio.child.load.own_settings import ignore_foreign_settings


def test_no_setting_of_this_computer_is_left(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "USERPROFILE", "TMPDIR"):
        monkeypatch.setenv(name, "/elsewhere")
    monkeypatch.setenv("LOCUST_USERS", "1000")
    ignore_foreign_settings()
    assert "LOCUST_USERS" not in os.environ
    assert os.environ["HOME"] == str(tmp_path)
