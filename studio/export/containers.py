"""Containers: an image of the load test, and master and workers of it by Docker Compose."""

from pathlib import PurePosixPath

from studio.export.ci_facts import GOALS_FILE, JUNIT_VARIABLE, CiFacts

DOCKERFILE_PATH = PurePosixPath("Dockerfile")
IGNORED_PATH = PurePosixPath(".dockerignore")
COMPOSE_PATH = PurePosixPath("compose.yaml")

IGNORED = "*\n!locustfile.py\n!locust.conf\n!requirements.txt\n"
"""What does not belong into the image: everything but the files it copies."""


def dockerfile(facts: CiFacts) -> str:
    """Return an image whose command is Locust; it runs as nobody in particular."""
    files = " ".join(("locustfile.py", "locust.conf", *facts.files))
    lines = [
        f"FROM python:{facts.python}-slim",
        "RUN useradd --create-home --uid 1000 tester",
        "WORKDIR /load",
        "COPY requirements.txt ./",
        "RUN pip install --no-cache-dir -r requirements.txt",
        f"COPY {files} ./",
        "RUN mkdir results && chown tester results",
        "USER tester",
        'ENTRYPOINT ["locust"]',
    ]
    return "\n".join(lines) + "\n"


def ignored(facts: CiFacts) -> str:
    """Return the file that keeps everything else out of the image."""
    return IGNORED + "".join(f"!{name}\n" for name in facts.files)


def compose(facts: CiFacts) -> str:
    """Return one master and several workers; no port is published, only results are mounted."""
    secrets = [f"      {it}: ${{{it}:?Set {it} first.}}" for it in facts.secrets]
    goals = [f"      {JUNIT_VARIABLE}: {GOALS_FILE}"] if facts.has_goals else []
    lines = [
        f"# WORKERS={facts.workers * 2} docker compose up --build --exit-code-from master",
        "services:",
        "  master:",
        "    build: .",
        f'    command: ["--master", "--expect-workers", "${{WORKERS:-{facts.workers}}}"]',
        *(["    environment:", *secrets, *goals] if secrets or goals else []),
        "    volumes:",
        "      - ./results:/load/results",
        "  worker:",
        "    build: .",
        '    command: ["--worker", "--master-host", "master"]',
        *(["    environment:", *secrets] if secrets else []),
        "    depends_on:",
        "      - master",
        f"    scale: ${{WORKERS:-{facts.workers}}}",
    ]
    return "\n".join(lines) + "\n"
