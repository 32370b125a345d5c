"""What every fault test may rely on: whatever was broken, nothing of ours is left."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.promises import summary_lines
from tests.faults.studio import make_project
from tests.leftovers import listeners, nothing_left_over
from tests.whole.counting_server import CountingServer, counting_server

ENDS_WITHIN_S = 8.0


@pytest.fixture
def mark() -> Iterator[str]:
    """Yield the mark of all processes of a test; none may outlive it, and no port stay bound."""
    with nothing_left_over(within_s=ENDS_WITHIN_S) as mark:
        yield mark
    assert listeners(mark) == []


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with one scenario, whose visitors ask about 100 times a second."""
    return make_project(tmp_path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how often each promise was put to the test, and kept."""
    lines = summary_lines()
    if lines:
        terminalreporter.section("promises")
        for line in lines:
            terminalreporter.write_line(line)
