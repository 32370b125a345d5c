"""One request of Insomnia → an item as Postman would have it, which is read from there on."""

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from studio.importer.insomnia.tags import Tags
from studio.importer.tree import Mapping, as_json, is_mapping, mapping, mappings, text

_LISTENERS = (
    ("prerequest", ("preRequestScript", "preRequest")),
    ("test", ("afterResponseScript", "afterResponse")),
)


def request_item(it: Mapping, tags: Tags) -> dict[str, Any]:
    """Return the item of a request, of any version."""
    headers = [_pair(header, tags) for header in mappings(it.get("headers"))]
    body = _body(it.get("body"), tags)
    media_type = text(mapping(it.get("body")).get("mimeType"))
    has_type = any(text(header["key"]).lower() == "content-type" for header in headers)
    if media_type and not has_type and body and body["mode"] in ("raw", "file"):
        headers.append({"key": "Content-Type", "value": media_type})
    meta = mapping(it.get("meta"))
    auth, added = _auth(mapping(it.get("authentication")), tags)
    return {
        "name": text(it.get("name")) or "Request",
        "x-id": text(it.get("_id") or mapping(it.get("meta")).get("id")),
        "event": list(events_of(it)),
        "protocolProfileBehavior": {"followRedirects": _follows(it)},
        "request": {
            "method": text(it.get("method")),
            "description": text(it.get("description") or meta.get("description")),
            "url": _url(it, tags),
            "header": headers + added,
            "body": body,
            "auth": auth,
        },
    }


def events_of(it: Mapping) -> Iterator[dict[str, Any]]:
    """Yield the scripts of a request or a folder, in the words of Postman."""
    scripts = mapping(it.get("scripts"))
    for listen, names in _LISTENERS:
        for name in names:
            source = text(scripts.get(name) or it.get(name))
            if source.strip():
                source = re.sub(r"\binsomnia\.", "pm.", source)
                yield {"listen": listen, "script": {"exec": source.split("\n")}}


def with_takes(item: dict[str, Any], tags: Tags) -> None:
    """Let the requests in an item set what templates elsewhere take from their answers."""
    for inner in item.get("item", ()):
        with_takes(inner, tags)
    lines = list(tags.takes.get(text(item.get("x-id")), {}).values())
    if lines and "request" in item:
        item["event"].append({"listen": "test", "script": {"exec": lines}})


def values_of(data: object) -> list[Mapping]:
    """Return the values of an environment, inner ones by names with dots."""
    return [{"key": key, "value": value} for key, value in _flat(mapping(data), "", 0)]


def _flat(data: Mapping, before: str, depth: int) -> Iterator[tuple[str, str]]:
    for name, value in data.items():
        if is_mapping(value) and depth < 10:  # noqa: PLR2004  # nobody nests deeper
            yield from _flat(mapping(value), f"{before}{name}.", depth + 1)
        else:
            yield f"{before}{name}", _without_prefix(text(value))


def _without_prefix(value: str) -> str:
    return Tags().read(value)


def _pair(pair: Mapping, tags: Tags) -> dict[str, Any]:
    found = {
        "key": tags.read(text(pair.get("name"))),
        "value": tags.read(text(pair.get("value"))),
        "disabled": pair.get("disabled") is True,
    }
    if pair.get("type") == "file":
        found |= {"type": "file", "src": text(pair.get("fileName"))}
    return found


def _url(it: Mapping, tags: Tags) -> dict[str, Any]:
    raw = tags.read(text(it.get("url")).strip())
    listed = [_pair(pair, tags) for pair in mappings(it.get("parameters") or it.get("params"))]
    listed = [pair for pair in listed if pair["key"]]
    head, mark, tail = raw.partition("?")
    own = [part.partition("=") for part in tail.split("&") if part] if mark else []
    query = [{"key": name, "value": value} for name, _, value in own] + listed
    sent = [f"{_wire(it['key'])}={_wire(it['value'])}" for it in listed if not it["disabled"]]
    shown = "&".join([*([tail] if tail else []), *sent])
    variables = mappings(it.get("pathParameters"))
    return {
        "raw": f"{head}?{shown}" if shown else head,
        "query": query,
        "variable": [
            {"key": text(pair.get("name")), "value": tags.read(text(pair.get("value")))}
            for pair in variables
        ],
    }


def _wire(value: str) -> str:
    parts = re.split(r"(\{\{[^{}]*\}\})", value)
    return "".join(
        part if number % 2 else quote(part, safe="-._~:@!,;/[]", errors="replace")
        for number, part in enumerate(parts)
    )


def _body(body: object, tags: Tags) -> dict[str, Any] | None:
    if isinstance(body, str):
        return {"mode": "raw", "raw": tags.read(body)} if body else None
    it = mapping(body)
    kind, written = text(it.get("mimeType")), tags.read(text(it.get("text")))
    pairs = [_pair(pair, tags) for pair in mappings(it.get("params"))]
    if kind.startswith("multipart/"):
        return {"mode": "formdata", "formdata": pairs}
    if "urlencoded" in kind and (pairs or not written):
        return {"mode": "urlencoded", "urlencoded": pairs}
    if kind == "application/graphql":
        return {"mode": "graphql", "graphql": _graphql(written)}
    if it.get("fileName"):
        return {"mode": "file", "file": {"src": text(it["fileName"])}}
    return {"mode": "raw", "raw": written} if written else None


def _graphql(written: str) -> Mapping:
    try:
        return mapping(json.loads(written, strict=False))
    except (ValueError, RecursionError):
        return {"query": written}


def _auth(auth: Mapping, tags: Tags) -> tuple[Mapping | None, list[dict[str, Any]]]:
    """Return a sign-in as Postman would have it, and the header it is where that has none."""
    given = {name: tags.read(text(value)) for name, value in auth.items() if name != "disabled"}
    kind = given.get("type", "" if "username" not in given else "basic")
    if not auth or auth.get("disabled") is True or not kind:
        return None, []
    if kind == "bearer" and given.get("prefix") not in (None, "", "Bearer"):
        value = f"{given['prefix']} {given.get('token', '')}"
        return None, [{"key": "Authorization", "value": value}]
    if kind == "apikey" and given.get("addTo") == "cookie":
        value = f"{given.get('key', '')}={given.get('value', '')}"
        return None, [{"key": "Cookie", "value": value}]
    if kind == "apikey":
        given["in"] = "query" if given.get("addTo") == "queryParams" else "header"
    return {"type": "noauth" if kind == "none" else kind, "credentials": given}, []


def _follows(it: Mapping) -> bool | None:
    wanted = it.get("settingFollowRedirects") or mapping(it.get("settings")).get("followRedirects")
    return {"on": True, "off": False}.get(as_json(wanted).strip('"'))
