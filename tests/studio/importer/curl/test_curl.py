"""Commands of curl become what curl would send: the truth of the fixtures holds."""

import json
import re
import time
from typing import Any, cast
from urllib.parse import unquote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studio.errors import FileFormatError, StudioError
from studio.importer.carried_over import Outcome
from studio.importer.curl.curl import CURL, read_curl, read_steps
from studio.importer.imported import Imported
from studio.importer.source import Source
from studio.journey.auth import BasicAuth
from studio.journey.body import FieldPart, FileBody, FormBody, JsonBody, PartsBody, RawBody
from studio.journey.request import Request
from studio.journey.template import Secret, Text, pieces_of
from studio.journey.walk import requests_of
from studio.progress import CancelledError, Progress
from tests.fixtures import fixture_path
from tests.strategies import HOSTILE

Expected = dict[str, Any]


def _read(text: str) -> Imported:
    return read_curl(Source("", pasted=text.encode("utf-8", "surrogatepass")), Progress())


def _plain(text: Text, imported: Imported) -> str:
    values = {it.name: it.value for it in imported.secrets}
    return "".join(
        it if isinstance(it, str) else values[cast("Secret", it).secret] for it in pieces_of(text)
    )


def _address(request: Request, imported: Imported) -> str:
    host = dict(imported.targets[0].hosts)[request.host or "main"]
    fields = [f"{it.name}={_plain(it.value, imported)}" for it in request.query]
    return host + _plain(request.path, imported) + ("?" if fields else "") + "&".join(fields)


def _body(request: Request, imported: Imported) -> Expected:
    match request.body:
        case FormBody(fields):
            return {"form": [[name, _plain(text, imported)] for name, text in fields]}
        case JsonBody(text):
            return {"json": json.loads(text)}
        case RawBody(text):
            return {"text": _plain(text, imported)}
        case FileBody(file):
            return {"file": file}
        case PartsBody(parts):
            return {"parts": [_part(part, imported) for part in parts]}
        case _:
            return {}


def _part(part: object, imported: Imported) -> list[object]:
    if isinstance(part, FieldPart):
        text = _plain(part.text, imported)
        return [part.name, {"text": text, "type": part.type} if part.type else text]
    file: Any = part
    return [file.name, {"file": file.file, "type": file.type}]


def _hold(request: Request, wanted: Expected, imported: Imported) -> None:
    assert request.method == wanted["method"]
    if "query" in wanted:
        query = [[unquote_plus(it.name), unquote_plus(str(it.value))] for it in request.query]
        assert query == wanted["query"]
        assert _address(request, imported).startswith(wanted["url"])
    else:
        assert _address(request, imported) == wanted["url"]
    headers = {name: _plain(text, imported) for name, text in request.headers}
    cookies = {
        pair.split("=")[0]: pair.split("=")[1]
        for name in list(headers)
        if name.lower() == "cookie"
        for pair in headers.pop(name).split("; ")
    }
    assert cookies == wanted.get("cookies", {})
    assert headers == wanted.get("headers", {})
    kinds = ("form", "json", "text", "file", "parts")
    assert _body(request, imported) == {kind: wanted[kind] for kind in kinds if kind in wanted}
    if "auth" in wanted:
        assert request.auth == BasicAuth(wanted["auth"]["user"], (Secret("password"),))
    assert request.follow_redirects == wanted.get("follow_redirects")


def _commands() -> list[tuple[str, str]]:
    text = fixture_path("curl/commands.txt").read_text()
    parts = [part.partition("\n") for part in re.split(r"^### ", text, flags=re.MULTILINE)[1:]]
    return [(head[:2], body) for head, _, body in parts]


def test_the_truth_of_the_fixtures_holds() -> None:
    truth = json.loads(fixture_path("curl/expected.json").read_text())
    for number, text in _commands():
        if "refused" in truth[number]:
            with pytest.raises(FileFormatError) as refusal:
                _read(text)
            said = f"{refusal.value} {refusal.value.remedy}"
            assert said == truth[number]["refused"]
            continue
        imported = _read(text)
        requests = [it for journey in imported.journeys for it in requests_of(journey)]
        assert len(requests) == len(truth[number])
        noted = "\n".join(f"{it.what} {it.reason}" for it in imported.carried_over.entries)
        for request, wanted in zip(requests, truth[number], strict=True):
            _hold(request, wanted, imported)
            for kind in ("asks", "warned", "dropped", "unset"):
                assert all(word in noted for word in wanted.get(kind, []))
            if "verify_tls" in wanted:
                assert imported.journeys[0].tls.verify == wanted["verify_tls"]


def test_a_pasted_command_becomes_a_step() -> None:
    pasted = read_steps("curl 'http://a.test/x' -d a=1", Progress())
    assert [step.name for step in pasted.steps] == ["POST /x"]
    assert pasted.hosts.names == {"http://a.test": "main"}


def test_other_commands_are_left_out_and_said() -> None:
    imported = _read("cd x\nFOO=1 sudo curl http://a.test/\ncurl\n$ curl http://a.test/b")
    assert [it.path for it in requests_of(imported.journeys[0])] == ["/", "/b"]
    left_out = [str(it.what) for it in imported.carried_over.of(Outcome.LEFT_OUT)]
    assert left_out == ["cd x"]


@pytest.mark.parametrize("text", ["", "hello", "curl -s", "curl --help", "\x00"])
def test_a_text_without_an_address_is_refused(text: str) -> None:
    with pytest.raises(FileFormatError, match="no cURL command"):
        _read(text)


def test_a_flood_of_commands_is_refused_in_time() -> None:
    for flood in ("curl a\n" * 1_000_000, "curl a\n" * 600_000, "curl " + "a " * 1_000_000):
        begun = time.process_time()
        with pytest.raises(FileFormatError):
            _read(flood)
        assert time.process_time() - begun < 2


def test_it_can_be_cancelled() -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(CancelledError):
        read_steps("curl http://a.test", progress)


@pytest.mark.parametrize(
    ("beginning", "is_known"),
    [("curl http://x", True), ("$ curl x", True), ("irm http://x", True), ("I like curls", False)],
)
def test_commands_are_told_by_their_first_word(beginning: str, is_known: bool) -> None:
    assert CURL.knows("", beginning) is is_known


@given(
    st.lists(
        st.sampled_from(
            [*HOSTILE, " ", "\n", "curl ", "http://a ", "-d ", "-H ", "-F ", "a=@b;", "^"]
        )
        | st.text(max_size=4),
        max_size=20,
    ).map("".join)
)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        imported = _read(f"curl {text}")
    except StudioError:
        return
    assert imported.journeys
