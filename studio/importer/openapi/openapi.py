"""Descriptions of APIs, OpenAPI 2.0 to 3.2 → one journey for each of their parts."""

import re
from collections.abc import Collection, Iterable

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.hiding import Hiding
from studio.importer.hosts import UNKNOWN_ADDRESS, hosts_of_journeys, is_origin
from studio.importer.imported import Imported, ImportedFile
from studio.importer.importer import Format, Importer
from studio.importer.labels import endpoint_label, label, note
from studio.importer.openapi.asking import Asking, request_for
from studio.importer.openapi.linking import in_order, links_between
from studio.importer.openapi.operations import Operation, has_webhooks, operations_in
from studio.importer.openapi.references import References
from studio.importer.openapi.servers import Server, servers_of
from studio.importer.openapi.sign_ins import sign_in_of
from studio.importer.source import Source
from studio.importer.tree import mapping, text
from studio.importer.tree_reading import read_tree
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.uses import attachments_of
from studio.phrase import Phrase
from studio.progress import Progress
from studio.scenario.target import MAIN_HOST, Target

_MADE_BYTES = b"A made file.\n"
_MARK = re.compile(r"""(?:^|[{,\n])\s*["']?(?:openapi|swagger)["']?\s*:\s*["']?[23]\.""")


def operations(source: Source) -> tuple[Operation, ...]:
    """Return what a description offers, to be chosen from.

    Raises:
        FileFormatError: It is no description, or broken.
    """
    return operations_in(_references(source))


def read_openapi(source: Source, progress: Progress) -> Imported:
    """Return all operations of a description as journeys.

    Raises:
        FileFormatError: It is no description, or broken.
    """
    return read_chosen(source, progress, None)


def read_chosen(source: Source, progress: Progress, chosen: Collection[str] | None) -> Imported:
    """Return some operations of a description as journeys, one for each of its parts.

    Args:
        source: The description.
        progress: Said as it goes.
        chosen: Their keys, such as `GET /pets`; None: all of them.

    Raises:
        FileFormatError: It is no description, broken, or has none of these operations.
    """
    references = _references(source)
    progress.reach(0.3)
    found = [it for it in operations_in(references) if chosen is None or it.key in chosen]
    if not found and chosen is None:
        return _nothing(references, source.name)
    if not found:
        raise FileFormatError(
            Phrase("importer", "There is no operation in {file} that was chosen.").of(
                file=source.name
            ),
            remedy=Phrase("importer", "Choose at least one of those it has."),
        )
    return _imported(found, references, progress)


def _imported(found: list[Operation], references: References, progress: Progress) -> Imported:
    root, hiding, notes = references.root, Hiding(), CarryingOver()
    title = label(text(mapping(root.get("info")).get("title")), "API")
    servers = servers_of(root) or (Server("", "", ""),)
    usual = sign_in_of(root.get("security"), references, hiding)
    asking = Asking(references, hiding, notes, servers[0], usual)
    journeys: list[Journey] = []
    number = 0
    for tag, operations_of in _by_tag(found, title).items():
        links = links_between(operations_of, references)
        steps: list[Step] = []
        for operation in in_order(operations_of, links):
            number += 1
            progress.reach(0.3 + 0.7 * number / len(found))
            request = request_for(operation, asking, links, number)
            said = note(text(operation.tree.get("description")))
            steps.append(Step(f"n{number}", operation.name, (request,), note=said))
            notes.imported(
                operation.key, Phrase("importer", "{text}").of(text=endpoint_label(request))
            )
        journeys.append(Journey(f"J{len(journeys) + 1}", tag, tuple(steps), auth=usual.auth))
    _note_rest(found, references, notes)
    hosts = hosts_of_journeys(journeys)
    settled = tuple(hosts.settled_journey(it) for it in journeys)
    targets = _targets(servers, dict(hosts.names), title, notes)
    files = dict.fromkeys(file for it in settled for file in attachments_of(it))
    return Imported(
        settled,
        targets=targets,
        attachments=tuple(ImportedFile(file, _MADE_BYTES) for file in files),
        secrets=hiding.secrets,
        carried_over=notes.noted,
    )


