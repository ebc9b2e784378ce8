/** Courses of any shape: every kind of question, scenarios, numbers and letters of a long life. */
import fc from "fast-check";

import type { Choice, CourseDocument, Item, Scenario, Scene, SceneChoice } from "../../../builder/player/src/contract.ts";
import { sample } from "./golden.ts";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const KINDS = [
  "single", "multiple", "true-false", "short-text", "number",
  "matching", "categorising", "ordering", "scale", "open",
] as const;

const letters = fc.shuffledSubarray(LETTERS, { minLength: 1, maxLength: 9 });
const numbers = (count: number) =>
  fc.uniqueArray(fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 2000 })), {
    minLength: count, maxLength: count,
  });

export function anyCourse(): fc.Arbitrary<CourseDocument> {
  const course = sample({ base: "kinds" });
  const items = fc.tuple(...course.items.map(anyItem));
  const scenarios = fc.tuple(...course.scenarios.map(anyScenario));
  const all = fc.tuple(items, numbers(course.items.length), scenarios, numbers(course.scenarios.length), numbers(3));
  return all.map(([made, ns, ways, ss, ps]) => ({
    ...course,
    pages: course.pages.map((page, i) => ({ ...page, n: ps[i] ?? 0 })),
    items: made.map((item, i) => ({ ...item, n: ns[i] as number })),
    scenarios: ways.map((scenario, i) => ({ ...scenario, n: ss[i] as number })),
  }));
}

function anyItem(item: Item): fc.Arbitrary<Item> {
  const parts = fc.record({
    kind: fc.constantFrom(...KINDS), certainty: fc.boolean(), partial: fc.boolean(),
    tries: fc.option(fc.integer({ min: 1, max: 20 })), choices: letters, targets: letters,
  });
  return parts.map(({ kind, choices, targets, ...rest }) => {
    const typed = kind === "short-text" || kind === "number";
    const paired = kind === "matching" || kind === "categorising";
    return {
      ...item, ...rest, kind,
      choices: typed || kind === "open" ? [] : choices.map((id, i) => choice(id, paired ? (targets[i] ?? targets[0] ?? "") : null)),
      targets: paired ? targets.map((id) => ({ id, html: "" })) : [],
      answers: typed ? choices.map((id, i) => ({ id, text: String(i), value: i, tolerance: null })) : [],
    };
  });
}

function choice(id: string, target: string | null): Choice {
  return { id, html: "", right: id > "m", fixed: false, target, idea: null, feedback: "" };
}

function anyScenario(scenario: Scenario): fc.Arbitrary<Scenario> {
  const shape = fc.record({ count: fc.integer({ min: 1, max: 5 }), variables: fc.integer({ min: 0, max: 3 }) });
  return shape.chain(({ count, variables }) => {
    const ids = Array.from({ length: count }, (_, i) => `s${i}`);
    const scenes = fc.tuple(...ids.map((id) => anyScene(id, ids, variables)));
    const values = fc.tuple(...Array.from({ length: variables }, () => fc.integer({ min: 0, max: 9 })));
    return fc.tuple(scenes, numbers(count), values).map(([made, ns, first]) => ({
      ...scenario,
      start: "s0",
      variables: first.map((value, i) => ({ name: `v${i}`, value })),
      scenes: made.map((scene, i) => ({ ...scene, n: ns[i] as number })),
    }));
  });
}

function anyScene(id: string, ids: string[], variables: number): fc.Arbitrary<Scene> {
  const rule = <T extends string>(...operators: T[]) => fc.array(
    fc.record({
      variable: fc.nat(Math.max(0, variables - 1)), operator: fc.constantFrom(...operators), value: fc.nat(9),
    }),
    { maxLength: variables && 2 },
  );
  const way: fc.Arbitrary<Omit<SceneChoice, "id">> = fc.record({
    html: fc.constant(""), feedback: fc.constant(""), to: fc.constantFrom(...ids),
    conditions: rule("<", ">", "<=", ">=", "=", "!="), effects: rule("+", "-", "="),
  });
  return fc.record({ end: fc.boolean(), ways: fc.array(way, { maxLength: 4 }) }).map(({ end, ways }) => ({
    id, n: 0, title: "", end, points: null,
    choices: ways.map((one, i) => ({ ...one, id: LETTERS[i] as string })),
  }));
}
