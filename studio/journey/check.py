"""Check: what must hold for an answer; Test: what must hold for variables."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.journey.take import JsonPath
from studio.journey.template import Text


class OnFailure(StrEnum):
    """What a user does after a check has failed; the request counts as failed in any case."""

    GIVE_UP = "give_up"
    """The pass is given up; the next begins at the top."""

    GO_ON = "go_on"
    STOP_USER = "stop_user"


class Operator(StrEnum):
    """How two values are held against each other; as numbers where both are numbers."""

    EQUAL = "=="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="
    CONTAINS = "contains"
    LACKS = "lacks"
    MATCHES = "matches"
    """The right side is a regular expression, found anywhere in the left."""


@dataclass(frozen=True, slots=True)
class StatusCheck:
    """The answer has one of these statuses."""

    KIND: ClassVar = "status"

    statuses: tuple[int, ...] = ()

    families: tuple[int, ...] = ()
    """First digits: 2 is any status from 200 to 299."""

    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class ContainsCheck:
    """The answer's text holds this one."""

    KIND: ClassVar = "contains"

    text: Text
    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class AbsentCheck:
    """The answer's text does not hold this one."""

    KIND: ClassVar = "absent"

    text: Text
    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class MatchesCheck:
    """A regular expression is found in the answer's text."""

    KIND: ClassVar = "matches"

    regex: str
    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class JsonCheck:
    """A value in a JSON answer is as wanted."""

    KIND: ClassVar = "json"

    path: JsonPath
    operator: Operator
    value: Text
    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class HeaderCheck:
    """A header of the answer is as wanted."""

    KIND: ClassVar = "header"

    name: str
    operator: Operator
    value: Text
    on_failure: OnFailure = OnFailure.GIVE_UP


@dataclass(frozen=True, slots=True)
class WithinCheck:
    """The whole answer came in time."""

    KIND: ClassVar = "within"

    ms: float
    on_failure: OnFailure = OnFailure.GO_ON


@dataclass(frozen=True, slots=True)
class SizeCheck:
    """The answer's body, unpacked, has a size as wanted."""

    KIND: ClassVar = "size"

    operator: Operator
    size_bytes: int
    on_failure: OnFailure = OnFailure.GIVE_UP


Check = (
    StatusCheck
    | ContainsCheck
    | AbsentCheck
    | MatchesCheck
    | JsonCheck
    | HeaderCheck
    | WithinCheck
    | SizeCheck
)


@dataclass(frozen=True, slots=True)
class Test:
    """What must hold for variables, such as `{{status}} == paid`."""

    __test__: ClassVar = False  # pytest takes it for one of its own

    left: Text
    operator: Operator
    right: Text
