"""Counts by bucket as few bytes: differences of bucket numbers and counts in LEB128.

LEB128 (DWARF 5, section 7.6) writes a number in groups of seven bits, the last group without its
top bit. Buckets of one second lie close together, so most differences and counts take one byte.
"""

import base64
import binascii
from collections.abc import Iterator, Mapping

_MORE = 0x80
_GROUP = 0x7F
_LONGEST = 63
"""Bits a number may have; more is damage, not data."""


class PackingError(ValueError):
    """Packed counts are damaged."""


def pack(counts: Mapping[int, int]) -> bytes:
    """Return counts by bucket as bytes; the order of the mapping does not matter."""
    out = bytearray()
    before = 0
    for bucket in sorted(counts):
        _write(out, bucket - before)
        _write(out, counts[bucket])
        before = bucket
    return bytes(out)


def unpack(packed: bytes) -> dict[int, int]:
    """Return the counts by bucket that `pack` was given.

    Raises:
        PackingError: The bytes do not come from `pack`.
    """
    numbers = list(_read(packed))
    if len(numbers) % 2:
        raise PackingError("a bucket without its count")
    counts: dict[int, int] = {}
    bucket = 0
    for difference, count in zip(numbers[::2], numbers[1::2], strict=True):
        bucket += difference
        if not count or bucket in counts:
            raise PackingError("a bucket that cannot be")
        counts[bucket] = count
    return counts


def pack_text(counts: Mapping[int, int]) -> str:
    """Return counts by bucket as Base64, for a line of JSON."""
    return base64.b64encode(pack(counts)).decode("ascii")


def unpack_text(packed: str) -> dict[int, int]:
    """Return the counts by bucket that `pack_text` was given.

    Raises:
        PackingError: The text does not come from `pack_text`.
    """
    try:
        return unpack(base64.b64decode(packed, validate=True))
    except (binascii.Error, ValueError) as error:
        raise PackingError(str(error)) from error


def _write(out: bytearray, number: int) -> None:
    while number > _GROUP:
        out.append(number & _GROUP | _MORE)
        number >>= 7
    out.append(number)


def _read(packed: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in packed:
        number |= (byte & _GROUP) << shift
        if byte & _MORE:
            shift += 7
            if shift > _LONGEST:
                raise PackingError("a number that never ends")
        else:
            yield number
            number = shift = 0
    if shift:
        raise PackingError("the last number is cut")
