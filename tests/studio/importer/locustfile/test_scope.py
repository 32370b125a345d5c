"""Names of variables are given once."""

import ast

from studio.importer.locustfile.scope import Numbers, Scope, attribute_of_self
from studio.journey.made import Uuid


def test_each_made_variable_has_a_name_of_its_own() -> None:
    scope = Scope({}, {}, Numbers(), locals={"uuid"})
    assert [scope.make(Uuid(), "uuid"), scope.make(Uuid(), "uuid")] == ["uuid_2", "uuid_3"]


def test_ids_are_never_used_again() -> None:
    numbers = Numbers()
    assert [numbers.node(), numbers.node(), numbers.request()] == ["n1", "n2", "r1"]


def test_an_attribute_may_be_the_users_or_its_parents() -> None:
    for source in ("self.x", "self.user.x", "self.parent.x"):
        assert attribute_of_self(ast.parse(source, mode="eval").body) == "x"
    assert attribute_of_self(ast.parse("other.x", mode="eval").body) is None
