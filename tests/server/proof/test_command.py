from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.server.support import files, own_files, write_zip


def balise(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    import os

    return subprocess.run(
        [sys.executable, "-m", "balise_builder", "--lang", "fr", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["absent.zip"], 2, "absent.zip » n’existe pas"),
        (["{folder}"], 2, "Il n’y a pas de paquet à jouer dans ce dossier"),
        (["{zip}", "--profile", "rien"], 2, "Le profil « rien » n’existe pas. Ceux de la preuve"),
        (["{zip}", "--fault", "rien"], 2, "Le parcours « rien » n’existe pas"),
        (["{zip}", "--browser", "aucun-navigateur"], 1, "pas de navigateur à « aucun-navigateur »"),
        (["{zip}", "--edition", "cmi5"], 2, "scorm12"),
    ],
)
def test_a_wrong_command_says_what_to_do(
    tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    (tmp_path / "vide").mkdir()
    package = write_zip(tmp_path / "a.zip", files("scorm12"))
    given = [a.format(zip=package, folder=tmp_path / "vide") for a in arguments]
    done = balise("prove", *given)
    assert done.returncode == code, done.stderr
    assert said in done.stderr.replace("\u00a0", " ")
    assert "Traceback" not in done.stderr


@pytest.mark.browser
@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"pas un zip", "a.zip"),
        (None, "« a.zip » n’est pas un paquet SCORM"),
    ],
)
def test_what_is_no_scorm_package_is_refused_with_its_name(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    package = tmp_path / "a.zip"
    if content is None:
        write_zip(package, own_files("web"))
    else:
        package.write_bytes(content)
    done = balise("prove", str(package))
    assert done.returncode == 1, done.stderr
    assert said in done.stderr.replace("\u00a0", " ")
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("*.proof.*"))


def test_help_and_build_do_not_load_the_proof() -> None:
    script = (
        "import sys; from balise_builder.cli import main\n"
        "try: main(['build', '--help'])\n"
        "except SystemExit: pass\n"
        "print([m for m in sys.modules if m.startswith(('balise_server', 'playwright', 'flask'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", done.stdout
