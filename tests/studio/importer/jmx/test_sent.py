"""Arguments, texts and files become queries and bodies."""

from studio.importer.carried_over import Outcome
from studio.importer.jmx.reading import Around
from studio.importer.jmx.sampling import request_of
from studio.journey.body import (
    NO_BODY,
    FieldPart,
    FileBody,
    FilePart,
    FormBody,
    JsonBody,
    PartsBody,
    RawBody,
)
from studio.journey.request import QueryField, Request
from studio.journey.template import Secret, Variable
from tests.studio.importer.jmx.plans import (
    Reading,
    arguments,
    part_of,
    props,
    raw,
    reading,
    sampler,
)


def _request(text: str, around: Around | None = None, it: Reading | None = None) -> Request:
    return request_of(part_of(text), around or Around("place"), it or reading())


def _file(path: str, name: str = "") -> str:
    given = props(File__path=path, File__paramname=name, File__mimetype="image/png")
    listed = f'<elementProp name="{path}">{given}</elementProp>'
    inside = f'<collectionProp name="HTTPFileArgs.files">{listed}</collectionProp>'
    return f'<elementProp name="HTTPsampler.Files">{inside}</elementProp>'


def test_arguments_are_the_query_of_a_get() -> None:
    found = _request(sampler("/", arguments(q="a b&c", id="${x}")))
    assert found.query == (QueryField("q", "a%20b%26c"), QueryField("id", (Variable("x"),)))
    assert found.body == NO_BODY


def test_arguments_around_are_sent_unless_a_request_has_its_own() -> None:
    around = Around("place", arguments=(("q", "1"), ("lang", "fr")))
    found = _request(sampler("/", arguments(q="2")), around)
    assert found.query == (QueryField("lang", "fr"), QueryField("q", "2"))


def test_arguments_are_the_form_of_a_post_and_passwords_are_hidden() -> None:
    found = _request(sampler("/", arguments(user="ada", password="hunter2"), method="POST"))  # noqa: S106  # made up
    assert found.body == FormBody((("user", "ada"), ("password", (Secret("password"),))))


def test_a_text_is_sent_as_its_header_says() -> None:
    around = Around("place", headers=(("Content-Type", "application/json"),))
    text = sampler("/", raw('{"id": "${x}"}'), method="POST")
    body = _request(text, around).body
    assert isinstance(body, JsonBody)
    assert [hole.value for hole in body.holes] == [(Variable("x"),)]
    assert _request(text).body == RawBody(('{"id": "', Variable("x"), '"}'), "text/plain")


def test_a_file_is_sent_by_itself_or_as_a_part_and_is_to_be_chosen() -> None:
    it = reading()
    assert _request(sampler("/", _file("/tmp/a.png"), method="PUT"), it=it).body == FileBody(  # noqa: S108  # nothing is there
        "a.png", "image/png"
    )
    found = _request(
        sampler("/", arguments(a="1") + _file("C:\\b.png", "pic"), method="POST"), it=it
    )
    assert found.body == PartsBody(
        (FieldPart("a", "1"), FilePart("pic", "b.png", "b.png", "image/png"))
    )
    assert len(it.notes.noted.of(Outcome.ADAPTED)) == 2
