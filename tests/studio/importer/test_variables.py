"""Each name in a file of another tool stands for one thing in a journey."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.hiding import Hiding
from studio.importer.variables import Variables
from studio.journey.made import Clock, Composed, Made, Uuid
from studio.journey.template import Secret, Variable
from tests.strategies import texts


@pytest.fixture
def variables() -> Variables:
    return Variables(Hiding())


def test_constants_are_variables_of_the_target(variables: Variables) -> None:
    variables.define("lang", "fr")
    variables.define("page", "{{lang}}/home")
    assert variables.text("/{{page}}") == ("/", Variable("page"))
    assert variables.constants == {"lang": "fr", "page": "fr/home"}


def test_secrets_are_hidden_and_asked_for() -> None:
    hiding = Hiding()
    variables = Variables(hiding)
    variables.define("password", "x1")
    variables.define("code", "y2", is_secret=True)
    assert variables.piece("password") == Secret("password")
    assert variables.piece("code") == Secret("code")
    assert variables.piece("api_key") == Secret("api_key")
    assert {it.value for it in hiding.secrets} == {"x1", "y2"}
    assert variables.constants == {}
    assert variables.unknown == ("api_key",)


def test_unknown_names_stand_for_nothing_and_are_told(variables: Variables) -> None:
    assert variables.piece("Mail-Address") == Variable("Mail_Address")
    assert (variables.unknown, variables.constants) == (("Mail-Address",), {"Mail_Address": ""})
    assert not variables.is_defined("Mail-Address")


def test_what_is_taken_is_no_constant(variables: Variables) -> None:
    variables.define("id", "1")
    assert variables.take("id") == "id"
    assert variables.piece("id") == Variable("id")
    assert variables.constants == {}


def test_dynamic_names_are_made_up_once_a_request(variables: Variables) -> None:
    first = variables.piece("$guid")
    assert variables.piece("$guid") == first
    variables.next_request()
    assert variables.piece("$guid") != first
    variables.piece("$randomCity")
    assert [it.how for it in variables.made[:2]] == [Uuid(), Uuid()]
    assert variables.alike == ("$randomCity",)


def test_constants_with_what_is_made_up_are_composed(variables: Variables) -> None:
    variables.define("name", "user-{{$timestamp}}-{{name}}")
    variables.piece("name")
    made = {it.name: it.how for it in variables.made}
    assert isinstance(made["name"], Composed)
    assert "name" not in variables.constants


def test_columns_of_tables_come_first(variables: Variables) -> None:
    variables.define("user", "a")
    variables.columns("accounts", ("user",))
    assert variables.piece("user") == Variable("accounts.user")


def test_scripts_may_make_up_a_name(variables: Variables) -> None:
    variables.make("now", Clock())
    assert variables.made == (Made("now", Clock()),)
    variables.define_new("now", "1")
    assert variables.constants == {}


@given(st.lists(texts))
def test_names_of_ours_are_never_alike(names: list[str]) -> None:
    variables = Variables(Hiding())
    found = {name: variables.variable_name(name) for name in names}
    assert len(set(found.values())) == len(found)
    assert all(Variable(name) for name in found.values())


@given(texts, texts)
def test_values_that_name_themselves_end(one: str, other: str) -> None:
    variables = Variables(Hiding())
    variables.define("a", one + "{{b}}")
    variables.define("b", other + "{{a}}")
    assert variables.expanded("{{a}}{{b}}")
    assert variables.text("{{a}}{{b}}")
    assert variables.constants is not None
