"""Manifests are what Kubernetes takes, and the files come out as they went in."""

import base64
from typing import Any

import kubernetes_validate  # pyright: ignore[reportMissingTypeStubs]
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studio.export.ci_facts import CiFacts
from studio.export.kubernetes import TooLargeError, kubernetes, operator
from tests.strategies import texts
from tests.studio.export.ci_samples import FILES, FULL, PLAIN


def parts(text: str) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(text))


@pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])
def test_every_manifest_is_valid(facts: CiFacts) -> None:
    found = parts(kubernetes(facts, FILES))
    assert [it["kind"] for it in found] == ["ConfigMap", "Service", "NetworkPolicy", "Job", "Job"]
    for part in found:
        kubernetes_validate.validate(part, "1.30", strict=True)


@given(st.dictionaries(st.sampled_from(sorted(FILES)), st.binary(max_size=50) | texts))
def test_files_come_out_as_they_went_in(files: dict[str, bytes | str]) -> None:
    given_ = {
        name: it if isinstance(it, bytes) else it.encode(errors="replace")
        for name, it in files.items()
    }
    config = parts(kubernetes(FULL, given_))[0]
    found = {name: text.encode() for name, text in config.get("data", {}).items()}
    binary = config.get("binaryData", {})
    assert found | {name: base64.b64decode(it) for name, it in binary.items()} == given_


def test_a_locustfile_stays_readable() -> None:
    config = parts(kubernetes(FULL, FILES))[0]
    assert config["data"].keys() == {"locustfile.py", "locust.conf"}


def test_only_workers_reach_the_master_and_no_service_becomes_an_option() -> None:
    *_, policy, master, worker = parts(kubernetes(FULL, FILES))
    (rule,) = policy["spec"]["ingress"]
    assert rule["ports"] == [{"port": 5557}]
    for job in (master, worker):
        assert job["spec"]["template"]["spec"]["enableServiceLinks"] is False
    assert worker["spec"]["parallelism"] == 4


def test_what_does_not_fit_is_refused() -> None:
    with pytest.raises(TooLargeError):
        kubernetes(PLAIN, {"a.csv": b"x" * 2_000_000})


def test_the_operator_is_given_files_secrets_and_workers() -> None:
    config, test = parts(operator(FULL, FILES))
    assert test["spec"]["testFiles"]["configMapRef"] == config["metadata"]["name"]
    assert test["spec"]["worker"]["replicas"] == 4
    assert [it["name"] for it in test["spec"]["env"]["variables"]] == ["SHOP_PASSWORD", "API_KEY"]
