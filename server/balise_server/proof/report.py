"""The report of a proof: JSON for machines, one HTML page for the person who runs the platform."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from balise_server.proof.calls import bare
from balise_server.proof.errors import ProofError
from balise_server.proof.faults import BY_ID
from balise_server.proof.texts import EDITIONS, text

if TYPE_CHECKING:
    from pathlib import Path

    from balise_server.proof.record import Proof

FORMAT = 1
LONGEST = 400


def names(out: Path, package: str) -> tuple[Path, Path]:
    """Return the paths of the HTML and JSON reports of a package, in the folder ``out``."""
    stem = package.removesuffix(".zip")
    return out / f"{stem}.proof.html", out / f"{stem}.proof.json"


def write(proof: Proof, out: Path, lang: str) -> tuple[Path, Path]:
    """Write both reports and return their paths.

    :raises ProofError: the disk refuses.
    """
    page, data = names(out, proof.package)
    for path, content in ((page, html(proof, lang)), (data, as_json(proof))):
        try:
            path.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise ProofError("not-written", file=path.name, reason=reason) from error
    return page, data


def as_json(proof: Proof) -> str:
    """Return the whole proof as JSON: every check, call and recorded element."""
    found = {"proof": FORMAT, "holds": proof.holds, **asdict(proof)}
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def html(proof: Proof, lang: str) -> str:
    """Return the page: what was seen first, in plain words; every call folded below."""
    from jinja2 import Environment, PackageLoader

    loader = PackageLoader("balise_server", "templates/proof")
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template("report.html").render(
        proof=proof,
        lang="en" if lang == "en" else "fr",
        t=lambda key, **values: text(key, lang, **values),
        edition=EDITIONS[proof.edition],
        faults=BY_ID,
        counts=[(v, proof.count(v)) for v in ("held", "failed", "not-judged")],
        call=shown_call,
        clock=clock,
        seconds=lambda n: f"{n} s" if lang == "en" else f"{n}\u00a0s".replace(".", ","),
        short=lambda value: value if len(value) <= LONGEST else value[:LONGEST] + "…",
        kept=kept,
    )


def shown_call(call: dict[str, Any]) -> dict[str, str]:
    """Return a call as the page writes it; ``kind`` tells refusals from normal answers."""
    args = ", ".join(_quoted(arg) for arg in call["args"])
    unset = bare(call["name"]) == "GetValue" and call["error"] == "403"
    bad = call["error"] != "0" and not unset
    return {
        "at": clock(call["at"]),
        "text": f"{call['name']}({args})",
        "result": _quoted(call["result"]),
        "error": "" if call["error"] == "0" else call["error"],
        "kind": "bad" if bad else "",
    }


def kept(values: dict[str, str]) -> list[tuple[str, str]]:
    """Return the elements worth a look: status, score, place, suspend data, times."""
    return [(n, v) for n, v in sorted(values.items()) if v and ".interactions." not in n]


def clock(milliseconds: int) -> str:
    """Return minutes, seconds and tenths since the launch."""
    tenths = round(milliseconds / 100)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"


def _quoted(value: str) -> str:
    cut = value if len(value) <= LONGEST else value[:LONGEST] + "…"
    return json.dumps(cut, ensure_ascii=False)
