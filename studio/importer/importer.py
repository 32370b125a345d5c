"""Importer: one format, how it is told from others, and who reads it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from studio.importer.imported import Imported
from studio.importer.source import Source
from studio.progress import Progress


class Format(StrEnum):
    """What a source may be."""

    HAR = "har"
    CURL = "curl"
    POSTMAN = "postman"
    INSOMNIA = "insomnia"
    OPENAPI = "openapi"
    JMETER = "jmeter"
    LOCUSTFILE = "locustfile"
    JOURNEY = "journey"


@dataclass(frozen=True, slots=True)
class Importer:
    """One format, how it is told from others, and who reads it."""

    format: Format

    knows: Callable[[str, str], bool]
    """Takes the source's name in small letters (empty: pasted) and its beginning as text, and says
    whether it is of this format. Looks only; a wrong yes becomes a refusal by `read`."""

    read: Callable[[Source, Progress], Imported]
    """Raises StudioError for what cannot be read; calls `Progress.reach` often."""
