"""The library: what it lists, downloads, dropped packages and their refusals."""

from __future__ import annotations

import hashlib
import io
import json
import re

from flask.testing import FlaskClient
from tests.server.support import PAGES, Server, files, own_files, serving, zip_bytes
from werkzeug.test import TestResponse


def send(server: Server, client: FlaskClient, name: str, content: io.BytesIO) -> TestResponse:
    page = client.get("/", base_url=PAGES).text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page)
    assert found
    data = {"csrf_token": found[1], "package": (content, name)}
    return client.post("/paquets", data=data, base_url=PAGES, follow_redirects=True)


def test_an_empty_library_teaches_how_to_begin(tmp_path):
    with serving(tmp_path) as server:
        page = server.get("/", PAGES).text
    assert "balise new courses/ma-formation" in page
    assert page.count("<h1") == 1


def test_a_course_shows_its_status_and_a_button_for_each_package(tmp_path):
    with serving(tmp_path) as server:
        for target in ("scorm12", "scorm2004", "web"):
            package = server.add(own_files(target), f"essai-1.0.0-{target}.zip")
            assert package.sha256 == hashlib.sha256(package.path.read_bytes()).hexdigest()
        page = server.get("/", PAGES).text
        assert page.count('<li class="course">') == 1 and "Ébauche" in page
        for package in server.services.library.courses()[0].packages:
            assert package.sha256 in page and f"/paquets/{package.id}/{package.path.name}" in page


def test_a_download_gives_the_bytes_of_the_package(tmp_path):
    with serving(tmp_path) as server:
        package = server.add(own_files(), "essai.zip")
        answer = server.get(f"/paquets/{package.id}/essai.zip", PAGES)
        assert answer.data == package.path.read_bytes()
        assert answer.headers["Content-Disposition"] == "attachment; filename=essai.zip"
        assert server.get("/paquets/inconnu/x.zip", PAGES).status_code == 404


def test_only_the_newest_version_is_offered(tmp_path):
    with serving(tmp_path) as server:
        old = own_files()
        new = {k: str(v).replace("1.0.0", "1.10.0") for k, v in own_files().items()}
        server.add(old, "essai-1.0.0-scorm12.zip")
        server.add(new, "essai-1.10.0-scorm12.zip")
        page = server.get("/", PAGES).text
    assert "essai-1.10.0-scorm12.zip" in page and "essai-1.0.0-scorm12.zip" not in page


def test_a_package_from_elsewhere_is_taken_in(tmp_path):
    with serving(tmp_path) as server:
        page = send(server, server.browser, "golf.zip", zip_bytes(files())).text
    assert "«\u00a0Un cours\u00a0» est dans la bibliothèque." in page
    assert "Paquet déposé" in page


def test_a_refused_package_says_why_and_changes_nothing(tmp_path):
    with serving(tmp_path) as server:
        evil = files() | {"../dehors.html": "x"}
        answer = send(server, server.browser, "mal.zip", zip_bytes(evil))
        assert answer.status_code == 400 and 'role="alert"' in answer.text
        assert "../dehors.html" in answer.text and "mal.zip" in answer.text
        assert server.services.library.courses() == []


def test_sending_no_file_says_what_to_do(tmp_path):
    with serving(tmp_path) as server:
        client = server.browser
        token = re.search(r'csrf_token" value="([^"]+)"', client.get("/", base_url=PAGES).text)
        assert token
        answer = client.post("/paquets", data={"csrf_token": token[1]}, base_url=PAGES)
    assert answer.status_code == 400 and "Choisissez d’abord un fichier .zip." in answer.text


def test_a_form_from_another_site_is_refused(tmp_path):
    with serving(tmp_path) as server:
        data = {"package": (zip_bytes(files()), "x.zip")}
        answer = server.browser.post("/paquets", data=data, base_url=PAGES)
        assert answer.status_code == 400
        assert server.services.library.courses() == []


def test_outside_preview_nobody_drops_packages(tmp_path):
    with serving(tmp_path, preview=True) as server:
        server.close()
    with serving(tmp_path, preview=False) as server:
        assert 'type="file"' not in server.get("/", PAGES).text


def test_titles_of_packages_are_text(tmp_path):
    with serving(tmp_path) as server:
        evil = files() | {
            "imsmanifest.xml": str(files()["imsmanifest.xml"]).replace(
                "Un cours", "&lt;script&gt;alert(1)&lt;/script&gt;"
            )
        }
        server.add(evil)
        page = server.get("/", PAGES).text
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_a_pathway_leads_to_the_courses_that_are_here(tmp_path):
    steps = [
        {"course": "", "title": "Mot de bienvenue", "live": True, "start": "8 h 30", "minutes": 30},
        {"course": "essai", "title": "Le premier", "live": False, "start": "", "minutes": 20},
        {"course": "ailleurs", "title": "Le second", "live": False, "start": "", "minutes": 90},
    ]
    entry = {"id": "accueil", "title": "Accueillir", "description": "", "steps": steps}
    files = own_files()
    files["course.json"] = json.dumps({**json.loads(files["course.json"]), "pathways": [entry]})
    with serving(tmp_path) as server:
        server.add(files, "essai-1.0.0-scorm12.zip")
        page = server.get("/", PAGES).text
    shown = page.split('id="parcours-accueil"')[1].split("</details>")[0]
    assert "3 étapes · 2\u00a0h\u00a020\u00a0min" in shown
    assert shown.count("<a ") == 1 and 'href="/formations/essai/"' in shown
    assert "8 h 30 · 30\u00a0min · en personne" in shown
    assert "1\u00a0h\u00a030\u00a0min · pas dans cette bibliothèque" in shown


def test_a_package_from_before_pathways_shows_none(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files(), "essai-1.0.0-scorm12.zip")
        assert 'id="parcours' not in server.get("/", PAGES).text
