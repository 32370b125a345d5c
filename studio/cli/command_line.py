"""The command line: options in, one result on stdout, an exit code."""

import sys
from enum import IntEnum

import click

from studio.cli.doctor import doctor
from studio.cli.exporting import allow, export, new
from studio.cli.importing import import_files
from studio.cli.importing_results import import_results
from studio.cli.looking import runs, show
from studio.cli.running import practice, run
from studio.cli.trying import try_once
from studio.computer.allowed_target import TargetError
from studio.errors import EngineError, NotSavedError, StudioError
from studio.progress import CancelledError
from studio.version import SWARMBOOK


class ExitCode(IntEnum):
    """What an exit code means."""

    GOALS_MET = 0
    INTERNAL_ERROR = 1
    WRONG_USE = 2
    GOALS_MISSED = 3
    UNTRUSTED = 4
    TARGET = 5
    """The target is not allowed here, or does not answer."""

    CANCELLED = 130
    """By Ctrl-C, as shells count it."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(SWARMBOOK, prog_name="Swarmbook")
def commands() -> None:
    """Swarmbook without its window: load tests in a terminal.

    \b
    Exit codes: 0 goals met, 1 internal error, 2 wrong use or bad input,
    3 goals missed or stopped by a rule, 4 run not to be trusted, 5 target not allowed
    or unreachable, 130 cancelled.
    """


for _command in (
    *(new, import_files, practice, run, runs, show, try_once),
    *(export, import_results, allow, doctor),
):
    commands.add_command(_command)


def run_command_line(arguments: list[str]) -> int:
    """Carry out a command and return the exit code; only the result goes to stdout."""
    try:
        code = commands.main(arguments, prog_name="main.py", standalone_mode=False)
    except click.ClickException as error:
        error.show(sys.stderr)
        return ExitCode.WRONG_USE
    except click.Abort:
        return ExitCode.INTERNAL_ERROR
    except StudioError as error:
        _tell(error)
        return _code_of(error)
    return int(code or 0)


def _tell(error: StudioError) -> None:
    for phrase in (error.happened, error.meaning, error.remedy):
        if phrase.text:
            click.echo(str(phrase), err=True)


def _code_of(error: StudioError) -> ExitCode:
    match error:
        case TargetError():
            return ExitCode.TARGET
        case CancelledError():
            return ExitCode.CANCELLED
        case EngineError() | NotSavedError():
            return ExitCode.INTERNAL_ERROR
        case _:
            return ExitCode.WRONG_USE
