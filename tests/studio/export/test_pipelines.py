"""Each pipeline is one its server would take."""

from collections.abc import Callable

import pytest

from studio.export.ci_facts import CiFacts
from studio.export.pipelines import azure, github, gitlab, jenkins
from tests.studio.export.ci_samples import FULL, PLAIN, conforms


@pytest.mark.parametrize("facts", [PLAIN, FULL], ids=["plain", "full"])
@pytest.mark.parametrize(
    ("schema", "write"),
    [
        ("vendor.github-workflows", github),
        ("vendor.gitlab-ci", gitlab),
        ("vendor.azure-pipelines", azure),
    ],
    ids=["github", "gitlab", "azure"],
)
def test_a_pipeline_conforms(schema: str, write: Callable[[CiFacts], str], facts: CiFacts) -> None:
    conforms(schema, write(facts))


@pytest.mark.parametrize("write", [github, gitlab, jenkins, azure])
def test_each_runs_the_two_commands_with_its_secrets_and_its_goals(
    write: Callable[[CiFacts], str],
) -> None:
    text = write(FULL)
    assert "pip install -r requirements.txt" in text
    assert "locust --processes 4" in text
    assert "SHOP_PASSWORD" in text
    assert "results/goals.xml" in text
    assert "70" in text, "an hour, and ten minutes"
    assert "goals.xml" not in write(PLAIN)


def test_jenkins_brackets_close() -> None:
    for facts in (PLAIN, FULL):
        text = jenkins(facts)
        assert text.count("{") == text.count("}")
        assert text.count("(") == text.count(")")
