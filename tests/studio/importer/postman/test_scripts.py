"""Scripts of Postman are looked at, never run: common patterns become checks and takes."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.importer.postman.scripts import Constant, MadeUp, Taken, read_script, unquoted
from studio.journey.check import (
    Check,
    ContainsCheck,
    HeaderCheck,
    JsonCheck,
    Operator,
    StatusCheck,
    WithinCheck,
)
from studio.journey.made import Clock, Integer, Uuid
from studio.journey.take import CookiePlace, HeaderPlace, JsonPlace


@pytest.mark.parametrize(
    ("source", "check"),
    [
        ("pm.response.to.have.status(201);", StatusCheck((201,))),
        ('pm.test("x", () => pm.response.to.be.ok);', StatusCheck((), (2,))),
        ("pm.expect(pm.response.code).to.be.oneOf([200, 201]);", StatusCheck((200, 201))),
        ("pm.expect(pm.response.code).to.equal(204);", StatusCheck((204,))),
        ("tests['x'] = responseCode.code === 200;", StatusCheck((200,))),
        ("pm.expect(pm.response.responseTime).to.be.below(200);", WithinCheck(200)),
        ("tests['fast'] = responseTime < 500;", WithinCheck(500)),
        ('pm.expect(pm.response.text()).to.include("a");', ContainsCheck("a")),
        ("tests['x'] = responseBody.has('a');", ContainsCheck("a")),
        ("pm.response.to.have.header('X');", HeaderCheck("X", Operator.MATCHES, ".")),
        ("pm.response.to.have.header('X', 'y');", HeaderCheck("X", Operator.EQUAL, "y")),
        (
            "const json = pm.response.json();\npm.expect(json.a[0]['b-c']).to.eql('x');",
            JsonCheck(("a", 0, "b-c"), Operator.EQUAL, "x"),
        ),
        (
            "var d = JSON.parse(responseBody);\ntests['x'] = d.n === 3;",
            JsonCheck(("n",), Operator.EQUAL, "3"),
        ),
        (
            "pm.expect(pm.response.json().a).to.include('x')",
            JsonCheck(("a",), Operator.CONTAINS, "x"),
        ),
    ],
)
def test_what_is_checked(source: str, check: Check) -> None:
    found = read_script(source)
    assert (found.checks, found.left) == ((check,), ())


@pytest.mark.parametrize(
    ("source", "taken"),
    [
        ('pm.environment.set("t", pm.response.json().a.b);', Taken("t", JsonPlace(("a", "b")))),
        (
            "let r = pm.response.json(); let u = r.user || {}; pm.globals.set('t', u.token);",
            Taken("t", JsonPlace(("user", "token"))),
        ),
        (
            "const { id: other } = pm.response.json();\npm.variables.set('t', other)",
            Taken("t", JsonPlace(("id",))),
        ),
        (
            "postman.setEnvironmentVariable('t', JSON.parse(responseBody).x.toString());",
            Taken("t", JsonPlace(("x",))),
        ),
        (
            "pm.collectionVariables.set('t', pm.response.headers.get('X-Id'));",
            Taken("t", HeaderPlace("X-Id")),
        ),
        ("pm.globals.set('t', pm.cookies.get('sid'));", Taken("t", CookiePlace("sid"))),
        (
            "if (ok) { pm.globals.set('t', pm.response.json().x); }",
            Taken("t", JsonPlace(("x",)), is_certain=False),
        ),
        ("pm.globals.set('t', 'a b');", Constant("t", "a b")),
        ("pm.globals.set('t', 3);", Constant("t", "3")),
        ("pm.globals.set('t', Date.now());", MadeUp("t", Clock())),
        ("pm.globals.set('t', Math.floor(Math.random() * 10));", MadeUp("t", Integer(0, 9))),
        ("pm.globals.set('t', pm.variables.replaceIn('{{$guid}}'));", MadeUp("t", Uuid())),
    ],
)
def test_what_is_set(source: str, taken: Taken | Constant | MadeUp) -> None:
    found = read_script(source)
    assert (found.sets, found.left) == ((taken,), ())


def test_a_check_under_a_condition_is_none() -> None:
    found = read_script("if (json.n === 0) {\n  tests['a'] = pm.response.json().a === 1;\n}")
    assert found.checks == ()
    assert found.left == ("tests['a'] = pm.response.json().a === 1;",)


def test_a_flag_that_is_told_later_is_understood() -> None:
    found = read_script("var ok = responseCode.code === 200;\ntests['x'] = ok;")
    assert (found.checks, found.left) == ((StatusCheck((200,)),), ())


def test_what_is_not_understood_is_told_line_by_line() -> None:
    found = read_script("// pm.x\npm.sendRequest('http://a');\npostman.setNextRequest('b');\nx();")
    assert found.left == ("pm.sendRequest('http://a');",)
    assert found.jumps == ("postman.setNextRequest('b')",)


def test_scripts_can_be_added() -> None:
    one, two = read_script("pm.response.to.have.status(200)"), read_script("pm.x()")
    assert (one + two).checks == one.checks
    assert (one + two).left == two.left


def test_literals_are_unquoted() -> None:
    assert [unquoted(it) for it in ("'a\\'b'", '"\\n"', "3")] == ["a'b", "\n", "3"]


@given(
    st.lists(
        st.sampled_from(
            [
                "pm.",
                "expect(",
                ").to.",
                "tests[",
                "] = ",
                "{",
                "}",
                "'",
                '"',
                "`",
                "\\",
                "\n",
                "if (",
            ]
        )
        | st.text(max_size=5)
    ).map("".join)
)
def test_any_script_is_looked_at(source: str) -> None:
    assert read_script(source) is not None


@pytest.mark.parametrize("part", ["pm.", "a.b", "[0]", "tests[", "'", "{", "a = ", "||", "x."])
def test_no_script_takes_long(part: str) -> None:
    begun = time.process_time()
    assert read_script(part * 20_000) is not None
    assert time.process_time() - begun < 3
