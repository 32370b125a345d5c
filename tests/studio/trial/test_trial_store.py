"""Of each journey the last trial is kept, and the last that passed."""

from dataclasses import replace
from pathlib import Path

import pytest

from studio.database.project_file import ProjectFile
from studio.errors import FileFormatError
from studio.journey.sample import PRACTICE
from studio.trial.record import TrialState
from studio.trial.trial_store import TrialStore
from tests.studio.trial.trials import line_of, make_exchange, places_of, record_of, walked

LINE = line_of(PRACTICE, "r4")
PLACES = places_of(PRACTICE)


def test_the_last_and_the_last_good_trial_come_back(tmp_path: Path) -> None:
    file = ProjectFile(tmp_path / "a.swarmbook")
    store = TrialStore(file)
    assert store.last(PRACTICE) is None
    for exchange in (make_exchange(LINE, {"a": 1}), make_exchange(LINE, {}, failure="no")):
        record = replace(record_of(PRACTICE, exchange), tried_at="2026-05-02T10:00:00+00:00")
        store.keep(record, walked(exchange), PLACES)
    last, good = store.last(PRACTICE), store.last_good(PRACTICE)
    assert last is not None
    assert good is not None
    assert (last.state, good.state) == (TrialState.FAILED, TrialState.PASSED)
    assert good.steps[0].name == "Look at the list"
    assert good.requests[0].answer is not None
    assert good.requests[0].answer.body.text == '{"a": 1}'
    (summary,) = store.all()
    assert (summary.journey_id, summary.state, summary.step_count) == ("J1", TrialState.FAILED, 6)
    file.close()


def test_a_damaged_trial_is_refused_in_a_sentence(tmp_path: Path) -> None:
    file = ProjectFile(tmp_path / "a.swarmbook")
    file.execute("INSERT INTO trial VALUES ('J1', 'last', 'passed', '', '', 0, 0, x'00')")
    with pytest.raises(FileFormatError, match="cannot be read"):
        TrialStore(file).last(PRACTICE)
    file.close()
