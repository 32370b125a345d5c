"""Recording: what a visit sent and was answered, exchange by exchange, in the order of time."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

Headers = tuple[tuple[str, str], ...]
"""Names as they were sent, and values, in order; a name may come again."""


@dataclass(frozen=True, slots=True)
class SentRequest:
    """What was sent."""

    method: str
    """In capitals."""

    address: str
    """Absolute and as on the wire, percent-encoded; without a fragment."""

    headers: Headers = ()
    body: bytes = b""

    @property
    def parts(self) -> SplitResult:
        """The address taken apart."""
        return urlsplit(self.address)

    @property
    def media_type(self) -> str:
        """What the body says it is, in small letters and without parameters; may be empty."""
        return media_type_of(header_of(self.headers, "content-type"))

    @property
    def text(self) -> str:
        """The body as text; what is no UTF-8 is replaced."""
        return self.body.decode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: Headers = ()

    text: str = ""
    """The body, unpacked; empty where it was not text, or was not kept."""

    media_type: str = ""
    """In small letters and without parameters."""

    size_bytes: int = 0
    """Of the whole body, unpacked."""

    is_whole: bool = True
    """Whether `text` is all of the body."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer."""

    number: int
    """Within its recording, from 0; also its place there."""

    at_s: float
    """When it was sent, in seconds since 1970 (UTC)."""

    took_s: float
    """Until the whole answer was there."""

    request: SentRequest

    answer: Answer | None = None
    """None: there was none."""

    page: str = ""
    """The id of the page it belongs to; empty: none is known."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page or a part of a visit, as the recorder or the browser saw it begin."""

    id: str
    title: str
    at_s: float


@dataclass(frozen=True, slots=True)
class Hidden:
    """Exchanges that were seen and not kept."""

    reason: str
    """A word of `studio.recording.filtering.HiddenReason`."""

    host: str
    count: int


@dataclass(frozen=True, slots=True)
class Recording:
    """What a visit sent and was answered, in the order of time."""

    name: str

    producer: str
    """What wrote it, such as `Firefox 153`."""

    exchanges: Sequence[Exchange]
    """Read where they lie each time they are asked for: a long recording is never in memory."""

    pages: tuple[Page, ...] = ()
    """In the order they began."""

    hidden: tuple[Hidden, ...] = ()

    sites: tuple[str, ...] = ()
    """Those whose exchanges were kept; the first is the one the visit began at."""


def header_of(headers: Headers, name: str) -> str:
    """Return the first value of a header, its name in small letters; empty where there is none."""
    return next((value for key, value in headers if key.lower() == name), "")


def media_type_of(content_type: str) -> str:
    """Return the media type of a `Content-Type`, in small letters and without parameters."""
    return content_type.partition(";")[0].strip().lower()
