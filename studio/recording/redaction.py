"""Redactor: strikes credentials out of an exchange before it is written anywhere.

Hidden are the values of headers and cookies that sign somebody in, whatever a secret name stands
for, values that give themselves away by their form, and every secret that is known. Equal values
get equal stand-ins, `{{secret.password-1}}`, wherever they return.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from studio.recording.hidden_fields import (
    hide_in_address,
    hide_in_json,
    hide_in_markup,
    hide_in_parts,
    hide_in_prose,
    hide_pairs,
)
from studio.recording.secret_names import OPEN_HEADERS, is_secret_name
from studio.recording.secret_values import hide_values
from studio.recording.spellings import spellings

Headers = tuple[tuple[str, str], ...]

_SHORT = 6
"""A known value below this length is struck out only where it stands alone."""

_STANDS_FOR_ITSELF = 6
"""A value below this length is hidden where its name says so, and not looked for elsewhere."""

_CREDENTIALS = frozenset({"authorization", "proxy-authorization"})
_COOKIES = frozenset({"cookie", "set-cookie"})
_COOKIE = re.compile(r"(?P<name>[^=;\s]+)=(?P<value>\"[^\"]*\"|[^;]*)")
_SLUG = re.compile(r"[^a-z0-9]+")
_LONGEST_SLUG = 24
_STAND_IN = re.compile(r"\{\{secret\.[a-z0-9-]+\}\}")


class KnownSecrets:
    """The values this run or recording has been given, ready to be found in any text."""

    def __init__(self, values: Mapping[str, str]) -> None:
        """Take secrets by name."""
        self._names: dict[str, str] = {}
        for name, value in values.items():
            for written in spellings(value):
                self._names.setdefault(written, name)
        longest_first = sorted(self._names, key=len, reverse=True)
        self._pattern = re.compile("|".join(map(_pattern_of, longest_first)) or r"(?!)")

    def hide(self, text: str, redactor: "Redactor") -> str:
        """Return a text without them."""

        def replace(found: re.Match[str]) -> str:
            return redactor.hide(self._names[found[0]], found[0])

        return _outside(text, lambda part: self._pattern.sub(replace, part))


Strike = Callable[[str], str]


def striker(secrets: Mapping[str, str]) -> Strike:
    """Return a function that strikes known secrets, and nothing else, out of a text.

    Args:
        secrets: Values by name.
    """
    known, redactor = KnownSecrets(secrets), Redactor()
    return lambda text: known.hide(text, redactor)


class Redactor:
    """Hides the secrets of texts that belong together, such as one exchange or one recording."""

    def __init__(self, known: KnownSecrets | None = None) -> None:
        self._known = known or KnownSecrets({})
        self._stand_ins: dict[str, str] = {}
        self._numbers: dict[str, int] = {}

    def hide(self, name: str, value: str) -> str:
        """Return what stands in the place of a secret value."""
        if _STAND_IN.fullmatch(value):
            return value
        known = self._stand_ins.get(value)
        if known is None:
            slug = _SLUG.sub("-", name.lower())[:_LONGEST_SLUG].strip("-") or "value"
            number = self._numbers[slug] = self._numbers.get(slug, 0) + 1
            known = self._stand_ins[value] = f"{{{{secret.{slug}-{number}}}}}"
        return known

    def address(self, address: str) -> str:
        """Return an address without user, password and secret parameters."""
        return self._by_value(hide_in_address(self._known.hide(address, self), self.hide))

    def headers(self, headers: Iterable[tuple[str, str]]) -> Headers:
        """Return headers of a request or an answer, in their order."""
        return tuple((name, self._header(name.lower(), value)) for name, value in headers)

    def body(self, text: str, media_type: str) -> str:
        """Return a body of text.

        Args:
            text: The body, whole or its beginning.
            media_type: As its Content-Type says; may be empty or wrong.
        """
        text = self._known.hide(text, self)
        start = text.lstrip("\ufeff \t\r\n")[:1]
        media_type = media_type.lower()
        if start in ("{", "[") or "json" in media_type:
            text = hide_in_json(text, self.hide)
        elif start == "<" or "html" in media_type or "xml" in media_type:
            text = hide_in_markup(text, self.hide)
        elif "multipart" in media_type:
            text = hide_in_parts(text, self.hide)
        elif "urlencoded" in media_type:
            text = hide_pairs(text, self.hide)
        else:
            text = hide_in_prose(text, self.hide)
        return self._by_value(text)

    def text(self, text: str) -> str:
        """Return what somebody said: an exception, a line of a log."""
        text = hide_pairs(self._known.hide(text, self), self.hide)
        return self._by_value(hide_in_prose(_without_users(text, self), self.hide))

    def again(self, text: str) -> str:
        """Return a text without the values that were hidden in another one, earlier or later."""
        found = [it for it in self._stand_ins if len(it) >= _STANDS_FOR_ITSELF and it in text]
        if not found:
            return text
        longest_first = sorted(found, key=len, reverse=True)
        pattern = re.compile("|".join(map(re.escape, longest_first)))
        return _outside(text, lambda part: pattern.sub(lambda m: self._stand_ins[m[0]], part))

    def _header(self, name: str, value: str) -> str:
        if name in OPEN_HEADERS:
            return self._known.hide(value, self)
        if name in _CREDENTIALS:
            scheme, space, rest = value.partition(" ")
            return scheme + space + self.hide(name, rest) if space else self.hide(name, value)
        if name in _COOKIES:
            most = 1 if name == "set-cookie" else 0
            return _COOKIE.sub(self._cookie, value, most)
        if is_secret_name(name) and value:
            return self.hide(name, value)
        value = hide_in_address(self._known.hide(value, self), self.hide)
        return self._by_value(value)

    def _cookie(self, found: re.Match[str]) -> str:
        return f"{found['name']}={self.hide(found['name'], found['value'])}"

    def _by_value(self, text: str) -> str:
        return _outside(text, lambda part: hide_values(part, self.hide))


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Return a text changed everywhere but in stand-ins."""
    if "{{secret." not in text:
        return change(text)
    parts: list[str] = []
    at = 0
    for found in _STAND_IN.finditer(text):
        parts += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*parts, change(text[at:])])


def _without_users(text: str, redactor: Redactor) -> str:
    return hide_in_address(text, redactor.hide) if "://" in text else text


def _pattern_of(value: str) -> str:
    whole = re.escape(value)
    return rf"(?<![A-Za-z0-9]){whole}(?![A-Za-z0-9])" if len(value) < _SHORT else whole
