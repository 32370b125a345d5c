"""Variables users make up → expressions and properties."""

from collections.abc import Iterable, Iterator, Mapping
from math import isfinite

from studio.journey.journey import Journey
from studio.journey.journey_error import JourneyError
from studio.journey.made import (
    Base64,
    Clock,
    ClockUnit,
    Composed,
    Counter,
    Date,
    Decimal,
    Digits,
    Integer,
    Letters,
    Made,
    OneOf,
    Uuid,
)
from studio.journey.template import Piece, Variable, pieces_of
from studio.journey.uses import (
    pieces_in_made,
    pieces_in_node,
    pieces_in_pairs,
    texts_in_auth,
)
from studio.locustfile.block import Source
from studio.locustfile.code_block import used_in_code
from studio.locustfile.layout import Group, Leaf
from studio.locustfile.literal import number_literal, text_literal
from studio.locustfile.planning_text import Names, text_source
from studio.phrase import Phrase


def plan_made(made: Made, names: Names, counter: str = "") -> Source:
    """Return the expression that makes up a value; it is a text.

    Args:
        made: The variable.
        names: How variables are written.
        counter: The counter of the file, where it is one.

    Raises:
        JourneyError: A variable it is composed of has no value, or nothing can be drawn.
    """
    match made.how:
        case Counter():
            return _used(f"{counter}.next()")
        case Composed(text):
            return Source(Leaf(text_source(text, names)))
        case Base64(text):
            arguments = (Leaf(text_source(text, names)),)
            return Source(Group("base64_of(", arguments, ")"), frozenset({"base64_of"}))
        case Uuid() | Clock() | Date():
            return _unique(made.how)
        case Integer() | Decimal() | OneOf() | Letters() | Digits():
            drawn = _drawn(made.how)
            if drawn is None:
                raise _nothing_to_draw(made)
            return drawn


def _unique(how: Uuid | Clock | Date) -> Source:
    match how:
        case Uuid():
            return _used("str(uuid.uuid4())", "uuid")
        case Clock(unit):
            factor = " * 1000" if unit is ClockUnit.MS else ""
            return _used(f"str(int(time.time(){factor}))", "time")
        case Date(offset_days, format_):
            day = "datetime.now(UTC)"
            day = f"({day} + timedelta(days={offset_days}))" if offset_days else day
            node = Group(f"{day}.strftime(", (Leaf(text_literal(format_)),), ")")
            return Source(node, frozenset({"datetime", *(["timedelta"] if offset_days else [])}))


def _drawn(how: Integer | Decimal | OneOf | Letters | Digits) -> Source | None:
    match how:
        case Integer(low, high) if low <= high:
            return _used(f"str(random.randint({low}, {high}))", "random")
        case Decimal(low, high, digits) if isfinite(low) and isfinite(high) and digits >= 0:
            ends = f"{number_literal(low)}, {number_literal(high)}"
            return _used(f'f"{{random.uniform({ends}):.{digits}f}}"', "random")
        case OneOf(values) if values:
            items = Group("[", tuple(Leaf(text_literal(it)) for it in values), "]", is_display=True)
            return Source(Group("random.choice(", (items,), ")"), frozenset({"random"}))
        case Letters(count) if count >= 0:
            return _joined("string.ascii_lowercase", count)
        case Digits(count) if count >= 0:
            return _joined("string.digits", count)
        case _:
            return None


def _joined(signs: str, count: int) -> Source:
    return _used(f'"".join(random.choices({signs}, k={count}))', "random", "string")


def _nothing_to_draw(made: Made) -> JourneyError:
    return JourneyError(
        Phrase("locustfile", "{variable} cannot be made: there is nothing to draw.").of(
            variable=f"{{{{{made.name[:100]}}}}}"
        ),
        remedy=Phrase("locustfile", "Give it a range or values."),
    )


def is_composed(made: Made) -> bool:
    """Return whether a variable is put together of others each time it is read."""
    return isinstance(made.how, Composed | Base64)


def made_for(journey: Journey, pieces: Iterable[Piece]) -> tuple[Made, ...]:
    """Return what must be made up for these pieces, in the journey's order.

    Raises:
        JourneyError: A variable is composed of itself.
    """
    known = {made.name: made for made in journey.made}
    found: set[str] = set()
    for variable in _variables(pieces):
        _add_needed(variable, known, (), found)
    return tuple(made for made in journey.made if made.name in found)


def pieces_used_in(journey: Journey) -> tuple[Piece, ...]:
    """Return the pieces of all that a journey does; not of what its users could make up."""
    nodes = (*journey.once, *journey.again, *journey.at_end)
    known = {made.name for made in journey.made}
    found = [piece for node in nodes for piece in pieces_in_node(node)]
    found += pieces_in_pairs(journey.headers)
    found += [piece for text in texts_in_auth(journey.auth) for piece in pieces_of(text)]
    return (*found, *(Variable(it) for it in used_in_code(nodes) if it in known))


def pieces_behind(journey: Journey, pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return pieces, and those of the variables that are composed for them.

    Raises:
        JourneyError: A variable is composed of itself.
    """
    own = tuple(pieces)
    return (*own, *(it for made in made_for(journey, own) for it in pieces_in_made(made)))


def _add_needed(
    name: str, known: Mapping[str, Made], above: tuple[str, ...], found: set[str]
) -> None:
    if name in above:
        raise JourneyError(
            Phrase("locustfile", "{variable} is composed of itself.").of(
                variable=f"{{{{{name[:100]}}}}}"
            ),
            remedy=Phrase("locustfile", "Compose it of other variables."),
        )
    if name in known and name not in found:
        for variable in _variables(pieces_in_made(known[name])):
            _add_needed(variable, known, (*above, name), found)
        found.add(name)


def _variables(pieces: Iterable[Piece]) -> Iterator[str]:
    return (it.var for it in pieces if isinstance(it, Variable) and not it.column)


def _used(source: str, *uses: str) -> Source:
    return Source(Leaf(source), frozenset(uses))
