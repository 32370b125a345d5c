"""Pipelines of CI servers: started by hand or by schedule, one at a time, judged by the goals.

Two commands do the work in each of them: install what was tried, and run Locust, whose exit code
says whether the goals were met. Results are kept whatever came of it.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from studio.export.ci_facts import GOALS_FILE, JUNIT_VARIABLE, CiFacts

GITHUB_PATH = PurePosixPath(".github/workflows/load-test.yml")
GITLAB_PATH = PurePosixPath(".gitlab-ci.yml")
JENKINS_PATH = PurePosixPath("Jenkinsfile")
AZURE_PATH = PurePosixPath("azure-pipelines.yml")

_INSTALL = "pip install -r requirements.txt"


def github(facts: CiFacts) -> str:
    """Return a workflow of GitHub Actions."""
    variables = [f"          {it}: ${{{{ secrets.{it} }}}}" for it in facts.secrets]
    variables += [f"          {JUNIT_VARIABLE}: {GOALS_FILE}"] if facts.has_goals else []
    lines = [
        "name: load test",
        "on:",
        "  workflow_dispatch:",
        "permissions:",
        "  contents: read",
        "concurrency: load-test",
        "jobs:",
        "  load-test:",
        "    runs-on: ubuntu-latest",
        f"    timeout-minutes: {facts.limit_min}",
        "    steps:",
        "      - uses: actions/checkout@v4",
        "      - uses: actions/setup-python@v5",
        "        with:",
        f'          python-version: "{facts.python}"',
        f"      - run: {_INSTALL}",
        f"      - run: {_run(facts)}",
        *(["        env:", *variables] if variables else []),
        "      - uses: actions/upload-artifact@v4",
        "        if: always()",
        "        with:",
        "          name: results",
        "          path: results",
    ]
    return "\n".join(lines) + "\n"


def gitlab(facts: CiFacts) -> str:
    """Return a pipeline of GitLab; variables that hold secrets are the project's own."""
    lines = [
        *_needed(facts, "# Set as masked CI/CD variables of the project: {names}"),
        "load-test:",
        f"  image: python:{facts.python}-slim",
        "  rules:",
        '    - if: $CI_PIPELINE_SOURCE == "web" || $CI_PIPELINE_SOURCE == "schedule"',
        "  resource_group: load-test",
        f"  timeout: {facts.limit_min} minutes",
        *_if(facts.has_goals, "  variables:", f"    {JUNIT_VARIABLE}: {GOALS_FILE}"),
        "  script:",
        f"    - {_INSTALL}",
        f"    - {_run(facts)}",
        "  artifacts:",
        "    when: always",
        "    paths:",
        "      - results/",
        *_if(facts.has_goals, "    reports:", f"      junit: {GOALS_FILE}"),
    ]
    return "\n".join(lines) + "\n"


def jenkins(facts: CiFacts) -> str:
    """Return a declarative pipeline of Jenkins; secrets are its credentials of kind secret text."""
    variables = [f"        {it} = credentials('{it}')" for it in facts.secrets]
    variables += [f"        {JUNIT_VARIABLE} = '{GOALS_FILE}'"] if facts.has_goals else []
    lines = [
        *_needed(facts, "// Add as credentials, kind “Secret text”: {names}"),
        "pipeline {",
        "    agent any",
        "    options {",
        "        disableConcurrentBuilds()",
        f"        timeout(time: {facts.limit_min}, unit: 'MINUTES')",
        "    }",
        *(["    environment {", *variables, "    }"] if variables else []),
        "    stages {",
        "        stage('Load test') {",
        "            steps {",
        "                sh 'python3 -m venv .venv'",
        f"                sh '.venv/bin/{_INSTALL}'",
        f"                sh '.venv/bin/{_run(facts)}'",
        "            }",
        "        }",
        "    }",
        "    post {",
        "        always {",
        *_if(facts.has_goals, f"            junit '{GOALS_FILE}'"),
        "            archiveArtifacts artifacts: 'results/**', allowEmptyArchive: true",
        "        }",
        "    }",
        "}",
    ]
    return "\n".join(lines) + "\n"


def azure(facts: CiFacts) -> str:
    """Return a pipeline of Azure; secrets are variables of it that are kept secret."""
    variables = [f"      {it}: $({it})" for it in facts.secrets]
    variables += [f"      {JUNIT_VARIABLE}: {GOALS_FILE}"] if facts.has_goals else []
    lines = [
        *_needed(facts, "# Add as secret variables of the pipeline: {names}"),
        "trigger: none",
        "pr: none",
        "jobs:",
        "- job: load_test",
        "  pool:",
        "    vmImage: ubuntu-latest",
        f'  timeoutInMinutes: "{facts.limit_min}"',
        "  steps:",
        "  - task: UsePythonVersion@0",
        "    inputs:",
        f'      versionSpec: "{facts.python}"',
        f"  - script: {_INSTALL}",
        "    displayName: Install Locust",
        f"  - script: {_run(facts)}",
        "    displayName: Run the load test",
        *(["    env:", *variables] if variables else []),
        *_if(
            facts.has_goals,
            "  - task: PublishTestResults@2",
            "    condition: always()",
            "    inputs:",
            "      testResultsFormat: JUnit",
            f"      testResultsFiles: {GOALS_FILE}",
        ),
        "  - publish: results",
        "    artifact: results",
        "    condition: always()",
    ]
    return "\n".join(lines) + "\n"


def _run(facts: CiFacts) -> str:
    return f"locust --processes {facts.workers}"


def _needed(facts: CiFacts, sentence: str) -> Iterator[str]:
    if facts.secrets:
        yield sentence.format(names=", ".join(facts.secrets))


def _if(condition: object, *lines: str) -> tuple[str, ...]:
    return lines if condition else ()
