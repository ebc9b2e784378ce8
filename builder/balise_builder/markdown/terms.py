"""``[traites]{.terme}`` and ``[ce trafic]{terme=traite}``: words that the glossary explains."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.token import Token

from balise_builder.source.folding import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from balise_builder.markdown.attributes import Raw

NAMES = frozenset({"terme", "term"})


def term_key(words: str) -> str:
    """Return what terms are compared by: folded, and no word with the mark of its plural."""
    return " ".join(word.rstrip("sx") or word for word in fold(words).split())


def is_term(raws: Sequence[Raw]) -> bool:
    """Return whether the attributes of a bracket say that it is a term."""
    if len(raws) != 1:
        return False
    name = raws[0].value if raws[0].kind == "class" else raws[0].key
    return fold(name) in NAMES and (raws[0].kind == "class" or raws[0].kind == "pair")


def read_term(previous: Token, raws: Sequence[Raw], at: int) -> Token | None:
    """Take ``[words]`` off the end of the text ``previous``; return them as a token ``term``.

    :param at: where the braces begin in the content of the paragraph.
    """
    before, bracket, words = previous.content[:-1].rpartition("[")
    if not bracket or not words.strip():
        return None
    previous.content = before
    token = Token("term", "", 0)
    token.content = words
    key = term_key(raws[0].value if raws[0].kind == "pair" else words)
    token.meta = {"at": at - 1 - len(words), "key": key}
    return token
