"""Everything a text names exists: register entries, sources, files, pages, headings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from balise_builder.markdown.names import suggestion
from balise_builder.model import Player
from balise_builder.model.walk import every_block, every_token, item_blocks, page_blocks
from balise_builder.source.folding import fold
from balise_builder.source.paths import reasons
from balise_builder.source.shared import is_shared

if TYPE_CHECKING:
    from balise_builder.compile.desk import Desk
    from balise_builder.markdown import Document, Reference
    from balise_builder.model import Block, Item, Medium, Page

CODES = {
    "figure": "chiffre-inconnu", "law": "droit-inconnu", "help": "aide-inconnue",
    "variable": "variable-inconnue", "source": "citation-inconnue",
}  # fmt: skip
FILES = {
    "figure": "chiffres.yaml", "law": "droit.yaml", "help": "ressources.yaml",
    "variable": "variables.yaml", "source": "sources.yaml",
}  # fmt: skip
SHARED = "../_commun/media/"
NOT_PAGES = frozenset({"banque.md", "seance.md"})
ROLES = {
    "player": (("video", "sound"), "de vidéo ou de son", "a video or a recording"),
    "captions": (("captions",), "de sous-titres (.vtt)", "captions (.vtt)"),
    "transcript": (("transcript",), "de transcription (.md ou .txt)", "a transcript (.md or .txt)"),
    "poster": (("image",), "d’affiche (une image)", "a poster (an image)"),
}
"""What a player is given: the kinds of files, and what they serve as."""
CARRIED = frozenset({"image", "document", "transcript"})


def check_references(desk: Desk, documents: Mapping[str, Document]) -> None:
    """Report what does not exist, naming the nearest that does."""
    registers = desk.folder.registers
    known: dict[str, Iterable[str]] = {
        "figure": registers.figures, "law": registers.laws, "help": registers.resources,
        "variable": registers.variables, "source": registers.sources,
    }  # fmt: skip
    for document in documents.values():
        for reference in document.references:
            if reference.span in desk.scene_links or reference.span in desk.marks:
                continue
            scene = desk.scene_anchors.get((reference.target, reference.fragment))
            if reference.kind == "page" and scene is not None:
                desk.collector.add("lien-vers-scene", reference.span, title=scene)
            elif reference.kind in known:
                file = FILES[reference.kind]
                if file not in registers.present:
                    desk.collector.add(
                        "registre-absent", reference.span, register=file, id=reference.target
                    )
                elif reference.target not in known[reference.kind]:
                    names = tuple(known[reference.kind])
                    desk.collector.add(
                        CODES[reference.kind], reference.span, id=reference.target,
                        suggestion=suggestion(reference.target, names),
                    )  # fmt: skip
            elif reference.kind == "term":
                continue
            elif reference.kind == "page" and is_shared(reference.span.file):
                desk.collector.add("commun-lien", reference.span)
            elif reference.kind == "page":
                _check_page(desk, reference, documents)
            else:
                _check_file(desk, reference)


def _check_page(desk: Desk, reference: Reference, documents: Mapping[str, Document]) -> None:
    beside = {capsule.text.file for capsule in desk.folder.companions}
    own = reference.span.file
    pages = {
        name: d for name, d in documents.items()
        if name not in NOT_PAGES and name not in desk.transcripts
        and (name == own if own in beside else name not in beside)
        and not name.startswith("../")
    }  # fmt: skip
    report = desk.collector.add
    target = pages.get(reference.target)
    if reference.target.startswith(("/", "\\")):
        report("chemin-absolu", reference.span, target=reference.target)
    elif target is None and reference.target in desk.folder.media:
        _check_file(desk, reference)
    elif target is None:
        same = [n for n in pages if fold(n) == fold(reference.target)]
        if same:
            report("media-autre-casse", reference.span, actual=same[0], target=reference.target)
        else:
            report(
                "lien-vers-rien",
                reference.span,
                target=reference.target,
                suggestion=suggestion(reference.target, tuple(pages)),
            )
    elif reference.fragment and reference.fragment not in target.anchors:
        anchors = tuple(sorted(target.anchors))
        report(
            "titre-vise-inconnu",
            reference.span,
            file=reference.target,
            anchor=reference.fragment,
            suggestion=suggestion(reference.fragment, anchors),
        )


def _check_file(desk: Desk, reference: Reference) -> None:
    """Check a file of ``media/`` or of the shared media."""
    target, span, media = reference.target, reference.span, desk.folder.media
    report = desk.collector.add
    found = media.get(target)
    if target.startswith(("http:", "https:", "//", "data:")):
        report("image-externe", span, target=target[:60])
    elif target.startswith(("/", "\\", "file:")) or target[1:3] in (":\\", ":/") or "\\" in target:
        report("chemin-absolu", span, target=target)
    elif not target.startswith(("media/", SHARED)):
        report("media-hors-du-cours", span, target=target or "—")
    elif found is None:
        same = [name for name in media if fold(name) == fold(target)]
        if same:
            report("media-autre-casse", span, actual=same[0], target=target)
        else:
            report(
                "media-introuvable",
                span,
                target=target,
                suggestion=suggestion(target, tuple(media)),
            )
    elif reference.kind == "image" and found.kind != "image":
        report("media-non-image", span, target=target)
    elif reference.kind in ROLES:
        kinds, role, role_en = ROLES[reference.kind]
        if found.kind not in kinds:
            report("lecteur-fichier", span, target=target, role=role, role_en=role_en)
    elif found.kind not in CARRIED:
        report("media-type-refuse", span, target=target)


def used_media(
    desk: Desk, pages: Iterable[Page], items: Iterable[Item], more: Iterable[Block]
) -> tuple[Medium, ...]:
    """Return the files that the learner's pages and questions use, by name."""
    blocks = [*more]
    for page in pages:
        blocks += page_blocks(page)
    for item in items:
        blocks += item_blocks(item)
    sources = {
        file for block in every_block(blocks) if isinstance(block, Player)
        for file in block.files if file in desk.folder.media
    }  # fmt: skip
    for token in every_token(blocks):
        for child in token.children or []:
            target = child.attrs.get("src" if child.type == "image" else "href")
            if isinstance(target, str) and target in desk.folder.media:
                sources.add(target)
    made = []
    for source in sorted(sources):
        try:
            made.append(desk.folder.media[source].medium())
        except OSError as error:
            from balise_builder.model import Span

            desk.collector.add(
                "fichier-illisible",
                Span.whole(source),
                name=source,
                **reasons(error),
            )
    return tuple(made)
