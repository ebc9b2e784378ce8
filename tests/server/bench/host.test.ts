/** The strict LMS: each rule accepts what the standard accepts, and refuses the rest by its exact code. */
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Edition } from "../../../server/web/bench/codes.ts";
import { Host, type Values } from "../../../server/web/bench/host.ts";

const EDITIONS: Edition[] = ["scorm12", "scorm2004"];

export function host(edition: Edition, values: Values = {}, wide = false) {
  const stored: { values: Values; last: boolean }[] = [];
  const state = { refuse: false };
  const made = new Host({
    edition, values, wide,
    store: (kept, last) => {
      if (!state.refuse) stored.push({ values: kept, last });
      return !state.refuse;
    },
  });
  return { host: made, stored, state };
}

function opened(edition: Edition, values: Values = {}, wide = false): Host {
  const made = host(edition, values, wide).host;
  assert.equal(made.initialize(""), "true");
  return made;
}

/** Before, during and after a session: call, answer and code, 1.2 then 2004. */
const ORDER: [string, (h: Host) => string, "new" | "open" | "ended", string, string, string][] = [
  ["initialize twice", (h) => h.initialize(""), "open", "false", "101", "103"],
  ["initialize after the end", (h) => h.initialize(""), "ended", "false", "101", "104"],
  ["initialize with a parameter", (h) => h.initialize("x"), "new", "false", "201", "201"],
  ["initialize without its empty string", (h) => h.initialize(), "new", "false", "201", "201"],
  ["get before", (h) => h.get("cmi.suspend_data"), "new", "", "301", "122"],
  ["get after", (h) => h.get("cmi.suspend_data"), "ended", "", "301", "123"],
  ["set before", (h) => h.set("cmi.suspend_data", "x"), "new", "false", "301", "132"],
  ["set after", (h) => h.set("cmi.suspend_data", "x"), "ended", "false", "301", "133"],
  ["commit before", (h) => h.commit(""), "new", "false", "301", "142"],
  ["commit after", (h) => h.commit(""), "ended", "false", "301", "143"],
  ["commit with a parameter", (h) => h.commit("x"), "open", "false", "201", "201"],
  ["commit", (h) => h.commit(""), "open", "true", "0", "0"],
  ["terminate before", (h) => h.terminate(""), "new", "false", "301", "112"],
  ["terminate twice", (h) => h.terminate(""), "ended", "false", "301", "113"],
  ["terminate with a parameter", (h) => h.terminate(null), "open", "false", "201", "201"],
  ["terminate", (h) => h.terminate(""), "open", "true", "0", "0"],
];

for (const [name, act, phase, answer, old, recent] of ORDER) {
  test(`state machine: ${name}`, () => {
    for (const edition of EDITIONS) {
      const made = host(edition).host;
      if (phase !== "new") made.initialize("");
      if (phase === "ended") made.terminate("");
      assert.equal(act(made), answer, edition);
      assert.equal(made.lastError(), edition === "scorm12" ? old : recent, edition);
    }
  });
}

test("what is stored is what was set, once a commit or the end is acknowledged", () => {
  for (const edition of EDITIONS) {
    const { host: made, stored, state } = host(edition, { "cmi.suspend_data": "before" });
    made.initialize("");
    made.set("cmi.suspend_data", "x");
    assert.deepEqual(stored, []);
    state.refuse = true;
    assert.equal(made.commit(""), "false");
    assert.equal(made.lastError(), edition === "scorm12" ? "101" : "391");
    state.refuse = false;
    assert.equal(made.commit(""), "true");
    made.terminate("");
    assert.deepEqual(stored.map(({ last }) => last), [false, true]);
    assert.equal(stored[0]?.values["cmi.suspend_data"], "x");
  }
});

test("an end that cannot be stored leaves the session open", () => {
  for (const edition of EDITIONS) {
    const { host: made, state } = host(edition);
    made.initialize("");
    state.refuse = true;
    assert.equal(made.terminate(""), "false");
    assert.equal(made.lastError(), edition === "scorm12" ? "101" : "111");
    state.refuse = false;
    assert.equal(made.terminate(""), "true");
  }
});

