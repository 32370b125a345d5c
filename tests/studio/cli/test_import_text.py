"""What an import became is told in lines, whatever its file is called."""

from studio.cli.import_text import import_object, import_text
from studio.importer.carried_over import CarryingOver
from studio.importer.imported import HiddenSecret, Imported
from studio.phrase import Phrase
from studio.project.bringing_in import Brought
from tests.builders import make_journey


def _imported() -> Imported:
    notes = CarryingOver()
    for number in range(50):
        notes.left_out(f"ho\x1b[31mst{number}", Phrase("x", "Script"), Phrase("x", "It is code."))
    journey = make_journey(name="Vi\u202esit")
    return Imported(
        (journey,), secrets=(HiddenSecret("pin", "POST /", "1"),), carried_over=notes.noted
    )


def test_all_is_said_and_nothing_moves_the_cursor() -> None:
    imported = _imported()
    said = import_text(imported, Brought(imported.journeys, (), (("people", "people_2"),)))
    assert "Left out:" in said
    assert "… and 10 more." in said
    assert "“people” is called “people_2” here" in said
    assert "pin  POST /" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_programs_are_told_everything() -> None:
    told = import_object(_imported(), None)
    assert len(told["entries"]) == 50
    assert told["entries"][0]["outcome"] == "left_out"
