"""The importers there are, those that can tell their format most surely first."""

from studio.importer.curl.curl import CURL
from studio.importer.har import HAR
from studio.importer.importer import Importer
from studio.importer.insomnia.insomnia import INSOMNIA
from studio.importer.jmx.jmx import JMX
from studio.importer.journey_file import JOURNEY_FILE
from studio.importer.locustfile.locustfile import LOCUSTFILE
from studio.importer.openapi.openapi import OPENAPI
from studio.importer.postman.postman import POSTMAN

IMPORTERS: tuple[Importer, ...] = (
    JOURNEY_FILE,
    HAR,
    POSTMAN,
    INSOMNIA,
    JMX,
    OPENAPI,
    CURL,
    LOCUSTFILE,
)
