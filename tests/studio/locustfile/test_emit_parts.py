"""A file carries what its users need, once, and no more."""

from dataclasses import replace

import pytest

from studio.journey.attachment import Attachment
from studio.journey.auth import BasicAuth
from studio.journey.body import FileBody
from studio.journey.journey import Client, Journey, Tls
from studio.journey.request import Request
from studio.journey.template import take_apart
from studio.locustfile.emit import emit
from studio.locustfile.planning import plan_journeys
from tests.builders import make_journey

FILES = (Attachment("ca.pem", "0", 1), Attachment("scan.png", "0", 1))
PLAIN = make_journey()


def written(*journeys: Journey) -> str:
    return emit(plan_journeys([(journey, 1) for journey in journeys], (), FILES))


def test_equal_deadlines_are_written_once_and_different_ones_for_each_class() -> None:
    assert "in 30 s" in written(PLAIN, replace(PLAIN, name="Other"))
    differing = written(PLAIN, replace(PLAIN, name="Other", answer_within_s=None))
    assert "answer_within_s = 30\n" in differing
    assert "answer_within_s = None\n" in differing


@pytest.mark.parametrize("client", Client)
def test_a_request_with_a_deadline_of_its_own_gets_it(client: Client) -> None:
    slow = Request("r", "GET", "/", answer_within_s=99.5)
    for usual_s in (None, 30.0):
        text = written(make_journey(request=slow, client=client, answer_within_s=usual_s))
        assert "within_s=99.5)" in text
        assert "within_s=usual_s" in text
        assert f"answer_within_s = {'None' if usual_s is None else 30}" in text


def test_a_file_is_read_once_from_beside_the_locustfile() -> None:
    upload = Request("r", "PUT", "/", body=FileBody("scan.png", "image/png"))
    text = written(make_journey(request=upload), make_journey(request=upload, name="Other"))
    assert text.count('\nSCAN_PNG = Path(__file__).with_name("scan.png").read_bytes()\n') == 1
    assert "from pathlib import Path\n" in text


def test_trust_is_written_for_each_client() -> None:
    blind, own = Tls(verify=False), Tls(authority="ca.pem")
    fast = written(replace(PLAIN, tls=blind))
    assert "\nTLS = ssl._create_unverified_context()\n" in fast
    assert "    insecure = True\n" in fast
    assert "insecure = False" not in fast
    assert 'cafile=Path(__file__).with_name("ca.pem"))\n' in written(replace(PLAIN, tls=own))
    http = replace(PLAIN, client=Client.HTTP)
    assert "        self.client.verify = False\n" in written(replace(http, tls=blind))
    assert 'self.client.verify = str(Path(__file__).with_name("ca.pem"))\n' in written(
        replace(http, tls=own)
    )


def test_a_certificate_is_where_the_environment_says() -> None:
    text = written(PLAIN, replace(PLAIN, name="Other", tls=Tls(client_certificate="shop_cert")))
    assert text.index("SHOP_CERT = read_secret(") < text.index(
        "USER_TLS.load_cert_chain(SHOP_CERT)"
    )
    assert "        return USER_TLS\n" in text


def test_name_and_password_are_put_together_by_one_function() -> None:
    auth = BasicAuth("me", take_apart("{{secret.password}}"))
    text = written(replace(PLAIN, auth=auth))
    assert text.count("def basic(user, password):") == 1
    assert 'default_headers = {"Authorization": basic("me", PASSWORD)}' in text
