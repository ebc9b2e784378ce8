"""Practice questions and evaluations, as dialect and state say they behave."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.player.browser.conftest import Opener
from tests.player.browser.steps import again, button, focused, press, save_now, take, title, turn_to

pytestmark = pytest.mark.browser


def item(page: Page, name: str) -> Locator:
    turn_to(page, "La chaîne interne" if name in TEXT else "Ce qu’on peut")
    if button(page, "Continuer").is_visible():
        press(page, "Continuer")
    return page.locator(f"[data-item={name}]:visible")


TEXT = ("q-mot", "q-vrai")


def check(question: Locator) -> None:
    question.get_by_role("button", name="Valider").click()


def test_feedback_comes_at_once_and_the_key_after_the_last_try(play: Opener) -> None:
    with play() as page:
        question = item(page, "q-premiere-phrase")
        question.get_by_text("Racontez-moi tout").click()
        check(question)
        expect(question.get_by_text("Trop large et trop pressant.")).to_be_visible()
        expect(question.get_by_text("Il vous reste 1 essai.")).to_be_visible()
        expect(question.get_by_text("Réponse attendue")).to_have_count(0)
        question.get_by_text("Qui vous a fait ça").click()
        expect(question.get_by_text("Trop large et trop pressant.")).to_have_count(0)
        check(question)
        expect(question.get_by_text("Voici la réponse attendue.")).to_be_visible()
        expect(question.get_by_text("Réponse attendue", exact=True)).to_be_visible()
        expect(question.get_by_role("button", name="Valider")).to_be_hidden()
        assert focused(page).startswith("Ce n’est pas le meilleur choix ici.")


def test_nothing_is_graded_before_an_answer_is_chosen(play: Opener) -> None:
    with play() as page:
        question = item(page, "q-gestes")
        check(question)
        expect(question.get_by_text("Choisissez d’abord une réponse.")).to_be_visible()
        expect(page.locator("[role=status]").last).to_have_text("Choisissez d’abord une réponse.")


def test_several_choices_are_told_apart(play: Opener) -> None:
    with play() as page:
        question = item(page, "q-gestes")
        question.get_by_text("Noter l’heure").click()
        check(question)
        expect(question.get_by_text("Une partie de la réponse y est.")).to_be_visible()
        question.get_by_text("Prévenir la personne").click()
        check(question)
        expect(question.get_by_text("Oui, ce sont les meilleurs choix.")).to_be_visible()


def test_a_short_text_is_checked_by_enter_and_never_kept(play: Opener) -> None:
    with play() as page:
        question = item(page, "q-mot")
        field = question.get_by_role("textbox", name="Votre réponse")
        field.fill("autre chose")
        field.press("Enter")
        expect(question.get_by_text("Ce n’est pas la réponse attendue.")).to_be_visible()
        field.fill(" CONSENTEMENT ")
        field.press("Enter")
        expect(question.get_by_text("Oui, c’est bien cela.")).to_be_visible()
        save_now(page)
        kept = page.evaluate("() => JSON.stringify({...localStorage})").lower()
        assert "autre" not in kept
        assert "consentement" not in kept


def test_answers_are_found_again_after_a_reload(play: Opener) -> None:
    with play() as page:
        question = item(page, "q-vrai")
        question.get_by_text("Vrai").click()
        check(question)
        save_now(page)
        again(page)
        question = page.locator("[data-item=q-vrai]")
        expect(question.get_by_role("radio", name="Vrai")).to_be_checked()
        expect(question.get_by_text("Oui, c’est le meilleur choix.")).to_be_visible()


def test_before_the_course_an_evaluation_only_thanks(play: Opener) -> None:
    with play() as page:
        press(page, "Continuer")
        take(page)
        assert focused(page) == "Merci"
        stage = page.locator(".b-stage:visible").inner_text()
        assert "point" not in stage
        assert "attendue" not in stage


def test_unanswered_questions_are_named_before_the_end(play: Opener) -> None:
    with play() as page:
        press(page, "Continuer", "Commencer")
        assert focused(page) == "Question 1 sur 3"
        page.get_by_role("radio").first.check()
        press(page, "Question suivante", "Vérifier mes réponses")
        expect(page.get_by_text("Il reste 2 questions à compléter.")).to_be_visible()
        press(page, "Question 3 : sans réponse".replace(" :", "\N{NO-BREAK SPACE}:"))
        assert focused(page) == "Question 3 sur 3"
        expect(page.get_by_role("button", name="Suivant")).to_have_count(0)


def test_an_evaluation_resumes_where_it_was_left(play: Opener) -> None:
    with play() as page:
        press(page, "Continuer", "Commencer")
        stem = page.locator(".b-stage .b-stem").inner_text()
        page.get_by_role("radio").nth(1).check()
        press(page, "Question suivante", "Faire une pause")
        expect(
            page.get_by_text("Vos réponses sont gardées. Reprenez quand vous voulez.")
        ).to_be_visible()
        save_now(page)
        again(page)
        press(page, "Continuer", "Reprendre le questionnaire")
        assert focused(page) == "Question 2 sur 3"
        press(page, "Précédente")
        assert page.locator(".b-stage .b-stem").inner_text() == stem
        expect(page.get_by_role("radio").nth(1)).to_be_checked()


def test_below_the_threshold_one_reviews_retries_and_passes(play: Opener) -> None:
    with play() as page:
        turn_to(page, "Le bilan")
        take(page, right=False)
        expect(page.get_by_text("0 point sur 4")).to_be_visible()
        expect(
            page.get_by_text("Revoyez ces capsules, puis reprenez quand vous voulez")
        ).to_be_visible()
        expect(page.get_by_text("Pour qu’une personne le revoie")).to_be_visible()
        page.locator(".b-see-again button").first.click()
        assert title(page) == "Ce qu’on peut remarquer"
        press(page, "Suivant", "Suivant")
        take(page)
        expect(page.get_by_text("4 points sur 4")).to_be_visible()
        expect(page.get_by_text("Le seuil de 3 points est atteint.")).to_be_visible()
        page.locator(".b-stage summary").first.click()
        expect(page.locator(".b-stage details[open] .b-tag").first).to_contain_text("Votre choix")


def test_no_retake_is_offered_once_the_attempts_are_used(play: Opener) -> None:
    def once(data: dict[str, Any]) -> None:
        data["evaluations"][1]["attempts"] = 1

    with play(change=once) as page:
        turn_to(page, "Le bilan")
        take(page, right=False)
        expect(page.get_by_text("Vous avez utilisé tous les essais prévus.")).to_be_visible()
        expect(button(page, "Refaire le questionnaire")).to_have_count(0)
