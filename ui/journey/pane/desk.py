"""Desk: what all fields of the property panes share, and what they ask for."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal

from studio.journey.order import Order
from ui.bridge.language import Say
from ui.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Completion:
    """A variable that may stand here."""

    name: str
    """As between the braces: `order_id`, `accounts.username`, `secret.card`, `host.api`."""

    detail: str = ""
    """Where it comes from, in the reader's language."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What would put something right, and the words on its button."""

    words: str
    act: object
    """Handed back when it is chosen."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is wrong with a node or one of its requests."""

    place: str
    """The id of the node or of the request."""

    words: str
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What the last trial saw of a take or of a check."""

    words: str
    """`9054`, `was 201`."""

    is_good: bool = True


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around the node that is shown."""

    number: str = ""
    """Of the step, as the tree counts."""

    order: Order = Order.IN_ORDER
    """In which the node and its neighbours are walked."""

    neighbours: tuple[tuple[str, str], ...] = ()
    """Ids and names of all nodes of the same list, itself among them."""

    completions: tuple[Completion, ...] = ()
    undefined: frozenset[str] = frozenset()
    """Names of variables that have no value here."""

    repairs: Mapping[str, tuple[Repair, ...]] = field(default_factory=dict[str, tuple[Repair, ...]])
    """What could be done about a variable that is undefined."""

    used: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where each variable is used, in words."""

    colours: Mapping[str, str] = field(default_factory=dict[str, str])
    """The token of each variable's wire."""

    problems: tuple[Problem, ...] = ()
    taken: Mapping[tuple[str, int], Seen] = field(default_factory=dict[tuple[str, int], Seen])
    """By the id of a request and the place of a take in it."""

    checked: Mapping[tuple[str, int], Seen] = field(default_factory=dict[tuple[str, int], Seen])
    """By the id of a request and the place of a check in it."""

    recorded_wait_s: float | None = None
    code: Mapping[str, str] = field(default_factory=dict[str, str])
    """The Python each request and node becomes, by id."""

    hosts: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    secrets: tuple[str, ...] = ()
    may_run_code: bool = True
    """Whether the project is trusted here, and code allowed."""


NOWHERE = Around()


class Desk(QObject):
    """Theme, language and what is known around the node; each field has it at hand.

    Signals:
        changed: Something else is known from now on.
        repair_asked: The act of a `Repair` that was chosen.
        file_asked: A file is to be chosen and attached; a function to be called with its name.
        code_asked: The id of the node whose code is to be shown.
    """

    changed = Signal()
    repair_asked = Signal(object)
    file_asked = Signal(object)
    code_asked = Signal(str)

    def __init__(self, theme: Theme, say: Say) -> None:
        super().__init__()
        self.theme, self.say = theme, say
        self._around = NOWHERE

    @property
    def around(self) -> Around:
        """What is known around the node that is shown."""
        return self._around

    def show_around(self, around: Around) -> None:
        """Know something else from now on."""
        if around != self._around:
            self._around = around
            self.changed.emit()
