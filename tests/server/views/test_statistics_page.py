"""The figures on the page, in the chart, in the CSV: the same, and hidden for few people."""

from __future__ import annotations

import csv
import io

from tests.server.support import PAGES, Server, own_files, serving

PAGE = "/statistiques/essai/"


def learn(server: Server, scores: list[int]) -> None:
    package = server.add(own_files())
    for number, score in enumerate(scores):
        started = server.start(package, f"Personne {number}")
        values = {"core_score_raw": str(score), "core_score_min": "0", "core_score_max": "100"}
        status = "passed" if score >= 80 else "incomplete"
        answer = server.commit(
            started, 1, core_lesson_status=status, core_session_time="00:00:08.00", **values
        )
        assert answer.status_code == 200


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.lstrip("\ufeff"))))


def test_nothing_recorded_is_said_calmly(tmp_path):
    with serving(tmp_path) as server:
        server.add(own_files())
        assert "Rien n’est encore enregistré" in server.get("/statistiques/", PAGES).text
        assert "Personne n’a encore commencé" in server.get(PAGE, PAGES).text
        assert server.get("/statistiques/inconnu/", PAGES).status_code == 404


def test_the_page_the_chart_and_the_table_say_the_same(tmp_path):
    with serving(tmp_path) as server:
        learn(server, [85, 88, 95, 100, 40, 85])
        page = server.get(PAGE, PAGES).text
    assert 'role="img"' in page and "6 résultats; la classe la plus fréquente est 80–89" in page
    assert page.count('<rect class="chart-bar"') == 3
    assert '<tr><th scope="row">80–89\u00a0%</th><td class="num">3</td></tr>' in page
    assert "8\u00a0s" in page and "83\u00a0% de celles qui ont commencé" in page


def test_the_csv_has_the_figures_of_the_page(tmp_path):
    with serving(tmp_path) as server:
        learn(server, [85, 95])
        one = server.get(f"{PAGE}statistiques.csv", PAGES)
        all_courses = server.get("/statistiques/statistiques.csv", PAGES)
    assert one.mimetype == "text/csv" and one.text == all_courses.text
    header, row = rows(one.text)
    shown = dict(zip(header, row, strict=True))
    assert shown["Formation"] == "Un essai" and shown["Commencée (personnes)"] == "2"
    assert shown["80–89 %"] == "1" and shown["Temps médian (secondes)"] == "8"


def test_outside_preview_fewer_than_five_people_stay_hidden(tmp_path):
    with serving(tmp_path) as server:
        learn(server, [85, 90, 95, 100])
    with serving(tmp_path, preview=False) as server:
        page = server.get(PAGE, PAGES).text
        table = server.get("/statistiques/", PAGES).text
        text = server.get("/statistiques/statistiques.csv", PAGES).text
    assert "Trop peu de personnes" in page and "<svg class=" not in page
    assert "moins de 5" in table
    assert set(rows(text)[1][1:]) == {"*"}


def test_outside_preview_a_small_part_of_a_large_group_stays_hidden(tmp_path):
    with serving(tmp_path) as server:
        learn(server, [85] * 7 + [20] * 2)
    with serving(tmp_path, preview=False) as server:
        page = server.get(PAGE, PAGES).text
    assert "masqué" in page and "La répartition n’est pas montrée" in page
    assert "<svg class=" not in page
