"""A course as a few lines of text: what the cases of ``tests/golden/dialect`` compare."""

from __future__ import annotations

from collections.abc import Iterator

from markdown_it.token import Token

from balise_builder.markdown import plain_text
from balise_builder.model import (
    Audience,
    Block,
    Case,
    Checklist,
    Course,
    Details,
    Evaluation,
    EvaluationBlock,
    Facilitation,
    HelpBlock,
    Item,
    ItemBlock,
    Page,
    Part,
    Prose,
    Protocol,
    Reflection,
    Scenario,
    ScenarioBlock,
    Steps,
    Survey,
    Tabs,
)
from tests.builder.compile.cases import PAGE

SIGNS = {
    "paragraph_open": "p", "alert_open": "alert", "blockquote_open": "quote", "table_open": "table",
    "bullet_list_open": "ul", "ordered_list_open": "ol", "dl_open": "dl", "fence": "code",
    "code_block": "code", "hr": "hr", "dt_open": "dt", "dd_open": "dd", "td_open": "td",
    "th_open": "th",
}  # fmt: skip


def outline(course: Course) -> list[str]:
    """Return the lines of a course: its page 01-page.md, evaluations, and what is kept apart."""
    page = next(p for p in course.pages if p.file == PAGE)
    lines = list(_page(page))
    for evaluation in course.evaluations:
        lines += _evaluation(evaluation)
    for item in course.bank_items:
        lines.append(f"bank {item.id} {item.form or '-'}")
    lines += [f"reserved {item.id}" for item in course.reserved_items]
    for notes in course.facilitation:
        lines.append(f"facilitation {notes.role} {notes.minutes}")
        lines += _blocks(notes.body, 1)
    for beside in course.companions:
        lines.append(f"companion {beside.name} {beside.page.id} {beside.page.number}")
        lines += [f"  {line}" for line in _page(beside.page)]
        lines += [f"  {line}" for e in [beside.evaluation] if e for line in _evaluation(e)]
        lines += [f"  asked {item.id}" for item in beside.items]
    lines += [f"media {m.source} {m.name}" for m in course.media]
    return lines


def _page(page: Page) -> Iterator[str]:
    parts = (("before", page.before), ("light", page.light), ("body", page.body))
    if page.notice is not None:
        yield "notice"
        yield from _blocks(page.notice.body, 1)
    for name, blocks in parts:
        if blocks and (name != "body" or page.before or page.notice or page.light):
            yield name
            yield from _blocks(blocks, 1)
        else:
            yield from _blocks(blocks, 0)
    for note in page.footnotes:
        yield f"footnote {note.number} {note.label}"
        yield from _blocks(note.body, 1)


def _blocks(blocks: tuple[Block, ...], depth: int) -> Iterator[str]:
    for block in blocks:
        for line in _block(block):
            yield "  " * depth + line


def _block(block: Block) -> Iterator[str]:
    match block:
        case Prose():
            yield from _prose(block.tokens)
        case ItemBlock():
            yield from _item(block.item)
        case EvaluationBlock():
            yield f"evaluation here {block.evaluation_id}"
        case Reflection():
            yield f"reflection {block.id} {block.number}"
            yield from _blocks(block.prompt, 1)
        case HelpBlock():
            yield f"help {'/'.join(block.territories)} {'/'.join(block.audiences)}".rstrip()
        case Protocol():
            yield f"protocol {block.id} {block.title}".rstrip()
            yield from _blocks(block.body, 1)
        case Tabs() | Details() | Case():
            yield type(block).__name__.lower()
            if isinstance(block, Case):
                yield from _blocks(block.intro, 1)
            for part in block.parts:
                yield from _part(part)
        case Steps():
            yield "steps"
            yield from _blocks((*block.intro, block.steps), 1)
        case Checklist():
            yield f"checklist {block.id} {block.number}"
            yield from _blocks(block.intro, 1)
            for line in block.lines:
                yield f"  {line.letter} {' / '.join(_blocks(line.text, 0))}"
        case Audience():
            yield f"audience {'/'.join(block.audiences)} {'/'.join(block.territories)}".rstrip()
            yield from _blocks(block.body, 1)
        case Survey():
            yield "survey"
            yield from _blocks((*block.intro, *block.questions), 1)
        case ScenarioBlock():
            yield from _scenario(block.scenario)
        case Facilitation():
            raise AssertionError("facilitation notes never stand in a page")


def _part(part: Part) -> Iterator[str]:
    yield f"  part {part.kind or '-'}"
    yield from _blocks((part.title, *part.body), 2)


