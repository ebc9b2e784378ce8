"""Properties of ``ids.lock`` over random histories and merges."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.source import Lock

HERE = Span.whole("a.md")
IDS = st.sets(st.sampled_from([f"p{n}" for n in range(8)]), max_size=6)
CHOICES = st.lists(st.sampled_from([f"texte {n}" for n in range(7)]), max_size=5, unique=True)
BUILD = st.tuples(IDS, CHOICES)


def parsed(text: str) -> tuple[Lock, list[str]]:
    collector = Collector()
    return Lock.parse(text, collector), [d.code for d in collector.sorted()]


def build(lock: Lock, pages: set[str], texts: list[str]) -> tuple[dict[str, int], dict[str, str]]:
    """Compile a course of these pages and choices; letters only when they are sure."""
    numbers = {name: lock.number("page", name) for name in sorted(pages)}
    collector = Collector()
    letters = lock.letters("q", [(None, text, HERE) for text in texts], collector)
    sure = not collector.has_errors
    return numbers, dict(zip(texts, letters, strict=True)) if sure else {}


@given(st.lists(BUILD, min_size=1, max_size=8))
def test_numbers_and_letters_are_never_given_to_another(
    history: list[tuple[set[str], list[str]]],
) -> None:
    lock, _ = parsed("")
    owner: dict[int, str] = {}
    known: dict[str, str] = {}
    for pages, texts in history:
        before = set(known)
        numbers, letters = build(lock, pages, texts)
        assert len(set(letters.values())) == len(letters)
        for name, number in numbers.items():
            assert owner.setdefault(number, name) == name
        fresh = {letter for text, letter in letters.items() if known.get(letter) != text}
        reused = fresh & before
        assert len(reused) <= 1, "only one choice at a time can be a rewording"
        known |= {letter: text for text, letter in letters.items()}
        lock, codes = parsed(lock.dump())
        assert codes == []


@given(st.lists(BUILD, min_size=1, max_size=5))
def test_reading_what_was_written_gives_the_same_file(
    history: list[tuple[set[str], list[str]]],
) -> None:
    lock, _ = parsed("")
    for pages, texts in history:
        build(lock, pages, texts)
        lock, _ = parsed(lock.dump())
    pages, texts = history[-1]
    build(lock, pages, texts)
    assert not lock.changed
    assert parsed(lock.dump())[0].dump() == parsed(parsed(lock.dump())[0].dump())[0].dump()


def merged(*sides: str) -> str:
    """Merge as ``merge=union`` does: the lines of all sides, each once."""
    return "".join(dict.fromkeys(line for side in sides for line in side.splitlines(keepends=True)))


@given(BUILD, BUILD, BUILD)
def test_a_merge_has_unique_numbers_or_says_what_to_decide(
    base: tuple[set[str], list[str]],
    ours: tuple[set[str], list[str]],
    theirs: tuple[set[str], list[str]],
) -> None:
    lock, _ = parsed("")
    build(lock, *base)
    sides = []
    for pages, texts in (ours, theirs):
        side, _ = parsed(lock.dump())
        build(side, base[0] | pages, texts)
        sides.append(side.dump())
    both, codes = parsed(merged(*sides))
    if not codes:
        every = base[0] | ours[0] | theirs[0]
        numbers = [both.number("page", name) for name in sorted(every)]
        assert len(set(numbers)) == len(every)
    else:
        assert set(codes) <= {"verrou-numero-double", "verrou-deux-numeros"}
        assert (ours[0] - base[0]) and (theirs[0] - base[0])


@given(BUILD, BUILD)
def test_a_merge_with_an_unchanged_side_has_no_problem(
    base: tuple[set[str], list[str]], ours: tuple[set[str], list[str]]
) -> None:
    lock, _ = parsed("")
    build(lock, *base)
    side, _ = parsed(lock.dump())
    build(side, base[0] | ours[0], ours[1])
    both, codes = parsed(merged(lock.dump(), side.dump()))
    assert codes == []
    numbers, _ = build(both, base[0] | ours[0], ours[1])
    assert numbers == build(parsed(side.dump())[0], base[0] | ours[0], ours[1])[0]


def test_the_same_letter_given_on_two_branches_is_asked_for_once_merged() -> None:
    base, _ = parsed("")
    build(base, set(), ["un", "deux"])
    sides = []
    for added in ("trois", "quatre"):
        side, _ = parsed(base.dump())
        build(side, set(), ["un", "deux", added])
        sides.append(side.dump())
    both, codes = parsed(merged(*sides))
    assert codes == []
    collector = Collector()
    texts = ["un", "deux", "trois", "quatre"]
    both.letters("q", [(None, t, Span("a.md", n)) for n, t in enumerate(texts, 1)], collector)
    found = [(d.span.line, d.code) for d in collector.sorted()]
    assert found == [(3, "lettre-incertaine"), (4, "lettre-incertaine")]
    letters = [None, None, "c", "d"]
    again = Collector()
    settled = [(letter, text, HERE) for letter, text in zip(letters, texts, strict=True)]
    assert both.letters("q", settled, again) == ["a", "b", "c", "d"]
    assert again.sorted() == ()