def _nothing(references: References, name: str) -> Imported:
    notes = CarryingOver()
    notes.left_out(
        name,
        Phrase("importer", "Operations"),
        Phrase("importer", "There are none: “paths” says what can be asked for."),
    )
    _note_rest([], references, notes)
    return Imported(carried_over=notes.noted)


def _references(source: Source) -> References:
    tree = mapping(read_tree(source.text(), source.name))
    version = text(tree.get("openapi") or tree.get("swagger"))
    if not version.startswith(("2", "3")) or not isinstance(tree.get("paths", {}), dict):
        raise FileFormatError(
            Phrase("importer", "{file} is no description of an API.").of(
                file=source.name or "The pasted text"
            ),
            meaning=Phrase("importer", "OpenAPI 2.0 to 3.2 can be read."),
            remedy=Phrase("importer", "Its first line says “openapi: 3.0.3” or the like."),
        )
    return References(tree, source.path)


def _by_tag(found: Iterable[Operation], title: str) -> dict[str, list[Operation]]:
    by_tag: dict[str, list[Operation]] = {}
    for operation in found:
        by_tag.setdefault(operation.tag or title, []).append(operation)
    return by_tag


def _targets(
    servers: tuple[Server, ...], names: dict[str, str], title: str, notes: CarryingOver
) -> tuple[Target, ...]:
    known = [it for it in servers if is_origin(it.origin)]
    if not known:
        notes.adapted(
            title,
            Phrase("importer", "Address"),
            Phrase("importer", "It is not in the file; {address} stands in its place.").of(
                address=UNKNOWN_ADDRESS
            ),
        )
        known = [Server(UNKNOWN_ADDRESS, "", title)]
    for origin in (it for it in names if it and not is_origin(it)):
        notes.adapted(
            title,
            Phrase("importer", "Address {origin}").of(origin=origin[:100]),
            Phrase("importer", "It is no usable one; {address} stands in its place.").of(
                address=UNKNOWN_ADDRESS
            ),
        )
    others = tuple(
        (name, origin if is_origin(origin) else UNKNOWN_ADDRESS)
        for origin, name in names.items()
        if name != MAIN_HOST
    )
    main = next((origin for origin, name in names.items() if name == MAIN_HOST), "")
    if is_origin(main) and main != known[0].origin:
        known = [Server(main, "", title), *known]
    for it in known[1:]:
        if it.base != known[0].base:
            notes.adapted(
                it.name,
                Phrase("importer", "Server"),
                Phrase("importer", "Its path {base} differs from the first one's.").of(
                    base=it.base or "/"
                ),
            )
    targets = [
        Target(f"T{number}", label(it.name, title), ((MAIN_HOST, it.origin), *others))
        for number, it in enumerate(known, start=1)
    ]
    return tuple({it.main_host: it for it in reversed(targets)}.values())[::-1]


def _note_rest(found: list[Operation], references: References, notes: CarryingOver) -> None:
    for operation in found:
        if mapping(operation.tree.get("callbacks")):
            notes.left_out(
                operation.key,
                Phrase("importer", "Callbacks"),
                Phrase("importer", "They come from the API; a journey only asks."),
            )
    if has_webhooks(references.root):
        notes.left_out(
            "webhooks",
            Phrase("importer", "Webhooks"),
            Phrase("importer", "They come from the API; a journey only asks."),
        )
    for reference in references.unread:
        notes.left_out(
            reference,
            Phrase("importer", "Reference"),
            Phrase("importer", "Nothing outside the chosen file and its folder is read."),
        )


def _knows(name: str, beginning: str) -> bool:
    is_tree = name.endswith((".json", ".yaml", ".yml", "")) and _MARK.search(beginning) is not None
    return is_tree and '"log"' not in beginning[:200]


OPENAPI = Importer(Format.OPENAPI, _knows, read_openapi)
