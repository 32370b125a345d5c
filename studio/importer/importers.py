"""The importers there are, those that can tell their format most surely first."""

from studio.importer.importer import Importer
from studio.importer.journey_file import JOURNEY_FILE

IMPORTERS: tuple[Importer, ...] = (JOURNEY_FILE,)
