"""The page of the docs about the proof, made from proofs: ``python -m balise_server.proof.page``.

``make proof`` proves the first course in both editions and writes the page
``docs/administration/preuve.md``; its prose stands in ``templates/proof/preuve.md``.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from balise_server.bench.profiles import KINDS
from balise_server.proof.faults import FAULTS
from balise_server.proof.texts import EDITIONS, text

PROSE = Path(__file__).parent.parent / "templates/proof/preuve.md"
MARKS = {"held": "tient", "failed": "**échoue**", "not-judged": "non jugé"}


def page(proofs: list[dict[str, Any]]) -> str:
    """Return the page for proofs read from their JSON, an edition a column."""
    prose = PROSE.read_text(encoding="utf-8")
    return prose.replace("{seen}", _seen(proofs)).replace("{profiles}", _profiles())


def _seen(proofs: list[dict[str, Any]]) -> str:
    first = proofs[0]
    lines = [
        f"« {first['title']} », version {first['version']}, {first['date']}, "
        f"Chromium {first['versions']['browser']}. Ce tableau est écrit par `make proof`.",
        "",
        "| Parcours | Ce qui arrive | " + " | ".join(EDITIONS[p["edition"]] for p in proofs) + " |",
        "| --- | --- |" + " --- |" * len(proofs),
    ]
    for fault in FAULTS:
        verdicts = [_verdict(proof, fault.id) for proof in proofs]
        lines.append(f"| `{fault.id}` | {fault.title('fr')} | {' | '.join(verdicts)} |")
    failures = [
        f"- `{path['fault']}`, {EDITIONS[proof['edition']]} : {check['fr']} {found(check)}"
        for proof in proofs
        for path in proof["paths"]
        for check in path["checks"]
        if not check["ok"]
    ]
    if failures:
        lines += ["", "Ce qui échoue :", "", *failures]
    return "\n".join(lines)


def found(check: dict[str, Any]) -> str:
    """Return what was seen in place of what a check expects."""
    return text("found", "fr", found=check["found"]) if check["found"] else ""


def _verdict(proof: dict[str, Any], fault: str) -> str:
    path = next((p for p in proof["paths"] if p["fault"] == fault), None)
    return "non joué" if path is None else MARKS[path["verdict"]]


def _profiles() -> str:
    rows = []
    for kind in KINDS:
        numbers = f"({', '.join(kind.parameters)})" if kind.parameters else ""
        rows.append(f"| `{kind.name}{numbers}` | {kind.sentence('fr')} |\n")
    return "".join(rows)


def joined(proofs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return one proof for each package: paths played again on the same bytes replace the first."""
    found: dict[str, dict[str, Any]] = {}
    for proof in proofs:
        known = found.setdefault(proof["sha256"], {**proof, "paths": []})
        again = {path["fault"] for path in proof["paths"]}
        kept = [path for path in known["paths"] if path["fault"] not in again]
        known["paths"] = kept + proof["paths"]
    return list(found.values())


def main(arguments: list[str]) -> None:
    """Write the page: the path of the page, then those of the proofs."""
    target, *sources = (Path(argument) for argument in arguments)
    proofs = [json.loads(source.read_text(encoding="utf-8")) for source in sources]
    target.write_text(page(joined(proofs)), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
