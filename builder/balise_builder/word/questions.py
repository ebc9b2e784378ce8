"""Blocks of a page → questions where it is sure, marks where it only looks like one."""

from __future__ import annotations

import re
from dataclasses import dataclass

from balise_builder.source.folding import fold, fold_text
from balise_builder.word.content import (
    Block,
    Break,
    Choice,
    Image,
    Mark,
    Paragraph,
    Piece,
    Question,
    Table,
    Text,
    Tick,
    words,
)  # fmt: skip

BOX = re.compile(
    r"\s*(?:(?P<on>[☒☑]|\[\s*[xX✓✔]\s*\])|(?P<tick>[✓✔✅]\ufe0f?)|(?P<wrong>[✗✘❌])"
    r"|(?P<off>[☐□❏❑]|\[\s?\]))[\s\u00a0]*"
)
CROSS = re.compile(r"\s*[xX](?:[\s\u00a0]+|$)")
STAR_BEFORE = re.compile(r"\s*\*[\s\u00a0]*(?=[^\s*]|$)")
STAR_AFTER = re.compile(r"[\s\u00a0]*\*\s*$")
LETTER = re.compile(r"\s*(?P<letter>[A-Ha-h])\s*[.)](?:[\s\u00a0]+|$)")
FEEDBACK = re.compile(r"(retroaction|explication|feedback|corrige|explanation)s?\b[^:]{0,30}:")
ANSWER_LINE = re.compile(r"(reponses?|answers?)\s*:")
BOXES = ("on", "off")
DRAWN = (*BOXES, "tick", "wrong")
SURE = (
    {"on", "off"},
    {"tick", "off"},
    {"tick", "wrong"},
    {"tick", ""},
    {"cross", ""},
    {"star", ""},
)
"""Signs that tell right from wrong when they stand together."""
KEYS = frozenset({"no-stem", "odd-question", "no-key", "lit-key"})
Found = list[Block | Question]


@dataclass(slots=True)
class _Answer:
    """A line that may be an answer."""

    paragraph: Paragraph
    pieces: list[Piece]
    sign: str = ""
    """``on``, ``off``, ``cross``, ``star`` or nothing."""
    letter: str = ""
    feedback: list[Paragraph] | None = None

    @property
    def bold(self) -> bool:
        texts = [p for p in self.pieces if isinstance(p, Text) and p.text.strip()]
        return bool(texts) and all(t.bold for t in texts)

    @property
    def lit(self) -> bool:
        return any(isinstance(p, Text) and p.lit and p.text.strip() for p in self.pieces)


def with_questions(blocks: list[Block]) -> Found:
    """Return the blocks of a page with the sure questions in the place of their lines."""
    found: Found = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Table) or not _asks(block):
            found.append(block)
            index += 1
            continue
        answers, end = _answers(blocks, index + 1)
        made = _question(block, answers) if len(answers) > 1 else None
        if isinstance(made, Question):
            end = _general(blocks, end, made)
            found.append(made)
        else:
            if made is not None:
                (answers[-1].paragraph if answers else block).marks.append(made)
            found += blocks[index : max(end, index + 1)]
        index = max(end, index + 1)
    _checklists(found)
    return found


def _checklists(found: Found) -> None:
    """Make lines with a box outside a question the lines of a checklist; tell those ticked."""
    ticked: list[str] = []
    last: Paragraph | None = None
    for block in [*found, None]:
        answer = None
        if isinstance(block, Paragraph) and not block.heading and not block.role:
            answer = _answer(block)
        if answer and answer.sign in BOXES and words(answer.pieces).strip():
            last = answer.paragraph
            last.check, last.pieces = answer.sign == "on", answer.pieces
            ticked += [words(answer.pieces).strip()] if last.check else []
            continue
        if ticked and last is not None and not any(k in KEYS for k, _ in last.marks):
            last.marks.append(("no-stem", " / ".join(ticked)))
        ticked, last = [], None


def _asks(paragraph: Paragraph) -> bool:
    """Return whether a paragraph may be the stem of a question."""
    text = paragraph.text.strip()
    if not text or paragraph.role or paragraph.heading == 1 or _answer(paragraph).sign:
        return False
    bold = _Answer(paragraph, paragraph.pieces).bold
    return text.endswith("?") or (bold and not paragraph.heading)


