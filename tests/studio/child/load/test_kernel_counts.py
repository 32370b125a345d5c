"""What the kernel counts is read, and its absence is no error."""

import os
import socket
import sys
import time
from pathlib import Path

import pytest

from studio.child.load import kernel_counts

linux = pytest.mark.skipif(sys.platform != "linux", reason="these files are Linux's")


@linux
def test_this_process_waits_for_a_core_while_others_have_it() -> None:
    before_s = kernel_counts.run_delay_s()
    assert before_s is not None
    assert before_s >= 0


@linux
def test_stolen_time_is_part_of_all_time() -> None:
    counted = kernel_counts.steal()
    assert counted is not None
    stolen, everything = counted
    assert 0 <= stolen < everything


@linux
def test_open_files_are_counted_without_looking_at_each() -> None:
    before = kernel_counts.open_files()
    pipes = [os.pipe() for _ in range(50)]
    after = kernel_counts.open_files()
    for ends in pipes:
        for end in ends:
            os.close(end)
    assert before is not None
    assert after == before + 100


@linux
def test_ports_are_counted_by_remote_address() -> None:
    with socket.create_server(("127.0.0.1", 0), backlog=64) as server:
        address = server.getsockname()
        clients = [socket.create_connection(address) for _ in range(40)]
        try:
            assert kernel_counts.ports_in_use() >= 40
        finally:
            for client in clients:
                client.close()
    ports = kernel_counts.local_ports()
    assert ports is not None
    assert ports > 100


def test_only_the_busiest_remote_address_counts(tmp_path: Path) -> None:
    net = tmp_path / "self" / "net"
    net.mkdir(parents=True)
    here, far = "0100007F", "0200007F"
    lines = ["  sl  local_address rem_address   st"]
    lines += [f"  {n}: {here}:{n:04X} {far}:0050 01 0" for n in range(5)]  # to port 80
    lines += [f"  {n}: {here}:{n:04X} {far}:0050 06 0" for n in range(5, 8)]  # just ended
    lines += [f"  {n}: {here}:{n:04X} {far}:01BB 01 0" for n in range(6)]
    lines += [f"  {n}: {here}:1F90 {far}:{n:04X} 01 0" for n in range(1000, 1099)]  # served here
    lines += [f"  {n}: 00000000:1F90 00000000:0000 0A 0" for n in range(99)]
    (net / "tcp").write_text("\n".join(lines) + "\n")
    assert kernel_counts.ports_in_use(tmp_path) == 8


def test_another_system_tells_nothing(tmp_path: Path) -> None:
    assert kernel_counts.run_delay_s(tmp_path) is None
    assert kernel_counts.steal(tmp_path) is None
    assert kernel_counts.open_files(tmp_path) is None
    assert kernel_counts.local_ports(tmp_path) is None
    assert kernel_counts.ports_in_use(tmp_path) == 0


def test_reading_it_costs_next_to_nothing() -> None:
    began_s = time.thread_time()
    for _ in range(100):
        kernel_counts.run_delay_s()
        kernel_counts.steal()
        kernel_counts.open_files()
    assert (time.thread_time() - began_s) / 100 < 0.005
