"""Runs commands and says what they cost: wall time, CPU time, peak memory, as medians."""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
BALISE = Path(sys.executable).parent / "balise"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of a command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds, user and system, children included."""
    peak: float
    """MiB of resident memory."""


@dataclass(frozen=True, slots=True)
class Line:
    """One measured figure beside its target."""

    what: str
    value: float
    target: float
    unit: str
    at_least: bool = False

    @property
    def met(self) -> bool:
        """Whether the target is met."""
        return self.value >= self.target if self.at_least else self.value <= self.target

    def text(self) -> str:
        """Return the line of the report, with the ratio to the target."""
        sign = "≥" if self.at_least else "≤"
        ratio = self.value / self.target if self.target else 0.0
        verdict = "ok" if self.met else "MISSED"
        return (
            f"{self.what:<58} {self.value:>9.3g} {self.unit:<6} {sign} {self.target:<7g}"
            f" ×{ratio:<5.2f} {verdict}"
        )


def machine() -> str:
    """Name the machine, so that a figure can be compared."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.is_file():
        names = [
            x for x in info.read_text(encoding="utf-8").splitlines() if x.startswith("model name")
        ]
        model = names[0].split(":", 1)[1].strip() if names else model
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{model}, {os.cpu_count()} cores, {platform.system()} {platform.release()}, "
        f"Python {platform.python_version()}, load {load:.1f}"
    )


def run(*command: str | Path, cwd: Path | None = None) -> Cost:
    """Run ``command`` once and return its cost; stop with its output when it fails."""
    # Byte code is kept between two commands on a trainer's machine; so it is here.
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    child = subprocess.Popen(
        [str(part) for part in command],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    output = child.stdout.read() if child.stdout else b""
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.stdout:
        child.stdout.close()
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit {child.returncode}\n{output.decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, peak_mib(usage))


def peak_mib(usage: resource.struct_rusage) -> float:
    """Return the peak resident memory in MiB (Linux counts KiB, macOS bytes)."""
    return usage.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)


def medians(costs: list[Cost]) -> Cost:
    """Return the median of each part."""
    return Cost(
        statistics.median(c.wall for c in costs),
        statistics.median(c.cpu for c in costs),
        statistics.median(c.peak for c in costs),
    )
