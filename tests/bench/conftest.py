"""What benchmarks may rely on."""

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme.theme import Theme


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp)
