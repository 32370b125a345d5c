"""Which importer reads a source: told by how it begins, not by its name alone."""

from collections.abc import Sequence

from studio.errors import FileFormatError
from studio.importer.imported import Imported
from studio.importer.importer import Format, Importer
from studio.importer.importers import IMPORTERS
from studio.importer.source import Source, encoding_of
from studio.phrase import Phrase
from studio.progress import Progress

_WITH_TABLES = (Format.POSTMAN, Format.JMETER)
"""Formats that read the tables beside them."""


def read_sources(sources: Sequence[Source], progress: Progress) -> Imported:
    """Return all that is in several sources, each read by the importer of its format.

    Raises:
        FileFormatError: One of them is of no known format, or broken.
        CancelledError: It was cancelled.
    """
    tables = [it for it in sources if it.name.lower().endswith(".csv")]
    others = [it for it in sources if it not in tables]
    importers = [importer_of(source) for source in others]
    if all(it.format not in _WITH_TABLES for it in importers):
        importers += [importer_of(source) for source in tables]
        others += tables
    sources = others
    found = Imported()
    for number, (importer, source) in enumerate(zip(importers, sources, strict=True)):
        share, next_share = number / len(sources), (number + 1) / len(sources)
        found += importer.read(source, progress.part(share, next_share))
    return found


def importer_of(source: Source, importers: Sequence[Importer] = IMPORTERS) -> Importer:
    """Return who reads a source.

    Raises:
        FileFormatError: Nobody does, or it cannot be read.
    """
    content = source.beginning()
    text = content.decode(encoding_of(content), errors="replace")
    for importer in importers:
        if importer.knows(source.name.lower(), text):
            return importer
    raise FileFormatError(
        Phrase("importer", "{file} is of no kind that can be imported.").of(
            file=source.name or "The pasted text"
        ),
        meaning=Phrase("importer", "Nothing was imported."),
        remedy=Phrase(
            "importer",
            "What can be: HAR, cURL commands, Postman, Insomnia, OpenAPI, JMeter, locustfiles and"
            " journeys.",
        ),
    )