def _answer(paragraph: Paragraph) -> _Answer:
    """Read the sign at the beginning or the end of a line."""
    made = _Answer(paragraph, _trimmed(list(paragraph.pieces)))
    place = paragraph.place
    if place is not None and place.lettered:
        made.letter = "abcdefgh"[place.number - 1 : place.number]
    if made.pieces and isinstance(made.pieces[0], Tick):
        made.sign = "on" if made.pieces[0].checked else "off"
        made.pieces = _trimmed(made.pieces[1:])
        return made
    for pattern in (BOX, LETTER, BOX, STAR_BEFORE, CROSS):
        text = made.pieces[0] if made.pieces else None
        match = pattern.match(text.text) if isinstance(text, Text) else None
        if match is None or made.sign or not isinstance(text, Text):
            continue
        if pattern is LETTER:
            made.letter = match["letter"].lower()
        else:
            made.sign = match.lastgroup or ("star" if pattern is STAR_BEFORE else "cross")
        made.pieces = _trimmed([_with(text, text.text[match.end() :]), *made.pieces[1:]])
    if made.letter and made.pieces and isinstance(made.pieces[0], Tick):
        made.sign = "on" if made.pieces[0].checked else "off"
        made.pieces = _trimmed(made.pieces[1:])
    last = made.pieces[-1] if made.pieces else None
    if not made.sign and isinstance(last, Text) and (match := STAR_AFTER.search(last.text)):
        made.sign = "star"
        made.pieces = [*made.pieces[:-1], _with(last, last.text[: match.start()])]
    return made


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Return pieces without the blanks that they begin with."""
    while pieces and isinstance(first := pieces[0], Text):
        if text := first.text.lstrip():
            return [_with(first, text), *pieces[1:]]
        pieces = pieces[1:]
    return pieces


def _with(text: Text, words_: str) -> Text:
    return Text(words_, text.bold, text.italic, text.strike, text.lit)


def _answers(blocks: list[Block], start: int) -> tuple[list[_Answer], int]:
    """Return the lines from ``start`` that may be answers, and the index after them."""
    found: list[_Answer] = []
    end = start
    for index in range(start, len(blocks)):
        block = blocks[index]
        if isinstance(block, Table) or block.heading or block.role or block.after:
            break
        if block.empty:
            continue
        answer = _answer(block)
        if found and _is_feedback(block):
            told = any(a.feedback for a in found) and not found[-1].feedback
            if told or _more(blocks, index + 1, found[0]):
                found[-1].feedback = [*(found[-1].feedback or []), block]
                end = index + 1
                continue
            break
        if not _alike(answer, found[0] if found else None):
            break
        deeper = block.place and found and found[0].paragraph.place
        if deeper and block.place and block.place.level > deeper.level and not answer.sign:
            found[-1].feedback = [*(found[-1].feedback or []), block]
        else:
            found.append(answer)
        end = index + 1
    return found, end


def _alike(answer: _Answer, first: _Answer | None) -> bool:
    """Return whether a line may stand among the answers that ``first`` begins."""
    here, there = answer.paragraph.place, first and first.paragraph.place
    if not (answer.sign or answer.letter or here):
        return False
    if first is None:
        return True
    if not here or not there:
        signed = (first.sign in DRAWN) == (answer.sign in DRAWN)
        return here is there and signed and bool(first.letter) == bool(answer.letter)
    if here.level > there.level:
        return True
    boxed = first.sign not in BOXES or answer.sign in BOXES
    return here.level == there.level and here.list == there.list and boxed


def _more(blocks: list[Block], index: int, first: _Answer) -> bool:
    """Return whether another answer follows."""
    for block in blocks[index:]:
        if isinstance(block, Table) or block.heading:
            return False
        if not block.empty and not _is_feedback(block):
            return _alike(_answer(block), first)
    return False


def _is_feedback(paragraph: Paragraph) -> bool:
    return bool(FEEDBACK.match(fold(paragraph.text)))


def _question(stem: Paragraph, answers: list[_Answer]) -> Question | Mark | None:
    """Return the question, or the mark that says why it is not sure; ``None`` for a plain list."""
    signs = {a.sign for a in answers}
    shown = stem.text.strip()
    asked = shown.endswith("?")
    right = [a.sign in ("on", "tick", "cross", "star") for a in answers]
    if signs not in SURE and len(signs) > 1:
        return ("odd-question", shown)
    if not any(right) and all(a.letter for a in answers) and not any(signs):
        right = [a.bold for a in answers]
    if not any(right):
        return _unsure(stem, answers, asked=asked)
    texts = [words(a.pieces).strip() for a in answers]
    keys = [fold_text(text) for text in texts]
    if all(right) or len(set(keys)) < len(keys) or "" in keys or len(keys) > 26:
        return ("odd-question", shown)
    if any(ANSWER_LINE.match(fold(words(a.pieces))) or _boxes(a.pieces) for a in answers):
        return ("odd-question", shown)
    here, there = stem.place, answers[0].paragraph.place
    if here and there and here.list == there.list and here.level >= there.level:
        return ("no-stem", " / ".join(w for w, r in zip(texts, right, strict=True) if r))
    made = Question(stem, [])
    made.marks = [m for p in (stem, *(a.paragraph for a in answers)) for m in p.marks]
    for answer, good in zip(answers, right, strict=True):
        feedback = list(answer.feedback or [])
        made.marks += [m for p in feedback for m in p.marks]
        made.choices.append(Choice(_plain(answer.pieces), good, feedback))
    return made


def _boxes(pieces: list[Piece]) -> bool:
    return any(isinstance(p, Tick) for p in pieces) or any(c in words(pieces) for c in "☐☒☑□❏")


def _unsure(stem: Paragraph, answers: list[_Answer], *, asked: bool) -> Mark | None:
    """Return the mark of a question without key; ``None`` for what is only a list."""
    shown = stem.text.strip()
    if not asked or (not _Answer(stem, stem.pieces).bold and not any(a.sign for a in answers)):
        return None
    lit = [words(a.pieces).strip() for a in answers if a.lit or a.bold]
    if 0 < len(lit) < len(answers):
        return ("lit-key", " / ".join(lit))
    return ("no-key", shown)


def _plain(pieces: list[Piece]) -> list[Piece]:
    """Return an answer on one line, without the look that gives the key away."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Text):
            found.append(Text(piece.text))
        else:
            found.append(Text(" ") if isinstance(piece, Break) else piece)
    return found


def _general(blocks: list[Block], index: int, question: Question) -> int:
    """Take the feedback that follows the answers; return the index after it."""
    while index < len(blocks):
        block = blocks[index]
        if isinstance(block, Paragraph) and block.empty:
            index += 1
            continue
        if not isinstance(block, Paragraph) or not _is_feedback(block) or question.general:
            break
        if block.heading or block.after or any(isinstance(p, Image) for p in block.pieces):
            break
        question.general.append(block)
        question.marks += block.marks
        index += 1
    return index
