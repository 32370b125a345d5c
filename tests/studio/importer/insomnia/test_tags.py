"""Templates of Insomnia become placeholders, or stay and are told."""

import base64

import pytest
from hypothesis import given

from studio.importer.insomnia.tags import Tags
from studio.importer.postman.scripts import Taken, read_script
from studio.journey.take import HeaderPlace, JsonPlace
from tests.strategies import texts


def _packed(path: str) -> str:
    return f"b64::{base64.b64encode(path.encode()).decode()}::46b"


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("{{ _.base_url }}/x", "{{base_url}}/x"),
        ("{{ base_url }}", "{{base_url}}"),
        ("{{ _['a-b'] }}", "{{a-b}}"),
        ("{{ _.a | lower }}", "{{a}}"),
        ("{% uuid 'v4' %}", "{{$guid}}"),
        ("{% now 'millis', '' %}", "{{$timestampMs}}"),
        ("{% now 'iso-8601' %}", "{{$isoTimestamp}}"),
        ("{% faker 'randomFirstName' %}", "{{$randomFirstName}}"),
        ("{% prompt 'User', 'x' %}", "{{User}}"),
        ("{% hash 'md5' %}", "{% hash 'md5' %}"),
        ("no template", "no template"),
    ],
)
def test_templates(text: str, read: str) -> None:
    assert Tags().read(text) == read


def test_what_an_answer_gives_is_taken_by_a_script() -> None:
    tags = Tags()
    text = tags.read(f"{{% response 'body', 'req_1', '{_packed('$.data[0].id')}', 'never', 60 %}}")
    assert text == "{{taken_0_id_req1}}"
    (line,) = tags.takes["req_1"].values()
    assert read_script(line).sets == (Taken("taken_0_id_req1", JsonPlace(("data", 0, "id"))),)
    tags.read("{% response 'header', 'req_1', 'X-Id' %}")
    assert read_script(list(tags.takes["req_1"].values())[1]).sets[0] == Taken(
        "taken_X_Id_req1", HeaderPlace("X-Id")
    )


@pytest.mark.parametrize(
    "tag",
    ["{% response %}", "{% response 'raw', 'r', '' %}", "{% response 'body', 'r', '/xml' %}"],
)
def test_what_cannot_be_taken_stays_and_is_told(tag: str) -> None:
    tags = Tags()
    assert tags.read(tag) == tag
    assert list(tags.left) == [tag]


@given(texts)
def test_any_text_is_read(text: str) -> None:
    assert Tags().read("{%" + text + "%}{{" + text) is not None
