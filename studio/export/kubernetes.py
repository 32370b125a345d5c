"""Kubernetes: one Job for the master, one for the workers, and the files as a ConfigMap.

The port of Locust's master has no authentication: a NetworkPolicy lets only the workers reach it.
Service links are off, for a service called `locust-web` would set `LOCUST_WEB_PORT`, which Locust
reads as an option.
"""

import base64
from collections.abc import Mapping
from pathlib import PurePosixPath

from studio.errors import StudioError
from studio.export.ci_facts import JUNIT_VARIABLE, CiFacts
from studio.phrase import Phrase

KUBERNETES_PATH = PurePosixPath("kubernetes.yaml")
OPERATOR_PATH = PurePosixPath("locust-operator.yaml")

_MOST_BYTES = 1_000_000
"""A ConfigMap holds at most 1 MiB."""

_SECRET = "load-test-secrets"  # noqa: S105  # the name of the object


class TooLargeError(StudioError):
    """The files do not fit into a ConfigMap."""


def kubernetes(facts: CiFacts, files: Mapping[str, bytes]) -> str:
    """Return manifests for `kubectl apply`.

    Args:
        facts: The load test.
        files: All it needs, by name.

    Raises:
        TooLargeError: They do not fit into a ConfigMap.
    """
    parts = (_config_map(files), _SERVICE, _POLICY, _job(facts, "master"), _job(facts, "worker"))
    return _head(facts) + "---\n".join(parts)


def operator(facts: CiFacts, files: Mapping[str, bytes]) -> str:
    """Return a custom resource of the Locust Kubernetes operator, version 2 of its interface.

    Raises:
        TooLargeError: The files do not fit into a ConfigMap.
    """
    place = "/lotest/src"
    common = f"--locustfile {place}/locustfile.py --config {place}/locust.conf"
    env = ["  env:", "    variables:", *_variables(facts, "      ")] if facts.secrets else []
    lines = [
        "apiVersion: locust.io/v2",
        "kind: LocustTest",
        "metadata:",
        "  name: load-test",
        "spec:",
        f"  image: locustio/locust:{facts.locust}",
        "  testFiles:",
        "    configMapRef: load-test-files",
        "  master:",
        f'    command: "{common}"',
        "  worker:",
        f'    command: "{common}"',
        f"    replicas: {facts.workers}",
        *env,
    ]
    return _head(facts) + _config_map(files) + "---\n" + "\n".join(lines) + "\n"


def _head(facts: CiFacts) -> str:
    if not facts.secrets:
        return ""
    values = " ".join(f'--from-literal={it}="${it}"' for it in facts.secrets)
    return f"# First: kubectl create secret generic {_SECRET} {values}\n"


def _config_map(files: Mapping[str, bytes]) -> str:
    if sum(map(len, files.values())) > _MOST_BYTES:
        raise TooLargeError(
            Phrase("export", "The files of this load test do not fit into a ConfigMap."),
            meaning=Phrase("export", "Kubernetes allows 1 MiB."),
            remedy=Phrase("export", "Export a Dockerfile, and use its image."),
        )
    lines = ["apiVersion: v1", "kind: ConfigMap", "metadata:", "  name: load-test-files"]
    texts = {name: text for name, data in files.items() if (text := _as_block(data)) is not None}
    if texts:
        lines += ["data:", *(line for name in texts for line in (f"  {name}: |", *texts[name]))]
    if others := sorted(files.keys() - texts.keys()):
        encoded = (f'  {name}: "{base64.b64encode(files[name]).decode()}"' for name in others)
        lines += ["binaryData:", *encoded]
    return "\n".join(lines) + "\n"


def _as_block(data: bytes) -> list[str] | None:
    """Return a text as the lines of a literal block of YAML; None where it would be changed."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    lines = text.split("\n")
    is_plain = all(line.isprintable() for line in lines) and len(lines) > 1
    is_framed = lines[0][:1] not in ("", " ") and lines[-1] == "" and lines[-2] != ""
    if not (is_plain and is_framed):
        return None
    return [f"    {line}" if line else "" for line in lines[:-1]]


def _variables(facts: CiFacts, indent: str) -> list[str]:
    return [
        line
        for name in facts.secrets
        for line in (
            f"{indent}- name: {name}",
            f"{indent}  valueFrom:",
            f"{indent}    secretKeyRef:",
            f"{indent}      name: {_SECRET}",
            f"{indent}      key: {name}",
        )
    ]


def _job(facts: CiFacts, role: str) -> str:
    is_master = role == "master"
    pods = 1 if is_master else facts.workers
    arguments = ["--master", "--expect-workers", str(facts.workers)]
    arguments += ["--csv", "/results/load", "--html", "/results/load.html"]
    arguments += ["--json-file", "/results/load"]
    if not is_master:
        arguments = ["--worker", "--master-host", "load-test-master"]
    goals = [f"        - name: {JUNIT_VARIABLE}", "          value: /results/goals.xml"]
    variables = _variables(facts, "        ") + (goals if facts.has_goals and is_master else [])
    return _JOB.format(
        role=role,
        pods=pods,
        limit_s=facts.limit_min * 60,
        locust=facts.locust,
        arguments="".join(f'        - "{it}"\n' for it in arguments),
        environment="".join(f"{it}\n" for it in ["        env:", *variables] if variables),
    )


_SERVICE = """\
apiVersion: v1
kind: Service
metadata:
  name: load-test-master
spec:
  selector:
    app: load-test
    role: master
  ports:
  - name: workers
    port: 5557
"""

_POLICY = """\
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: load-test-master
spec:
  podSelector:
    matchLabels:
      app: load-test
      role: master
  policyTypes:
  - Ingress
  ingress:
  - from:
    - podSelector:
        matchLabels:
          app: load-test
          role: worker
    ports:
    - port: 5557
"""

_JOB = """\
apiVersion: batch/v1
kind: Job
metadata:
  name: load-test-{role}
spec:
  backoffLimit: 0
  activeDeadlineSeconds: {limit_s}
  completions: {pods}
  parallelism: {pods}
  template:
    metadata:
      labels:
        app: load-test
        role: {role}
    spec:
      restartPolicy: Never
      enableServiceLinks: false
      automountServiceAccountToken: false
      securityContext:
        runAsNonRoot: true
        runAsUser: 1000
        seccompProfile:
          type: RuntimeDefault
      containers:
      - name: locust
        image: locustio/locust:{locust}
        workingDir: /load
        args:
{arguments}{environment}\
        resources:
          requests:
            cpu: "1"
            memory: 512Mi
          limits:
            memory: 2Gi
        securityContext:
          allowPrivilegeEscalation: false
          readOnlyRootFilesystem: true
          capabilities:
            drop:
            - ALL
        volumeMounts:
        - name: files
          mountPath: /load
        - name: results
          mountPath: /results
        - name: temporary
          mountPath: /tmp
      volumes:
      - name: files
        configMap:
          name: load-test-files
      - name: results
        emptyDir: {{}}
      - name: temporary
        emptyDir: {{}}
"""
