import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";

import { decode, encode } from "../../builder/player/src/codec.ts";
import { check } from "../../builder/player/src/codec/text.ts";
import type { CourseDocument } from "../../builder/player/src/contract.ts";
import { apply, newState } from "../../builder/player/src/progress.ts";
import type { PlayerEvent, State } from "../../builder/player/src/state.ts";
import { anyCourse } from "./support/courses.ts";
import { golden, sample, type Variation } from "./support/golden.ts";
import { anyState } from "./support/walks.ts";

interface Vector {
  name: string;
  course: Variation;
  state: State;
  stamp: string;
  text: string;
}

interface Worst {
  name: string;
  course: Variation;
  state: State;
  worst: number;
}

const VECTORS = golden<Vector[]>("codec/vectors.json");
const WORST = golden<Worst[]>("codec/worst.json");
const FULLEST = WORST[0]?.state as State;

for (const { name, course: variation, state, stamp, text } of VECTORS) {
  test(`codec: ${name}`, () => {
    const course = sample(variation);
    assert.equal(encode(course, state, stamp), text);
    const expected = { state, stamp, dropped: 0, foreign: false, damaged: false };
    assert.deepEqual(decode(course, text), expected);
  });
}

for (const { name, course: variation, state, worst } of WORST) {
  test(`worst case, ${name}: reached, and never exceeded`, () => {
    const course = sample(variation);
    assert.equal(encode(course, state).length, worst);
    fc.assert(fc.property(anyState(course), (any) => encode(course, any).length <= worst));
  });
}

