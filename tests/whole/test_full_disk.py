"""A run whose journal cannot be written goes on, and says so."""

import os
import sys
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.engine.journal import read_file
from studio.engine.load_messages import Finished, JournalFailed, SecondMeasured, StopBegan
from studio.run.closing import close_run
from studio.run.run_store import RunStore
from studio.run.verdict import Doubt
from studio.scenario.load_profile import constant
from tests.builders import make_setup
from tests.whole.counting_server import CountingServer
from tests.whole.trial import Trial, visitor

pytestmark = [
    pytest.mark.whole,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no limit of that kind"),
]

SMALL = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))\n"


@pytest.fixture
def small_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file that a child writes grow beyond a few seconds of a run."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitecustomize.py").write_text(SMALL)
    before = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, [str(site), before])))


@pytest.mark.usefixtures("small_files")
def test_a_run_on_a_full_disk_is_measured_to_its_end_and_kept_as_far_as_it_was_written(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(3, 14), visitor())
    trial.wait_for_end()
    assert trial.error is None, trial.log
    assert trial.heard(JournalFailed)
    assert trial.heard(Finished)
    assert trial.snapshot.total.requests == server.total
    journal = tmp_path / "run.journal"
    assert 0 < journal.stat().st_size <= 6000
    assert list(read_file(journal))
    file = ProjectFile(tmp_path / "shop.swarmbook")
    store = RunStore(file)
    number = store.begin("a1", make_setup(), server.host, "2026-01-01", "# code", ())
    kept = close_run(store, number, journal, (), lambda session: session.end(trial.error))
    file.close()
    assert 0 < kept.total.requests < server.total
    assert kept.verdict is not None
    assert Doubt.NUMBERS_DIFFER in kept.verdict.doubts


@pytest.mark.sweep
@pytest.mark.usefixtures("small_files")
def test_a_run_on_a_full_disk_stops_gently_after_a_minute(
    server: CountingServer, tmp_path: Path
) -> None:
    trial = Trial(tmp_path, server, constant(2, 3600), visitor())
    assert trial.ended.wait(110), trial.log
    trial.engine.stop()
    assert trial.error is None, trial.log
    (stop,) = trial.heard(StopBegan)
    assert not stop.by_hand
    assert 60 < len(trial.heard(SecondMeasured)) < 90
    assert trial.snapshot.total.requests == server.total
