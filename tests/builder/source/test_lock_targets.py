"""Definitions and categories have letters of their own in ``ids.lock``."""

from __future__ import annotations

from balise_builder.diagnostics import Collector
from balise_builder.model import Span
from balise_builder.source import Lock
from balise_builder.source.lock import HEADER

HERE = Span.whole("a.md")
KNOWN = "item q 4 a=aaaaaaaa >a=bbbbbbbb >b~cccccccc"


def lock_of(*lines: str) -> tuple[Lock, list[str]]:
    collector = Collector()
    lock = Lock.parse(HEADER + "".join(f"{line}\n" for line in lines), collector)
    return lock, [d.code for d in collector.sorted()]


def give(lock: Lock, *targets: str | tuple[str, str]) -> tuple[list[str], list[str]]:
    collector = Collector()
    things = [(None, t, HERE) if isinstance(t, str) else (*t, HERE) for t in targets]
    letters = lock.targets("q", things, collector)
    return letters, [d.code for d in collector.sorted()]


def data(lock: Lock) -> list[str]:
    return [line for line in lock.dump().splitlines() if not line.startswith("#")][1:]


def test_a_lock_written_before_targets_is_read_and_unchanged() -> None:
    lock, codes = lock_of("course Zq81Ab", "item q 4 a=aaaaaaaa b~bbbbbbbb")
    lock.number("item", "q")
    assert (codes, lock.changed) == ([], False)


def test_both_series_are_written_and_read_again() -> None:
    lock, codes = lock_of("course Zq81Ab", KNOWN)
    lock.number("item", "q")
    assert (codes, lock.changed, data(lock)) == ([], False, [KNOWN])


def test_the_series_do_not_share_their_letters() -> None:
    lock, _ = lock_of("course Zq81Ab")
    assert lock.letters("q", [(None, "un", HERE), (None, "deux", HERE)], Collector()) == ["a", "b"]
    assert give(lock, "Ici", "Là") == (["a", "b"], [])


def test_order_and_typography_keep_the_letters() -> None:
    lock, _ = lock_of("course Zq81Ab")
    give(lock, "Un fait", "Une impression")
    assert give(lock, "une impression", "Un  fait") == (["b", "a"], [])


def test_a_reworded_target_keeps_its_letter_and_two_ask() -> None:
    lock, _ = lock_of("course Zq81Ab")
    give(lock, "Un fait", "Une impression")
    assert give(lock, "Un fait", "Un sentiment") == (["a", "b"], ["cible-reformulee"])
    assert give(lock, "Vu", "Senti")[1] == ["cible-incertaine"]
    assert give(lock, ("a", "Vu"), ("b", "Senti")) == (["a", "b"], [])


def test_a_letter_of_a_target_that_is_gone_is_never_given_again() -> None:
    lock, _ = lock_of("course Zq81Ab")
    give(lock, "un", "deux")
    give(lock, "un")
    assert give(lock, "un", "trois") == (["a", "c"], [])
    give(lock)
    assert [word[:3] for word in data(lock)[0].split()[3:]] == [">a~", ">b~", ">c~"]


def test_two_branches_are_united() -> None:
    one, two = "item q 4 >a=aaaaaaaa", "item q 4 >a=bbbbbbbb >b=cccccccc"
    lock, codes = lock_of("course Zq81Ab", one, two)
    lock.number("item", "q")
    assert (codes, data(lock)) == ([], ["item q 4 >a=aaaaaaaa,bbbbbbbb >b=cccccccc"])
