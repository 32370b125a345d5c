"""Template: texts with `{{variables}}` in them, taken apart by us; nothing is ever evaluated.

A text without variables is a plain string. One with variables is a tuple of pieces, so that a
recorded `{{x}}` stays what it was: only the editor reads braces, and what it shows is escaped.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studio.errors import StudioError
from studio.phrase import Phrase

_NAME = r"[A-Za-z_][A-Za-z0-9_]{0,59}"
_COLUMN = r"[^{}\r\n]{1,100}"
_VARIABLE = re.compile(rf"{_NAME}(\.{_COLUMN})?")
_SECRET = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")
_SHOWN = re.compile(rf"(\\*)\{{\{{({_VARIABLE.pattern})\}}\}}")
"""A variable as the editor shows it, and the backslashes before it: an odd one makes it text."""

SECRET_PREFIX = "secret"  # noqa: S105  # it is the word before the name
"""`{{secret.shop_password}}` is a secret; no data file may have this name."""

HOST_PREFIX = "host"
"""`{{host.api}}` is the address of one of the target's hosts; no data file may have this name."""


class TemplateError(StudioError):
    """A variable or a secret whose name cannot be one."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A place for a value that each user has of its own."""

    var: str
    """A name as in `order_id`, or data file and column as in `accounts.username`."""

    def __post_init__(self) -> None:
        is_prefix = self.column and self.source in (SECRET_PREFIX, HOST_PREFIX)
        if _VARIABLE.fullmatch(self.var) is None or is_prefix:
            raise _refusal(self.var)

    @property
    def source(self) -> str:
        """The name of the data file; of a variable that comes from none, its own."""
        return self.var.partition(".")[0]

    @property
    def column(self) -> str:
        """Which column of the data file; empty where it comes from none."""
        return self.var.partition(".")[2]


@dataclass(frozen=True, slots=True)
class Secret:
    """A place for a value that no project holds; known by its name alone."""

    secret: str
    """Letters, digits and `_`; in capitals it is the environment variable that holds the value."""

    def __post_init__(self) -> None:
        if _SECRET.fullmatch(self.secret) is None or _is_reserved(self.environment_name):
            raise _refusal(f"{SECRET_PREFIX}.{self.secret}")

    @property
    def environment_name(self) -> str:
        """The environment variable a locustfile reads it from."""
        return self.secret.upper()


@dataclass(frozen=True, slots=True)
class Host:
    """A place for the address of one of the target's hosts, such as `https://api.shop.test`."""

    host: str

    def __post_init__(self) -> None:
        if _SECRET.fullmatch(self.host) is None:
            raise _refusal(f"{HOST_PREFIX}.{self.host}")


Piece = str | Variable | Secret | Host
Text = str | tuple[Piece, ...]
"""What a request sends: a literal, or literals and variables in order."""


def take_apart(shown: str) -> Text:
    """Return a text as the editor shows it, with its `{{variables}}` as pieces.

    A backslash before the braces makes them mere text; before such a backslash, and before a
    variable, backslashes are doubled. Braces around anything that is no name are mere text, too.

    Raises:
        TemplateError: A secret has a name that means something to the system or to Locust.
    """
    found: list[Piece] = []
    end = 0
    for match in _SHOWN.finditer(shown):
        slashes, name = match[1], match[2]
        found += [shown[end : match.start()], slashes[: len(slashes) // 2]]
        found.append(f"{{{{{name}}}}}" if len(slashes) % 2 else _piece(name))
        end = match.end()
    return joined([*found, shown[end:]])


def put_together(text: Text) -> str:
    """Return a text as the editor shows it; `take_apart` gives it back."""
    return "".join(_shown(*pair) for pair in _with_next(pieces_of(text)))


def marks_in(shown: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each variable of a shown text begins and ends, braces included, and its name."""
    for match in _SHOWN.finditer(shown):
        if len(match[1]) % 2 == 0:
            yield match.end(1), match.end(), match[2]


def pieces_of(text: Text) -> tuple[Piece, ...]:
    """Return the pieces of a text, in order."""
    return (text,) if isinstance(text, str) else text


def joined(pieces: Iterable[Piece]) -> Text:
    """Return pieces as one text: neighbouring literals are one, and a mere literal is a string."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        elif piece != "":
            found.append(piece)
    literals = [piece for piece in found if isinstance(piece, str)]
    return "".join(literals) if len(literals) == len(found) else tuple(found)


def _piece(name: str) -> Piece:
    source, _, rest = name.partition(".")
    match source:
        case "secret" if rest:
            return Secret(rest)
        case "host" if rest:
            return Host(rest)
        case _:
            return Variable(name)


def _shown(piece: Piece, following: Piece) -> str:
    match piece:
        case str():
            escaped = _SHOWN.sub(lambda it: f"{it[1] * 2}\\{{{{{it[2]}}}}}", piece)
            slashes = len(piece) - len(piece.rstrip("\\"))
            return escaped + "\\" * slashes * (not isinstance(following, str))
        case Variable(var=name):
            return f"{{{{{name}}}}}"
        case Secret(secret=name):
            return f"{{{{{SECRET_PREFIX}.{name}}}}}"
        case Host(host=name):
            return f"{{{{{HOST_PREFIX}.{name}}}}}"


def _with_next(pieces: tuple[Piece, ...]) -> Iterator[tuple[Piece, Piece]]:
    return zip(pieces, (*pieces[1:], ""), strict=True)


def _is_reserved(name: str) -> bool:
    return name.startswith(_RESERVED_BEGINNINGS) or name in _RESERVED


def _refusal(name: str) -> TemplateError:
    return TemplateError(
        Phrase("journey", "“{name}” cannot be the name of a variable.").of(name=name[:100]),
        remedy=Phrase(
            "journey", "Use letters, digits and _, and no name that the system itself uses."
        ),
    )


_RESERVED_BEGINNINGS = ("LOCUST", "PYTHON", "LD_", "DYLD_", "GEVENT", "GREEN", "MALLOC")
_RESERVED = {
    *("PATH", "HOME", "SHELL", "USER", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "SYSTEMROOT"),
    *("TMPDIR", "TEMP", "TMP", "LANG", "TZ", "IFS", "PWD", "COMSPEC", "PATHEXT", "WINDIR"),
    *("SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE", "OPENSSL_CONF", "OPENSSL_MODULES"),
    *("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "RES_OPTIONS", "HOSTALIASES"),
    *("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NETRC", "TLS"),
}
"""An engine takes a secret into its environment; these would change what it does itself."""
