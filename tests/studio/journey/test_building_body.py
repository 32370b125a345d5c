"""A recorded body becomes one of its kind, and nothing of it is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.journey.body import (
    NO_BODY,
    Body,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    GraphqlBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.building_body import FORM, body_of


def _keep(name: str, content: bytes) -> str:
    return f"{len(content)}-{name}"


GRAPHQL = '{"operationName": "A", "variables": {"id": 1.10}, "query": "query A { a }"}'


@pytest.mark.parametrize(
    ("data", "kind", "body"),
    [
        (b"", "text/plain", NO_BODY),
        (b"a=1&a=b+c%26&=", FORM, FormBody((("a", "1"), ("a", "b c&"), ("", "")))),
        (b"just words", FORM, RawBody("just words", FORM)),
        (b"a=%FF", FORM, RawBody("a=%FF", FORM)),
        (b'{"a": 1e400}', "application/json", JsonBody('{"a": 1e400}')),
        (b"{]", "application/json", RawBody("{]", "application/json")),
        (b"<a/>", "text/xml", RawBody("<a/>", "text/xml")),
        (b"\xff\x00", "image/png", FileBody("2-body.bin", "image/png")),
        (b"\xff", "", FileBody("1-body.bin")),
        (
            GRAPHQL.encode(),
            "application/json",
            GraphqlBody("query A { a }", '{"id": 1.10}', operation="A"),
        ),
        (
            b'{"query": "shoes"}',
            "application/json; charset=utf-8",
            JsonBody('{"query": "shoes"}'),
        ),
    ],
)
def test_each_kind_is_told(data: bytes, kind: str, body: Body) -> None:
    assert body_of(data, kind, _keep) == body


def test_a_form_with_a_file_is_taken_apart() -> None:
    data = (
        b'--xyz\r\nContent-Disposition: form-data; name="title"\r\n\r\ntwo\r\nlines\r\n'
        b'--xyz\r\nContent-Disposition: form-data; name="f"; filename="a b.png"\r\n'
        b"Content-Type: image/png\r\n\r\n\x89PNG\r\n--xyz--\r\n"
    )
    assert body_of(data, "multipart/form-data; boundary=xyz", _keep) == PartsBody(
        (
            FieldPart("title", "two\r\nlines"),
            FilePart("f", "4-a-b.png", "a b.png", "image/png"),
        )
    )


@given(
    st.binary(max_size=60),
    st.sampled_from((FORM, "application/json", "", "multipart/form-data; boundary=x")),
)
def test_any_bytes_have_a_body(data: bytes, kind: str) -> None:
    assert (body_of(data, kind, _keep) == NO_BODY) == (not data)
