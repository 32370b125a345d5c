"""Who sends a request of Postman, by all its kinds of sign-in."""

from collections.abc import Callable

from studio.importer.postman.parts import Reading
from studio.importer.tree import Mapping, is_list, mapping, mappings, text
from studio.journey.auth import NO_AUTH, Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.template import Text
from studio.phrase import Phrase


def auth_in(value: object, reading: Reading) -> Auth | None:
    """Return who sends a request; None: whoever sends those around it."""
    auth = mapping(value)
    kind = text(auth.get("type"))
    if not auth or kind in ("", "inherit"):
        return None
    given = _credentials(auth, kind)

    def secret(name: str, key: str) -> Text:
        return reading.hiding.field(name, reading.variables.text(given.get(key, "")), reading.place)

    if kind == "basic":
        user = reading.variables.text(given.get("username", ""))
        return BasicAuth(user, secret("password", "password"))
    if kind == "apikey":
        place = KeyPlace.QUERY if given.get("in") == "query" else KeyPlace.HEADER
        return KeyAuth(given.get("key") or "X-Api-Key", secret("api key", "value"), place)
    if kind in ("bearer", "oauth2"):
        return _bearer(kind, given, secret, reading)
    return _other(kind, reading)


def _bearer(
    kind: str, given: dict[str, str], secret: Callable[[str, str], Text], reading: Reading
) -> Auth:
    if kind == "bearer":
        return BearerAuth(secret("token", "token"))
    reading.notes.adapted(
        reading.place,
        Phrase("importer", "Sign-in with OAuth 2"),
        Phrase("importer", "Its token is sent; getting one is not brought over."),
    )
    if given.get("accessToken"):
        return BearerAuth(secret("token", "accessToken"))
    return BearerAuth((reading.hiding.hide("access token", "", reading.place),))


def _other(kind: str, reading: Reading) -> Auth | None:
    if kind in ("noauth", "none"):
        return NO_AUTH
    reading.notes.left_out(
        reading.place,
        Phrase("importer", "Sign-in of the kind {kind}").of(kind=kind[:40]),
        Phrase("importer", "Journeys know basic, bearer and API key."),
    )
    return None


def _credentials(auth: Mapping, kind: str) -> dict[str, str]:
    """Return the attributes of a sign-in: a list in 2.1, a mapping in 2.0, `credentials` in 3."""
    given = auth.get(kind) if kind in auth else auth.get("credentials")
    if is_list(given):
        return {text(it.get("key")): text(it.get("value")) for it in mappings(given)}
    return {name: text(value) for name, value in mapping(given).items()}
