"""What leaves for CI is whole, and the same each time."""

from pathlib import Path, PurePosixPath

from studio.export.bundle import make_bundle
from studio.export.ci_bundle import Leaving, Pipeline, ci_files, lost_in
from studio.journey.sample import TALK
from tests.strategies import HOSTILE

BUNDLE = make_bundle([(TALK, 1)], [], lambda _: "")


def test_every_pipeline_finds_its_files() -> None:
    request = Leaving("Evening peak", BUNDLE, ("TOKEN",), pipelines=tuple(Pipeline))
    files = ci_files(request)
    assert {str(path) for path in files} == {
        *("locustfile.py", "locust.conf", "requirements.txt", ".gitignore", "README.md"),
        *(".github/workflows/load-test.yml", ".gitlab-ci.yml", "Jenkinsfile"),
        *("azure-pipelines.yml", "Dockerfile", ".dockerignore", "compose.yaml"),
        *("kubernetes.yaml", "locust-operator.yaml"),
    }
    assert files[PurePosixPath("locustfile.py")] == BUNDLE.locustfile.encode()
    assert ci_files(request) == files


def test_a_name_that_would_be_evaluated_is_written_nowhere() -> None:
    name = "".join(HOSTILE) + "${{ secrets.X }} `x` $(x)"
    files = ci_files(Leaving(name, BUNDLE, (), pipelines=tuple(Pipeline)))
    for path, data in files.items():
        assert b"secrets.X" not in data or path.name == "README.md"
        assert b"$(x)" not in data, path
        assert b"${{" not in data, path


def test_only_files_that_differ_would_be_lost(tmp_path: Path) -> None:
    files = ci_files(Leaving("x", BUNDLE, ()))
    assert lost_in(tmp_path, files) == ()
    (tmp_path / "locustfile.py").write_bytes(files[PurePosixPath("locustfile.py")])
    (tmp_path / "README.md").write_text("mine", "utf-8")
    assert lost_in(tmp_path, files) == ("README.md",)
