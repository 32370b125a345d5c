"""Lens: a text within a noun, to be read and to be written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar, cast

from studio.journey.template import Text, put_together

Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Lens(Generic[Noun]):
    """A text within a noun."""

    field: str
    """As the noun calls it, such as `headers`."""

    index: int
    """Which of several; -1: there is one."""

    text: Text

    put: Callable[[Noun, Text], Noun]
    """Returns the noun with another text there; what it raises is a StudioError."""

    takes_variables: bool = False
    """Whether variables may stand in it."""


def attribute(field: str, text: str | None, name: str = "") -> Lens[Any]:
    """Return the lens of a plain attribute.

    Args:
        field: As a place in a journey is called.
        text: Of the attribute; None is an empty one.
        name: Of the attribute, if it is not that of the field.
    """
    return Lens(field, -1, text or "", lambda noun, it: replace(noun, **{name or field: plain(it)}))


def template(field: str, text: Text) -> Lens[Any]:
    """Return the lens of an attribute that may hold variables."""
    return Lens(
        field, -1, text, lambda noun, it: replace(noun, **{field: it}), takes_variables=True
    )


def within(
    field: str,
    items: tuple[Any, ...],
    lenses: Callable[[Any], Iterator[Lens[Any]]],
    name: str = "",
) -> Iterator[Lens[Any]]:
    """Yield the lenses of all items of a list, as lenses of the noun that holds it.

    Args:
        field: As a place in a journey is called.
        items: The list.
        lenses: Returns the lenses of one item.
        name: Of the list, if it is not that of the field.
    """
    for index, item in enumerate(items):
        for lens in lenses(item):
            yield replace(lens, field=field, index=index, put=_at(name or field, index, lens))


def inside(field: str, lens: Lens[Any]) -> Lens[Any]:
    """Return the lens of a part as one of the noun that has it in a field."""

    def put(noun: Any, text: Text) -> Any:  # noqa: ANN401  # any noun
        return replace(noun, **{field: lens.put(getattr(noun, field), text)})

    return replace(lens, field=field, put=put)


def pair_lenses(pair: tuple[str, Text]) -> Iterator[Lens[tuple[str, Text]]]:
    """Yield the lenses of a name with a value."""
    yield Lens("", -1, pair[0], lambda it, text: (plain(text), it[1]))
    yield Lens("", -1, pair[1], lambda it, text: (it[0], text), takes_variables=True)


def plain(text: Text) -> str:
    """Return a text where no variable can stand."""
    return text if isinstance(text, str) else put_together(text)


def _at(name: str, index: int, lens: Lens[Any]) -> Callable[[Any, Text], Any]:
    def put(noun: Any, text: Text) -> Any:  # noqa: ANN401  # any noun
        items = list(cast("tuple[Any, ...]", getattr(noun, name)))
        items[index] = lens.put(items[index], text)
        return replace(noun, **{name: tuple(items)})

    return put
