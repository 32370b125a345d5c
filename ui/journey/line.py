"""Line: one line of the tree of steps, before it is drawn."""

from dataclasses import dataclass
from enum import StrEnum

from studio.phrase import Phrase
from ui.theme.icons import Icon


class LineKind(StrEnum):
    """What a line stands for."""

    SECTION = "section"
    BLOCK = "block"
    """The head of a block, or of its first way."""

    WAY = "way"
    """The head of another way of the same block."""

    STEP = "step"
    REQUEST = "request"


@dataclass(frozen=True, slots=True)
class Line:
    """One line."""

    key: str
    """A section, the id of a node or a request, or that of a block with the number of a way."""

    kind: LineKind

    node: str
    """The id of what is chosen with this line; of a section its name."""

    owner: str
    """The section, block or step it stands in; of a section itself."""

    way: int
    """In which list of its owner."""

    index: int
    """At which place of that list."""

    parent: int
    """The row of the line it stands under; -1: it is a section."""

    depth: int
    """How far it is indented; sections and what stands in them are at 0."""

    name: str = ""
    """What the user calls it."""

    words: Phrase | None = None
    """What the studio calls it."""

    icon: Icon | None = None
    number: int = 0
    """Of a step, from 1."""

    method: str = ""
    address: str = ""
    badges: tuple[Phrase, ...] = ()

    around: str = ""
    """The id of a block that stands around this one step, and is a badge on it."""

    is_on: bool = True
    """Whether it is walked; what stands in something switched off is not."""

    is_open: bool | None = None
    """Whether what stands below it is shown; None: nothing does."""

    can_hold: bool = True
    """Of a block: whether something can be put into it; a choice without a way holds nothing."""

    rails: tuple[int, ...] = ()
    """For each level above it: 0 no line, 1 one that goes on below, 2 one that ends here."""

    @property
    def whole(self) -> str:
        """The id of what is moved, copied and deleted with this line."""
        return self.around or self.node
