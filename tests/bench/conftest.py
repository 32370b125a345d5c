"""What benchmarks may rely on."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import figures
from tests.bench.figures import Section
from tests.bench.nginx import Nginx, serving
from tests.bench.tools import SERVER_CORE
from ui.theme.theme import Theme

SECTIONS = (
    "clients",
    "unchecked",
    "variants",
    "ceilings",
    "equal",
    "memory",
    "crowd",
    "namespaces",
    "telemetry",
    "endpoints",
    "accuracy",
    "ramp",
    "storage",
    "editing",
    "soak",
)
"""In the order of the page."""

Keep = Callable[[str, Section], None]
Say = Callable[[str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rounds", type=int, default=5, help="how often each tool takes its turn")
    parser.addoption("--users", type=int, default=40_000, help="of the crowd")
    parser.addoption("--soak-s", type=int, default=150, help="how long the window's run takes")


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> Say:
    """Say something at once, whatever pytest catches."""

    def say(text: str) -> None:
        with capsys.disabled():
            print(text, flush=True)

    return say


@pytest.fixture
def keep(say: Say) -> Keep:
    """Print a section, keep it, and write the page anew."""

    def keep(name: str, section: Section) -> None:
        say(figures.plain(section))
        figures.keep(name, section)
        page = figures.render(figures.newest(SECTIONS).values(), figures.machine())
        figures.PAGE.write_text(page, "utf-8")

    return keep


@pytest.fixture
def nginx() -> Iterator[Nginx]:
    with serving(cores=[SERVER_CORE]) as server:
        yield server


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> int:
    return int(str(request.config.getoption("--rounds")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path
