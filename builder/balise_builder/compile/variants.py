"""``variantes``: the same question with another first name, gender or origin, for twin vignettes.

The register ``prenoms.yaml`` gives the first names; origins only balance and compare, and never
stand in a text. What varies and what is held is decided by the setting and by the id of the item
alone, so that a course always builds to the same variants.
"""

from __future__ import annotations

import copy
from hashlib import sha256
from typing import TYPE_CHECKING

from balise_builder.markdown.names import VARIANTS
from balise_builder.source.folding import fold, fold_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markdown_it.token import Token

    from balise_builder.compile.desk import Desk
    from balise_builder.compile.question_parts import Body
    from balise_builder.markdown import Box
    from balise_builder.model import FirstName

MOST = 8
"""Variants of a question: with more, a comparison would need thousands of learners."""
NAME, GENDER, ORIGIN = "name", "gender", "origin"
GENDERS = {"feminin": "f", "feminine": "f", "masculin": "m", "masculine": "m"}
AGREEMENT: dict[str, tuple[str, str]] = {
    "il": ("il", "elle"), "Il": ("Il", "Elle"), "lui": ("lui", "elle"), "le": ("le", "la"),
    "Le": ("Le", "La"), "un": ("un", "une"), "Un": ("Un", "Une"), "ce": ("ce", "cette"),
    "Ce": ("Ce", "Cette"), "du": ("du", "de la"), "au": ("au", "à la"),
    "celui": ("celui", "celle"), "e": ("", "e"), "eux": ("eux", "euse"),
    "homme": ("homme", "femme"),
    "garçon": ("garçon", "fille"), "monsieur": ("monsieur", "madame"),
    "Monsieur": ("Monsieur", "Madame"),
    "he": ("he", "she"), "He": ("He", "She"), "him": ("him", "her"), "his": ("his", "her"),
    "His": ("His", "Her"), "man": ("man", "woman"), "boy": ("boy", "girl"), "Mr": ("Mr.", "Ms."),
}  # fmt: skip
"""Words that agree, by their mark: masculine, feminine. A mark may be written as either."""
NAMES = {"prenom": "prénom", "first-name": "prénom", "name": "prénom"}
ELIDED = {"de-prénom": ("de ", "d’"), "que-prénom": ("que ", "qu’")}
"""Marks of a name after a word that loses its vowel before another one."""
SHOWN = ", ".join(("prénom", *ELIDED, *AGREEMENT))

Variants = tuple[tuple[tuple[str, str], ...], ...]


def variants(desk: Desk, box: Box, body: Body, item_id: str) -> Variants:
    """Return what stands for each mark of a question, a tuple of pairs a variant.

    The marks of ``body`` become tokens ``variant``; they are no variables of the register.
    """
    if box.attributes.text("variants") is None:
        return ()
    used = _marks(desk, body)
    chosen = _chosen(desk, box, item_id)
    if not chosen:
        return ()
    if not any(name == "prénom" or name in ELIDED or name in AGREEMENT for name in used):
        desk.collector.add("variantes-sans-marque", box.attributes.span("variants", box.span))
    return tuple(tuple((name, _text(name, one)) for name in sorted(used)) for one in chosen)


def _text(mark: str, name: FirstName) -> str:
    """Return what stands for ``mark`` with a first name."""
    if mark == "prénom":
        return name.name
    if mark in ELIDED:
        whole, short = ELIDED[mark]
        return (short if _vowel(name.name) else whole) + name.name
    return AGREEMENT[mark][_gender(name) == "f"]


def _vowel(name: str) -> bool:
    """Return whether ``de`` loses its vowel before a name: « d’Aminata », but « de Youssef »."""
    plain = fold(name)
    return plain[:1] in "aeiou" or (plain[:1] == "y" and plain[1:2] not in "aeiou")


def _gender(name: FirstName) -> str:
    return GENDERS.get(fold(name.gender), "")


