"""The content changes between two visits: two pages swapped, a question gone."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING, Any

from balise_server.bench.profiles import STRICT
from balise_server.proof.expected import finished

if TYPE_CHECKING:
    from pathlib import Path

    from balise_server.proof.trial import Trial

MARK = b"data-balise-course>"


def updated(trial: Trial) -> None:
    """Half-way in one version, then on in the next."""
    run = trial.run(STRICT)
    context = trial.context()
    visit = trial.visit(run, context)
    visit.learner.half()
    before = visit.learner.seen()
    pages = [page["id"] for page in visit.learner.pages]
    visit.learner.saved()
    visit.close()
    trial.until(lambda: run.sessions[0].ended)
    course = changed(trial.course, pages)
    path = rewritten(trial.package.path, trial.folder / "suite.zip", course)
    run.package = trial.house.take(path, "suite.zip")
    trial.course = run.package.course or course
    again = trial.visit(run, context)
    after = again.learner.seen()
    read = {pages[n] for n in before.read}
    now = {again.learner.pages[n]["id"] for n in after.read}
    trial.check(
        read <= now and after.place == before.place,
        "Ce qui était fait vaut toujours, sous les mêmes identifiants.",
        "What was done still counts, under the same ids.",
        f"{sorted(read)} → {sorted(now)}, {before.place} → {after.place}",
    )
    again.learner.finish()
    finished(trial, run)


def changed(course: Any, pages: list[str]) -> dict[str, Any]:
    """Return ``course`` with its last two pages swapped and its first practice question gone."""
    after: dict[str, Any] = json.loads(json.dumps(course))
    ids = [page["id"] for page in after["pages"]]
    if len(pages) > 2:
        one, two = ids.index(pages[-2]), ids.index(pages[-1])
        after["pages"][one], after["pages"][two] = after["pages"][two], after["pages"][one]
    gone = next((item["id"] for item in after["items"] if item["page"]), None)
    after["items"] = [item for item in after["items"] if item["id"] != gone]
    for page in after["pages"]:
        page["items"] = [item for item in page["items"] if item != gone]
    return after


def rewritten(package: Path, target: Path, course: dict[str, Any]) -> Path:
    """Write ``package`` again with another course, in its file and in its page."""
    data = json.dumps(course, ensure_ascii=False).encode()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "course.json":
                content = data
            elif name == "index.html":
                head, found, rest = content.partition(MARK)
                _, end, tail = rest.partition(b"</script>")
                content = head + found + data.replace(b"<", b"\\u003c") + end + tail
            new.writestr(name, content)
    return target
