"""Names and functions in texts become pieces; what is known is put in."""

from studio.importer.carried_over import Outcome
from studio.journey.made import Composed, Uuid
from studio.journey.template import Secret, Variable
from tests.studio.importer.jmx.plans import reading


def test_a_name_is_a_variable_and_a_property_has_its_default() -> None:
    it = reading()
    assert it.expressions.text("/a/${id}/b", "x") == ("/a/", Variable("id"), "/b")
    assert it.expressions.value("${__P(server,a.test)}:${__property(port,,81)}", "x") == "a.test:81"
    assert it.variables.constants["server"] == "a.test"


def test_a_property_with_a_secret_name_is_a_secret() -> None:
    it = reading()
    assert it.expressions.text("${__P(password,hunter2)}", "x") == (Secret("password"),)
    assert [found.value for found in it.hiding.secrets] == ["hunter2"]


def test_what_is_made_up_is_made_up_anew_for_each_place() -> None:
    it = reading()
    first = it.expressions.text("${__UUID}", "x")
    second = it.expressions.text("${__UUID()}", "x")
    assert first != second
    assert [made.how for made in it.variables.made] == [Uuid(), Uuid()]


def test_a_function_within_a_function_is_read_from_the_inside() -> None:
    it = reading()
    it.variables.define("n", "3")
    assert it.expressions.value("${__V(${__P(n,1)})}", "x") == "3"


def test_a_variable_may_be_put_together() -> None:
    it = reading()
    it.variables.define("id", it.expressions.shown("o-${__UUID}", "x"))
    assert it.expressions.text("${id}", "x") == (Variable("id"),)
    assert any(isinstance(made.how, Composed) for made in it.variables.made)


def test_what_nothing_stands_for_stays_and_is_said_once() -> None:
    it = reading()
    code = "a ${__groovy(1 + 1)} ${__groovy(1 + 1)}"
    assert it.expressions.text(code, "x") == code
    assert len(it.notes.noted.of(Outcome.LEFT_OUT)) == 1


def test_only_plain_numbers_are_numbers() -> None:
    it = reading()
    given = ["1.5", " 7 ", "x", "1e9", "9" * 30, "${n}"]
    found = [it.expressions.number(shown, "x") for shown in given]
    assert found == [1.5, 7, None, None, None, None]
