/** Random ways through a course. */
import fc from "fast-check";

import type { CourseDocument, Item, Scenario } from "../../../builder/player/src/contract.ts";
import { apply, newState } from "../../../builder/player/src/progress.ts";
import type { PlayerEvent, State } from "../../../builder/player/src/state.ts";

const id = (entries: { id: string }[]) => fc.constantFrom(...entries.map((entry) => entry.id));

/** Any event of the course, sensible or not. */
export function anyEvent(course: CourseDocument): fc.Arbitrary<PlayerEvent> {
  const page = id(course.pages);
  const item = id(course.items);
  const evaluation = id(course.evaluations);
  const response = fc.oneof(
    fc.subarray([..."abcdefz"]).map((letters) => letters.join("")),
    fc.string({ unit: fc.constantFrom(..."abcdefz1234~("), maxLength: 12 }),
    fc.constantFrom(...course.items.map(key)),
  );
  const forms = [...new Set(course.evaluations.flatMap((e) => e.forms.map((f) => f.name)))];
  return fc.oneof(
    fc.record({ type: fc.constant("page-opened" as const), page }),
    fc.record({ type: fc.constant("page-read" as const), page }),
    fc.record({ type: fc.constant("item-answered" as const), item, response }),
    fc.record({
      type: fc.constant("evaluation-started" as const),
      evaluation,
      form: fc.constantFrom(...forms),
      drawn: fc.option(fc.uniqueArray(item)),
    }),
    fc.record({ type: fc.constant("evaluation-answered" as const), evaluation, item, response }),
    fc.record({ type: fc.constant("evaluation-finished" as const), evaluation }),
    fc.constant({ type: "quick-exit" as const }),
    ...course.scenarios.flatMap(anyStep),
  );
}

/** The right response of an item whose choices are put somewhere or in order, sure of it. */
function key({ choices }: Item): string {
  return `${choices.map((choice) => choice.id + (choice.target ?? "")).join("")}4`;
}

function anyStep(scenario: Scenario): fc.Arbitrary<PlayerEvent>[] {
  const choices = scenario.scenes.flatMap((scene) => scene.choices);
  const values = scenario.variables.map(() => fc.integer({ min: 0, max: 9 }));
  return [
    fc.record({
      type: fc.constant("scene-chosen" as const), scenario: fc.constant(scenario.id),
      choice: fc.constantFrom("z", ...choices.map((choice) => choice.id)),
    }),
    fc.record({
      type: fc.constant("scene-returned" as const), scenario: fc.constant(scenario.id),
      scene: id(scenario.scenes), variables: fc.tuple(...values),
    }),
    fc.constant({ type: "scenario-restarted" as const, scenario: scenario.id }),
  ];
}

/** The state after up to 60 such events. */
export function anyState(course: CourseDocument): fc.Arbitrary<State> {
  return fc
    .array(anyEvent(course), { maxLength: 60 })
    .map((events) => events.reduce((state, event) => apply(course, state, event), newState("k-")));
}
