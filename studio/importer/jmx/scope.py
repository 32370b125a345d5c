"""What configuration, timers, extractors and assertions give to all that stands beside them."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from studio.importer.jmx.assertions import checks_in, is_assertion
from studio.importer.jmx.extractors import is_extractor, takes_in
from studio.importer.jmx.parts import Part, pairs_in, text_in
from studio.importer.jmx.reading import OFF, Around, Reading
from studio.importer.jmx.timers import is_timer, pause_in
from studio.importer.labels import note
from studio.journey.auth import BasicAuth
from studio.journey.made import Counter, Integer
from studio.journey.template import Text
from studio.phrase import Phrase

MOST_IN_SCOPE = 200
"""So many headers, takes and checks a request gets from around it."""

_CODE = {
    "JSR223PreProcessor",
    "JSR223PostProcessor",
    "JSR223Assertion",
    "JSR223Timer",
    "JSR223Listener",
    "BeanShellPreProcessor",
    "BeanShellPostProcessor",
    "BeanShellAssertion",
    "BeanShellTimer",
    "BeanShellListener",
    "BSFPreProcessor",
    "BSFPostProcessor",
    "BSFAssertion",
    "BSFTimer",
}
_SCRIPTS = ("script", "BeanShellAssertion.query", "query")
_DONE_BEFORE = {"Arguments", "CSVDataSet"}
_SAYS_NOTHING = {"CookieManager", "TestPlan"}
_CODE_STAYS = Phrase("importer", "Code of JMeter does not run here; it is kept in a note.")


def is_config(part: Part) -> bool:
    """Return whether a part gives something to those beside it."""
    return (
        is_extractor(part)
        or is_assertion(part)
        or is_timer(part)
        or part.kind in _CODE
        or part.kind in _CONFIG
        or part.kind in _DONE_BEFORE | _SAYS_NOTHING
    )


def with_config(parts: Iterable[Part], around: Around, reading: Reading) -> Around:
    """Return what parts at one place of a plan give to the requests there."""
    for part in parts:
        if not is_config(part):
            continue
        if not part.is_on:
            what = Phrase("importer", "{text}").of(text=part.name)
            reading.notes.left_out(around.place, what, OFF)
        else:
            around = _with(part, around, reading)
    return around


def code_in(part: Part) -> str:
    """Return the code in a part, for a note."""
    found = next((part.text(name) for name in _SCRIPTS if part.text(name).strip()), "")
    file = part.text("filename").strip()
    return note("\n".join(filter(None, (part.name, file, found))))


def _with(part: Part, around: Around, reading: Reading) -> Around:
    if is_extractor(part):
        takes = (*around.takes, *takes_in(part, reading, around.place))
        return replace(around, takes=takes[:MOST_IN_SCOPE])
    if is_assertion(part):
        checks = (*around.checks, *checks_in(part, reading, around))
        return replace(around, checks=checks[:MOST_IN_SCOPE])
    if is_timer(part):
        low_ms, high_ms = pause_in(part, reading, around.place)
        before = around.pause_ms
        return replace(around, pause_ms=(before[0] + low_ms, before[1] + high_ms))
    if part.kind in _CODE:
        what = Phrase("importer", "{text}").of(text=part.name)
        reading.notes.left_out(around.place, what, _CODE_STAYS)
        return replace(around, notes=(*around.notes, code_in(part))[:20])
    known = _CONFIG.get(part.kind)
    return around if known is None else known(part, around, reading)


def _defaults(part: Part, around: Around, reading: Reading) -> Around:
    if "HttpDefaults" not in part.element.get("guiclass", "HttpDefaultsGui"):
        what = Phrase("importer", "{text}").of(text=part.name)
        reading.notes.left_out(around.place, what, Phrase("importer", "It is not for HTTP."))
        return around
    texts = [(it.get("name", ""), (it.text or "").strip()) for it in part.element]
    given = {name: text for name, text in texts if name.startswith("HTTPSampler.") and text}
    arguments = pairs_in(part.element, "HTTPsampler.Arguments", "Arguments.arguments")
    reading.notes.imported(around.place, Phrase("importer", "{text}").of(text=part.name))
    return replace(
        around,
        defaults=tuple((dict(around.defaults) | given).items())[:MOST_IN_SCOPE],
        arguments=(*around.arguments, *arguments)[:MOST_IN_SCOPE],
    )


def _headers(part: Part, around: Around, reading: Reading) -> Around:
    found: dict[str, tuple[str, Text]] = {name.lower(): (name, it) for name, it in around.headers}
    for it in part.under("HeaderManager.headers")[:MOST_IN_SCOPE]:
        name = reading.expressions.value(text_in(it, "Header.name"), around.place)
        if name:
            value = reading.expressions.text(text_in(it, "Header.value"), around.place)
            found[name.lower()] = (name, reading.hiding.header(name, value, around.place))
    reading.notes.imported(around.place, Phrase("importer", "{text}").of(text=part.name))
    return replace(around, headers=tuple(found.values())[:MOST_IN_SCOPE])


def _sign_in(part: Part, around: Around, reading: Reading) -> Around:
    entries = part.under("AuthManager.auth_list")
    basic = [
        it
        for it in entries
        if text_in(it, "Authorization.mechanism", "BASIC") in ("", "BASIC", "BASIC_DIGEST")
    ]
    what = Phrase("importer", "{text}").of(text=part.name)
    if not basic:
        reason = Phrase("importer", "Only a name with a password is sent, and only as Basic.")
        reading.notes.left_out(around.place, what, reason)
        return around
    user = reading.expressions.text(text_in(basic[0], "Authorization.username"), around.place)
    password = reading.expressions.text(text_in(basic[0], "Authorization.password"), around.place)
    if len(entries) > 1:
        reason = Phrase("importer", "The first of its entries is sent with every request here.")
        reading.notes.adapted(around.place, what, reason)
    else:
        reading.notes.imported(around.place, what)
    hidden = reading.hiding.field("password", password, around.place)
    return replace(around, auth=BasicAuth(user, hidden))


def _counter(part: Part, around: Around, reading: Reading) -> Around:
    first = reading.expressions.number(part.text("CounterConfig.start", "1") or "1", around.place)
    name = part.text("CounterConfig.name").strip()
    if name:
        reading.variables.make(name, Counter(max(0, int(first if first is not None else 1))))
    reading.notes.adapted(
        around.place,
        Phrase("importer", "{text}").of(text=part.name),
        Phrase("importer", "It counts up by 1 in each pass, for all users together."),
    )
    return around


def _random(part: Part, around: Around, reading: Reading) -> Around:
    low = reading.expressions.number(part.text("minimumValue"), around.place)
    high = reading.expressions.number(part.text("maximumValue"), around.place)
    name = part.text("variableName").strip()
    what = Phrase("importer", "{text}").of(text=part.name)
    if not name or low is None or high is None:
        reason = Phrase("importer", "Its range is known in a run only.")
        reading.notes.left_out(around.place, what, reason)
        return around
    reading.variables.make(name, Integer(int(min(low, high)), int(max(low, high))))
    reading.notes.imported(around.place, what)
    return around


def _user_parameters(part: Part, around: Around, reading: Reading) -> Around:
    names = [it.text or "" for it in part.under("UserParameters.names")]
    users = part.under("UserParameters.thread_values")
    values = [it.text or "" for it in users[0]] if users else []
    for name, value in zip(names, values, strict=False):
        if name:
            reading.variables.define_new(name, reading.expressions.shown(value, around.place))
    reading.notes.adapted(
        around.place,
        Phrase("importer", "{text}").of(text=part.name),
        Phrase(
            "importer",
            "All users have the values of the first one; a data file gives each its own.",
        ),
    )
    return around


_CONFIG: dict[str, Callable[[Part, Around, Reading], Around]] = {
    "ConfigTestElement": _defaults,
    "HeaderManager": _headers,
    "AuthManager": _sign_in,
    "CounterConfig": _counter,
    "RandomVariableConfig": _random,
    "UserParameters": _user_parameters,
}
