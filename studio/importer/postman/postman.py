"""Collections of Postman 2.0, 2.1 and 3, with their environments → a journey."""

from collections.abc import Sequence

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import CarryingOver
from studio.importer.environment import is_environment, is_globals, values_in
from studio.importer.finishing import Finished, environment_target, finish, note_unknown
from studio.importer.hiding import Hiding
from studio.importer.imported import Imported, ImportedTable
from studio.importer.importer import Format, Importer
from studio.importer.labels import label, note
from studio.importer.postman.auths import auth_in
from studio.importer.postman.collection import (
    Collecting,
    count_requests,
    scripts_of,
    taken_names,
)
from studio.importer.postman.folder import collection_of_folder, is_collection_folder
from studio.importer.postman.parts import Reading
from studio.importer.source import Source
from studio.importer.tree import Mapping, is_list, is_mapping, mapping, text
from studio.importer.tree_reading import read_tree
from studio.importer.variables import Variables
from studio.journey.auth import NO_AUTH
from studio.journey.data_file import is_data_file_name
from studio.journey.data_reading import read_table
from studio.journey.journey import Journey
from studio.phrase import Phrase
from studio.progress import Progress


def read_postman(source: Source, progress: Progress) -> Imported:
    """Return a collection as a journey, or an environment as a target.

    Environments and tables that were chosen together with a collection are read with it.

    Raises:
        FileFormatError: It is no collection, one of version 1, or broken.
    """
    tree = _tree(source)
    progress.reach(0.15)
    if is_environment(tree):
        return _environment(tree, source)
    _refuse_others(tree, source.name)
    collection = _unwrapped(tree)
    environments = [found for it in source.beside for found in _environments(it)]
    return _collection(collection, environments, source, progress)


def _tree(source: Source) -> Mapping:
    if source.path is not None and source.path.is_dir():
        return collection_of_folder(source.path)
    return mapping(read_tree(source.text(), source.name))


def _collection(
    collection: Mapping, environments: Sequence[Mapping], source: Source, progress: Progress
) -> Imported:
    hiding, notes = Hiding(), CarryingOver()
    variables = Variables(hiding)
    tables = _tables(source, variables)
    for table in tables:
        notes.imported(table.name, Phrase("importer", "Data file"))
    chosen = [it for it in environments if not is_globals(it)][:1]
    for values in (
        *(it.get("values") for it in environments if is_globals(it)),
        collection.get("variable"),
        *(it.get("values") for it in chosen),
    ):
        for key, value, is_secret in values_in(values):
            variables.define(key, value, is_secret=is_secret)
    total = count_requests(collection.get("item"))
    for name in taken_names([collection]):
        variables.take(name)
    info = mapping(collection.get("info"))
    name = label(text(info.get("name")), source.name.rpartition(".")[0][:60] or "Collection")
    items_of = collection.get("item")
    collecting = Collecting(variables, hiding, notes, progress, total)
    auth = auth_in(collection.get("auth"), Reading(variables, hiding, notes, name)) or NO_AUTH
    around, _ = collecting.scripts_around({"event": collection.get("event")}, name)
    nodes = collecting.nodes(items_of, collecting.within(around))
    journey = Journey(
        "J1", name, nodes, auth=auth, made=variables.made, note=note(_said(info, collection))
    )
    note_unknown(variables, notes, name)
    target_name = label(text(chosen[0].get("name"))) if chosen else name
    finished: Finished = finish((journey,), target_name, variables, notes)
    others = tuple(
        environment_target(
            label(text(it.get("name")), "Environment"), it.get("values"), hiding, notes
        )
        for it in [it for it in environments if not is_globals(it)][1:]
    )
    return Imported(
        finished.journeys,
        tables,
        (*finished.targets, *others),
        secrets=hiding.secrets,
        carried_over=notes.noted,
    )


def _environment(tree: Mapping, source: Source) -> Imported:
    if any(_is_collection_source(it) for it in source.beside):
        return Imported()  # it is read with the collection it was chosen with
    hiding, notes = Hiding(), CarryingOver()
    name = label(text(tree.get("name")), "Environment")
    target = environment_target(name, tree.get("values"), hiding, notes)
    return Imported(targets=(target,), secrets=hiding.secrets, carried_over=notes.noted)


def _environments(source: Source) -> list[Mapping]:
    try:
        tree = mapping(read_tree(source.text(), source.name))
    except StudioError:
        return []  # whoever reads that file by itself says what is wrong with it
    return [tree] if is_environment(tree) else []


def _is_collection_source(source: Source) -> bool:
    try:
        tree = _tree(source)
    except StudioError:
        return False
    return "item" in _unwrapped(tree)


def _tables(source: Source, variables: Variables) -> tuple[ImportedTable, ...]:
    """Return the tables chosen together with a collection; their columns feed its variables."""
    found: list[ImportedTable] = []
    for it in source.beside:
        if not it.name.lower().endswith((".csv", ".json")):
            continue
        name = "".join(
            sign if sign.isalnum() else "_" for sign in it.name.lower().rpartition(".")[0]
        )
        with it.open() as file:
            content = file.read(64 << 20)
        try:
            table = read_table(content)
        except StudioError:
            continue  # it is no table: an environment, or another collection
        name = name[:40] if is_data_file_name(name[:40]) else "data"
        variables.columns(name, table.columns)
        found.append(ImportedTable(name, content))
    return tuple(found)


def _unwrapped(tree: Mapping) -> Mapping:
    """Return the collection in an answer of Postman's own API, or the tree itself."""
    return mapping(tree["collection"]) if "collection" in tree and "item" not in tree else tree


def _said(info: Mapping, collection: Mapping) -> str:
    description = info.get("description")
    said = mapping(description).get("content") if is_mapping(description) else description
    scripts = [source for _, source in scripts_of({"event": collection.get("event")})]
    return "\n".join([text(said), *scripts])


def _refuse_others(tree: Mapping, name: str) -> None:
    if "requests" in tree and "item" not in tree:
        raise FileFormatError(
            Phrase("importer", "{file} is a Postman collection of version 1.").of(file=name),
            meaning=Phrase("importer", "Versions 2.0, 2.1 and 3 can be read."),
            remedy=Phrase("importer", "Open it in Postman and export it as “Collection v2.1”."),
        )
    if not is_list(_unwrapped(tree).get("item")):
        raise FileFormatError(
            Phrase("importer", "{file} is no Postman collection: it has no items.").of(file=name),
            remedy=Phrase("importer", "In Postman choose Export and “Collection v2.1”."),
        )


def _knows(name: str, beginning: str) -> bool:
    if is_collection_folder(name, beginning):
        return True
    is_json = beginning.lstrip("\ufeff \t\r\n").startswith("{")
    marks = ("getpostman.com", "_postman", "postman.com/json/collection", '"_postman_id"')
    return is_json and (
        any(mark in beginning for mark in marks)
        or ".postman_" in name
        or ('"item"' in beginning and '"info"' in beginning)
    )


POSTMAN = Importer(Format.POSTMAN, _knows, read_postman)
