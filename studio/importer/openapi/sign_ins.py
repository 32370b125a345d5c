"""Security schemes of a description → who sends a request; their values are asked for."""

from dataclasses import dataclass, field

from studio.importer.hiding import Hiding
from studio.importer.openapi.references import References
from studio.importer.tree import Mapping, is_list, items, mapping, text
from studio.journey.auth import NO_AUTH, Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.template import Text


@dataclass(frozen=True, slots=True)
class SignIn:
    """Who sends a request."""

    auth: Auth = NO_AUTH
    headers: tuple[tuple[str, Text], ...] = ()
    """What further schemes add."""

    query: tuple[tuple[str, Text], ...] = ()
    cookies: tuple[tuple[str, Text], ...] = ()

    unknown: tuple[str, ...] = field(default=())
    """Kinds of schemes that journeys do not know."""


NOBODY = SignIn()


def sign_in_of(security: object, references: References, hiding: Hiding) -> SignIn:
    """Return who sends a request by the first alternative that is not empty."""
    if not is_list(security):
        return NOBODY
    alternatives = [mapping(it) for it in items(security)]
    nobody: Mapping = {}
    chosen = next((it for it in alternatives if it), nobody)
    root = references.root
    schemes = mapping(mapping(root.get("components")).get("securitySchemes"))
    schemes = schemes or mapping(root.get("securityDefinitions"))
    found = NOBODY
    for name in chosen:
        found = _with(found, name, references.followed(schemes.get(name)), hiding)
    return found


def _with(found: SignIn, name: str, scheme: Mapping, hiding: Hiding) -> SignIn:
    auth = _auth(name, scheme, hiding)
    secret: Text = (hiding.hide(name, "", name),)
    if auth is None:
        if text(scheme.get("type")) == "apiKey" and scheme.get("in") == "cookie":
            pair = (text(scheme.get("name")), secret)
            return SignIn(found.auth, found.headers, found.query, (*found.cookies, pair))
        kind = text(scheme.get("type")) or name
        return SignIn(found.auth, found.headers, found.query, found.cookies, (*found.unknown, kind))
    if found.auth == NO_AUTH:
        return SignIn(auth, found.headers, found.query, found.cookies, found.unknown)
    if isinstance(auth, KeyAuth):
        pair = (auth.name, auth.value)
        if auth.place is KeyPlace.QUERY:
            return SignIn(found.auth, found.headers, (*found.query, pair), found.cookies)
        return SignIn(found.auth, (*found.headers, pair), found.query, found.cookies)
    return found


def _auth(name: str, scheme: Mapping, hiding: Hiding) -> Auth | None:
    kind, place = text(scheme.get("type")), text(scheme.get("in"))
    how = text(scheme.get("scheme")).lower()
    if kind == "basic" or (kind == "http" and how == "basic"):
        user = (hiding.hide(f"{name} user", "", name),)
        return BasicAuth(user, (hiding.hide(f"{name} password", "", name),))
    if kind in ("oauth2", "openIdConnect") or (kind == "http" and how == "bearer"):
        return BearerAuth((hiding.hide(name, "", name),))
    if kind == "apiKey" and place in ("header", "query"):
        key_place = KeyPlace.QUERY if place == "query" else KeyPlace.HEADER
        return KeyAuth(text(scheme.get("name")), (hiding.hide(name, "", name),), key_place)
    return None
