"""The difference of a request in two revisions, field by field, in words."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, cast

from studio.journey.body import Body, FormBody, GraphqlBody, JsonBody, PartsBody
from studio.journey.change import Change, ChangeKind, changed
from studio.journey.node import Step
from studio.journey.places import Where
from studio.journey.request import Request
from studio.journey.template import Text
from studio.journey.words import (
    auth_in_words,
    body_in_words,
    check_in_words,
    in_words,
    take_in_words,
)
from studio.phrase import Phrase

_MOST_PLACES = 20
"""In one body; how many more there are is said."""

Named = Sequence[tuple[str, Phrase]]


def request_changes(step: Step, old: Request, new: Request) -> Iterator[Change]:
    """Yield what changed in a request.

    Args:
        step: Where it stands now.
        old: As it was.
        new: As it is.
    """
    here = Where(step.id, new.id)
    for field, what, before, after in _plain(old, new):
        if before != after:
            yield changed(replace(here, field=field), step.name, what, before, after)
    lists = (
        ("query", Phrase("journey", "query {name}"), _query(old), _query(new)),
        ("headers", Phrase("journey", "header {name}"), _pairs(old.headers), _pairs(new.headers)),
        ("takes", Phrase("journey", "take {name}"), _takes(old), _takes(new)),
        ("checks", Phrase("journey", "check {name}"), _checks(old), _checks(new)),
    )
    for field, what, before, after in lists:
        yield from _named(replace(here, field=field), step.name, what, before, after)
    if old.body != new.body:
        yield from _of_body(replace(here, field="body"), step.name, old.body, new.body)


def _plain(old: Request, new: Request) -> Iterator[tuple[str, Phrase, Phrase, Phrase]]:
    yield "method", Phrase("journey", "method"), in_words(old.method), in_words(new.method)
    yield "path", Phrase("journey", "address"), in_words(old.path), in_words(new.path)
    yield "host", Phrase("journey", "host"), in_words(old.host), in_words(new.host)
    endpoint = in_words(old.endpoint), in_words(new.endpoint)
    yield ("endpoint", Phrase("journey", "name in the statistics"), *endpoint)
    if old.auth != new.auth:
        yield "auth", Phrase("journey", "who signs in"), auth_in_words(old.auth), _other(old, new)
    redirects = in_words(old.follow_redirects), in_words(new.follow_redirects)
    yield ("follow_redirects", Phrase("journey", "redirects followed"), *redirects)
    within = in_words(old.answer_within_s), in_words(new.answer_within_s)
    yield ("answer_within_s", Phrase("journey", "a whole answer within, s"), *within)
    yield "is_on", Phrase("journey", "switched on"), in_words(old.is_on), in_words(new.is_on)
    yield "note", Phrase("journey", "note"), in_words(old.note), in_words(new.note)


def _other(old: Request, new: Request) -> Phrase:
    """Return who signs in now, said so that it differs: a password is never told."""
    said = auth_in_words(new.auth)
    return Phrase("journey", "another value") if said == auth_in_words(old.auth) else said


def _query(request: Request) -> Named:
    off = Phrase("journey", "(off)")
    return [(it.name, in_words(it.value) if it.is_on else off) for it in request.query]


def _pairs(pairs: Sequence[tuple[str, Text]]) -> Named:
    return [(name, in_words(text)) for name, text in pairs]


def _takes(request: Request) -> Named:
    return [(it.variable, take_in_words(it)) for it in request.takes]


def _checks(request: Request) -> Named:
    return [(str(check_in_words(it)), check_in_words(it)) for it in request.checks]


def _named(where: Where, step: str, what: Phrase, before: Named, after: Named) -> Iterator[Change]:
    """Yield what changed in a list of things with names; equal names are told apart by order."""
    old, new = dict(_numbered(before)), dict(_numbered(after))
    for name in (it for it in old if it not in new):
        yield Change(ChangeKind.REMOVED, where, step, what.of(name=name[0]))
    for index, (name, value) in enumerate(new.items()):
        place = replace(where, piece=index)
        if name not in old:
            yield Change(ChangeKind.ADDED, place, step, what.of(name=name[0]))
        elif old[name] != value:
            said = what.of(name=name[0])
            yield Change(ChangeKind.CHANGED, place, step, said, old[name], value)


def _numbered(named: Named) -> Iterator[tuple[tuple[str, int], Phrase]]:
    count: dict[str, int] = {}
    for name, value in named:
        count[name] = count.get(name, 0) + 1
        yield (name[:60], count[name]), value


def _of_body(where: Where, step: str, old: Body, new: Body) -> Iterator[Change]:
    found: list[Change] = []
    match old, new:
        case FormBody(before), FormBody(after):
            what = Phrase("journey", "field {name}")
            found += _named(where, step, what, _pairs(before), _pairs(after))
        case PartsBody(), PartsBody():
            what = Phrase("journey", "part {name}")
            found += _named(where, step, what, _parts(old), _parts(new))
        case (JsonBody(text=before), JsonBody(text=after)) | (
            GraphqlBody(variables=before),
            GraphqlBody(variables=after),
        ):
            what = Phrase("journey", "JSON {name}")
            found += _named(where, step, what, _leaves(before, old), _leaves(after, new))
        case _:
            pass
    if not found:
        what = Phrase("journey", "what is sent")
        said = body_in_words(old), body_in_words(new)
        if said[0] == said[1]:
            said = said[0], Phrase("journey", "another text")
        found = [Change(ChangeKind.CHANGED, where, step, what, *said)]
    yield from found[:_MOST_PLACES]
    if len(found) > _MOST_PLACES:
        more = Phrase("journey", "%n more place(s) of what is sent", "", 1)
        yield Change(ChangeKind.CHANGED, where, step, more.of(n=len(found) - _MOST_PLACES))


def _parts(body: PartsBody) -> Named:
    return [(it.name, in_words(str(it))) for it in body.parts]


def _leaves(text: str, body: JsonBody | GraphqlBody) -> Named:
    """Return the values in a JSON text by their pointers, those at holes as their texts."""
    try:
        value: Any = json.loads(text)
    except (ValueError, RecursionError):
        return []
    holes = {it.at: in_words(it.value) for it in body.holes}
    found = dict(_walked(value, ""))
    return list((found | holes).items())


def _walked(value: object, at: str) -> Iterator[tuple[str, Phrase]]:
    match value:
        case dict():
            for key, item in cast("dict[str, Any]", value).items():
                step = key.replace("~", "~0").replace("/", "~1")
                yield from _walked(item, f"{at}/{step}")
        case list():
            for index, item in enumerate(cast("list[Any]", value)):
                yield from _walked(item, f"{at}/{index}")
        case _:
            yield at, in_words(json.dumps(value, ensure_ascii=False))
