"""Each kind of question: by keyboard or tap, its feedback, its way back after a visit."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.player.browser.asking import (
    ANSWERS,
    item,
    order,
    press_if_there,
    sort,
    validate,
)
from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, press, save_now
from tests.player.kinds import ORDER

pytestmark = pytest.mark.browser


WRONGLY = ("Écrire", "Écouter", "Dire")


def said(page: Page, text: str) -> None:
    expect(page.locator("[role=status]").last).to_contain_text(text)


def focused_name(page: Page) -> str:
    return str(page.evaluate("() => document.activeElement.getAttribute('aria-label')"))


def test_matching_is_done_by_keyboard_and_says_each_row(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-appariement")
        validate(question)
        said(page, "Il reste 3 éléments à placer.")
        expect(question.get_by_role("combobox", name="Consigner")).to_be_focused()
        for box, words in zip(question.get_by_role("combobox").all(), WRONGLY, strict=True):
            expect(box).to_be_focused()
            while words not in box.locator("option:checked").inner_text():
                page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(question.get_by_text("1 élément sur 3 est à sa place.")).to_be_visible()
        expect(question.get_by_text("À sa place", exact=True)).to_have_count(1)
        expect(question.get_by_text("À replacer", exact=True)).to_have_count(2)
        validate(question)
        press(page, "Voir la réponse")
        expected = question.get_by_text("Réponse attendue\N{NO-BREAK SPACE}: Dire ce qu’on a noté")
        expect(expected).to_be_visible()
        expect(question.get_by_role("combobox").first).to_be_disabled()


def test_long_definitions_stand_above_under_letters(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-longues")
        assert question.locator(".b-letters li").count() == 3
        options = question.get_by_role("combobox").first.get_by_role("option").all_inner_texts()
        assert [option[:3] for option in options] == ["Cho", "A. ", "B. ", "C. "]
        assert max(map(len, options)) <= 32


def test_things_are_sorted_by_taps(quiz: Opener) -> None:
    with quiz(width=390, height=844, has_touch=True) as page:
        question = item(page, "q-tri")
        for row in question.locator(".b-sort").all():
            row.get_by_text("Ordinaire").tap()
        question.get_by_role("button", name="Valider").tap()
        expect(question.get_by_text("2 éléments sur 3 sont à leur place.")).to_be_visible()
        expect(question.get_by_text("Une demande de tous les jours.")).to_be_visible()
        sort(question)
        # What was right is still said; what was moved is nobody's verdict yet.
        expect(question.get_by_text("À sa place")).to_have_count(2)
        expect(question.get_by_text("À replacer")).to_have_count(0)
        question.get_by_role("button", name="Valider").tap()
        expect(question.get_by_text("Oui, tout est à sa place.")).to_be_visible()


def test_categories_and_degrees_are_chosen_by_keyboard(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-tri")
        question.get_by_role("radio").first.focus()
        for _ in range(3):
            page.keyboard.press("Space")
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(question.get_by_text("2 éléments sur 3 sont à leur place.")).to_be_visible()
        question = item(page, "q-certaine")
        question.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(question.get_by_text("faites-vous confiance.")).to_be_visible()


def test_on_paper_definitions_show_and_buttons_do_not(quiz: Opener) -> None:
    with quiz() as page:
        definition = item(page, "q-appariement").locator(".b-letters li").first
        expect(definition).to_be_hidden()
        page.emulate_media(media="print")
        expect(definition).to_be_visible()
        expect(page.locator(".b-move:visible")).to_have_count(0)
        expect(page.get_by_text("Noter les faits et l’heure")).to_be_visible()


def test_steps_move_by_keyboard_and_keep_the_focus(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-ordre")
        validate(question)
        said(page, "Déplacez d’abord un élément.")
        name = question.locator(".b-order > li").first.inner_text().split("\n")[0]
        down = f"Descendre\N{NO-BREAK SPACE}: {name}"
        assert focused_name(page) == down
        for place in (2, 3, 4, 4):
            page.keyboard.press("Enter")
            assert focused_name(page) == down
            said(page, f"Place {place} sur 4")
        assert name in question.locator(".b-order > li").last.inner_text()
        expect(question.get_by_role("button", name=down)).to_have_attribute("aria-disabled", "true")
        order(question)
        assert [row.split("\n")[0] for row in rows(question)] == list(ORDER)
        validate(question)
        expect(question.get_by_text("Oui, tout est à sa place.")).to_be_visible()
        expect(question.get_by_role("button", name="Monter")).to_have_count(0)


def rows(question: Locator) -> list[str]:
    return question.locator(".b-order > li").all_inner_texts()


def test_the_key_of_an_ordering_gives_the_order_expected(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-ordre")
        order(question)
        question.get_by_role("button", name=f"Monter\N{NO-BREAK SPACE}: {ORDER[3]}").click()
        validate(question)
        expect(question.get_by_text("2 éléments sur 4 sont à leur place.")).to_be_visible()
        validate(question)
        press(page, "Voir la réponse")
        assert "Place attendue\N{NO-BREAK SPACE}: 4" in rows(question)[2]
        expected = question.get_by_role("list", name="L’ordre attendu").get_by_role("listitem")
        assert expected.all_inner_texts() == list(ORDER)


def test_what_is_no_number_gets_a_hint_and_no_verdict(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-nombre")
        field = question.get_by_role("textbox", name="Votre réponse")
        field.fill("quatre")
        field.press("Enter")
        hint = "Écrivez un nombre en chiffres, par exemple 12 ou 2,5."
        said(page, hint)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_accessible_description(re.compile(f"{hint}$"))
        field.fill("3,5 min")
        expect(field).to_have_attribute("aria-invalid", "false")
        field.press("Enter")
        expect(question.get_by_text("Oui, c’est bien cela.")).to_be_visible()
        save_now(page)
        assert "3,5" not in page.evaluate("() => JSON.stringify({...localStorage})")


def test_a_scale_is_saved_on_choice_without_a_verdict(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-aise")
        question.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
        said(page, "Merci, c’est noté.")
        page.keyboard.press("ArrowRight")
        expect(question.get_by_role("radio", name="Un peu")).to_be_checked()
        expect(question.get_by_role("button")).to_have_count(0)
        save_now(page)
        again(page)
        expect(question.get_by_role("radio", name="Un peu")).to_be_checked()


def test_an_open_answer_stays_in_the_sitting(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-intention")
        expect(question.get_by_text("N’écrivez ni nom ni situation vécue.")).to_be_visible()
        question.get_by_role("textbox").fill("Noter tout de suite.")
        press(page, "Suivant", "Précédent")
        expect(question.get_by_role("textbox")).to_have_value("Noter tout de suite.")
        save_now(page)
        assert "Noter tout" not in page.evaluate("() => JSON.stringify({...localStorage})")
        again(page)
        expect(question.get_by_role("textbox")).to_have_value("")
        expect(question.get_by_text("Merci, c’est noté.")).to_be_visible()


def test_how_sure_one_is_is_asked_gently(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-certaine")
        question.get_by_text("On ne sait rien").click()
        validate(question)
        said(page, "Dites aussi à quel point vous en êtes sûre ou sûr.")
        expect(question.get_by_role("radio", name="Pas du tout")).to_be_focused()


CALIBRATION = (
    ("tout raconter", "Assez", "c’est le genre d’idée qui mérite qu’on s’y arrête."),
    ("tout raconter", "Pas du tout", "Votre doute était utile"),
    ("a peut-être", "Un peu", "Vous aviez raison\N{NO-BREAK SPACE}: faites-vous confiance."),
    ("a peut-être", "Tout à fait", "Vous en étiez sûre ou sûr, et c’est juste."),
)


def test_one_learns_how_well_one_judges(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-certaine")
        for choice, degree, sentence in CALIBRATION:
            press_if_there(question, "Répondre de nouveau")
            question.get_by_text(choice).first.click()
            question.get_by_text(degree, exact=True).click()
            validate(question)
            expect(question.get_by_text(sentence)).to_be_visible()
            wrong = 1 if choice == "tout raconter" else 0
            for words in ("Idée reçue", "On aide sans savoir", "Source exemple (2024)."):
                expect(question.get_by_text(words)).to_have_count(wrong)


def test_a_variant_is_the_same_at_each_visit(quiz: Opener) -> None:
    with quiz() as page:
        question = item(page, "q-certaine")
        name = question.locator(".b-stem").inner_text().split()[0]
        assert name in ("Maya", "Léa")
        expect(question.get_by_text(f"{name} doit tout raconter")).to_be_visible()
        question.get_by_text("tout raconter").click()
        question.get_by_text("Assez", exact=True).click()
        validate(question)
        expect(question.get_by_text(f"Trop pressant pour {name}.")).to_be_visible()
        save_now(page)
        again(page)
        expect(question.locator(".b-stem")).to_contain_text(name)
        assert "{{" not in page.locator("body").inner_text()


def test_every_kind_is_found_again_as_it_was_left(quiz: Opener) -> None:
    with quiz() as page:
        for name, answer in ANSWERS.items():
            answer(item(page, f"q-{name}"))
        for name in ANSWERS:
            press_if_there(item(page, f"q-{name}"), "Valider")
        before = page.locator("#p-exercices").aria_snapshot()
        assert before.count("Oui, ") == 7
        save_now(page)
        again(page)
        expect(page.locator(".b-right")).to_have_count(7)
        after = page.locator("#p-exercices").aria_snapshot()
        # Neither a number nor a private text is kept: the accepted value stands for the first.
        kept = before.replace("4,5", '"4"').replace(": Noter tout de suite.", "")
        assert after == kept


def test_an_evaluation_takes_every_kind_and_tells_each(quiz: Opener) -> None:
    with quiz() as page:
        press(page, "Suivant", "Commencer")
        for answer in ANSWERS.values():
            answer(page.locator(".b-stage"))
            page.locator(".b-steps .b-main-action").click()
        expect(page.get_by_text("Vous avez répondu à toutes les questions.")).to_be_visible()
        press(page, "Terminer le questionnaire")
        expect(page.get_by_text("9 points sur 9")).to_be_visible()
        for fold in page.locator(".b-stage summary").all():
            fold.click()
        told = page.locator(".b-stage").inner_text()
        assert told.count("À sa place") == 15
        assert told.count("Vous aviez raison") + told.count("et c’est juste") == 1
        assert "Votre réponse\N{NO-BREAK SPACE}: Assez" in told
        assert "Noter tout de suite." in told


def test_what_lacks_in_an_evaluation_is_named_before_the_end(quiz: Opener) -> None:
    with quiz() as page:
        press(page, "Suivant", "Commencer")
        page.get_by_role("combobox").first.select_option(index=1)
        press(page, "Question suivante", "Vérifier mes réponses")
        expect(page.get_by_text("Il reste 9 questions à compléter.")).to_be_visible()
        press(page, "Question 1\N{NO-BREAK SPACE}: à compléter")
        expect(page.get_by_role("combobox").first).not_to_have_value("")
