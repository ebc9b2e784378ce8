"""``ids.lock``: numbers and letters given once, for ever, and merged by a written rule."""

from __future__ import annotations

import re

import pytest

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.source import Lock
from balise_builder.source.lock import HEADER

HERE = Span.whole("a.md")


def lock_of(*lines: str) -> tuple[Lock, list[str]]:
    collector = Collector()
    lock = Lock.parse(HEADER + "".join(f"{line}\n" for line in lines), collector)
    return lock, [d.code for d in collector.sorted()]


def give(lock: Lock, *texts: str) -> tuple[list[str], list[str]]:
    """Ask for the letters of q; ``b:text`` is an explicit letter."""
    collector = Collector()
    choices = [(t[0], t[2:], HERE) if re.match("[a-z]:", t) else (None, t, HERE) for t in texts]
    return lock.letters("q", choices, collector), [d.code for d in collector.sorted()]


def again(lock: Lock) -> Lock:
    return Lock.parse(lock.dump(), Collector())


def letters_after(*edits: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """Build once for each edit; return the letters and codes of the last one."""
    lock = Lock.parse("", Collector())
    result: tuple[list[str], list[str]] = ([], [])
    for texts in edits:
        result = give(lock, *texts)
        lock = again(lock)
    return result


def test_a_new_course_gets_a_random_key_once() -> None:
    lock, _ = lock_of()
    assert re.fullmatch("[A-Za-z0-9]{6}", lock.key)
    assert lock.changed
    assert again(lock).key == lock.key
    assert lock.key != lock_of()[0].key


def test_the_file_is_sorted_a_line_an_id() -> None:
    lock, _ = lock_of("course Zq81Ab")
    for kind, name in (("page", "b"), ("item", "q"), ("page", "a"), ("note", "n")):
        lock.number(kind, name)  # type: ignore[arg-type]
    lines = [line for line in lock.dump().splitlines() if not line.startswith("#")]
    assert lines == ["course Zq81Ab", "item q 1", "note n 1", "page a 2", "page b 1"]


def test_nothing_changes_when_the_course_does_not() -> None:
    lock, codes = lock_of("course Zq81Ab", "item q 4 a=aaaaaaaa", "page p 1")
    lock.number("page", "p")
    assert lock.number("item", "q") == 4
    assert (lock.changed, lock.removed, codes) == (False, (), [])


def test_line_ends_and_comments_alone_are_no_change() -> None:
    collector = Collector()
    lock = Lock.parse("\ufeff# autre\r\ncourse Zq81Ab\r\npage p 1\r\n", collector)
    lock.number("page", "p")
    assert not lock.changed


def test_a_removed_number_is_kept_and_comes_back_with_its_id() -> None:
    lock, _ = lock_of("course Zq81Ab", "page a 1", "page b 2")
    lock.number("page", "a")
    assert lock.removed == (("page", "b"),)
    later = again(lock)
    assert "page b 2 removed" in later.dump()
    assert later.number("page", "c") == 3
    assert later.number("page", "b") == 2


@pytest.mark.parametrize(
    ("edits", "letters", "codes"),
    [
        ([("oui", "non")], "ab", []),
        ([("oui", "non"), ("non", "oui")], "ba", []),
        ([("Êtes-vous « sûr » !",), ('etes-vous "SUR"!',)], "a", []),
        ([("oui", "non"), ("oui", "peut-être")], "ab", ["choix-reformule"]),
        ([("oui", "non"), ("oui", "non", "autre")], "abc", []),
        ([("oui", "non", "autre"), ("oui", "autre")], "ac", []),
        ([("oui", "non", "autre"), ("oui", "autre"), ("oui", "autre", "neuf")], "acd", []),
        ([("oui", "non"), ("oui",), ("oui", "non")], "ab", []),
        ([("oui", "non"), ("b:jamais", "a:toujours")], "ba", []),
        ([("oui", "non"), ("oui", "b:jamais", "c:neuf")], "abc", []),
        ([("d:oui", "non")], "da", []),
    ],
)
def test_a_choice_keeps_its_letter(
    edits: list[tuple[str, ...]], letters: str, codes: list[str]
) -> None:
    found, said = letters_after(*edits)
    assert ("".join(found), said) == (letters, codes)


@pytest.mark.parametrize(
    ("edits", "codes"),
    [
        ([("oui", "non"), ("jamais", "toujours")], ["lettre-incertaine"]),
        ([("oui", "non"), ("oui", "x", "y")], ["lettre-incertaine"]),
        ([("bb:oui",)], ["lettre-invalide"]),
        ([("b:oui", "b:non")], ["lettre-en-double"]),
        ([tuple(f"t{n}" for n in range(27))], ["lettres-epuisees"]),
    ],
)
def test_letters_that_cannot_be_known_are_asked_for_and_nothing_is_recorded(
    edits: list[tuple[str, ...]], codes: list[str]
) -> None:
    lock = Lock.parse("", Collector())
    for texts in edits[:-1]:
        give(lock, *texts)
        lock = again(lock)
    before = lock.dump().replace(" removed", "")
    collector = Collector()
    choices = [
        (t.split(":")[0] if ":" in t else None, t, Span("a.md", n + 1))
        for n, t in enumerate(edits[-1])
    ]
    found = lock.letters("q", choices, collector)
    assert sorted({d.code for d in collector.sorted()}) == codes
    assert len(set(found)) == len(choices)
    if edits[:-1]:
        assert lock.dump() == before


def test_a_former_id_hands_over_its_number_and_letters() -> None:
    collector = Collector()
    lock, _ = lock_of("course Zq81Ab", "item q-old 7 a=aaaaaaaa")
    lock.rename("item", "q-old", "q", HERE, collector)
    assert lock.number("item", "q") == 7
    assert "item q 7 was=q-old a=aaaaaaaa" in lock.dump()
    later = again(lock)
    later.rename("item", "q-old", "q", HERE, collector)
    assert later.number("item", "q") == 7
    assert collector.sorted() == ()


@pytest.mark.parametrize(
    ("line", "used", "code"),
    [
        ("page p 1", None, "ancien-id-inconnu"),
        ("item q-old 7", "q-old", "ancien-id-encore-utilise"),
        ("item q-old 7\nitem q 8", None, "ancien-id-deja-numerote"),
    ],
)
def test_a_former_id_that_cannot_be_handed_over_is_reported(
    line: str, used: str | None, code: str
) -> None:
    collector = Collector()
    lock, _ = lock_of("course Zq81Ab", *line.split("\n"))
    if used:
        lock.number("item", used)
    lock.rename("item", "q-old", "q", HERE, collector)
    assert [d.code for d in collector.sorted()] == [code]


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["course Zq81Ab", "page a 1", "page a 1"], []),
        (["course Zq81Ab", "page a 1", "page b 1"], ["verrou-numero-double"]),
        (["course Zq81Ab", "page a 1", "page a 2"], ["verrou-deux-numeros"]),
        (["course Zq81Ab", "course Zq81Ac"], ["verrou-deux-cles"]),
        (["course Zq81Ab", "<<<<<<< HEAD", "page a 1", "=======", ">>>>>>> b"],
         ["verrou-conflit-git"] * 3),
        (["page a 1"], ["verrou-sans-cle"]),
        (["course Zq81Ab", "page a"], ["verrou-illisible"]),
        (["course Zq81Ab", "page a 0"], ["verrou-illisible"]),
        (["course Zq81Ab", "page A 1"], ["verrou-illisible"]),
        (["course Zq81Ab", "item q 1 a=zz"], ["verrou-illisible"]),
        (["course Zq81Ab", "item q-old 1", "item q 1 was=q-old"], []),
        (["# Balise ids.lock, format 2"], ["verrou-trop-recent"]),
    ],
)  # fmt: skip
def test_a_merged_or_damaged_file_is_united_or_reported(lines: list[str], codes: list[str]) -> None:
    assert lock_of(*lines)[1] == codes


