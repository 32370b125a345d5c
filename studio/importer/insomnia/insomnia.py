"""Exports of Insomnia, versions 1 to 5, JSON or YAML → a journey."""

import re

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.environment import values_in
from studio.importer.finishing import environment_target, finish, note_unknown
from studio.importer.hiding import Hiding
from studio.importer.imported import Imported
from studio.importer.importer import Format, Importer
from studio.importer.insomnia.trees import Export, export_in
from studio.importer.labels import label, note
from studio.importer.postman.collection import Collecting, count_requests, taken_names
from studio.importer.postman.scripts import NO_SCRIPT
from studio.importer.source import Source
from studio.importer.tree import mapping
from studio.importer.tree_reading import read_tree
from studio.importer.variables import Variables
from studio.journey.journey import Journey
from studio.phrase import Phrase
from studio.progress import Progress

_MARK = re.compile(
    r"""["']?__export_format["']?\s*:|type:\s*["']?collection\.insomnia\.rest/"""
    r"""|"type"\s*:\s*"collection\.insomnia\.rest/"""
)


def read_insomnia(source: Source, progress: Progress) -> Imported:
    """Return an export as a journey, its environments as targets.

    Raises:
        FileFormatError: It is no export, or broken.
    """
    tree = mapping(read_tree(source.text(), source.name))
    progress.reach(0.15)
    export = export_in(tree)
    if export is None:
        raise FileFormatError(
            Phrase("importer", "{file} is no export of Insomnia with requests.").of(
                file=source.name or "The pasted text"
            ),
            remedy=Phrase("importer", "In Insomnia choose Export and the whole collection."),
        )
    return _imported(export, source.name, progress)


def _imported(export: Export, file: str, progress: Progress) -> Imported:
    hiding, notes = Hiding(), CarryingOver()
    variables = Variables(hiding)
    name = label(export.name, label(file.rpartition(".")[0], "Insomnia"))
    for values in (export.of_folders, *(values for _, values in export.environments[:2])):
        for key, value, is_secret in values_in(values):
            variables.define(key, value, is_secret=is_secret)
    total = count_requests(export.items)
    for taken in taken_names(export.items):
        variables.take(taken)
    collecting = Collecting(variables, hiding, notes, progress, total)
    nodes = collecting.nodes(export.items, collecting.within(NO_SCRIPT))
    note_unknown(variables, notes, name)
    _note_rest(export, name, notes)
    journeys: tuple[Journey, ...] = ()
    if nodes:
        said = note(export.description)
        journeys = (Journey("J1", name, nodes, made=variables.made, note=said),)
    chosen = label(export.environments[:2][-1][0]) if export.environments else ""
    finished = finish(journeys, chosen or name, variables, notes)
    base = export.environments[0][1] if export.environments else []
    others = tuple(
        environment_target(label(other, "Environment"), [*base, *values], hiding, notes)
        for other, values in export.environments[2:]
    )
    return Imported(
        finished.journeys,
        targets=(*finished.targets, *others),
        secrets=hiding.secrets,
        carried_over=notes.noted,
    )


def _note_rest(export: Export, name: str, notes: CarryingOver) -> None:
    for tag in export.tags.left:
        notes.left_out(
            name,
            Phrase("importer", "Template tag {tag}").of(tag=tag),
            Phrase("importer", "Nothing in a journey stands for it; it stays as it is written."),
        )
    for other, kind in export.others:
        notes.left_out(
            label(other, name),
            Phrase("importer", "{text}").of(text=kind),
            Phrase("importer", "It is no HTTP request."),
        )


def _knows(name: str, beginning: str) -> bool:
    is_tree = name.endswith((".json", ".yaml", ".yml", "")) and beginning
    return bool(is_tree) and _MARK.search(beginning) is not None


INSOMNIA = Importer(Format.INSOMNIA, _knows, read_insomnia)
