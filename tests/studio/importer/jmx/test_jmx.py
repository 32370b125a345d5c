"""Plans of JMeter become journeys; what does not come is said."""

import contextlib
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import Outcome
from studio.importer.detection import importer_of, read_sources
from studio.importer.importer import Format
from studio.importer.jmx.jmx import JMX
from studio.importer.source import Source
from studio.journey.body import RawBody
from studio.journey.journey import Cookies
from studio.journey.template import Variable, pieces_of
from studio.journey.walk import requests_of
from studio.locustfile.check import check
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from studio.progress import CancelledError, Progress
from tests.studio.importer.jmx.plans import (
    DEFAULTS,
    arguments,
    element,
    plan,
    props,
    raw,
    read,
    sampler,
    users,
)
from tests.studio.importer.jmx.test_extractors import EXTRACTORS, json_path, regex

VARIABLES = element("Arguments", "Variables", arguments("Argument", "", size="10"))
COOKIES = element("CookieManager", "Cookies", props(CookieManager__clearEachIteration="true"))
DATA_SET = element("CSVDataSet", "Accounts", props(filename="accounts.csv", variableNames="user"))
TOKEN = json_path("$.token", name="token")
SHOP = plan(
    users(
        COOKIES,
        element("OnceOnlyController", "Start", inner=sampler("/login", inner=TOKEN)),
        element(
            "LoopController",
            "Look around",
            props(LoopController__loops="2"),
            sampler("/items", arguments(size="${size}", t="${token}"), regex('"id":(\\d+)')),
        ),
        element(
            "IfController",
            "If",
            props(IfController__condition='"${x}" == "1"'),
            sampler("/order", raw('{"x": "${x}", "user": "${user}"}'), method="POST"),
        ),
        sampler("/off", is_on=False),
    ),
    users(sampler("http://other.test/", inner="".join(EXTRACTORS)), name="Others"),
    before=DEFAULTS + VARIABLES + DATA_SET,
)
TABLE = Source("accounts.csv", pasted=b"ada\nbob\n")


def test_each_thread_group_is_a_journey_and_variables_are_the_targets() -> None:
    imported = read(SHOP, TABLE)
    shop, others = imported.journeys
    assert (shop.name, others.name) == ("Users", "Others")
    assert [node.name for node in shop.once] == ["Call /login"]
    assert shop.cookies is Cookies.EACH_PASS
    (target,) = imported.targets
    assert target.main_host == "https://shop.test"
    assert dict(target.variables)["size"] == "10"
    assert [table.name for table in imported.data_files] == ["accounts"]
    assert len(next(iter(requests_of(others))).takes) == 1  # one name, the last place


def test_a_column_of_a_table_chosen_beside_stands_where_its_variable_did() -> None:
    body = list(requests_of(read(SHOP, TABLE).journeys[0]))[2].body
    assert isinstance(body, RawBody)
    assert Variable("accounts.user") in pieces_of(body.text)


def test_the_journeys_of_a_plan_are_written_and_checked() -> None:
    imported = read(SHOP)
    written = plan_journeys([(it, 1) for it in imported.journeys], target=imported.targets[0])
    assert "/order" in check(emit(written))


def test_tables_beside_are_read_with_the_plan_alone() -> None:
    source = Source("plan.jmx", pasted=SHOP.encode(), beside=(TABLE,))
    imported = read_sources([source, TABLE], Progress())
    assert len(imported.data_files) == 1


def test_a_group_without_requests_is_said_and_one_that_is_off_comes() -> None:
    off = element("ThreadGroup", "Off", inner=sampler("/"), is_on=False)
    imported = read(plan(users(name="Empty"), off))
    assert [it.name for it in imported.journeys] == ["Off"]
    assert [it.place for it in imported.carried_over.of(Outcome.LEFT_OUT)] == ["Empty"]


def test_what_stands_outside_of_groups_is_a_journey_of_its_own() -> None:
    text = f"<jmeterTestPlan><hashTree>{sampler('/a')}</hashTree></jmeterTestPlan>"
    (journey,) = read(text).journeys
    assert journey.name == "plan"


def test_a_plan_is_known_by_its_beginning() -> None:
    assert importer_of(Source("", pasted=SHOP.encode())).format is Format.JMETER
    assert not JMX.knows("x.xml", "<html><p>jmeterTestPlan</p></html>")


@pytest.mark.parametrize("text", ["<a/>", "<jmeterTestPlan/>", "<jmeterTestPlan", "", "{}"])
def test_what_is_no_plan_is_refused_in_a_sentence(text: str) -> None:
    with pytest.raises(FileFormatError):
        read(text)


def test_a_cancelled_import_ends() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        JMX.read(Source("plan.jmx", pasted=SHOP.encode()), progress)


_KINDS = st.sampled_from(
    [
        *("HTTPSamplerProxy", "ThreadGroup", "LoopController", "IfController", "WhileController"),
        *("RegexExtractor", "JSONPostProcessor", "ResponseAssertion", "SizeAssertion", "a.b"),
        *("ConstantTimer", "GaussianRandomTimer", "Arguments", "CSVDataSet", "HeaderManager"),
        *("ThroughputController", "ForeachController", "OnceOnlyController", "TestAction"),
        *("AuthManager", "ConfigTestElement", "CounterConfig", "UserParameters", "JSR223Timer"),
    ]
)
_NAMES = st.sampled_from(
    [
        *("HTTPSampler__path", "HTTPSampler__domain", "HTTPSampler__port", "HTTPSampler__method"),
        *("RegexExtractor__regex", "RegexExtractor__refname", "IfController__condition"),
        *("WhileController__condition", "LoopController__loops", "ConstantTimer__delay"),
        *("JSONPostProcessor__referenceNames", "JSONPostProcessor__jsonPathExprs", "filename"),
        *("Assertion__test_field", "Assertion__test_type", "ForeachController__inputVal"),
    ]
)
_VALUES = st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x2FF)) | st.sampled_from(
    [
        "${x}",
        "${__P(a,b)}",
        "${${x}}",
        "http://a.test:99999/",
        "//",
        "-1",
        "1e5",
        "Assertion.response_code",
    ]
)


def _element(kind: str, given_: dict[str, str], inside: list[str]) -> str:
    return element(kind, "x", props(**given_), "".join(inside))


_ELEMENTS = st.recursive(
    st.just(""),
    lambda inner: st.builds(
        _element,
        _KINDS,
        st.dictionaries(_NAMES, _VALUES, max_size=4),
        st.lists(inner, max_size=3),
    ),
    max_leaves=12,
)


@given(_ELEMENTS)
def test_whatever_is_in_a_plan_it_is_read_or_refused(inside: str) -> None:
    with contextlib.suppress(StudioError):
        imported = read(plan(users(inside), inside))
        assert len(imported.targets) == 1


def _doubled() -> str:
    names = {f"a{at}": f"${{a{at + 1}}}" * 2 for at in range(60)}
    return element("Arguments", "v", arguments("Argument", "", **names))


@pytest.mark.parametrize(
    "text",
    [
        plan(users(sampler("/${a0}")), before=_doubled()),
        plan(users(sampler("/" + "${__UUID}" * 50_000))),
        plan(users(sampler("/" + "${" * 300_000))),
    ],
    ids=["doubled", "made", "open"],
)
def test_texts_that_grow_are_read_in_time(text: str) -> None:
    begun = time.process_time()
    assert len(read(text).journeys) == 1
    assert time.process_time() - begun < 2
