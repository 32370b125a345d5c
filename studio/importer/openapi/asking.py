"""One operation → the request that asks for it."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from studio.importer.carried_over import CarryingOver
from studio.importer.hiding import Hiding
from studio.importer.openapi.linking import Links
from studio.importer.openapi.made_values import ValueMaker
from studio.importer.openapi.operations import Operation, answers_of, parameters_of
from studio.importer.openapi.references import References
from studio.importer.openapi.sending import (
    Making,
    body_of,
    files_in,
    plain,
    query_of,
    sample_of,
)
from studio.importer.openapi.servers import Server, servers_of
from studio.importer.openapi.sign_ins import SignIn, sign_in_of
from studio.importer.tree import Mapping, mapping, text
from studio.journey.auth import Auth
from studio.journey.body import NO_BODY, PartsBody
from studio.journey.check import StatusCheck
from studio.journey.request import QueryField, Request
from studio.journey.template import Piece, Text, Variable, joined, pieces_of
from studio.phrase import Phrase

_PARAMETER = re.compile(r"\{([^{}]+)\}")
_CLIENTS_OWN = ("accept", "content-type", "authorization")


@dataclass(frozen=True, slots=True)
class Asking:
    """What the operations of a description are asked with."""

    references: References
    hiding: Hiding
    notes: CarryingOver
    server: Server
    usual: SignIn
    """Who sends a request that says nothing of it."""


def request_for(operation: Operation, asking: Asking, links: Links, number: int) -> Request:
    """Return the request that asks for an operation; it holds its origin in place of its host."""
    references = asking.references
    making = Making(references, ValueMaker(references), asking.hiding, operation.key)
    parameters = parameters_of(operation, references)
    server = _server(operation, asking)
    sign_in = _sign_in(operation, asking)
    body, media_type = body_of(operation.tree, parameters, making)
    _note_files(operation, files_in(body), asking.notes)
    headers = _headers(operation, parameters, making, asking.notes)
    if body != NO_BODY and not isinstance(body, PartsBody) and media_type:
        headers = [*headers, ("Content-Type", media_type)]
    query = [
        field for it in parameters if it.get("in") == "query" for field in query_of(it, making)
    ]
    query += [QueryField(quote(name), text_) for name, text_ in sign_in.query]
    has_parameters = _PARAMETER.search(operation.path) is not None
    return Request(
        f"r{number}",
        operation.method,
        _path(operation, parameters, server, making, links),
        tuple(query),
        host=server.origin,
        endpoint=_endpoint(operation, server) if has_parameters else None,
        headers=(*headers, *sign_in.headers, *_cookies(parameters, sign_in, making)),
        auth=_own(sign_in, asking),
        body=body,
        takes=tuple(links.takes.get(operation.key, ())),
        checks=_checks(operation, references),
    )


def _server(operation: Operation, asking: Asking) -> Server:
    for tree in (operation.tree, operation.around):
        found = servers_of(tree) if "servers" in tree else ()
        if found:
            return found[0] if found[0].origin else Server(asking.server.origin, found[0].base, "")
    return asking.server


def _sign_in(operation: Operation, asking: Asking) -> SignIn:
    if "security" not in operation.tree:
        return asking.usual
    found = sign_in_of(operation.tree["security"], asking.references, asking.hiding)
    for kind in found.unknown:
        asking.notes.left_out(
            operation.key,
            Phrase("importer", "Sign-in of the kind {kind}").of(kind=kind[:40]),
            Phrase("importer", "Journeys know basic, bearer and API key."),
        )
    return found


def _own(sign_in: SignIn, asking: Asking) -> Auth | None:
    return None if sign_in.auth == asking.usual.auth else sign_in.auth


def _path(
    operation: Operation, parameters: list[Mapping], server: Server, making: Making, links: Links
) -> Text:
    by_name = {text(it.get("name")): it for it in parameters if it.get("in") == "path"}
    found: list[Piece] = [server.base]
    end = 0
    for match in _PARAMETER.finditer(operation.path):
        name = match[1]
        found.append(_literal(operation.path[end : match.start()]))
        variable = links.uses.get((operation.key, name))
        if variable is not None:
            found.append(Variable(variable))
        else:
            value = plain(sample_of(by_name.get(name, {"name": name}), making)) or "1"
            found.append(quote(value, safe="-._~:,", errors="replace"))
        end = match.end()
    path = joined([*found, _literal(operation.path[end:])])
    return path if not isinstance(path, str) or path.startswith("/") else f"/{path}"


def _literal(path: str) -> str:
    return quote(path, safe="/-._~:,@!$'()*;=%", errors="replace")


def _endpoint(operation: Operation, server: Server) -> str:
    return server.base + _PARAMETER.sub(r"[\1]", operation.path)


def _headers(
    operation: Operation, parameters: list[Mapping], making: Making, notes: CarryingOver
) -> list[tuple[str, Text]]:
    found: list[tuple[str, Text]] = []
    for it in parameters:
        name = text(it.get("name"))
        if it.get("in") != "header" or name.lower() in _CLIENTS_OWN:
            continue
        if it.get("required") is True or "example" in it:
            found.append(
                (name, making.hiding.header(name, plain(sample_of(it, making)), making.where))
            )
        else:
            notes.left_out(
                operation.key,
                Phrase("importer", "Header {name}").of(name=name[:80]),
                Phrase("importer", "It need not be sent."),
            )
    return found


def _cookies(parameters: list[Mapping], sign_in: SignIn, making: Making) -> list[tuple[str, Text]]:
    pieces: list[Piece] = []
    pairs = list(sign_in.cookies)
    for it in parameters:
        if it.get("in") == "cookie" and it.get("required") is True:
            name = text(it.get("name"))
            pairs.append(
                (name, making.hiding.field(name, plain(sample_of(it, making)), making.where))
            )
    for name, shown in pairs:
        pieces += ["; " if pieces else "", f"{name}=", *pieces_of(shown)]
    return [("Cookie", joined(pieces))] if pieces else []


def _checks(operation: Operation, references: References) -> tuple[StatusCheck, ...]:
    statuses = [it for it in answers_of(operation, references) if re.fullmatch(r"2\d\d", it)]
    families = [it for it in mapping(operation.tree.get("responses")) if it.upper() == "2XX"]
    if not statuses and not families:
        return ()
    return (StatusCheck(tuple(map(int, statuses)), (2,) if families else ()),)


def _note_files(operation: Operation, files: list[str], notes: CarryingOver) -> None:
    for file in files:
        notes.adapted(
            operation.key,
            Phrase("importer", "File {file}").of(file=file),
            Phrase("importer", "A few made bytes are sent: choose a file of yours."),
        )
