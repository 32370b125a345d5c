"""Security schemes become sign-ins whose values are asked for."""

import pytest

from studio.importer.hiding import Hiding
from studio.importer.openapi.references import References
from studio.importer.openapi.sign_ins import NOBODY, SignIn, sign_in_of
from studio.journey.auth import BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.template import Secret

SCHEMES = {
    "login": {"type": "http", "scheme": "Basic"},
    "old": {"type": "basic"},
    "jwt": {"type": "http", "scheme": "bearer"},
    "sso": {"type": "oauth2"},
    "key": {"type": "apiKey", "in": "query", "name": "k"},
    "app": {"type": "apiKey", "in": "header", "name": "X-App"},
    "sid": {"type": "apiKey", "in": "cookie", "name": "SID"},
    "tls": {"type": "mutualTLS"},
}


def _sign_in(*names: str) -> SignIn:
    references = References({"components": {"securitySchemes": SCHEMES}})
    return sign_in_of([{}, dict.fromkeys(names, ())], references, Hiding())


@pytest.mark.parametrize(
    ("name", "sign_in"),
    [
        ("login", SignIn(BasicAuth((Secret("login_user"),), (Secret("login_password"),)))),
        ("old", SignIn(BasicAuth((Secret("old_user"),), (Secret("old_password"),)))),
        ("jwt", SignIn(BearerAuth((Secret("jwt"),)))),
        ("sso", SignIn(BearerAuth((Secret("sso"),)))),
        ("key", SignIn(KeyAuth("k", (Secret("key"),), KeyPlace.QUERY))),
        ("sid", SignIn(cookies=(("SID", (Secret("sid"),)),))),
        ("tls", SignIn(unknown=("mutualTLS",))),
        ("no", SignIn(unknown=("no",))),
    ],
)
def test_schemes(name: str, sign_in: SignIn) -> None:
    assert _sign_in(name) == sign_in


def test_several_at_once_go_together() -> None:
    found = _sign_in("jwt", "app", "key")
    assert found.auth == BearerAuth((Secret("jwt"),))
    assert found.headers == (("X-App", (Secret("app"),)),)
    assert found.query == (("k", (Secret("key"),)),)


def test_nobody_signs_in_where_nothing_is_said() -> None:
    assert sign_in_of(None, References({}), Hiding()) == NOBODY
    assert sign_in_of([], References({}), Hiding()) == NOBODY
