"""Journeys as a JSON document, there and back; equal journeys are equal bytes."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from studio.errors import FileFormatError
from studio.journey.data_file import DataFile
from studio.journey.document_upgrade import upgraded
from studio.journey.journey import Journey
from studio.phrase import Phrase
from studio.typed_json import MisfitError, read, write

FORMAT = "swarmbook-journey"
VERSION = 2

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Document:
    """What a journey document holds."""

    format: str
    version: int
    journeys: tuple[Journey, ...]

    data_files: tuple[DataFile, ...] = ()
    """Those the journeys use; what stands in them is kept elsewhere."""


def write_document(journeys: Sequence[Journey], data_files: Sequence[DataFile] = ()) -> str:
    """Return journeys as text: fixed key order, defaults left out, two spaces, LF."""
    document = write(Document(FORMAT, VERSION, tuple(journeys), tuple(data_files)))
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    return _SURROGATE.sub(_escaped, text)  # half a character is no UTF-8, but JSON can name it


def read_document(text: str) -> tuple[Journey, ...]:
    """Return the journeys of a document.

    Raises:
        FileFormatError: The text is no such document, or one of a newer version.
    """
    return read_whole_document(text).journeys


def read_whole_document(text: str) -> Document:
    """Return all that a document holds.

    Raises:
        FileFormatError: The text is no such document, or one of a newer version.
    """
    try:
        document: Document = read(Document, upgraded(json.loads(text)))
    except (MisfitError, json.JSONDecodeError, RecursionError) as error:
        raise _refusal(str(error)) from error
    if document.format != FORMAT or document.version != VERSION:
        raise _refusal(f"{document.format} {document.version}")
    return document


def _escaped(half: re.Match[str]) -> str:
    return f"\\u{ord(half[0]):04x}"


def _refusal(detail: str) -> FileFormatError:
    return FileFormatError(
        Phrase("journey", "This is no journey this studio can read: {detail}").of(
            detail=detail[:200]
        ),
        remedy=Phrase("journey", "It may have been made by a newer version."),
    )
