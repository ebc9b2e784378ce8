"""The command balise-server, as a process of its own."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.server.support import files, free_port, own_files, serving, write_zip


def command(data: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command and return what it said."""
    return subprocess.run(
        [sys.executable, "-m", "balise_server", "--data", str(data), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **more},
        timeout=60,
        check=False,
    )


def test_migrate_add_and_stats(tmp_path: Path) -> None:
    assert command(tmp_path, "migrate").stdout == "mise à jour (0001)\n"
    assert command(tmp_path, "--lang", "en", "migrate").stdout == "already up to date (0001)\n"
    good = write_zip(tmp_path / "bon.zip", files())
    bad = write_zip(tmp_path / "mauvais.zip", {"x": "y"})
    added = command(tmp_path, "add", str(good), str(bad), str(tmp_path / "absent.zip"))
    assert added.stdout == "Un cours 1 (scorm12)\n"
    assert [line[:2] for line in added.stderr.splitlines()] == ["«\u00a0", "«\u00a0"]
    assert added.returncode == 1
    stats = command(tmp_path, "stats", "absent", "--csv")
    assert (stats.returncode, "Traceback" in stats.stderr) == (1, False)
    assert "«\u00a0absent\u00a0»" in stats.stderr


def test_statistics_hide_small_groups_in_csv(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        package = server.add(own_files())
        for name in ("Ana", "Luc", "Max"):
            server.commit(server.start(package, name), 1, core_lesson_status="passed")
    text = command(tmp_path / "data", "stats", "essai", "--csv").stdout
    head, row = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}").splitlines()
    assert head.startswith("course,started,completed")
    assert row == "essai" + ",*" * 19


def test_a_wrong_setting_is_one_line(tmp_path: Path) -> None:
    same = {"BALISE_PAGE_ORIGIN": "http://a.test", "BALISE_CONTENT_ORIGIN": "http://a.test"}
    for settings in (same, {"DATABASE_URL": "mysql://x/y"}):
        found = command(tmp_path, "migrate", **settings)
        assert (found.returncode, "Traceback" in found.stderr) == (1, False)


def test_the_command_speaks_french_unless_english_is_asked_for(tmp_path: Path) -> None:
    quiet = {"LC_ALL": "", "LC_MESSAGES": "", "LANG": "C.UTF-8", "BALISE_LANG": ""}
    french = command(tmp_path, "--help", **quiet).stdout
    assert "Usage\u00a0: balise-server" in french
    assert "Mettre la base de données à jour." in french
    assert "\x1e" not in french
    for english in (
        command(tmp_path, "--help", **quiet | {"LANG": "en_CA.UTF-8"}).stdout,
        command(tmp_path, "--help", "--lang", "en", **quiet).stdout,
        command(tmp_path, "--help", **quiet | {"BALISE_LANG": "en"}).stdout,
    ):
        assert "Usage: balise-server" in english
        assert "Bring the database up to date." in english
    wrong = command(tmp_path, "demarrer", **quiet)
    assert (wrong.returncode, "Erreur\u00a0: Le verbe" in wrong.stderr) == (2, True)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "fichier").write_text("x", encoding="ascii")
    found = command(tmp_path / "fichier/donnees", "migrate")
    assert (found.returncode, "Traceback" in found.stderr) == (1, False)
    assert str(tmp_path / "fichier/donnees") in found.stderr


def test_a_refused_package_is_named_as_it_was_given(tmp_path: Path) -> None:
    (tmp_path / "mes notes.txt").write_text("x", encoding="ascii")
    found = command(tmp_path, "add", str(tmp_path / "mes notes.txt"))
    assert "«\u00a0mes notes.txt\u00a0»" in found.stderr


def test_the_server_does_not_need_the_builder() -> None:
    code = (
        "import sys; sys.modules['balise_builder'] = None\n"
        "import balise_server.app, balise_server.cli, balise_server.play, balise_server.pages\n"
        "import balise_server.serving\n"
        "print(sorted(m for m in sys.modules if m.startswith('balise_builder.')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="gunicorn")
def test_run_serves_both_origins_and_keeps_tokens_out_of_the_log(tmp_path: Path) -> None:
    port = free_port()
    pages, content = f"http://127.0.0.1:{port}", f"http://localhost:{port}"
    command(tmp_path, "migrate")
    environ = {**os.environ, "BALISE_PAGE_ORIGIN": pages, "BALISE_CONTENT_ORIGIN": content}
    run = [sys.executable, "-m", "balise_server", "--data", str(tmp_path), "run", "--workers", "1"]
    server = subprocess.Popen(
        run, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        wait_for(port)
        with urlopen(f"{content}/lms/", timeout=10) as answer:
            assert b"lms.js" in answer.read()
        with pytest.raises(HTTPError) as caught:
            urlopen(Request(f"{content}/lms/commit/SECRET", data=b"x"), timeout=10)
        assert json.load(caught.value)["error"]["code"] == "token-forged"
    finally:
        server.send_signal(signal.SIGTERM)
        said = server.communicate(timeout=30)[0]
    assert "SECRET" not in said
    assert pages in said


def wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("the server did not start")
