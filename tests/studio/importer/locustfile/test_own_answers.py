"""Files of our own come back to the byte: every take, check, body, trust and row of a table."""

import pytest

from studio.journey.node import CodeBlock
from studio.journey.walk import nodes_of
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.studio.importer.locustfile.reading import one_task, read
from tests.studio.locustfile.request_samples import ATTACHMENTS
from tests.studio.locustfile.samples import TABLES
from tests.studio.locustfile.test_emit import FILES, GOLDEN

COME_BACK = (
    *("talk", "practice", "mixed", "own_next_any_rows", "rows_used_up"),
    *("graphql", "uploads", "every_take", "every_check", "auth", "client_certificate"),
)


@pytest.mark.parametrize("name", COME_BACK)
def test_a_file_comes_back_to_the_byte(name: str) -> None:
    text = (GOLDEN / f"{name}.py").read_text("utf-8")
    journeys = read(text).journeys
    assert not any(isinstance(it, CodeBlock) for journey in journeys for it in nodes_of(journey))
    shares = [share for _, share in FILES[name]]
    counts = {it.id: 5 for it in journeys if "fixed_count = 5" in text}
    plan = plan_journeys(
        list(zip(journeys, shares, strict=True)),
        TABLES,
        attachments=ATTACHMENTS,
        fixed_counts=counts,
    )
    assert emit(plan) == text


@pytest.mark.parametrize(
    "inside",
    [
        "response.success()",
        "found = other(response)",
        "self.x = json_value(response, key)",
        "self.x = json_value(other, 'a')",
        "if not holds(text_of(response), '~', 'x'):\n        fail(response, 'x')",
        "if response.status_code != 200:\n        leave(response)",
        "if response.request_meta['other'] > 3:\n        fail(response, 'x')",
        "self.x = element_value(response, 'a', nth='2')",
    ],
)
def test_what_no_file_of_ours_does_stays_code(inside: str) -> None:
    journey = one_task(f'with self.client.get("/", catch_response=True) as response:\n    {inside}')
    assert any(isinstance(it, CodeBlock) for it in nodes_of(journey))
