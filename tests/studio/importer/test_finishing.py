"""At the end hosts are named, and what nobody knows is said."""

from studio.importer.carried_over import CarryingOver, Outcome
from studio.importer.finishing import environment_target, finish, note_unknown
from studio.importer.hiding import Hiding
from studio.importer.hosts import UNKNOWN_ADDRESS
from studio.importer.variables import Variables
from studio.journey.journey import Journey
from studio.journey.node import Step
from studio.journey.request import Request
from studio.journey.walk import requests_of


def _journey(*origins: str) -> Journey:
    requests = tuple(Request(f"r{it}", "GET", "/", host=it) for it in origins)
    return Journey("J1", "x", (Step("n1", "x", requests),))


def test_hosts_get_names_and_a_target() -> None:
    notes, variables = CarryingOver(), Variables(Hiding())
    variables.define("lang", "fr")
    found = finish(
        [_journey("http://a.test", "{{api}}", "http://a.test")], "Shop", variables, notes
    )
    assert [it.host for it in requests_of(found.journeys[0])] == [None, "api", None]
    (target,) = found.targets
    assert target.hosts == (("main", "http://a.test"), ("api", UNKNOWN_ADDRESS))
    assert target.variables == (("lang", "fr"),)
    assert [str(it.what) for it in notes.noted.of(Outcome.ADAPTED)] == ["Address {{api}}"]


def test_an_environment_alone_has_its_first_address() -> None:
    variables = Variables(Hiding())
    variables.define("x", "y")
    variables.define("base", "https://a.test/v1")
    (target,) = finish((), "Staging", variables, CarryingOver()).targets
    assert target.hosts == (("main", "https://a.test"),)


def test_unknown_variables_are_told() -> None:
    notes, variables = CarryingOver(), Variables(Hiding())
    for name in ("mail", "password", "$randomCity"):
        variables.piece(name)
    note_unknown(variables, notes, "x")
    reasons = [str(it.reason) for it in notes.noted.entries]
    assert ["fill it in" in reasons[0], "a run asks" in reasons[1], "like way" in reasons[2]] == [
        True
    ] * 3


def test_an_environment_is_a_target_and_its_secrets_are_hidden() -> None:
    hiding = Hiding()
    values = [{"key": "url", "value": "https://a.test"}, {"key": "password", "value": "x1"}]
    target = environment_target("Live", values, hiding, CarryingOver())
    assert (target.name, target.main_host) == ("Live", "https://a.test")
    assert target.variables == (("url", "https://a.test"),)
    assert [it.value for it in hiding.secrets] == ["x1"]
