"""What joins the files of a course: ids, numbers, fixes, what is kept between two compilations."""

from __future__ import annotations

from pathlib import Path

from balise_builder.checks import check
from balise_builder.compile import compile_course
from balise_builder.diagnostics import Collector, Diagnostic
from balise_builder.model import Course
from balise_builder.model.walk import page_items
from balise_builder.source import read_folder
from tests.builder.compile.cases import PAGE, TODAY, Case, run
from tests.builder.compile.outline import outline

QUESTION = "::: question{id}\nQuoi {n}?\n- [x] oui\n- [ ] non\n  > Non.\n:::"


def compiled(folder: Path) -> tuple[Course | None, Collector]:
    collector = Collector()
    read = read_folder(folder, collector, today=TODAY)
    return compile_course(read, collector), collector


def page(*questions: str) -> Case:
    return Case("course", {PAGE: "\n\n".join(questions).split("\n")})


def apply(folder: Path, found: list[Diagnostic]) -> None:
    """Apply the fixes, the last first."""
    for d in sorted(found, key=lambda d: (d.span.file, d.span.line, d.span.column), reverse=True):
        if d.fix is not None:
            path = folder / d.fix.span.file
            lines = path.read_text(encoding="utf-8").split("\n")
            at, span = d.fix.span.line - 1, d.fix.span
            lines[at] = lines[at][: span.column - 1] + d.fix.text + lines[at][span.end_column - 1 :]
            path.write_text("\n".join(lines), encoding="utf-8")


def test_the_fix_writes_the_ids_that_are_missing_and_gives_a_copy_a_new_one(tmp_path: Path) -> None:
    case = page(
        QUESTION.format(id="", n="un"), QUESTION.format(id=" {mélanger}", n="deux"),
        QUESTION.format(id=" {#a}", n="trois"), QUESTION.format(id=" {#a}", n="trois"),
    )  # fmt: skip
    _, found, _ = run(case, tmp_path)
    assert [d.code for d in found] == ["bloc-sans-id", "bloc-sans-id", "id-en-double"]
    apply(tmp_path / "cours", found)
    course, collector = compiled(tmp_path / "cours")
    assert collector.sorted() == ()
    assert course is not None
    ids = [item.id for item in page_items(course.pages[1])]
    assert ids == ["q-quoi-un", "q-quoi-deux", "a", "a-2"]


def test_numbers_come_from_the_lock_and_provisional_ones_do_not_enter_it(tmp_path: Path) -> None:
    case = page(QUESTION.format(id=" {#a}", n="un"), QUESTION.format(id="", n="deux"))
    case.write(tmp_path)
    collector = Collector()
    folder = read_folder(tmp_path / "cours", collector, today=TODAY)
    course = compile_course(folder, collector)
    assert course is not None
    assert [item.number for item in page_items(course.pages[1])] == [1, 900]
    assert "item a 1" in folder.lock.dump()
    assert "q-quoi" not in folder.lock.dump()


def test_compiling_twice_gives_the_same_course(tmp_path: Path) -> None:
    case = page("- un\n\n  ::: réflexion {#n}\n  Quoi?\n  :::", QUESTION.format(id=" {#a}", n="un"))
    first, _, _ = run(case, tmp_path)
    second, _ = compiled(tmp_path / "cours")
    assert first is not None and second is not None
    assert outline(first) == outline(second)


def test_a_folder_that_does_not_exist_is_one_finding(tmp_path: Path) -> None:
    course, collector = compiled(tmp_path / "rien")
    assert course is None
    assert [d.code for d in collector.sorted()] == ["dossier-illisible"]


def test_notes_for_facilitators_and_their_images_stay_out_of_the_package(tmp_path: Path) -> None:
    case = page("Texte.", "::: notes-animation\n![Secret](media/secret.svg)\n:::")
    case.files["media/secret.svg"] = ["<svg xmlns='http://www.w3.org/2000/svg'/>"]
    course, _, _ = run(case, tmp_path)
    assert course is not None
    assert course.media == ()
    assert len(course.facilitation) == 1
    assert "Secret" not in repr(course.pages)


def test_an_approved_course_is_judged_as_a_release(tmp_path: Path) -> None:
    case = page("::: réflexion\nQuoi?\n:::")
    case.files["cours.md"] = ["%%statut : approuvé", "::: avis", "Ceci.", ":::"]
    case.write(tmp_path)
    collector = Collector()
    folder = read_folder(tmp_path / "cours", collector, today=TODAY)
    course = compile_course(folder, collector)
    assert course is not None
    check(course, folder, collector)
    severities = {d.code: d.severity.value for d in collector.sorted()}
    assert severities["bloc-sans-id"] == "error"
