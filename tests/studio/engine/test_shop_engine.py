"""A practice shop opens, counts, and closes with its studio."""

import os
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pytest

from studio.engine.shop_engine import ShopEngine
from studio.engine.shop_messages import OpenShop, ShopCounted
from tests.leftovers import marked, nothing_left_over

pytestmark = pytest.mark.whole

PARENT = """
import sys, time
from pathlib import Path
from studio.engine.shop_engine import ShopEngine
from studio.engine.shop_messages import OpenShop
shop = ShopEngine(Path(sys.argv[1]), OpenShop(5, 10.0))
print(shop.open(), flush=True)
time.sleep(60)
"""


def get(address: str) -> int:
    with urllib.request.urlopen(address, timeout=5) as answer:  # noqa: S310  # it is loopback
        return answer.status


def test_a_shop_counts_its_visitors(tmp_path: Path) -> None:
    with nothing_left_over():
        shop = ShopEngine(tmp_path, OpenShop(5, 10.0))
        host = shop.open()
        assert host.startswith("http://127.0.0.1:")
        assert [get(host + path) for path in ("/", "/todos", "/about/")] == [200] * 3
        assert shop.count() == ShopCounted(3, 0)
        shop.close()
        assert shop.count() is None
        shop.close()


def test_a_shop_that_is_lost_is_told_of_once_and_one_that_is_closed_is_not(tmp_path: Path) -> None:
    with nothing_left_over() as mark:
        shop = ShopEngine(tmp_path, OpenShop(5, 10.0))
        shop.open()
        lost = threading.Event()
        shop.when_lost(lost.set)
        (process,) = marked(mark)
        process.kill()
        assert lost.wait(20)
        late = threading.Event()
        shop.when_lost(late.set)
        assert late.is_set()
        shop.close()

        other = ShopEngine(tmp_path, OpenShop(5, 10.0))
        other.open()
        lost.clear()
        other.when_lost(lost.set)
        other.close()
        assert not lost.is_set()


def test_a_shop_ends_when_its_studio_is_killed(tmp_path: Path) -> None:
    with (
        nothing_left_over(within_s=3),
        subprocess.Popen(
            [sys.executable, "-c", PARENT, str(tmp_path)],
            cwd=Path(__file__).parents[3],
            stdout=subprocess.PIPE,
            text=True,
        ) as parent,
    ):
        assert parent.stdout
        assert get(parent.stdout.readline().strip()) == 200
        os.kill(parent.pid, signal.SIGKILL)
