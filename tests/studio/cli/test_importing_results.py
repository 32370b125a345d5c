"""Results of CI are read by one command."""

from pathlib import Path

from click.testing import CliRunner

from studio.cli.importing_results import import_results
from studio.project.opening import add_practice, create_project, open_project
from tests.studio.importer.test_ci_results import entry, written


def test_a_folder_becomes_a_run(tmp_path: Path) -> None:
    project = create_project(tmp_path / "shop.swarmbook", tmp_path / "home")
    add_practice(project)
    project.close()
    results = tmp_path / "ci" / "results"
    results.mkdir(parents=True)
    written(results, entry())
    (tmp_path / "ci" / "locustfile.py").write_text("# the file\n", "utf-8")
    done = CliRunner().invoke(import_results, [str(project.path), str(results)])
    assert done.exit_code == 0, done.output
    assert done.output.startswith("R1 Practice shop:")
    again = open_project(project.path, tmp_path / "home")
    assert again.run("R1").locustfile == "# the file\n"
    again.close()
