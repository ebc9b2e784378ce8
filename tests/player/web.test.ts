/** No LMS: the browser's storage, one record a course, one person at a time. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { MemoryStorage, Profile, Tab, lonely } from "./support/browser.ts";
import { sample } from "./support/golden.ts";
import { PAGES, open, read, take } from "./support/sittings.ts";

const COURSE = sample();

function visit(profile: Profile, seed = 1) {
  return open(COURSE, "web", new Tab(lonely(), profile, seed));
}

const record = (profile: Profile) => {
  const [value] = [...(profile.storage as MemoryStorage).map.values()];
  return value === undefined ? null : (JSON.parse(value) as Record<string, unknown>);
};

test("web, first visit: nothing is stored before anything is done", () => {
  const profile = new Profile();
  const { session, tab, shown } = visit(profile);
  tab.pass(60_000);
  tab.fire("hidden");
  tab.fire("pagehide");
  assert.deepEqual([session.hosted, session.askWhose, session.resumed, shown], [false, false, false, ["standalone"]]);
  assert.equal(record(profile), null);
});

test("web, events are stored after two seconds of quiet, milestones at once", () => {
  const profile = new Profile();
  const { session, tab } = visit(profile);
  read(session, ...PAGES);
  tab.pass(1999);
  assert.equal(record(profile), null);
  tab.pass(1);
  assert.equal(record(profile)?.["location"], "bilan-page");
  take(session, "bilan");
  assert.deepEqual(record(profile)?.["status"], session.status());
});

test("web, next visit: the state, the time and the question whose it is", () => {
  const profile = new Profile();
  const first = visit(profile);
  first.tab.pass(50_000);
  read(first.session, "signaux");
  first.tab.fire("pagehide");
  const { session } = visit(profile, 2);
  assert.deepEqual([session.resumed, session.askWhose], [true, true]);
  assert.deepEqual([session.state.read, session.state.elapsed], [["signaux"], 50]);
  assert.equal(session.learnerKey, first.session.learnerKey);
  session.continueAs();
  assert.equal(session.askWhose, false);
});

/** The page of `before` loaded again in its tab, or another page of this course in that tab. */
function inTab(before: Tab, profile: Profile, isReload: boolean) {
  before.fire("pagehide");
  const tab = new Tab(lonely(), profile, 7);
  Object.assign(tab, { tab: before.tab, isReload });
  return open(COURSE, "web", tab);
}

test("web, a reload in the tab where one began, or said so, does not ask again", () => {
  const profile = new Profile();
  const first = visit(profile);
  read(first.session, "signaux");
  const second = inTab(first.tab, profile, true);
  assert.deepEqual([second.session.resumed, second.session.askWhose], [true, false]);
  const other = visit(profile, 2);
  assert.equal(other.session.askWhose, true);
  other.session.continueAs();
  assert.equal(inTab(other.tab, profile, true).session.askWhose, false);
});

test("web, opening the course anew asks, in the same tab too", () => {
  const profile = new Profile();
  const { session, tab } = visit(profile);
  read(session, "signaux");
  assert.equal(inTab(tab, profile, false).session.askWhose, true);
});

test("web, a reload asks after either way out, after another person, and without storage in the tab", () => {
  for (const leave of [
    (s: ReturnType<typeof visit>) => void s.session.finish(),
    (s: ReturnType<typeof visit>) => void s.session.dispatch({ type: "quick-exit" }),
    (s: ReturnType<typeof visit>) => void (s.tab.tab = null),
  ]) {
    const profile = new Profile();
    const before = visit(profile);
    read(before.session, "signaux");
    leave(before);
    assert.equal(inTab(before.tab, profile, true).session.askWhose, true);
  }
  const profile = new Profile();
  const before = visit(profile);
  read(before.session, "signaux");
  const next = visit(profile, 2);
  next.session.restart();
  read(next.session, "signaux");
  next.tab.fire("pagehide");
  assert.equal(inTab(before.tab, profile, true).session.askWhose, true);
});

test("web, another person begins anew: nothing of the one before is left, not even from an open tab", () => {
  const profile = new Profile();
  const before = visit(profile);
  read(before.session, "signaux");
  before.tab.fire("hidden");
  const { session, tab } = visit(profile, 2);
  let redrawn = 0;
  session.onChange(() => redrawn++);
  session.restart();
  assert.deepEqual([redrawn, session.resumed, session.askWhose, session.state.read], [1, false, false, []]);
  assert.notEqual(session.learnerKey, before.session.learnerKey);
  read(before.session, "chaine");
  before.tab.fire("pagehide");
  read(session, "presentation");
  tab.fire("pagehide");
  const next = visit(profile, 3).session;
  assert.deepEqual([next.state.read, next.state.elapsed], [["presentation"], 0]);
});

