"""The table of journeys: how large each is, and what came of its last run."""

from studio.phrase import Phrase
from studio.project.journey_list import JourneyLine
from ui.bridge.language import Say
from ui.table.cells import PillCell
from ui.table.column_table import Column
from ui.table.run_table import state_pill
from ui.theme.icons import Icon
from ui.widget.figures import count, moment

_NEVER = Phrase("journey", "never run")


def journey_columns(say: Say) -> tuple[Column[JourneyLine], ...]:
    """Return the columns of the list of journeys."""

    def pill(row: JourneyLine) -> PillCell:
        run = row.last_run
        if run is None:
            return PillCell(say(_NEVER), Icon.INFO, "plain")
        found = state_pill(run.state, run.ending, run.verdict, say)
        return PillCell(f"{run.run}  {found.text}", found.icon, found.tone)

    def when(row: JourneyLine) -> str:
        return row.last_run.started_at if row.last_run else ""

    return (
        Column(Phrase("journey", "Journey"), _number, _name, 82),
        Column(Phrase("journey", "Name"), lambda row: row.name),
        Column(Phrase("journey", "Steps"), lambda row: row.steps, count, 84, is_number=True),
        Column(
            Phrase("journey", "Data files"), lambda row: row.data_files, count, 104, is_number=True
        ),
        Column(Phrase("journey", "Revision"), lambda row: row.revision, count, 96, is_number=True),
        Column(Phrase("journey", "Last run"), lambda row: pill(row).text, width_px=200, cell=pill),
        Column(Phrase("journey", "Started"), when, _moment, 150),
    )


def _number(row: JourneyLine) -> tuple[int, str]:
    digits = row.id.removeprefix("J")
    return (int(digits) if digits.isdecimal() else 0, row.id)


def _name(number: tuple[int, str]) -> str:
    return number[1]


def _moment(iso: str) -> str:
    return moment(iso) if iso else ""
