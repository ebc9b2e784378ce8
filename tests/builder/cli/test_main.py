"""The group ``balise``: language, help, exit codes, verbs of other distributions."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import EntryPoint

import click
import pytest

from balise_builder import __version__
from balise_builder.cli import main as group
from tests.builder.cli.commands import plain, run

OWN = ["new", "importer", "check", "explain", "fix", "diff", "build"]


def test_the_language_is_french_unless_the_computer_says_english() -> None:
    assert "Verbes" in run("--help", lang="").stdout
    assert "Verbes" in run("--help", lang="C.UTF-8").stdout
    assert "Commands" in run("--help", lang="en_CA.UTF-8").stdout


@pytest.mark.parametrize(
    "line", [("--lang", "en", "check", "--help"), ("check", "--help", "--lang=en")]
)
def test_lang_may_stand_anywhere_and_wins_over_the_computer(line: tuple[str, ...]) -> None:
    assert "writing nothing" in run(*line).stdout
    assert "sans rien écrire" in run("check", "--help").stdout


@pytest.mark.parametrize("verb", OWN)
@pytest.mark.parametrize(("lang", "title"), [("fr", "Usage : balise"), ("en", "Usage: balise")])
def test_every_verb_has_its_help_in_one_language(verb: str, lang: str, title: str) -> None:
    result = run(verb, "--help", "--lang", lang)
    assert result.exit_code == 0
    assert plain(result.stdout).startswith(f"{title} {verb}")
    assert "\x1e" not in result.stdout


def test_the_version_is_the_package_s() -> None:
    assert run("--version").stdout == f"balise {__version__}\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (("chek",), "Le verbe « chek » n’existe pas. Vouliez-vous dire « check »?"),
        (("check", "--strikt"), "L’option '--strikt' n’existe pas."),
        (
            ("check", "--format", "xml"),
            "'xml' n’est pas l’une des valeurs 'text', 'json', 'sarif', 'github'.",
        ),
        (("check", "absent"), "« absent » n’existe pas."),
        (("check", "--date", "hier", "."), "n’est pas une date"),
        (("new",), "Il manque le nom du dossier"),
        (("--lang", "de"), "'de' n’est pas l’une des valeurs 'fr', 'en'."),
        (("--lang",), "n’est pas l’une des valeurs 'fr', 'en'."),
    ],
)
def test_a_command_written_wrongly_exits_2_and_says_so_in_french(
    line: tuple[str, ...], said: str
) -> None:
    result = run(*line)
    assert result.exit_code == 2
    assert said in plain(result.stderr)
    assert "Error" not in result.stderr


def test_a_verb_whose_distribution_is_absent_names_the_install_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: ())
    result = run("preview")
    assert result.exit_code == 1
    assert 'pipx inject balise-builder "balise-server[preview]"' in result.stderr


def test_a_verb_whose_extra_is_absent_names_the_module_and_the_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    point = EntryPoint("preview", "balise_absent.preview:preview", "balise.commands")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: (point,))
    result = run("preview")
    assert result.exit_code == 1
    assert "« balise_absent »" in plain(result.stderr)


def test_a_verb_of_another_distribution_is_run(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def hello() -> None:
        click.echo("bonjour")

    found = EntryPoint("hello", "tests:hello", "balise.commands")
    monkeypatch.setattr(EntryPoint, "load", lambda _: hello)
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_: (found,))
    assert run("hello").stdout == "bonjour\n"


def test_the_help_loads_no_verb_and_nothing_heavy() -> None:
    probe = (
        "import sys; from balise_builder.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'markdown_it', 'lxml', 'jinja2', 'rich', 'dataclasses',"
        " 'importlib.metadata', 'balise_builder.cli.check', 'balise_builder.source'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_python_m_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "balise_builder", "--version"], capture_output=True, text=True
    )
    assert done.stdout == f"balise {__version__}\n"


def test_the_group_is_what_other_distributions_import() -> None:
    assert isinstance(group, click.Group)
