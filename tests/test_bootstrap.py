"""The two commands need nothing but Python, and say exactly what is missing."""

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[1] / "packaging" / "bootstrap.py"


@pytest.fixture
def bootstrap() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", PATH)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_imports_the_standard_library_alone() -> None:
    for node in ast.walk(ast.parse(PATH.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            assert all(it.name.split(".")[0] in sys.stdlib_module_names for it in node.names)
        if isinstance(node, ast.ImportFrom):
            assert (node.module or "").split(".")[0] in sys.stdlib_module_names


@pytest.mark.parametrize(
    ("environment", "platform", "found"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_a_display_is_found(
    bootstrap: ModuleType, environment: dict[str, str], platform: str, *, found: bool
) -> None:
    assert bootstrap.has_display(environment, platform) is found


def test_a_changed_lock_sets_everything_up_again(bootstrap: ModuleType, tmp_path: Path) -> None:
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text("one")
    first = bootstrap.fingerprint(tmp_path, "3.11")
    assert bootstrap.fingerprint(tmp_path, "3.11") == first
    assert bootstrap.fingerprint(tmp_path, "3.12") != first
    (tmp_path / "uv.lock").write_text("two")
    assert bootstrap.fingerprint(tmp_path, "3.11") != first


def test_who_may_not_install_is_told_the_exact_line(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bootstrap, "apt_prefix", lambda: None)
    with pytest.raises(bootstrap.CannotSetUpError) as error:
        bootstrap.install_libraries(["libgl1", "libegl1"])
    assert "sudo apt-get install -y libgl1 libegl1" in str(error.value)
    bootstrap.install_libraries([])


def test_benchmarks_go_without_what_cannot_be_installed(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[str, ...]] = []

    def run(*arguments: str, offscreen: bool) -> int:
        assert offscreen
        asked.append(arguments)
        return 0

    monkeypatch.setattr(bootstrap, "apt_prefix", lambda: None)
    monkeypatch.setattr(bootstrap, "GENERATORS", {"nginx-of-nobody": "/nowhere/nginx"})
    monkeypatch.setattr(bootstrap, "install_k6", lambda: None)
    monkeypatch.setattr(bootstrap, "in_venv", run)
    assert bootstrap.bench(["-k", "clients"]) == 0
    assert asked[0][-2:] == ("-k", "clients")
    assert "sudo apt-get install -y nginx-of-nobody" in capsys.readouterr().err


def test_only_what_is_missing_is_named(
    bootstrap: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = " ".join(bootstrap.LIBRARIES.values()).replace("libGL.so.1", "")
    monkeypatch.setattr(bootstrap, "_known_libraries", lambda: known)
    assert bootstrap.missing_libraries(has_screen=False) == ["libgl1"]
    assert "libxcb-cursor0" in bootstrap.missing_libraries(has_screen=True)


def test_a_command_that_does_not_exist_is_told_what_does(
    bootstrap: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bootstrap.main(["dance"]) == 2
    assert "`run`" in capsys.readouterr().err
