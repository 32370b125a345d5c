"""What a journey uses and is not there: data files, columns, hosts, secrets, attachments."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from studio.journey.data_file import DataFile
from studio.journey.facts import Mention, mentions_in
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.places import Where, texts_of_journey, texts_of_made
from studio.journey.problem import Known, Problem, Repair, Severity
from studio.journey.repairs import did_you_mean, on_request
from studio.journey.request import Request
from studio.journey.template import Host, Secret, Variable
from studio.journey.uses import files_in_body
from studio.journey.walk import nodes_of
from studio.journey.wires import Wiring
from studio.phrase import Phrase


def known_problems(journey: Journey, known: Known, wiring: Wiring) -> Iterator[Problem]:
    """Yield what a journey uses and is not there, as far as anybody has looked."""
    for mention in (*mentions_in(texts_of_made(journey)), *mentions_in(texts_of_journey(journey))):
        yield from _of_mention(mention, Where(), known)
    yield from _of_host(journey.host, Where(field="host"), known, ())
    for node in nodes_of(journey):
        for mention in wiring.of_node(node).before:
            yield from _of_mention(mention, Where(node.id), known)
        if isinstance(node, Step):
            for request in node.requests:
                yield from _of_request(request, Where(node.id, request.id), known, wiring)
    if journey.tls.authority:
        yield from _of_files((journey.tls.authority,), Where(field="tls"), known)


def _of_request(request: Request, here: Where, known: Known, wiring: Wiring) -> Iterator[Problem]:
    facts = wiring.of_request(request)
    for mention in (*facts.before, *facts.after):
        yield from _of_mention(mention, here, known)
    if request.host is not None:
        own = on_request(
            Phrase("journey", "Use the journey's host"),
            request.id,
            lambda it: replace(it, host=None),
        )
        yield from _of_host(request.host, replace(here, field="host"), known, (own,))
    files = files_in_body(request.body)
    if files:
        yield from _of_files(files, replace(here, field="body"), known)


def _of_mention(mention: Mention, here: Where, known: Known) -> Iterator[Problem]:
    match mention.piece:
        case Variable() as variable:
            if variable.column and known.data_files is not None:
                yield from _of_column(variable, _at(here, mention), known.data_files)
        case Secret() as secret:
            if known.secrets is not None and secret.environment_name not in known.secrets:
                sentence = Phrase("journey", "The secret “{name}” has no value on this computer.")
                said = sentence.of(name=secret.secret)
                yield Problem(_at(here, mention), Severity.WARNING, said)
        case Host(host):
            yield from _of_host(host, _at(here, mention), known, ())


def _at(here: Where, mention: Mention) -> Where:
    return replace(here, field=mention.field, piece=mention.index)


def _of_column(
    variable: Variable, where: Where, data_files: Sequence[DataFile]
) -> Iterator[Problem]:
    columns = {f"{it.name}.{column}" for it in data_files for column in it.columns}
    if variable.var in columns:
        return
    sentence = Phrase("journey", "There is no data file “{file}”.")
    if variable.source in {it.name for it in data_files}:
        sentence = Phrase("journey", "The data file “{file}” has no column “{column}”.")
    said = sentence.of(file=variable.source, column=variable.column)
    repairs = tuple(did_you_mean(variable.var, columns))
    yield Problem(where, Severity.ERROR, said, repairs)


def _of_host(
    host: str, where: Where, known: Known, repairs: tuple[Repair, ...]
) -> Iterator[Problem]:
    if known.hosts is not None and host not in known.hosts:
        sentence = Phrase("journey", "The target has no host “{host}”.").of(host=host)
        yield Problem(where, Severity.ERROR, sentence, repairs)


def _of_files(names: tuple[str, ...], where: Where, known: Known) -> Iterator[Problem]:
    for name in names:
        if known.attachments is not None and name not in known.attachments:
            sentence = Phrase("journey", "The file “{file}” is not in this project.").of(file=name)
            yield Problem(where, Severity.ERROR, sentence)
