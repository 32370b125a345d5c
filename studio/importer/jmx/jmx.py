"""Plans of JMeter → journeys, one a thread group."""

from dataclasses import replace

from studio.errors import FileFormatError
from studio.importer.carried_over import CarryingOver
from studio.importer.finishing import finish, note_unknown
from studio.importer.hiding import Hiding
from studio.importer.imported import Imported, ImportedTable
from studio.importer.importer import Format, Importer
from studio.importer.jmx.controllers import Controllers
from studio.importer.jmx.expressions import Expressions
from studio.importer.jmx.extractors import is_extractor, names_taken
from studio.importer.jmx.load import Load, is_thread_group, load_of, note_loads, on_failure_of
from studio.importer.jmx.modules import modules_in
from studio.importer.jmx.parts import Part, pairs_in, parts_in, walked
from studio.importer.jmx.reading import OFF, Around, Reading
from studio.importer.jmx.sampling import is_sampler
from studio.importer.jmx.scope import is_config, with_config
from studio.importer.jmx.tables import table_of
from studio.importer.jmx.xml_reading import read_xml
from studio.importer.labels import label, note
from studio.importer.source import Source
from studio.importer.variables import Variables
from studio.journey.journey import Cookies, Journey
from studio.journey.wait import NoWait
from studio.phrase import Phrase
from studio.progress import Progress

MOST_REQUESTS = 5_000
_MARKS = ("<jmeterTestPlan", "<TestPlan ")


def read_jmx(source: Source, progress: Progress) -> Imported:
    """Return the thread groups of a plan as journeys, its variables as a target.

    Tables that were chosen together with it are read with it.

    Raises:
        FileFormatError: It is no plan, of another form, too large, or broken.
    """
    root = read_xml(source.text(), source.name)
    trees = [it for it in root if it.tag == "hashTree"]
    if root.tag != "jmeterTestPlan" or not trees:
        raise FileFormatError(
            Phrase("importer", "{file} is no plan of JMeter 2 or later.").of(
                file=source.name or "The pasted text"
            ),
            remedy=Phrase("importer", "Open it in JMeter and save it again."),
        )
    parts = tuple(part for tree in trees for part in parts_in(tree))
    progress.reach(0.15)
    hiding, notes = Hiding(), CarryingOver()
    variables = Variables(hiding)
    expressions = Expressions(variables, notes)
    reading = Reading(variables, hiding, notes, expressions, progress)
    reading.total = sum(map(is_sampler, walked(parts, with_those_off=True)))
    _refuse_too_many(reading.total, source.name)
    return _imported(parts, reading, source)


def _imported(parts: tuple[Part, ...], reading: Reading, source: Source) -> Imported:
    plan = next((it for it in parts if it.kind == "TestPlan"), None)
    name = label(source.name.rpartition(".")[0], "JMeter")
    if plan is not None and plan.name not in ("Test Plan", "TestPlan"):
        name = plan.name
    _define(parts, reading)
    tables = _tables(parts, source, reading)
    top = parts if plan is None else plan.inner
    journeys = _journeys(top, plan, name, reading)
    note_unknown(reading.variables, reading.notes, name)
    made = reading.variables.made
    journeys = [replace(it, made=made) for it in journeys]
    finished = finish(journeys, name, reading.variables, reading.notes)
    return Imported(
        finished.journeys,
        tables,
        finished.targets,
        secrets=reading.hiding.secrets,
        carried_over=reading.notes.noted,
    )


def _define(parts: tuple[Part, ...], reading: Reading) -> None:
    """Learn what gives names their values, before texts are read."""
    for part in walked(parts):
        if part.kind == "Arguments":
            what = Phrase("importer", "{text}").of(text=part.name)
            reading.notes.imported(part.name, what)
        for name, value in _arguments(part):
            shown = reading.expressions.shown(value, part.name)
            if name and shown != f"{{{{{name}}}}}":
                reading.variables.define(name, shown)
        for name in names_taken(part) if is_extractor(part) else ():
            reading.variables.take(name)


def _arguments(part: Part) -> list[tuple[str, str]]:
    """Return the variables a part defines."""
    given: list[tuple[str, str]] = []
    if part.kind == "TestPlan":
        given = pairs_in(part.element, "TestPlan.user_defined_variables", "Arguments.arguments")
    elif part.kind == "Arguments":
        given = pairs_in(part.element, "Arguments.arguments")
    return [(name.strip(), value) for name, value in given]


