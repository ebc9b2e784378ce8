"""Each wheel alone in a fresh environment, run: ``python -m tests.wheels`` (``make wheels``).

Each wheel is made from its source distribution, outside of the repository, so that what leans on a
neighbour, on the repository or on a file that was not packed fails here. Both are left in
``dist/wheels``. Versions are constrained to the locked ones, so that a new release elsewhere cannot
break a build.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "dist/wheels"
TARGETS = ("scorm12", "scorm2004", "web")

TEXTS = {
    "builder": ("LICENSE",),
    "server": ("LICENSE", "static/built/scorm-again.LICENSE.txt"),
    "xblocks": ("LICENSE",),
}
"""Licences that go with what a wheel carries."""

SERVER_RUN = """
import importlib.util, re, sys
from pathlib import Path
from balise_server import create_app
from balise_server.config import Config
assert importlib.util.find_spec("balise_builder") is None
app = create_app(Config(data=Path(sys.argv[1]), packages=(Path(sys.argv[2]),), preview=True))
client, origin = app.test_client(), "http://127.0.0.1:8000"
page = client.get("/", base_url=origin)
assert page.status_code == 200, page.status
assert "essai-" in page.text, "the package on the shelf is not listed"
assets = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text))
assert assets, "the page names no style"
for path in sorted(assets):
    assert client.get(path, base_url=origin).status_code == 200, path
"""

XBLOCKS_RUN = """
import importlib.util, json, sys
assert importlib.util.find_spec("flask") is None
assert importlib.util.find_spec("balise_builder") is None
from balise_xblocks import content
course = content.read_course(open(sys.argv[1], "rb").read())
assert course["balise"] == 1
from xblock.core import XBlock
for name in ("balise_lesson", "balise_scenario", "balise_checklist", "balise_assessment"):
    block = XBlock.load_class(name)
    for file in ("balise.js", "balise.css", "studio.js", "studio.css"):
        assert block.open_local_resource("public/built/" + file).read(), file
from balise_xblocks import authoring
assert not authoring.is_here()
assert "balise" not in authoring.template("balise_lesson", "a", "b", "fr")
from balise_xblocks.texts import player_texts
assert player_texts("fr") != player_texts("en")
import gettext
from importlib import resources
folder = resources.files("balise_xblocks") / "translations"
for locale, word in (("fr_CA", "Enregistrer"), ("fr", "Enregistrer"), ("en", "Save")):
    catalogue = gettext.translation("text", str(folder), [locale])
    assert catalogue.pgettext("block.save", "Save") == word
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


def make_wheel(part: str, work: Path) -> Path:
    """Build the source distribution of ``part``, then its wheel from that alone; keep both."""
    sources = work / "sdist"
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", sources, cwd=ROOT / part)
    source = next(sources.glob(f"balise_{part}-*.tar.gz"))
    quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation"]
    run(sys.executable, "-m", "pip", "wheel", *quiet, "-w", work / "wheels", source, cwd=work)
    wheel = next((work / "wheels").glob(f"balise_{part}-*.whl"))
    with zipfile.ZipFile(wheel) as archive:
        for text in TEXTS[part]:
            if not any(name.endswith(f"/{text}") for name in archive.namelist()):
                sys.exit(f"{wheel.name}: {text} is missing")
    for old in KEPT.glob(f"balise_{part}-*"):
        old.unlink()
    for made in (source, wheel):
        shutil.copy2(made, KEPT)
    return wheel


def try_builder(scripts: Path, work: Path) -> None:
    """New course, check, build: without server, the preview names what to install."""
    run(scripts / "balise", "--lang", "fr", "new", "essai", cwd=work)
    run(scripts / "balise", "check", "essai", cwd=work)
    targets = [part for target in TARGETS for part in ("-t", target)]
    run(scripts / "balise", "build", "essai", *targets, "-o", "dist", cwd=work)
    built = sorted(p.name for p in (work / "dist").glob("*.zip"))
    if len(built) != len(TARGETS):
        sys.exit(f"builder: three packages expected, found {built}")
    said = run(scripts / "balise", "preview", cwd=work, expect=1)
    if "balise-server" not in said:
        sys.exit(f"builder: the message does not name the distribution to install: {said}")


def try_both(scripts: Path, server: Path, work: Path) -> None:
    """The trainer's way of the README: the server beside the builder gives ``balise preview``."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    if server.name not in readme:
        sys.exit(f"README.md does not name {server.name}")
    quiet = ("--quiet", "--disable-pip-version-check", "--constraint", work / "constraints.txt")
    run(scripts / "python", "-m", "pip", "install", *quiet, f"{server}[preview]")
    run(scripts / "balise", "preview", "--help", cwd=work)


def main() -> int:
    """Build the three wheels, then install and run each alone. Returns the exit code."""
    KEPT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        pins = constraints(work)
        wheels = {part: make_wheel(part, work) for part in ("builder", "server", "xblocks")}
        builder = fresh(work / "builder", wheels["builder"], pins)
        try_builder(builder, work)
        print("wheel balise-builder: alone, new, check, build: passed")
        server = fresh(work / "server", wheels["server"], pins)
        run(server / "python", "-c", SERVER_RUN, work / "data", work / "dist", cwd=work)
        run(server / "balise-server", "--help", cwd=work)
        print("wheel balise-server: alone, without the builder: passed")
        try_both(builder, wheels["server"], work)
        print("wheels balise-builder and balise-server together: preview: passed")
        sample = ROOT / "tests/golden/contract/sample.course.json"
        json.loads(sample.read_text(encoding="utf-8"))
        xblocks = fresh(work / "xblocks", wheels["xblocks"], pins)
        run(xblocks / "python", "-c", XBLOCKS_RUN, sample, cwd=work)
        print("wheel balise-xblocks: alone, without Flask: passed")
    print(f"{KEPT.relative_to(ROOT)}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
