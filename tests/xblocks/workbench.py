"""The workbench of xblock-sdk with the blocks of a course: ``make workbench``.

``python -m tests.xblocks.workbench FOLDER PORT [COURSE]`` keeps its state in FOLDER; what blocks
publish goes to FOLDER/published.jsonl, one JSON object a line. A scenario a block, named by its
``url_name``; ``?student=`` chooses the learner. ``alone-…`` are pages of courses as blocks
placed by hand, ``four`` has a block of each kind. Those named ``new-…`` are empty, to write
in (``/scenario/new-lesson/studio_view/``).
"""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
COURSE = ROOT / "courses/hotellerie-personnel"
LISTS = ROOT / "courses/hotellerie-gestion"
CODE = "Quart de nuit"
"""The code of the practical sign-off of ``alone-signed``."""


@cache
def blocks_of(course: Path) -> dict[str, str]:
    """Return the OLX of each block of the course as ``olx-balise`` has it, by ``url_name``."""
    from balise_builder.build import load
    from balise_builder.config import Options
    from balise_builder.contract import dumps
    from balise_builder.render import render
    from balise_builder.targets import olx

    made = load(course, Options()).course
    if made is None:
        sys.exit(f"{course}: balise check says what is wrong")
    found = {}
    for name, content in olx.block_files(made, render(made, dumps(made))).items():
        if "/vertical/" in name and isinstance(content, bytes):
            for block in etree.fromstring(content):
                if str(block.tag).startswith("balise_"):
                    url_name = str(block.attrib.pop("url_name"))
                    found[url_name] = etree.tostring(block, encoding="unicode")
    return found


def alone() -> dict[str, str]:
    """Return the OLX of the scenario and the checklist by themselves, variously settled."""
    evening, action = (
        blocks_of(COURSE)["une-soiree-lecon"],
        blocks_of(LISTS)["ma-prochaine-action-lecon"],
    )
    return {
        "alone-scenario": placed(evening, "balise_scenario"),
        "alone-final": placed(evening, "balise_scenario", undo="false"),
        "alone-checklist": placed(action, "balise_checklist"),
        "alone-signed": placed(action, "balise_checklist", sign_code=CODE),
        "light-evaluation": lightened(blocks_of(COURSE)["bilan-evaluation"]),
    }


def lightened(text: str) -> str:
    """Return an evaluation whose questions have lighter words too."""
    block = etree.fromstring(text)
    course = block.find("course")
    assert course is not None
    part = json.loads(course.text or "")
    for item in part["items"]:
        item["light"] = {"stem": f"<p>En plus doux : {item['id']}</p>", "choices": []}
    course.text = json.dumps(part)
    return etree.tostring(block, encoding="unicode")


def placed(text: str, tag: str, **fields: str) -> str:
    """Return a block of the same page, of another kind."""
    block = etree.fromstring(text)
    block.tag = tag
    for name, value in fields.items():
        block.set(name, value)
    return etree.tostring(block, encoding="unicode")


def capture(path: Path) -> None:
    """Write what every block publishes to ``path``."""
    from workbench.runtime import WorkbenchRuntime

    def publish(_runtime: Any, block: Any, event_type: str, event_data: dict[str, Any]) -> None:
        said = {"learner": block.scope_ids.user_id, "type": event_type, **event_data}
        which = {"block": block.scope_ids.block_type, "usage": str(block.scope_ids.usage_id)}
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({**which, **said}) + "\n")

    WorkbenchRuntime.publish = publish


def prepare(folder: Path) -> None:
    """Set Django up for a workbench that keeps its state in ``folder``."""
    (folder / "var").mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    os.environ["BALISE_WORKBENCH"] = str(folder)
    os.environ["EXCLUDE_SAMPLE_XBLOCKS"] = "yes"
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.xblocks.bench_settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    capture(folder / "published.jsonl")


def fill(course: Path) -> None:
    """Load the scenarios."""
    from workbench import scenarios

    def add(name: str, text: str) -> None:
        scenarios.add_xml_scenario(name, name, f"<vertical_demo>{text}</vertical_demo>")

    scenarios.get_scenarios()
    texts, first, apart = blocks_of(course), blocks_of(COURSE), alone()
    for name, text in {**texts, **apart}.items():
        add(name, text)
    of_each = (first["notre-role-lecon"], apart["alone-final"], apart["alone-signed"])
    add("four", "".join([*of_each, first["bilan-evaluation"]]))
    add("several", "".join(t for t in texts.values() if t.startswith("<balise_lesson")))
    for kind in ("lesson", "scenario", "checklist", "assessment"):
        for name in (f"new-{kind}", f"other-{kind}"):
            add(name, f'<balise_{kind} display_name="Essai"/>')


def main(folder: Path, port: str, course: Path) -> None:
    """Serve the workbench until it is stopped."""
    prepare(folder)
    fill(course)
    from django.core.management import call_command

    print(f"http://127.0.0.1:{port}/", flush=True)
    call_command("runserver", f"127.0.0.1:{port}", use_reloader=False, verbosity=0)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2], Path(*sys.argv[3:4]) if sys.argv[3:] else COURSE)