def _tables(parts: tuple[Part, ...], source: Source, reading: Reading) -> tuple[ImportedTable, ...]:
    taken: set[str] = set()
    found = (
        table_of(part, source.beside, taken, reading)
        for part in walked(parts)
        if part.kind == "CSVDataSet"
    )
    return tuple(it for it in found if it is not None)


def _journeys(
    top: tuple[Part, ...], plan: Part | None, name: str, reading: Reading
) -> list[Journey]:
    groups = [it for it in top if is_thread_group(it)]
    modules = modules_in(top)
    rest = tuple(it for it in top if not is_thread_group(it))
    others = Controllers(reading, modules)
    around = with_config(top, Around(""), reading)
    outside = others.nodes(
        [it for it in rest if not is_config(it) and not (groups and _is_module(it))],
        replace(around, place=name),
    )
    said = "" if plan is None else plan.text("TestPlan.comments")
    cookies = _cookies(rest, reading) or Cookies.KEEP
    found: list[Journey] = []
    loads: list[tuple[str, Part, Load]] = []
    for group in groups:
        journey = _journey(group, around, cookies, Controllers(reading, modules))
        if journey is not None:
            loads.append((group.name, group, load_of(group, reading)))
            comment = note("\n".join(filter(None, (said, journey.note))))
            found.append(replace(journey, id=f"J{len(found) + 1}", note=comment))
    note_loads(loads, reading)
    if found and all(it.kind != "CookieManager" for it in walked(top)):
        reason = Phrase("importer", "The plan keeps none; users of a journey do.")
        reading.notes.adapted(name, Phrase("importer", "Cookies"), reason)
    if outside or others.once:
        what = Phrase("importer", "Steps outside of thread groups")
        reason = Phrase("importer", "They are a journey of their own.")
        reading.notes.adapted(name, what, reason)
        once = tuple(others.once)
        found.append(
            Journey(f"J{len(found) + 1}", name, outside, once, wait=NoWait(), cookies=cookies)
        )
    return found


def _journey(
    group: Part, around: Around, cookies: Cookies, controllers: Controllers
) -> Journey | None:
    reading = controllers.reading
    within = replace(around.within(group.name), on_failure=on_failure_of(group))
    nodes = controllers.nodes(group.inner, within)
    what = Phrase("importer", "Thread group")
    if not nodes and not controllers.once:
        reason = Phrase("importer", "There is no HTTP request in it.")
        reading.notes.left_out(group.name, what, reason)
        return None
    if group.is_on:
        reading.notes.imported(group.name, what)
    else:
        reading.notes.adapted(group.name, what, OFF)
    return Journey(
        "J1",
        group.name,
        nodes,
        once=tuple(controllers.once),
        wait=NoWait(),
        cookies=_cookies(group.inner, reading) or cookies,
        note=group.text("TestPlan.comments"),
    )


def _is_module(part: Part) -> bool:
    """Return whether a part is walked only where something refers to it."""
    return part.kind == "TestFragmentController"


def _cookies(parts: tuple[Part, ...], reading: Reading) -> Cookies | None:
    """Return how long cookies are kept; None: nothing here says so."""
    found: Cookies | None = None
    for part in walked(parts):
        if part.kind == "CookieManager" and found is None:
            is_new = part.flag("CookieManager.clearEachIteration")
            found = Cookies.EACH_PASS if is_new else Cookies.KEEP
            if part.under("CookieManager.cookies"):
                reason = Phrase("importer", "Users begin without cookies.")
                what = Phrase("importer", "{text}").of(text=part.name)
                reading.notes.left_out(part.name, what, reason)
    return found


def _refuse_too_many(count: int, name: str) -> None:
    if count > MOST_REQUESTS:
        raise FileFormatError(
            Phrase("importer", "{file} has more than {count} requests.").of(
                file=name or "The pasted text", count=MOST_REQUESTS
            ),
            remedy=Phrase("importer", "Split it, or leave out what no journey needs."),
        )


def _knows(_name: str, beginning: str) -> bool:
    return (
        any(mark in beginning for mark in _MARKS) and beginning.lstrip("\ufeff \t\r\n")[:1] == "<"
    )


JMX = Importer(Format.JMETER, _knows, read_jmx)
"""Plans of JMeter."""
