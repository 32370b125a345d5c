"""One command of curl → the requests it makes, and what is to be said of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from studio.importer.carried_over import CarryingOver
from studio.importer.curl.headers import Headers, headers_of, media_type_of
from studio.importer.curl.options import Operation
from studio.importer.curl.sending import Sent, sent_by
from studio.importer.curl.words import Command, Word
from studio.importer.hiding import Hiding
from studio.importer.web_address import path_and_query, read_web_address
from studio.journey.attachment import attachment_name
from studio.journey.auth import Auth, BasicAuth, BearerAuth
from studio.journey.body import FileBody
from studio.journey.request import Request
from studio.journey.template import Text
from studio.phrase import Phrase

_GLOB = re.compile(r"\{[^{}]*(?:,|\.\.)[^{}]*\}|\[\w+-\w+(?::\d+)?\]")
_OF_NO_EFFECT_LIST = """
    -0 -1 -2 -3 -4 -6 -s -S -v -i -O -J -R -N -f -g -n -q -a -B -Z -# -M -V -j -l -p output
    silent show-error verbose include remote-name remote-header-name no-buffer fail fail-with-body
    globoff compressed http1.0 http1.1 http2 http2-prior-knowledge http3 ipv4 ipv6 tlsv1 tlsv1.0
    tlsv1.1 tlsv1.2 tlsv1.3 retry retry-delay retry-max-time retry-all-errors connect-timeout
    max-redirs progress-bar no-progress-meter dump-header cookie-jar trace trace-ascii stderr
    create-dirs fail-early parallel parallel-max keepalive-time no-keepalive tcp-nodelay
    location-trusted path-as-is http0.9 basic styled-output no-styled-output disable help
    speed-time speed-limit
    limit-rate remote-time write-out sil no-location no-location-trusted no-compressed
    """
_OF_NO_EFFECT = frozenset(_OF_NO_EFFECT_LIST.split())
_READ_LIST = """
    request header data data-ascii data-binary data-raw data-urlencode json form form-string get
    head user cookie insecure location user-agent referer upload-file url-query max-time range
    oauth2-bearer request-target location-trusted
    """
_READ = frozenset(_READ_LIST.split())
_SCHEMES = ("digest", "ntlm", "negotiate", "anyauth", "no-basic")
_TLS = ("cert", "key", "cacert", "capath", "cert-type", "key-type", "pass")


@dataclass(frozen=True, slots=True)
class Asked:
    """The requests of one command; each holds its origin in place of its host."""

    requests: tuple[Request, ...]

    verifies: bool = True
    """Whether certificates must be valid."""


def asked_by(
    command: Command, operation: Operation, place: str, hiding: Hiding, notes: CarryingOver
) -> Asked:
    """Return the requests of one command, with what is to be said of it noted."""
    where = _address_shown(operation)
    headers = headers_of(operation, hiding, where)
    sent = sent_by(_with_stdin(operation, command.stdin), media_type_of(operation), hiding, where)
    _note_options(operation, place, notes)
    _note_headers(headers, place, notes)
    _note_files(sent, place, notes)
    _note_expansions(operation, place, notes)
    requests = tuple(
        _request(it.text, operation, headers, sent, hiding) for it in operation.addresses
    )
    uploads = [it.value.text for it in operation.all("upload-file")]
    if uploads:
        pairs = zip(requests, [*uploads, *[uploads[-1]] * len(requests)], strict=False)
        requests = tuple(_upload(request, path) for request, path in pairs)
    return Asked(requests, not operation.has("insecure"))


def _request(
    address: str, operation: Operation, headers: Headers, sent: Sent, hiding: Hiding
) -> Request:
    found = read_web_address(address, hiding, address[:100])
    path: Text = found.path
    added = path_and_query(f"/?{sent.query}", hiding, address[:100]) if sent.query else ("/", ())
    request = Request(
        "r1", _method(operation, sent), path, (*found.query, *added[1]), host=found.origin
    )
    if added[0] != "/":  # a query that is no list of fields
        request = replace(request, path=_joined_query(path, found.query != (), sent.query))
    limit = operation.last("max-time")
    return replace(
        request,
        headers=headers.sent,
        auth=_auth(operation, found.user, found.password, hiding, address[:100]),
        body=sent.body,
        follow_redirects=True if operation.has("location", "location-trusted") else None,
        answer_within_s=_seconds(limit),
    )


def _upload(request: Request, file: str) -> Request:
    """Return a request that sends a file: under its own name, where the address is a folder."""
    name = file.replace("\\", "/").rpartition("/")[2]
    if isinstance(request.path, str) and request.path.endswith("/") and name != "-":
        request = replace(request, path=f"{request.path}{quote(name)}")
    body = request.body
    if isinstance(body, FileBody):
        body = replace(body, file=attachment_name("stdin" if name == "-" else file))
    return replace(request, body=body)


def _joined_query(path: Text, has_fields: bool, query: str) -> Text:
    if has_fields or not isinstance(path, str):
        return path
    return f"{path}{'&' if '?' in path else '?'}{query}"


def _method(operation: Operation, sent: Sent) -> str:
    asked = operation.last("request")
    if asked is not None and re.fullmatch(r"[A-Za-z][A-Za-z-]{0,30}", asked.text):
        return asked.text.upper()
    return "HEAD" if operation.has("head") else sent.method


def _auth(
    operation: Operation, user: str, password: str, hiding: Hiding, where: str
) -> Auth | None:
    token, pair = operation.last("oauth2-bearer"), operation.last("user")
    if token is not None:
        return BearerAuth((hiding.hide("token", token.text, where),))
    if pair is not None:
        user, has_password, password = pair.text.partition(":")
        if not has_password:
            return BasicAuth(user, (hiding.hide("password", "", where),))
    if not user and not password:
        return None
    return BasicAuth(user, (hiding.hide("password", password, where),) if password else "")


def _seconds(word: Word | None) -> float | None:
    if word is None or not re.fullmatch(r"\d{1,6}(\.\d{1,6})?", word.text):
        return None
    return float(word.text) or None


def _with_stdin(operation: Operation, stdin: str | None) -> Operation:
    """Return a command that is given, in place of `@-`, what stands in its here-document."""
    if stdin is None:
        return operation
    given = [
        replace(it, value=Word(stdin)) if it.value.text == "@-" else it for it in operation.given
    ]
    return replace(operation, given=given)


def _address_shown(operation: Operation) -> str:
    return operation.addresses[0].text[:100] if operation.addresses else ""


def _note_options(operation: Operation, place: str, notes: CarryingOver) -> None:
    for given in operation.given:
        if given.name in _READ or given.name in _OF_NO_EFFECT:
            continue
        reason = Phrase("importer", "It has no meaning in a journey.")
        if given.name in _SCHEMES:
            reason = Phrase("importer", "Name and password are sent as basic authentication.")
        elif given.name in _TLS:
            reason = Phrase("importer", "Choose the certificate in the settings of the journey.")
        shown = Phrase("importer", "Option {name}").of(name=_option_shown(given.name))
        notes.left_out(place, shown, reason)
    quiet = [_option_shown(it.name) for it in operation.given if it.name in _OF_NO_EFFECT]
    if quiet:
        notes.left_out(
            place,
            Phrase("importer", "Options {names}").of(names=", ".join(dict.fromkeys(quiet))),
            Phrase("importer", "They change what curl shows, not what is sent."),
        )


def _option_shown(name: str) -> str:
    return name if name.startswith("-") else f"--{name}"


def _note_headers(headers: Headers, place: str, notes: CarryingOver) -> None:
    if headers.dropped:
        notes.left_out(
            place,
            Phrase("importer", "Headers {names}").of(names=", ".join(headers.dropped)),
            Phrase("importer", "Only a browser sends them, or the load engine does so by itself."),
        )
    if headers.unset:
        notes.adapted(
            place,
            Phrase("importer", "Headers {names}").of(names=", ".join(headers.unset)),
            Phrase("importer", "curl is told not to send them; they are not sent."),
        )
    for file in (*headers.files, *headers.cookie_files):
        notes.left_out(
            place,
            Phrase("importer", "Headers or cookies from the file {file}").of(file=file[:100]),
            Phrase("importer", "No file is read: add them by hand."),
        )


def _note_files(sent: Sent, place: str, notes: CarryingOver) -> None:
    for file in dict.fromkeys(sent.files):
        notes.adapted(
            place,
            Phrase("importer", "File {file}").of(file=file[:200]),
            Phrase("importer", "No file is read from a command: choose the file to send."),
        )


def _note_expansions(operation: Operation, place: str, notes: CarryingOver) -> None:
    for text in _expansions(operation):
        notes.adapted(
            place,
            Phrase("importer", "{text}").of(text=text[:200]),
            Phrase("importer", "A shell would put something else here; it stays as it is written."),
        )


def _expansions(operation: Operation) -> Iterator[str]:
    for word in (*operation.addresses, *(it.value for it in operation.given)):
        yield from dict.fromkeys(word.expansions)
    if not operation.has("globoff", "-g"):
        for word in operation.addresses:
            yield from _GLOB.findall(word.text)