test("web, after beginning anew and doing nothing, the next visit asks nothing", () => {
  const profile = new Profile();
  read(visit(profile).session, "signaux");
  visit(profile, 2).session.restart();
  assert.equal(visit(profile, 3).session.askWhose, false);
});

test("web, two tabs of one person: the later one to save unites both", () => {
  const profile = new Profile();
  const one = visit(profile, 1);
  const two = visit(profile, 2);
  read(one.session, "presentation", "signaux");
  one.tab.pass(2000);
  take(two.session, "bilan");
  two.tab.fire("pagehide");
  read(one.session, "chaine");
  one.tab.fire("pagehide");
  const { session } = visit(profile, 3);
  assert.deepEqual(session.state.read.length, 4);
  assert.equal(session.state.evaluations["bilan"]?.best?.points, 4);
});

test("web, a better status stays when the course changes", () => {
  const profile = new Profile();
  const { session, tab } = visit(profile);
  read(session, ...PAGES);
  take(session, "bilan");
  tab.fire("pagehide");
  const harder = open(sample({ rule: { threshold: 5 } }), "web", new Tab(lonely(), profile, 2));
  harder.session.dispatch({ type: "page-opened", page: "signaux" });
  harder.tab.pass(2000);
  assert.equal(harder.session.status().success, "unknown");
  assert.equal((record(profile)?.["status"] as { success: string }).success, "passed");
});

test("web, storage denied, full or spoilt: memory, and no exception", () => {
  const full = new Profile();
  const spoilt = new Profile();
  if (full.storage) full.storage.full = true;
  spoilt.storage?.map.set(`balise:${COURSE.id}:${COURSE.key}`, "{oops");
  for (const profile of [new Profile(null), full, spoilt]) {
    const { session, tab, shown } = visit(profile);
    read(session, ...PAGES);
    tab.pass(10_000);
    assert.deepEqual([session.state.read.length, shown], [4, ["standalone"]]);
  }
});

test("web, exit button: saved, said, and nothing more is written", async () => {
  const profile = new Profile();
  const { session, tab } = visit(profile);
  read(session, "signaux");
  assert.equal(await session.finish(), true);
  const before = record(profile);
  read(session, "chaine");
  tab.pass(10_000);
  tab.fire("pagehide");
  assert.deepEqual(record(profile), before);
});

test("web, back from the back-forward cache: reload and resume", () => {
  const profile = new Profile();
  const { session, tab } = visit(profile);
  read(session, "signaux");
  tab.fire("pagehide", true);
  tab.fire("pageshow", true);
  assert.equal(tab.reloaded, 1);
  assert.deepEqual(visit(profile, 2).session.state.read, ["signaux"]);
});

test("web, idle time counts for five minutes at most, hidden time not at all", () => {
  const { session, tab } = visit(new Profile());
  tab.pass(40 * 60_000);
  tab.fire("activity");
  assert.equal(session.state.elapsed, 300);
  tab.pass(60_000);
  tab.fire("hidden");
  tab.pass(3600_000);
  tab.fire("visible");
  tab.pass(30_000);
  tab.fire("activity");
  assert.equal(session.state.elapsed, 390);
});

test("export and import: the state moves to another device, notes only when asked", () => {
  const { session, tab } = visit(new Profile());
  tab.pass(20_000);
  read(session, "signaux");
  const plain = session.exportState();
  assert.equal(plain.includes("notes"), false);
  const file = session.exportState({ "r-mon-lieu": "à moi" });
  const profile = new Profile();
  const other = visit(profile, 9);
  read(other.session, "chaine");
  assert.deepEqual(other.session.importState(file), { result: "ok", notes: { "r-mon-lieu": "à moi" } });
  assert.deepEqual([other.session.state.read, other.session.state.elapsed], [["signaux", "chaine"], 20]);
  assert.deepEqual(visit(profile, 3).session.state.read, ["signaux", "chaine"]);
});

test("import refuses another course's file and anything else, and changes nothing", () => {
  const other = open(sample({ key: "other1" }), "web", new Tab()).session.exportState();
  const { session } = visit(new Profile());
  const before = session.state;
  assert.equal(session.importState(other).result, "foreign");
  for (const text of ["", "{}", "null", "[1]", "\u0000", '{"state":"AZq81Ab!"', '{"state":"x"}', '{"state":7}']) {
    assert.equal(session.importState(text).result, "unreadable", text);
  }
  assert.equal(session.state, before);
});

for (const name of ["scorm12", "scorm2004"] as const) {
  test(`${name} without an LMS runs on the browser's storage, and asks whose state it finds`, () => {
    const profile = new Profile();
    const first = open(COURSE, name, new Tab(lonely(), profile));
    read(first.session, "signaux");
    first.tab.pass(7000);
    assert.deepEqual(first.shown, ["standalone"]);
    const { session } = open(COURSE, name, new Tab(lonely(), profile, 2));
    assert.deepEqual([session.hosted, session.askWhose, session.state.read], [false, true, ["signaux"]]);
  });
}
