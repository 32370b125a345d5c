"""Fields of bodies and addresses, found by name in any notation, with their values hidden.

Texts are changed where a secret stands and nowhere else, so a cut or broken body stays what it was.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote_plus

from studio.recording.secret_names import is_secret_name
from studio.recording.secret_values import Hide

_PAIR = re.compile(r"(?<![^&?#;\s])(?P<name>[^=&?#;\s]{1,200})=(?P<value>[^&#;\s]*)")
_USER_INFO = re.compile(r"(?<=://)[^/?#@\s]+(?=@)")
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[{}\[\]:,]|[^\s{}\[\]:,"]+', re.DOTALL)
_TAG = re.compile(r"<[A-Za-z][^<>]{0,4000}>")
_ATTRIBUTE = re.compile(
    r"(?<![\w:.-])([\w:.-]{1,80})(\s{0,9}=\s{0,9})(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)"
)
_ELEMENT = re.compile(r"(<(?:[\w.-]+:)?([\w.-]+)(?:\s[^<>]*)?>)([^<>]+)(?=</)")
_PART = re.compile(
    r"(?P<head>content-disposition:[^\r\n]{0,300}?\bname=\"?(?P<name>[^\"\r\n;]+)[^\r\n]*\r?\n"
    r"(?:[^\r\n]+\r?\n)*\r?\n)(?P<value>[^\r\n]*)",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"(?P<head>\b(?P<name>[A-Za-z][\w.-]{1,60})[\"']?\s{0,3}[:=]\s{0,3}[\"']?)"
    r"(?P<value>[^\s\"'&,;<>]+)"
)
_ERROR_NAMES = ("Error", "Exception", "Warning")
"""Ends of names after which a colon introduces what went wrong, such as `KeyError: 'id'`."""

_SCALAR_WORDS = frozenset({"null", "true", "false"})
_VALUE_NAMES = frozenset({"value", "content"})


def hide_pairs(text: str, hide: Hide) -> str:
    """Return a form or a query, `name=value&…`, with the values of secret names hidden."""

    def replace(found: re.Match[str]) -> str:
        name, value = unquote_plus(found["name"]), found["value"]
        if not value or not is_secret_name(name):
            return found[0]
        return f"{found['name']}={hide(name, value)}"

    return _PAIR.sub(replace, text)


def hide_in_address(address: str, hide: Hide) -> str:
    """Return an address without its user and password, and with secret parameters hidden."""
    address = _USER_INFO.sub(lambda m: hide("user", m[0]), address)
    path, mark, query = address.partition("?")
    return path + mark + hide_pairs(query, hide) if mark else address


def hide_in_json(text: str, hide: Hide) -> str:
    """Return JSON, whole or cut off, with everything below a secret name hidden."""
    return "".join(_json(text, hide))


def _json(text: str, hide: Hide) -> Iterator[str]:
    open_names: list[str | None] = [None]
    """The secret name each open bracket stands below, outermost first."""
    name, is_value, at = "", False, 0
    for token in _JSON_TOKEN.finditer(text):
        yield text[at : token.start()]
        at = token.end()
        found = token[0]
        below = open_names[-1] or (name if is_value and is_secret_name(name) else None)
        if found in "{[":
            open_names.append(below)
            is_value = False
        elif found in "}]":
            del open_names[max(1, len(open_names) - 1) :]
        elif found == ",":
            is_value = False
        elif found == ":":
            is_value = True
        elif below is not None and not _is_key(text, at):
            found = _hidden_scalar(found, below, hide)
        else:
            name = found.strip('"')
        yield found
    yield text[at:]


def _is_key(text: str, at: int) -> bool:
    return text[at : at + 20].lstrip()[:1] == ":"


def _hidden_scalar(token: str, name: str, hide: Hide) -> str:
    if token in _SCALAR_WORDS or not token.strip('"'):
        return token
    return f'"{hide(name, token.strip(chr(34)))}"'


def hide_in_markup(text: str, hide: Hide) -> str:
    """Return HTML or XML with secret elements, attributes and form fields hidden."""
    text = _TAG.sub(lambda m: _hidden_tag(m[0], hide), text)

    def replace(found: re.Match[str]) -> str:
        if not found[3].strip() or not is_secret_name(found[2]):
            return found[0]
        return found[1] + hide(found[2], found[3])

    return _ELEMENT.sub(replace, text)


def _hidden_tag(tag: str, hide: Hide) -> str:
    fields = {m[1].lower(): m[3].strip("\"'") for m in _ATTRIBUTE.finditer(tag)}
    known = fields.get("name", "") or fields.get("id", "") or fields.get("property", "")
    is_password = fields.get("type", "").lower() == "password"

    def replace(found: re.Match[str]) -> str:
        name, quoted = found[1], found[3]
        bare = quoted.strip("\"'")
        holds = name.lower() in _VALUE_NAMES and (is_password or is_secret_name(known))
        if not bare or not (holds or is_secret_name(name)):
            return found[0]
        return f'{name}{found[2]}"{hide(known if holds else name, bare)}"'

    return _ATTRIBUTE.sub(replace, tag)


def hide_in_parts(text: str, hide: Hide) -> str:
    """Return a multipart body with the values of secret fields hidden."""

    def replace(found: re.Match[str]) -> str:
        if not found["value"] or not is_secret_name(found["name"]):
            return found[0]
        return found["head"] + hide(found["name"], found["value"])

    return _PART.sub(replace, text)


def hide_in_prose(text: str, hide: Hide) -> str:
    """Return a text of no known form with what is said of secret names hidden: `password: …`."""

    def replace(found: re.Match[str]) -> str:
        name = found["name"]
        if name.endswith(_ERROR_NAMES) or not is_secret_name(name):
            return found[0]
        return found["head"] + hide(name, found["value"])

    return _SAID.sub(replace, text)
