"""A bomb is a failure, and stops at the limit to the byte; an honest answer is unpacked as ever.

Both clients meet it in `tests/faults`.
"""

import gzip
import json
import zlib

from tests.in_child import in_child

UNPACKING = """
import gevent.monkey; gevent.monkey.patch_all()
import brotli, gzip, json, zlib
from studio.child.load.expansion import LimitedBrotli, LimitedZlib, most_bytes
from studio.child.load.guard_errors import TooLargeError

MIB = 1 << 20

def outcome(unpack, data):
    try:
        return len(unpack(data))
    except (TooLargeError, zlib.error, brotli.error) as error:
        return str(error)

limited, unbrotli = LimitedZlib(1000), LimitedBrotli(1000)
told = {
    str(size): [
        outcome(lambda data: limited.decompress(data, 31), gzip.compress(bytes(size))),
        outcome(limited.decompress, zlib.compress(bytes(size))),
        outcome(unbrotli.decompress, brotli.compress(bytes(size))),
    ]
    for size in (0, 1, 999, 1000, 1001, 1_000_000)
}
told["cut"] = [
    outcome(limited.decompress, zlib.compress(bytes(500))[:-3]),
    outcome(unbrotli.decompress, brotli.compress(bytes(500))[:-1]),
]
wide, rows = LimitedZlib(100 * MIB), b"".join(b"%d,open\\n" % n for n in range(400_000))
told["zeros"] = [outcome(wide.decompress, zlib.compress(bytes(size))) for size in (MIB, 2 * MIB)]
told["rows"] = outcome(wide.decompress, zlib.compress(rows)) == len(rows)
told["most"] = [most_bytes(9 * MIB, packed) for packed in (0, 10_000, 1 << 20)]
told["rest of the modules"] = [limited.MAX_WBITS, unbrotli.error is brotli.error]
print(json.dumps(told))
"""


def test_every_way_of_packing_stops_exactly_at_the_limit() -> None:
    told = json.loads(in_child(UNPACKING))
    too_large = "an answer unpacks to more than 1000 bytes"
    assert told == {
        "0": [0] * 3,
        "1": [1] * 3,
        "999": [999] * 3,
        "1000": [1000] * 3,
        "1001": [too_large] * 3,
        "1000000": [too_large] * 3,
        "cut": ["incomplete or truncated stream"] * 2,
        "zeros": [1 << 20, "an answer unpacks to more than 1048576 bytes"],
        "rows": True,
        "most": [1 << 20, 2_000_000, 9 << 20],
        "rest of the modules": [zlib.MAX_WBITS, True],
    }


def test_the_limit_is_worth_having() -> None:
    assert len(gzip.compress(bytes(1_000_000))) < 1100
    assert len(zlib.compress(bytes(1_000_000))) < 1100
