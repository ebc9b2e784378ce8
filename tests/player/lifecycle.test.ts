/** The life-cycle table (docs/contribution/tracking): each row, for both editions, call by call. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { Tab } from "./support/browser.ts";
import { sample } from "./support/golden.ts";
import { Lms, type Edition } from "./support/lms.ts";
import { PAGES, launch, open, read, take, writes } from "./support/sittings.ts";

const NAMES = {
  scorm12: {
    mode: "cmi.core.lesson_mode", status: "cmi.core.lesson_status", id: "cmi.core.student_id",
    name: "cmi.core.student_name", location: "cmi.core.lesson_location", time: "cmi.core.session_time",
    exit: "cmi.core.exit", oneMinute: "0000:01:00", done: "",
  },
  scorm2004: {
    mode: "cmi.mode", status: "cmi.completion_status", id: "cmi.learner_id",
    name: "cmi.learner_name", location: "cmi.location", time: "cmi.session_time",
    exit: "cmi.exit", oneMinute: "PT1M", done: "normal",
  },
} as const;

const PASS = {
  scorm12: [
    "set cmi.core.score.raw=100", "set cmi.core.score.min=0", "set cmi.core.score.max=100",
    "set cmi.core.lesson_status=passed",
  ],
  scorm2004: [
    "set cmi.score.raw=100", "set cmi.score.min=0", "set cmi.score.max=100", "set cmi.score.scaled=1",
    "set cmi.success_status=passed", "set cmi.completion_status=completed", "set cmi.progress_measure=1",
  ],
};

const COURSE = sample({ reporting: "result" });

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  const n = NAMES[edition];
  const leave = [`set ${n.time}=${n.oneMinute}`, `set ${n.exit}=suspend`, "commit", "terminate"];
  const saved = (place: string) => ["set cmi.suspend_data=…", `set ${n.location}=${place}`, "commit"];

  /** Launched, first page shown and saved. */
  const settled = (lms = new Lms(edition), course = COURSE) => {
    const sitting = launch(course, lms);
    sitting.session.dispatch({ type: "page-opened", page: "presentation" });
    sitting.tab.pass(2000);
    lms.log = [];
    return { lms, ...sitting };
  };

  test(`${edition}, first launch: eleven calls and one commit before the first click`, () => {
    const lms = new Lms(edition);
    const { session, tab } = launch(COURSE, lms);
    session.dispatch({ type: "page-opened", page: "presentation" });
    tab.pass(60_000);
    const gets = [n.mode, n.status, n.id, n.name, n.location, "cmi.suspend_data"];
    assert.deepEqual(
      ["initialize", ...gets.map((g) => `get ${g}`), `set ${n.status}=incomplete`, ...saved("presentation")],
      [lms.log[0], ...lms.log.slice(1, 7), ...writes(lms.log)],
    );
    assert.equal(lms.log.length, 11);
    assert.deepEqual([session.hosted, session.resumed, session.learnerName], [true, false, "Roy, Alix"]);
  });

  test(`${edition}, launch again: the state is back and nothing is written`, () => {
    const first = settled();
    read(first.session, "signaux", "chaine");
    first.tab.fire("pagehide");
    const { session, tab } = launch(COURSE, first.lms);
    session.dispatch({ type: "page-opened", page: "chaine" });
    tab.pass(60_000);
    assert.deepEqual(writes(first.lms.log), []);
    assert.equal(session.resumed, true);
    assert.deepEqual([session.state.place, session.state.read], ["chaine", ["signaux", "chaine"]]);
  });

  test(`${edition}, a location without suspend data is resumed too`, () => {
    const lms = new Lms(edition, "l-42", { [n.location]: "chaine" });
    const { session } = launch(COURSE, lms);
    assert.deepEqual([session.resumed, session.state.place], [true, "chaine"]);
  });

  test(`${edition}, events: one commit after two seconds of quiet`, () => {
    const { lms, session, tab } = settled();
    session.dispatch({ type: "page-read", page: "presentation" });
    tab.pass(1500);
    session.dispatch({ type: "item-answered", item: "q-gestes", response: "ab" });
    tab.pass(1900);
    assert.deepEqual(lms.log, []);
    tab.pass(100);
    assert.deepEqual(writes(lms.log), ["set cmi.suspend_data=…", "commit"]);
  });

  test(`${edition}, steady activity is saved within ten seconds`, () => {
    const { lms, session, tab } = settled();
    for (let i = 0; i < 12; i++) {
      session.dispatch({ type: "item-answered", item: "q-mot", response: i % 2 ? "a" : "b" });
      tab.pass(1000);
    }
    assert.deepEqual(writes(lms.log), ["set cmi.suspend_data=…", "commit"]);
  });

  test(`${edition}, passed: score, then status, then commit at once`, () => {
    const { lms, session } = settled();
    read(session, ...PAGES);
    take(session, "bilan");
    assert.deepEqual(writes(lms.log), [...PASS[edition], ...saved("bilan-page")]);
  });

  test(`${edition}, below the threshold with tries left: score, status stays incomplete`, () => {
    const { lms, session } = settled();
    take(session, "bilan", { a1: "b" });
    const score = PASS[edition].slice(0, edition === "scorm12" ? 3 : 4);
    const expected = score.map((line) => line.replace("raw=100", "raw=25").replace("scaled=1", "scaled=0.25"));
    assert.deepEqual(writes(lms.log), [...expected, "set cmi.suspend_data=…", "commit"]);
  });

  test(`${edition}, failed for good where the course reports failure`, () => {
    const course = sample({ reporting: "status", rule: { failed: true }, evaluations: { bilan: { attempts: 1 } } });
    const { lms, session } = settled(new Lms(edition), course);
    read(session, ...PAGES);
    take(session, "bilan", { a1: "a" });
    const status =
      edition === "scorm12"
        ? ["set cmi.core.lesson_status=failed"]
        : ["set cmi.success_status=failed", "set cmi.completion_status=completed", "set cmi.progress_measure=1"];
    assert.deepEqual(writes(lms.log), [...status, ...saved("bilan-page")]);
  });

  test(`${edition}, all read and no evaluation: completed at once`, () => {
    const course = sample({ rule: { evaluation: null, threshold: null } });
    const { lms, session } = settled(new Lms(edition), course);
    read(session, ...PAGES);
    const status =
      edition === "scorm12"
        ? ["set cmi.core.lesson_status=completed"]
        : ["set cmi.completion_status=completed", "set cmi.progress_measure=1"];
    assert.deepEqual(writes(lms.log), [...status, ...saved("bilan-page")]);
  });

  test(`${edition}, hidden: session time, exit, commit, never terminate`, () => {
    const { lms, session, tab } = settled();
    read(session, "signaux");
    tab.pass(58_000);
    lms.log = [];
    tab.fire("hidden");
    assert.deepEqual(lms.log, leave.slice(0, 3));
  });

  test(`${edition}, pagehide: session time, exit, commit, terminate, once`, () => {
    const { lms, session, tab } = settled();
    tab.pass(58_000);
    session.dispatch({ type: "page-read", page: "presentation" });
    tab.fire("pagehide");
    assert.deepEqual(writes(lms.log), ["set cmi.suspend_data=…", ...leave]);
    lms.log = [];
    tab.fire("hidden");
    tab.fire("pagehide");
    session.dispatch({ type: "page-read", page: "chaine" });
    tab.pass(60_000);
    assert.deepEqual(lms.log, []);
  });

  test(`${edition}, leaving when completed: exit says so`, () => {
    const { lms, session, tab } = settled();
    read(session, ...PAGES);
    take(session, "bilan");
    lms.log = [];
    tab.pass(58_000);
    tab.fire("pagehide");
    assert.deepEqual(lms.log, [leave[0], `set ${n.exit}=${n.done}`, "commit", "terminate"]);
  });

  test(`${edition}, to the back-forward cache: commit only; back: reload, and the session goes on`, () => {
    const { lms, session, tab } = settled();
    tab.pass(58_000);
    session.dispatch({ type: "page-read", page: "presentation" });
    tab.fire("pagehide", true);
    assert.deepEqual(writes(lms.log), ["set cmi.suspend_data=…", ...leave.slice(0, 3)]);
    lms.log = [];
    tab.fire("pageshow", true);
    tab.fire("pagehide");
    assert.deepEqual([tab.reloaded, lms.log], [1, []]);
    const again = open(COURSE, edition, new Tab(tab.view));
    assert.deepEqual(again.session.state.read, ["presentation"]);
    assert.equal(again.session.hosted, true);
    read(again.session, "signaux");
    again.tab.pass(2000);
    assert.deepEqual(writes(lms.log), ["initialize: refused", ...saved("signaux")]);
  });

  test(`${edition}, exit button: as pagehide, acknowledged while the page lives`, async () => {
    const { lms, tab, session } = settled();
    tab.pass(58_000);
    assert.equal(await session.finish(), true);
    assert.deepEqual(lms.log, leave);
    tab.fire("pagehide");
    assert.deepEqual([await session.finish(), lms.log.length], [true, leave.length]);
  });

  test(`${edition}, exit button refused: not closed, tried again, then closed on leaving`, async () => {
    const { lms, tab, session, shown } = settled();
    lms.refuse = 2;
    assert.equal(await session.finish(), false);
    assert.equal(lms.log.includes("terminate"), false);
    tab.pass(5000);
    assert.deepEqual(shown.slice(-2), ["retrying", "saved"]);
    assert.equal(await session.finish(), true);
    assert.equal(lms.log.at(-1), "terminate");
  });

  test(`${edition}, quick exit: saved at once, and the menu opens next time`, () => {
    const { lms, session, tab } = settled();
    session.dispatch({ type: "quick-exit" });
    assert.equal(session.flush(), true);
    assert.deepEqual(writes(lms.log), saved(""));
    tab.fire("pagehide");
    assert.deepEqual([launch(COURSE, lms).session.state.place, lms.stored[n.location]], ["", ""]);
  });

  for (const mode of ["review", "browse"]) {
    test(`${edition}, mode ${mode}: everything works and nothing is written`, async () => {
      const lms = new Lms(edition, "l-42", { [n.mode]: mode });
      const { session, tab, shown } = launch(COURSE, lms);
      read(session, ...PAGES);
      take(session, "bilan");
      tab.pass(60_000);
      tab.fire("hidden");
      assert.equal(session.flush(), true);
      assert.equal(session.status().success, "passed");
      assert.equal(await session.finish(), true);
      assert.deepEqual(writes(lms.log), ["terminate"]);
      assert.deepEqual([session.mode, shown], [mode, ["review"]]);
    });
  }
}
