"""Bundle: a locustfile and the files beside it, as they run here and leave for CI."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from studio.journey.attachment import Attachment
from studio.journey.data_file import DataFile
from studio.journey.journey import Journey
from studio.journey.uses import attachments_of, sources_of
from studio.locustfile.by_hand import text_by_hand
from studio.locustfile.check import check
from studio.locustfile.code_block import code_blocks_in
from studio.locustfile.emit import emit_mapped
from studio.locustfile.planning import plan_journeys
from studio.locustfile.source_map import SourcePlace
from studio.scenario.goal import Goal
from studio.scenario.load_shape import LoadShape
from studio.scenario.target import Target


class Uploads(Protocol):
    """Files that journeys upload."""

    def all(self) -> Sequence[Attachment]:
        """Return every file."""
        ...

    def content(self, attachment: Attachment) -> bytes:
        """Return what is in a file."""
        ...


@dataclass(frozen=True, slots=True)
class Bundle:
    """All the files a run needs."""

    locustfile: str

    tables: Mapping[str, str]
    """File name → CSV."""

    places: tuple[SourcePlace, ...] = ()
    """Where the parts of the journeys stand in the locustfile."""

    attachments: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    """File name → what is uploaded."""

    @property
    def beside(self) -> dict[str, bytes]:
        """All files beside the locustfile, by their name there."""
        return {name: text.encode() for name, text in self.tables.items()} | {**self.attachments}


def make_bundle(  # noqa: PLR0913  # each is a part of the export
    journeys: Sequence[tuple[Journey, int]],
    data_files: Sequence[DataFile],
    content: Callable[[DataFile], str],
    fixed_counts: Mapping[str, int] | None = None,
    load: LoadShape | None = None,
    uploads: Uploads | None = None,
    *,
    target: Target | None = None,
    goals: Sequence[Goal] = (),
    allows_code: bool = False,
) -> Bundle:
    """Return the files by which these journeys are walked.

    Args:
        journeys: Each with its share of the load.
        data_files: Those there are; only what the journeys use gets into the bundle.
        content: Returns what is in a data file, as CSV.
        fixed_counts: By the id of a journey that always has so many users.
        load: What plain Locust follows by the file's own shape; None: it is asked for the users.
        uploads: The files there are to upload; only what the journeys use gets into the bundle.
        target: Where further hosts are, and what the target's variables hold.
        goals: By which the file judges itself.
        allows_code: Whether code that people wrote may run.

    Raises:
        CodeNotAllowedError: There is code that people wrote.
        JourneyError: A journey has nothing to do, or uses what is not there.
        ForbiddenCodeError: The studio wrote what it must not.
    """
    known = () if uploads is None else uploads.all()
    source = text_by_hand([journey for journey, _ in journeys], allows_code=allows_code)
    places: tuple[SourcePlace, ...] = ()
    if source is None:
        plan = plan_journeys(
            journeys,
            data_files,
            known,
            fixed_counts=fixed_counts,
            load=load,
            target=target,
            goals=goals,
            allows_code=allows_code,
        )
        codes = [it.text for journey, _ in journeys for it in code_blocks_in(journey)]
        mapped = emit_mapped(plan)
        source, places = check(mapped.text, codes), mapped.places
    used = {name for journey, _ in journeys for name in sources_of(journey)}
    tables = {it.file_name: content(it) for it in data_files if it.name in used}
    if uploads is None:
        return Bundle(source, tables, places)
    needed = {name for journey, _ in journeys for name in attachments_of(journey)}
    attachments = {it.name: uploads.content(it) for it in known if it.name in needed}
    return Bundle(source, tables, places, attachments)
