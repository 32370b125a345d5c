"""Values that are secret whatever they are called: tokens, card numbers, long random texts."""

import math
import re
from collections import Counter
from collections.abc import Callable

_JWT = re.compile(r"eyJ[A-Za-z0-9_-]{5,}\.[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]*)*")
"""A JSON Web Token (RFC 7519): its first part is an object, and `{"` is `eyJ` in Base64."""

_SCHEME = re.compile(r"\b(Bearer|Basic|Digest|Negotiate|Token)( +)([A-Za-z0-9._~+/=-]{6,})")
_CARD = re.compile(r"(?<![\w.-])\d(?=[\d -]{12})(?:[ -]?\d){12,18}(?![\w-])")
_SCHEMES = ("Bearer", "Basic", "Digest", "Negotiate", "Token")
_RUN = re.compile(r"(?<![A-Za-z0-9_+=-])[A-Za-z0-9_+=-]{24,}")
_MANY_RUNS = 20
"""Fewer are replaced one by one, which is faster."""

_SHORTEST_RUN = 24
_IN_RUNS = frozenset(b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_+=-")
_TO_RUNS = bytes(code if code in _IN_RUNS else 32 for code in range(256))
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_LONGEST_PART = re.compile(r"[^-_+=]+")
_ISSUERS = re.compile(r"3[0-9]|4|5[0-9]|6[0-9]|2[2-7]")
"""First digits of payment cards: ISO/IEC 7812, as its registrants use them."""

_RANDOM_PART = 16
_RANDOM_BITS = 3.0
_FEWEST_OF_A_KIND = 2

Hide = Callable[[str, str], str]
"""Takes a kind of secret and a value, and returns what stands in its place."""


def hide_values(text: str, hide: Hide) -> str:
    """Return a text with every value hidden that gives itself away by its form."""
    if any(scheme in text for scheme in _SCHEMES):
        text = _SCHEME.sub(lambda m: _without_credential(m, hide), text)
    text = _JWT.sub(lambda m: hide("jwt", m[0]), text)
    text = _CARD.sub(lambda m: hide("card", m[0]) if is_card(m[0]) else m[0], text)
    random = _random_runs(text)
    if len(random) > _MANY_RUNS:
        return _RUN.sub(lambda m: hide("value", m[0]) if is_random(m[0]) else m[0], text)
    for run in random:
        text = text.replace(run, hide("value", run))
    return text


def _random_runs(text: str) -> list[str]:
    """Return the runs of a text that look drawn by lot, the longest first."""
    runs = set(text.encode("utf-8", "replace").translate(_TO_RUNS).split())
    long = (it.decode() for it in runs if len(it) >= _SHORTEST_RUN)
    return sorted(filter(is_random, long), key=lambda it: (-len(it), text.find(it)))


def _without_credential(found: re.Match[str], hide: Hide) -> str:
    scheme, space, value = found.groups()
    if value.isalpha() and value.islower():
        return found[0]  # a word: `Basic authentication`
    return scheme + space + hide(scheme.lower(), value)


def is_card(digits: str) -> bool:
    """Return whether these digits, with spaces and dashes, may be a card's number (Luhn)."""
    numbers = [int(digit) for digit in digits if digit.isdecimal()]
    if not _ISSUERS.match("".join(map(str, numbers[:2]))) or len(set(numbers)) == 1:
        return False
    doubled = [digit * 2 - 9 * (digit > 4) for digit in numbers[-2::-2]]  # noqa: PLR2004
    return (sum(doubled) + sum(numbers[-1::-2])) % 10 == 0


def is_random(run: str) -> bool:
    """Return whether letters and digits without a break look drawn by lot.

    Words joined by dashes are none, nor is a UUID: it names a thing and opens nothing.
    """
    if _UUID.fullmatch(run):
        return False
    part = max(_LONGEST_PART.findall(run), key=len, default="")
    digits = sum(sign.isdigit() for sign in part)
    letters = len(part) - digits
    if len(part) < _RANDOM_PART or min(digits, letters) < _FEWEST_OF_A_KIND:
        return False
    return _bits(run) >= _RANDOM_BITS


def _bits(text: str) -> float:
    """Return Shannon's entropy of a text in bits a character."""
    counts = Counter(text).values()
    return -sum(n / len(text) * math.log2(n / len(text)) for n in counts)