test("any state comes back as it was, in characters that no transport changes", () => {
  for (const { course: variation } of WORST) {
    const course = sample(variation);
    fc.assert(
      fc.property(anyState(course), (state) => {
        const text = encode(course, state, "zz");
        assert.match(text, /^[A-Za-z0-9\-_.!*~(]+$/);
        assert.equal(encodeURIComponent(text), text);
        assert.deepEqual(decode(course, text).state, state);
      }),
    );
  }
});

test("of any course, any state comes back as it was", () => {
  const walked = anyCourse().chain((course) => fc.record({ course: fc.constant(course), state: anyState(course) }));
  fc.assert(
    fc.property(walked, ({ course, state }) => {
      const { foreign, damaged, dropped, ...found } = decode(course, encode(course, state, "zz"));
      assert.deepEqual(found.state, state);
      assert.deepEqual([foreign, damaged, dropped], [false, false, 0]);
    }),
  );
});

test("reordering pages, items and choices and rewriting texts changes nothing", () => {
  const course = sample();
  const edited = sample();
  edited.pages.reverse();
  edited.items.reverse();
  for (const item of edited.items) item.choices.reverse();
  for (const item of edited.items) item.stem = "Autre texte";
  for (const page of edited.pages) page.title = "Autre titre";
  fc.assert(
    fc.property(anyState(course), (state) => {
      const text = encode(course, state);
      assert.equal(encode(edited, state), text);
      assert.equal(encode(edited, decode(edited, text).state), text);
    }),
  );
});

test("what the course no longer has is dropped and counted, the rest stays", () => {
  const text = encode(sample(), FULLEST);
  const edited = sample();
  edited.pages = edited.pages.filter((page) => page.id !== "signaux");
  edited.items = edited.items.filter((item) => item.id !== "q-gestes");
  edited.evaluations = edited.evaluations.filter((evaluation) => evaluation.id !== "avant");
  const { state, dropped, damaged } = decode(edited, text);
  assert.equal(dropped, 3);
  assert.equal(damaged, false);
  assert.deepEqual(state.read, ["presentation", "chaine", "bilan-page"]);
  assert.deepEqual(Object.keys(state.items), ["q-premiere-phrase", "q-vrai", "q-mot"]);
  assert.deepEqual(state.evaluations["bilan"], FULLEST.evaluations["bilan"]);
});

test("an evaluation keeps its results when its form or its items are gone", () => {
  const text = encode(sample(), FULLEST);
  const edited = sample();
  edited.items = edited.items.filter((item) => item.id !== "a2");
  for (const evaluation of edited.evaluations) {
    evaluation.forms = [{ name: "-", items: ["a1", "a3"] }];
    evaluation.attempts = 1;
  }
  const { state, dropped } = decode(edited, text);
  const before = FULLEST.evaluations["bilan"];
  const after = state.evaluations["bilan"];
  assert.equal(dropped, 2);
  assert.equal(after?.form, "-");
  assert.deepEqual([after?.first, after?.best, after?.attempts], [before?.first, before?.best, 1]);
  assert.deepEqual(Object.keys(after?.last ?? {}), ["a1", "a3"]);
});

test("an attempt in progress is filled up when an item of its draw is gone", () => {
  const items = ["a1", "a2", "a3", "b1"];
  const course = sample({ evaluations: { bilan: { draw: 3, forms: [{ name: "-", items }] } } });
  const events: PlayerEvent[] = [
    { type: "evaluation-started", evaluation: "bilan", form: "-", drawn: ["b1", "a2", "a3"] },
    { type: "evaluation-answered", evaluation: "bilan", item: "a3", response: "ab" },
  ];
  const state = events.reduce((s, event) => apply(course, s, event), newState("00"));
  const edited = sample({ evaluations: { bilan: { draw: 3, forms: [{ name: "-", items: ["a1", "a3", "b1"] }] } } });
  const found = decode(edited, encode(course, state));
  assert.deepEqual(found.state.evaluations["bilan"]?.drawn, ["b1", "a3", "a1"]);
  assert.deepEqual(found.state.evaluations["bilan"]?.current, { a3: "ab" });
  const done = apply(course, state, { type: "evaluation-finished", evaluation: "bilan" });
  assert.deepEqual(decode(edited, encode(course, done)).state.evaluations["bilan"]?.drawn, ["b1", "a3"]);
});

test("a choice that is gone is dropped from a response", () => {
  const course = sample();
  const text = encode(course, FULLEST);
  const gestes = course.items.find((item) => item.id === "q-gestes");
  if (gestes) gestes.choices = gestes.choices.filter((choice) => choice.id !== "d");
  const { state, dropped } = decode(course, text);
  assert.equal(state.items["q-gestes"]?.last, "");
  assert.equal(dropped, 1);
});

const KINDS = WORST.find(({ course }) => course.base === "kinds") as Worst;

function afterEdit(edit: (course: CourseDocument) => void) {
  const course = sample(KINDS.course);
  const text = encode(course, KINDS.state);
  edit(course);
  return decode(course, text);
}

test("a scene that is gone is begun again from the start; the ending stays", () => {
  const { state, dropped, damaged } = afterEdit(({ scenarios: [nuit] }) => {
    if (nuit) nuit.scenes = nuit.scenes.filter(({ id }) => id !== "rappel");
  });
  assert.deepEqual([dropped, damaged], [0, false]);
  assert.equal(state.scenarios["nuit"]?.ending, "calme");
  const gone = afterEdit(({ scenarios: [nuit] }) => {
    if (nuit) nuit.scenes = nuit.scenes.map((scene) => ({ ...scene, n: scene.n + 100 }));
  });
  assert.equal(gone.dropped, 2);
  assert.deepEqual(gone.state.scenarios["nuit"], { scene: "comptoir", variables: [0, 8], ending: null });
});

test("variables that are new have their first value, those that are gone are left out", () => {
  const more = afterEdit(({ scenarios: [nuit] }) => nuit?.variables.push({ name: "sommeil", value: 4 }));
  assert.deepEqual(more.state.scenarios["nuit"], { scene: "calme", variables: [1, 8, 4], ending: "calme" });
  const less = afterEdit(({ scenarios: [nuit] }) => nuit?.variables.pop());
  assert.deepEqual(less.state.scenarios["nuit"]?.variables, [1]);
  assert.deepEqual([more.dropped, less.dropped], [0, 0]);
});

test("a scenario that is gone is dropped and counted", () => {
  const { state, dropped } = afterEdit((course) => course.scenarios.shift());
  assert.deepEqual([Object.keys(state.scenarios), dropped], [["appel"], 1]);
});

test("terms, targets, steps and certainty that are gone are dropped from a response", () => {
  const { state, dropped } = afterEdit((course) => {
    for (const item of course.items) {
      if (item.id === "q-roles") item.choices.shift();
      if (item.id === "q-tri") item.targets.shift();
      if (item.id === "q-ordre") item.choices.pop();
      if (item.id === "q-sur") item.certainty = false;
    }
  });
  const last = ["q-roles", "q-tri", "q-ordre", "q-sur"].map((id) => state.items[id]?.last);
  assert.deepEqual(last, ["baca", "4", "dca4", "f"]);
  assert.equal(dropped, 4);
});

test("another course's state is foreign: nothing of it is taken", () => {
  const other = encode(sample({ key: "other1" }), FULLEST, "zz");
  const { state, foreign, damaged, stamp } = decode(sample(), other);
  assert.deepEqual([foreign, damaged, stamp], [true, false, ""]);
  assert.deepEqual(state.read, []);
});

test("a text cut anywhere is noticed, and its whole segments are kept", () => {
  const course = sample();
  const text = encode(course, FULLEST, "zz");
  for (let length = 1; length < text.length; length++) {
    const found = decode(course, text.slice(0, length));
    assert.equal(found.damaged, true, text.slice(0, length));
    const segments = text.slice(0, length).split(".").length - 1;
    const kept = [found.stamp === "zz", "avant" in found.state.evaluations, "bilan" in found.state.evaluations];
    assert.deepEqual(kept, [segments > 0, segments > 1, segments > 2]);
  }
});

test("an altered character is noticed and costs its segment only", () => {
  const course = sample();
  const text = encode(course, FULLEST, "zz");
  const at = text.indexOf("E") + 6;
  const altered = `${text.slice(0, at)}${text[at] === "9" ? "8" : "9"}${text.slice(at + 1)}`;
  const { state, damaged } = decode(course, altered);
  assert.equal(damaged, true);
  assert.equal("avant" in state.evaluations, false);
  assert.deepEqual(state.items, FULLEST.items);
});

test("garbage never throws and gives an empty state", () => {
  const course = sample();
  const junk = fc.oneof(
    fc.string(),
    fc.string().map((text) => `A${course.key}${text}`),
    fc.constantFrom("{}", "undefined", "null", "B" + course.key, "é".repeat(5000)),
  );
  fc.assert(
    fc.property(junk, (text) => {
      const { state, foreign, damaged } = decode(course, text);
      assert.deepEqual(state.read, []);
      assert.ok(text === "" || foreign || damaged || text === `A${course.key}!`);
    }),
  );
});

/** Segments with right check digits around any content: what damage alone never gives. */
function forged(key: string): fc.Arbitrary<string> {
  const tag = fc.constantFrom("H", "P", "I0", "I1", "E1-60", "E2-40", "E2-81", "S1", "S2", "Z", "");
  const response = fc.constantFrom("0", "3", "z_", "*", "~4abba", "(3A", "(9~2zz", "~9ab");
  const entry = fc.tuple(fc.constantFrom(..."0123459ABCDE"), fc.constantFrom("", "1", "H"), response);
  const segment = fc.tuple(tag, fc.array(entry, { maxLength: 5 }));
  return fc.array(segment, { maxLength: 6 }).map((segments) => {
    const contents = segments.map(([name, entries]) => name + entries.flat().join(""));
    return `A${key}${contents.map((one) => `${one}${check(key + one)}.`).join("")}!`;
  });
}

test("whatever a sound text says, it never throws, and its state can be kept again", () => {
  const course = sample({ base: "kinds" });
  const kept = { items: 0, evaluations: 0, scenarios: 0 };
  fc.assert(
    fc.property(forged(course.key), (text) => {
      const { state } = decode(course, text);
      assert.deepEqual(decode(course, encode(course, state)).state, state);
      for (const part of Object.keys(kept) as (keyof typeof kept)[]) kept[part] += Object.keys(state[part]).length;
    }),
    { numRuns: 2000 },
  );
  assert.ok(Object.values(kept).every((count) => count > 10), JSON.stringify(kept));
});

test("with little room practice is left out first, results last", () => {
  const course = sample();
  const whole = encode(course, FULLEST, "zz");
  const less = encode(course, FULLEST, "zz", whole.length - 1);
  const found = decode(course, less);
  assert.equal(found.damaged, false);
  assert.deepEqual(found.state.items, {});
  assert.deepEqual(found.state.read, FULLEST.read);
  assert.deepEqual(found.state.evaluations, FULLEST.evaluations);
});
