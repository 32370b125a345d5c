"""Commands of curl → a journey, or the steps to be put into one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from studio.errors import FileFormatError
from studio.importer.carried_over import CarriedOver, CarryingOver
from studio.importer.curl.asking import Asked, asked_by
from studio.importer.curl.options import operations_of
from studio.importer.curl.shell_words import shell_commands
from studio.importer.curl.windows_words import is_for_windows, windows_commands
from studio.importer.curl.words import Command
from studio.importer.hiding import Hiding
from studio.importer.hosts import UNKNOWN_ADDRESS, Hosts, hosts_in
from studio.importer.imported import HiddenSecret, Imported
from studio.importer.importer import Format, Importer
from studio.importer.labels import endpoint_label
from studio.importer.source import Source
from studio.journey.journey import Journey, Tls
from studio.journey.node import Step
from studio.journey.request import Request
from studio.phrase import Phrase
from studio.plain_text import plain
from studio.progress import Progress

_LARGEST_BYTES = 5_000_000
_MOST_REQUESTS = 2_000
_CURL = re.compile(r"(?:^|.*[/\\])curl(?:\.exe)?", re.IGNORECASE | re.DOTALL)
_BEFORE = re.compile(r"sudo|time|exec|command|env|\$|>|%|#|[A-Za-z_]\w*=.*", re.DOTALL)
_POWERSHELL = re.compile(
    r"^\s*(?:Invoke-(?:WebRequest|RestMethod)\b|iwr\b|irm\b|\$\w+\s*=\s*(?:New-Object|Invoke-|@\{))"
    r"|`\r?\n\s*-(?:Headers|Method|Uri|Body|H|X|d)\b",
    re.IGNORECASE | re.MULTILINE,
)
_BEGINNING = re.compile(r"^\s*(?:(?:sudo|time|\$|>|%)\s+)?curl(?:\.exe)?\s+\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class PastedSteps:
    """Steps to be put into a journey, one a request; their ids are free to change."""

    steps: tuple[Step, ...]

    hosts: Hosts
    """Where their requests go: the most frequent origin is called `main`."""

    secrets: tuple[HiddenSecret, ...]
    carried_over: CarriedOver

    verifies: bool = True
    """Whether certificates must be valid."""


def read_curl(source: Source, progress: Progress) -> Imported:
    """Return the commands of a text as one journey.

    Raises:
        FileFormatError: There is no command of curl in it.
    """
    pasted = read_steps(source.text(_LARGEST_BYTES), progress)
    journey = Journey(
        "J1", _name(source.name), again=pasted.hosts.settled(pasted.steps), tls=Tls(pasted.verifies)
    )
    notes = CarryingOver()
    for origin in pasted.hosts.unknown:
        notes.adapted(
            journey.name,
            Phrase("importer", "Address {origin}").of(origin=origin[:100]),
            Phrase("importer", "It is no usable one; {address} stands in its place.").of(
                address=UNKNOWN_ADDRESS
            ),
        )
    return Imported(
        (journey,),
        targets=(pasted.hosts.target(""),),
        secrets=pasted.secrets,
        carried_over=pasted.carried_over + notes.noted,
    )


def read_steps(text: str, progress: Progress) -> PastedSteps:
    """Return the commands of a text as steps; their requests hold origins in place of hosts.

    Raises:
        FileFormatError: There is no command of curl in it.
    """
    if _POWERSHELL.search(text):
        raise FileFormatError(
            Phrase("importer", "This is a PowerShell command."),
            remedy=Phrase("importer", "In the browser choose 'Copy as cURL (bash)'."),
        )
    hiding, notes = Hiding(), CarryingOver()
    found: list[Asked] = []
    read = windows_commands if is_for_windows(text) else shell_commands
    commands = read(text) if "curl" in text.lower() else ()
    for number, command in enumerate(commands):
        if number % 50 == 0:
            progress.reach(min(0.9, command.line / (1 + text.count("\n"))))
        found += _asked(command, hiding, notes)
        _refuse_flood(found)
    steps = _steps([request for asked in found for request in asked.requests])
    if not steps:
        raise FileFormatError(
            Phrase("importer", "There is no cURL command with an address in this text."),
            remedy=Phrase("importer", "In the browser choose 'Copy as cURL (bash)'."),
        )
    verifies = all(asked.verifies for asked in found)
    return PastedSteps(steps, hosts_in(steps), hiding.secrets, notes.noted, verifies)


def _asked(command: Command, hiding: Hiding, notes: CarryingOver) -> Iterator[Asked]:
    place = f"line {command.line}"
    words = list(command.words)
    while len(words) > 1 and _BEFORE.fullmatch(words[0].text):
        del words[0]
    if not _CURL.fullmatch(words[0].text):
        notes.left_out(
            place,
            Phrase("importer", "{text}").of(text=plain(command.source[:200])),
            Phrase("importer", "It is no cURL command, and nothing is run."),
        )
        return
    for operation in operations_of(words[1:]):
        asked = asked_by(command, operation, place, hiding, notes)
        if not asked.verifies:
            notes.adapted(
                place,
                Phrase("importer", "Option --insecure"),
                Phrase("importer", "It holds for the whole journey."),
            )
        for request in asked.requests:
            notes.imported(place, Phrase("importer", "{text}").of(text=endpoint_label(request)))
        if not asked.requests:
            notes.left_out(
                place,
                Phrase("importer", "{text}").of(text=plain(command.source[:200])),
                Phrase("importer", "It has no address."),
            )
        yield asked


def _steps(requests: Sequence[Request]) -> tuple[Step, ...]:
    return tuple(
        Step(f"n{number}", endpoint_label(request), (replace(request, id=f"r{number}"),))
        for number, request in enumerate(requests, start=1)
    )


def _refuse_flood(found: Sequence[Asked]) -> None:
    if sum(len(it.requests) for it in found[-1:]) + len(found) > _MOST_REQUESTS:
        raise FileFormatError(
            Phrase("importer", "There are more than {count} commands in this text.").of(
                count=_MOST_REQUESTS
            ),
            remedy=Phrase("importer", "Take those that make the journey."),
        )


def _name(file: str) -> str:
    return file.rpartition(".")[0][:60] or file[:60] or "Pasted commands"


def _knows(name: str, beginning: str) -> bool:
    is_text = name.endswith((".sh", ".bat", ".cmd", ".txt", ".curl")) or not name
    return is_text and (
        _BEGINNING.search(beginning) is not None or _POWERSHELL.search(beginning) is not None
    )


CURL = Importer(Format.CURL, _knows, read_curl)
