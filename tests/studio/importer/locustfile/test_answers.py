"""What is done with an answer becomes takes and checks."""

import pytest

from studio.journey.check import (
    AbsentCheck,
    Check,
    ContainsCheck,
    JsonCheck,
    OnFailure,
    Operator,
    StatusCheck,
    WithinCheck,
)
from studio.journey.node import CodeBlock, Step
from studio.journey.take import HeaderPlace, JsonPlace, Take
from studio.journey.walk import requests_of
from tests.studio.importer.locustfile.reading import one_task

GO_ON = OnFailure.GO_ON


@pytest.mark.parametrize(
    ("inside", "check"),
    [
        ('if r.status_code != 200:\n        r.failure("x")', StatusCheck((200,), (), GO_ON)),
        ('if r.status_code not in (200, 404):\n        fail(r, "x")', StatusCheck((200, 404))),
        ('if "a" not in r.text:\n        r.failure("x")', ContainsCheck("a", GO_ON)),
        ('if "a" in (r.text or ""):\n        r.failure("x")', AbsentCheck("a", GO_ON)),
        (
            'if r.elapsed.total_seconds() > 0.5:\n        r.failure("slow")',
            WithinCheck(500.0, GO_ON),
        ),
        (
            'if r.json()["a"] != 3:\n        r.failure("x")',
            JsonCheck(("a",), Operator.EQUAL, "3", GO_ON),
        ),
        (
            'if r.status_code == 200:\n        r.success()\n    else:\n        r.failure("x")',
            StatusCheck((200,), (), GO_ON),
        ),
        (
            'if r.status_code != 200:\n        r.failure("x")\n        raise StopUser()',
            StatusCheck((200,), (), OnFailure.STOP_USER),
        ),
    ],
)
def test_each_check_is_known(inside: str, check: Check) -> None:
    journey = one_task(f'with self.client.get("/", catch_response=True) as r:\n    {inside}')
    (request,) = requests_of(journey)
    assert request.checks == (check,)


def test_values_are_taken_and_used() -> None:
    journey = one_task(
        """
        with self.client.post("/login", catch_response=True) as r:
            self.token = r.json()["items"][0]["id"]
        r = self.client.get("/a")
        self.etag = r.headers["ETag"]
        self.client.get(f"/b/{self.token}", headers={"If-Match": self.etag})
        """
    )
    first, second, third = requests_of(journey)
    assert first.takes == (Take("token", JsonPlace(("items", 0, "id"))),)
    assert second.takes == (Take("etag", HeaderPlace("ETag")),)
    assert third.headers[0][0] == "If-Match"


@pytest.mark.parametrize(
    "inside", ["r.success()", "print(r)", "if r.ok:\n        r.success()", "x = r.json()[i]"]
)
def test_anything_else_stays_code(inside: str) -> None:
    journey = one_task(f'with self.client.get("/", catch_response=True) as r:\n    {inside}')
    (node,) = journey.again
    assert isinstance(node, CodeBlock)
    assert node.text.startswith("with self.client.get(")


def test_a_response_that_code_looks_at_keeps_the_whole_method_code() -> None:
    journey = one_task('r = self.client.get("/")\nself.client.get("/b")\nprint(r.text)')
    (node,) = journey.again
    assert isinstance(node, CodeBlock)
    assert node.text.count("\n") == 2
    assert isinstance(one_task('self.client.get("/")').again[0], Step)
