"""``balise explain``: one finding, why it matters, an example and the text mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from balise_builder.cli import speech
from balise_builder.cli.speech import both, say
from balise_builder.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE = "docs/guide-formateur/diagnostics.md"


@click.command(
    help=both(
        "Expliquer un constat : ce qu’il est, pourquoi il compte, un exemple et sa correction."
        "\n\nCODE : celui que « balise check » montre entre crochets; sans lui, la liste de tous.",
        "Explain a finding: what it is, why it matters, an example and its correction.\n\nCODE: "
        "the one that “balise check” shows between brackets; without it, the list of all.",
    )
)
@click.argument("code", required=False, default="", metavar="[CODE]")
def explain(code: str) -> None:
    """Explain a finding."""
    from balise_builder.diagnostics import kinds

    wanted = code.strip().strip("[]")
    if not wanted:
        for line in _every():
            click.echo(line)
        return
    if wanted not in kinds():
        raise _unknown(wanted)
    for line in _explained(wanted):
        click.echo(line)


def _unknown(code: str) -> UsageError:
    """Return the error for a code that does not exist, with the nearest one."""
    from balise_builder.diagnostics import kinds
    from balise_builder.source.folding import nearest

    near = nearest(code, kinds())
    return UsageError(
        f"Le code « {code} » n’existe pas. "
        + (f"Vouliez-vous dire « {near} »?" if near else "« balise explain » les énumère."),
        f"There is no code “{code}”. "
        + (f"Did you mean “{near}”?" if near else "“balise explain” lists them."),
    )


def _every() -> Iterator[str]:
    """Yield each code with its message."""
    from balise_builder.diagnostics import kinds
    from balise_builder.diagnostics.templates import readable

    listing = sorted(kinds().values(), key=lambda kind: kind.code)
    width = max(len(kind.code) for kind in listing)
    for kind in listing:
        yield f"{kind.code:<{width}}  {readable(say(kind.fr, kind.en))}"


def _explained(code: str) -> Iterator[str]:
    """Yield the lines that explain one code."""
    from balise_builder.diagnostics import kinds
    from balise_builder.diagnostics.catalog import release_codes
    from balise_builder.diagnostics.explain import example, shown, why
    from balise_builder.diagnostics.report import SEVERITY_WORDS
    from balise_builder.diagnostics.templates import readable

    kind = kinds()[code]
    severity = SEVERITY_WORDS[speech.lang()][kind.severity.value]
    yield f"{code} ({severity})"
    yield f"  {readable(say(kind.fr, kind.en))}"
    if code in release_codes():
        yield say("  Une erreur à la diffusion.", "  An error in a release.")
    yield from _part(say("Pourquoi", "Why"), [why(code, speech.lang())])
    if hint := say(kind.hint_fr, kind.hint_en):
        yield from _part(say("Quoi faire", "What to do"), [readable(hint)])
    found = example(code)
    if found is not None:
        yield from _part(say("Exemple", "Example"), shown(found.before))
        yield from _part(say("Corrigé", "Mended"), shown(found.after))
    yield ""
    yield say(f"Dans le guide : {GUIDE}#{code}", f"In the guide: {GUIDE}#{code}")


def _part(title: str, lines: list[str]) -> Iterator[str]:
    yield ""
    yield title
    for line in lines:
        yield f"  {line}".rstrip()
