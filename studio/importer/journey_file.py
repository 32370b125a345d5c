"""Journeys as this studio writes them, `*.journey.json` → Imported."""

from studio.importer.carried_over import CarryingOver
from studio.importer.imported import Imported
from studio.importer.importer import Format, Importer
from studio.importer.source import Source
from studio.journey.document import FORMAT, read_whole_document
from studio.phrase import Phrase
from studio.progress import Progress


def _knows(name: str, beginning: str) -> bool:
    return name.endswith(".journey.json") or f'"{FORMAT}"' in beginning[:200]


def read_journey_file(source: Source, progress: Progress) -> Imported:
    """Return the journeys of a document; tables they use are named and must be brought by hand.

    Raises:
        FileFormatError: It is no such document, or one of a newer version.
    """
    document = read_whole_document(source.text())
    progress.reach(1.0)
    notes = CarryingOver()
    for journey in document.journeys:
        notes.imported(journey.name, Phrase("importer", "Journey"))
    for data_file in document.data_files:
        notes.left_out(
            data_file.name,
            Phrase("importer", "Data file"),
            Phrase("importer", "A journey file names its tables only: add {file} yourself.").of(
                file=data_file.file_name
            ),
        )
    return Imported(document.journeys, carried_over=notes.noted)


JOURNEY_FILE = Importer(Format.JOURNEY, _knows, read_journey_file)
