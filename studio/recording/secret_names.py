"""Names of fields, headers and parameters whose values are secret."""

import re
from functools import lru_cache

SECRET_WORDS = frozenset(
    {
        *("password", "passwd", "passphrase", "pwd", "passwort", "passcode", "pin", "otp", "totp"),
        *("token", "jwt", "bearer", "secret", "key", "apikey", "credential", "signature", "sig"),
        *("auth", "authorization", "session", "sessionid", "sid", "csrf", "xsrf", "csrftoken"),
        *("cvv", "cvc", "iban", "ssn", "accesstoken", "refreshtoken", "authtoken", "idtoken"),
    }
)
"""Each hides a name that holds it as a whole word: `user-token`, `accessToken`, not `keyword`."""

OPEN_HEADERS = frozenset(
    {
        *("accept", "accept-encoding", "accept-language", "cache-control", "connection"),
        *("content-encoding", "content-length", "content-type", "date", "etag", "host"),
        *("if-none-match", "server", "traceparent", "tracestate", "transfer-encoding"),
        *("user-agent", "vary", "via", "x-b3-spanid", "x-b3-traceid", "x-correlation-id"),
        *("x-amzn-trace-id", "x-request-id", "x-trace-id", "cf-ray"),
    }
)
"""Headers that hold no secret, and trace ids by which an answer is found in a server's log."""

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[A-Z]+")
_LONGEST_NAME = 200


@lru_cache(4096)
def _is_secret(name: str) -> bool:
    words = (word.lower() for word in _WORD.findall(name))
    return any(word in SECRET_WORDS or word.removesuffix("s") in SECRET_WORDS for word in words)


def is_secret_name(name: str) -> bool:
    """Return whether what a name stands for is to be hidden.

    Words are told apart by signs, digits and capitals, and may stand in the plural.
    """
    return _is_secret(name[:_LONGEST_NAME])
