"""Where an API answers."""

import pytest

from studio.importer.openapi.servers import Server, servers_of


@pytest.mark.parametrize(
    ("tree", "server"),
    [
        (
            {"servers": [{"url": "https://a.test/v1/"}]},
            Server("https://a.test", "/v1", "https://a.test"),
        ),
        ({"servers": [{"url": "/v1", "description": "Here"}]}, Server("", "/v1", "Here")),
        (
            {
                "servers": [
                    {
                        "url": "{scheme}://{host}:81/{v}",
                        "variables": {
                            "scheme": {"enum": ["http"]},
                            "host": {"default": "a.test"},
                            "v": {"default": "v2"},
                        },
                    }
                ]
            },
            Server("http://a.test:81", "/v2", "http://a.test:81"),
        ),
        (
            {"swagger": "2.0", "host": "a.test", "basePath": "/v1", "schemes": ["http", "https"]},
            Server("https://a.test", "/v1", "https://a.test"),
        ),
        ({"swagger": "2.0", "basePath": "/"}, Server("", "", "API")),
    ],
)
def test_servers(tree: dict[str, object], server: Server) -> None:
    assert servers_of(tree) == (server,)


def test_none_is_none() -> None:
    assert servers_of({}) == ()
