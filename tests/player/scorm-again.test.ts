/** A real LMS runtime, with its own validation, takes every call of a whole course and gives it back. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Scorm12API } from "scorm-again/scorm12";
import { Scorm2004API } from "scorm-again/scorm2004";

import { Tab, lonely } from "./support/browser.ts";
import { golden, sample } from "./support/golden.ts";
import type { Edition } from "./support/lms.ts";
import { PAGES, open, read, take } from "./support/sittings.ts";

type Host = Record<string, (...parameters: string[]) => unknown> & {
  loadFromJSON(data: unknown, path: string): void;
  on(event: string, listener: () => void): void;
};

const HOSTS = {
  scorm12: { make: () => new Scorm12API({ logLevel: 5 }) as unknown as Host, name: "API", get: "LMSGetValue" },
  scorm2004: {
    make: () => new Scorm2004API({ logLevel: 5 }) as unknown as Host, name: "API_1484_11", get: "GetValue",
  },
} as const;

/** The API with every answer written down; a call that the host refuses is a fault of ours. */
function watched(api: Host, edition: Edition) {
  const calls: string[] = [];
  const faults: string[] = [];
  const error = edition === "scorm12" ? "LMSGetLastError" : "GetLastError";
  const view = lonely();
  view[HOSTS[edition].name] = new Proxy(api, {
    get: (target, name) => (...parameters: string[]) => {
      const answer = target[String(name)]?.(...parameters);
      const line = `${String(name)}(${parameters.join(", ")})`;
      calls.push(line);
      const code = String(target[error]?.());
      // 403: a value that was never set, a normal answer in 2004.
      if (String(answer) === "false" || !["0", "403"].includes(code)) faults.push(`${line}: ${code}`);
      return answer;
    },
  });
  return { view, calls, faults };
}

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  const host = HOSTS[edition];

  test(`scorm-again, ${edition}: a whole course without one refused call`, () => {
    const { view, calls, faults } = watched(host.make(), edition);
    const { session, tab, shown } = open(sample(), edition, new Tab(view));
    read(session, ...PAGES);
    session.dispatch({ type: "item-answered", item: "q-gestes", response: "abc" });
    session.dispatch({ type: "item-answered", item: "q-mot", response: "" });
    take(session, "avant", { a1: "a" });
    tab.fire("hidden");
    take(session, "bilan");
    tab.pass(61_000);
    tab.fire("pagehide");
    assert.deepEqual(faults, []);
    assert.equal(shown.at(-1), "saved");
    assert.match(calls.at(-1) ?? "", edition === "scorm12" ? /^LMSFinish/ : /^Terminate/);
  });

  test(`scorm-again, ${edition}: what it holds is what the table says, and is resumed`, () => {
    const api = host.make();
    const { view, faults } = watched(api, edition);
    const { session, tab } = open(sample(), edition, new Tab(view));
    read(session, ...PAGES);
    take(session, "bilan");
    const has = (element: string) => String(api[host.get]?.(element));
    const prefix = edition === "scorm12" ? "cmi.core" : "cmi";
    assert.equal(has(`${prefix}.score.raw`), "100");
    const status = edition === "scorm12" ? ["cmi.core.lesson_status"] : ["cmi.success_status", "cmi.completion_status"];
    assert.deepEqual(status.map(has), edition === "scorm12" ? ["passed"] : ["passed", "completed"]);
    assert.equal(has("cmi.interactions._count"), "3");
    const kept = has("cmi.suspend_data");
    tab.fire("pagehide");
    const next = host.make();
    next.loadFromJSON({ suspend_data: kept }, "cmi");
    const again = open(sample(), edition, new Tab(watched(next, edition).view)).session;
    assert.deepEqual([again.resumed, again.state.read.length, again.status().score], [true, 4, 100]);
    assert.deepEqual(faults, []);
  });
}

for (const edition of ["scorm12", "scorm2004"] as Edition[]) {
  test(`scorm-again, ${edition}: a page reloaded from the cache takes its open session up again`, () => {
    const api = HOSTS[edition].make();
    const { view } = watched(api, edition);
    const { session, tab } = open(sample(), edition, new Tab(view));
    read(session, "signaux");
    tab.fire("pagehide", true);
    tab.fire("pageshow", true);
    const again = open(sample(), edition, new Tab(view));
    assert.deepEqual([again.session.hosted, again.session.state.read], [true, ["signaux"]]);
    read(again.session, "chaine");
    again.tab.pass(2000);
    assert.equal(again.shown.at(-1), "saved");
  });
}

const EVERY_KIND = {
  "e-roles": "abbaccdd3", "e-ordre": "cadb", "e-nombre": "b", "e-tri": "aabadaea",
  "e-aise": "e", "e-projet": "a", "e-vrai": "b4",
};

/** Type, response and result of each interaction; scale, open question and certainty are in none. */
const INTERACTIONS = golden<Record<Edition, string[][]>>("lifecycle/interactions.json");

for (const edition of ["scorm12", "scorm2004"] as const) {
  test(`scorm-again, ${edition}: every kind of answer is accepted as it is sent`, () => {
    const { view, calls, faults } = watched(HOSTS[edition].make(), edition);
    const { session, tab } = open(sample({ base: "kinds" }), edition, new Tab(view));
    session.dispatch({ type: "item-answered", item: "q-roles", response: "abbacc" });
    session.dispatch({ type: "scene-chosen", scenario: "nuit", choice: "a" });
    take(session, "bilan", EVERY_KIND);
    tab.fire("pagehide");
    assert.deepEqual(faults, []);
    const sent = (name: string) => calls.flatMap((call) => {
      const [, index, value] = new RegExp(`interactions\\.(\\d+)\\.${name}, (.*)\\)$`).exec(call) ?? [];
      return index === undefined ? [] : [[index, value]];
    });
    const response = edition === "scorm12" ? "student_response" : "learner_response";
    const said = ["type", response, "result"].map((name) => Object.fromEntries(sent(name)) as Record<string, string>);
    assert.deepEqual(INTERACTIONS[edition].map((_, i) => said.map((values) => values[i])), INTERACTIONS[edition]);
    assert.deepEqual(sent("id").map(([, value]) => value), ["e-roles", "e-ordre", "e-nombre", "e-tri", "e-vrai"].map((id) => `bilan.${id}`));
  });

  test(`scorm-again, ${edition}: what was not answered, or matched nothing, has no response`, () => {
    const { view, calls, faults } = watched(HOSTS[edition].make(), edition);
    const { session } = open(sample({ base: "kinds" }), edition, new Tab(view));
    take(session, "bilan", { "e-roles": "ab2", "e-nombre": "", "e-vrai": "4" });
    assert.deepEqual(faults, []);
    const said = calls.flatMap((call) => (/_response, (.*)\)$/.exec(call) ?? []).slice(1));
    assert.deepEqual(said, [edition === "scorm12" ? "a.b" : "a[.]b"]);
    assert.equal(calls.filter((call) => /result, (wrong|incorrect)\)$/.test(call)).length, 5);
  });
}
