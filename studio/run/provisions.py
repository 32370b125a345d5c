"""What journeys must find when a run begins: users, steps and rows for all of them."""

import math
from collections.abc import Iterator, Sequence

from studio.errors import StudioError
from studio.journey.data_file import DataFile, RowUse
from studio.journey.journey import Journey
from studio.journey.order import Order
from studio.journey.uses import sources_of
from studio.phrase import Phrase
from studio.scenario.labels import Labels
from studio.scenario.scenario import JourneyShare


class ProvisionError(StudioError):
    """A run in which some users could not do what they are there for."""


def check_provisions(
    journeys: Sequence[tuple[Journey, JourneyShare]],
    data_files: Sequence[DataFile],
    labels: Labels,
    most_users: int,
) -> None:
    """See that every journey finds users, steps and rows.

    Args:
        journeys: Each with its share of the load.
        data_files: Those there are.
        labels: Which steps are walked.
        most_users: How many virtual users there are at the most.

    Raises:
        ProvisionError: One does not, and the run would not be what was asked for.
    """
    fixed = sum(share.fixed_count or 0 for _, share in journeys)
    if fixed > most_users:
        raise ProvisionError(
            Phrase("run", "Journeys with a fixed number need {fixed} users, the load has {most}.")
            .of(fixed=fixed, most=most_users),
            meaning=Phrase("run", "The run was not started."),
            remedy=Phrase("run", "Lower the fixed numbers, or raise the load."),
        )  # fmt: skip
    for journey, _ in journeys:
        _refuse_without_steps(journey, labels)
    for data_file in data_files:
        _refuse_without_rows(data_file, journeys, most_users)


def users_of(
    journeys: Sequence[tuple[Journey, JourneyShare]], most_users: int
) -> Iterator[tuple[Journey, int]]:
    """Yield each journey with the number of users it has at the most; shares are rounded up."""
    fixed = sum(share.fixed_count or 0 for _, share in journeys)
    shares = sum(share.share for _, share in journeys if share.fixed_count is None)
    for journey, share in journeys:
        by_share = math.ceil((most_users - fixed) * share.share / shares) if shares else 0
        yield journey, by_share if share.fixed_count is None else share.fixed_count


def _refuse_without_steps(journey: Journey, labels: Labels) -> None:
    if journey.order is Order.CHAIN:
        return  # Locust walks a chain whole, whatever the labels
    is_drawn = journey.order is Order.WEIGHTED
    tasks = [step.labels for step in journey.again] if is_drawn else [()]
    if not any(labels.keep(journey.labels + own) for own in tasks):
        raise ProvisionError(
            Phrase("run", "The labels leave no step of “{journey}”.").of(journey=journey.name),
            meaning=Phrase("run", "The run was not started: its users would have nothing to do."),
            remedy=Phrase("run", "Choose other labels, or take the journey out of the scenario."),
        )


def _refuse_without_rows(
    data_file: DataFile, journeys: Sequence[tuple[Journey, JourneyShare]], most_users: int
) -> None:
    if data_file.rows is not RowUse.OWN or not data_file.is_used_up:
        return
    needed = sum(
        users
        for journey, users in users_of(journeys, most_users)
        if data_file.name in sources_of(journey)
    )
    if needed > data_file.row_count:
        raise ProvisionError(
            Phrase("run", "{file} has rows for {rows} users, the load has {users}.").of(
                file=data_file.file_name, rows=data_file.row_count, users=needed
            ),
            meaning=Phrase("run", "The run was not started: users without a row would stop."),
            remedy=Phrase("run", "Add rows, lower the load, or let users share rows."),
        )
