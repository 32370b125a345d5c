"""The doctor finds this computer well, or says what to type."""

from studio.cli.doctor import examine


def test_everything_the_tests_need_is_here() -> None:
    findings = {finding.what: finding for finding in examine()}
    for what in ("Python", "locust", "sqlite-utils", "Loopback"):
        assert findings[what].is_well, findings[what]


def test_whatever_is_missing_has_its_remedy() -> None:
    assert all(finding.remedy or finding.is_well for finding in examine())
