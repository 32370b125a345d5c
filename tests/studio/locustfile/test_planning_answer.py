"""The status is looked at first, and values are taken last."""

from studio.journey.check import ContainsCheck, StatusCheck
from studio.journey.journey import Client
from studio.journey.request import Request
from studio.journey.take import FieldPlace, Take
from studio.locustfile.planning_answer import plan_answer
from studio.locustfile.planning_text import Names
from studio.locustfile.statement import lay_out_all

NAMES = Names({}, {}, {}, {"x": "x"})


def test_an_answer_is_judged_before_anything_is_taken() -> None:
    request = Request(
        "r",
        "GET",
        "/",
        takes=(Take("x", FieldPlace("a")),),
        checks=(ContainsCheck("b"), StatusCheck((404,))),
    )
    statements, uses = plan_answer(request, NAMES, Client.FAST)
    lines = list(lay_out_all(statements, 0))
    assert [it for it in lines if not it.startswith(" ")] == [
        "if response.status_code != 404:",
        "response.success()",
        'response.request_meta["exception"] = None',
        'if "b" not in text_of(response):',
        'x = form_value(response, "a")',
    ]
    assert uses == {"fail", "text_of", "form_value"}


def test_nothing_is_done_with_an_answer_of_which_nothing_is_wanted() -> None:
    empty = Request("r", "GET", "/", checks=(StatusCheck(),))
    assert plan_answer(empty, NAMES, Client.HTTP) == ((), frozenset())
