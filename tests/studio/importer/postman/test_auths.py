"""Who sends a request of Postman."""

import pytest

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.hiding import Hiding
from studio.importer.postman.auths import auth_in
from studio.importer.postman.parts import Reading
from studio.importer.variables import Variables
from studio.journey.auth import NO_AUTH, Auth, BasicAuth, BearerAuth, KeyAuth, KeyPlace
from studio.journey.template import Secret, Variable


def reading() -> Reading:
    hiding = Hiding()
    variables = Variables(hiding)
    variables.take("t")
    return Reading(variables, hiding, CarryingOver(), "x")


@pytest.mark.parametrize(
    ("tree", "auth"),
    [
        (None, None),
        ({"type": "inherit"}, None),
        ({"type": "noauth"}, NO_AUTH),
        (
            {"type": "basic", "basic": {"username": "a", "password": "b"}},
            BasicAuth("a", (Secret("password"),)),
        ),
        (
            {"type": "bearer", "bearer": [{"key": "token", "value": "{{t}}"}]},
            BearerAuth((Variable("t"),)),
        ),
        (
            {"type": "apikey", "credentials": {"key": "k", "value": "v1", "in": "query"}},
            KeyAuth("k", (Secret("api_key"),), KeyPlace.QUERY),
        ),
        ({"type": "oauth2", "oauth2": []}, BearerAuth((Secret("access_token"),))),
        ({"type": "hawk", "hawk": []}, None),
    ],
)
def test_sign_ins(tree: object, auth: Auth | None) -> None:
    assert auth_in(tree, reading()) == auth


def test_what_is_not_brought_over_is_said() -> None:
    with_notes = reading()
    auth_in({"type": "hawk"}, with_notes)
    auth_in({"type": "oauth2"}, with_notes)
    noted = with_notes.notes.noted
    assert len(noted.of(Outcome.LEFT_OUT)) == len(noted.of(Outcome.ADAPTED)) == 1
