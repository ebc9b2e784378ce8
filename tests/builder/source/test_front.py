"""The front matter as written: YAML's look, literal values, a place for everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from balise_builder.diagnostics import Collector
from balise_builder.source import SourceText
from balise_builder.source.front import FrontMatter, read_front
from tests.builder.source.folders import places


def front_of(content: str) -> tuple[FrontMatter, list[str]]:
    collector = Collector()
    front = read_front(SourceText.of("a.md", content), collector)
    return front, places(collector.sorted())


def values(content: str) -> dict[str, str]:
    front, found = front_of(f"---\n{content}\n---\n")
    assert found == []
    return {e.name: e.value.text for e in front.entries}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("titre : Accueillir : agir sans nuire", "Accueillir : agir sans nuire"),
        ("titre: L'heure # pas un commentaire", "L'heure # pas un commentaire"),
        ("titre :oui", "oui"),
        ("titre\u00a0:\u00a006", "06"),
        ('titre : "Entre guillemets"', "Entre guillemets"),
        ("titre : 'Entre apostrophes'", "Entre apostrophes"),
        ("titre : “Courbes”", "Courbes"),
        ('titre : "a" et "b"', '"a" et "b"'),
        ("titre : « Bonjour »", "« Bonjour »"),
        ("titre : [1] suite", "[1] suite"),
        ("titre : null", "null"),
    ],
)
def test_a_value_is_the_rest_of_the_line_literally(line: str, value: str) -> None:
    assert list(values(line).values()) == [value]


@given(
    st.text(st.characters(blacklist_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1).map(str.strip)
)
def test_any_text_survives_as_a_quoted_or_plain_value(text: str) -> None:
    from unicodedata import normalize

    text = normalize("NFC", text).strip()
    if text and '"' not in text:
        front, found = front_of(f'---\ntitre : "{text}"\n---\n')
        assert found == []
        assert front.entries[0].value.text == text.strip(" \t\xa0\u202f")


def test_lists_and_nested_keys_are_read_with_their_places() -> None:
    front, found = front_of(
        "---\r\nobjectifs :\r\n  - o1 : Choisir\r\n  - o2\r\n\r\n# mot\r\n"
        "réussite :\r\n    pages : toutes\r\n---\r\n"
    )
    assert found == []
    objectives, completion = front.entries
    assert [i.text for i in objectives.items] == ["o1 : Choisir", "o2"]
    assert (objectives.items[0].span.line, objectives.items[0].span.column) == (3, 5)
    (pages,) = completion.children
    assert (pages.name, pages.value.text, pages.value.span.column) == ("pages", "toutes", 13)
    assert front.end_line == 9


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Bonjour", "a.md:1:1 en-tete-absent"),
        ("", "a.md:1:1 en-tete-absent"),
        ("---\ntitre : a\n\nCorps.", "a.md:1:1 en-tete-non-ferme"),
        ("---\ntitre sans rien\n  suite\n---", "a.md:2:1 en-tete-ligne"),
        ("---\n  - seul\n---", "a.md:2:3 en-tete-ligne"),
        ("---\ntitre : Un\n  deux\n---", "a.md:3:3 en-tete-suite"),
        ("---\nobjectifs :\n  - a\n    - b\n---", "a.md:4:5 en-tete-retrait"),
        ("---\nobjectifs :\n  - a\n  b : c\n---", "a.md:4:3 en-tete-melange"),
        ("---\npublic : [a, b]\n---", "a.md:2:10 en-tete-liste-en-ligne"),
        ("---\ntitre : |\n---", "a.md:2:9 en-tete-bloc"),
    ],
)
def test_each_mistake_of_form_has_one_finding_at_its_place(content: str, expected: str) -> None:
    assert front_of(content)[1] == [expected]
