"""A learner by name: the form, the attempts, the player page."""

from __future__ import annotations

import re

from flask.testing import FlaskClient
from tests.server.support import PAGES, Server, own_files, serving
from werkzeug.test import TestResponse

COURSE = "/formations/essai/"


def sign_in(client: FlaskClient, name: str = "Camille", path: str = COURSE) -> TestResponse:
    page = client.get(path, base_url=PAGES, follow_redirects=True).text
    token = re.search(r'csrf_token" value="([^"]+)"', page)
    action = re.search(r'<form method="post" action="([^"]+)"', page)
    assert token and action
    data = {"csrf_token": token[1], "name": name}
    return client.post(action[1], data=data, base_url=PAGES, follow_redirects=True)


def learned(server: Server, **values: str) -> None:
    package = server.services.library.courses()[0].packages[0]
    started = server.start(package)
    assert server.commit(started, 1, **values).status_code == 200


def test_a_course_asks_for_a_name_then_comes_back(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        page = sign_in(server.browser)
    assert page.request.path == COURSE
    assert "Vous n’avez pas encore commencé" in page.text and "Camille" in page.text


def test_an_empty_name_is_explained_beside_the_field(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        page = sign_in(server.browser, " \t ")
    assert page.status_code == 400
    assert 'aria-invalid="true"' in page.text and 'id="nom-erreur"' in page.text


def test_nobody_is_sent_to_another_site_after_the_form(tmp_path):
    with serving(tmp_path) as server:
        for evil in ("//evil.example", "/\\evil.example", "https://evil.example"):
            client = server.browser
            page = client.get("/personne/", query_string={"next": evil}, base_url=PAGES).text
            assert "evil.example" not in page.partition("<main")[2]


def test_attempts_show_status_score_and_time(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        learned(
            server,
            core_lesson_status="passed",
            core_score_raw="85",
            core_score_min="0",
            core_score_max="100",
            core_session_time="00:00:08.00",
        )
        page = sign_in(server.browser).text
    assert "Tentative 1" in page and "85\u00a0%" in page and "8\u00a0s" in page
    assert "Réussie" in page and "Reprendre où j’étais" in page


def test_leaving_a_name_forgets_it_on_this_machine(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        client = server.browser
        page = sign_in(client).text
        token = re.search(r'csrf_token" value="([^"]+)"', page)
        assert token
        client.post("/personne/oublier", data={"csrf_token": token[1]}, base_url=PAGES)
        assert client.get(COURSE, base_url=PAGES).status_code == 302


def test_the_player_page_frames_the_content_origin(tmp_path):
    with serving(tmp_path) as server:
        for target in ("scorm12", "scorm2004", "web"):
            server.add(own_files(target), f"{target}.zip")
        client = server.browser
        sign_in(client)
        page = client.get(f"{COURSE}jouer?paquet=scorm12", base_url=PAGES).text
    assert re.search(r'<iframe id="player" src="http://localhost:8000/lms/#[^"]+"', page)
    assert 'data-edition="scorm12"' in page and "0 caractère sur 4\u00a0096" in page
    assert "Ce que le LMS enregistre" in page


def test_the_package_of_the_last_attempt_is_the_one_resumed(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files("scorm2004"), "a.zip")
        small = server.add(own_files("scorm12"), "b.zip")
        server.commit(server.start(small), 1, core_lesson_status="incomplete")
        client = server.browser
        sign_in(client)
        page = client.get(f"{COURSE}jouer", base_url=PAGES).text
        unknown = client.get(f"{COURSE}jouer?paquet=xml", base_url=PAGES)
    assert 'data-edition="scorm12"' in page
    assert unknown.status_code == 404


def test_a_course_that_left_the_library_says_so(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        client = server.browser
        sign_in(client)
        answer = client.get("/formations/parti/", base_url=PAGES)
    assert answer.status_code == 404 and "n’est plus dans la bibliothèque" in answer.text
