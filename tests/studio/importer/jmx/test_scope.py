"""What stands beside requests gives them headers, defaults, sign-ins and more."""

from studio.importer.carried_over import Outcome
from studio.importer.jmx.parts import Part
from studio.importer.jmx.reading import Around
from studio.importer.jmx.scope import MOST_IN_SCOPE, is_config, with_config
from studio.journey.auth import BasicAuth
from studio.journey.made import Counter, Integer
from studio.journey.template import Secret
from tests.studio.importer.jmx.plans import DEFAULTS, Reading, element, part_of, props, reading


def headers(*, is_on: bool = True, **given: str) -> str:
    """Return a header manager."""
    listed = "".join(
        f'<elementProp name="">{props(Header__name=name, Header__value=value)}</elementProp>'
        for name, value in given.items()
    )
    inside = f'<collectionProp name="HeaderManager.headers">{listed}</collectionProp>'
    return element("HeaderManager", "Headers", inside, is_on=is_on)


def sign_in(mechanism: str) -> str:
    """Return an authorization manager."""
    given = props(
        Authorization__username="ada",
        Authorization__password="hunter2",  # noqa: S106  # made up
        Authorization__mechanism=mechanism,
    )
    inside = f'<elementProp name="">{given}</elementProp>'
    inside = f'<collectionProp name="AuthManager.auth_list">{inside}</collectionProp>'
    return element("AuthManager", "Sign in", inside)


def _around(*texts: str, it: Reading | None = None) -> Around:
    parts: list[Part] = [part_of(text) for text in texts]
    assert all(map(is_config, parts))
    return with_config(parts, Around("place"), it or reading())


def test_the_nearest_header_and_the_nearest_default_hold() -> None:
    found = _around(headers(Accept="a", Lang="fr"), headers(accept="b"), DEFAULTS)
    assert found.headers == (("accept", "b"), ("Lang", "fr"))
    assert dict(found.defaults)["HTTPSampler.domain"] == "shop.test"


def test_what_is_off_gives_nothing_and_is_said() -> None:
    it = reading()
    assert _around(headers(is_on=False, Accept="a"), it=it).headers == ()
    assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_basic_comes_and_other_ways_to_sign_in_are_said() -> None:
    it = reading()
    assert _around(sign_in("BASIC"), it=it).auth == BasicAuth("ada", (Secret("password"),))
    assert _around(sign_in("KERBEROS"), it=it).auth is None
    assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_pauses_add_up() -> None:
    timer = element("ConstantTimer", "t", props(ConstantTimer__delay="200"))
    assert _around(timer, timer).pause_ms == (400, 400)


def test_counters_and_random_variables_are_made_up() -> None:
    it = reading()
    _around(
        element("CounterConfig", "c", props(CounterConfig__name="n", CounterConfig__start="5")),
        element(
            "RandomVariableConfig",
            "r",
            props(variableName="m", minimumValue="1", maximumValue="9"),
        ),
        it=it,
    )
    assert [made.how for made in it.variables.made] == [Counter(5), Integer(1, 9)]


def test_code_is_kept_for_a_note_and_said() -> None:
    it = reading()
    found = _around(
        element("JSR223PreProcessor", "Sign", props(script="vars.put('a', 'b')")), it=it
    )
    assert found.notes == ("Sign\nvars.put('a', 'b')",)
    assert it.notes.noted.of(Outcome.LEFT_OUT)


def test_of_users_parameters_the_first_ones_hold() -> None:
    it = reading()
    row = f'<collectionProp name="1">{props(a="ada")}</collectionProp>'
    _around(
        element(
            "UserParameters",
            "u",
            f'<collectionProp name="UserParameters.names">{props(a="name")}</collectionProp>'
            f'<collectionProp name="UserParameters.thread_values">{row}</collectionProp>',
        ),
        it=it,
    )
    assert it.variables.constants == {"name": "ada"}


def test_no_request_gets_more_than_it_can_bear() -> None:
    given = {f"X-{at}": "1" for at in range(1_000)}
    assert len(_around(headers(is_on=True, **given)).headers) == MOST_IN_SCOPE
