/** What each profile does to the calls, and where scorm-again is laxer than the strict host. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";

import { makeApi, type Call } from "../../../server/web/bench/api.ts";
import type { Edition } from "../../../server/web/bench/codes.ts";
import { Host, type Values } from "../../../server/web/bench/host.ts";
import { makeHost } from "../../../server/web/bench/profiles.ts";

function made(name: string, edition: Edition = "scorm12", args: number[] = []) {
  const stored: Values[] = [];
  const clock = { now: 0 };
  const host = makeHost({ name, args }, edition, { "cmi.core.student_id": "l-1" }, (values) => {
    stored.push(values);
    return true;
  }, () => clock.now);
  return { host, stored, clock };
}

test("truncating-4096 says true and keeps 4,096 characters", () => {
  const { host } = made("truncating-4096", "scorm2004");
  host.initialize("");
  assert.equal(host.set("cmi.suspend_data", "x".repeat(5000)), "true");
  assert.equal(host.get("cmi.suspend_data").length, 4096);
});

test("no-interactions refuses them alone, by the code of the edition", () => {
  for (const [edition, code] of [["scorm12", "401"], ["scorm2004", "402"]] as const) {
    const { host } = made("no-interactions", edition);
    host.initialize("");
    assert.deepEqual([host.get("cmi.interactions._count"), host.lastError()], ["", code]);
    assert.deepEqual([host.set("cmi.interactions.0.id", "q"), host.lastError()], ["false", code]);
    assert.deepEqual([host.set("cmi.suspend_data", "x"), host.lastError()], ["true", "0"]);
    assert.equal(host.commit(""), "true");
  }
});

test("throws fails at every call, or between two moments", () => {
  const always = made("throws").host;
  assert.throws(() => always.initialize(""));
  assert.throws(() => always.lastError());
  const { host, clock } = made("throws", "scorm12", [1000, 2000]);
  assert.equal(host.initialize(""), "true");
  clock.now = 1500;
  assert.throws(() => host.set("cmi.suspend_data", "x"));
  clock.now = 2000;
  assert.equal(host.set("cmi.suspend_data", "x"), "true");
});

test("open-edx says true to everything, stores at each set, tells no entry", () => {
  const { host, stored } = made("open-edx");
  assert.equal(host.set("cmi.nothing", 3), "true");
  assert.deepEqual([host.initialize("x"), host.commit(), host.lastError()], ["true", "true", "0"]);
  assert.deepEqual([host.get("cmi.core.entry"), host.get("cmi.nothing")], ["", "3"]);
  assert.equal(stored.length, 1);
});

test("moodle: after exitAll the next commit throws, after exit it says false", () => {
  for (const [request, act] of [["exitAll", "throws"], ["exit", "false"], ["suspendAll", "true"]]) {
    const { host } = made("moodle", "scorm2004");
    host.initialize("");
    host.set("adl.nav.request", request);
    if (act === "throws") assert.throws(() => host.commit(""));
    else assert.equal(host.commit(""), act);
  }
});

test("every call is noted with its time, its answer and its code; a thrown one is marked", () => {
  const noted: Call[] = [];
  const { host, clock } = made("throws", "scorm12", [1000]);
  const api = makeApi(host, "scorm12", () => clock.now, (call) => noted.push(call));
  assert.equal(Object.keys(api).length, 8);
  api["LMSInitialize"]?.("");
  api["LMSSetValue"]?.("cmi.core.score.raw", 50);
  clock.now = 1000;
  assert.throws(() => api["LMSCommit"]?.(""));
  assert.deepEqual(noted.map(({ at, name, args, result, error }) => [at, name, args.join(), result, error]), [
    [0, "LMSInitialize", "", "true", "0"],
    [0, "LMSSetValue", "cmi.core.score.raw,50 (number)", "false", "405"],
    [1000, "LMSCommit", "", "", "!"],
  ]);
});

/** What scorm-again 3.4.3 takes and the strict host refuses: the reason that the host is our own. */
const LAXER: [Edition, string, unknown, string][] = [
  ["scorm12", "cmi.core.score.raw", 50, "405"],
  ["scorm12", "cmi.suspend_data", null, "405"],
  ["scorm12", "cmi.suspend_data", "x".repeat(4097), "405"],
  ["scorm12", "cmi.core.session_time", "1:02:03", "405"],
  ["scorm12", "cmi.core.session_time", "00:61:00", "405"],
  ["scorm12", "cmi.core.exit", "normal", "405"],
  ["scorm12", "cmi.interactions.0.id", "a b", "405"],
  ["scorm12", "cmi.interactions.0.result", "incorrect", "405"],
  ["scorm2004", "cmi.score.raw", 1, "406"],
  ["scorm2004", "cmi.score.raw", "1.123456789", "406"],
  ["scorm2004", "cmi.session_time", "PT", "406"],
  ["scorm2004", "cmi.objectives.0.id", "a b", "406"],
  ["scorm2004", "cmi.comments_from_learner.0.timestamp", "2026-11-07T10:11:12.123Z", "406"],
];

for (const [edition, name, value, code] of LAXER) {
  test(`stricter than scorm-again: ${edition}, ${name} = ${String(value).slice(0, 20)} (${typeof value})`, () => {
    const own = new Host({ edition, values: {}, store: () => true });
    own.initialize("");
    assert.deepEqual([own.set(name, value), own.lastError()], ["false", code]);
    const quiet = { logLevel: 5 } as const;
    const api = (edition === "scorm12" ? new Scorm12API(quiet) : new Scorm2004API(quiet)) as unknown as
      Record<string, (...given: unknown[]) => unknown>;
    const prefix = edition === "scorm12" ? "LMS" : "";
    api[`${prefix}Initialize`]?.("");
    if (name.endsWith("result")) api[`${prefix}SetValue`]?.("cmi.interactions.0.id", "q");
    assert.equal(String(api[`${prefix}SetValue`]?.(name, value)), "true");
  });
}
