"""A journey survives being written, and nothing else is taken for one."""

import json

import pytest
from hypothesis import given

from studio.errors import FileFormatError
from studio.journey.document import read_document, read_whole_document, write_document
from studio.journey.journey import Journey
from studio.journey.sample import PRACTICE, TALK
from studio.journey.walk import requests_of
from tests.strategies import DATA_FILES, journeys

BEFORE_VARIABLES = """{
  "format": "swarmbook-journey",
  "version": 1,
  "journeys": [
    {
      "id": "J1",
      "name": "{{x}}",
      "again": [
        {
          "kind": "step",
          "id": "n2",
          "name": "index",
          "requests": [
            {
              "id": "r2",
              "method": "GET",
              "path": "/{{x}}"
            }
          ]
        }
      ],
      "once": [
        {
          "kind": "step",
          "id": "n1",
          "name": "Sign in",
          "requests": [
            {
              "id": "r1",
              "method": "POST",
              "path": "/login",
              "body": {
                "kind": "form",
                "fields": [
                  [
                    "username",
                    "test_user"
                  ]
                ]
              }
            }
          ]
        }
      ]
    }
  ]
}
"""


@given(journeys)
def test_a_journey_comes_back_as_it_was_written(journey: Journey) -> None:
    assert read_document(write_document([journey])) == (journey,)


def test_equal_journeys_are_equal_bytes() -> None:
    text = write_document([TALK, PRACTICE])
    assert write_document(read_document(text)) == text


def test_what_has_its_default_is_not_written() -> None:
    (written,) = json.loads(write_document([PRACTICE]))["journeys"]
    assert "client" not in written
    assert "headers" not in written


def test_a_document_from_before_there_were_variables_is_read_and_written_the_same() -> None:
    read = read_document(BEFORE_VARIABLES)
    assert next(requests_of(read[0])).path == "/login"
    assert read_document(write_document(read)) == read


def test_a_document_holds_the_data_files_its_journeys_use() -> None:
    whole = read_whole_document(write_document([TALK], DATA_FILES))
    assert (whole.journeys, whole.data_files) == ((TALK,), DATA_FILES)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "[" * 100_000,
        write_document([TALK]).replace('"version": 2', '"version": 3'),
        write_document([TALK]).replace('"GET"', "7"),
        write_document([TALK]).replace('"weighted"', '"sideways"'),
        write_document([TALK]).replace('"low_s": 5.0', '"low_s": "5"'),
    ],
    ids=["empty", "list", "object", "deep", "newer", "method", "order", "seconds"],
)
def test_what_is_no_journey_is_refused(text: str) -> None:
    with pytest.raises(FileFormatError):
        read_document(text)
