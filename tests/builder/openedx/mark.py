"""Marks problems with the real grader of Open edX (capa), in its environment.

Reads JSON ``{name: {"olx": …, "answers": [{"2_1": …}, …]}}`` and writes a JSON line: by name, the
share of the points that each set of answers got (``None``: refused as no answer at all), and the
HTML that the learner meets. Nothing of Balise can be imported here.
"""

from __future__ import annotations

import gettext
import json
import sys
from typing import Any
from unittest.mock import MagicMock, Mock


def ready() -> None:
    """Set Django up as far as capa needs it."""
    import django
    from django.conf import settings

    settings.configure(
        SECRET_KEY="test",
        STATIC_URL="/static/",
        INSTALLED_APPS=["xblocks_contrib.problem.capa.apps.CapaAppConfig"],
        TEMPLATES=[
            {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True}
        ],
    )
    django.setup()


def system() -> Any:
    """Return what capa asks of its platform: here nothing runs outside of it."""
    from django.template.loader import get_template
    from xblocks_contrib.problem.capa.capa_problem import LoncapaSystem

    return LoncapaSystem(
        ajax_url="/",
        anonymous_student_id="ana",
        cache=None,
        can_execute_unsafe_code=lambda: False,
        get_python_lib_zip=lambda: None,
        DEBUG=True,
        i18n=gettext.NullTranslations(),
        render_template=lambda name, context: get_template(name).render(context),
        resources_fs=None,
        seed=1,
        xqueue=Mock(),
    )


def marked(name: str, case: dict[str, Any]) -> dict[str, Any]:
    """Return the shares and the HTML of one problem."""
    from xblocks_contrib.problem.capa.capa_problem import LoncapaProblem
    from xblocks_contrib.problem.capa.responsetypes import StudentInputError

    made = LoncapaProblem(case["olx"], id="q", capa_system=system(), capa_block=MagicMock(), seed=1)
    shares: list[float | None] = []
    for answers in case["answers"]:
        try:
            made.grade_answers({f"q_{place}": answer for place, answer in answers.items()})
        except StudentInputError:
            shares.append(None)
            continue
        score = made.calculate_score()
        shares.append(score["score"] / score["total"])
    return {"name": name, "shares": shares, "html": made.get_html()}


if __name__ == "__main__":
    ready()
    for problem, given in json.load(sys.stdin).items():
        print(json.dumps(marked(problem, given)), flush=True)
