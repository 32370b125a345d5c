"""What tests of the whole product may rely on."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.whole.counting_server import CountingServer, counting_server
from ui.theme.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)


@pytest.fixture
def server() -> Iterator[CountingServer]:
    with counting_server() as counter:
        yield counter
