"""A request says what was sent; an answer says how long it is."""

from http import HTTPStatus

from studio.child.shop.exchange import ShopAnswer, ShopRequest


def request(target: str = "/", body: bytes = b"", **headers: str) -> ShopRequest:
    return ShopRequest("POST", target, headers, body)


def test_a_path_is_decoded_and_without_its_query() -> None:
    assert request("/a%20b?c=d").path == "/a b"


def test_a_form_keeps_empty_fields_and_the_first_of_each() -> None:
    form = request(body=b"username=test_user&password=&username=other").form
    assert form == {"username": "test_user", "password": ""}


def test_a_cookie_is_found_or_not() -> None:
    assert request(cookie="a=1; csrf=xyz").cookie("csrf") == "xyz"
    assert request(cookie="a=1").cookie("csrf") is None
    assert request(cookie="\x00;;=").cookie("csrf") is None


def test_a_head_says_how_long_the_body_is_and_whether_the_connection_stays() -> None:
    answer = ShopAnswer(HTTPStatus.CREATED, b"four", headers=(("X-A", "b"),))
    head = answer.head(keeps_open=False).decode()
    assert head.startswith("HTTP/1.1 201 Created\r\n")
    assert "Content-Length: 4\r\n" in head
    assert "X-A: b\r\n" in head
    assert head.endswith("Connection: close\r\n\r\n")
    assert "Connection" not in answer.head(keeps_open=True).decode()
