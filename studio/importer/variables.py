"""Variables of another tool's file: what each stands for in a journey."""

import re

from studio.importer.hiding import Hiding
from studio.importer.made_up import made_up
from studio.importer.placeholders import names_in, replaced, with_pieces
from studio.journey.made import Composed, How, Made
from studio.journey.take import Keep
from studio.journey.template import Piece, Text, Variable
from studio.recording.secret_names import is_secret_name

_DEEPEST = 10
_LONGEST = 20_000
_NO_LETTER = re.compile(r"[^A-Za-z0-9_]+")


class Variables:
    """What the names in a file stand for; asked while its texts are read."""

    def __init__(self, hiding: Hiding) -> None:
        self._hiding = hiding
        self._names: dict[str, str] = {}
        self._used: set[str] = set()
        self._next: dict[str, int] = {}
        self._constants: dict[str, str] = {}
        self._secret: set[str] = set()
        self._taken: set[str] = set()
        self._columns: dict[str, str] = {}
        self._made: dict[str, Made] = {}
        self._unknown: list[str] = []
        self._alike: list[str] = []
        self._request = 0

    def define(self, name: str, value: str, *, is_secret: bool = False) -> None:
        """Let a name stand for a value; what was defined before is replaced."""
        self._constants[name] = value[:_LONGEST]
        if is_secret or is_secret_name(name):
            self._secret.add(name)

    def define_new(self, name: str, value: str) -> None:
        """Let a name stand for a value, unless it stands for one already."""
        if name not in self._constants and name not in self._taken:
            self.define(name, value)

    def is_defined(self, name: str) -> bool:
        """Return whether something in the file gives a name its value."""
        return name in self._constants or name in self._taken or name in self._columns

    def take(self, name: str) -> str:
        """Let a name be taken from answers, and return the variable it becomes."""
        self._taken.add(name)
        return self.variable_name(name)

    def make(self, name: str, how: How, keep: Keep = Keep.PASS) -> None:
        """Let a name be made up by each user, anew for each pass or once."""
        self._taken.add(name)
        variable = self.variable_name(name)
        self._made[variable] = Made(variable, how, keep)

    def columns(self, table: str, columns: tuple[str, ...]) -> None:
        """Let names stand for the columns of a table."""
        self._columns |= {column: f"{table}.{column}" for column in columns}

    def next_request(self) -> None:
        """Let what is made up from here on be another value."""
        self._request += 1

    def variable_name(self, name: str) -> str:
        """Return the name of a variable of ours, the same each time."""
        if name not in self._names:
            wanted = _NO_LETTER.sub("_", name).strip("_")[:50] or "value"
            wanted = wanted if wanted[0].isalpha() else f"v_{wanted}"
            wanted = f"{wanted}_value" if wanted in ("secret", "host") else wanted
            number, free = self._next.get(wanted, 2), wanted
            while free in self._used:
                free, number = f"{wanted}_{number}", number + 1
            self._next[wanted] = number
            self._used.add(free)
            self._names[name] = free
        return self._names[name]

    def piece(self, name: str) -> Piece:
        """Return what stands for a name in a text of ours."""
        if name in self._columns:
            return Variable(self._columns[name])
        if name in self._taken:
            return Variable(self.variable_name(name))
        if name in self._constants:
            return self._constant(name)
        if name.startswith("$"):
            return self._dynamic(name)
        if name not in self._unknown:
            self._unknown.append(name)
        if is_secret_name(name):
            return self._hiding.hide(name, "", name)
        return Variable(self.variable_name(name))

    def text(self, raw: str) -> Text:
        """Return a text with what its placeholders stand for."""
        return with_pieces(raw, self.piece)

    def expanded(self, raw: str) -> str:
        """Return a text with known values in place of their names; others stay."""
        for _ in range(_DEEPEST):
            text = replaced(raw, self._value)[:_LONGEST]
            if text == raw:
                break
            raw = text
        return raw

    @property
    def constants(self) -> dict[str, str]:
        """Values by the names of our variables; secrets and unused dynamic ones are not among them.

        Unknown names stand for nothing: they are empty.
        """
        known = {
            self.variable_name(name): self.expanded(value)
            for name, value in self._constants.items()
            if name not in self._secret and name not in self._taken
        }
        empty = [name for name in self._unknown if not is_secret_name(name)]
        found = known | {self.variable_name(name): "" for name in empty}
        return {name: value for name, value in found.items() if name not in self._made}

    @property
    def made(self) -> tuple[Made, ...]:
        """Variables users make up themselves."""
        return tuple(self._made.values())

    @property
    def unknown(self) -> tuple[str, ...]:
        """Names that nothing in the file gives a value."""
        return tuple(self._unknown)

    @property
    def alike(self) -> tuple[str, ...]:
        """Dynamic names whose values are made up in another way than there."""
        return tuple(self._alike)

    def _value(self, name: str) -> str | None:
        is_plain = name not in self._taken and name not in self._secret
        return self._constants.get(name) if is_plain else None

    def _constant(self, name: str) -> Piece:
        value = self._constants[name]
        if name in self._secret and not list(names_in(value)):
            return self._hiding.hide(name, value, name)
        variable = self.variable_name(name)
        if variable in self._made:
            return Variable(variable)
        expanded = self.expanded(value)
        if list(names_in(expanded)):
            self._made[variable] = Made(variable, Composed(""))  # for itself: it may name itself
            self._made[variable] = Made(variable, Composed(self._text_of(name, expanded)))
        return Variable(variable)

    def _text_of(self, name: str, expanded: str) -> Text:
        return with_pieces(expanded, lambda other: "" if other == name else self.piece(other))

    def _dynamic(self, name: str) -> Piece:
        found = made_up(name)
        how, is_just_so = found or (None, False)
        if how is None:
            if name not in self._unknown:
                self._unknown.append(name)
            return Variable(self.variable_name(name))
        if not is_just_so and name not in self._alike:
            self._alike.append(name)
        variable = self.variable_name(f"{_snake(name)} {self._request}")
        self._made[variable] = Made(variable, how, Keep.PASS)
        return Variable(variable)


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name.strip("$")).lower()
