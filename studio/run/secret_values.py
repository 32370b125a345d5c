"""Values for the secrets of a run, found before its first request, or missed by name."""

from collections.abc import Iterable

from studio.computer.secret_source import PREFIX, SecretSource
from studio.errors import StudioError
from studio.export.bundle import Bundle
from studio.export.leak import leaked
from studio.journey.template import Secret
from studio.phrase import Phrase


class SecretError(StudioError):
    """A secret that has no value here, or stands where it must not."""


def find_secrets(secrets: Iterable[Secret], source: SecretSource) -> dict[str, str]:
    """Return the value of each secret, by the name of its environment variable.

    Raises:
        SecretError: Some have none; all of them are named.
    """
    names = dict.fromkeys(secret.environment_name for secret in secrets)
    found = {name: source(name) for name in names}
    missing = [name for name, value in found.items() if not value or "\0" in value]
    if missing:
        raise SecretError(
            Phrase("run", "There is no value here for {names}.").of(names=", ".join(missing)),
            meaning=Phrase("run", "The run was not started."),
            remedy=Phrase("run", "Set the environment variable {variable}.").of(
                variable=" ".join(PREFIX + name for name in missing)
            ),
        )
    return {name: value for name, value in found.items() if value}


def refuse_leaks(bundle: Bundle, values: dict[str, str]) -> None:
    """See that no value of a secret stands in a file of the run.

    Raises:
        SecretError: One does.
    """
    names = leaked(bundle, values)
    if names:
        raise SecretError(
            Phrase("run", "The value of {name} stands in a journey or a data file.").of(
                name=names[0]
            ),
            meaning=Phrase("run", "The run was not started: the value would be kept with it."),
            remedy=Phrase("run", "Write the secret's name there: {name}").of(
                name=f"{{{{secret.{names[0].lower()}}}}}"
            ),
        )
