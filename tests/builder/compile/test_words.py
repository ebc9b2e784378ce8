"""No word of the author is lost: it stands in the model, or a finding says why it does not."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from balise_builder.checks.reading import course_blocks, course_items
from balise_builder.diagnostics import Severity
from balise_builder.model import Course
from balise_builder.model.walk import every_token
from tests.builder.compile.cases import PAGE, Case, run

WORD = re.compile(r"mot\d+")
SHAPES = (
    "{0} *{1}* `{2}`", "- {0}\n- {1}\n\n  {2}", "> {0}\n{1}", "> [!NOTE]\n> {0}\n> - {1}",
    "| {0} | {1} |\n|---|---|\n| {2} | {3} |", "| {0} |\n|---|\n| {1} | {2} |", "## {0}\n{1}",
    "{0}[^{1}] {2}\n\n[^{1}]: {3}", "[^{0}]: {1}", "[{0}]: {1}", "[{0}](https://x.org/{1} '{2}')",
    "```\n{0}\n```", "    {0}", "```\n{0}", "{0}\n: {1}\n\n  {2}", "<b>{0}</b>",
    "<div>\n{0}\n</div>",
    "::: avis\n{0}\n:::", "::: version-allégée\n{0}\n\n::: réflexion {{#{1}}}\n{2}\n:::\n:::",
    "::: notes-animation\n{0}\n:::", "::: protocole {{#{0}}}\n{1}\n:::", "::: aide\n\n{0}\n:::",
    "::: détails\n### {0}\n{1}\n\n### {2} {{type=courriel}}\n{3}\n:::",
    "::: onglets\n{0}\n### {1}\n{2}\n:::", "::: étapes\n{0}\n1. {1}\n\n   {2}\n:::",
    "::: cas\n{0}\n### {1} {{type=registre}}\n{2}\n### {3}\n{4}\n:::",
    "::: liste-à-cocher {{#{0}}}\n{1}\n- [ ] {2}\n- [ ] {3}\n:::",
    "::: public {{pour=police}}\n{0}\n:::", "::: public\npour : {0}\n\n{1}\n:::",
    "::: question {{#{0}}}\n{1}\n- [x] {2}\n  > {3}\n- [ ] {4}\n> {5}\n\n> [!TIP]\n> {6}\n:::",
    "::: question {{#{0}}}\n{1}\n- réponse : {2}\n- {3}\n:::", "::: {0}\n{1}\n:::",
    "::: aide {0}\n:::",
    "::: question {{#{0}}}\n{1}\n- [x] {2}\n\n{3}\n:::",
    "::: question {{#{0}}}\n{1}\n- {2} -> {3}\n  > {4}\n- **{5}** -> {6}\n:::",
    "::: question {{#{0}}}\n{1}\n### {2}\n- {3}\n### {4} {{#b}}\n- {5}\n> {6}\n:::",
    "::: question {{#{0}}}\n{1}\n1. {2}\n2. {3}\n   > {4}\n3. {5}\n\n> [!TIP]\n> {6}\n:::",
    "::: question {{#{0} type=échelle}}\n{1}\n\n- {2}\n- {3}\n:::",
    "::: question {{#{0} type=ouverte}}\n{1}\n\n- {2}\n:::",
    "::: question {{#{0} type=association}}\n{1}\n- {2}\n- {3} -> {4} -> {5}\n:::",
    "- [x] {0}\n  - [ ] {1}", ":::\n{0}",
    "::: évaluation {{#{0} moment=après}}\n{1}\n\n::: question {{#{2}}}\n{3}\n- réponse : {4}\n"
    ":::\n{5}\n:::", "::: évaluation {{#{0} moment=après}}\n{1}\n\n::: question {{#{2}}}\n{3}\n"
    "- réponse : {4}\n:::\n:::",
    "1. {0}\n\n   ::: aide\n   :::\n\n   {1}", "{{{0}}} {1}", "{{{{{0}}}}} [@{1}, {2}]", "# {0}",
    "![{0}](media/{1}.svg)", "<!-- {0} -->", "::: réflexion {{#{0}}}\n{1}\n\n## {2}\n:::\n{3}",
)  # fmt: skip


def body(shapes: list[str]) -> str:
    """Return the shapes with words that are all different."""
    parts, count = [], 0
    for shape in shapes:
        needed = 1 + max(int(n) for n in re.findall(r"\{(\d)\}", shape))
        parts.append(shape.format(*(f"mot{count + i}" for i in range(needed))))
        count += needed
    return "\n\n".join(parts)


def shown(course: Course) -> str:
    """Return every word that a reader meets in the model, and the ids."""

    def inside(token: Token) -> Iterator[str]:
        if token.type != "inline":  # its content is the source; its children are what is shown
            yield token.content
        yield " ".join(map(str, token.attrs.values()))
        yield str(token.meta.get("label", ""))
        for child in token.children or []:
            yield from inside(child)

    blocks = list(course_blocks(course))
    parts = [" ".join(inside(token)) for token in every_token(blocks)]
    parts += [str(getattr(block, "id", "")) for block in blocks]
    parts += [e.id for e in course.evaluations]
    parts += [f"{i.id} {' '.join(a.text for a in i.answers)}" for i in course_items(course)]
    parts += [note.label for page in course.pages for note in page.footnotes]
    return " ".join(parts)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.sampled_from(SHAPES), min_size=1, max_size=5))
def test_every_word_stands_in_the_model_or_the_course_is_refused(shapes: list[str]) -> None:
    text = body(shapes)
    with tempfile.TemporaryDirectory() as folder:
        course, found, _ = run(Case("words", {PAGE: text.split("\n")}), Path(folder))
    if course is None:
        assert any(d.severity is Severity.ERROR for d in found)
        return
    missing = set(WORD.findall(text)) - set(WORD.findall(shown(course)))
    assert missing == set()
