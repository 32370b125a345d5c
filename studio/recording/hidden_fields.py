"""Fields of bodies and addresses, found by name in any notation, with their values hidden.

Texts are changed where a secret stands and nowhere else, so a cut or broken body stays what it was.
"""

import re
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

_KEY = re.compile(r'"([^"\\]{1,100}+)"\s*+:')
_SIGNS = frozenset("{}[]:,")
_TAG_NAME = re.compile(r"<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")
_KNOWN_AS = re.compile(
    r"\s(?:name|id|property)\s{0,9}=\s{0,9}(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)", re.IGNORECASE
)
_LONGEST_ATTRIBUTE_NAME = 90
_SCALAR_WORDS = frozenset({"null", "true", "false"})
_PASSWORD_TYPES = ("password", "PASSWORD", "Password")
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
    names = {name for name in set(_KEY.findall(text)) if is_secret_name(name)}
    if not names:
        return text
    longest_first = sorted(names, key=len, reverse=True)
    keys = re.compile(rf'"({"|".join(map(re.escape, longest_first))})"\s*:\s*')
    parts: list[str] = []
    at = 0
    while (key := keys.search(text, at)) is not None:
        hidden, end = _hidden_value(text, key.end(), key[1], hide)
        parts += [text[at : key.end()], hidden]
        at = end
    return "".join([*parts, text[at:]])


def _hidden_value(text: str, at: int, name: str, hide: Hide) -> tuple[str, int]:
    """Return the value that begins at a place, hidden with all that is in it, and its end."""
    parts: list[str] = []
    depth = 0
    for token in _JSON_TOKEN.finditer(text, at):
        found = token[0]
        parts.append(text[at : token.start()])
        at = token.end()
        depth += (found in "{[") - (found in "}]")
        is_sign = found in _SIGNS or _is_key(text, at)
        parts.append(found if is_sign else _hidden_scalar(found, name, hide))
        if depth <= 0:
            break
    return "".join(parts), at


def _is_key(text: str, at: int) -> bool:
    return text[at : at + 20].lstrip()[:1] == ":"


def _hidden_scalar(token: str, name: str, hide: Hide) -> str:
    if token in _SCALAR_WORDS or not token.strip('"'):
        return token
    return f'"{hide(name, token.strip(chr(34)))}"'


def hide_in_markup(text: str, hide: Hide) -> str:
    """Return HTML or XML with secret elements, attributes and form fields hidden."""
    telling = _secret_words_in_tags(text)
    if telling:
        text = _TAG.sub(
            lambda m: _hidden_tag(m[0], hide) if any(it in m[0] for it in telling) else m[0], text
        )

    def replace(found: re.Match[str]) -> str:
        if not found[3].strip() or not is_secret_name(found[2]):
            return found[0]
        return found[1] + hide(found[2], found[3])

    if any(is_secret_name(name) for name in set(_TAG_NAME.findall(text))):
        text = _ELEMENT.sub(replace, text)
    return text


def _secret_words_in_tags(text: str) -> set[str]:
    """Return the secret names of attributes and fields there may be in a page."""
    names = {it.strip("\"'") for it in _KNOWN_AS.findall(text)}
    for piece in text.split("="):
        words = piece[-_LONGEST_ATTRIBUTE_NAME:].split()
        if words:
            names.add(words[-1])
    found = {name for name in names if is_secret_name(name)}
    return found | {it for it in _PASSWORD_TYPES if it in text}


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
