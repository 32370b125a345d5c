"""Values of secrets come only from what says that it is meant for us."""

import pytest

from studio.computer.secret_source import PREFIX, secret_from_environment, without_secrets


def test_a_value_comes_from_the_variable_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"{PREFIX}SHOP_KEY", "swordfish")
    monkeypatch.setenv(f"{PREFIX}EMPTY", "")
    assert secret_from_environment("SHOP_KEY") == "swordfish"
    assert secret_from_environment("EMPTY") is None


def test_a_project_cannot_name_the_password_of_another_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("CLOUD_KEY", "swordfish")
    assert secret_from_environment("CLOUD_KEY") is None


def test_children_inherit_all_but_secrets() -> None:
    assert without_secrets({"A": "1", f"{PREFIX}B": "2"}) == {"A": "1"}