def canonical(written: str) -> str | None:
    """Return the mark that an author means by a word in double braces, else ``None``."""
    plain = fold(written)
    for start in ("de-", "que-"):
        if plain.startswith(start) and plain.removeprefix(start) in NAMES:
            return f"{start}prénom"
    if plain in NAMES:
        return "prénom"
    if written in AGREEMENT:
        return written
    return next((mark for mark in AGREEMENT if len(mark) > 2 and fold(mark) == written), None)


def _marks(desk: Desk, body: Body) -> list[str]:
    """Turn the marks of a question into tokens of their own; return their names, once each."""
    used: dict[str, None] = {}
    known = desk.folder.registers.variables

    def turned(tokens: Sequence[Token]) -> list[Token]:
        made = []
        for token in tokens:
            if not any(child.type == "variable" for child in token.children or []):
                made.append(token)
                continue
            again = copy.copy(token)
            again.children = [turned_child(token, child) for child in token.children or []]
            made.append(again)
        return made

    def turned_child(inline: Token, child: Token) -> Token:
        if child.type != "variable":
            return child
        at: int = child.meta["at"]
        span = inline.meta["places"].span(at, at + len(child.content))
        mark = canonical(child.meta["id"])
        if mark is None and child.meta["id"] in known:
            return child
        desk.marks.add(span)
        if mark is None:
            desk.collector.add("variante-inconnue", span, name=child.meta["id"], known=SHOWN)
            return child
        used[mark] = None
        made = copy.copy(child)
        made.type, made.meta = "variant", child.meta | {"id": mark}
        return made

    body.stem = turned(body.stem)
    body.general = None if body.general is None else turned(body.general)
    for choice in body.choices:
        choice.text, choice.feedback = turned(choice.text), turned(choice.feedback)
    for target in body.targets:
        target.text, target.again = turned(target.text), turned(target.again)
    return list(used)


def _chosen(desk: Desk, box: Box, item_id: str) -> list[FirstName]:
    """Return the first names to compare, the same for the same item and register."""
    attributes = box.attributes
    span = attributes.span("variants", box.span)
    wanted: set[str] = set()
    for word in attributes.words("variants"):
        meaning = VARIANTS.get(fold_key(word))
        if meaning is None:
            desk.collector.add("variantes-incomprises", span, text=word)
            return []
        wanted.add(meaning)
    if not wanted & {NAME, GENDER, ORIGIN} or len(wanted & {"f", "m", GENDER}) > 1:
        desk.collector.add("variantes-incomprises", span, text=attributes.written("variants"))
        return []
    if "prenoms.yaml" not in desk.folder.registers.present:
        desk.collector.add("registre-absent", span, register="prenoms.yaml", id="prénom")
        return []
    held = next((one for one in ("f", "m") if one in wanted), "")
    found = _balanced(desk.folder.registers.first_names, wanted, held, item_id)
    if len(found) < 2:
        desk.collector.add("variantes-prenoms", span)
        return []
    return found


def _balanced(
    register: Sequence[FirstName], wanted: set[str], held: str, item_id: str
) -> list[FirstName]:
    """Return at most eight first names in which what varies is balanced."""
    cells: dict[tuple[str, str], list[FirstName]] = {}
    for name in register:
        if _gender(name):
            cells.setdefault((name.origin, _gender(name)), []).append(name)
    origins = list(dict.fromkeys(origin for origin, _ in cells))
    turn = int.from_bytes(sha256(item_id.encode()).digest()[:4], "big")
    start = turn % len(origins) if origins else 0
    order = origins[start:] + origins[:start]
    both = [origin for origin in order if (origin, "f") in cells and (origin, "m") in cells]
    pairs: Iterator[tuple[str, str]]
    if {ORIGIN, GENDER} <= wanted:
        pairs = ((origin, gender) for origin in both[: MOST // 2] for gender in "fm")
    elif ORIGIN in wanted:
        pairs = ((origin, held or "f") for origin in order)
    elif GENDER in wanted:
        pairs = ((origin, gender) for origin in both[:1] for gender in "fm")
    else:
        pairs = ((origin, held or "fm"[number % 2]) for number, origin in enumerate(order))
    found = [cells[pair][turn % len(cells[pair])] for pair in pairs if pair in cells]
    return found[:MOST]