const ACCEPTED: Record<Edition, [string, string][]> = {
  scorm12: [
    ["cmi.core.lesson_status", "passed"], ["cmi.core.lesson_status", "browsed"],
    ["cmi.core.lesson_location", "x".repeat(255)], ["cmi.core.score.raw", "0"], ["cmi.core.score.raw", "99.5"],
    ["cmi.core.score.max", ""], ["cmi.core.session_time", "0000:01:02"], ["cmi.core.session_time", "12:34:56.78"],
    ["cmi.core.exit", ""], ["cmi.core.exit", "suspend"], ["cmi.suspend_data", "x".repeat(4096)],
    ["cmi.comments", "é"], ["cmi.objectives.0.id", "o-1"], ["cmi.interactions.0.id", "q1"],
    ["cmi.interactions.0.time", "23:59:59"], ["cmi.interactions.0.result", "wrong"],
    ["cmi.interactions.0.result", "0.5"], ["cmi.interactions.0.weighting", "2"],
    ["cmi.student_preference.audio", "-1"], ["cmi.student_preference.text", "1"],
  ],
  scorm2004: [
    ["cmi.completion_status", "not attempted"], ["cmi.success_status", "failed"],
    ["cmi.location", "x".repeat(1000)], ["cmi.score.scaled", "-1"], ["cmi.score.scaled", "0.3333333"],
    ["cmi.score.raw", "-12.5"], ["cmi.progress_measure", "1"], ["cmi.session_time", "PT1H2M3.45S"],
    ["cmi.session_time", "P1DT2S"], ["cmi.exit", "normal"], ["cmi.suspend_data", "x".repeat(64_000)],
    ["cmi.interactions.0.id", "urn:balise:q1"], ["cmi.objectives.0.id", "o-1"],
    ["cmi.learner_preference.audio_captioning", "-1"], ["cmi.comments_from_learner.0.comment", "{lang=fr-CA}Oui"],
    ["adl.nav.request", "suspendAll"], ["adl.nav.request", "{target=item-2}choice"],
  ],
};

const REFUSED: Record<Edition, [string, unknown, string][]> = {
  scorm12: [
    ["cmi.core.lesson_status", "not attempted", "405"], ["cmi.core.lesson_status", "done", "405"],
    ["cmi.core.lesson_location", "x".repeat(256), "405"], ["cmi.core.score.raw", "101", "405"],
    ["cmi.core.score.raw", "1e1", "405"], ["cmi.core.score.raw", 50, "405"], ["cmi.suspend_data", null, "405"],
    ["cmi.core.session_time", "1:02:03", "405"], ["cmi.core.session_time", "00:61:00", "405"],
    ["cmi.core.exit", "normal", "405"], ["cmi.suspend_data", "x".repeat(4097), "405"],
    ["cmi.core.student_id", "x", "403"], ["cmi.core.entry", "resume", "403"], ["cmi.core._children", "x", "402"],
    ["cmi.interactions._count", "1", "402"], ["cmi.core.nothing", "x", "401"], ["", "x", "201"],
    ["cmi.interactions.1.id", "q", "201"], ["cmi.interactions.0.id", "a b", "405"],
    ["cmi.interactions.0.type", "other", "405"], ["cmi.interactions.0.result", "incorrect", "405"],
    ["cmi.interactions.0.time", "24:00:00", "405"], ["cmi.objectives.2.id", "o", "201"],
    ["cmi.student_preference.audio", "101", "405"], ["cmi.student_preference.text", "2", "405"],
  ],
  scorm2004: [
    ["cmi.completion_status", "passed", "406"], ["cmi.success_status", "completed", "406"],
    ["cmi.location", "x".repeat(1001), "406"], ["cmi.score.scaled", "1.5", "407"], ["cmi.score.scaled", "x", "406"],
    ["cmi.score.raw", "1.123456789", "406"], ["cmi.score.raw", 1, "406"], ["cmi.progress_measure", "1.1", "407"],
    ["cmi.session_time", "PT65.123S", "406"], ["cmi.session_time", "65 seconds", "406"], ["cmi.session_time", "PT", "406"],
    ["cmi.exit", "quit", "406"], ["cmi.suspend_data", "x".repeat(64_001), "406"], ["cmi.learner_id", "x", "404"],
    ["cmi.entry", "resume", "404"], ["cmi._version", "2", "404"], ["cmi.interactions._count", "1", "404"],
    ["cmi.nothing", "x", "401"], ["", "x", "351"], ["cmi.interactions.1.id", "q", "351"],
    ["cmi.interactions.0.type", "choice", "408"], ["cmi.objectives.0.success_status", "passed", "408"],
    ["cmi.objectives.0.id", "a b", "406"], ["cmi.learner_preference.audio_level", "-1", "407"],
    ["cmi.learner_preference.language", "é", "406"], ["adl.nav.request", "quit", "406"],
    ["cmi.comments_from_learner.0.timestamp", "2026-11-07T10:11:12.123Z", "406"],
    ["cmi.comments_from_learner.0.timestamp", "2026-11-07T10:11:12Z", "406"],
    ["cmi.comments_from_learner.0.timestamp", "2026-13-07", "406"],
  ],
};

for (const edition of EDITIONS) {
  for (const [name, value] of ACCEPTED[edition]) {
    test(`${edition} takes ${name} = ${value.slice(0, 20)}`, () => {
      const made = opened(edition);
      assert.deepEqual([made.set(name, value), made.lastError()], ["true", "0"]);
    });
  }
  for (const [name, value, code] of REFUSED[edition]) {
    test(`${edition} refuses ${name} = ${String(value).slice(0, 20)} (${typeof value}): ${code}`, () => {
      const made = opened(edition);
      assert.deepEqual([made.set(name, value), made.lastError()], ["false", code]);
    });
  }
}

