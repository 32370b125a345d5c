"""Headers of a command of curl: those that are sent, and those that need not be."""

from studio.importer.curl.headers import Headers, headers_of, is_noise, media_type_of
from studio.importer.curl.options import operations_of
from studio.importer.curl.words import Word
from studio.importer.hiding import Hiding


def _headers(*words: str) -> Headers:
    (operation,) = operations_of([Word(word) for word in words])
    return headers_of(operation, Hiding(), "")


def test_headers_are_sent_empty_or_not_at_all() -> None:
    headers = _headers("-H", "A: b", "-H", "E;", "-H", "N:", "-H", "sec-ch-ua: x", "-H", "@file")
    assert headers.sent == (("A", "b"), ("E", ""))
    assert (headers.unset, headers.dropped, headers.files) == (("N",), ("sec-ch-ua",), ("file",))


def test_options_that_are_headers_become_headers() -> None:
    headers = _headers("-A", "me", "-e", "http://x;auto", "-b", "a=1", "-r", "0-9", "-b", "jar.txt")
    assert dict(headers.sent) == {
        "User-Agent": "me",
        "Referer": "http://x",
        "Cookie": "a=1",
        "Range": "bytes=0-9",
    }
    assert headers.cookie_files == ("jar.txt",)


def test_json_says_its_type() -> None:
    assert _headers("--json", "{}").sent == (
        ("Content-Type", "application/json"),
        ("Accept", "application/json"),
    )


def test_a_form_makes_up_its_own_boundary() -> None:
    assert _headers("-F", "a=b", "-H", "Content-Type: multipart/form-data").sent == ()


def test_the_type_of_a_body_is_known() -> None:
    (operation,) = operations_of([Word("-H"), Word("content-TYPE: text/x")])
    assert media_type_of(operation) == "text/x"


def test_noise_is_what_only_a_browser_sends() -> None:
    assert is_noise("Accept-Encoding")
    assert is_noise("sec-fetch-site")
    assert not is_noise("User-Agent")
