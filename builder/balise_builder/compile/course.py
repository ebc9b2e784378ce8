"""A course folder → the model. See ``docs/contribution/contracts.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from balise_builder.compile.accepted import accept
from balise_builder.compile.companions import companion_pages, companions
from balise_builder.compile.desk import Desk
from balise_builder.compile.evaluations import check_rule, finish_evaluations, read_banks
from balise_builder.compile.glossary import check_terms, glossary
from balise_builder.compile.ids import Ids
from balise_builder.compile.pages import Head, page
from balise_builder.compile.pathways import through
from balise_builder.compile.players import transcripts
from balise_builder.compile.references import check_references, used_media
from balise_builder.compile.select import is_empty, select
from balise_builder.compile.session import session
from balise_builder.compile.shared import shared_documents, shared_file
from balise_builder.markdown import Box, Document, Run, parse
from balise_builder.model import Course, ItemBlock, Term, Variant
from balise_builder.model.session import session_blocks
from balise_builder.model.walk import every_block, page_blocks
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from balise_builder.diagnostics import Collector
    from balise_builder.model import Block, Item, Page, Session
    from balise_builder.source import Folder, SourceText

WHOLE = Variant()
PRESENTATION = "presentation"
"""Id of the page that ``cours.md`` makes."""


def compile_course(folder: Folder, collector: Collector, variant: Variant = WHOLE) -> Course | None:
    """Return the course of ``folder``, or ``None`` when there are errors.

    Each file is parsed once for the same text (:func:`balise_builder.markdown.parse`); what joins
    files (ids, numbers, references, evaluations) is done anew. Numbers and letters come from
    ``folder.lock``, which is given those of new things. Findings go to ``collector``; those
    that authors accept are taken out by :func:`balise_builder.checks.check`, or here when there is
    no course to check.

    :param variant: whom the course is for; text for others is left out, and capsules that held
        nothing else.
    """
    if folder.text is None or folder.settings is None:
        return None
    settings = folder.settings
    desk = Desk(folder, settings, collector, Ids(folder.lock, collector, _written_ids(folder)))
    documents = _parsed(desk)
    heads = _heads(desk)
    desk.transcripts = transcripts(desk, documents)
    for transcript in desk.transcripts.values():
        collector.extend(transcript.found)
    if variant.selects:
        documents, heads = _selected(folder, documents, heads, variant)
    desk.shared = {file: one for file, one in documents.items() if is_shared(file)}
    if folder.bank is not None:
        read_banks(desk, documents[folder.bank.file])
    pages = tuple(page(desk, documents[head.file], head) for head in heads)
    beside = companion_pages(desk, documents)
    held = session(desk, documents[folder.session.file]) if folder.session is not None else None
    evaluations, bank_items, reserved = finish_evaluations(desk)
    check_rule(desk, evaluations, bank_items)
    small = companions(desk, beside)
    terms = check_names(desk, documents)
    intros = [block for evaluation in evaluations for block in evaluation.intro]
    intros += [block for term in terms.values() for block in term.body]
    media = used_media(desk, pages, [*_practice(pages), *bank_items], intros)
    guide_media = used_media(desk, (), (), _guide_blocks(desk, held))
    accepted = tuple(a for document in documents.values() for a in document.accepted)
    if collector.has_errors:
        accept(collector, accepted)
        return None
    rule = settings.rule
    return Course(
        folder=folder.path, id=settings.id + variant.suffix, key=folder.lock.key,
        title=settings.title,
        version=settings.version, language=settings.language, status=settings.status,
        reporting=settings.reporting, pages=pages, rule=rule, evaluations=evaluations,
        bank_items=bank_items, reserved_items=reserved, objectives=settings.objectives,
        audiences=(variant.audience,) if variant.audience else settings.audiences,
        level=settings.level, format=settings.format,
        co_authors=settings.co_authors, people=settings.people, minutes=settings.minutes,
        facilitation=tuple(desk.facilitation), session=held,
        registers=folder.registers, theme=folder.theme, media=media,
        guide_media=tuple(medium for medium in guide_media if medium not in media),
        suspend_limit=settings.suspend_limit, quick_exit=settings.quick_exit,
        date=settings.date, accepted=accepted,
        companions=small, variant=variant, glossary=tuple(terms.values()),
        pathways=through(folder.path, folder.registers, collector),
    )  # fmt: skip


def _parsed(desk: Desk) -> dict[str, Document]:
    """Return the files of the course and the shared pages that it puts in place, by name."""
    documents = {text.file: parse(text) for text in _texts(desk.folder)}
    documents |= shared_documents(desk, documents)
    for document in documents.values():
        desk.collector.extend(document.found)
        desk.ids.written.update(_ids_in(document.nodes))
    return documents


def check_names(desk: Desk, documents: dict[str, Document]) -> dict[str, Term]:
    """Report what the texts name and nothing has; return the terms of the glossary."""
    everything = documents | desk.transcripts
    terms: dict[str, Term] = {}
    if desk.folder.glossary is not None:
        shared = parse(desk.folder.glossary)
        desk.collector.extend(shared.found)
        terms = glossary(desk, shared)
        everything[shared.source.file] = shared
    check_terms(desk, everything.values(), terms)
    check_references(desk, everything)
    return terms


def _texts(folder: Folder) -> Iterator[SourceText]:
    """Yield the files of the course that are parsed."""
    assert folder.text is not None
    yield folder.text
    for capsule in (*folder.capsules, *folder.companions):
        yield capsule.text
    yield from (text for text in (folder.bank, folder.session) if text is not None)


def _selected(
    folder: Folder, documents: dict[str, Document], heads: list[Head], variant: Variant
) -> tuple[dict[str, Document], list[Head]]:
    """Return what is for ``variant``: a capsule that was written for others only is left out."""
    chosen = {file: select(document, variant) for file, document in documents.items()}
    hollow = {file for file in chosen if is_shared(file) and is_empty(chosen[file])}

    def for_others(head: Head) -> bool:
        left = chosen[head.file].nodes
        return not is_empty(documents[head.file]) and not any(
            isinstance(node, Run) or shared_file(folder, node) not in hollow for node in left
        )

    empty = {head.file for head in heads if head.kind == "capsule" and for_others(head)}
    kept = {file: document for file, document in chosen.items() if file not in empty}
    return kept, [head for head in heads if head.file not in empty]


def _heads(desk: Desk) -> list[Head]:
    """Return the pages to make; their ids are taken before those of any block."""
    folder, settings = desk.folder, desk.settings
    assert folder.text is not None
    number = desk.ids.page(PRESENTATION, settings.span)
    heads = [Head(
        settings.span, folder.text.file, PRESENTATION, number, settings.title, "presentation",
        sensitive=settings.sensitive,
    )]  # fmt: skip
    for capsule in folder.capsules:
        head = capsule.settings
        if head.former_id is not None and head.has_id:
            folder.lock.rename(
                "page", head.former_id, head.id, head.where("former-id"), desk.collector
            )
        number = desk.ids.page(head.id, head.where("id"), has_id=head.has_id)
        heads.append(Head(
            head.span, capsule.text.file, head.id, number, head.title, "capsule", head.minutes,
            head.sensitive, head.objective,
        ))  # fmt: skip
    return heads


def _practice(pages: Iterable[Page]) -> Iterator[Item]:
    for one in pages:
        for block in every_block(page_blocks(one)):
            if isinstance(block, ItemBlock):
                yield block.item


def _guide_blocks(desk: Desk, held: Session | None) -> Iterator[Block]:
    """Yield what only the pair's guide shows."""
    yield from desk.facilitation
    if held is not None:
        yield from session_blocks(held)


def _written_ids(folder: Folder) -> Iterator[str]:
    yield PRESENTATION
    for capsule in (*folder.capsules, *folder.companions):
        yield capsule.settings.id


def _ids_in(nodes: Iterable[Run | Box]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Box):
            if node.attributes.id is not None:
                yield node.attributes.id
            yield from _ids_in(node.nodes)
        else:
            for token in node.tokens:
                if token.type == "block":
                    yield from _ids_in((token.meta["box"],))
