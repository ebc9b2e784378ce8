"""The geometry of bar charts, and the drawing that the pages show."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.server.support import serving

from balise_server.charts import bar_chart
from balise_server.charts.bars import HEIGHT, MOST_TICKS, TOP, WIDTH, tick_step

COUNTS = st.lists(st.tuples(st.text(max_size=8), st.integers(0, 10**6)), min_size=1, max_size=20)


@given(COUNTS)
def test_every_bar_stands_inside_the_picture_and_on_the_base(counts):
    chart = bar_chart(counts)
    for bar in chart.bars:
        assert bar.x >= 0 and bar.x + bar.width <= WIDTH
        assert TOP - 0.01 <= bar.y <= chart.base < HEIGHT
        assert bar.y + bar.height == pytest.approx(chart.base, abs=0.02)


@given(COUNTS)
def test_heights_are_proportional_to_counts(counts):
    chart = bar_chart(counts)
    highest = max(chart.bars, key=lambda bar: bar.count)
    for bar in chart.bars:
        assert bar.height * highest.count == pytest.approx(
            highest.height * bar.count, abs=0.01 * (highest.count + bar.count + 1)
        )


@given(st.integers(0, 10**9))
def test_ticks_are_few_round_and_reach_the_highest_count(highest):
    step = tick_step(highest)
    assert str(step)[0] in "125" and set(str(step)[1:]) <= {"0"}
    assert -(-highest // step) <= MOST_TICKS
    chart = bar_chart([("a", highest)])
    assert chart.ticks[0][0] == 0
    assert chart.ticks[-1][0] >= highest


@pytest.mark.parametrize("counts", [[], [("a", -1)]])
def test_no_category_or_a_negative_count_is_refused(counts):
    with pytest.raises(ValueError, match="bar chart"):
        bar_chart(counts)


def test_the_drawing_is_one_named_image_without_script_or_style(tmp_path):
    chart = bar_chart([("0–9", 2), ("10–19", 0), ("20–29", 1250)])
    with serving(tmp_path) as server, server.app.test_request_context("/?lang=fr"):
        macros = server.app.jinja_env.get_template("macros/charts.html")
        module = macros.make_module({"lang": "fr"})
        svg = str(
            vars(module)["bars"](chart, "c", "Titre <1>", "Description", "Abscisse", "Ordonnée")
        )
    assert 'role="img"' in svg and 'aria-labelledby="c-title c-desc"' in svg
    assert '<title id="c-title">Titre &lt;1&gt;</title>' in svg
    assert '<desc id="c-desc">Description</desc>' in svg
    assert "1\u00a0250" in svg, "numbers are grouped as in Québec"
    assert svg.count("<rect") == 2, "an empty category has no bar"
    assert not re.search(r"<script|<style|style=|onclick", svg)
