"""Parts of a plan: elements, each with the `hashTree` of what is in it, and their properties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from studio.importer.labels import label


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a plan, with what is in it."""

    element: Element
    inner: "tuple[Part, ...]" = ()

    @property
    def kind(self) -> str:
        """What it is: the name of its class without packages."""
        tag = self.element.tag.rpartition(".")[2]
        if tag in ("GenericSampler", "GenericController") and self.element.get("testclass"):
            return self.element.get("testclass", tag).rpartition(".")[2]
        return tag

    @property
    def name(self) -> str:
        """What its user called it."""
        return label(self.element.get("testname", ""), label(self.kind, "Element"))

    @property
    def is_on(self) -> bool:
        """Whether it takes part."""
        return self.element.get("enabled", "true") != "false"

    def text(self, name: str, otherwise: str = "") -> str:
        """Return a property as text; of several the last."""
        return text_in(self.element, name, otherwise)

    def flag(self, name: str) -> bool:
        """Return whether a property is set."""
        return self.text(name).strip().lower() == "true"

    def under(self, *names: str) -> list[Element]:
        """Return the elements of a collection, by the names of the properties around it."""
        return under(self.element, *names)


def parts_in(tree: Element) -> tuple[Part, ...]:
    """Return what stands in a `hashTree`: each element with the `hashTree` behind it."""
    found: list[Part] = []
    for it in tree:
        if it.tag != "hashTree":
            found.append(Part(it))
        elif found and not found[-1].inner:
            found[-1] = Part(found[-1].element, parts_in(it))
    return tuple(found)


def walked(parts: Sequence[Part], *, with_those_off: bool = False) -> Iterator[Part]:
    """Yield parts and all that is in them, in order."""
    waiting = list(reversed(parts))
    while waiting:
        part = waiting.pop()
        if part.is_on or with_those_off:
            yield part
            waiting += reversed(part.inner)


def text_in(element: Element, name: str, otherwise: str = "") -> str:
    """Return a property of an element as text."""
    found = None
    for it in element:
        if it.get("name") == name:
            found = it
    return otherwise if found is None else found.text or ""


def under(element: Element, *names: str) -> list[Element]:
    """Return the elements of a collection, by the names of the properties around it."""
    found: Element | None = element
    for name in names:
        found = next((it for it in found if it.get("name") == name), None)
        if found is None:
            return []
    return list(found)


def pairs_in(element: Element, *names: str) -> list[tuple[str, str]]:
    """Return the arguments of a collection: names and values."""
    return [
        (text_in(it, "Argument.name") or it.get("name", ""), text_in(it, "Argument.value"))
        for it in under(element, *names)
    ]
