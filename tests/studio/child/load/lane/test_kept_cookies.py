"""A kept Cookie header is what the jar would say now."""

import time
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy

import pytest
from geventhttpclient.client import HTTPClient

from studio.child.load.lane.kept_cookies import CountingJar, KeptCookies

CLIENT = HTTPClient("shop.test", port=80)


def cookie(
    name: str,
    value: str = "1",
    *,
    path: str = "/",
    domain: str = "shop.test",
    expires: float | None = None,
    secure: bool = False,
) -> Cookie:
    flags = {"port_specified": False, "domain_specified": False, "domain_initial_dot": False}
    return Cookie(
        0, name, value, None, domain=domain, path=path, path_specified=True, secure=secure,
        expires=None if expires is None else int(expires), discard=False, comment=None,
        comment_url=None, rest={}, **flags,
    )  # fmt: skip


class Trial:
    def __init__(self) -> None:
        self.jar = CountingJar()
        self.kept = KeptCookies(self.jar)

    def of(self, uri: str = "/", scheme: str = "http") -> str | None:
        return self.kept.of(self.jar, CLIENT, f"{scheme}://shop.test{uri}", uri)


def test_an_empty_jar_says_nothing() -> None:
    assert Trial().of() is None


def test_a_header_follows_every_change_of_the_jar() -> None:
    trial = Trial()
    trial.jar.set_cookie(cookie("a"))
    assert (trial.of(), trial.of()) == ("a=1", "a=1")
    trial.jar.set_cookie(cookie("b"))
    assert trial.of() == "a=1; b=1"
    trial.jar.set_cookie(cookie("a", "2"))
    assert trial.of() == "a=2; b=1"
    trial.jar.clear("shop.test", "/", "a")
    assert trial.of() == "b=1"
    trial.jar.clear()
    assert trial.of() is None


def test_a_cookie_that_was_changed_by_hand_is_seen() -> None:
    trial = Trial()
    mine = cookie("a")
    trial.jar.set_cookie(mine)
    assert trial.of() == "a=1"
    mine.value = "2"
    assert trial.of() == "a=2"


def test_paths_schemes_and_hosts_matter() -> None:
    trial = Trial()
    trial.jar.set_cookie(cookie("deep", path="/deep"))
    trial.jar.set_cookie(cookie("s", secure=True))
    trial.jar.set_cookie(cookie("other", domain="other.test"))
    assert trial.of("/") is None
    assert trial.of("/deep/a?b=/") == "deep=1"
    assert trial.of("/", "https") == "s=1"


def test_a_cookie_ends_in_its_time() -> None:
    trial = Trial()
    trial.jar.set_cookie(cookie("a", expires=time.time() + 1.5))
    assert trial.of() == "a=1"
    time.sleep(2)
    assert trial.of() is None
    assert list(trial.jar) == []


def test_what_cannot_be_sent_is_refused() -> None:
    trial = Trial()
    trial.jar.set_cookie(cookie("a", "x\ny"))
    with pytest.raises(ValueError, match="x"):
        trial.of()


def test_another_jar_and_other_rules_are_left_to_locust() -> None:
    trial = Trial()
    with pytest.raises(LookupError):
        trial.kept.of(CookieJar(), CLIENT, "http://shop.test/", "/")
    trial.jar.set_policy(DefaultCookiePolicy())
    with pytest.raises(LookupError):
        trial.of()


def test_many_places_are_not_kept_for_ever() -> None:
    trial = Trial()
    trial.jar.set_cookie(cookie("a", path="/a"))
    for number in range(200):
        assert trial.of(f"/a/{number}") == "a=1"
        assert trial.of(f"/b/{number}") is None
