"""A course in several languages is one course: one card, one record, a button for each language."""

from __future__ import annotations

from flask.testing import FlaskClient
from tests.server.support import PAGES, Server, own_files, serving
from tests.server.views.test_learner_page import COURSE, sign_in

TARGETS = ("scorm12", "scorm2004", "web")
WORDS = {'"Un essai"': '"A trial"', '"fr-CA"': '"en-CA"'}


def add(server: Server) -> None:
    """Put the packages of a course in the library, in French and in English."""
    for target in TARGETS:
        entries = own_files(target)
        server.add(entries, f"essai-1.0.0-{target}.zip")
        said = str(entries["course.json"])
        for french, english in WORDS.items():
            said = said.replace(french, english)
        server.add({**entries, "course.json": said}, f"essai-1.0.0-en-{target}.zip")


def played(client: FlaskClient, query: str = "", lang: str = "fr") -> str:
    """Return the title of what is played."""
    page = client.get(f"{COURSE}jouer?{query}&lang={lang}", base_url=PAGES).text
    return page.partition("<h1 ")[2].partition(">")[2].partition("<")[0]


def test_the_library_has_one_card_and_a_button_in_the_other_language(tmp_path):
    with serving(tmp_path) as server:
        add(server)
        french, english = (server.get(f"/?lang={lang}", PAGES).text for lang in ("fr", "en"))
    for page in (french, english):
        assert page.count('<li class="course">') == 1
        for target in TARGETS:
            assert f"essai-1.0.0-{target}.zip" in page and f"essai-1.0.0-en-{target}.zip" in page
    assert '<h2 lang="fr-CA">Un essai</h2>' in french
    assert 'hreflang="en-CA">English<span class="visually-hidden">: A trial' in french
    assert '<h2 lang="en-CA">A trial</h2>' in english and 'hreflang="fr-CA">Français' in english
    assert "SCORM 1.2 · English" in french and "SCORM 1.2 · Français" in french


def test_the_french_stands_for_the_course_whatever_the_hashes(tmp_path):
    with serving(tmp_path) as server:
        add(server)
        course = server.services.library.course("essai")
    assert course.newest.language == "fr-CA" and course.languages == ("fr-CA", "en-CA")
    assert course.in_language("en").title == "A trial"
    assert course.in_language("iu").title == "Un essai"


def test_a_learner_plays_in_the_language_of_the_page_or_the_one_chosen(tmp_path):
    with serving(tmp_path) as server:
        add(server)
        client = server.browser
        sign_in(client)
        assert played(client) == "Un essai" and played(client, lang="en") == "A trial"
        assert played(client, "langue=en-CA") == "A trial"
        assert played(client) == "A trial", "what was chosen is kept"
        assert played(client, "langue=fr-CA&paquet=web", "en") == "Un essai"


def test_what_begins_in_one_language_goes_on_in_the_other_as_one_course(tmp_path):
    with serving(tmp_path) as server:
        add(server)
        course = server.services.library.course("essai")
        french, english = (p for p in course.packages if p.target == "scorm12")
        started = server.start(french)
        assert server.commit(started, 1, core_lesson_status="incomplete").status_code == 200
        again = server.start(english)
        page = server.get("/statistiques/?lang=en", PAGES)
    assert again["attempt"]["number"] == 1
    assert again["attempt"]["id"] == started["attempt"]["id"]
    assert "A trial" in page.text and "Un essai" not in page.text


def test_a_course_in_one_language_names_none(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        page = server.get("/", PAGES).text
    assert "hreflang" not in page.partition("<main")[2] and " · Français" not in page
