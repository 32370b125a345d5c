"""Auth: how a request says who sends it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from studio.journey.template import Text


@dataclass(frozen=True, slots=True)
class NoAuth:
    """Nothing is said."""

    KIND: ClassVar = "none"


NO_AUTH = NoAuth()


@dataclass(frozen=True, slots=True)
class BasicAuth:
    """Name and password, as RFC 7617 sends them."""

    KIND: ClassVar = "basic"

    user: Text
    password: Text


@dataclass(frozen=True, slots=True)
class BearerAuth:
    """A token, as RFC 6750 sends it."""

    KIND: ClassVar = "bearer"

    token: Text


class KeyPlace(StrEnum):
    """Where an API key stands."""

    HEADER = "header"
    QUERY = "query"


@dataclass(frozen=True, slots=True)
class KeyAuth:
    """An API key in a header or in the query of the address."""

    KIND: ClassVar = "key"

    name: str
    value: Text
    place: KeyPlace = KeyPlace.HEADER


Auth = NoAuth | BasicAuth | BearerAuth | KeyAuth
