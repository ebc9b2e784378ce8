import assert from "node:assert/strict";
import { test } from "node:test";

import { apply, newState } from "../../builder/player/src/progress.ts";
import type { PlayerEvent, State, Status } from "../../builder/player/src/state.ts";
import { status } from "../../builder/player/src/status.ts";
import { cases, sample, type Variation } from "./support/golden.ts";

interface Case {
  name: string;
  course: Variation;
  events: PlayerEvent[];
  state: State;
  status: Status;
}

for (const { name, course: variation, events, ...expected } of cases<Case>("completion")) {
  test(`completion: ${name}`, () => {
    const course = sample(variation);
    const state = events.reduce((s, event) => apply(course, s, event), newState("00"));
    assert.deepEqual(state, expected.state);
    assert.deepEqual(status(course, state), expected.status);
  });
}

test("an event that changes nothing gives the same state object", () => {
  const course = sample();
  const state = apply(course, newState("00"), { type: "page-read", page: "signaux" });
  assert.equal(apply(course, state, { type: "page-read", page: "signaux" }), state);
  assert.equal(apply(course, state, { type: "quick-exit" }), state);
  assert.equal(apply(course, state, { type: "page-opened", page: "aide" }), state);
});

test("apply never changes the state it is given", () => {
  const course = sample();
  for (const { events } of cases<Case>("completion")) {
    let state = newState("00");
    for (const event of events) {
      const before = structuredClone(state);
      const next = apply(course, state, event);
      assert.deepEqual(state, before);
      state = next;
    }
  }
});
