"""What tests of the core may rely on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile


@pytest.fixture
def project_file(tmp_path: Path) -> Iterator[ProjectFile]:
    file = ProjectFile(tmp_path / "shop.swarmbook")
    yield file
    file.close()
