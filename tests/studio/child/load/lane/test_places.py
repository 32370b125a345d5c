"""An address leads to the same client and says the same as geventhttpclient would say."""

import pytest
from geventhttpclient.client import HTTPClient, HTTPClientPool
from geventhttpclient.url import URL
from hypothesis import given
from hypothesis import strategies as st

from studio.child.load.lane.places import place_of

BASES = ("http://127.0.0.1:9", "http://shop.test", "https://[::1]:4433", "https://Shop.test")


@given(
    st.sampled_from(BASES),
    st.text("aZ09/é ?=&%.-_~#;:@", max_size=12).map(lambda text: "/" + text),
)
def test_it_says_what_geventhttpclient_says(base: str, path: str) -> None:
    pool = HTTPClientPool()
    for _ in range(2):
        try:
            client, uri = place_of(pool, base, base + path)
        except ValueError:
            continue
        parts = URL(base + path)
        assert uri == parts.quoted_uri
        assert client is pool.get_client(parts)
        assert (client.host, client.port) == (parts.host, parts.port)


@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("path", ["/", "/a/b-c_d/17", "/a?b=1&c=2", "/a/", "/%C3%A9"])
def test_what_is_usual_is_known(base: str, path: str) -> None:
    pool = HTTPClientPool()
    assert place_of(pool, base, base + path)[1] == path
    assert place_of(pool, None, base + path) == place_of(pool, base, base + path)


@pytest.mark.parametrize("path", ["", "//a", "?a=1"])
def test_what_is_unusual_is_left_to_geventhttpclient(path: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        place_of(HTTPClientPool(), BASES[0], BASES[0] + path)


@pytest.mark.parametrize("base", ["http://shop.test/deep", "http://shop.test?q=", "http://a@b"])
def test_a_base_is_more_than_a_beginning(base: str) -> None:
    url = f"{base}/a"
    try:
        _, uri = place_of(HTTPClientPool(), base, url)
    except ValueError:
        return
    assert uri == URL(url).quoted_uri


def test_a_client_is_asked_for_anew() -> None:
    pool = HTTPClientPool()
    first, _ = place_of(pool, BASES[0], f"{BASES[0]}/a")
    pool.close()
    second, _ = place_of(pool, BASES[0], f"{BASES[0]}/a")
    assert second is not first
    other, _ = place_of(HTTPClientPool(), BASES[0], f"{BASES[0]}/a")
    assert other is not second


def test_another_kind_of_client_is_left_alone() -> None:
    class Mine(HTTPClient):
        pass

    pool = HTTPClientPool()
    pool.clients["shop.test", 80] = Mine("shop.test", port=80)
    with pytest.raises(ValueError, match="shop"):
        place_of(pool, None, "http://shop.test/a")
