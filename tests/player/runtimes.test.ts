/** Finding the API, and the formats that strict hosts ask for. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { findApi } from "../../builder/player/src/runtimes/discover.ts";
import { clockSpan } from "../../builder/player/src/runtimes/scorm12.ts";
import { isoDuration, timestamp } from "../../builder/player/src/runtimes/scorm2004.ts";
import { hash, isGeneric } from "../../builder/player/src/session/copy.ts";
import { Tab, lonely } from "./support/browser.ts";
import { sample } from "./support/golden.ts";
import { Lms } from "./support/lms.ts";
import { open, read, take } from "./support/sittings.ts";

const API = {};

/** A window of another origin: parent, opener and top may be read, nothing else. */
function foreign(around: Record<string, unknown>): object {
  return new Proxy(around, {
    get: (target, name) => {
      if (["parent", "opener", "top"].includes(String(name))) return target[String(name)];
      throw new DOMException("Blocked a frame", "SecurityError");
    },
  });
}

test("the API is found here, in a parent, in the opener's parents and in the top window's opener", () => {
  const lms = lonely();
  lms["API"] = API;
  const child = { parent: lms };
  assert.equal(findApi(lms, "API"), API);
  assert.equal(findApi({ parent: { parent: child } }, "API"), API);
  assert.equal(findApi({ ...lonely(), opener: child }, "API"), API);
  assert.equal(findApi({ parent: lonely(), top: { opener: child } }, "API"), API);
  assert.equal(findApi(lms, "API_1484_11"), null);
});

test("a window of another origin on the way does not end the search", () => {
  const lms = { API };
  assert.equal(findApi({ parent: foreign({ parent: lms }) }, "API"), API);
  assert.equal(findApi({ parent: foreign({ parent: lonely() }), opener: foreign({ parent: lms }) }, "API"), API);
});

test("windows that throw at everything, and loops of parents, end in nothing", () => {
  const angry = new Proxy({}, { get: () => { throw new Error("no"); } });
  assert.equal(findApi({ parent: angry, opener: angry, top: angry }, "API"), null);
  const one: Record<string, unknown> = {};
  const other = { parent: one };
  one["parent"] = other;
  assert.equal(findApi(one, "API"), null);
});

test("times are of the form that Moodle accepts", () => {
  assert.equal(timestamp(Date.UTC(2026, 0, 2, 10, 11, 12, 123)), "2026-01-02T10:11:12.0Z");
  assert.deepEqual([0, 59, 60, 3600, 3661].map(isoDuration), ["PT0S", "PT59S", "PT1M", "PT1H", "PT1H1M1S"]);
  assert.deepEqual([0, 61, 36_000, 4e7].map(clockSpan), ["0000:00:00", "0000:01:01", "0010:00:00", "9999:00:00"]);
});

test("spans of any length keep their format and their seconds", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 3e7, noNaN: true }), (seconds) => {
      assert.match(isoDuration(seconds), /^PT(?=.)(\d+H)?(\d+M)?(\d+S)?$/);
      const [h, m, s] = clockSpan(seconds).split(":").map(Number);
      assert.equal((h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0), Math.floor(seconds));
    }),
  );
});

test("every value sent is a string, and a 1.2 response stays within 255", () => {
  const course = sample({ items: { a3: { choices: letters() } } });
  const lms = new Lms("scorm12");
  const { session } = open(course, "scorm12", new Tab(lms.launch()));
  take(session, "bilan", { a3: "abcdefghijklmnopqrstuvwxyz" });
  const response = lms.log.find((line) => line.includes("student_response=")) ?? "";
  assert.equal(response.split("=")[1], [..."abcdefghijklmnopqrstuvwxyz"].join(","));
  assert.deepEqual(lms.log.filter((line) => line.includes("refused")), []);
});

function letters() {
  return [..."abcdefghijklmnopqrstuvwxyz"].map((id) => ({ id, html: "", right: true, fixed: false, feedback: "" }));
}

test("26 pairs stay within 255, and a value is sent as a plain number", () => {
  const choices = letters().map((choice) => ({ ...choice, target: "z", idea: null }));
  const course = sample({ base: "kinds", items: { "e-roles": { choices, targets: [{ id: "z", html: "" }] } } });
  for (const edition of ["scorm12", "scorm2004"] as const) {
    const lms = new Lms(edition);
    const { session } = open(course, edition, new Tab(lms.launch()));
    take(session, "bilan", { "e-roles": choices.map(({ id }) => `${id}z`).join(""), "e-nombre": "b" });
    const said = lms.log.flatMap((line) => (/(?:student|learner)_response=(.*)/.exec(line) ?? []).slice(1));
    assert.deepEqual([said.length, said[1]], [2, "2.5"]);
    assert.equal(said[0]?.replaceAll(/[[\]]/g, ""), choices.map(({ id }) => `${id}.z`).join(","));
    assert.deepEqual(lms.log.filter((line) => line.includes("refused")), []);
  }
});

test("generic accounts are known as such, people are not", () => {
  for (const id of ["", "  ", "guest", "Invité", "anonyme", "ANONYMOUS", "test", "0", "-1"]) assert.ok(isGeneric(id), id);
  for (const id of ["42", "alix.roy", "guesthouse", "l-1"]) assert.ok(!isGeneric(id), id);
});

test("learners get different hashes, short enough for a key", () => {
  const seen = new Set(Array.from({ length: 5000 }, (_, i) => hash(`learner-${i}`)));
  assert.equal(seen.size, 5000);
  for (const value of seen) assert.match(value, /^[a-z0-9]{1,11}$/);
});

for (const edition of ["scorm12", "scorm2004"] as const) {
  test(`${edition}, an API found only after four seconds is adopted, with the pages read meanwhile`, () => {
    const lms = new Lms(edition);
    const view = lonely();
    const { session, tab, shown } = open(sample(), edition, new Tab(view));
    let redrawn = 0;
    session.onChange(() => redrawn++);
    read(session, "signaux");
    tab.pass(4000);
    view["parent"] = (lms.launch() as { parent: unknown }).parent;
    tab.pass(250);
    assert.deepEqual([session.hosted, redrawn, session.state.read], [true, 1, ["signaux"]]);
    tab.pass(2000);
    assert.deepEqual(shown, ["standalone", "pending", "saved"]);
    assert.equal((tab.storage as unknown as { map: Map<string, string> }).map.size, 0);
  });

  test(`${edition}, an API that comes after an answer, or after five seconds, is left alone`, () => {
    for (const wait of [1000, 5000]) {
      const lms = new Lms(edition);
      const view = lonely();
      const { session, tab } = open(sample(), edition, new Tab(view));
      if (wait === 1000) session.dispatch({ type: "item-answered", item: "q-mot", response: "a" });
      tab.pass(wait);
      view["parent"] = (lms.launch() as { parent: unknown }).parent;
      tab.pass(60_000);
      assert.deepEqual([session.hosted, lms.log], [false, []]);
    }
  });
}
