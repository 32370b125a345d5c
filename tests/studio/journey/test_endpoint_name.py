"""Requests that differ in an id alone are one endpoint."""

import pytest

from studio.journey.endpoint_name import endpoint_name, varies
from studio.journey.template import Text, Variable


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "/"),
        ("/orders/17", "/orders/[id]"),
        ("/orders/17/items/9?page=2", "/orders/[id]/items/[id]"),
        ("/u/7b1c2d3e-1111-4222-8333-944445555666", "/u/[id]"),
        ("/blob/3f2a9c1d77ab", "/blob/[id]"),
        ("/file/17.pdf", "/file/[id].pdf"),
        ("/cart;jsessionid=ABC", "/cart"),
        ("/v1/products", "/v1/products"),
        ("/product/blue-shoes-42", "/product/blue-shoes-42"),
        (("/orders/", Variable("order_id"), "/pay"), "/orders/[id]/pay"),
    ],
)
def test_varying_parts_become_a_place(path: Text, name: str) -> None:
    assert endpoint_name(path) == name


def test_a_path_varies_with_its_variables() -> None:
    assert varies(("/a?x=", Variable("x")))
    assert not varies("/a")
