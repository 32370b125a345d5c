"""An image holds the load test, and nothing else."""

from studio.export.containers import compose, dockerfile, ignored
from tests.studio.export.ci_samples import FULL, PLAIN, conforms


def test_the_composed_services_conform() -> None:
    for facts in (PLAIN, FULL):
        conforms("vendor.compose-spec", compose(facts))


def test_no_port_is_published_and_secrets_come_from_outside() -> None:
    text = compose(FULL)
    assert "ports" not in text
    assert "${SHOP_PASSWORD:?Set SHOP_PASSWORD first.}" in text


def test_an_image_copies_what_is_needed_and_runs_as_nobody_in_particular() -> None:
    text = dockerfile(FULL)
    assert "COPY locustfile.py locust.conf accounts.csv scan.png ./" in text
    assert "USER tester" in text
    assert ignored(FULL).splitlines()[0] == "*"
    assert "!scan.png" in ignored(FULL)
