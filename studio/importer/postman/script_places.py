"""Where in an answer the names of a script point, such as `const user = json.user`."""

import re

from studio.journey.take import JsonPath, JsonStep

_ROOT = "pm.response.json()"
_STEP = re.compile(
    r"\s*\??\.\s*(?P<name>[\w$]+)(?P<call>\(\))?|\[\s*(?:(?P<index>\d{1,9})|(?P<key>['\"`][^\]]*))\s*\]"
)


class Places:
    """The names of a script that stand for a part of the answer."""

    def __init__(self) -> None:
        self._known: dict[str, JsonPath] = {"jsonData": (), "responseJson": ()}

    def name(self, alias: str, expression: str) -> None:
        """Let a name stand for what an expression points to."""
        path = self._path(expression)
        if path is not None:
            self._known[alias] = path
        else:
            self._known.pop(alias, None)

    def take_apart(self, names: str, expression: str) -> None:
        """Let names in braces, `{ id, name: other }`, stand for keys of what an expression is."""
        for part in names.split(","):
            key, _, alias = part.partition(":")
            key, alias = key.partition("=")[0].strip(), alias.partition("=")[0].strip()
            self.name(alias or key, f"{expression}.{key}")

    def path(self, expression: str) -> JsonPath | None:
        """Return where an expression points to; None: nowhere in the answer, or to all of it."""
        return self._path(expression) or None

    def _path(self, expression: str) -> JsonPath | None:
        expression = expression.strip()
        if expression.startswith(_ROOT):
            start, rest = (), expression[len(_ROOT) :]
        else:
            match = re.match(r"[\w$]+", expression)
            if match is None or match[0] not in self._known:
                return None
            start, rest = self._known[match[0]], expression[match.end() :]
        steps = _steps(rest)
        return None if steps is None else (*start, *steps)


def _steps(rest: str) -> JsonPath | None:
    found: list[JsonStep] = []
    while rest:
        match = _STEP.match(rest)
        if match is None or match["call"] or match["name"] == "length":
            return None
        if match["name"]:
            found.append(match["name"])
        elif match["index"]:
            found.append(int(match["index"]))
        else:
            found.append(match["key"].strip()[1:-1])
        rest = rest[match.end() :]
    return tuple(found)
