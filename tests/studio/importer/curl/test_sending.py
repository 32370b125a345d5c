"""What a command of curl sends."""

from studio.importer.curl.options import Operation, operations_of
from studio.importer.curl.sending import Sent, sent_by
from studio.importer.curl.words import Word
from studio.importer.hiding import Hiding
from studio.importer.text_body import FORM
from studio.journey.body import (
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    JsonBody,
    NoBody,
    PartsBody,
    RawBody,
)
from studio.journey.template import Secret


def _sent(*words: str, media_type: str = "") -> Sent:
    (operation,) = operations_of([Word(word) for word in words]) or (Operation(),)
    return sent_by(operation, media_type, Hiding(), "")


def test_data_is_joined_to_a_form() -> None:
    sent = _sent("-d", "a=1&b=%20", "-d", "c=+")
    assert sent.body == FormBody((("a", "1"), ("b", " "), ("c", " ")))
    assert sent.method == "POST"


def test_data_with_a_type_of_json_is_json() -> None:
    assert _sent("-d", '{"a":1}', media_type="application/json").body == JsonBody('{"a":1}')
    assert _sent("-d", "{a", media_type="application/json").body == RawBody(
        "{a", "application/json"
    )
    assert _sent("--json", "[1,", "--json", "2]").body == JsonBody("[1,2]")


def test_data_that_is_no_form_stays_a_text_of_that_type() -> None:
    assert _sent("-d", '{"a":1}').body == RawBody('{"a":1}', FORM)


def test_get_puts_data_into_the_address() -> None:
    sent = _sent("-G", "-d", "a=1", "--data-urlencode", "q=b & c", "--url-query", "d=é")
    assert (sent.method, sent.body) == ("GET", NoBody())
    assert sent.query == "a=1&q=b%20%26%20c&d=%C3%A9"


def test_files_are_named_and_not_read() -> None:
    assert _sent("-d", "@a b.json").body == FileBody("a-b.json", FORM)
    assert _sent("-T", "x/scan.png") == Sent(
        FileBody("scan.png"), files=("x/scan.png",), method="PUT"
    )


def test_forms_have_fields_and_files() -> None:
    sent = _sent("-F", "a=b;type=text/x", "-F", 'f=@"x y.png";filename=z.png;type=image/png')
    assert sent.body == PartsBody(
        (FieldPart("a", "b", "text/x"), FilePart("f", "x-y.png", "z.png", "image/png"))
    )
    assert sent.files == ("x y.png",)
    assert _sent("-F", "f=@a,b").files == ("a", "b")
    assert _sent("--form-string", "f=@a").body == PartsBody((FieldPart("f", "@a"),))
    assert _sent("-F", "password=x1").body == PartsBody(
        (FieldPart("password", (Secret("password"),)),)
    )


def test_raw_data_may_begin_with_an_at() -> None:
    assert _sent("--data-raw", "@a").body == RawBody("@a", FORM)
