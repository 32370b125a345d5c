"""HTTP samplers of a plan → requests."""

import re
from urllib.parse import quote

from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Around, Reading
from studio.importer.jmx.sent import body_in, query_of, sends_in_query
from studio.importer.web_address import path_and_query, split_origin
from studio.journey.auth import Auth, BasicAuth
from studio.journey.request import Request
from studio.journey.template import Text
from studio.phrase import Phrase

SAMPLERS = ("HTTPSamplerProxy", "HTTPSampler", "HTTPSampler2", "GraphQLHTTPSampler")
_UNSAFE = re.compile(r"[ \"<>`^|\\]")
_METHOD = re.compile(r"[A-Z][A-Z-]{0,29}")
_NOT_DONE = {
    "HTTPSampler.image_parser": Phrase("importer", "What its page names is not loaded with it."),
    "HTTPSampler.concurrentDwn": Phrase("importer", "What its page names is not loaded with it."),
    "HTTPSampler.md5": Phrase("importer", "Answers are kept as they are."),
    "HTTPSampler.proxyHost": Phrase("importer", "Requests go straight to the target."),
    "HTTPSampler.ipSource": Phrase("importer", "Requests go out by the usual way."),
    "HTTPSampler.connect_timeout": Phrase("importer", "One limit holds for the whole answer."),
}


def is_sampler(part: Part) -> bool:
    """Return whether a part sends a request over HTTP."""
    return part.kind in SAMPLERS


def request_of(part: Part, around: Around, reading: Reading) -> Request:
    """Return the request a sampler sends, with what the parts around it give."""
    place = around.place
    given = _Given(part, around, reading)
    method = given.value("HTTPSampler.method").upper()
    method = method if _METHOD.fullmatch(method) else "GET"
    origin, user_info, rest = _address(given)
    path, query = path_and_query(reading.variables.text(_encoded(rest)), reading.hiding, place)
    arguments = part.under("HTTPsampler.Arguments", "Arguments.arguments")
    files = part.under("HTTPsampler.Files", "HTTPFileArgs.files")
    is_raw = part.flag("HTTPSampler.postBodyRaw")
    query += query_of(around.arguments, arguments, method, reading, place, is_raw=is_raw)
    sent = () if sends_in_query(method) and not is_raw else tuple(arguments)
    _note_not_done(given)
    return Request(
        f"r{reading.requests}",
        method,
        path,
        query,
        host=origin,
        headers=around.headers,
        auth=_user(user_info, reading, place) or around.auth,
        body=body_in(part, sent, files, around, reading),
        follow_redirects=_follows(part),
        answer_within_s=_within_s(given),
        takes=tuple({take.variable: take for take in around.takes}.values()),
        checks=tuple(dict.fromkeys(around.checks)),
    )


class _Given:
    """Properties of a sampler, or of the defaults around it."""

    def __init__(self, part: Part, around: Around, reading: Reading) -> None:
        self.part, self.reading, self.place = part, reading, around.place
        self._defaults = dict(around.defaults)

    def shown(self, name: str) -> str:
        raw = self.part.text(name).strip() or self._defaults.get(name, "")
        return self.reading.expressions.shown(raw, self.place).strip()

    def value(self, name: str) -> str:
        return self.reading.variables.expanded(self.shown(name)).strip()


def _address(given: _Given) -> tuple[str, str, str]:
    """Return origin, user and what follows."""
    path = given.shown("HTTPSampler.path")
    if path.startswith("{{"):
        head, mark, tail = path.partition("}}")
        expanded = given.reading.variables.expanded(head + mark)
        path = expanded + tail if re.match(r"https?://", expanded) else path
    if re.match(r"https?://", path, re.IGNORECASE):
        origin, user_info, _ = split_origin(given.reading.variables.expanded(path))
        return origin, user_info, _rest(path)
    protocol = given.value("HTTPSampler.protocol").lower().rstrip(":/") or "http"
    domain = given.value("HTTPSampler.domain")
    port = given.value("HTTPSampler.port")
    if not domain:
        return "", "", path
    address = domain if re.match(r"https?://", domain, re.IGNORECASE) else f"{protocol}://{domain}"
    origin, user_info, ahead = split_origin(address)
    usual_port = {"http": "80", "https": "443"}.get(protocol)
    if port and port != usual_port and not re.search(r":\d+$", origin):
        origin = f"{origin}:{port}"
    return origin, user_info, f"{ahead.rstrip('/')}/{path.lstrip('/')}" if ahead else path


def _rest(address: str) -> str:
    """Return what follows the origin; what variables say is not put in."""
    behind = address.partition("//")[2]
    found = re.search(r"[/?#]", re.sub(r"\{\{[^{}]*\}\}", lambda it: "x" * len(it[0]), behind))
    return behind[found.start() :] if found else ""


def _encoded(rest: str) -> str:
    """Return what follows the host with signs encoded that no address may hold."""
    marked = re.split(r"(\{\{[^{}]*\}\})", rest)
    return "".join(
        part if number % 2 else _UNSAFE.sub(lambda it: quote(it[0]), part)
        for number, part in enumerate(marked)
    )


def _user(user_info: str, reading: Reading, place: str) -> Auth | None:
    if not user_info:
        return None
    user, _, password = user_info.partition(":")
    hidden: Text = reading.hiding.field("password", reading.variables.text(password), place)
    return BasicAuth(reading.variables.text(user), hidden)


def _follows(part: Part) -> bool | None:
    names = ("HTTPSampler.follow_redirects", "HTTPSampler.auto_redirects")
    if any(part.flag(name) for name in names):
        return None
    return False if any(part.text(name) for name in names) else None


def _within_s(given: _Given) -> float | None:
    limit = given.value("HTTPSampler.response_timeout")
    if re.fullmatch(r"\d{1,9}", limit) is None or int(limit) == 0:
        return None
    return int(limit) / 1000


def _note_not_done(given: _Given) -> None:
    for name, reason in _NOT_DONE.items():
        shown = given.shown(name)
        if shown and shown.lower() != "false":
            what = Phrase("importer", "Setting {name}").of(name=name.partition(".")[2])
            given.reading.notes.left_out(given.place, what, reason)
