/** Hosts that refuse, throw, cut, forget or say yes to everything: nothing acknowledged is lost. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { decode } from "../../builder/player/src/codec.ts";
import { BACK_OFF } from "../../builder/player/src/session/saver.ts";
import { Profile, Tab, lonely } from "./support/browser.ts";
import { sample } from "./support/golden.ts";
import { Lms, type Edition } from "./support/lms.ts";
import { PAGES, launch, open, read, take, writes } from "./support/sittings.ts";

const COURSE = sample();
const commits = (lms: Lms) => lms.log.filter((line) => line.startsWith("commit"));

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  test(`${edition}, commit refused once: tried again in two seconds, no sign`, () => {
    const lms = new Lms(edition);
    const { session, tab, shown } = launch(COURSE, lms);
    lms.refuse = 1;
    read(session, "signaux");
    tab.pass(4000);
    assert.deepEqual(commits(lms), ["commit: refused", "commit"]);
    assert.deepEqual(shown, ["saved", "pending", "saved"]);
    assert.deepEqual(decode(COURSE, lms.stored["cmi.suspend_data"] ?? "").state.read, ["signaux"]);
  });

  test(`${edition}, commit refused three times: a sign after the second, everything set again`, () => {
    const lms = new Lms(edition);
    const { session, tab, shown } = launch(COURSE, lms);
    read(session, ...PAGES);
    tab.pass(2000);
    lms.refuse = 3;
    take(session, "bilan", { a1: "b", a2: "a", a3: "ab" });
    tab.pass(2000 + 5000 + 15_000);
    assert.deepEqual(shown.slice(-3), ["pending", "retrying", "saved"]);
    assert.equal(commits(lms).length, 5);
    const status = edition === "scorm12" ? "cmi.core.lesson_status" : "cmi.success_status";
    assert.equal(lms.log.filter((line) => line === `set ${status}=passed`).length, 4);
    assert.equal(lms.stored[status], "passed");
  });

  test(`${edition}, commit always refused: back-off up to a minute, the learner goes on`, () => {
    const lms = new Lms(edition);
    const { session, tab, shown } = launch(COURSE, lms);
    lms.refuse = Infinity;
    read(session, ...PAGES);
    tab.pass(2000 + BACK_OFF.reduce((sum, ms) => sum + ms, 0) + 60_000);
    assert.equal(commits(lms).length, 2 + BACK_OFF.length);
    read(session, "signaux");
    assert.equal(session.status().progress, 0.8);
    assert.equal(shown.at(-1), "retrying");
  });

  test(`${edition}, network back or page shown again: no more waiting`, () => {
    const lms = new Lms(edition);
    const { session, tab, shown } = launch(COURSE, lms);
    lms.refuse = 4;
    read(session, "signaux");
    tab.pass(2000 + 2000 + 5000 + 15_000);
    tab.fire("online");
    assert.equal(shown.at(-1), "saved");
  });

  test(`${edition}, a host that throws at every call: the course runs on its own`, () => {
    const parent: Record<string, unknown> = {};
    const angry = () => { throw new Error("host"); };
    const api = new Proxy({}, { get: () => angry });
    Object.assign(parent, { API: api, API_1484_11: api, parent });
    const { session, tab, shown } = open(COURSE, edition, new Tab({ parent }));
    read(session, ...PAGES);
    tab.pass(60_000);
    assert.deepEqual([session.hosted, session.state.read.length, shown], [false, 4, ["standalone"]]);
  });

  test(`${edition}, a host that begins to throw: kept in memory, saved when it recovers`, () => {
    const lms = new Lms(edition);
    const view = lms.launch() as { parent: Record<string, Record<string, unknown>> };
    const name = edition === "scorm12" ? "API" : "API_1484_11";
    const whole = view.parent[name] ?? {};
    const { session, tab, shown } = open(COURSE, edition, new Tab(view));
    const before = { ...whole };
    for (const call of Object.keys(whole)) whole[call] = () => { throw new Error("gone"); };
    read(session, "signaux");
    tab.pass(4000);
    assert.equal(shown.at(-1), "retrying");
    Object.assign(whole, before);
    tab.pass(15_000);
    assert.equal(shown.at(-1), "saved");
    assert.deepEqual(decode(COURSE, lms.stored["cmi.suspend_data"] ?? "").state.read, ["signaux"]);
  });

  test(`${edition}, killed: what was acknowledged is there at the next launch`, () => {
    const lms = new Lms(edition);
    const { session, tab } = launch(COURSE, lms);
    read(session, "signaux");
    tab.pass(2000);
    read(session, "chaine");
    const again = launch(COURSE, lms).session;
    assert.deepEqual([again.resumed, again.state.read], [true, ["signaux"]]);
  });

  test(`${edition}, dismissal where the commit is refused but Terminate stores`, () => {
    const lms = new Lms(edition);
    const { session, tab } = launch(COURSE, lms);
    read(session, "signaux");
    lms.refuse = Infinity;
    tab.fire("pagehide");
    assert.deepEqual(launch(COURSE, lms).session.state.read, ["signaux"]);
  });

  test(`${edition}, no interactions: one refusal, no further question, no lost status`, () => {
    const lms = new Lms(edition);
    lms.interactions = false;
    const { session, tab, shown } = launch(COURSE, lms);
    read(session, ...PAGES);
    take(session, "avant");
    take(session, "bilan");
    tab.pass(10_000);
    assert.equal(lms.log.filter((line) => line.includes("interactions")).length, 2);
    assert.equal(shown.at(-1), "saved");
  });

  test(`${edition}, answers go only where the course reports them, and only those of evaluations`, () => {
    for (const reporting of ["status", "result", "answers"] as const) {
      const lms = new Lms(edition);
      const { session } = launch(sample({ reporting }), lms);
      session.dispatch({ type: "item-answered", item: "q-mot", response: "a" });
      take(session, "bilan", { a1: "b" });
      const sent = lms.log.filter((line) => /interactions\.\d+\.id=/.test(line));
      const ids = ["bilan.a1", "bilan.a2", "bilan.a3"].map((id, i) => `set cmi.interactions.${i}.id=${id}`);
      assert.deepEqual(sent, reporting === "answers" ? ids : []);
      assert.equal(lms.log.some((line) => line.includes("score.raw=")), reporting !== "status");
    }
  });

  test(`${edition}, a better status and score already recorded stay`, () => {
    const status = edition === "scorm12" ? { "cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90" }
      : { "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.raw": "90" };
    const lms = new Lms(edition, "l-42", status);
    const { session, tab } = launch(sample({ rule: { failed: true }, evaluations: { bilan: { attempts: 1 } } }), lms);
    read(session, ...PAGES);
    take(session, "bilan", { a1: "b" });
    tab.fire("pagehide");
    for (const [element, value] of Object.entries(status)) assert.equal(lms.stored[element], value);
    assert.equal(lms.log.some((line) => /set cmi\.(core\.)?(score|.*status)/.test(line)), false);
  });

  test(`${edition}, a host that cuts suspend data: noticed, practice left out, results kept`, () => {
    const lms = new Lms(edition);
    const course = long();
    const { session, tab, shown } = open(course, edition, new Tab(cutting(lms, 300)));
    for (const item of course.items) session.dispatch({ type: "item-answered", item: item.id, response: "b" });
    read(session, ...PAGES);
    take(session, "bilan");
    assert.equal(commits(lms).length, 1, "shortened and committed in one go");
    tab.pass(10_000);
    const found = decode(course, lms.stored["cmi.suspend_data"] ?? "");
    assert.equal(found.damaged, false);
    assert.deepEqual([found.state.read.length, found.state.evaluations["bilan"]?.best?.points], [4, 4]);
    assert.equal(shown.at(-1), "saved");
  });

  test(`${edition}, a host that finds suspend data too long gets shorter ones`, () => {
    const lms = new Lms(edition);
    const course = long();
    const { session, tab, shown } = open(course, edition, new Tab(refusing(lms, 1000)));
    for (const item of course.items) session.dispatch({ type: "item-answered", item: item.id, response: "b" });
    take(session, "bilan");
    tab.pass(10_000);
    const kept = lms.stored["cmi.suspend_data"] ?? "";
    assert.ok(kept.length <= 1000 && kept.length > 500);
    assert.equal(decode(course, kept).state.evaluations["bilan"]?.best?.points, 4);
    assert.equal(shown.at(-1), "saved");
  });

  test(`${edition}, a host of the Open edX kind: yes to everything, nothing to read`, async () => {
    const set = new Map<string, string>();
    const lax = new Proxy({}, {
      get: (_, name) => (element: string, value?: string) => {
        if (String(name).endsWith("GetValue")) return set.get(element);
        if (String(name).endsWith("SetValue")) set.set(element, value ?? "");
        return "true";
      },
    });
    const view = { ...lonely(), API: lax, API_1484_11: lax };
    const { session, tab } = open(COURSE, edition, new Tab(view));
    read(session, ...PAGES);
    take(session, "bilan");
    assert.equal(await session.finish(), true);
    assert.equal(set.get(edition === "scorm12" ? "cmi.core.lesson_status" : "cmi.success_status"), "passed");
    const again = open(COURSE, edition, new Tab(view, new Profile(), 7));
    assert.deepEqual([again.session.resumed, again.session.status().score], [true, 100]);
    tab.pass(1);
  });
}

/** A course whose practice needs about 1,500 characters. */
function long() {
  const course = sample();
  const model = course.items.find((item) => item.id === "q-gestes");
  for (let n = 100; n < 560; n++) if (model) course.items.push({ ...model, id: `q-${n}`, n });
  return course;
}

