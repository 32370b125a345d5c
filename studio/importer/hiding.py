"""Hiding: values that sign somebody in, taken out of what is imported and known by a name alone."""

import re
from collections.abc import Callable

from studio.importer.imported import HiddenSecret
from studio.journey.template import Piece, Secret, TemplateError, Text, joined, pieces_of
from studio.recording.hidden_fields import hide_in_markup, hide_in_prose, hide_pairs
from studio.recording.secret_names import OPEN_HEADERS, is_secret_name
from studio.recording.secret_values import Hide, hide_values

_CREDENTIALS = ("authorization", "proxy-authorization")
_COOKIE = re.compile(r"([^=;\s]+)=(\"[^\"]*\"|[^;]*)")
_MARK = re.compile("\ue000(\\d+)\ue001")
_NO_NAME = re.compile("[^a-z0-9]+")
_LONGEST_NAME = 30
_SHELL = re.compile(r"\$[({A-Za-z_]|`")


class Hiding:
    """Takes secrets out of texts; equal values get one name, different ones never the same."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._secrets: list[HiddenSecret] = []
        self._marks: list[Secret] = []

    @property
    def secrets(self) -> tuple[HiddenSecret, ...]:
        """All that were taken out so far."""
        return tuple(self._secrets)

    def hide(self, name: str, value: str, where: str) -> Secret:
        """Return what stands in the place of a value; an empty one is asked for before a run."""
        known = self._names.get(value) if value else None
        if known is None:
            known = self._free(secret_name(name), value)
        if value and value not in self._names:
            self._names[value] = known
            self._secrets.append(HiddenSecret(known, where, value))
        return Secret(known)

    def field(self, name: str, text: Text, where: str) -> Text:
        """Return the value of a field, hidden where its name says so or its form gives it away."""
        if not isinstance(text, str) or not text.strip():
            return self._in_literals(text, where, self._by_value)
        if is_secret_name(name) and not _SHELL.match(text):
            return (self.hide(name, text, f"{where}: {name}"),)
        return self._in_literals(text, where, self._by_value)

    def header(self, name: str, text: Text, where: str) -> Text:
        """Return the value of a header without what signs somebody in."""
        if name.lower() in OPEN_HEADERS:
            return text
        if name.lower() == "cookie":
            return self._in_literals(text, where, self._cookies)
        if name.lower() in _CREDENTIALS and isinstance(text, str):
            scheme, space, rest = text.partition(" ")
            if not space:
                return self.field(name, text, where)
            if not rest.strip() or _SHELL.match(rest):
                return text
            return joined((scheme + space, self.hide(scheme, rest, f"{where}: {name}")))
        return self.field(name, text, where)

    def body(self, text: Text, media_type: str, where: str) -> Text:
        """Return a body of text without what is said there of secret names."""
        media_type = media_type.lower()

        def change(literal: str, hide: Hide) -> str:
            if literal.lstrip()[:1] == "<" or "xml" in media_type or "html" in media_type:
                literal = hide_in_markup(literal, hide)
            elif "urlencoded" in media_type:
                literal = hide_pairs(literal, hide)
            else:
                literal = hide_in_prose(literal, hide)
            return hide_values(literal, hide)

        return self._in_literals(text, where, change)

    def pairs(self, text: str, where: str) -> Text:
        """Return a query, `name=value&…`, without the values of secret names."""
        return self._in_literals(text, where, hide_pairs)

    def _free(self, wanted: str, value: str) -> str:
        others = {it.name for it in self._secrets if it.value != value}
        name, number = wanted, 2
        while value and name in others:
            name, number = f"{wanted}_{number}", number + 1
        return name

    def _in_literals(self, text: Text, where: str, change: Callable[[str, Hide], str]) -> Text:
        found: list[Piece] = []
        for piece in pieces_of(text):
            found += self._changed(piece, where, change) if isinstance(piece, str) else [piece]
        return joined(found)

    def _changed(self, literal: str, where: str, change: Callable[[str, Hide], str]) -> list[Piece]:
        if "\ue000" in literal:
            return [literal]

        def mark(name: str, value: str) -> str:
            if name == "value" or value.startswith("\ue000") or _SHELL.match(value):
                return value  # a long random text may well name a thing: /orders/507f1f77bcf86cd7
            self._marks.append(self.hide(name, value, f"{where}: {name}"))
            return f"\ue000{len(self._marks) - 1}\ue001"

        parts = _MARK.split(change(literal, mark))
        return [self._marks[int(part)] if number % 2 else part for number, part in enumerate(parts)]

    def _by_value(self, literal: str, hide: Hide) -> str:
        return hide_values(literal, hide)

    def _cookies(self, literal: str, hide: Hide) -> str:
        def replace(found: re.Match[str]) -> str:
            if found[2] and is_secret_name(found[1]):
                return f"{found[1]}={hide(found[1], found[2])}"
            return found[0]

        return hide_values(_COOKIE.sub(replace, literal), hide)


def secret_name(wanted: str) -> str:
    """Return a name a secret may have, made of what somebody else called it."""
    name = _NO_NAME.sub("_", re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", wanted[:200]).lower())
    name = name.strip("_")[:_LONGEST_NAME].strip("_") or "value"
    name = name if name[0].isalpha() else f"key_{name}"
    try:
        return Secret(name).secret
    except TemplateError:  # it means something to the system
        return f"target_{name}"