def scenes(lock: Lock, *names: str) -> list[int]:
    return [lock.number("scene", name) for name in names]


def test_scenes_are_numbered_within_their_scenario() -> None:
    lock, _ = lock_of("course Zq81Ab")
    assert scenes(lock, "nuit/hall", "jour/hall", "nuit/bar") == [1, 1, 2]
    assert scenes(again(lock), "nuit/bar", "jour/hall") == [2, 1]


def test_a_renamed_scenario_keeps_its_scenes_also_when_branches_merge() -> None:
    lines = ("course Zq81Ab", "scenario soir 1", "scene soir/bar 2", "scene soir/hall 1")
    lock, collector = lock_of(*lines)[0], Collector()
    lock.rename("scenario", "soir", "nuit", HERE, collector)
    assert (lock.number("scenario", "nuit"), scenes(lock, "nuit/bar")) == (1, [2])
    merged, found = lock_of(*lines, *lock.dump().splitlines()[-3:])
    assert (found, scenes(merged, "nuit/hall", "nuit/bar", "nuit/quai")) == ([], [1, 2, 3])
    assert not collector.has_errors


def test_a_scene_that_goes_is_told_unless_its_story_goes_on_elsewhere() -> None:
    lock, _ = lock_of("course Zq81Ab", "scene nuit/bar 2", "scene nuit/hall 1", "scene jour/x 1")
    scenes(lock, "nuit/hall")
    assert lock.gone_scenes("nuit") == ("bar",)
    lock.move_scene("nuit/bar", "nuit/hall", HERE, Collector())
    assert (lock.gone_scenes("nuit"), scenes(lock, "nuit/hall")) == ((), [1])
    after = again(lock)
    scenes(after, "nuit/hall")
    assert after.gone_scenes("nuit") == ()
    assert scenes(after, "nuit/bar") == [2]


@pytest.mark.parametrize(
    "line", ["scene hall 1", "scene a/b/c 1", "page a/b 1", "scene a/b 1 was=c"]
)
def test_the_id_of_a_scene_names_its_scenario(line: str) -> None:
    assert lock_of("course Zq81Ab", line)[1] == ["verrou-illisible"]
