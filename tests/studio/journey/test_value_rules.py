"""What frameworks issue is known by name, from files anybody may edit."""

from pathlib import Path

from studio.journey.template import Variable
from studio.journey.value_rules import FOLDER, Rules, bundled_rules, read_rules

FRAMEWORKS = {
    *("Django", "Ruby on Rails", "Laravel", "Spring", "ASP.NET", "WordPress", "Jakarta Faces"),
    *("OAuth 2.0 and OpenID Connect", "SAML", "Keycloak", "Salesforce"),
}


def test_rules_of_well_known_frameworks_come_along() -> None:
    files = read_rules(FOLDER)
    assert {file.framework for file in files} == FRAMEWORKS
    assert all(Variable(rule.variable) for file in files for rule in file.rules)


def test_a_value_is_known_by_any_of_its_names() -> None:
    known = bundled_rules().known("", "csrfmiddlewaretoken")
    assert known is not None
    assert (known.framework, known.variable) == ("Django", "csrf_token")
    assert bundled_rules().known("q", "page") is None


def test_a_rule_somebody_added_is_read(tmp_path: Path) -> None:
    text = '{"framework": "Own", "rules": [{"called": "my-.*", "variable": "mine"}]}'
    (tmp_path / "own.json").write_text(text, "utf-8")
    known = Rules(read_rules(tmp_path)).known("My-Thing")
    assert known is not None
    assert known.variable == "mine"