test("reading: what is there, what was never set, what may not be read", () => {
  const old = opened("scorm12", { "cmi.core.student_id": "l-1" });
  for (const [name, value, code] of [
    ["cmi.core.student_id", "l-1", "0"], ["cmi.core.lesson_status", "not attempted", "0"], ["cmi.suspend_data", "", "0"],
    ["cmi.core.exit", "", "404"], ["cmi.interactions.0.id", "", "404"], ["cmi.objectives.0.id", "", "201"],
    ["cmi.core.lesson_status._children", "", "202"], ["cmi.core.lesson_status._count", "", "203"],
    ["cmi.core.score._children", "raw,min,max", "0"], ["cmi.interactions._count", "0", "0"], ["cmi.nothing", "", "401"], ["", "", "201"],
  ] as const) assert.deepEqual([old.get(name), old.lastError()], [value, code], name);
  const recent = opened("scorm2004", { "cmi.learner_id": "l-1" });
  for (const [name, value, code] of [
    ["cmi.learner_id", "l-1", "0"], ["cmi.completion_status", "unknown", "0"], ["cmi.suspend_data", "", "403"],
    ["cmi.exit", "", "405"], ["cmi.objectives.0.id", "", "301"], ["cmi.score._children", "scaled,raw,min,max", "0"],
    ["cmi.location._count", "", "301"], ["cmi._version", "1.0", "0"], ["cmi.nothing", "", "401"], ["", "", "301"],
  ] as const) assert.deepEqual([recent.get(name), recent.lastError()], [value, code], name);
});

test("lists grow without gaps, and identifiers of objectives differ (2004: 351)", () => {
  const made = opened("scorm2004");
  assert.equal(made.set("cmi.objectives.0.id", "a"), "true");
  assert.equal(made.set("cmi.objectives.1.id", "a"), "false");
  assert.equal(made.lastError(), "351");
  assert.equal(made.set("cmi.objectives.0.id", "a"), "true", "the same again is no duplicate");
  assert.equal(made.set("cmi.objectives.1.id", "b"), "true");
  assert.equal(made.get("cmi.objectives._count"), "2");
});

const ANSWERS: [Edition, string, string, boolean][] = [
  ["scorm12", "choice", "a,b", true], ["scorm12", "choice", "ab", false], ["scorm12", "numeric", "12.5", true],
  ["scorm12", "numeric", "douze", false], ["scorm12", "matching", "1.a,2.b", true], ["scorm12", "matching", "1a", false],
  ["scorm12", "sequencing", "a,b,c", true], ["scorm12", "true-false", "t", true], ["scorm12", "likert", "3", true],
  ["scorm12", "fill-in", "x".repeat(256), false],
  ["scorm2004", "choice", "a[,]b", true], ["scorm2004", "choice", "a[,]a", false], ["scorm2004", "true-false", "true", true],
  ["scorm2004", "true-false", "t", false], ["scorm2004", "numeric", "12.5", true], ["scorm2004", "numeric", "douze", false],
  ["scorm2004", "matching", "1[.]a[,]2[.]b", true], ["scorm2004", "matching", "1.a", false],
  ["scorm2004", "sequencing", "a[,]b", true], ["scorm2004", "fill-in", "un mot", true],
  ["scorm2004", "long-fill-in", "x".repeat(4001), false], ["scorm2004", "likert", "3", true],
];

for (const [edition, type, value, fine] of ANSWERS) {
  test(`${edition}, answer of type ${type}: ${value.slice(0, 20)} is ${fine ? "taken" : "refused"}`, () => {
    const made = opened(edition);
    const name = edition === "scorm12" ? "student_response" : "learner_response";
    made.set("cmi.interactions.0.id", "q");
    made.set("cmi.interactions.0.type", type);
    assert.equal(made.set(`cmi.interactions.0.${name}`, value), String(fine));
    assert.equal(made.lastError(), fine ? "0" : edition === "scorm12" ? "405" : "406");
  });
}

test("an answer waits for its type in 2004 (408)", () => {
  const made = opened("scorm2004");
  made.set("cmi.interactions.0.id", "q");
  assert.equal(made.set("cmi.interactions.0.learner_response", "a"), "false");
  assert.equal(made.lastError(), "408");
});

test("codes have a sentence, and a diagnostic of the last one", () => {
  for (const edition of EDITIONS) {
    const made = opened(edition);
    made.set("cmi.nothing", "x");
    assert.match(made.errorString("401"), /Not implemented|Undefined/);
    assert.equal(made.diagnostic(""), made.errorString("401"));
    assert.equal(made.errorString("999"), "");
  }
});

test("wide limits (Moodle) hold in 1.2 for text only", () => {
  const made = opened("scorm12", {}, true);
  assert.equal(made.set("cmi.suspend_data", "x".repeat(64_000)), "true");
  assert.equal(made.set("cmi.core.lesson_location", "x".repeat(256)), "true");
  assert.equal(made.set("cmi.core.score.raw", "101"), "false");
});
