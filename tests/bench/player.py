"""What a package weighs, and what it asks of its LMS before the first click."""

from __future__ import annotations

import gzip
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.measure import BALISE, Line, run
from tests.bench.sample import write_sample
from tests.browser import launched, served

COUNTING = """
window.calls = [];
const answer = (name) => (...given) => {
  window.calls.push(name);
  return /Get(Value|LastError)$/.test(name) ? (name.endsWith("Error") ? "0" : "") : "true";
};
const names = ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "GetLastError"];
const twelve = names.map((name) => `LMS${name}`);
const fourth = names.map((name) => (name === "Finish" ? "Terminate" : name));
window.API = Object.fromEntries(twelve.map((name) => [name, answer(name)]));
window.API_1484_11 = Object.fromEntries(fourth.map((name) => [name, answer(name)]));
"""


def weights(folder: Path, target: str) -> Iterator[Line]:
    """Weigh scripts and styles: those of page 1, and all with what the sample's activities need."""
    core = [folder / "assets" / name for name in ("player-*.js", "player-*.css")]
    first = b"".join(path.read_bytes() for glob in core for path in glob.parent.glob(glob.name))
    more = b"".join(path.read_bytes() for path in sorted((folder / "assets").glob("activities-*")))
    for what, content, raw, packed in (
        ("page 1", first, 80, 25),
        ("whole course", first + more, 160, 50),
    ):
        yield Line(f"script and style of {what}, {target}", len(content) / 1000, raw, "KB")
        small = len(gzip.compress(content, 9)) / 1000
        yield Line(f"script and style of {what}, gzip, {target}", small, packed, "KB")


def measure() -> Iterator[Line]:
    """Weigh the sample in both editions and count the calls of its first three seconds."""
    with tempfile.TemporaryDirectory() as name, launched() as browser:
        work = Path(name)
        run(BALISE, "build", write_sample(work / "banc"), "-o", work / "dist")
        for target in ("scorm12", "scorm2004"):
            with zipfile.ZipFile(next((work / "dist").glob(f"*-{target}.zip"))) as archive:
                archive.extractall(work / target)
            yield from weights(work / target, target)
            with served(work / target) as address:
                page = browser.new_page()
                page.add_init_script(COUNTING)
                page.goto(address + "/index.html")
                page.wait_for_timeout(3000)
                calls: list[str] = page.evaluate("() => window.calls")
                page.close()
            commits = sum(call.endswith("Commit") for call in calls)
            yield Line(f"LMS calls before the first click, {target}", len(calls), 12, "calls")
            yield Line(f"commits before the first click, {target}", commits, 1, "calls")
