"""Which values may have been issued by a server at all: the rest is told by its look alone."""

import math
import re
from collections import Counter
from urllib.parse import urlsplit

from studio.recording.secret_names import is_secret_name

LONGEST = 200_000
_SHORTEST = 2
_LONGEST_WORD = 24
_STOP_WORDS = frozenset(
    {
        *("true", "false", "null", "none", "undefined", "on", "off", "yes", "no", "ok", "nan"),
        *("xmlhttprequest", "application", "default", "unknown", "anonymous", "guest", "public"),
    }
)
_DULL = re.compile(
    r"[a-z]{2,3}[-_][A-Za-z]{2,4}(?:[-_][A-Za-z]{2,4})?"  # a locale
    r"|[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?:[T ][0-9:.]+(?:Z|[+-][0-9:]+)?)?"  # a date
    r"|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2,4}|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?"
    r"|v?[0-9]{1,4}(?:\.[0-9]{1,6}){1,3}(?:[-+][\w.]{1,20})?|v[0-9]{1,3}"  # a version, a decimal
    r"|(?:application|audio|font|image|message|model|multipart|text|video)/[\w.+*-]+(?:;.*)?"
    r"|[a-z][a-z0-9+.-]*://[^/?#]*/?"  # a bare origin
    r"|[\w-]{1,40}\.(?:php|html?|aspx?|jspx?|do|action|cgi|json|xml)"  # a file of the site
    r"|#[0-9A-Fa-f]{3,8}|[0-9]+(?:px|em|rem|%|ms|s)"
)
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:[-_ .,/][A-Za-zÀ-ɏ]+)*")
_MIXED = re.compile(r"[a-z][A-Z].*[a-z][A-Z]|[A-Z]{2}[a-z].*[a-z][A-Z]")
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_JWT = re.compile(r"eyJ[\w-]{5,}\.[\w-]{2,}(?:\.[\w-]*)*")
_HEX = re.compile(r"[0-9a-f]{12,}|[0-9A-F]{12,}")
_BASE64 = re.compile(r"(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9+/_-]{12,}={0,2}")


def may_be_issued(value: str, name: str) -> bool:
    """Return whether a value may come from a server, by its look and by what it is called."""
    if not _SHORTEST <= len(value) <= LONGEST or value.lower() in _STOP_WORDS:
        return False
    if _DULL.fullmatch(value[:200]) or any(sign.isspace() for sign in value.strip()):
        return False
    if not any(sign.isalnum() for sign in value):
        return False
    if is_word(value):
        return is_secret_name(name) and len(value) > 6  # noqa: PLR2004
    return not _is_page_address(value)


def is_word(value: str) -> bool:
    """Return whether a value is made of words: letters that are not mixed within."""
    if len(value) >= _LONGEST_WORD * 2 or not _WORD.fullmatch(value):
        return False
    longest = max(re.split(r"[-_ .,/]", value), key=len)
    return len(longest) < _LONGEST_WORD and not _MIXED.search(value)


def shape_of(value: str) -> str:
    """Return what a value looks like; empty where it is nothing in particular."""
    if _JWT.fullmatch(value):
        return "JWT"
    if _UUID.fullmatch(value):
        return "UUID"
    if value.isdecimal():
        return "number"
    if _HEX.fullmatch(value):
        return "hex"
    return "base64" if _BASE64.fullmatch(value) else ""


def bits_of(value: str) -> float:
    """Return about how many bits of chance are in a value.

    Shannon's entropy of its signs, but no more than its alphabet allows.
    """
    if value.isdecimal():
        return len(value) * math.log2(10)
    if _UUID.fullmatch(value):
        return 122.0
    counts = Counter(value[:2000])
    size = sum(counts.values())
    each = -sum(n / size * math.log2(n / size) for n in counts.values())
    return len(value) * each


def _is_page_address(value: str) -> bool:
    """Return whether a value is an address without anything in it that looks issued."""
    if not value.startswith(("http://", "https://", "/")):
        return False
    try:
        parts = urlsplit(value)
    except ValueError:
        return True
    return not parts.query and all(is_word(it) or not it for it in parts.path.split("/"))
