"""The commit endpoint under gunicorn on loopback: durable commits a second, and how long one takes.

Bounded: three seconds a row, one and eight clients, each on a kept-alive connection of its own.
"""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import BALISE, Line, run
from tests.bench.previews import free_port
from tests.bench.sample import write_sample

SECONDS = 3.0
BODY = {
    "cmi.core.lesson_status": "incomplete",
    "cmi.core.lesson_location": "capsule-3",
    "cmi.core.session_time": "0000:01:00.00",
    "cmi.suspend_data": "A" * 600,
}


def client(port: int, address: str, barrier: object, out: object) -> None:
    """Commit in a closed loop for :data:`SECONDS`; put the times of the commits, in seconds."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.connect()
    connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    head = {"Host": f"localhost:{port}", "Content-Type": "application/json"}
    taken: list[float] = []
    barrier.wait()  # type: ignore[attr-defined]
    end = time.perf_counter() + SECONDS
    sequence = 0
    while (start := time.perf_counter()) < end:
        sequence += 1
        body = json.dumps({**BODY, "commitSequence": sequence})
        connection.request("POST", address, body, head)
        answer = connection.getresponse()
        said = json.loads(answer.read())
        if answer.status != 200 or not said.get("result"):
            out.put((taken, said))  # type: ignore[attr-defined]
            return
        taken.append(time.perf_counter() - start)
    out.put((taken, None))  # type: ignore[attr-defined]


def sittings(data: Path, dist: Path, port: int, count: int) -> list[str]:
    """Open ``count`` launches of as many learners; return their commit addresses."""
    script = Path(__file__).with_name("sittings.py")
    done = subprocess.run(
        [sys.executable, str(script), str(data), str(dist), str(port), str(count)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [str(address) for address in json.loads(done.stdout)]


def row(port: int, addresses: list[str]) -> tuple[float, float]:
    """Return commits a second and the 95th percentile of a commit in milliseconds."""
    context = multiprocessing.get_context("spawn")
    barrier, out = context.Barrier(len(addresses)), context.Queue()
    clients = [context.Process(target=client, args=(port, a, barrier, out)) for a in addresses]
    for one in clients:
        one.start()
    found = [out.get(timeout=60) for _ in clients]
    for one in clients:
        one.join()
    refused = [said for _, said in found if said]
    if refused:
        sys.exit(f"a commit was refused: {refused[0]}")
    taken = [seconds for times, _ in found for seconds in times]
    return len(taken) / SECONDS, statistics.quantiles(taken, n=20)[-1] * 1000


def measure() -> Iterator[Line]:
    """Serve the sample with gunicorn, then commit with one and with eight clients."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        run(BALISE, "build", write_sample(work / "banc"), "-t", "scorm12", "-o", work / "dist")
        port = free_port()
        environment = {
            **os.environ,
            "BALISE_DATA": str(work / "data"),
            "BALISE_PACKAGES": str(work / "dist"),
            "BALISE_PAGE_ORIGIN": f"http://127.0.0.1:{port}",
            "BALISE_CONTENT_ORIGIN": f"http://localhost:{port}",
        }
        command = str(BALISE.with_name("balise-server"))
        subprocess.run([command, "migrate"], env=environment, check=True, capture_output=True)
        addresses = sittings(work / "data", work / "dist", port, 9)
        server = subprocess.Popen(
            [command, "run"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait(port)
            for label, part in (("1 client", addresses[:1]), ("8 clients", addresses[1:])):
                rate, p95 = row(port, part)
                yield Line(f"durable commits a second, {label}", rate, 500, "/s", at_least=True)
                yield Line(f"a commit's 95th percentile, {label}", p95, 30, "ms")
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(30)


def wait(port: int) -> None:
    """Wait until the server answers, a minute at most."""
    end = time.time() + 60
    while time.time() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("the server does not answer")
