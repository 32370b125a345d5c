"""Rules: what the values of well-known frameworks are called; JSON files that anybody may edit."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from studio.typed_json import read

FOLDER = Path(__file__).parents[2] / "resources" / "correlation"


@dataclass(frozen=True, slots=True)
class Rule:
    """A value a framework issues."""

    called: str
    """A regular expression for the whole name of its field, header or parameter."""

    variable: str
    """What it is to be called."""


@dataclass(frozen=True, slots=True)
class RuleFile:
    """The rules of one framework."""

    framework: str
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A value that is known by its name."""

    framework: str
    variable: str


class Rules:
    """All rules there are."""

    def __init__(self, files: Iterable[RuleFile]) -> None:
        self._rules = [
            (re.compile(rule.called, re.IGNORECASE), Known(file.framework, rule.variable))
            for file in files
            for rule in file.rules
        ]

    def known(self, *names: str) -> Known | None:
        """Return what a value is that goes by any of these names; None where no rule knows it."""
        for pattern, known in self._rules:
            if any(pattern.fullmatch(name) for name in names if name):
                return known
        return None


@cache
def bundled_rules() -> Rules:
    """Return the rules that come with the studio."""
    return Rules(read_rules(FOLDER))


def read_rules(folder: Path) -> tuple[RuleFile, ...]:
    """Return the rules in the JSON files of a folder, by the names of the files."""
    paths = sorted(folder.glob("*.json"))
    return tuple(read(RuleFile, json.loads(path.read_text("utf-8"))) for path in paths)
