"""XML → a tree of elements, with size, depth and number bounded, and no entities of its own."""

import re
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from studio.errors import FileFormatError
from studio.importer.tree import broken
from studio.phrase import Phrase

MOST_ELEMENTS = 200_000
DEEPEST = 200
_CHUNK = 65_536
_VERSION = re.compile(r"(<\?xml[^>]{0,40}version=[\"']1\.)1")


class _Building:
    """Builds the tree, and stops at the first sign of a bomb."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._builder = TreeBuilder()
        self._count = self._depth = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._count, self._depth = self._count + 1, self._depth + 1
        if self._count > MOST_ELEMENTS or self._depth > DEEPEST:
            raise FileFormatError(
                Phrase("importer", "{file} has more in it than can be read.").of(file=self._name),
                meaning=Phrase("importer", "At most {count} values are read, {depth} deep.").of(
                    count=MOST_ELEMENTS, depth=DEEPEST
                ),
                remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
            )
        self._builder.start(tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._builder.end(tag)

    def data(self, data: str) -> None:
        self._builder.data(data)

    def doctype(self, *_given: object) -> None:
        raise broken(self._name, "it has a document type, which may hold what harms")

    def close(self) -> Element:
        return self._builder.close()


def read_xml(source: str, name: str) -> Element:
    """Return the outermost element of an XML text.

    Raises:
        FileFormatError: It is none, too large, too deep, or has a document type of its own.
    """
    named = name or "The pasted text"
    building = _Building(named)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = building.start
    parser.EndElementHandler = building.end
    parser.CharacterDataHandler = building.data
    parser.StartDoctypeDeclHandler = building.doctype
    text = source.lstrip("\ufeff \t\r\n")
    text = _VERSION.sub(r"\g<1>0", text[:100]) + text[100:]
    try:
        for at in range(0, len(text), _CHUNK):
            parser.Parse(text[at : at + _CHUNK], False)
        parser.Parse("", True)
    except (expat.ExpatError, UnicodeEncodeError) as error:
        raise broken(named, " ".join(str(error).split())) from error
    return building.close()
