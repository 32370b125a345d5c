"""A journey is read beside the GUI thread, and only its last state matters."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from studio.journey.editing import rename
from studio.journey.problem import Known
from studio.journey.sample import TALK
from tests.ui.run.heard import heard
from ui.bridge.journey_reader import JourneyReader, Reading
from ui.bridge.tasks import Tasks


@pytest.fixture
def reader(qapp: object) -> Iterator[JourneyReader]:
    assert qapp
    reader = JourneyReader(Tasks("aside", threads=1))
    yield reader
    reader.close()


def test_it_finds_wires_names_and_code(reader: JourneyReader, qtbot: QtBot) -> None:
    read = heard(reader.read, Reading)
    reader.ask(TALK, Known(), wants_code=True)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0].journey is TALK
    assert read[0].names["n2"] == "index"
    assert read[0].source is not None
    assert "class WebsiteUser" in read[0].source.text


def test_of_many_states_the_last_is_told(reader: JourneyReader, qtbot: QtBot) -> None:
    read = heard(reader.read, Reading)
    journey = TALK
    for number in range(30):
        journey = rename(journey, "n2", f"index {number}").journey
        reader.ask(journey, Known(), wants_code=False)
    qtbot.waitUntil(lambda: bool(read) and read[-1].journey is journey)
    assert len(read) < 30
    assert read[-1].source is None


def test_a_journey_that_cannot_be_written_says_why(reader: JourneyReader, qtbot: QtBot) -> None:
    read = heard(reader.read, Reading)
    empty = rename(TALK, "n2", "index").journey
    reader.ask(type(empty)("J1", "Empty", ()), Known(), wants_code=True)
    qtbot.waitUntil(lambda: bool(read))
    assert read[0].source is None
    assert read[0].refusal is not None


def test_nothing_is_told_after_it_was_closed(qtbot: QtBot) -> None:
    reader = JourneyReader(Tasks("aside", threads=1))
    read = heard(reader.read, Reading)
    reader.ask(TALK, Known(), wants_code=False)
    reader.close()
    reader.ask(TALK, Known(), wants_code=False)
    qtbot.wait(50)
    assert read == []