def _scenario(scenario: Scenario) -> Iterator[str]:
    first = " ".join(f"{v.name}={v.value}" for v in scenario.variables)
    yield f"scenario {scenario.id} {scenario.number} start={scenario.start} {first}".rstrip()
    yield from _blocks(scenario.intro, 1)
    for scene in scenario.scenes:
        flags = [" end"] if scene.end else []
        flags += [] if scene.points is None else [f" points={scene.points}"]
        yield f"  scene {scene.id} {scene.number}{''.join(flags)} {scene.title}"
        yield from _blocks(scene.body, 2)
        for choice in scene.choices:
            rules = [f"{c.variable}{c.operator}{c.value}?" for c in choice.conditions]
            rules += [f"{e.variable}{e.operator}{e.value}" for e in choice.effects]
            text = " / ".join(_blocks(choice.text, 0))
            yield " ".join(["   ", choice.letter, text, "->", choice.target, *rules])
            yield from _blocks(choice.feedback, 3)


def _prose(tokens: tuple[Token, ...]) -> Iterator[str]:
    depth = 0
    label = ""
    for token in tokens:
        if token.nesting < 0:
            depth -= token.type != "paragraph_close" and token.type in CLOSERS
        elif token.type == "block":
            yield from ("  " * depth + line for line in _block(token.meta["block"]))
        elif token.type == "inline":
            yield "  " * depth + f"{label} {_inline(token)}".strip()
            label = ""
        elif token.type == "heading_open":
            label = f"{token.tag} #{token.meta['anchor']}"
        elif token.type == "list_item_open":
            if "checked" in token.meta:
                label = "[x]" if token.meta["checked"] else "[ ]"
        elif token.type in ("td_open", "th_open", "dt_open", "dd_open", "paragraph_open"):
            label = label or SIGNS[token.type]
        elif token.type in SIGNS:
            kind = token.meta.get("kind", "")
            yield "  " * depth + f"{SIGNS[token.type]} {kind}{token.content.strip()}".strip()
            depth += token.nesting


CLOSERS = frozenset({
    "alert_close", "blockquote_close", "table_close", "bullet_list_close", "ordered_list_close",
    "dl_close",
})  # fmt: skip


def _inline(token: Token) -> str:
    parts = []
    for child in token.children or []:
        if child.type == "image":
            parts.append(f"<image {child.attrs['src']} | {child.attrs['alt']}>")
        elif child.type == "link_open":
            target = child.meta.get("file", child.attrs["href"])
            parts.append(f"<{child.meta['link']} {target} {child.meta.get('anchor', '')}>")
        elif child.type == "footnote_ref":
            parts.append(f"<note {child.meta['number']}>")
        elif child.type.endswith("_ref") or child.type in ("variable", "variant", "citation"):
            parts.append(f"<{child.type} {child.meta.get('sources') or child.meta['id']}>")
        else:
            parts.append(plain_text([child]))
    return "".join(parts)


def _item(item: Item) -> Iterator[str]:
    flags = [n for n in ("shuffle", "partial", "exact", "certainty") if getattr(item, n)]
    shown = " ".join(filter(None, [
        f"item {item.id} {item.number} {item.kind} points={item.points}",
        f"tries={item.tries}" if item.tries else "", item.situation or "",
        f"objective={item.objective}" if item.objective else "", *flags,
    ]))  # fmt: skip
    yield shown
    yield from _blocks(item.stem, 1)
    for choice in item.choices:
        mark = "x" if choice.right else " "
        text = " / ".join(line for line in _blocks(choice.text, 0))
        more = f" -> {choice.target}" if choice.target else ""
        more += f" idea={choice.idea}" if choice.idea else ""
        yield f"  [{mark}] {choice.letter}{' fixed' if choice.fixed else ''} {text}{more}"
        yield from _blocks(choice.feedback, 2)
    for target in item.targets:
        yield f"  > {target.letter} {' / '.join(_blocks(target.text, 0))}"
    for answer in item.answers:
        number = "" if answer.value is None else f" = {answer.value:g} ± {answer.tolerance:g}"
        yield f"  = {answer.letter} {answer.text}{number}"
    for variant in item.variants:
        yield "  variant " + " ".join(f"{name}:{text}" for name, text in variant)
    if item.general:
        yield "  general"
        yield from _blocks(item.general, 2)


def _evaluation(evaluation: Evaluation) -> Iterator[str]:
    yield (
        f"evaluation {evaluation.id} {evaluation.number} {evaluation.moment}"
        f" page={evaluation.page_id} draw={evaluation.draw} attempts={evaluation.attempts}"
    )
    yield from _blocks(evaluation.intro, 1)
    for form in evaluation.forms:
        yield f"  form {form.name} {' '.join(form.item_ids)}"