function wrapped(lms: Lms, set: (element: string, value: string, call: (v: string) => unknown) => unknown) {
  const view = lms.launch() as { parent: Record<string, Record<string, (...p: string[]) => unknown>> };
  for (const api of Object.values(view.parent)) {
    for (const name of ["LMSSetValue", "SetValue"]) {
      const plain = api?.[name];
      if (plain) api[name] = (element = "", value = "") => set(element, value, (v) => plain(element, v));
    }
  }
  return view;
}

function cutting(lms: Lms, length: number) {
  return wrapped(lms, (element, value, call) => call(element === "cmi.suspend_data" ? value.slice(0, length) : value));
}

function refusing(lms: Lms, length: number) {
  return wrapped(lms, (element, value, call) =>
    call(element === "cmi.suspend_data" && value.length > length ? "x".repeat(70_000) : value),
  );
}

test("a course that no host can hold whole still loses nothing in memory", () => {
  const lms = new Lms("scorm12");
  const course = long();
  const { session, tab } = open(course, "scorm12", new Tab(cutting(lms, 300)));
  for (const item of course.items) session.dispatch({ type: "item-answered", item: item.id, response: "b" });
  tab.pass(10_000);
  assert.equal(Object.keys(session.state.items).length, 464);
  assert.ok(writes(lms.log).includes("commit"));
});
