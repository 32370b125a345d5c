"""What belongs to somebody else is known by its domain, and by nothing that only looks like it."""

import pytest

from studio.computer.third_party import third_party


@pytest.mark.parametrize(
    ("host", "kind"),
    [
        ("www.google-analytics.com", "analytics"),
        ("API.Stripe.com.", "payment"),
        ("cdnjs.cloudflare.com", "fonts and scripts"),
        ("www.cloudflare.com", "content delivery"),
        ("login.microsoftonline.com", "sign-in"),
    ],
)
def test_a_third_party_is_known_with_what_it_is_for(host: str, kind: str) -> None:
    assert third_party(host) == kind


@pytest.mark.parametrize(
    "host",
    ["shop.test", "notstripe.com", "stripe.com.shop.test", "10.0.0.1", "localhost", "::1", ""],
)
def test_everything_else_is_the_testers_own(host: str) -> None:
    assert third_party(host) is None
