"""The command from start to exit: a cold build of 10 pages, a check and a build of 200."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import BALISE, Line, medians, run
from tests.bench.sample import write_sample

RUNS = 9


def measure() -> Iterator[Line]:
    """Build the sample with a new process and an empty output folder each time."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        course = write_sample(work / "banc")
        run(BALISE, "build", course, "-t", "scorm12", "-o", work / "first")
        costs = [
            run(BALISE, "build", course, "-t", "scorm12", "-o", work / f"out{n}")
            for n in range(RUNS)
        ]
        cost = medians(costs)
        yield Line("cold build, 10 pages, one target: wall", cost.wall, 0.35, "s")
        yield Line("cold build, 10 pages, one target: CPU", cost.cpu, 0.35, "CPU-s")
        yield Line("cold build, 10 pages, one target: peak", cost.peak, 60, "MiB")
        yield from weigh(next((work / "first").glob("*.zip")))
        large = write_sample(work / "large", 200)
        checked = medians([run(BALISE, "check", large) for _ in range(3)])
        yield Line("cold check, 200 pages: wall", checked.wall, 1.5, "s")
        yield Line("cold check, 200 pages: CPU", checked.cpu, 1.5, "CPU-s")
        yield Line("cold check, 200 pages: peak", checked.peak, 150, "MiB")
        every = medians([run(BALISE, "build", large, "-o", work / f"all{n}") for n in range(3)])
        yield Line("cold build, 200 pages, three targets: wall", every.wall, 5, "s")
        yield Line("cold build, 200 pages, three targets: peak", every.peak, 150, "MiB")


def weigh(package: Path) -> Iterator[Line]:
    """Weigh a package: the zip without the schemas (what page 1 loads: player.py)."""
    with zipfile.ZipFile(package) as archive:
        infos = archive.infolist()
        schemas = sum(i.compress_size for i in infos if i.filename.endswith((".xsd", ".dtd")))
    yield Line(
        "zip of the sample without the XSDs", (package.stat().st_size - schemas) / 1000, 120, "KB"
    )
