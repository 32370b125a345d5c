"""A load test as it leaves for CI: its files, and the pipelines that run them."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from studio.export import containers, kubernetes, pipelines
from studio.export.bundle import Bundle
from studio.export.ci_facts import JUNIT_VARIABLE, CiFacts
from studio.export.locust_conf import duration_of, locust_conf
from studio.scenario.labels import ALL_STEPS, Labels
from studio.scenario.load_shape import LoadShape

Files = dict[PurePosixPath, bytes]
"""What is written, by its path in a folder."""


class Pipeline(StrEnum):
    """Where a load test runs, once it has left."""

    GITHUB = "github"
    GITLAB = "gitlab"
    JENKINS = "jenkins"
    AZURE = "azure"
    DOCKER = "docker"
    COMPOSE = "compose"
    KUBERNETES = "k8s"
    OPERATOR = "operator"


@dataclass(frozen=True, slots=True)
class Leaving:
    """What is to leave."""

    name: str
    """Of the scenario or the journey; only what is harmless of it is written."""

    bundle: Bundle
    secrets: tuple[str, ...]
    """Environment variables that hold the values of secrets."""

    load: LoadShape | None = None
    labels: Labels = ALL_STEPS
    pipelines: Sequence[Pipeline] = ()
    workers: int = 2

    @property
    def has_goals(self) -> bool:
        """Whether the locustfile judges goals by itself."""
        return JUNIT_VARIABLE in self.bundle.locustfile


def plain_files(bundle: Bundle) -> Files:
    """Return a locustfile and what it reads, by their path in its folder."""
    files = {**bundle.beside, "locustfile.py": bundle.locustfile.encode()}
    return {PurePosixPath(name): content for name, content in files.items()}


def lost_in(folder: Path, files: Files) -> tuple[str, ...]:
    """Return the names of files in a folder that writing would lose: there, and not the same."""
    there = ((path, folder / path) for path in files)
    return tuple(
        str(path) for path, file in there if file.is_file() and file.read_bytes() != files[path]
    )


def ci_files(leaving: Leaving) -> Files:
    """Return all files of a load test that leaves for CI, by their path in its folder.

    The same leaving always gives the same bytes.

    Raises:
        TooLargeError: Kubernetes was asked for, and the files do not fit into a ConfigMap.
    """
    bundle = leaving.bundle
    facts = CiFacts(
        locust=version("locust"),
        duration_s=duration_of(leaving.load),
        secrets=leaving.secrets,
        files=tuple(bundle.beside),
        has_goals=leaving.has_goals,
        workers=leaving.workers,
    )
    needed = {
        "locustfile.py": bundle.locustfile.encode(),
        "locust.conf": locust_conf(leaving.load, leaving.labels).encode(),
        **bundle.beside,
    }
    others = {
        PurePosixPath("requirements.txt"): f"locust=={facts.locust}\n",
        PurePosixPath(".gitignore"): "results/\n",
        PurePosixPath("README.md"): _readme(leaving, facts),
    }
    for pipeline in leaving.pipelines:
        others |= _written(pipeline, facts, needed)
    files = {PurePosixPath(name): content for name, content in needed.items()}
    return files | {path: text.encode() for path, text in others.items()}


def _written(
    pipeline: Pipeline, facts: CiFacts, files: Mapping[str, bytes]
) -> dict[PurePosixPath, str]:
    if pipeline in _OF_SERVERS:
        path, write = _OF_SERVERS[pipeline]
        return {path: write(facts)}
    if pipeline in _OF_CLUSTERS:
        path, write_with = _OF_CLUSTERS[pipeline]
        return {path: write_with(facts, files)}
    composed = {containers.COMPOSE_PATH: containers.compose(facts)}
    return _image(facts) | (composed if pipeline is Pipeline.COMPOSE else {})


def _image(facts: CiFacts) -> dict[PurePosixPath, str]:
    return {
        containers.DOCKERFILE_PATH: containers.dockerfile(facts),
        containers.IGNORED_PATH: containers.ignored(facts),
    }


def _readme(leaving: Leaving, facts: CiFacts) -> str:
    name = " ".join(re.sub(r"[^\w .,:()-]", " ", leaving.name).split())
    lines = [
        f"# Load test: {name}" if name else "# Load test",
        "",
        "    pip install -r requirements.txt",
        "    locust",
        "",
        "Results are written to `results/`. The exit code is 0 when all goals were met, 3 when one",
        "was missed, and 1 when a secret is missing or the code failed.",
    ]
    if facts.secrets:
        names = ", ".join(f"`{it}`" for it in facts.secrets)
        lines += ["", f"Values of secrets are read from the environment: {names}."]
    return "\n".join(lines) + "\n"


_OF_SERVERS: dict[Pipeline, tuple[PurePosixPath, Callable[[CiFacts], str]]] = {
    Pipeline.GITHUB: (pipelines.GITHUB_PATH, pipelines.github),
    Pipeline.GITLAB: (pipelines.GITLAB_PATH, pipelines.gitlab),
    Pipeline.JENKINS: (pipelines.JENKINS_PATH, pipelines.jenkins),
    Pipeline.AZURE: (pipelines.AZURE_PATH, pipelines.azure),
}
_OF_CLUSTERS: dict[
    Pipeline, tuple[PurePosixPath, Callable[[CiFacts, Mapping[str, bytes]], str]]
] = {
    Pipeline.KUBERNETES: (kubernetes.KUBERNETES_PATH, kubernetes.kubernetes),
    Pipeline.OPERATOR: (kubernetes.OPERATOR_PATH, kubernetes.operator),
}
