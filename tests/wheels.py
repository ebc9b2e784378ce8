"""Each wheel alone in a fresh environment, run: ``python -m tests.wheels`` (``make wheels``).

A wheel that leans on a neighbour, on the repository or on a file that was not packed fails here.
Versions are constrained to the locked ones, so that a new release elsewhere cannot break a build.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SERVER_RUN = """
import importlib.util, sys
from balise_server import create_app
assert importlib.util.find_spec("balise_builder") is None
app = create_app({"data_folder": sys.argv[1], "preview": True})
answer = app.test_client().get("/", headers={"Host": "127.0.0.1:8000"})
assert answer.status_code == 200, answer.status
"""

XBLOCKS_RUN = """
import importlib.util, json, sys
assert importlib.util.find_spec("flask") is None
assert importlib.util.find_spec("balise_builder") is None
from balise_xblocks import content
course = content.read(open(sys.argv[1], "rb").read())
assert course["balise"] == 1
"""


def run(*command: str | Path, cwd: Path | None = None, expect: int = 0) -> str:
    """Run ``command`` without the repository on the path; stop unless it exits as expected."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True
    )
    if done.returncode != expect:
        sys.exit(
            f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout + done.stderr


def constraints(folder: Path) -> Path:
    """Write the locked versions without hashes, for pip's ``--constraint``."""
    text = (ROOT / "requirements/dev.txt").read_text(encoding="utf-8")
    pins = re.findall(r"^([A-Za-z0-9_.-]+==[^\s\\]+(?: ;[^\\\n]+)?)", text, flags=re.MULTILINE)
    path = folder / "constraints.txt"
    path.write_text("\n".join(pin.strip() for pin in pins) + "\n", encoding="utf-8")
    return path


def fresh(folder: Path, wheel: Path, pins: Path) -> Path:
    """Make an environment with ``wheel`` and its dependencies only; return its bin folder."""
    venv.create(folder, with_pip=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(
        scripts / "python",
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--constraint",
        pins,
        wheel,
    )
    return scripts


def try_builder(scripts: Path, work: Path) -> None:
    """New course, check, build: without server, the preview names what to install."""
    run(scripts / "balise", "--lang", "fr", "new", "essai", cwd=work)
    run(scripts / "balise", "check", "essai", cwd=work)
    run(
        scripts / "balise",
        "build",
        "essai",
        "-t",
        "scorm12",
        "-t",
        "scorm2004",
        "-t",
        "web",
        "-o",
        "dist",
        cwd=work,
    )
    built = sorted(p.name for p in (work / "dist").glob("*.zip"))
    if len(built) != 3:
        sys.exit(f"builder: three packages expected, found {built}")
    said = run(scripts / "balise", "preview", cwd=work, expect=2)
    if "balise-server" not in said:
        sys.exit(f"builder: the message does not name the distribution to install: {said}")


def main() -> int:
    """Build the three wheels, then install and run each alone. Returns the exit code."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        pins = constraints(work)
        wheels = {}
        for part in ("builder", "server", "xblocks"):
            run(
                sys.executable,
                "-m",
                "pip",
                "wheel",
                "--quiet",
                "--no-deps",
                "--no-build-isolation",
                "--disable-pip-version-check",
                "-w",
                work / "wheels",
                ROOT / part,
            )
            wheels[part] = next((work / "wheels").glob(f"balise_{part}-*.whl"))
        try_builder(fresh(work / "builder", wheels["builder"], pins), work)
        print("wheel balise-builder: alone, new, check, build: passed")
        server = fresh(work / "server", wheels["server"], pins)
        run(server / "python", "-c", SERVER_RUN, work / "data", cwd=work)
        run(server / "balise-server", "--help", cwd=work)
        print("wheel balise-server: alone, without the builder: passed")
        sample = ROOT / "tests/golden/contract/sample.course.json"
        json.loads(sample.read_text(encoding="utf-8"))
        xblocks = fresh(work / "xblocks", wheels["xblocks"], pins)
        run(xblocks / "python", "-c", XBLOCKS_RUN, sample, cwd=work)
        print("wheel balise-xblocks: alone, without Flask: passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
